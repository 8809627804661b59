"""The tagger's features of each token: its word, shape and lexica, its neighbours, the gaps, its segment.

Many references are described at once in an array of integers: a column holds one feature of every token, and a template
names the columns whose combined values are one attribute. Features of a word or a gap alone are computed once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from refcheck.parsing.tagging.tokens import Token
from refcheck.parsing.tagging.words import COUNTED, SIGNS, Alphabet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What attributes are made of, apart from those of single words; 0 in a column means nothing is there: no attribute.
_NAMES = """
    gap gap+1 gap|short short|gap+1 gap|gap+1|sign short-1|gap short-1|short short-2|short-1 gap+1|short+1 short|short+1
    short+1|short+2 short-1|gap|short|gap+1|short+1 kind-1|kind|kind+1 kind|kind+1|kind+2 texts|kind|dated inside|dated
    position rest part-1|part|part+1 distance|year|gap_there first|kind-1|kind last|kind|kind+1
"""
TEMPLATES = tuple(tuple(name.split("|")) for name in _NAMES.split())
_NEAR = {"short": (-2, 2), "gap": (0, 1), "kind": (-1, 2), "part": (-1, 1)}  # seen at neighbouring tokens too
COLUMNS = (
    *(f"{name}{offset:+d}" if offset else name for name, (a, b) in _NEAR.items() for offset in range(a, b + 1)),
    *("inside", "position", "rest", "sign", "texts", "first", "last", "distance", "year", "gap_there", "dated"),
)

_TEXT, _GAP_BEFORE, _KIND = (itemgetter(Token._fields.index(name)) for name in ("text", "gap", "kind"))


def flat(references: Sequence[tuple[Sequence[Token], str]]) -> tuple[list[str], list[str]]:
    """The words and the gaps of tokenized references, one after another, each given with the text behind its last
    token.

    Two edges precede each reference and two follow it, so that every token has neighbours.
    """
    words: list[str] = []
    gaps: list[str] = []
    for tokens, tail in references:
        found = any(map(_KIND, tokens))  # identifiers, which few have
        texts = [f"<{token.kind}>" if token.kind else token.text for token in tokens] if found else map(_TEXT, tokens)
        words += "^", "^", *texts, "$", "$"
        gaps += "", "", *map(_GAP_BEFORE, tokens), tail, ""
    return words, gaps


_REMEMBERED = 256  # layouts of single references that are cached, and the most tokens of one
_KINDS = ("^", "$", "Y", "D", "I", "N", "C", "P", "J", "T", "L", *(f"o{n}" for n in range(1, 6)))
_INITIAL, _YEAR, _IDENTIFIER = map(COUNTED.index, ("initial", "year", "identifier"))
_EDGE, _DIGITS = 0, SIGNS["9"]  # signs of edges and of numbers
_TOGETHER = 512  # segments whose kinds are found together
_SHORT, _GAP, _SEGMENT, _NUMBER = slice(0, 5), slice(5, 7), slice(7, 14), slice(21, 24)  # columns
_INSIDE, _POSITION, _REST, _SIGN, _TEXTS, _FIRST, _LAST = range(14, 21)
_DATED = 24
_FAR = 7  # tokens to the next number; further ones are not seen
# What is asked of a segment: whether the sum of what is counted over its words is at least so much.
_ASKED: dict[str, tuple[dict[str, int], int]] = {
    **{name: ({name: 1}, 1) for name in ("front", "back", "year", "identifier", "conf", "publ", "place", "journal")},
    **{f"{n} words": ({"word": 1}, n) for n in range(1, 6)},
    **{f"{n} words at most": ({"word": -1}, -n) for n in (3, 6, 8)},
    "half of them digits": ({"digit": 2, "word": -1}, 0),
    "a quarter initials": ({"initial": 4, "word": -1}, 0),
    "two fifths lower": ({"lower": 5, "word": -2}, 0),
    "words of venues": ({"score": 1, "word": -1}, 0),
}
# The kind of a segment is the first of these of which everything holds.
_LOOKS = (
    ("^", "front"),
    ("$", "back"),
    ("Y", "year", "3 words at most"),
    ("D", "half of them digits"),
    ("I", "identifier"),
    ("N", "a quarter initials"),
    ("C", "conf"),
    ("P", "publ"),
    ("P", "place", "6 words at most"),
    ("J", "journal"),
    ("J", "words of venues", "8 words at most"),
    ("T", "two fifths lower", "4 words", "8 words at most"),
    ("L", "two fifths lower", "4 words"),
    *((f"o{n}", f"{n} words") for n in range(5, 0, -1)),
)
# The largest value of each column, except those that an alphabet numbers.
_SIZES = {
    "kind": len(_KINDS),
    "part": len(_KINDS),
    "texts": 4,
    "dated": 2,
    "inside": 8,
    "position": 9,
    "rest": 5,
    "distance": _FAR,
    "year": 2,
    "first": 1,
    "last": 1,
    "sign": len(SIGNS),
}


class _Tables(NamedTuple):
    """``_ASKED`` and ``_LOOKS`` as arrays, and what quotation marks mean."""

    weights: NDArray[np.float64]  # [count, question]
    least: NDArray[np.float64]
    wanted: NDArray[np.float64]  # [question, look]
    many: NDArray[np.float64]  # questions that a look wants
    kind: NDArray[np.int32]  # of each look
    text: NDArray[np.int32]  # whether a look is one of text
    quoted: NDArray[np.int32]  # by double and single marks so far, each 0 for none, 2 for an even number, 3 for odd
    half: NDArray[np.intp]  # of the columns of segments: whether it is of their parts, and which neighbour it sees
    offset: NDArray[np.intp]


@cache
def _tables() -> _Tables:
    import numpy as np

    wanted = np.array([[name in questions for _, *questions in _LOOKS] for name in _ASKED], float)
    return _Tables(
        np.array([[weights.get(name, 0) for weights, _ in _ASKED.values()] for name in COUNTED], float),
        np.array([least for _, least in _ASKED.values()], float),
        wanted,
        wanted.sum(axis=0),
        np.array([1 + _KINDS.index(name) for name, *_ in _LOOKS], np.int32),
        np.array([name[0] in "TLJCo" for name, *_ in _LOOKS], np.int32),
        # Within double marks, within single ones, behind any.
        np.array([[1 if d == 3 else 2 if s == 3 else 3 * (d + s > 0) for s in range(4)] for d in range(4)], np.int32),
        np.repeat((0, 1), (len(_near("kind")), len(_near("part")))),
        np.array([*_near("kind"), *_near("part")])[:, None],
    )


class _Layout(NamedTuple):
    """Where each position of the flat arrays is within its reference."""

    home: NDArray[np.intp] | None  # the first position of its reference; None where there is but one reference
    at: NDArray[np.intp]  # the positions that are tokens
    tokens: slice | NDArray[np.intp]  # the same, to take columns by
    place: NDArray[np.intp]  # 0, 1, ...
    begins: NDArray[np.int32]  # 1 where a segment begins whatever stands there
    position: NDArray[np.int32]  # columns: how far a token is from the beginning, and from the end
    rest: NDArray[np.int32]

    @classmethod
    def of(cls, lengths: NDArray[np.intp]) -> _Layout:
        import numpy as np

        sizes = lengths + 4
        ends = np.cumsum(sizes)
        place = np.arange(ends[-1])
        home = np.repeat(ends - sizes, sizes)
        before, left = place - home - 2, np.repeat(ends, sizes) - place - 2  # left: tokens from this one on
        edge = (before < 0) | (left < 1)
        begins = edge.astype(np.int32)
        begins[1:] |= edge[:-1]
        at = np.flatnonzero(~edge)
        position = 1 + np.where(before < 3, before, np.minimum(2 + before // 3, 8)).astype(np.int32)
        rest = np.where(left < 6, left, 0).astype(np.int32)
        if len(lengths) == 1:
            return cls(None, at, slice(2, -2), place, begins, position, rest)
        return cls(home, at, at, place, begins, position, rest)

    def since(self, values: NDArray[Any]) -> NDArray[Any]:
        """The running sum of values [..., position] within each reference; edges in front must hold 0."""
        total = values.cumsum(axis=-1)
        return total if self.home is None else total - total[..., self.home]


@lru_cache(maxsize=_REMEMBERED)
def _alone(length: int) -> _Layout:
    """The layout of one reference, which depends only on the number of its tokens."""
    import numpy as np

    return _Layout.of(np.array([length]))


def describe(words: NDArray[np.int32], gaps: NDArray[np.int32], lengths: NDArray[np.intp]) -> tuple[Any, Any]:
    """The positions of the tokens among the rows, and what is known of each: whole numbers [column, token], in the
    order of ``COLUMNS``.

    ``words`` and ``gaps`` are the rows of ``flat``'s texts, ``lengths`` the tokens of each reference. For a
    single reference the time goes into calling numpy: hence few calls, each doing as much as possible, on edges too,
    which are left out at the end.
    """
    import numpy as np

    alone = len(lengths) == 1 and lengths[0] <= _REMEMBERED
    layout = _alone(int(lengths[0])) if alone else _Layout.of(lengths)
    short, sign, counts = words[:, 0], words[:, 1], words[:, 2:]
    gap, stop = gaps[:, 0], gaps[:, 6]
    years = counts[:, _YEAR]
    # A segment begins after a break, which an initial's full stop is not. Commas also separate the small ones.
    begins = gaps[:, 4:6].T.copy()
    begins[:, 1:] -= stop[1:] * counts[:-1, _INITIAL]
    begins |= layout.begins
    columns = np.empty((len(COLUMNS), len(words)), np.int32)
    _beside("short", columns[_SHORT], short)
    _beside("gap", columns[_GAP], gap)
    columns[_SEGMENT], columns[_TEXTS] = _segments(layout, begins, counts)
    columns[_INSIDE] = _inside(layout, gaps[:, 1:4].T)
    columns[_POSITION], columns[_REST], columns[_SIGN] = layout.position, layout.rest, sign
    columns[_FIRST], columns[_LAST, :-1] = begins[0], begins[0, 1:]
    columns[_NUMBER, :-1] = _numbers(layout, years, sign, gap)
    columns[_DATED] = 1 + (layout.since(years) > years)
    return layout.at, columns[:, layout.tokens]


def _near(name: str) -> range:
    """The neighbours that see a token."""
    first, last = _NEAR[name]
    return range(first, last + 1)


def _beside(name: str, columns: NDArray[Any], values: NDArray[Any]) -> None:
    """Fills the columns of one name: ``values`` at each position and at its neighbours."""
    for column, offset in zip(columns, _near(name), strict=True):
        if offset < 0:
            column[-offset:] = values[:offset]
        else:
            column[: len(column) - offset] = values[offset:]


def _segments(layout: _Layout, begins: NDArray[Any], counts: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Columns: the kinds of a token's segment and of those beside it, the same for its part between commas; and how
    many segments of text came before. An edge is a segment of its own.

    begins: 1 where segments begin, then where parts of the same tokens begin, so that both are found at once.
    """
    import numpy as np

    tables = _tables()
    flags = begins.ravel()
    starts = flags.nonzero()[0] % len(counts)
    number = (flags.cumsum() - 1).reshape(begins.shape)
    # The last segment of the first half is an edge of one position, so no sum runs on into the second half.
    sums = np.add.reduceat(counts, starts)
    sums[:, _IDENTIFIER] = counts[starts, _IDENTIFIER]  # where one stands in front
    # Some segments at a time: for many, the products would wait for threads.
    looks = [_look(sums[i : i + _TOGETHER], tables) for i in range(0, len(sums), _TOGETHER)]
    look = looks[0] if len(looks) == 1 else np.concatenate(looks)
    text = tables.text[look]
    before = (text.cumsum() - text)[number[0]]
    if layout.home is not None:
        before -= before[layout.home]
    kinds = tables.kind[look].take(number[tables.half] + tables.offset, mode="clip")
    return kinds, 1 + np.minimum(before, 3)


