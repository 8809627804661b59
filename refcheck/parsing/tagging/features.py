"""The tagger's features of each token: its word, shape and lexica, its neighbours, the gaps, its segment.

Many references are described at once in an array of integers: a column holds one feature of every token, and a template
names the columns whose combined values are one attribute. Features of a word or a gap alone are computed once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
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


def flat(references: Sequence[tuple[Sequence[Token], str]]) -> tuple[list[str], list[str]]:
    """The words and the gaps of tokenized references, one after another, each given with the text behind its last
    token.

    Two edges precede each reference and two follow it, so that every token has neighbours.
    """
    words: list[str] = []
    gaps: list[str] = []
    for tokens, tail in references:
        words += "^", "^", *[f"<{token[4]}>" if token[4] else token[0] for token in tokens], "$", "$"
        gaps += "", "", *[token[3] for token in tokens], tail, ""
    return words, gaps


_REMEMBERED = 256  # layouts of single references that are cached, and the most tokens of one
_KINDS = ("^", "$", "Y", "D", "I", "N", "C", "P", "J", "T", "L", *(f"o{n}" for n in range(1, 6)))
_KIND = {name: i for i, name in enumerate(_KINDS, 1)}
_IS_TEXT = (False, *(name[0] in "TLJCo" for name in _KINDS))  # of a kind, by its number
_DIGIT, _INITIAL, _YEAR = map(COUNTED.index, ("digit", "initial", "year"))
# The largest value of each column, except those that an alphabet numbers.
_SIZES = {
    "kind": len(_KINDS),
    "part": len(_KINDS),
    "texts": 4,
    "dated": 2,
    "inside": 8,
    "position": 9,
    "rest": 5,
    "distance": 7,
    "year": 2,
    "first": 1,
    "last": 1,
    "sign": len(SIGNS),
}


class _Layout(NamedTuple):
    """Where each position of the flat arrays is within its reference."""

    home: NDArray[np.intp]  # the first position of its reference
    edge: NDArray[np.bool_]
    at: NDArray[np.intp]  # the positions that are tokens
    near: NDArray[np.intp]  # with their neighbours, two on either side [offset, token]
    position: NDArray[np.intp]  # columns: how far a token is from the beginning, and from the end
    rest: NDArray[np.intp]

    @classmethod
    def of(cls, lengths: NDArray[np.intp]) -> _Layout:
        import numpy as np

        sizes = lengths + 4
        begins = np.cumsum(sizes) - sizes
        edge = np.zeros(sizes.sum(), bool)
        for offset in (0, 1, lengths + 2, lengths + 3):
            edge[begins + offset] = True
        home, at = np.repeat(begins, sizes), np.flatnonzero(~edge)
        place = at - home[at] - 2
        left = np.repeat(lengths, lengths) - place  # tokens from this one on
        position = 1 + np.where(place < 3, place, np.minimum(2 + place // 3, 8))
        return cls(home, edge, at, at + np.arange(-2, 3)[:, None], position, np.where(left < 6, left, 0))

    def since(self, values: NDArray[Any]) -> NDArray[Any]:
        """The running sum of values [..., position] within each reference; edges in front must hold 0."""
        total = values.cumsum(axis=-1)
        return total - total[..., self.home]  # type: ignore[no-any-return]


@lru_cache(maxsize=_REMEMBERED)
def _alone(length: int) -> _Layout:
    """The layout of one reference, which depends only on the number of its tokens."""
    import numpy as np

    return _Layout.of(np.array([length]))


def describe(words: NDArray[np.int32], gaps: NDArray[np.int32], lengths: NDArray[np.intp]) -> tuple[Any, Any]:
    """The positions of the tokens among the rows, and what is known of each: whole numbers [column, token], in the
    order of ``COLUMNS``.

    ``words`` and ``gaps`` are the rows of ``flat``'s texts, ``lengths`` the tokens of each reference. For a
    single reference the time goes into calling numpy: hence few calls, each doing as much as possible.
    """
    import numpy as np

    alone = len(lengths) == 1 and lengths[0] <= _REMEMBERED
    layout = _alone(int(lengths[0])) if alone else _Layout.of(lengths)
    at, edge, home, near = layout.at, layout.edge, layout.home, layout.near
    short, sign, counts = words[:, 0], words[:, 1], words[:, 2:]
    gap, quotes, singles, depths, breaks, small_breaks, stop = gaps.T
    # A segment begins after a break, which an initial's full stop is not. Commas also separate the small ones.
    begins = edge.copy()
    begins[1:] |= edge[:-1]
    small = small_breaks > 0
    small[1:] &= ~((stop[1:] > 0) & (counts[:-1, _INITIAL] > 0))
    small |= begins
    begins |= small & (breaks > 0)
    kinds, parts, texts = _segments(layout, np.concatenate((begins, small)), counts, sign)
    # Which quotation marks are or were open, and whether a bracket is; surplus closing brackets are ignored.
    doubles, sole, deep = layout.since(np.array((quotes, singles, depths)))
    doubles, sole = doubles[at], sole[at]
    apart = home * (1 << 20)  # makes the running minimum start afresh in each reference
    open_brackets = (deep - np.minimum.accumulate(deep - apart) - apart)[at]
    quoted = np.where(doubles & 1, 1, np.where(sole & 1, 2, 3 * ((doubles > 0) | (sole > 0))))
    columns = (
        short[near],
        gap[near[2:4]],
        kinds,
        parts,
        1 + 2 * quoted + np.minimum(open_brackets, 1),
        layout.position,
        layout.rest,
        sign[at],
        texts,
        begins[at],
        begins[at + 1],
        *_numbers(layout, counts, gap),
    )
    flat = np.concatenate([column.ravel() for column in columns], dtype=np.int32, casting="unsafe")
    return at, flat.reshape(len(COLUMNS), -1)


def _near(name: str, values: NDArray[Any], at: NDArray[Any]) -> NDArray[Any]:
    """The columns of one name: ``values`` at these positions and at their neighbours."""
    import numpy as np

    first, last = _NEAR[name]
    return values[at + np.arange(first, last + 1)[:, None]]


def _looks(n: NDArray[Any], counts: NDArray[Any], sign: NDArray[Any]) -> NDArray[Any]:
    """The kind of each segment, from its ``n`` tokens, the sign it begins with, and the counts over its words."""
    import numpy as np

    digits, initials, lower, years, conf, publ, place, journal, score = counts.T
    text = (n > 3) & (lower * 5 >= n * 2)
    looks = {  # the last that holds wins
        "L": text,
        "T": text & (n < 9),
        "J": (journal > 0) | ((score >= n) & (n < 9)),
        "P": (publ > 0) | ((place > 0) & (n < 7)),
        "C": conf > 0,
        "N": initials * 4 >= n,
        "I": sign == SIGNS["<"],
        "D": digits * 2 >= n,
        "Y": (years > 0) & (n <= 3),
    }
    kinds: NDArray[Any] = _KIND["o1"] - 1 + np.minimum(n, 5)
    for name, holds in looks.items():
        kinds[holds] = _KIND[name]
    return kinds


def _segments(layout: _Layout, begins: NDArray[Any], counts: NDArray[Any], sign: NDArray[Any]) -> list[NDArray[Any]]:
    """Columns: the kinds of a token's segment and of those beside it, the same for its part between commas, and how
    many segments of text came before. An edge is a segment of its own.

    begins: where segments begin, followed by where parts of the same tokens begin, so that both are computed at once.
    """
    import numpy as np

    at, size = layout.at, len(counts)
    starts = begins.nonzero()[0]
    number = begins.cumsum() - 1
    at_once = starts % size
    n = np.append(starts[1:], len(begins)) - starts
    # The last segment of the first half is an edge of one position, so no sum runs on into the second half.
    kinds = _looks(n, np.add.reduceat(counts, at_once), sign[at_once])
    edge, front = layout.edge[at_once], at_once - layout.home[at_once] < 2
    kinds[edge] = _KIND["$"]
    kinds[edge & front] = _KIND["^"]
    is_text = np.array(_IS_TEXT)[kinds]
    before = is_text.cumsum() - is_text
    here = number[at]
    texts = before[here] - before[number[layout.home[at]]]
    return [_near("kind", kinds, here), _near("part", kinds, number[at + size]), 1 + np.minimum(texts, 3)]


def _numbers(layout: _Layout, counts: NDArray[Any], gap: NDArray[Any]) -> list[NDArray[Any]]:
    """Columns: the distance to the next number, whether it is a year, the gap before it; whether a year came
    earlier."""
    import numpy as np

    at = layout.at
    years = counts[:, _YEAR]
    is_digit = counts[:, _DIGIT] > 0
    following = np.where(is_digit, np.arange(len(counts)), len(counts) - 1)  # the last position is an edge
    there = np.minimum.accumulate(following[::-1])[::-1][at + 1]
    near = (there - at < 7) & (layout.home[there] == layout.home[at]) & is_digit[there]
    return [
        np.where(near, there - at, 7),
        1 + np.where(near, years[there], 0),
        np.where(near, gap[there], gap[0]),
        1 + ((layout.since(years) - years)[at] > 0),
    ]


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
