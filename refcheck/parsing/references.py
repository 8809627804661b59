"""From a reference as printed to its typed fields: identifiers out, tokens tagged, fields assembled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from refcheck.model import Entry, Reference
from refcheck.parsing.fields import assemble
from refcheck.parsing.hints import with_italics, with_repeated
from refcheck.parsing.identifiers import find_identifiers
from refcheck.parsing.keys import with_keys
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


def read_text(raw: str, italics: Sequence[str] = (), model: Path = MODEL) -> Reference:
    """One printed reference -> Reference without a key; ``italics`` as in Entry. Never raises on any text."""
    text = _CONTROL.sub("", raw[:MAX_LENGTH])
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    identifiers = find_identifiers(text)
    tokens = tokenize(text, identifiers)
    tagged = tag(tokens, text[tokens[-1].end :] if tokens else text, model)
    tagged = repaired(text, tokens, tagged)
    if italics:
        tagged = with_italics(text, tokens, tagged, italics)
    return assemble(text, tokens, tagged, identifiers, raw)


def parse(raw: str) -> Reference:
    """One printed reference, in any style and language -> Reference with its key.

    >>> parse("Bowlby, J. (1969). Attachment and loss. Basic Books.").authors[0].family
    'Bowlby'
    """
    return parse_many([raw])[0]


def parse_many(raws: Sequence[str]) -> list[Reference]:
    """Printed references -> References, same order and length, keys unique among them."""
    return list(with_keys(read_text(raw) for raw in raws))


def parse_entries(entries: Sequence[Entry]) -> tuple[Reference, ...]:
    """Entries of an article -> References, same order and length, keys unique, ``entry`` set."""
    blocks = iter(_read_blocks([entry for entry in entries if entry.markup == "bibtex"]))
    read = (next(blocks) if entry.markup == "bibtex" else _read_entry(entry) for entry in entries)
    return with_keys(replace(reference, entry=entry) for reference, entry in zip(read, entries, strict=True))


def _read_blocks(entries: Sequence[Entry]) -> list[Reference]:
    if not entries:
        return []
    from refcheck.parsing.bibtex_reading import read_entries

    return read_entries(entries)


def _read_entry(entry: Entry) -> Reference:
    if entry.markup == "csl":
        return _read_csl(entry)
    if entry.repeats:
        return replace(read_text(with_repeated(entry.raw, entry.repeats), entry.italics), raw=entry.raw)
    return read_text(entry.raw, entry.italics)


def _read_csl(entry: Entry) -> Reference:
    """The fields the file itself keeps apart; what they lack is read from the printed text, where there is one."""
    from refcheck.parsing.csl import from_csl

    given = from_csl(entry.data, entry.raw)
    if not entry.raw.strip():
        return given
    printed = read_text(entry.raw, entry.italics)
    if not given.title and not given.authors:
        return replace(printed, key=given.key)
    missing = {name: getattr(printed, name) for name in _FILLED if not getattr(given, name) and getattr(printed, name)}
    confidence = {name: printed.confidence.get(name, 0.5) for name in missing}
    confidence |= {name: 1.0 for name in _FILLED if getattr(given, name)}
    return replace(given, **missing, confidence=confidence)
