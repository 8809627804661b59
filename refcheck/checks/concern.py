"""Expression of concern.

## What
The publisher has published an expression of concern about the work.

## Example
An article whose data the publisher is investigating: *Expression of concern*, 2021-05-03.

## Why
The work may turn out to be unreliable; a reader should know before relying on it.

## How sure
The notices of all sources are united, with who said it and when. It is a warning; once the work is retracted,
`retracted` says that instead.

## How to fix
Read the notice. Keep the reference only if what you take from it isn't touched by it.

## How to accept
`[[tool.refcheck.accept]]` with `check = "concern"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.checks import Case, Check
from refcheck.checks._evidence import capped, certainty, described, finding
from refcheck.checks._updates import CONCERN, RETRACTED, all_updates, told, updated
from refcheck.model import Finding, Severity
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose work stands under an expression of concern and isn't retracted."""
    for index, resolution, work, updates in updated(case, CONCERN):
        if any(update.kind in RETRACTED for update in all_updates(resolution, work)):
            continue
        yield finding(
            case,
            index,
            "concern",
            capped(Severity.WARNING, resolution.evidence),
            say(
                "There is an expression of concern about {work}: {notices}.",
                work=described(work),
                notices=told(updates),
            ),
            confidence=certainty(resolution.evidence),
            printed=resolution.reference.title,
            registered=told(updates),
        )


CHECK = Check(
    slug="concern",
    summary="the publisher has expressed concern about the work",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