def _look(sums: NDArray[Any], tables: _Tables) -> NDArray[np.intp]:
    """Which of ``_LOOKS`` segments have, from the sums of what is counted in each."""
    holds = sums @ tables.weights >= tables.least
    look: NDArray[np.intp] = (holds @ tables.wanted == tables.many).argmax(axis=1)
    return look


def _inside(layout: _Layout, signs: NDArray[Any]) -> NDArray[Any]:
    """Column: which quotation marks are or were open, and whether a bracket is; surplus closing brackets are ignored.

    signs: how many double and single marks stand before each position, and how many brackets open there.
    """
    import numpy as np

    marks = layout.since(signs)
    deep = marks[2]
    if layout.home is not None:
        deep = deep - layout.home * (1 << 20)  # makes the running minimum start afresh in each reference
    opened = deep > np.minimum.accumulate(deep)
    quoted: Any = 0  # so it is in one reference without quotation marks
    if layout.home is not None or marks[0, -1] or marks[1, -1]:
        doubles, singles = (marks[:2] & 1) + 2 * (marks[:2] > 0)
        quoted = _tables().quoted[doubles, singles]
    inside: NDArray[Any] = 1 + 2 * quoted + opened
    return inside


def _numbers(layout: _Layout, years: NDArray[Any], sign: NDArray[Any], gap: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    """Columns of all positions but the last: the distance to the next number, whether it is a year, and the gap before
    it."""
    import numpy as np

    is_number = sign == _DIGITS
    stop = np.where(is_number | (sign == _EDGE), layout.place, len(sign))  # the last position is an edge
    there = np.minimum.accumulate(stop[::-1])[-2::-1]
    distance = there - layout.place[:-1]
    near = is_number[there] & (distance < _FAR)
    there = np.where(near, there, 0)  # an edge is there
    return np.where(near, distance, _FAR), 1 + years[there], gap[there]


def places(alphabet: Alphabet) -> NDArray[np.float64]:
    """The factor of each column in the key of each template [template, column]: the digits of a key are the values of
    its columns, each in a base of its own. ``places @ columns`` are the keys, whole numbers below 2 ** 53."""
    import numpy as np

    out = np.zeros((len(TEMPLATES), len(COLUMNS)))
    for row, template in zip(out, TEMPLATES, strict=True):
        for i, name in enumerate(template, 1):
            row[COLUMNS.index(name)] = space(template[i:], alphabet)
    return out


def space(template: Sequence[str], alphabet: Alphabet) -> int:
    """The number of possible keys of a template; each key is less than that."""
    return math.prod(base(name, alphabet) for name in template)


def base(column: str, alphabet: Alphabet) -> int:
    """One more than the largest value of a column."""
    name = column.rstrip("+-12")
    if name == "short":
        return len(alphabet.shorts) + 1
    return len(alphabet.gaps) + 1 if name in ("gap", "gap_there") else _SIZES[name] + 1
