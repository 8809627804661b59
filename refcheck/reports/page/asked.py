"""The answers in a report -> which register was asked what and when, one row per register."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from refcheck.model import Outcome, Report
from refcheck.reports.words import source_name


@dataclass(frozen=True, slots=True)
class Asked:
    """One register: how many questions it was asked, their outcomes, and the days of the first and last."""

    source: str
    questions: int
    outcomes: tuple[tuple[str, int], ...]  # outcome and how often it occurred
    first: str  # ISO day, "" when unknown
    last: str
    obtained: tuple[str, ...]


def asked(report: Report) -> tuple[Asked, ...]:
    """The registers, the most often asked first. A question asked for several references counts once."""
    answers = {(a.source, a.question): a for resolution in report.resolutions for a in resolution.answers}
    sources = Counter(source for source, _ in answers)
    out = []
    for source, number in sources.most_common():
        own = [answer for (name, _), answer in answers.items() if name == source]
        outcomes = Counter(answer.outcome for answer in own)
        days = sorted(answer.date[:10] for answer in own if answer.date)
        out.append(
            Asked(
                source=source_name(source),
                questions=number,
                outcomes=tuple((str(outcome), outcomes[outcome]) for outcome in Outcome if outcomes[outcome]),
                first=days[0] if days else "",
                last=days[-1] if days else "",
                obtained=tuple(dict.fromkeys(a.obtained for a in own if a.outcome in (Outcome.FOUND, Outcome.ABSENT))),
            )
        )
    return tuple(out)
