"""The words of bibliographies, language by language: one file a language, ``refcheck/data/words/<code>.toml``.

A file has a table for each subject: ``headings``, ``dates``, ``roles`` (of the parts of a reference), ``titles`` (how
those of notices, replies, reviews and chapters begin), ``citations`` (in the text), ``behind`` (what follows a list),
``names`` (given names where the family stands first), ``notices`` (what stands around articles and is no reference),
``compare`` (words that decide when a reference is compared with a record), ``laws`` (how acts and judgments are cited),
``lists`` (what shows that a line is a reference), ``kinds`` (what kind of work one is), ``subjects`` (what tells a
field of study), ``topics`` (small words that tell none), ``claim``, ``suggestion`` and ``detect``; any may be missing.
``any.toml`` holds what belongs to no language. Whatever else in refcheck needs such words takes them from here.

``refcheck/data/words.json`` holds the same, since TOML takes twenty times as long to read: a line for each file, with
its checksum. A file that has changed since is read itself; ``python training/words_merge.py`` writes the line anew.
"""

from __future__ import annotations

import json
import re
import tomllib
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "words"
ANY = "any"


@cache
def files() -> Mapping[str, Mapping[str, Any]]:
    """ISO 639-1 code -> its file, the languages with most speakers first: of two equal words theirs counts."""
    merged = FOLDER.with_suffix(".json")
    kept = json.loads(merged.read_bytes()) if merged.exists() else {}
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        checksum, words = kept.get(path.stem, (0, {}))
        found[path.stem] = words if checksum == zlib.crc32(text.encode()) else tomllib.loads(text)
    return dict(sorted(found.items(), key=lambda item: -item[1]["speakers"]))


@cache
def subject(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Code -> the table of this name, of the languages that have one."""
    return {code: table[name] for code, table in files().items() if name in table}


@cache
def every(name: str, key: str) -> tuple[str, ...]:
    """The words under ``key`` in the tables ``name`` of all languages, each once."""
    return tuple(dict.fromkeys(word for table in subject(name).values() for word in table.get(key, ())))


def alternatives(words: Iterable[str]) -> str:
    """Words as the inside of a group of a pattern, the longest first: "*" at an end stands for any letters there, "_"
    for the end of the word; the blank behind a stop may be missing.

    >>> alternatives(["institut*", "n. d", "in press_"])
    'in\\ press\\b|institut\\w*|n\\.\\s?d'
    """
    ordered = sorted(words, key=len, reverse=True)
    escaped = (re.escape(word).replace(r"\.\ ", r"\.\s?") for word in ordered)
    return "|".join(word.replace(r"\*", r"\w*").replace("_", r"\b") for word in escaped)


def name_of(code: str) -> str:
    """The English name of a language, by its ISO 639-1 code; the code itself for one without a file."""
    return str(files()[code]["name"]) if code in files() else code
