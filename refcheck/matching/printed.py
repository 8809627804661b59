"""An entry prepared for looking up registered values, even glued together, split or with a letter wrong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from refcheck.comparing.align import FUNCTION_WORDS
from refcheck.comparing.remembered import remembered
from refcheck.language.fold import keys, spelling
from refcheck.language.words import every
from refcheck.matching.query import printed_text
from refcheck.model import Reference

DIGITS = re.compile(r"[0-9]{1,18}")
_SPLIT = re.compile(r"(?<![0-9])[0-9]{1,4}(?: [0-9]{1,4}){1,3}(?![0-9])")
FURNITURE = frozenset(every("compare", "furniture"))
"""Words of a reference that no record needs to explain."""


@remembered
def printed(reference: Reference) -> Printed:
    """The entry prepared; recent ones are cached, since an entry is judged again whenever another register answers."""
    return Printed(reference)


class Printed:
    """An entry prepared for looking up registered values."""

    def __init__(self, reference: Reference) -> None:
        text = printed_text(reference)
        self.reference = reference
        self.scores: dict[int, Any] = {}  # the id() of a work -> its ``Score`` in this entry
        self.keys = keys(text)
        self.words = tuple(map(spelling, self.keys))
        self.vocabulary = frozenset(self.words)
        self.letters = "".join(self.words)
        self.starts = tuple(
            accumulate((len(w) for w in self.words), initial=0)
        )  # the start of each word in ``letters``
        self.numbers = frozenset(map(bare, DIGITS.findall(text)))
        # "3 7 41" in a bad scan is 3741
        self.joined = frozenset(bare(run.replace(" ", "")) for run in _SPLIT.findall(text))
        people = reference.authors + reference.editors + reference.translators
        names = [w for p in people for w in words_of(f"{p.particle} {p.family} {p.given} {p.literal}")]
        self.names = frozenset(names)
        self.vocabulary |= self.names
        # where a name may be glued to others or have a letter wrong
        self.name_letters = "".join(names) if len("".join(names)) > 4 else self.letters
        venue = (reference.container, reference.series, reference.publisher, reference.place)
        self.venue = frozenset(w for text in venue for w in words_of(text))

    @cached_property
    def mixed(self) -> tuple[str, ...]:
        """The words that have both digits and letters."""
        return tuple(word for word in self.keys if not word.isdigit() and not word.isalpha())

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that identify the work: without numbers, months, roles, function words, persons and venue."""
        other = self.names | self.venue | FURNITURE
        return tuple(w for w in content_of(self.words) if w.isalpha() and w not in other)

    def smudged(self, number: str) -> bool:
        """Whether the entry prints a number split up or, if it has three or more digits, with letters for some of them
        ("11T7" for 1167)."""
        return number in self.joined or (len(number) > 2 and any(_smudged(word, number) for word in self.mixed))

    def region(self, start: int, end: int) -> slice:
        """The words of which at least half is in ``letters[start:end]``."""
        middle = [begin + len(word) / 2 for begin, word in zip(self.starts, self.words, strict=False)]
        return slice(bisect_left(middle, start), bisect_left(middle, end))


def stands_in(word: str, words: Collection[str], run: str) -> bool:
    """Whether a word is among others, even glued to a neighbour, split, or with a letter wrong."""
    if word in words or (len(word) > 3 and word in run):
        return True
    return len(word) > 4 and extractOne(word, words, scorer=OSA.distance, score_cutoff=1) is not None


def _smudged(word: str, number: str) -> bool:
    if len(word) != len(number):
        return False
    return all(ours == theirs or ours.isalpha() for ours, theirs in zip(word, number, strict=True))


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a value, folded and in one spelling tradition."""
    return tuple(map(spelling, keys(text)))


def content_of(words: Iterable[str]) -> tuple[str, ...]:
    """The content words: not function words, and in Latin script of three or more letters."""
    return tuple([w for w in words if (len(w) > 2 or not w.isascii()) and w not in FUNCTION_WORDS])


def bare(number: str) -> str:
    """A number without leading zeros."""
    return number.lstrip("0") or number[:1]
