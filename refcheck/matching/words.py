"""The words by which an index finds a work, and the words of a reference to look up, folded alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from refcheck.language.fold import keys, spelling
from refcheck.matching.query import printed_text
from refcheck.model import Reference, Work
from refcheck.worktype import UNCITED

_PEOPLE = 10
"""People of a work it can be found by: a reference names the first ones."""


def words_of_work(work: Work) -> tuple[str, ...]:
    """The words that a citation of a work may print, each once: titles, people, venue, years, volume, first page."""
    if work.kind in UNCITED:
        return ()
    return tuple(dict.fromkeys(map(spelling, chain.from_iterable(map(keys, _texts(work))))))


def words_printed(reference: Reference) -> tuple[str, ...]:
    """Every word that an entry prints of its work, folded as in an index."""
    return tuple(dict.fromkeys(map(spelling, keys(printed_text(reference)))))


def words_parsed(reference: Reference) -> tuple[str, ...]:
    """The words of the parsed fields that distinguish one work from another; () without a title."""
    if not reference.title:
        return ()
    people = (reference.authors or reference.editors)[:2]
    texts = (
        reference.title, *(f"{p.particle} {p.family} {p.literal}" for p in people), str(reference.year or ""),
        reference.container, reference.volume, reference.pages.partition("-")[0],
    )  # fmt: skip
    return tuple(dict.fromkeys(spelling(key) for text in texts for key in keys(text)))


def _texts(work: Work) -> Iterator[str]:
    yield from work.titles
    yield from work.subtitles
    yield from work.original_titles
    for person in (*work.authors[:_PEOPLE], *work.editors[:_PEOPLE]):
        yield f"{person.particle} {person.family} {person.literal}"
    yield from work.containers
    yield from work.short_containers
    yield from map(str, work.years)
    yield work.volume
    yield work.pages.partition("-")[0]
    yield work.article_number
    if not work.containers:  # a book
        yield work.publisher
