"""refcheck reads an article, finds its bibliography, resolves every reference and flags what does not hold."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from refcheck._version import __version__ as __version__

if TYPE_CHECKING:
    from refcheck.api import Progress, Report, check, check_many, parse, parse_many, read
    from refcheck.config import Acceptance, Policy, Settings
    from refcheck.errors import (
        BadArgument,
        BadFile,
        BadLock,
        BadPlugin,
        BadSettings,
        RefcheckError,
        UnreadableArticle,
    )
    from refcheck.model import (
        Answer,
        Article,
        ClaimSentence,
        ClaimVerdict,
        Confidence,
        Criterion,
        CriterionVerdict,
        Entry,
        Evidence,
        Finding,
        Identity,
        Ignore,
        Kinship,
        Markup,
        Mention,
        MentionKind,
        Name,
        Outcome,
        Problem,
        ProblemKind,
        Reference,
        Relation,
        Resolution,
        Severity,
        Unread,
        UnreadReason,
        Update,
        Work,
        WorkType,
    )

__all__ = [
    "Acceptance",
    "Answer",
    "Article",
    "BadArgument",
    "BadFile",
    "BadLock",
    "BadPlugin",
    "BadSettings",
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
    "Policy",
    "Problem",
    "ProblemKind",
    "Progress",
    "RefcheckError",
    "Reference",
    "Relation",
    "Report",
    "Resolution",
    "Settings",
    "Severity",
    "Unread",
    "UnreadReason",
    "UnreadableArticle",
    "Update",
    "Work",
    "WorkType",
    "check",
    "check_many",
    "parse",
    "parse_many",
    "read",
]

_MODULES = ("api", "config", "errors", "model")  # where the public names live, loaded when one is first asked for


def __getattr__(name: str) -> object:
    """The public names, and the modules they are in: a bare ``import refcheck`` costs next to nothing (PEP 562)."""
    if name in _MODULES:
        return import_module(f"refcheck.{name}")
    for module in _MODULES:
        if name in __all__ and hasattr(found := import_module(f"refcheck.{module}"), name):
            return globals().setdefault(name, getattr(found, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
