"""The words of bibliographies: one file per language, ``refcheck/data/words/<code>.toml``.

A file has a table for each subject, described in ``refcheck/data/words.md``; any may be missing. ``any.toml`` has words
that belong to no language. Everything in refcheck that needs such words takes them from here.

``refcheck/data/words.json`` has the same content, since reading TOML takes twenty times as long: one line per file,
with its checksum, each key with the words that it has from others. A file that has changed since is read itself;
``python training/words_merge.py`` updates its line.
"""

from __future__ import annotations

import json
import re
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "words"
ANY = "any"


@cache
def files() -> Mapping[str, Mapping[str, Any]]:
    """ISO 639-1 code -> its file, by number of speakers, so that the larger language wins where words coincide."""
    merged = FOLDER.with_suffix(".json")
    kept = json.loads(merged.read_bytes()) if merged.exists() else {}
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        checksum, words = kept.get(path.stem, (0, {}))
        found[path.stem] = words if checksum == zlib.crc32(text.encode()) else complete(tomllib.loads(text))
    return dict(sorted(found.items(), key=lambda item: -item[1]["speakers"]))


ALSO: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "behind": {"label": ("titles.corrections",)},
    "citations": {
        "before_nouns": ("behind.articles",),
        "citing": ("citations.signals",),
        "never": ("dates.seasons", "dates.months", "notices.figures", "behind.articles", "titles.chapter"),
        "prefixes": ("citations.signals", "citations.according", "citations.second_hand"),
        "second_hand": ("parts.in",),
        "undated": ("dates.undated", "parts.pending"),
    },
    "compare": {
        "bodies": ("names.bodies",),
        "dangling": ("compare.small",),
        "edition": ("parts.editions",),
        "nobody": ("names.several",),
        "small": ("behind.articles", "compare.by", "parts.of_bodies"),
        "suffixes": ("names.generations",),
    },
    "dates": {"stated": ("dates.updated", "dates.published")},
    "headings": {
        "about": ("compare.small",),
        "and": ("parts.and", "signs.and", "names.double", "citations.and"),
        "end": ("notices.around",),
    },
    "kinds": {"theses": ("kinds.theses_of",)},
    "lists": {
        "captions": ("notices.figures",),
        "editors": ("parts.editors",),
        "field_labels": ("dates.year", "parts.houses"),
        "pages": ("parts.page_counts",),
        "repeats": ("lists.same_author",),
        "unfinished": ("compare.dangling",),
    },
    "names": {
        "bodies": ("parts.heads",),
        "by": ("compare.by", "names.lead"),
        "group_heads": ("parts.groups",),
        "not_behind": ("parts.of_bodies",),
        "suffixes": ("names.generations",),
    },
    "notices": {"again": ("lists.cited_work", "lists.same_work"), "begin": ("notices.figures", "notices.around")},
    "parts": {
        "access_words": ("lists.accessed", "roles.access", "roles.accessed", "compare.small"),
        "advance": ("parts.pending",),
        "and": ("citations.connectors",),
        "bodies": ("names.bodies",),
        "organisations": ("names.bodies",),
        "volume": ("parts.number", "lists.volume"),
    },
    "roles": {"made_by": ("kinds.directed",)},
    "titles": {
        "about": ("titles.corrections",),
        "openly": ("titles.marked_retraction", "titles.marked_withdrawal"),
        "retracted": ("titles.openly", "titles.marked_removal"),
    },
}
"""Table -> key -> keys, in whatever table, whose words it has too: no word is written twice."""


def complete(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a language's file, each key with the words that it has from others."""
    completed = dict(tables)
    for name, keys in ALSO.items():
        found = {key: words for key in keys if (words := list(dict.fromkeys(_listed(tables, name, key))))}
        if found:
            completed[name] = {**tables.get(name, {}), **found}
    return completed


def _listed(tables: Mapping[str, Any], name: str, key: str) -> Iterator[str]:
    """The words under a key, its own and those that it has from other keys."""
    for word in tables.get(name, {}).get(key, ()):
        yield from (word,) if isinstance(word, str) else word
    for part in ALSO.get(name, {}).get(key, ()):
        yield from _listed(tables, *part.split("."))


@cache
def subject(name: str) -> Mapping[str, Mapping[str, Any]]:
    """ISO 639-1 code -> the table of this name, where it has any."""
    return {code: tables[name] for code, tables in files().items() if tables.get(name)}


@cache
def every(name: str, key: str) -> tuple[str, ...]:
    """The words under ``key`` in the tables ``name`` of all languages, without repetitions.

    Raises KeyError if no language has the key, so that a misspelt one is noticed.
    """
    tables = [table[key] for table in subject(name).values() if key in table]
    if not tables:
        raise KeyError(f"{name}.{key}")
    return tuple(dict.fromkeys(word for words in tables for word in words))


def signs(code: str, key: str) -> tuple[str, ...]:
    """The words under ``key`` in the table ``signs`` of one language: for patterns of its script."""
    return tuple(subject("signs")[code][key])


def alternatives(words: Iterable[str]) -> str:
    r"""Words as the alternatives of a regular expression, the longest first. "*" at either end stands for any letters,
    "_" for the end of a word; a blank is any white space, and optional after a full stop; apostrophes are alike.

    >>> alternatives(["institut*", "n. d", "in press_", "d'après"])
    "in\\spress\\b|institut\\w*|d['’]après|n\\.\\s?d"
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))  # the same pattern in every run
    escaped = (re.escape(word).replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s") for word in ordered)
    return "|".join(word.replace(r"\*", r"\w*").replace("_", r"\b").replace("'", "['’]") for word in escaped)


def whole_words(words: Iterable[str], end: str = r"\b") -> str:
    r"""Like ``rf"\b(?:{alternatives(words)})\b"``, but searches are several times as fast: there is an alternative for
    each first letter, and nothing else is looked at where words begin with others. For patterns that heed case, and
    words that do not begin with "*". end: the pattern of what follows.

    >>> whole_words(["press", "proceedings", "sage"])
    'p(?<!\\wp)(?:roceedings|ress)\\b|s(?<!\\ws)(?:age)\\b'
    """
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(re.escape(word[0]), []).append(word[1:])
    return "|".join(rf"{first}(?<!\w{first})(?:{alternatives(others)}){end}" for first, others in rest.items())


def name_of(code: str) -> str:
    """The English name of a language by its ISO 639-1 code; the code itself if the language has no file."""
    return str(files()[code]["name"]) if code in files() else code
