"""Entries -> References, whether printed text, BibTeX or CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from refcheck import patterns as re
from refcheck.model import Entry, Markup, Reference
from refcheck.parsing.keys import Keys, make_key
from refcheck.parsing.references import new_key, read_printed
from refcheck.reading.formats.managers import compose

# Fields to read from the printed text where the file's separate fields lack them.
_FILLED = (
    *("authors", "editors", "title", "container", "year", "volume", "issue", "pages", "publisher", "place"),
    *("doi", "url", "isbn", "issn", "arxiv", "pmid", "pmcid"),
)


# A key of one's own: no number and no address, unless it is a DOI's, as Wiley's are.
_KEY = re.compile(r"(?!\d+$)(?!\w+://(?!doi\.org/))[^\s,{}\"#%~\\()='@]{1,100}")


def parse_entries(entries: Sequence[Entry]) -> tuple[Reference, ...]:
    """Entries of an article -> References, same order and length, keys unique, ``entry`` set."""
    return parse_lists([entries])[0]


def parse_lists(lists: Sequence[Sequence[Entry]]) -> list[tuple[Reference, ...]]:
    """``parse_entries`` of several articles: what is printed in them is read together, which takes less time."""
    fields = iter(read_printed([entry for entries in lists for entry in entries if _is_printed(entry)]))
    return [_of_article(entries, fields) for entries in lists]


def _is_printed(entry: Entry) -> bool:
    return entry.markup not in (Markup.BIBTEX, Markup.CSL)


def _of_article(entries: Sequence[Entry], printed: Iterator[Mapping[str, Any]]) -> tuple[Reference, ...]:
    """The references of one article. printed: the fields of the printed entries from its first one on."""
    keys = Keys()
    blocks = iter(_read_blocks([entry for entry in entries if entry.markup == Markup.BIBTEX]))
    separate = iter(_read_csl([entry for entry in entries if entry.markup == Markup.CSL]))
    out = []
    for entry in entries:
        if _is_printed(entry):
            fields = next(printed)
            out.append(Reference(**fields, key=new_key(fields, keys), entry=entry))
            continue
        found = next(blocks if entry.markup == Markup.BIBTEX else separate)
        people, title = found.authors or found.editors, found.title or found.container
        key = keys.unique(found.key or make_key(people, found.year, title), given=bool(found.key))
        same = found.key == key and found.entry is entry
        out.append(found if same else replace(found, key=key, entry=entry))
    return tuple(out)


def _read_blocks(entries: Sequence[Entry]) -> list[Reference]:
    if not entries:
        return []
    from refcheck.exchange.bibtex_read import read_entries

    return read_entries(entries)


def _read_csl(entries: Sequence[Entry]) -> list[Reference]:
    """The fields that the file keeps separate; missing ones are read from the printed text, if there is any."""
    if not entries:
        return []
    from refcheck.exchange.csl import from_csl

    given = [_keyed(from_csl(entry.data, entry.raw), entry.key) for entry in entries]
    # What is made of the fields says no more than they do.
    told = [bool(entry.raw.strip()) and entry.raw != compose(entry.data) for entry in entries]
    printed = iter(read_printed([entry for entry, tells in zip(entries, told, strict=True) if tells]))
    return [
        _filled(found, Reference(**next(printed)) if tells else None) for found, tells in zip(given, told, strict=True)
    ]


def _keyed(given: Reference, key: str) -> Reference:
    return replace(given, key=key) if not given.key and _KEY.fullmatch(key) else given


def _filled(given: Reference, printed: Reference | None) -> Reference:
    """A reference with what it lacks from its printed text."""
    if printed and not given.title and not given.authors:
        return replace(printed, key=given.key)
    lacking = [name for name in _FILLED if not getattr(given, name)]
    missing = {name: getattr(printed, name) for name in lacking if getattr(printed, name)} if printed else {}
    confidence = {name: printed.confidence.get(name, 0.5) for name in missing} if printed else {}
    confidence |= {name: 1.0 for name in _FILLED if name not in lacking}
    return replace(given, **missing, confidence=confidence)
