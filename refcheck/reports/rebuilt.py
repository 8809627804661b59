"""A line of a JSON Lines report -> the Report it was written from, as far as reports need it.

What JSON version 1 leaves out is absent: the article's text, the templates of sentences (which are therefore English),
and the records that searches found but that were not the works cited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from refcheck.errors import BadFile
from refcheck.foreign import parse_json
from refcheck.model import (
    CRITERIA,
    Answer,
    Article,
    ClaimSentence,
    ClaimVerdict,
    Criterion,
    Entry,
    Evidence,
    Finding,
    Identity,
    Mention,
    Reference,
    Report,
    Resolution,
    Unread,
    Work,
)
from refcheck.nouns.plain import from_plain

MAX_LINE = 200_000_000  # bytes; an article of a hundred thousand references takes about half of that


def rebuilt(line: str | bytes) -> tuple[Report, str]:
    """The report of a line and the ``run`` it was made in. Raises BadFile for any other text."""
    try:
        row = parse_json(line)
        return _report(row), str(row.get("run", ""))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadFile(f"not a line of a report made with --format jsonl: {type(error).__name__}: {error}") from error


def _report(row: Mapping[str, Any]) -> Report:
    certificate = dict(row["certificate"])
    references = tuple(_reference(item) for item in row["references"])
    article = Article(
        path=row["path"],
        format=row["format"],
        language=row.get("language", ""),
        date=date.fromisoformat(row["date"]) if "date" in row else None,
        title=row.get("title", ""),
        entries=tuple(reference.entry for reference in references if reference.entry),
        mentions=tuple(from_plain(Mention, item) for item in row["mentions"]),
        unread=tuple(from_plain(Unread, item) for item in row["unread"]),
        sha256=certificate.get("article_sha256", ""),
        list_sha256=certificate.get("list_sha256", ""),
    )
    return Report(
        article=article,
        references=references,
        resolutions=tuple(map(_resolution, references, row["references"])),
        findings=tuple(from_plain(Finding, item) for item in row["findings"]),
        claim=_claim(row, certificate.pop("criteria", {})),
        certificate=certificate,
        version=certificate.get("refcheck", ""),
        locked=bool(row.get("locked")),
    )


def _reference(row: Mapping[str, Any]) -> Reference:
    entry = Entry(row["raw"], row.get("line", 1), row.get("end_line", 1)) if "line" in row else None
    return replace(from_plain(Reference, row), entry=entry, confidence=row.get("field_confidence", {}))


def _resolution(reference: Reference, row: Mapping[str, Any]) -> Resolution:
    work = Work.from_dict(row["work"]) if row.get("work") else None
    return Resolution(
        reference=reference,
        identity=Identity(row["identity"]),
        work=work,
        evidence=Evidence(row["evidence"]),
        answers=tuple(from_plain(Answer, item) for item in row["answers"]),
        candidates=tuple(map(Work.from_dict, row["candidates"])),
        why=row.get("why", ""),
    )


def _claim(row: Mapping[str, Any], criteria: Mapping[str, Any]) -> ClaimVerdict | None:
    held = row["claim"]
    if held is None and not criteria:
        return None
    return ClaimVerdict(
        from_plain(ClaimSentence, {**held, "criteria": list(held["criteria"])}) if held else None,
        tuple(from_plain(Criterion, {"name": name, **criteria[name]}) for name in CRITERIA if name in criteria),
        (held or row).get("suggestion", ""),
        bool(row.get("language_differs")),
    )
