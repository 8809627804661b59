"""Stale acceptance.

## What
A sign-off in the configuration has expired, or there is nothing left for it to silence; or an ignore comment in the
article silences nothing, or gives no reason.

## Example
`check = "retracted"`, `until = 2025-12-31`, in 2026; or a sign-off for a year that was corrected since.

## Why
A sign-off is somebody's word for a source at a time. Left behind, it would silence what somebody else never saw.

## How sure
Certain, for sign-offs that name this article or one of its references. Those of other articles are left alone.

## How to fix
Look again, then remove the sign-off or set a new end date.

## How to accept
It can't be signed off; `severities.stale-acceptance = "off"` turns it off.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.checks import Case, Check
from refcheck.checks._acceptance import about, expired, silences
from refcheck.checks._ignoring import hushes
from refcheck.config import Acceptance
from refcheck.model import Finding, Ignore, Severity


def find(case: Case) -> Iterator[Finding]:
    """The sign-offs about this article that have expired or silence nothing."""
    for acceptance in case.settings.accept:
        if not acceptance.reference:
            continue
        indexes = [k for k in range(len(case.references)) if about(acceptance, case, k)]
        if not indexes and not about(acceptance, case, None):
            continue
        signed = f"The sign-off of {acceptance.check} for “{acceptance.reference}” by {acceptance.by}"
        if expired(acceptance, case):
            yield _finding(case, acceptance, indexes, f"{signed} expired on {acceptance.until}.")
        elif not any(silences(acceptance, finding, case) for finding in case.findings):
            yield _finding(case, acceptance, indexes, f"{signed} silences nothing any more.")
    for ignore in case.article.ignores:
        comment = f"The comment that ignores {', '.join(ignore.checks)}"
        if not ignore.reason:
            yield _comment_finding(ignore, f"{comment} gives no reason, so it silences nothing.")
        elif not any(hushes(ignore, finding, case) for finding in case.findings):
            yield _comment_finding(ignore, f"{comment} silences nothing here.")


def _finding(case: Case, acceptance: Acceptance, indexes: list[int], message: str) -> Finding:
    index = indexes[0] if indexes else None
    entry = case.references[index].entry if index is not None else None
    line, end_line = (entry.line, entry.end_line) if entry else (1, 1)
    return Finding(
        "stale-acceptance", Severity.WARNING, message, reference=index, line=line, end_line=end_line,
        printed=acceptance.reference,
    )  # fmt: skip


def _comment_finding(ignore: Ignore, message: str) -> Finding:
    return Finding("stale-acceptance", Severity.WARNING, message, line=ignore.line, end_line=ignore.line)


CHECK = Check(
    slug="stale-acceptance",
    summary="a sign-off that has expired or no longer silences anything",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
    last=True,
)
