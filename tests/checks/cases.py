"""Cases for the checks that judge a list as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from refcheck.case import Case
from refcheck.config import Acceptance, Settings
from refcheck.model import (
    Answer,
    Article,
    ClaimSentence,
    Entry,
    Evidence,
    Finding,
    Identity,
    Mention,
    MentionKind,
    Name,
    Outcome,
    Reference,
    Resolution,
    Severity,
    Work,
)

CLAIM = ClaimSentence(
    "All cited sources were reviewed for quality, reliability, currency and validity.",
    90,
    91,
    "en",
    ("quality", "reliability", "currency", "validity"),
)


def reference(k: int, year: int | None = 2020, **fields: object) -> Reference:
    """The k-th reference of a list: by Author<k>, on line 100 + k."""
    family = f"Author{chr(ord('a') + k)}"
    raw = f"{family}, A. ({year}). Title number {k}. Journal of Things, 1, 1-2."
    made = Reference(
        raw=raw,
        key=f"{family.lower()}{year}",
        type="article",
        authors=(Name(family=family, given="A."),),
        title=f"Title number {k}",
        container="Journal of Things",
        year=year,
        doi=f"10.1000/{k}",
        entry=Entry(raw, 100 + k, 100 + k),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def verified(made: Reference, day: str = "2026-05-01", **fields: object) -> Resolution:
    """The reference found in Crossref on a day."""
    work = Work("crossref", doi=made.doi, type="journal-article", containers=("Journal of Things",), publisher="Press")
    work = replace(work, **fields)  # type: ignore[arg-type]
    answer = Answer("crossref", f"doi:{made.doi}", Outcome.FOUND, date=day, works=(work,))
    return Resolution(made, Identity.VERIFIED, work, Evidence.IDENTIFIER, (answer,))


def case(
    years: Sequence[int | None] = (2020, 2019, 2018, 2017, 2016),
    *,
    cited: Sequence[int] | None = None,
    claim: ClaimSentence | None = None,
    language: str = "en",
    day: date | None = date(2022, 4, 21),
    accept: Sequence[Acceptance] = (),
    findings: Sequence[Finding] = (),
) -> Case:
    """An article with one reference a year, all verified; cited: indexes mentioned in the text, None for all."""
    references = tuple(reference(k, year) for k, year in enumerate(years))
    mentions = tuple(
        Mention(f"Author ({k})", 10 + k, MentionKind.AUTHOR_YEAR, ("Author",), 2020, (k,))
        for k in (range(len(years)) if cited is None else cited)
    )
    article = Article(
        path="articles/example.md",
        format="markdown",
        language=language,
        date=day,
        text="Running text about bonds and trust. " * 10,
        entries=tuple(r.entry for r in references if r.entry is not None),
        mentions=mentions,
        claim=claim,
        sha256="a" * 64,
        list_sha256="b" * 64,
    )
    return Case(
        article=article,
        references=references,
        resolutions=tuple(verified(r) for r in references),
        settings=Settings(accept=tuple(accept)),
        findings=tuple(findings),
        version="0.1.0",
    )


def unchecked(made: Case, *indexes: int) -> Case:
    """The case with some references that no source answered about."""
    answer = Answer("crossref", "search:x", Outcome.UNREACHABLE, date="2026-05-01", detail="timeout")
    resolutions = tuple(
        Resolution(r.reference, Identity.UNCHECKED, answers=(answer,)) if k in indexes else r
        for k, r in enumerate(made.resolutions)
    )
    return replace(made, resolutions=resolutions)


def finding(check: str, index: int | None, severity: Severity = Severity.WARNING, **fields: str) -> Finding:
    """A finding of some check about a reference."""
    line = 1 if index is None else 100 + index
    return Finding(check, severity, f"What {check} says.", reference=index, line=line, end_line=line, **fields)


def saying(made: Case, *mentions: Mention) -> Case:
    return replace(made, article=replace(made.article, mentions=mentions))


def dated(name: str, year: int, line: int = 7) -> Mention:
    return Mention(f"({name}, {year})", line, MentionKind.AUTHOR_YEAR, (name,), year)
