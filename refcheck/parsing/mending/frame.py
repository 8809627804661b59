"""Rules of one pattern each: the signs around a number or a name show what it is, whatever the style."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from refcheck.parsing.mending.cues import Rule, told_by
from refcheck.parsing.tagging.tokens import Token, first_from

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


_compiled = cache(re.compile)  # when a frame's needle is first found: most articles have few of them


def _rule(name: str, frame: Frame) -> Rule:
    """What a frame does to a text in which one of its needles stands."""
    pattern, needles, kept, tail, behind = frame

    def rule(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
        for match in _compiled(pattern).finditer(raw[:2000], len(raw) - tail if tail and len(raw) > tail else 0):
            spans = [(label, *match.span(label)) for label, value in match.groupdict().items() if value]
            found = {
                i: label
                for label, start, end in spans
                for i in range(first_from(tokens, start), first_from(tokens, end))
                if not tokens[i].kind and label != "part"
            }
            if found and kept.isdisjoint(labels[i] for i in found):
                for i, label in found.items():
                    labels[i] = label
                if behind and behind not in labels:
                    _go_on(labels, max(found) + 1, behind)
                return

    rule.__name__ = name
    return told_by(needles)(rule)


def _go_on(labels: list[str], start: int, label: str) -> None:
    """Give this label to any "title" that goes on from here."""
    while start < len(labels) and labels[start] == "title":
        labels[start] = label
        start += 1


def rules_of(frames: Mapping[str, Frame]) -> dict[str, Rule]:
    """The rule of each frame, by its name."""
    return {name: _rule(name, frame) for name, frame in frames.items()}
