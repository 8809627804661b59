"""How much of an entry a record doesn't explain: the one thing of a record that no field of it can be compared with."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from refcheck.comparing.align import FUNCTION_WORDS
from refcheck.comparing.printed import FURNITURE
from refcheck.comparing.remembered import remembered
from refcheck.comparing.venues import abbreviates
from refcheck.language.fold import spelt
from refcheck.matching.query import printed_text
from refcheck.model import Reference, Work


@remembered
def unexplained(reference: Reference, work: Work) -> Unexplained:
    """The entry's content words that are missing from the record: many if the entry means another work."""
    return Unexplained(_missing(reference, work))


class Unexplained:
    """Words that are counted as far as somebody asks."""

    __slots__ = ("_count", "_words")

    def __init__(self, words: Iterator[str]) -> None:
        self._words, self._count = words, 0

    def exceeds(self, most: int) -> bool:
        """Whether there are more than ``most``."""
        while self._count <= most and next(self._words, None) is not None:
            self._count += 1
        return self._count > most


def _missing(reference: Reference, work: Work) -> Iterator[str]:
    fields = (
        *work.titles, *work.subtitles, *work.original_titles, *work.containers, *work.short_containers, work.publisher,
        work.place, work.edition, *map(str, work.authors), *map(str, work.editors), *map(str, work.translators),
    )  # fmt: skip
    known = [word for text in fields for word in spelt(text)]
    vocabulary, line, run = frozenset(known), f" {' '.join(known)}", "".join(known)
    by_initial: dict[str, list[str]] = {}
    for word in vocabulary:
        by_initial.setdefault(word[0], []).append(word)
    for word in _content(reference):
        if word in vocabulary or f" {word}" in line or (len(word) > 3 and word in run):
            continue
        if any(abbreviates([word], [full]) for full in by_initial.get(word[0], ())):
            continue
        if len(word) < 5 or extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=1) is None:
            yield word


@remembered
def _content(reference: Reference) -> tuple[str, ...]:
    """The words that identify the work: without numbers, months, roles, function words, persons and venue."""
    people = (*reference.authors, *reference.editors, *reference.translators)
    other = (*map(str, people), reference.container, reference.series, reference.publisher, reference.place)
    known = FURNITURE.union(*map(spelt, other))
    return tuple(w for w in spelt(printed_text(reference)) if w.isalpha() and w not in known and is_content(w))


def is_content(word: str) -> bool:
    """Whether a folded word carries meaning: not a function word, and in Latin script of three or more letters."""
    return (len(word) > 2 or not word.isascii()) and word not in FUNCTION_WORDS
