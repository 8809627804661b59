"""Cases of one or a few references, made by hand from the example work of ``tests/comparing``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from refcheck.case import Case
from refcheck.checks.base import registry
from refcheck.model import (
    Answer,
    Article,
    Entry,
    Evidence,
    Finding,
    Identity,
    Outcome,
    Reference,
    Resolution,
    Update,
    Work,
)
from tests.comparing.examples import RAW, REFERENCE, WORK

RETRACTION = Update("retraction", "10.1/notice", "2010-02-06", "publisher")
ENTRY = Entry(raw=RAW, line=7, end_line=8)
REF = replace(REFERENCE, entry=ENTRY)


def updated(*updates: Update, **fields: Any) -> Work:
    """The work with notices about it."""
    return replace(WORK, updates=updates, **fields)


def found(work: Work | None = WORK, reference: Reference = REF, **fields: Any) -> Resolution:
    """A reference verified by its own DOI, unless ``fields`` say otherwise."""
    known = {"identity": Identity.VERIFIED, "evidence": Evidence.IDENTIFIER, "work": work} | fields
    return Resolution(reference, **known)


def absent(reference: Reference, *sources: str, question: str = "", **fields: Any) -> Resolution:
    """A reference nobody knows: a clean miss from each source."""
    answers = tuple(Answer(source, question or "search:x", Outcome.ABSENT, "2026-11-22") for source in sources)
    return Resolution(reference, Identity.ABSENT, answers=answers, **fields)


def findings(check: str, *resolutions: Resolution, article: Article | None = None) -> list[Finding]:
    """What a check says of these resolutions."""
    references = tuple(resolution.reference for resolution in resolutions)
    case = Case(article or Article("x.md", "markdown"), references, tuple(resolutions))
    return list(registry()[check].find(case))


def offline(check: str, references: Sequence[Reference], **article: Any) -> list[Finding]:
    """What a check says without any source's answer."""
    resolutions = tuple(Resolution(reference, Identity.UNCHECKED) for reference in references)
    case = Case(Article("x.md", "markdown", **article), tuple(references), resolutions)
    return list(registry()[check].find(case))


def changed(**fields: object) -> Reference:
    return replace(REF, **({"raw": ""} | fields))  # type: ignore[arg-type]
