"""The labelled tokens of one reference as runs of equal labels, with their text and probability."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import compress, count, islice
from operator import ne
from typing import NamedTuple

from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import Token

TRIM = " \t.,;:'\"“”„‟«»‘’‚`´*_~|/\\–—-‐·•<>=，。、：；「」『』《》〈〉＂"
_OPEN = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "」": "「", "』": "『", "》": "《"}
_MONEY = ("£", "$", "€", "¥", "#", "@")
_PAIRS = {"“": "”", "«": "»", "„": "“"}


class Run(NamedTuple):
    """Consecutive tokens with one label: token indexes, first and last inclusive."""

    label: str
    first: int
    last: int


_run: Callable[[Iterable[object]], Run] = partial(tuple.__new__, Run)  # Run._make, without a call of Python


def runs_of(labels: Sequence[str]) -> list[Run]:
    """Labels of a token sequence -> its runs, in order."""
    if not labels:
        return []
    lasts = [*compress(count(), map(ne, labels, islice(labels, 1, None))), len(labels) - 1]
    firsts = [0, *map((1).__add__, lasts[:-1])]
    return list(map(_run, zip(map(labels.__getitem__, firsts), firsts, lasts, strict=True)))


class Runs:
    """The runs of one reference by label, with their text and probability."""

    def __init__(self, raw: str, tokens: Sequence[Token], tagged: Tagged) -> None:
        self.raw, self.tokens, self.tagged = raw, tokens, tagged
        self.runs = runs_of(tagged.labels)
        self.by_label: dict[str, list[Run]] = {}
        for run in self.runs:
            self.by_label.setdefault(run.label, []).append(run)
        self.confidence: dict[str, float] = {}

    def text(self, run: Run) -> str:
        """The text of a run."""
        return self.raw[self.tokens[run.first].start : self.tokens[run.last].end]

    def probability(self, run: Run) -> float:
        """The smallest probability of its labels."""
        return min(self.tagged.marginals[run.first : run.last + 1])

    def merged(self, label: str) -> list[Run]:
        """Runs of a label, joined across a single stray token without a full stop."""
        all_runs = self.by_label.get(label, [])
        if len(all_runs) < 2:
            return all_runs
        runs: list[Run] = []
        for run in all_runs:
            if (
                runs
                and run.first - runs[-1].last == 2
                and not any(set(self.tokens[k].gap) & set('.;()[]"“”') for k in (run.first - 1, run.first))
            ):
                runs[-1] = Run(label, runs[-1].first, run.last)
            else:
                runs.append(run)
        return runs

    def longest(self, label: str) -> Run | None:
        """The longest run of a label, or None."""
        runs = self.merged(label)
        return max(runs, key=lambda run: len(self.text(run))) if len(runs) > 1 else runs[0] if runs else None

    def first(self, label: str) -> Run | None:
        """The first run of a label, or None."""
        return next(iter(self.merged(label)), None)

    def title(self) -> Run | None:
        """The first run of the title: what a second one holds is beside the work, such as a museum or an archive. In
        front of all else or of "(1995)" an organisation can be taken for a title; then the longest."""
        first = self.first("title")
        behind = first.last + 1 if first else 0
        slot = self.tagged.labels[behind : behind + 1] == ["date"] and "(" in self.tokens[behind].gap
        return first if first and first.first and not slot else self.longest("title")

    def forget(self, labels: Iterable[str], start: int, end: int) -> None:
        """Leave out the runs of these labels that begin within a stretch of the text."""
        for label in labels:
            runs = self.by_label.get(label, [])
            self.by_label[label] = [run for run in runs if not start < self.tokens[run.first].start < end]

    def note(self, field: str, run: Run) -> None:
        """Record the probability of the run from which a field was read."""
        self.confidence[field] = self.probability(run)

    def clean(self, run: Run) -> str:
        """The text of a run without the punctuation around it; its own final "?", "!" or closing bracket stays."""
        raw = self.raw
        start, end = self.tokens[run.first].start, self.tokens[run.last].end
        limit = self.tokens[run.last + 1].start if run.last + 1 < len(self.tokens) else len(raw)
        while end < limit:
            char = raw[end]
            if char == "." and raw[end + 1 : end + 2] == ")":  # "Washington Post (Maryland Ed.)"
                char = ")"
            if char in "?!+%" or (char in _OPEN and raw.count(_OPEN[char], start, end) > raw.count(char, start, end)):
                end += 1
            else:
                break
        if raw[start - 1 : start] in _MONEY:  # "£10,000 carrot to tempt physics experts"
            start -= 1
        text = " ".join(raw[start:end].split()).strip(TRIM)
        opening = raw[start - 1 : start]
        closing = _PAIRS.get(opening)
        return opening + text if closing and text.count(closing) > text.count(opening) else text
