"""Expression of concern.

## What
The publisher has published an expression of concern about the work.

## Example
An article whose data the publisher is investigating: *Expression of concern*, 2021-05-03.

## Why
The work may turn out to be unreliable; a reader should know before relying on it.

## How sure
The notices of all registers are combined, each with its origin and date. It is a warning; once the work is retracted,
`retracted` reports that instead.

## How to fix
Read the notice. Keep the reference only if the notice doesn't affect what you take from the work.

## How to accept
`[[tool.refcheck.accept]]` with `check = "concern"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.updates import CONCERN, RETRACTED, all_updates, notified, told
from refcheck.matching.reasons import described
from refcheck.model import Finding, Resolution, Severity, Update, Work
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose work is under an expression of concern and not retracted."""
    return notified(case, "concern", CONCERN, _judge)


def _judge(resolution: Resolution, work: Work, updates: tuple[Update, ...]) -> tuple[Severity, Sentence] | None:
    if any(update.kind in RETRACTED for update in all_updates(resolution, work)):
        return None
    return Severity.WARNING, say(
        "There is an expression of concern about {work}: {notices}.", work=described(work), notices=told(updates)
    )


CHECK = Check(
    slug="concern",
    summary="the publisher has expressed concern about the work",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
