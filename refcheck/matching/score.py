"""How strongly an entry supports a registered work: which of the work's values it prints, and what they weigh.

Record linkage after Fellegi and Sunter (1969): every field is on one of a few levels (agrees, nearly, differs, silent),
every level has a weight, and the sum is the log odds that record and entry mean the same work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from refcheck.comparing.remembered import remembered
from refcheck.matching.levels import Levels
from refcheck.model import Reference, Work

BIAS = -3.51
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "title": {
        "same": 3.85,
        "near": 2.84,
        "short": 2.36,
        "generic": 2.2,
        "clash": -3.68,
        "part": 0.88,
        "other": -2.0,
        "unprinted": -1.27,
    },
    "rest": {"none": 1.08, "little": -0.07, "some": -0.35, "much": -0.66},
    "authors": {"many": 2.24, "all": 2.14, "only": 2.16, "first": 2.28, "some": 1.68, "near": 2.0, "none": -1.28},
    "year": {"same": 1.25, "near": -0.35, "other": -1.94},
    "container": {"same": 1.19, "other": -2.22},
    "volume": {"same": 1.08, "seen": -0.12, "other": -1.67},
    "pages": {"same": 4.58, "seen": 2.73, "inside": -0.06, "other": -3.23},
}
"""Log-odds of each level, by ``training/matching_weights.py``. "silent", on every field, weighs nothing: what is not in
the record, or not printed, is no evidence."""


def ranges(weights: Mapping[str, Mapping[str, float]]) -> Mapping[str, tuple[float, float]]:
    """The least and the most that each field weighs, those fields first that decide soonest."""
    order = ("pages", "volume", "year", "title", "container", "authors", "rest")
    return {field: (min(0.0, *weights[field].values()), max(0.0, *weights[field].values())) for field in order}


RANGES = ranges(WEIGHTS)


@dataclass(frozen=True)
class Score:
    """How well one work fits an entry: the level of each field, and the sum of their weights."""

    work: Work
    levels: Mapping[str, str]  # field -> level, as in the keys of WEIGHTS

    def says(self, field: str, *levels: str) -> bool:
        """Whether the field is on one of these levels."""
        return self.levels[field] in levels

    @cached_property
    def log_odds(self) -> float:
        """The sum of the weights of all levels."""
        return BIAS + sum([weights.get(self.levels[field], 0.0) for field, weights in WEIGHTS.items()])

    def reaches(self, bound: float, *, forgiven: str = "") -> bool:
        """Whether ``log_odds`` is at least this much: no further level is found than decides it.

        forgiven: a field that may not count against it.
        """
        spans = RANGES if self.titled else {**RANGES, "title": _untitled()}
        least, most = BIAS, BIAS
        for low, high in spans.values():
            least, most = least + low, most + high
        for field, (low, high) in spans.items():
            if least >= bound or most < bound:
                break
            weight = WEIGHTS[field].get(self.levels[field], 0.0)
            weight = max(0.0, weight) if field == forgiven else weight
            least, most = least + weight - low, most + weight - high
        return least >= bound

    @property
    def titled(self) -> bool:
        """Whether the title that the entry prints may be the work's, which is known before its level is."""
        return not isinstance(self.levels, Levels) or self.levels.titled


def _untitled() -> tuple[float, float]:
    """The least and the most that a title weighs which is not the work's."""
    weights = [0.0, *(WEIGHTS["title"][level] for level in ("part", "other", "unprinted"))]
    return min(weights), max(weights)


def without(found: Score, field: str) -> Score:
    """The score without the weight of one field."""
    return Score(found.work, {**found.levels, field: "silent"})


@remembered
def score(reference: Reference, work: Work) -> Score:
    """The fit of one registered work to an entry."""
    return Score(work, Levels(reference, work))
