"""A line of a JSON Lines report -> the Report it was written from, as far as reports need it.

What JSON version 1 leaves out is absent: the article's text, the templates of sentences (which are therefore English),
and the records that searches found but that were not the works cited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_type_hints

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
    MentionKind,
    Name,
    Outcome,
    Reference,
    Report,
    Resolution,
    Severity,
    Unread,
    Work,
)

_T = TypeVar("_T")
_PEOPLE = ("authors", "editors", "translators")


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
        mentions=tuple(_noun(Mention, {**m, "kind": MentionKind(m["kind"])}) for m in row["mentions"]),
        unread=tuple(_noun(Unread, item) for item in row["unread"]),
        sha256=certificate.get("article_sha256", ""),
        list_sha256=certificate.get("list_sha256", ""),
    )
    return Report(
        article=article,
        references=references,
        resolutions=tuple(map(_resolution, references, row["references"])),
        findings=tuple(_noun(Finding, {**f, "severity": Severity(f["severity"])}) for f in row["findings"]),
        claim=_claim(row, certificate.pop("criteria", {})),
        certificate=certificate,
        version=certificate.get("refcheck", ""),
        locked=bool(row.get("locked")),
    )


def _reference(row: Mapping[str, Any]) -> Reference:
    entry = Entry(row["raw"], row.get("line", 1), row.get("end_line", 1)) if "line" in row else None
    made = _noun(Reference, {**row, **{key: _people(row[key]) for key in _PEOPLE if key in row}})
    return replace(made, entry=entry, confidence=row.get("field_confidence", {}))


def _people(rows: list[Mapping[str, Any]]) -> tuple[Name, ...]:
    return tuple(_noun(Name, row) for row in rows)


def _resolution(reference: Reference, row: Mapping[str, Any]) -> Resolution:
    work = Work.from_dict(row["work"]) if row.get("work") else None
    return Resolution(
        reference=reference,
        identity=Identity(row["identity"]),
        work=work,
        evidence=Evidence(row["evidence"]),
        answers=tuple(_noun(Answer, {**a, "outcome": Outcome(a["outcome"])}) for a in row["answers"]),
        candidates=tuple(map(Work.from_dict, row["candidates"])),
        why=row.get("why", ""),
    )


def _claim(row: Mapping[str, Any], criteria: Mapping[str, Any]) -> ClaimVerdict | None:
    held = row["claim"]
    if held is None and not criteria:
        return None
    return ClaimVerdict(
        _noun(ClaimSentence, {**held, "criteria": tuple(held["criteria"])}) if held else None,
        tuple(_noun(Criterion, {"name": name, **criteria[name]}) for name in CRITERIA if name in criteria),
        (held or row).get("suggestion", ""),
        bool(row.get("language_differs")),
    )


def _noun(kind: type[_T], row: Mapping[str, Any]) -> _T:
    noun: Any = kind
    hints = _hints(noun)
    return kind(**{name: _value(hints[name], value) for name, value in row.items() if name in hints})


def _value(hint: Any, value: Any) -> Any:
    """A JSON value as the field's type: an enum's value as its member, a list as a tuple."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return tuple(value) if isinstance(value, list) else value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
