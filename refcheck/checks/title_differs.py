"""Title differs.

## What
The work is known, and its registered title is not the one printed: words were swapped, dropped or added, or it is the
title of another work altogether.

## Example
`Yoga for adolescents with depression` is printed; the record of its DOI says *Yoga for older adults with depression*.

## Why
One word can reverse a meaning ("with", "without"), and a real DOI under an invented title is the commonest sign of a
reference that was never read.

## How sure
Titles are compared word by word, ignoring case, accents, hyphens, markup and British or American spelling. A missing or
added subtitle, a translated title and a title that is found elsewhere in the entry do not count as differences. One
letter in a long word or a plural is a note, and so is a title in another language without a word akin to the registered
title's: it may be a translation, or another work's.

## How to fix
Open the work and copy its title; if it is not the work you meant, replace the identifier too.

## How to accept
`[[tool.refcheck.accept]]` with `check = "title-differs"`, the reference's key, a reason, your name and an end date;
or `severities.title-differs = "note"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import differing, where
from refcheck.comparing import Comparison, Kind, compare
from refcheck.matching.reasons import described, quoted
from refcheck.model import Finding, Resolution, Severity, Work
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose title is not the registered one."""
    return differing(case, "title-differs", "title", _judge)


def _judge(resolution: Resolution, work: Work, title: Comparison) -> tuple[Severity, Sentence, str]:
    if title.kind is Kind.OTHER:
        message = say(
            "The title printed, {title}, is not that of {work} in {record}",
            title=quoted(title.printed), work=described(work), record=where(resolution),
        )  # fmt: skip
        true = next((w for w in resolution.candidates if compare(resolution.reference, w).title.agrees), None)
        if true is not None:
            message = say(
                "{said}; it is the title of {work}: the entry mixes two works", said=message, work=described(true)
            )
        elif compare(resolution.reference, work).authors.agrees:
            message = say("{said}, although its authors are", said=message)
        return Severity.WARNING, say("{said}.", said=message), title.registered
    severity = Severity.NOTE if title.kind in (Kind.TYPO, Kind.LONGER, Kind.FOREIGN) else Severity.WARNING
    message = say("The title differs from {record}: {why}.", record=where(resolution), why=title.why)
    return severity, message, title.registered


CHECK = Check(
    slug="title-differs",
    summary="the title printed is not the registered one, word by word",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
