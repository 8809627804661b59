"""Everything known about one article when the checks begin; the input of checks and of the claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from refcheck.config import Settings
from refcheck.model import Article, Finding, Outcome, Reference, Resolution


@dataclass(frozen=True, slots=True)
class Case:
    """What a check reads: one article, its references and what was found for each (same order, same length)."""

    article: Article
    references: tuple[Reference, ...]
    resolutions: tuple[Resolution, ...]
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()  # of the checks that ran before; filled only for checks with ``last``
    lock_sha256: str = ""  # of the lock in force, "" without one
    version: str = ""  # of refcheck

    @property
    def newest_answer(self) -> date | None:
        """The day of the newest answer of any register, or None when none answered."""
        answers = (answer for resolution in self.resolutions for answer in resolution.answers)
        days = {answer.date[:10] for answer in answers if answer.outcome in (Outcome.FOUND, Outcome.ABSENT)}
        return max((day for text in days if (day := _day(text))), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
