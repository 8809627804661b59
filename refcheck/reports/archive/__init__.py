"""Totals over the reports of an archive, counted line by line so that a million articles fit in memory."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from refcheck.errors import BadFile
from refcheck.files import read_lines
from refcheck.model import Outcome, Report, Severity
from refcheck.reports.rebuilt import MAX_LINE, rebuilt

_GRAVE = ("retraction", "withdrawal", "removal", "expression_of_concern")
_KEPT = 1000  # worst articles kept, and places kept for each retracted work
_FROM, _TO = 1500, 2200  # plausible years


@dataclass(frozen=True, slots=True, order=True)
class Bad:
    """An article with its open findings; a worse one is greater."""

    errors: int
    warnings: int
    notes: int
    path: str
    references: int


@dataclass(slots=True)
class Cited:
    """A retracted work, or one with an expression of concern, and where it is cited: path and line."""

    kind: str
    doi: str
    title: str
    count: int = 0
    places: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Archive:
    """The counts. Only retracted works and the worst articles are kept one by one."""

    articles: int = 0
    references: int = 0
    findings: Counter[str] = field(default_factory=Counter)  # by severity
    checks: Counter[tuple[str, str]] = field(default_factory=Counter)  # by check and severity
    identities: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)  # references by year printed
    with_doi: Counter[int] = field(default_factory=Counter)  # of those, with a DOI printed
    could_have: Counter[int] = field(default_factory=Counter)  # of those without, whose work has one
    registers: Counter[tuple[str, str]] = field(default_factory=Counter)  # questions by register and outcome
    retracted: dict[str, Cited] = field(default_factory=dict)
    worst: list[Bad] = field(default_factory=list)  # a heap

    def add(self, report: Report) -> None:
        """Count one more article."""
        self.articles += 1
        self.references += len(report.references)
        open_ones = [finding for finding in report.findings if not finding.accepted]
        self.findings.update(str(finding.severity) for finding in open_ones)
        self.checks.update((finding.check, str(finding.severity)) for finding in open_ones)
        levels = Counter(finding.severity for finding in open_ones)
        errors, warnings, notes = (levels[severity] for severity in Severity)
        bad = Bad(errors, warnings, notes, report.article.path, len(report.references))
        if open_ones:
            (heapq.heappush if len(self.worst) < _KEPT else heapq.heappushpop)(self.worst, bad)
        for resolution in report.resolutions:
            reference, work = resolution.reference, resolution.work
            self.identities[str(resolution.identity)] += 1
            asked = [answer for answer in resolution.answers if answer.outcome is not Outcome.NOT_ELIGIBLE]
            self.registers.update((answer.source, str(answer.outcome)) for answer in asked)
            if reference.year is not None and _FROM < reference.year < _TO:
                self.years[reference.year] += 1
                self.with_doi[reference.year] += bool(reference.doi)
                self.could_have[reference.year] += not reference.doi and work is not None and bool(work.doi)
            grave = next((u for u in work.updates if u.kind in _GRAVE and not u.about), None) if work else None
            if work is not None and grave is not None:
                title = work.titles[0] if work.titles else ""
                cited = self.retracted.setdefault(work.doi or title, Cited(grave.kind, work.doi, title))
                cited.count += 1
                if len(cited.places) < _KEPT:
                    cited.places.append((report.article.path, reference.entry.line if reference.entry else 1))

    @property
    def worst_first(self) -> list[Bad]:
        """The articles with the most errors, then warnings, then notes."""
        return sorted(self.worst, key=lambda bad: (-bad.errors, -bad.warnings, -bad.notes, bad.path))

    @property
    def retracted_first(self) -> list[Cited]:
        """The works with a grave notice, those cited most first."""
        return sorted(self.retracted.values(), key=lambda cited: (-cited.count, cited.doi, cited.title))


def archive_of(files: Iterable[Path]) -> Archive:
    """The counts over files of JSON Lines. Raises BadFile, naming file and line, for anything else."""
    found = Archive()
    for file in files:
        try:
            for number, line in enumerate(read_lines(file, MAX_LINE), 1):
                if line.endswith(b"\n"):  # otherwise a run was killed while writing it
                    found.add(_report(file, number, line))
        except OSError as error:
            raise BadFile(f"{file}: {error.strerror or error}") from error
    return found


def _report(file: Path, number: int, line: bytes) -> Report:
    try:
        return rebuilt(line)[0]
    except BadFile as error:
        raise BadFile(f"{file}:{number}: {error}") from error
