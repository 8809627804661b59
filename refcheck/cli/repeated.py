"""What is found in a folder more than once, in the drafts, translations and renderings of one article, is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck.language.fold import letters
from refcheck.model import Article, Finding, Report, Severity
from refcheck.sentences import say

_SHARED = 0.6  # of an article's entries; one that shares as many with another is a version of it
_ENTRIES = 4  # in a shorter list most may be the same by chance
_AROUND = 40  # letters on each side of what a finding prints; with the same ones, the passage is the same
_REMEMBERED = 1000  # articles with warnings, so that memory stays the same however many a run has


@dataclass(frozen=True, slots=True)
class _Reported:
    """An article and what was reported about it, as hashes."""

    path: str
    entries: frozenset[int]
    findings: Mapping[int, str]  # those of its earlier versions too, with the path of the article
    passages: frozenset[int]


class Repeated:
    """The warnings of a run so far, in the latest articles that had any."""

    def __init__(self) -> None:
        self._articles: dict[int, _Reported] = {}  # by the order in which they came
        self._holding: dict[int, int] = {}  # an entry -> the latest article that has it
        self._passages: dict[int, int] = {}  # a warning with the words around it -> the article
        self._next = 0

    def said_once(self, report: Report) -> Report:
        """The report, with the warnings already given about an earlier version of its article, or about the same
        passage, as notes. Errors stay, for each article has to be corrected."""
        article = report.article
        loud = [one for one in report.findings if one.severity is Severity.WARNING and not one.accepted]
        if not loud:
            return report
        entries = frozenset(hash(letters(entry.raw)) for entry in article.entries)
        versions = self._versions(entries)
        findings, passages = list(report.findings), set()
        reported = {key: path for one in versions for key, path in one.findings.items()}
        for at, finding in enumerate(report.findings):
            if finding not in loud:
                continue
            key = hash(_key(report, finding))
            passage = _of_library(article, finding) or _passage(article, finding)
            first = reported.get(key, "")
            if not first and passage in self._passages:
                first = self._articles[self._passages[passage]].path
            if first:
                message = say("{said} As in {path}.", said=finding.message, path=first)
                findings[at] = replace(finding, severity=Severity.NOTE, message=message)
            else:
                reported[key] = article.path
                passages |= {passage} - {0}
        self._remember(_Reported(article.path, entries, reported, frozenset(passages)))
        return replace(report, findings=tuple(findings))

    def _versions(self, entries: frozenset[int]) -> list[_Reported]:
        """The articles that have most of these entries, or most of whose entries these are: versions, chapters."""
        shared = Counter(self._holding[entry] for entry in entries if entry in self._holding)
        found = ((self._articles[number], count) for number, count in shared.items())
        sizes = ((one, count, min(len(entries), len(one.entries))) for one, count in found)
        return [one for one, count, size in sizes if size >= _ENTRIES and count >= _SHARED * size]

    def _remember(self, article: _Reported) -> None:
        number, self._next = self._next, self._next + 1
        self._articles[number] = article
        self._holding.update(dict.fromkeys(article.entries, number))
        self._passages.update(dict.fromkeys(article.passages, number))
        if len(self._articles) > _REMEMBERED:
            oldest = next(iter(self._articles))
            gone = self._articles.pop(oldest)
            for kept, keys in ((self._holding, gone.entries), (self._passages, gone.passages)):
                for key in keys:
                    if kept.get(key) == oldest:
                        del kept[key]


def _key(report: Report, finding: Finding) -> tuple[str, ...]:
    raw = "" if finding.reference is None else report.references[finding.reference].raw
    return (finding.check, finding.field, letters(finding.printed or str(finding.message)), letters(raw))


def _of_library(article: Article, finding: Finding) -> int:
    """What is said of the files that chapters share: a broken entry, a key that is not there. 0 for other findings."""
    if finding.check != "unread" or not article.libraries:
        return 0
    return hash((*(Path(file).absolute() for file in article.libraries), str(finding.message)))


def _passage(article: Article, finding: Finding) -> int:
    """What the text says around a citation that is not in the list; 0 for any other finding, or with too few words."""
    if finding.check != "unlisted" or finding.line is None or not finding.printed:
        return 0
    near = " ".join(text for number, text in article.lines if abs(number - finding.line) <= 1)
    before, found, after = letters(near).partition(printed := letters(finding.printed))
    around = f"{before[-_AROUND:]}|{printed}|{after[:_AROUND]}"
    return hash(around) if found and len(around) > len(printed) + _AROUND else 0
