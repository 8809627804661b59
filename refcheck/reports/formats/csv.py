"""Reports -> CSV, one row per reference; findings about the whole article are a row without a reference."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from refcheck.model import Finding, Reference, Report, Resolution, Severity
from refcheck.reports.base import Format
from refcheck.reports.words import clean, found_by, names, open_findings

COLUMNS = (
    "path", "line", "number", "key", "type", "authors", "year", "title", "container", "volume", "issue", "pages",
    "publisher", "doi", "isbn", "url", "identity", "evidence", "found_by", "why", "registered_doi", "registered_title",
    "registered_year", "updates", "errors", "warnings", "notes", "checks", "messages", "suggestions", "raw",
)  # fmt: skip
"""The columns, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """One dict of COLUMNS per reference: numbers as numbers, absent values as None, findings joined by "; "."""
    return [row for report in reports for row in _references(report)]


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """The rows under their header, quoted as in RFC 4180, lines ending in LF; an article's own row follows its others.

    A cell that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for row in (*_references(report), *_article(report)):
            writer.writerow([cell(row[column]) for column in COLUMNS])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _references(report: Report) -> Iterator[dict[str, Any]]:
    found = open_findings(report)
    for index, reference in enumerate(report.references):
        resolution = report.resolutions[index] if report.resolutions else None
        own = [finding for finding in found if finding.reference == index]
        line = reference.entry.line if reference.entry else None
        place = {"path": report.article.path, "line": line, "number": index + 1}
        yield _row(place | _reference(reference) | _resolution(resolution) | _findings(own))


def _article(report: Report) -> Iterator[dict[str, Any]]:
    """The findings about the article as a whole, if there are any."""
    whole = [finding for finding in open_findings(report) if finding.reference is None]
    if whole:
        yield _row({"path": report.article.path, "line": whole[0].line} | _findings(whole))


def _row(values: dict[str, Any]) -> dict[str, Any]:
    return {column: None if values.get(column) == "" else values.get(column) for column in COLUMNS}


def cell(value: Any) -> Any:
    """A value as a cell that no spreadsheet will run as a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _reference(reference: Reference) -> dict[str, Any]:
    same = ("key", "type", "year", "title", "container", "volume", "issue", "pages", "publisher", "doi", "isbn", "url")
    people = names(reference.authors or reference.editors)
    return {name: getattr(reference, name) for name in same} | {"authors": people, "raw": reference.raw}


def _resolution(resolution: Resolution | None) -> dict[str, Any]:
    if resolution is None:
        return {}
    out: dict[str, Any] = {
        "identity": str(resolution.identity),
        "evidence": str(resolution.evidence),
        "found_by": found_by(resolution),
        "why": resolution.why,
    }
    work = resolution.work
    if work is not None:
        out |= {
            "registered_doi": work.doi,
            "registered_title": next(iter(work.titles), None),
            "registered_year": next(iter(work.years), None),
            "updates": "; ".join(f"{update.kind} {update.date}".strip() for update in work.updates),
        }
    return out


def _findings(findings: Sequence[Finding]) -> dict[str, Any]:
    counts = {f"{severity}s": sum(finding.severity is severity for finding in findings) for severity in Severity}
    return counts | {
        "checks": "; ".join(finding.check for finding in findings),
        "messages": "; ".join(finding.message for finding in findings),
        "suggestions": "; ".join(finding.suggestion for finding in findings if finding.suggestion),
    }


FORMAT = Format("one row a reference, for spreadsheets", pieces, single_pass=True)
