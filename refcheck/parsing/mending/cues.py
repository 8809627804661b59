"""What must stand in a text for a rule to have anything to do there: signs and words, of all rules looked for at once.

A sign is any stretch of a text; a figure in it is any figure. Signs are looked for in many texts together, by four of
their bytes, since there are a thousand of them and few stand in any one text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from refcheck.language.fold import runs_of_letters
from refcheck.parsing.tagging.tokens import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Rule = Callable[[str, Sequence[Token], list[str]], None]
"""Takes the text of a reference, its tokens and their labels, one per token, and changes labels in place."""


class Cues(NamedTuple):
    """Signs, and the lower-case words of phrases; ``words_in`` says what is a word."""

    signs: Collection[str] = ()
    phrases: Collection[frozenset[str]] = ()


CUES: dict[Rule, Cues] = {}
"""The cues of the rules that have any."""


def told_by(signs: Iterable[str] = (), words: Iterable[str] = ()) -> Callable[[Rule], Rule]:
    """Says of a rule that it has nothing to do with a text in which none of these signs stands and none of these words,
    or all the words of none of these phrases."""

    def tell(rule: Rule) -> Rule:
        CUES[rule] = Cues(frozenset(signs), frozenset(frozenset(runs_of_letters(word.lower())) for word in words))
        return rule

    return tell


_FIGURES = bytes.maketrans(b"123456789", b"000000000")
_WIDTHS = (5, 3)  # bytes of a sign by which it is found; those that are shorter are looked for one by one
_COMMON = b" eaionrtslcdu.,mhp0gbfyv:k-()A;"  # the bytes that most references have, the commonest first
_HASH, _BITS = 0x9E3779B97F4A7C15, 16


def _in_bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass").translate(_FIGURES)


_RARITY = bytes(_COMMON.find(byte) % (len(_COMMON) + 1) for byte in range(256))


def _rarest(sign: bytes, width: int) -> int:
    """The number of its stretch of so many bytes that fewest texts have."""
    ranks = sign.translate(_RARITY)
    at = max(range(len(sign) - width + 1), key=lambda i: sum(ranks[i : i + width]))
    stretch = int.from_bytes(sign[at : at + width], "little") << 64 - 8 * width
    return (stretch * _HASH % (1 << 64)) >> 64 - _BITS


def _hashed(text: bytes, width: int) -> NDArray[np.uint64]:
    """A number below 2 ** _BITS for each so many neighbouring bytes of a text, as ``_rarest`` numbers them."""
    import numpy as np

    windows = np.ndarray((max(0, len(text) - width + 1),), "<u8", text + bytes(8), strides=(1,))
    hashed: NDArray[np.uint64] = (windows << np.uint64(64 - 8 * width)) * np.uint64(_HASH) >> np.uint64(64 - _BITS)
    return hashed


class Watch:
    """Looks for several groups of signs at once."""

    def __init__(self, groups: Iterable[Collection[str]]) -> None:
        import numpy as np

        self._short: dict[str, int] = {}  # sign -> a number, bit n of which says whether it is of group n
        self._long: dict[int, dict[int, dict[str, int]]] = {width: {} for width in _WIDTHS}  # by the hash of some bytes
        for number, signs in enumerate(groups):
            for sign in map(_in_bytes, signs):
                alike = self._short
                if width := next((width for width in _WIDTHS if width <= len(sign)), 0):
                    alike = self._long[width].setdefault(_rarest(sign, width), {})
                alike[sign.decode()] = alike.get(sign.decode(), 0) | 1 << number
        self._known = {width: np.zeros(1 << _BITS, bool) for width in _WIDTHS}
        for width, known in self._known.items():
            known[list(self._long[width])] = True

    def standing(self, texts: Sequence[str]) -> list[int]:
        """For each text a number: bit n says whether a sign of group n stands in it."""
        import numpy as np

        in_bytes = list(map(_in_bytes, texts))
        texts = [text.decode(errors="surrogatepass") for text in in_bytes]
        found = []
        for text in texts:
            standing = 0
            for sign, those in self._short.items():
                if sign in text:
                    standing |= those
            found.append(standing)
        together, ends = b"\n".join(in_bytes), np.cumsum([len(text) + 1 for text in in_bytes])
        for width, known in self._known.items():
            hashed = _hashed(together, width)
            places = known[hashed].nonzero()[0]
            numbers = ends.searchsorted(places, "right")
            for number, key in set(zip(numbers.tolist(), hashed[places].tolist(), strict=True)):
                for sign, those in self._long[width][key].items():
                    if sign in texts[number]:
                        found[number] |= those
        return found
