"""Features of a token's word, and of the gap before it, on their own: shape, lexica, short form, punctuation.

A model numbers the short forms and gaps it knows (``Alphabet``); each text's numbers are computed once (``Known``).
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import filterfalse, repeat
from typing import TYPE_CHECKING, NamedTuple

from refcheck.language.lexicon import ROLES
from refcheck.parsing.tagging.known_words import codes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

_CACHE_LIMIT = 30_000  # words and gaps remembered each; some 10 MB when all are full


class Alphabet(NamedTuple):
    """The short forms of words and the gaps that a model knows, each with its number from 1 on."""

    shorts: dict[str, int]
    gaps: dict[str, int]


def alphabet_of(shorts: Iterable[str], gaps: Iterable[str]) -> Alphabet:
    """The alphabet of short forms and gaps in the order that numbers them."""
    return Alphabet(*({text: i for i, text in enumerate(texts, 1)} for texts in (shorts, gaps)))


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """What many words have in common. Each is made once, so they are told apart by identity."""

    shape: str
    names: str | None
    venue: str | None
    role: str | None
    age: str | None  # of a number: old or recent year, one or two digits
    short: str  # role, or lexicon code, or shape: the short form that neighbours see
    counts: tuple[int, ...]  # what it adds to what its segment counts


class Word(NamedTuple):
    """The features of a word on its own."""

    sort: Sort
    low: str | None = None  # in lower case
    end: str | None = None  # its last three letters, its first three
    begin: str | None = None
    near: str = ""  # how neighbours see it: in lower case, digits as their count


_word: Callable[[Iterable[object]], Word] = partial(tuple.__new__, Word)  # Word._make, without a call of Python

COUNTED = (
    *("word", "front", "back", "identifier"),
    *("digit", "initial", "lower", "year", "conf", "publ", "place", "journal", "score"),
)
SIGNS = {sign: i for i, sign in enumerate("9KHXx<", 1)}  # first signs of shapes; "<" is an identifier's
_UNKNOWN = (0,) * 4
_ROLE_COUNTS = {role: tuple(int(role == name) for name in COUNTED[8:12]) for role in COUNTED[8:12]}


def _shape(text: str) -> str:
    if text.isdigit():
        return f"9{min(len(text), 6)}"
    first = text[0]
    if first >= "\u2e80":
        return "K" if first < "\uac00" or first > "\ud7af" else "H"
    if text.isalpha():
        if text.isupper():
            return "X" if len(text) == 1 else "XX" if len(text) < 4 else "XXX"
        if text.islower():
            return "x" if len(text) == 1 else "xx"
        return ("Xx" if text[1:].islower() else "Xm") if first.isupper() else "xX"
    if any(c.isdigit() for c in text):
        return "X9" if first.isupper() else "x9"
    return "X-x" if first.isupper() else "x-x"


def word_of(text: str) -> Word:
    """What is known of a token's text; of "<doi>" for an identifier, of "^" and "$" for the edges of a reference."""
    if text[0] in "<^$":
        return Word(_mark(text), near=text if text[0] == "<" else "")
    low, shape = text.lower(), _shape(text)
    role = ROLES.get(low)
    if shape[0] == "9":
        year = len(text) == 4 and "1400" <= text < "2050"
        age = ("old" if text < "1900" else "new") if year else str(len(text)) if len(text) < 3 else None
        return Word(_number(shape, role, age, year), near=f"<{len(text)}>")
    sort = _sort(shape, role, codes(low), len(text) <= 3 and text.isupper())
    return _word((sort, low, low[-3:], low[:3], low) if len(low) > 3 else (sort, low, None, None, low))


@cache
def _mark(text: str) -> Sort:
    return Sort(text, None, None, None, None, text, (1, *(text[0] == sign for sign in "^$<"), *[0] * 9))


@cache
def _number(shape: str, role: str | None, age: str | None, year: bool) -> Sort:
    counts = (1, 0, 0, 0, 1, 0, 0, year, *_ROLE_COUNTS.get(role or "", _UNKNOWN), 0)
    return Sort(shape, None, None, role, age, "yr" if year else role or shape, counts)


@cache
def _sort(shape: str, role: str | None, known_as: tuple[str, str], initial: bool) -> Sort:
    names, venue = known_as
    score = int(venue) if venue else 0
    lexical = (names if names and not score else f"v{venue}") if names or venue else ""
    counts = (1, 0, 0, 0, 0, initial, shape in ("x", "xx"), 0, *_ROLE_COUNTS.get(role or "", _UNKNOWN), score)
    return Sort(shape, names or None, venue or None, role, None, role or shape + lexical, counts)


_GAP_CLASSES = {
    **dict.fromkeys('“”„"«»‟″＂「」『』《》〈〉', '"'),
    **dict.fromkeys("‘’‚'`´", "'"),
    **dict.fromkeys("-‐‑‒–—−", "-"),
    **dict.fromkeys(" \t\n\u00a0\u2009\u202f\u3000", " "),
    "，": ",",
    "、": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "．": ".",
    "。": ".",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
}
_BREAKS = frozenset('.?!"()[];')


