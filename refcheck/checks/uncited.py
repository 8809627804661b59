"""Uncited.

## What
A work stands in the list, but the text never mentions it.

## Example
The list holds `Purshouse, R. C., & Fleming, P. J. (2003)`; neither name occurs in the article.

## Why
A reader can't tell what such a reference supports, and an editor can't check it. Padded lists look like this.

## How sure
Mentions are recognised in many languages as author and year, number, footnote, citation key or printed label, and by an
author's name alone; a title alone counts in quotation marks or italics. It is a note, and the check is silent where
there is no running text. Where most of a list is not mentioned, the list is further reading or its citations have a
form that refcheck does not recognise, and a single note says so.

## How to fix
Cite the work where it supports the text, or take it out of the list.

## How to accept
`severities.uncited = "off"` for articles that give further reading, or `[[tool.refcheck.accept]]` for one reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.citing.use import has_text, mentioned
from refcheck.model import Confidence, Finding, Severity
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """The references that are mentioned nowhere in the text."""
    if not has_text(case.article):
        return
    cited = mentioned(case)
    total = len(case.references)
    missing = [index for index in range(total) if index not in cited]
    if len(missing) > 1 and 2 * len(missing) > total:
        message = (
            say("The text mentions {n} of the {total} references in the list.", n=len(cited), total=total)
            if cited
            else say("The text mentions none of the {total} references in the list.", total=total)
        )
        line = case.references[missing[0]].entry
        place = line.line if line else 1
        yield Finding("uncited", Severity.NOTE, message, confidence=Confidence.MEDIUM, line=place, end_line=place)
        return
    for index in missing:
        message = say("The text never mentions this reference.")
        yield finding(case, index, "uncited", Severity.NOTE, message, confidence=Confidence.MEDIUM)


CHECK = Check(
    slug="uncited",
    summary="the work is in the list, but the text never mentions it",
    severity=Severity.NOTE,
    offline=True,
    find=find,
    explain=__doc__,
)
