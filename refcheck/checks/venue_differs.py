"""Venue differs.

## What
The work is known, and it did not appear in the journal, book or proceedings printed.

## Example
`American Psychologist` is printed; the record says *American Journal of Orthopsychiatry*.

## Why
A reader looks for the work there, and a journal's name lends a reference its weight.

## How sure
Journals are compared through ISO 4 abbreviations, acronyms and ISSN. Names change, are translated, and a chapter
has both a book and a series, so this is never more than a note.

## How to fix
Copy the name from the work itself.

## How to accept
`[[tool.refcheck.accept]]` with `check = "venue-differs"`, the reference's key, a reason, your name and an end date;
or `severities.venue-differs = "off"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import differing, where
from refcheck.comparing import Comparison
from refcheck.model import Finding, Resolution, Severity, Work
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose container is not among the registered names."""
    return differing(case, "venue-differs", "container", _judge)


def _judge(resolution: Resolution, work: Work, venue: Comparison) -> tuple[Severity, Sentence, str]:
    message = say(
        "“{printed}” is printed as where it appeared; {record} says “{registered}”.",
        printed=venue.printed, record=where(resolution), registered=venue.registered,
    )  # fmt: skip
    return Severity.NOTE, message, venue.registered


CHECK = Check(
    slug="venue-differs",
    summary="the journal or book printed is not the registered one",
    severity=Severity.NOTE,
    offline=False,
    find=find,
    explain=__doc__,
)
