"""Year differs.

## What
The work is known, and it did not appear in the year printed.

## Example
`… (2011). …` is printed; the record says *2006*.

## Why
The year ties an in-text citation to its reference, and tells a reader whether the work is still current.

## How sure
Every publication year of the record counts: online, print, issue. A difference of one year is a note, since registers
and printed issues often disagree by one; two or more is a warning, unless the entry says that it cites an article ahead
of its issue. A book whose record is much later than the year cited, or an article put online long after it was printed,
may be a later edition or a digitised copy, so it is a note.

## How to fix
Use the year printed on the work; for online-first articles, that of the issue.

## How to accept
`[[tool.refcheck.accept]]` with `check = "year-differs"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import differing, where
from refcheck.comparing import Comparison, Kind
from refcheck.model import Finding, Resolution, Severity, Work
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose year is not among the registered years."""
    return differing(case, "year-differs", "year", _judge)


def _judge(resolution: Resolution, work: Work, year: Comparison) -> tuple[Severity, Sentence, str]:
    severity = Severity.WARNING if year.kind is Kind.APART else Severity.NOTE
    message = say(
        "The year printed is {printed}; {record} has {registered} ({why}).",
        printed=year.printed, record=where(resolution), registered=year.registered, why=year.why,
    )  # fmt: skip
    return severity, message, str(work.years[0])


CHECK = Check(
    slug="year-differs",
    summary="the year printed is none of the registered years",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
