"""From a reference as printed to its typed fields: identifiers out, tokens tagged, fields assembled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from refcheck.model import Entry, Reference
from refcheck.parsing.fields import assemble
from refcheck.parsing.hints import with_italics, with_repeated
from refcheck.parsing.identifiers import find_identifiers
from refcheck.parsing.keys import Keys, make_key
from refcheck.parsing.repairs import repaired
from refcheck.parsing.tagger import MODEL, tag
from refcheck.parsing.tokens import tokenize

MAX_LENGTH = 4000  # characters of one reference that are read; longer ones are prose or attacks
# Fields that a printed reference may hold beside the ones its file keeps apart.
_FILLED = (
    *("authors", "editors", "title", "container", "year", "volume", "issue", "pages", "publisher", "place"),
    *("doi", "url", "isbn", "issn", "arxiv", "pmid", "pmcid"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2060\ufeff\u00ad]")


def read_fields(raw: str, italics: Sequence[str] = (), model: Path = MODEL) -> dict[str, Any]:
    """One printed reference -> the fields of its Reference but for the key; ``italics`` as in Entry. Never raises."""
    text = _CONTROL.sub("", raw[:MAX_LENGTH])
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    identifiers = find_identifiers(text)
    tokens = tokenize(text, identifiers)
    tagged = tag(tokens, text[tokens[-1].end :] if tokens else text, model)
    tagged = repaired(text, tokens, tagged)
    if italics:
        tagged = with_italics(text, tokens, tagged, italics)
    return {**assemble(text, tokens, tagged, identifiers), "raw": raw}


def parse(raw: str) -> Reference:
    """One printed reference, in any style and language -> Reference with its key.

    >>> parse("Bowlby, J. (1969). Attachment and loss. Basic Books.").authors[0].family
    'Bowlby'
    """
    return parse_many([raw])[0]


def parse_many(raws: Sequence[str]) -> list[Reference]:
    """Printed references -> References, same order and length, keys unique among them."""
    keys = Keys()
    return [_keyed(read_fields(raw), keys) for raw in raws]


def parse_entries(entries: Sequence[Entry]) -> tuple[Reference, ...]:
    """Entries of an article -> References, same order and length, keys unique, ``entry`` set."""
    keys = Keys()
    blocks = iter(_read_blocks([entry for entry in entries if entry.markup == "bibtex"]))
    out = []
    for entry in entries:
        if entry.markup == "bibtex":
            found = next(blocks)
        elif entry.markup == "csl":
            found = _read_csl(entry)
        else:
            found = Reference(**_read_printed(entry))
        people, title = found.authors or found.editors, found.title or found.container
        key = keys.unique(found.key or make_key(people, found.year, title))
        out.append(replace(found, key=key, entry=entry))
    return tuple(out)


def _keyed(fields: dict[str, Any], keys: Keys) -> Reference:
    people = fields.get("authors") or fields.get("editors") or ()
    title = fields.get("title") or fields.get("container", "")
    return Reference(**fields, key=keys.unique(make_key(people, fields.get("year"), title)))


def _read_printed(entry: Entry) -> dict[str, Any]:
    if entry.repeats:
        return {**read_fields(with_repeated(entry.raw, entry.repeats), entry.italics), "raw": entry.raw}
    return read_fields(entry.raw, entry.italics)


def _read_blocks(entries: Sequence[Entry]) -> list[Reference]:
    if not entries:
        return []
    from refcheck.parsing.bibtex_reading import read_entries

    return read_entries(entries)


def _read_csl(entry: Entry) -> Reference:
    """The fields the file itself keeps apart; what they lack is read from the printed text, where there is one."""
    from refcheck.parsing.csl import from_csl

    given = from_csl(entry.data, entry.raw)
    if not entry.raw.strip():
        return given
    printed = Reference(**_read_printed(entry))
    if not given.title and not given.authors:
        return replace(printed, key=given.key)
    missing = {name: getattr(printed, name) for name in _FILLED if not getattr(given, name) and getattr(printed, name)}
    confidence = {name: printed.confidence.get(name, 0.5) for name in missing}
    confidence |= {name: 1.0 for name in _FILLED if getattr(given, name)}
    return replace(given, **missing, confidence=confidence)
