"""Ambiguous.

## What
Several works could be the one meant, and the entry doesn't say which.

## Example
`Editorial. Lancet 2010` fits a dozen records.

## Why
A reader can't know which work a statement rests on.

## How sure
The works named fit the entry about equally well. Preprints, editions and double records of one work don't count as
several. It is a note where the entry is complete, since the register may then hold the work twice; a warning where it
lacks an author, a year or a place.

## How to fix
Add what tells them apart: a DOI, the pages, the year, the first author.

## How to accept
`[[tool.refcheck.accept]]` with `check = "ambiguous"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.checks.support.style import doi_like
from refcheck.matching.reasons import described
from refcheck.model import Confidence, Finding, Identity, Severity
from refcheck.sentences import joined, say

_NAMED = 3


def find(case: Case) -> Iterator[Finding]:
    """References that several works fit about equally well."""
    for index, resolution in enumerate(case.resolutions):
        if resolution.identity is not Identity.AMBIGUOUS:
            continue
        reference = resolution.reference
        complete = reference.year and reference.title and (reference.authors or reference.editors)
        works = resolution.candidates
        names = joined(map(described, works[:_NAMED]), "{first}; {rest}")
        yield finding(
            case,
            index,
            "ambiguous",
            Severity.NOTE if complete else Severity.WARNING,
            say("{n} works could be meant: {works}.", n=len(works), works=names),
            confidence=Confidence.MEDIUM,
            printed=reference.title,
            suggestion=" | ".join(doi_like(case, work.doi) for work in works[:_NAMED] if work.doi),
        )


CHECK = Check(
    slug="ambiguous",
    summary="several works could be meant",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
