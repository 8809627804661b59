"""Locator differs.

## What
The work is known, and the volume, issue or pages printed are not the registered ones.

## Example
`76(4), 451–460` is registered; `67(4), 415–460` is printed.

## Why
Libraries and link resolvers find articles by volume and page.

## How sure
Shortened last pages, article numbers, electronic pages, Roman numerals, a first page alone and a passage inside the
registered pages do not count as differences. It is a warning where volume and pages both differ from the record of the
entry's own identifier; otherwise a note.

## How to fix
Copy them from the work itself.

## How to accept
`[[tool.refcheck.accept]]` with `check = "locator-differs"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import differing, where
from refcheck.checks.support.style import pages_like
from refcheck.comparing import Comparison
from refcheck.model import Evidence, Finding, Resolution, Severity, Work
from refcheck.sentences import Sentence, joined, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose volume, issue or pages are not the registered ones."""
    return differing(case, "locator-differs", "locator", _judge)


def _judge(resolution: Resolution, work: Work, locator: Comparison) -> tuple[Severity, Sentence, str]:
    wrong = {part.field: part for part in locator.parts if part.differs}
    both = {"volume", "pages"} <= wrong.keys() and resolution.evidence is Evidence.IDENTIFIER
    severity = Severity.WARNING if both else Severity.NOTE
    values = {
        field: pages_like(resolution.reference, part.registered) if field == "pages" else part.registered
        for field, part in wrong.items()
    }
    suggestion = joined(say("{field} {value}", field=_NAMES[field], value=value) for field, value in values.items())
    message = say("Volume, issue or pages differ from {record}: {why}.", record=where(resolution), why=locator.why)
    return severity, message, suggestion


_NAMES = {"volume": say("volume"), "issue": say("issue"), "pages": say("pages")}


CHECK = Check(
    slug="locator-differs",
    summary="the volume, issue or pages printed are not the registered ones",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
