"""Stale acceptance.

## What
A sign-off in the configuration has expired, has nothing left to silence, or fits no article any more; or an ignore
comment in the article silences nothing, gives no reason, or names an unknown check. (A sign-off in the configuration
that names an unknown check stops the run with a message that gives the nearest name.)

## Example
`check = "retracted"`, `until = 2025-12-31`, in 2026; or a sign-off for a year that has since been corrected.

## Why
With a sign-off someone vouches for a reference at one moment. Left behind, it would silence what they never saw.

## How sure
Certain, for sign-offs that name this article or one of its references. A sign-off that fits nothing in any article is
reported at the first article, and only by a run of `refcheck check` over every article that the configuration applies
to: a run over some of them can't know.

## How to fix
Look again, then remove the sign-off or set a new end date.

## How to accept
It can't be signed off; `severities.stale-acceptance = "off"` turns it off.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from refcheck.case import Case
from refcheck.checks.base import Check, registry
from refcheck.checks.support.acceptance import about, expired, silences
from refcheck.checks.support.ignoring import hushes
from refcheck.config import Acceptance
from refcheck.model import Finding, Ignore, Severity
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """The sign-offs and comments about this article that have expired or silence nothing."""
    for acceptance in case.settings.accept:
        if not acceptance.reference:
            continue
        indexes = [k for k in range(len(case.references)) if about(acceptance, case, k)]
        if not indexes and not about(acceptance, case, None):
            continue
        signed = say(
            "The sign-off of {check} for “{reference}” by {by}",
            check=acceptance.check, reference=acceptance.reference, by=acceptance.by,
        )  # fmt: skip
        if expired(acceptance, case):
            message = say("{signed} expired on {day}.", signed=signed, day=str(acceptance.until))
            yield _finding(case, acceptance, indexes, message)
        elif not any(silences(acceptance, finding, case) for finding in case.findings):
            yield _finding(case, acceptance, indexes, say("{signed} no longer silences anything.", signed=signed))
    for ignore in case.article.ignores:
        comment = say("The comment that ignores {checks}", checks=", ".join(ignore.checks))
        unknown = [slug for slug in ignore.checks if slug not in registry()]
        for slug in unknown:
            (near,) = get_close_matches(slug.lower().replace("_", "-"), registry(), n=1, cutoff=0.0)
            message = say("{comment} names {check}, but there is no such check; the nearest one is {near}.",
                          comment=comment, check=slug, near=near)  # fmt: skip
            yield _comment_finding(ignore, message)
        if len(unknown) == len(ignore.checks):
            continue
        if not ignore.reason:
            message = say("{comment} gives no reason, so it silences nothing.", comment=comment)
            yield _comment_finding(ignore, message)
        elif not any(hushes(ignore, finding, case) for finding in case.findings):
            yield _comment_finding(ignore, say("{comment} silences nothing here.", comment=comment))


def _finding(case: Case, acceptance: Acceptance, indexes: list[int], message: Sentence) -> Finding:
    index = indexes[0] if indexes else None
    entry = case.references[index].entry if index is not None else None
    line, end_line = (entry.line, entry.end_line) if entry else (1, 1)
    return Finding(
        "stale-acceptance", Severity.WARNING, message, reference=index, line=line, end_line=end_line,
        printed=acceptance.reference,
    )  # fmt: skip


def _comment_finding(ignore: Ignore, message: Sentence) -> Finding:
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
