"""Not found.

## What
The work is in none of the registers that should have it.

## Example
A journal article of 2015 with title, authors and journal, of which neither Crossref nor any other register has a
trace.

## Why
Readers can't check a reference that can't be found; invented references look just like this.

## How sure
It takes a clean "no" from every register that covers such works; if one of them doesn't answer, the reference is
unchecked instead. No register has all reports, laws and web pages, so they are never reported; of books and theses only
those are that the German National Library receives by law. Not found doesn't mean fake: small journals and old articles
are missing from every index. So it is a warning, never an error.

## How to fix
Find the work yourself and add its DOI, ISBN or address; if you can't, remove the reference.

## How to accept
`[[tool.refcheck.accept]]` with `check = "not-found"`, the reference's key, where you saw the work as the reason,
your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import DOUBTFUL, finding
from refcheck.checks.support.identifier import unregistered
from refcheck.comparing import Kind, compare
from refcheck.matching.reasons import described, quoted
from refcheck.model import Confidence, Finding, Identity, Outcome, Resolution, Severity, Work
from refcheck.resolving.registers import title_of
from refcheck.sentences import Sentence, joined, say


def find(case: Case) -> Iterator[Finding]:
    """References that every eligible register lacks, without those whose DOI already explains it."""
    for index, resolution in enumerate(case.resolutions):
        reference = resolution.reference
        if resolution.identity is not Identity.ABSENT or unregistered(resolution) or not _readable(resolution):
            continue
        asked = sorted({a.source for a in resolution.answers if a.outcome in (Outcome.ABSENT, Outcome.FOUND)})
        title, names = quoted(reference.title), ", ".join(map(title_of, asked))
        said = [say("No register knows {title}: {sources} had nothing that fits", title=title, sources=names)]
        said += [clause for work in resolution.candidates if (clause := _mixture(resolution, work))][:1]
        doubtful = reference.confidence.get("title", 1.0) < DOUBTFUL
        yield finding(
            case,
            index,
            "not-found",
            Severity.NOTE if doubtful else Severity.WARNING,
            say("{said}.", said=joined(said, "{first}; {rest}")),
            confidence=Confidence.LOW if doubtful else Confidence.MEDIUM,
            field="title",
            printed=reference.title,
        )


def _readable(resolution: Resolution) -> bool:
    """Whether enough of the entry was read for a search to find it; ``unread`` reports the others."""
    return bool(resolution.reference.title)


def _mixture(resolution: Resolution, work: Work) -> Sentence | None:
    """What a near miss shows of an invented reference: a real title by others, or real authors of another title."""
    beside = compare(resolution.reference, work)
    if beside.title.agrees and beside.authors.differs and beside.authors.kind is Kind.ALL:
        return say("the title is that of {work}, by other authors", work=described(work))
    return None


CHECK = Check(
    slug="not-found",
    summary="no register knows the work",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
