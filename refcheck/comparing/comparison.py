"""What comparing one printed field with a record's says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Agree, differ, or not comparable: a value missing on either side is no evidence."""

    AGREE = "agree"
    DIFFER = "differ"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field of a reference beside the same field of a work."""

    field: str  # the Reference field: title, authors, year, container, volume, issue, pages, locator
    verdict: Verdict
    kind: str = ""  # how they agree or differ, one word; each comparing module's docstring lists its kinds
    printed: str = ""  # as printed
    registered: str = ""  # as registered
    why: str = ""  # a clause for an editor: what differs, aligned, or why there is nothing to compare
    similarity: float = 0.0  # 0 nothing in common .. 1 the same; for ranking candidates
    confidence: float = 1.0  # the parser's, that ``printed`` really is this field
    parts: tuple[Comparison, ...] = ()  # of a compound field: the locator's volume, issue and pages

    @property
    def agrees(self) -> bool:
        """Whether the verdict is AGREE."""
        return self.verdict is Verdict.AGREE

    @property
    def differs(self) -> bool:
        """Whether the verdict is DIFFER."""
        return self.verdict is Verdict.DIFFER


def incomparable(field: str, why: str, printed: str = "", registered: str = "", kind: str = "") -> Comparison:
    """A comparison that is no evidence, and why."""
    return Comparison(field, Verdict.INCOMPARABLE, kind, printed, registered, why)
