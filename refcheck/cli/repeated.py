"""What is found in a folder more than once, in the drafts, translations and renderings of one article, is said once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from refcheck.model import Article, Finding, Report, Severity
from refcheck.sentences import say

_SHARED = 0.6  # of an article's entries; one that shares as many with another is a version of it
_ENTRIES = 4  # in a shorter list most may be the same by chance
_AROUND = 40  # letters on each side of what a finding prints; with the same ones, the passage is the same


class Repeated:
    """The articles and findings of a run so far."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._holding: dict[int, list[int]] = {}  # an entry -> the articles that have it
        self._told: dict[int, list[int]] = {}  # a finding -> the articles in which it was told
        self._passages: dict[int, int] = {}  # a finding with the words around it -> the article

    def said_once(self, report: Report) -> Report:
        """The report, with what was told of an earlier version of its article, or of the same passage, as notes."""
        number, article = len(self._paths), report.article
        self._paths.append(article.path)
        entries = {hash(_letters(entry.raw)) for entry in article.entries}
        versions = self._versions(entries)
        findings = []
        for finding in report.findings:
            if finding.accepted or finding.severity is Severity.NOTE:
                findings.append(finding)
                continue
            key, passage = hash(_key(report, finding)), _passage(article, finding)
            before = self._passages.get(passage) if passage else None
            first = next((one for one in self._told.get(key, ()) if one in versions), before)
            if first is not None and first != number:
                message = say("{said} As in {path}.", said=finding.message, path=self._paths[first])
                finding = replace(finding, severity=Severity.NOTE, message=message)
            else:
                self._told.setdefault(key, []).append(number)
                if passage:
                    self._passages.setdefault(passage, number)
            findings.append(finding)
        for entry in entries:
            self._holding.setdefault(entry, []).append(number)
        return replace(report, findings=tuple(findings))

    def _versions(self, entries: set[int]) -> frozenset[int]:
        """The articles that have most of these entries."""
        if len(entries) < _ENTRIES:
            return frozenset()
        shared = Counter(number for entry in entries for number in self._holding.get(entry, ()))
        return frozenset(number for number, count in shared.items() if count >= _SHARED * len(entries))


def _key(report: Report, finding: Finding) -> tuple[str, ...]:
    raw = "" if finding.reference is None else report.references[finding.reference].raw
    return (finding.check, finding.field, _letters(finding.printed or str(finding.message)), _letters(raw))


def _passage(article: Article, finding: Finding) -> int:
    """What the text says around a citation that is not in the list; 0 for any other finding, or with too few words."""
    if finding.check != "unlisted" or finding.line is None or not finding.printed:
        return 0
    near = " ".join(text for number, text in article.lines if abs(number - finding.line) <= 1)
    before, found, after = _letters(near).partition(printed := _letters(finding.printed))
    around = f"{before[-_AROUND:]}|{printed}|{after[:_AROUND]}"
    return hash(around) if found and len(around) > len(printed) + _AROUND else 0


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
