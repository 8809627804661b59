"""All checks on one case, in their order."""

from __future__ import annotations

from dataclasses import replace

from refcheck.case import Case
from refcheck.checks.base import Check, registry
from refcheck.checks.support.acceptance import apply_acceptances
from refcheck.model import Finding, Severity


def run(case: Case) -> tuple[Finding, ...]:
    """All findings on a case, by line: the ordinary checks, the sign-offs applied, then the checks that judge those."""
    found = _find(case, late=False)
    found = sorted(apply_acceptances(found, case), key=_place)
    found += _find(replace(case, findings=tuple(found)), late=True)
    return tuple(sorted(found, key=_place))


def _find(case: Case, *, late: bool) -> list[Finding]:
    """What the early or the late checks find, at the severities the settings give them."""
    level = case.settings.severities
    active = [c for c in registry().values() if c.last is late and level.get(c.slug) != "off"]
    found = [finding for check in active for finding in _by(check, case)]
    return [replace(f, severity=Severity(level[f.check])) if f.check in level else f for f in found]


def _by(check: Check, case: Case) -> list[Finding]:
    try:
        return list(check.find(case))
    except Exception as error:  # perhaps of another package's check: the message names it
        error.add_note(f"in the check {check.slug}")
        raise


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return (finding.line, -1 if finding.reference is None else finding.reference, finding.severity.rank, finding.check)