def gap_of(text: str) -> str:
    """A gap in a small alphabet: quotes and dashes each as one sign, at most five.

    Blanks count only where nothing else stands, since PDFs scatter them around punctuation.
    """
    signs = "".join(_GAP_CLASSES.get(char, char if char in ".,:;()[]/&?!" else "*") for char in text[:40])
    return signs.replace(" ", "")[:5] or signs[:1]


# Names of the attributes that a token has by words alone: by its own, by the one before and the one behind it.
OWN = ("shape", "low", "end", "begin", "names", "venue", "role", "age")
ATTRIBUTES = (*OWN, "near-1", "near+1")


def attributes_of(word: Word) -> tuple[str | None, ...]:
    """The values of ``ATTRIBUTES`` that a word gives: to its own token, to the one behind it, to the one before it."""
    sort = word.sort
    return sort.shape, *word[1:4], sort.names, sort.venue, sort.role, sort.age, word.near, word.near


# The first columns of a word's row are the rows of these attributes, of a word alone and of all of a sort; behind them
# stand its numbers.
IN_ROW = ("low", "end", "begin", "near-1", "near+1", "shape", "names", "venue", "role", "age")


def rows_maker(
    lines: Sequence[Mapping[str | None, int]], alphabet: Alphabet
) -> Callable[[Sequence[str]], NDArray[np.int32]]:
    """What makes the rows of words, with 0 for attributes unknown. lines: of each of ``ATTRIBUTES``, the rows of its
    values. Many words at once, one column after the other, take half the time of one word after the other."""
    find = {name: line.get for name, line in zip(ATTRIBUTES, lines, strict=True)}

    @cache
    def common(sort: Sort) -> bytes:
        """The end of the row, which words of a sort have in common."""
        known = [find[name](getattr(sort, name), 0) for name in IN_ROW[5:]]
        return array("i", (*known, *numbers_of_sort(sort, alphabet))).tobytes()

    def rows(texts: Sequence[str]) -> NDArray[np.int32]:
        import numpy as np

        sorts, *own, near = zip(*map(word_of, texts), strict=True)
        columns = zip(IN_ROW, (*own, near, near), strict=False)
        alone = np.array([list(map(find[name], column, repeat(0))) for name, column in columns], np.int32)
        shared = np.frombuffer(b"".join(map(common, sorts)), np.int32).reshape(len(texts), -1)
        return np.concatenate((alone.T, shared), axis=1)

    return rows


def numbers_of_sort(sort: Sort, alphabet: Alphabet) -> tuple[int, ...]:
    """A word's row in the first table that ``describe`` takes: short form, sign, counts."""
    return alphabet.shorts.get(sort.short, 0), SIGNS.get(sort.shape[0], 0), *sort.counts


def numbers_of_gap(gap: str, alphabet: Alphabet) -> tuple[int, ...]:
    """A gap's row in the second table that ``describe`` takes: number, double and single quotation marks, brackets
    opened, whether a segment may begin behind it, or a small one, whether it is a full stop."""
    depth = sum(map(gap.count, "([")) - sum(map(gap.count, ")]"))
    breaks = not _BREAKS.isdisjoint(gap)
    small = breaks or "," in gap or ":" in gap
    return alphabet.gaps.get(gap, 0), gap.count('"'), gap.count("'"), depth, breaks, small, gap == "."


class Known(dict[str, int]):
    """A table that grows: of each text the number of its row. Those of texts that are first met are made by ``about``,
    all together. Thread-safe."""

    def __init__(self, about: Callable[[Sequence[str]], ArrayLike]) -> None:
        self.about = about
        self.table: NDArray[np.int32] | None = None  # with room for more rows than there are
        self._lock = threading.Lock()

    def of(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The rows of texts, stacked [text, column]."""
        import numpy as np

        with self._lock:
            if len(self) > _CACHE_LIMIT:
                self.clear()
                self.table = None
            try:
                numbers = np.fromiter(map(self.__getitem__, texts), np.intp, len(texts))
            except KeyError:
                self._add(tuple(dict.fromkeys(filterfalse(self.__contains__, texts))))
                numbers = np.fromiter(map(self.__getitem__, texts), np.intp, len(texts))
            assert self.table is not None
            return self.table.take(numbers, axis=0)

    def _add(self, texts: Sequence[str]) -> None:
        import numpy as np

        rows = np.asarray(self.about(texts), np.int32)
        before, after = len(self), len(self) + len(texts)
        if self.table is None or after > len(self.table):
            grown = np.empty((after * 5 // 4, rows.shape[1]), np.int32)
            if self.table is not None:
                grown[:before] = self.table[:before]
            self.table = grown
        self.table[before:after] = rows
        self.update(zip(texts, range(before, after), strict=True))
