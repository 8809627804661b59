"""DOI not registered.

## What
doi.org has no such DOI.

## Example
`https://doi.org/10.1037/0002-9432.76.4.999`: *DOI not found*.

## Why
The link leads nowhere; and a DOI that was never registered is a sign of a mistyped or an invented reference.

## How sure
Only a clean "no such handle" from doi.org counts, which covers every registration agency. When doi.org didn't
answer, or any register has a record for the DOI, nothing is reported. It is an error, since the entry's own identifier
is the evidence.

## How to fix
Use the suggested DOI; without a suggestion look the work up, and if it can't be found, remove the reference.

## How to accept
`[[tool.refcheck.accept]]` with `check = "doi-unregistered"`, the reference's key, a reason, your name and an end
date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.checks.support.identifier import unregistered
from refcheck.checks.support.style import doi_like
from refcheck.matching.reasons import described
from refcheck.model import Finding, Identity, Severity
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """References whose DOI is not registered, unless a repaired form resolves (``doi-malformed`` reports that)."""
    for index, resolution in enumerate(case.resolutions):
        reference = resolution.reference
        if not unregistered(resolution) or resolution.repaired_doi:
            continue
        message = say("The DOI {doi} is not registered: doi.org knows no such DOI", doi=reference.doi)
        suggestion = ""
        if resolution.identity is Identity.VERIFIED and resolution.work is not None:
            message = say("{said}; the work cited is {work}", said=message, work=described(resolution.work))
            suggestion = doi_like(case, resolution.work.doi) if resolution.work.doi else ""
        elif resolution.identity is Identity.ABSENT:
            message = say("{said}, and no register knows the work", said=message)
        yield finding(
            case, index, "doi-unregistered", Severity.ERROR, say("{said}.", said=message),
            field="doi", printed=reference.doi_printed or reference.doi, suggestion=suggestion,
            registered=resolution.work.doi if resolution.work else "",
        )  # fmt: skip


CHECK = Check(
    slug="doi-unregistered",
    summary="the DOI printed is unknown to doi.org",
    severity=Severity.ERROR,
    offline=False,
    find=find,
    explain=__doc__,
)
