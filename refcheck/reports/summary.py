"""Reports -> the counts that every format ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from refcheck.model import Identity, Report, Severity


class Tally:
    """Counts reports as they come."""

    def __init__(self) -> None:
        self._articles = self._references = self._accepted = 0
        self._severities: Counter[Severity] = Counter()
        self._identities: Counter[Identity] = Counter()

    def add(self, report: Report) -> None:
        """Count one more."""
        self._articles += 1
        self._references += len(report.references)
        self._accepted += sum(bool(finding.accepted) for finding in report.findings)
        self._severities.update(finding.severity for finding in report.findings if not finding.accepted)
        self._identities.update(resolution.identity for resolution in report.resolutions)

    @property
    def counts(self) -> dict[str, Any]:
        """The ``summary`` of JSON version 1.

        Accepted findings are counted separately, since they do not affect the exit code; ``worst`` is the worst
        severity among the others, left out when there is none. ``unchecked`` counts references that could not be
        checked.
        """
        out: dict[str, Any] = {
            "articles": self._articles,
            "references": self._references,
            "findings": {str(severity): self._severities[severity] for severity in Severity},
            "accepted": self._accepted,
            "unchecked": self._identities[Identity.UNCHECKED],
            "identities": {str(identity): self._identities[identity] for identity in Identity},
        }
        worst = next((str(severity) for severity in Severity if self._severities[severity]), None)
        return out | ({"worst": worst} if worst else {})


def summary(reports: Iterable[Report]) -> dict[str, Any]:
    """The counts of some reports: see ``Tally.counts``."""
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally.counts
