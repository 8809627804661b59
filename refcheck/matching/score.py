"""How strongly an entry supports a registered work: which of the work's values it prints, and what they weigh.

Record linkage after Fellegi and Sunter (1969): every field is on one of a few levels (agrees, nearly, differs, silent),
every level has a weight, and the sum is the log odds that record and entry mean the same work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from refcheck.language.scripts import differ_in_script, in_latin
from refcheck.matching.levels import Levels
from refcheck.matching.printed import Printed
from refcheck.model import Work

BIAS = -2.57
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "title": {
        "same": 2.7,
        "near": 1.52,
        "short": 1.66,
        "generic": 1.75,
        "clash": -2.72,
        "part": 0.14,
        "other": -2.14,
        "unprinted": -1.22,
    },
    "rest": {"none": 0.83, "little": 0.12, "some": -0.34, "much": -0.61},
    "authors": {"many": 1.61, "all": 1.7, "only": 1.65, "first": 1.34, "some": 1.54, "near": -0.41, "none": -1.4},
    "year": {"same": 1.1, "near": -0.83, "other": -2.11},
    "container": {"same": 1.14, "near": -0.91, "seen": 0.63, "other": -2.08},
    "volume": {"same": 1.17, "seen": 0.23, "other": -1.6},
    "pages": {"same": 4.07, "seen": 2.1, "inside": -1.51, "other": -3.39},
}
"""Log-odds of each level, by ``training/matching_weights.py``. "silent", on every field, weighs nothing: what is not in
the record, or not printed, is no evidence."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well one work fits an entry: the level of each field, and the sum of their weights."""

    work: Work
    levels: Mapping[str, str]  # field -> level, as in the keys of WEIGHTS

    def says(self, field: str, *levels: str) -> bool:
        """Whether the field is on one of these levels."""
        return self.levels[field] in levels

    @property
    def log_odds(self) -> float:
        """The sum of the weights of all levels."""
        return BIAS + sum([weights.get(self.levels[field], 0.0) for field, weights in WEIGHTS.items()])

    def reaches(self, bound: float) -> bool:
        """Whether ``log_odds`` is at least this much; ``rest``, the one level that takes long, is found only if it
        decides."""
        rest = WEIGHTS["rest"]
        known = BIAS + sum([weights.get(self.levels[f], 0.0) for f, weights in WEIGHTS.items() if f != "rest"])
        if known + min(rest.values()) >= bound:
            return True
        return known + max(rest.values()) >= bound and self.log_odds >= bound


def without(found: Score, field: str) -> Score:
    """The score without the weight of one field."""
    return Score(found.work, {**found.levels, field: "silent"})


def score(printed: Printed, work: Work) -> Score:
    """The fit of one registered work to an entry, both in Latin letters where their scripts differ."""
    known = printed.scores.get(id(work))
    if known is None or known.work is not work:
        known = printed.scores[id(work)] = _fit(printed, work)
    return known


def _fit(printed: Printed, work: Work) -> Score:
    if not differ_in_script(printed.reference, work):
        return Score(work, Levels(printed, work))
    reference, latin = in_latin(printed.reference, work)
    levels = dict(Levels(Printed(reference), latin))
    for field, level in (
        ("title", "other"),
        ("authors", "none"),
    ):  # a translation or a name in Han characters proves nothing
        if levels[field] == level:
            levels[field] = "silent"
    return Score(work, levels)
