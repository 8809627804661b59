"""Reports -> the counts under every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from refcheck.model import Identity, Report, Severity


def summary(reports: Sequence[Report]) -> dict[str, Any]:
    """The ``summary`` of JSON version 1.

    Findings that a sign-off accepts are counted apart, since they do not decide the exit code; ``worst`` is the worst
    severity that does, left out when there is none. ``unchecked`` counts the references that could not be checked.
    """
    findings = [finding for report in reports for finding in report.findings]
    severities = Counter(finding.severity for finding in findings if not finding.accepted)
    identities = Counter(resolution.identity for report in reports for resolution in report.resolutions)
    out: dict[str, Any] = {
        "articles": len(reports),
        "references": sum(len(report.references) for report in reports),
        "findings": {str(severity): severities[severity] for severity in Severity},
        "accepted": sum(bool(finding.accepted) for finding in findings),
        "unchecked": identities[Identity.UNCHECKED],
        "identities": {str(identity): identities[identity] for identity in Identity},
    }
    worst = next((str(severity) for severity in Severity if severities[severity]), None)
    return out | ({"worst": worst} if worst else {})
