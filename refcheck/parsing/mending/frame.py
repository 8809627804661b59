"""Rules of one pattern each: the signs around a number or a name show what it is, whatever the style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from sys import byteorder
from typing import NamedTuple

from refcheck.parsing.tagging.tokens import Token

NOTHING: frozenset[str] = frozenset()
_READ = frozenset({"author", "title"})


class Frame(NamedTuple):
    """A pattern whose named groups are labels. A text without any of the needles does not hold it; a figure in
    a needle is any figure."""

    pattern: str
    needles: tuple[str, ...]
    kept: frozenset[str] = _READ  # labels that it must not overwrite
    tail: int = 0  # characters from the end in which it stands, if it stands there
    behind: str = ""  # the label of a "title" that goes on behind it, where nothing else has that label


Rule = Callable[[str, Sequence[Token], list[str]], None]
_compiled = cache(re.compile)  # when a frame's needle is first found: most articles have few of them


# The signs that most references have, the commonest first: a needle is looked for only where its rarest pair of
# neighbouring bytes stands.
_COMMON = b" eaionrtslcdu.,mhp0gbfyv:k-()A;"
_FIGURES = bytes.maketrans(b"123456789", b"000000000")


def _with_noughts(raw: str) -> tuple[str, bytes]:
    """A text with 0 for each of its figures, and the same in bytes."""
    text = raw.encode(errors="surrogatepass").translate(_FIGURES)
    return text.decode(errors="surrogatepass"), text


def _pairs(text: bytes) -> Iterable[int]:
    """Each two neighbouring bytes of a text, as a number."""
    return chain.from_iterable(memoryview(text[i : len(text) - (len(text) - i) % 2]).cast("H") for i in (0, 1))


def _reading(frame: Frame) -> Rule:
    """What a frame does to a text in which one of its needles stands."""
    pattern, _, kept, tail, behind = frame

    def read(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
        for match in _compiled(pattern).finditer(raw[:2000], len(raw) - tail if tail and len(raw) > tail else 0):
            spans = {match.span(label): label for label, value in match.groupdict().items() if value}
            found = {
                i: label
                for i, token in enumerate(tokens)
                for (start, end), label in spans.items()
                if start <= token.start < end and not token.kind and label != "part"
            }
            if found and kept.isdisjoint(labels[i] for i in found):
                for i, label in found.items():
                    labels[i] = label
                if behind and behind not in labels:
                    _go_on(labels, max(found) + 1, behind)
                return

    return read


def _go_on(labels: list[str], start: int, label: str) -> None:
    """Give this label to any "title" that goes on from here."""
    while start < len(labels) and labels[start] == "title":
        labels[start] = label
        start += 1


def _rule(name: str, frame: Frame) -> Rule:
    read, needles = _reading(frame), [_with_noughts(needle)[0] for needle in frame.needles]

    def rule(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
        text, _ = _with_noughts(raw)
        if any(needle in text for needle in needles):
            read(raw, tokens, labels)

    rule.__name__ = name
    return rule


def rules_of(frames: Mapping[str, Frame]) -> dict[str, Rule]:
    """The rule of each frame, by its name."""
    return {name: _rule(name, frame) for name, frame in frames.items()}


def _rarity(pair: int) -> int:
    return sum(_COMMON.find(byte) % len(_COMMON + b" ") for byte in pair.to_bytes(2, byteorder))


def at_once(frames: Mapping[str, Frame]) -> Rule:
    """All frames as one rule, in order: only those read a text of which a needle stands in it."""
    readings = [_reading(frame) for frame in frames.values()]
    needles: dict[int, list[tuple[str, int]]] = {}  # by that pair, -1 for those of one byte
    for number, frame in enumerate(frames.values()):
        for needle, in_bytes in map(_with_noughts, frame.needles):
            rarest = max(_pairs(in_bytes), key=_rarity, default=-1)
            needles.setdefault(rarest, []).append((needle, number))

    def all_frames(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
        text, in_bytes = _with_noughts(raw)
        here = [needles[pair] for pair in needles.keys() & chain((-1,), _pairs(in_bytes))]
        for number in sorted({number for some in here for needle, number in some if needle in text}):
            readings[number](raw, tokens, labels)

    return all_frames
