"""Reports -> GitHub Actions workflow commands, which become annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck.model import Report, Severity
from refcheck.reports.base import Format
from refcheck.reports.words import clean, label, open_findings

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def pieces(reports: Sequence[Report]) -> Iterator[str]:
    """One command per line, worst first, since GitHub shows only ten of each kind per step."""
    for severity in Severity:
        for report in reports:
            yield from (line for level, line in _lines(report) if level is severity)


def _lines(report: Report) -> Iterator[tuple[Severity, str]]:
    """The annotations for one article, each with its severity."""
    for finding in open_findings(report):
        message = finding.message + (f"\n→ {clean(finding.suggestion)}" if finding.suggestion else "")
        place = (report.article.path, finding.line, finding.end_line)
        yield finding.severity, _command(_COMMAND[finding.severity], place, finding.check, message)
    for index in report.unchecked:
        reference, why = report.references[index], report.resolutions[index].why
        entry = reference.entry
        place = (report.article.path, entry.line if entry else 1, entry.end_line if entry else 1)
        message = f"{label(reference)} could not be checked. {why}"
        yield Severity.WARNING, _command("warning", place, "unchecked", message)


def _command(command: str, place: tuple[str, int, int], title: str, message: str) -> str:
    path, line, end_line = place
    properties = f"file={_value(path)},line={line},endLine={end_line},title={_value('refcheck: ' + title)}"
    text = "\n".join(clean(part) for part in message.split("\n"))
    return f"::{command} {properties}::{_text(text)}\n"


def _text(text: str) -> str:
    """Escaped as @actions/core's toCommandValue does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """Escaped as @actions/core's toCommandProperty does."""
    return _text(clean(text)).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("GitHub Actions annotations", pieces)
