"""What checking yields: findings, the verdict on the claim, and the report that holds everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from refcheck.nouns.article import Article, ClaimSentence
from refcheck.nouns.plain import shown, to_plain
from refcheck.nouns.reference import Reference
from refcheck.nouns.work import Identity, Kinship, Resolution


class Severity(StrEnum):
    """How bad a finding is; the members are in order, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for note."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold, with the evidence."""

    check: str  # slug
    severity: Severity
    message: str  # one sentence an editor understands, with the evidence
    confidence: Confidence = Confidence.HIGH
    reference: int | None = None  # 0-based index in Report.references
    line: int = 1
    end_line: int = 1
    suggestion: str = ""  # ready to paste
    field: str = ""  # the Reference field it is about
    printed: str = ""  # the value printed ...
    registered: str = ""  # ... and the value registered, to be shown side by side
    accepted: str = ""  # set when a sign-off in the configuration silences it: "reason (by, until)"

    __repr__ = shown

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; ``reference`` is null when the finding is about the whole article."""
        out = to_plain(self)
        return {"check": self.check, "severity": str(self.severity), "reference": self.reference} | out


class CriterionVerdict(StrEnum):
    """What the findings say about one criterion of the claim."""

    UPHELD = "upheld"
    CONTRADICTED = "contradicted"
    NOT_ESTABLISHED = "not established"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the claim's four criteria with its verdict."""

    name: str  # of CRITERIA
    verdict: CriterionVerdict
    evidence: tuple[str, ...] = ()  # sentences
    checked: int = 0  # references this verdict rests on ...
    total: int = 0  # ... out of this many
    findings: tuple[int, ...] = ()  # indexes in Report.findings


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """The claim sentence, if the article has one, and the verdict on the references, criterion by criterion."""

    sentence: ClaimSentence | None
    criteria: tuple[Criterion, ...]
    suggestion: str = ""  # a sentence in the article's language that would be true
    language_differs: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: the sentence's fields flat, then ``criteria`` keyed by name."""
        out: dict[str, Any] = to_plain(self.sentence) if self.sentence else {}
        out["criteria"] = {c.name: to_plain(c, skip=("name",)) for c in self.criteria}
        if self.suggestion:
            out["suggestion"] = self.suggestion
        return out


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known about one article: what the reports print and what other programs read."""

    article: Article
    references: tuple[Reference, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    findings: tuple[Finding, ...] = ()
    claim: ClaimVerdict | None = None
    certificate: Mapping[str, Any] = field(default_factory=dict, hash=False)  # hashes, version, date, registers asked
    version: str = ""  # of refcheck
    locked: bool = False  # network access was disabled

    @property
    def unchecked(self) -> tuple[int, ...]:
        """Indexes of the references that could not be checked."""
        return tuple(i for i, r in enumerate(self.resolutions) if r.identity is Identity.UNCHECKED)

    def to_dict(self) -> dict[str, Any]:
        """One element of ``articles`` in JSON version 1."""
        resolutions: Sequence[Resolution | None] = self.resolutions or [None] * len(self.references)
        references = []
        for reference, resolution in zip(self.references, resolutions, strict=True):
            row = reference.to_dict()
            if resolution is not None:
                row["identity"] = str(resolution.identity)
                row["evidence"] = str(resolution.evidence)
                if resolution.kinship is not Kinship.SAME:
                    row["kinship"] = str(resolution.kinship)
                if resolution.why:
                    row["why"] = resolution.why
                row["work"] = resolution.work.to_dict() if resolution.work else None
                row["candidates"] = [work.to_dict() for work in resolution.candidates]
                row["answers"] = [answer.to_dict() for answer in resolution.answers]
            references.append(row)
        article = self.article
        out: dict[str, Any] = {"path": article.path, "format": article.format}
        if article.language:
            out["language"] = article.language
        if article.date:
            out["date"] = article.date.isoformat()
        if article.title:
            out["title"] = article.title
        has_sentence = self.claim is not None and self.claim.sentence is not None
        out["claim"] = self.claim.to_dict() if self.claim and has_sentence else None
        out["references"] = references
        out["findings"] = [finding.to_dict() for finding in self.findings]
        out["mentions"] = [to_plain(mention) for mention in article.mentions]
        out["unread"] = [to_plain(unread) for unread in article.unread]
        certificate = dict(self.certificate)
        if self.claim is not None:
            certificate["criteria"] = self.claim.to_dict()["criteria"]
        out["certificate"] = certificate
        return out
