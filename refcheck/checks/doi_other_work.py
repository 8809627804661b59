"""DOI of another work.

## What
The DOI printed in the entry is registered, but to a work with another title and other authors. If only the level is
wrong (the DOI of a chapter for the whole book, or of the book for a chapter), that is said as a note. The DOI of a
notice of correction or retraction, of a reply or of a review, printed for the work it is about, is a warning, and so
is the PMID of another work beside the right DOI.

## Example
`… Treatment of Childhood Trauma in Couples. https://doi.org/10.1007/3-540-36970-8_2` is printed; that DOI is of
*On the Evolutionary Optimization of Many Conflicting Objectives*.

## Why
A reader who follows the link lands somewhere else. A real DOI under a made-up reference is the commonest pattern of
references written by a machine.

## How sure
Only the entry's own DOI counts. It is an error when neither title nor authors agree with its record; a title that
couldn't be read, or is in another language or script than the record, makes it a warning, unless authors, year and
place are another's too.

## How to fix
Follow the DOI. If the work is right, correct the entry; otherwise use the DOI suggested, or remove the reference.

## How to accept
`[[tool.refcheck.accept]]` with `check = "doi-other-work"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import capped, certainty, described, finding, quoted
from refcheck.checks.support.style import doi_like
from refcheck.comparing import Beside, Comparison, Kind, compare
from refcheck.model import Confidence, Evidence, Finding, Identity, Kinship, Resolution, Severity, Work
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """References whose own identifier leads to another work, or to a part or the whole of the one cited."""
    for index, resolution in enumerate(case.resolutions):
        work = resolution.work
        if work is None or resolution.evidence is not Evidence.IDENTIFIER:
            continue
        beside = compare(resolution.reference, work)
        title, authors = beside.title, beside.authors
        about = resolution.kinship is Kinship.ABOUT
        if resolution.kinship in _LEVELS:
            yield _level(case, index, resolution.kinship, title, work)
        elif resolution.identity is Identity.OTHER_WORK and (
            about
            or authors.differs
            or (title.differs and title.kind is not Kind.FOREIGN)
            or (title.agrees and beside.locator.differs)  # else nothing is proved
        ):
            yield _other(case, index, resolution, beside)
        elif resolution.elsewhere:
            yield _contradiction(case, index, resolution, work)


_LEVELS = {
    Kinship.PART: say("The identifier is that of a part of the work cited"),
    Kinship.WHOLE: say("The identifier is that of the whole the cited part is in"),
}


def _level(case: Case, index: int, kinship: Kinship, title: Comparison, work: Work) -> Finding:
    return finding(
        case,
        index,
        "doi-other-work",
        Severity.NOTE,
        say("{what}: {work}.", what=_LEVELS[kinship], work=described(work)),
        confidence=Confidence.MEDIUM,
        field="doi",
        printed=title.printed,
        registered=title.registered,
    )


def _contradiction(case: Case, index: int, resolution: Resolution, work: Work) -> Finding:
    """The work is known by one identifier printed, and another is of another work."""
    other = resolution.elsewhere[0]
    questions = (a.question for a in resolution.answers if any(w == other for w in a.works))
    kind, _, value = next(questions, "").partition(":")
    message = say(
        "The identifiers printed contradict each other: {kind} {value} leads to {other}, not to {work}.",
        kind=_KINDS.get(kind, kind), value=value, other=described(other), work=described(work),
    )  # fmt: skip
    return finding(
        case, index, "doi-other-work", Severity.WARNING, message, confidence=Confidence.HIGH, field=kind, printed=value
    )


_KINDS = {"pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv"}


def _other(case: Case, index: int, resolution: Resolution, beside: Beside) -> Finding:
    reference, work, title, authors = resolution.reference, beside.work, beside.title, beside.authors
    confidence = min(title.confidence, max(authors.confidence, 0.5))
    message = say(
        "{identifier} leads to {work}, not to {title}",
        identifier=say("The DOI {doi}", doi=reference.doi) if reference.doi else say("The identifier printed"),
        work=described(work),
        title=quoted(reference.title) if reference.title else say("this work"),
    )
    if resolution.kinship is Kinship.ABOUT:
        message = say("{said}: it is a notice, a reply or a review about it", said=message)
    suggestion = ""
    if resolution.candidates:
        true = resolution.candidates[0]
        message = say("{said}; the work cited seems to be {work}", said=message, work=described(true))
        suggestion = doi_like(case, true.doi) if true.doi else ""
    return finding(
        case,
        index,
        "doi-other-work",
        capped(_severity(resolution.kinship, beside), resolution.evidence, confidence),
        say("{said}.", said=message),
        confidence=certainty(resolution.evidence, confidence),
        field="doi",
        printed=title.printed or reference.raw[:200],
        registered=title.registered,
        suggestion=suggestion,
    )


def _severity(kinship: Kinship, beside: Beside) -> Severity:
    """An error needs another title; authors in common, or nothing to compare, leave room for another explanation.

    A title in another language or script may be a translation, unless nobody of the authors and neither year nor place
    is the record's.
    """
    title, authors = beside.title, beside.authors
    if kinship is Kinship.ABOUT:
        return Severity.WARNING if title.differs or authors.differs else Severity.NOTE
    if title.differs and title.kind is not Kind.FOREIGN:
        return Severity.WARNING if authors.agrees and title.kind is not Kind.OTHER else Severity.ERROR
    elsewhere = beside.locator.differs or beside.container.differs
    if title.kind in (Kind.FOREIGN, Kind.TRANSLATION, Kind.SCRIPT) and authors.kind is Kind.ALL and elsewhere:
        return Severity.ERROR if beside.year.differs else Severity.WARNING
    return Severity.WARNING


CHECK = Check(
    slug="doi-other-work",
    summary="the DOI printed is somebody else's",
    severity=Severity.ERROR,
    offline=False,
    find=find,
    explain=__doc__,
)
