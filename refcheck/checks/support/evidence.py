"""How severe a finding may be: the kind of evidence and the parser's confidence cap it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from refcheck.case import Case
from refcheck.comparing import Comparison, compare
from refcheck.model import Confidence, Evidence, Finding, Identity, Kinship, Resolution, Severity, Work
from refcheck.sentences import Sentence, say

DOUBTFUL = 0.4
"""Below this parse confidence of a field nothing worse than a note is said about it."""


def verified(case: Case) -> Iterator[tuple[int, Resolution, Work]]:
    """(index, resolution, work) of the references whose work is known, so that fields may be compared."""
    for index, resolution in enumerate(case.resolutions):
        work = resolution.work
        if work is not None and resolution.identity is Identity.VERIFIED:
            yield index, resolution, work


def capped(severity: Severity, evidence: Evidence, confidence: float = 1.0) -> Severity:
    """The severity allowed: an error needs the entry's own identifier, and a guess or an unsure parse makes a note.

    confidence: the parser's, 0..1, of the field the finding is about.
    """
    if evidence is Evidence.GUESS or confidence < DOUBTFUL:
        return Severity.NOTE
    if severity is Severity.ERROR and evidence is not Evidence.IDENTIFIER:
        return Severity.WARNING
    return severity


def certainty(evidence: Evidence, confidence: float = 1.0) -> Confidence:
    """How sure a finding on such evidence is. confidence: the parser's, 0..1, of the field the finding is about."""
    if evidence is Evidence.GUESS or confidence < DOUBTFUL:
        return Confidence.LOW
    sure = evidence is Evidence.IDENTIFIER and confidence >= 0.8
    return Confidence.HIGH if sure else Confidence.MEDIUM


def finding(case: Case, index: int, check: str, severity: Severity, message: Sentence, **fields: Any) -> Finding:
    """A finding about one reference, placed on its lines. ``fields``: any other field of Finding."""
    entry = case.references[index].entry
    line, end_line = (entry.line, entry.end_line) if entry else (1, 1)
    return Finding(check, severity, message, reference=index, line=line, end_line=end_line, **fields)


def differing(
    case: Case,
    check: str,
    field: str,
    judge: Callable[[Resolution, Work, Comparison], tuple[Severity, Sentence, str] | None],
) -> Iterator[Finding]:
    """The findings of a check that compares one field of every verified reference with its record.

    field: a name that ``Beside.field`` takes. judge: for a comparison that differs, the severity on the best evidence,
    the message and the suggestion; or None for no finding.
    """
    for index, resolution, work in verified(case):
        if resolution.kinship is not Kinship.SAME:  # a record of the whole book has other fields than its chapter
            continue
        comparison = compare(resolution.reference, work).field(field)
        judged = judge(resolution, work, comparison) if comparison.differs else None
        if judged is None:
            continue
        severity, message, suggestion = judged
        yield finding(
            case,
            index,
            check,
            capped(severity, resolution.evidence, comparison.confidence),
            message,
            confidence=certainty(resolution.evidence, comparison.confidence),
            field=comparison.field,
            printed=comparison.printed,
            registered=comparison.registered,
            suggestion=suggestion,
        )


def where(resolution: Resolution) -> Sentence:
    """How the record was found, for a message."""
    if resolution.evidence is Evidence.IDENTIFIER:
        return say("the record of its identifier")
    return say("the record found by search")
