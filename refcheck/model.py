"""The nouns of refcheck: frozen dataclasses that pass from stage to stage.

article file -read-> Article + Entry* -parse-> Reference* -resolve-> Resolution* -check-> Finding* -report-> text, ...

Every noun is plain data. ``to_dict`` leaves absent fields out (never empty strings), so that its output is the JSON,
version 1, that ``refcheck check --format json`` prints; the schema is ``refcheck/data/report.schema.json``.
"""

from __future__ import annotations

from refcheck.nouns.article import (
    CRITERIA,
    Article,
    ClaimSentence,
    Entry,
    Ignore,
    Markup,
    Mention,
    MentionKind,
    Unread,
    UnreadReason,
)
from refcheck.nouns.reference import Name, Problem, ProblemKind, Reference
from refcheck.nouns.report import ClaimVerdict, Confidence, Criterion, CriterionVerdict, Finding, Report, Severity
from refcheck.nouns.work import Answer, Evidence, Identity, Kinship, Outcome, Relation, Resolution, Update, Work
from refcheck.worktype import WorkType

__all__ = [
    "CRITERIA",
    "Answer",
    "Article",
    "ClaimSentence",
    "ClaimVerdict",
    "Confidence",
    "Criterion",
    "CriterionVerdict",
    "Entry",
    "Evidence",
    "Finding",
    "Identity",
    "Ignore",
    "Kinship",
    "Markup",
    "Mention",
    "MentionKind",
    "Name",
    "Outcome",
    "Problem",
    "ProblemKind",
    "Reference",
    "Relation",
    "Report",
    "Resolution",
    "Severity",
    "Unread",
    "UnreadReason",
    "Update",
    "Work",
    "WorkType",
]
