"""DOI missing.

## What
The work has a DOI that the entry doesn't print.

## Example
Muller, Sicoli & Lemieux (2000) is printed without the DOI that its journal has registered.

## Why
A DOI lets readers open the work and lets every later check rest on the work itself instead of on a search.

## How sure
The work was found through another identifier, or as the clear winner of a search. It is a note.

## How to fix
Paste the suggestion at the end of the entry; it is written as the list writes its DOIs, or as a field in a .bib file.

## How to accept
`severities.doi-missing = "off"` where a house style prints no DOIs; or `[[tool.refcheck.accept]]` for one reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import certainty, finding, verified
from refcheck.checks.support.style import doi_to_add
from refcheck.comparing import Kind, compare
from refcheck.matching.reasons import described
from refcheck.model import Finding, Kinship, Resolution, Severity
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """Verified references that print no DOI although the work has one."""
    for index, resolution, work in verified(case):
        reference = resolution.reference
        other = resolution.kinship is not Kinship.SAME or compare(reference, work).title.kind is Kind.OTHER
        if not work.doi or other or _prints_one(resolution):
            continue
        yield finding(
            case,
            index,
            "doi-missing",
            Severity.NOTE,
            say("The entry prints no DOI, but the work has one: {work}.", work=described(work)),
            confidence=certainty(resolution.evidence),
            field="doi",
            registered=work.doi,
            suggestion=doi_to_add(case, reference, work.doi),
        )


def _prints_one(resolution: Resolution) -> bool:
    """Whether the entry prints a DOI, even a short one, a broken one or one that was read as an arXiv number."""
    reference, work = resolution.reference, resolution.work
    whole = work is not None and work.doi.lower() in f"{reference.raw} {reference.doi_printed}".lower()
    return bool(reference.doi or resolution.repaired_doi) or reference.handle.startswith("10/") or whole


CHECK = Check(
    slug="doi-missing",
    summary="the work has a DOI that the entry doesn't print",
    severity=Severity.NOTE,
    offline=False,
    find=find,
    explain=__doc__,
)
