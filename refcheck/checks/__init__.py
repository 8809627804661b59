"""One file a check; the slug is the file name with "-" for "_". Adding a check is adding a file here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from refcheck.config import Settings
from refcheck.model import Article, Finding, Reference, Resolution, Severity


@dataclass(frozen=True, slots=True)
class Case:
    """What a check reads: one article, its references and what was found for each (same order, same length)."""

    article: Article
    references: tuple[Reference, ...]
    resolutions: tuple[Resolution, ...]
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()  # of the checks that ran before: only checks with ``last`` see any
    lock_sha256: str = ""  # of the lock in force, "" without one
    version: str = ""  # of refcheck


@dataclass(frozen=True, slots=True)
class Check:
    """A check as its file registers it: ``CHECK = Check(...)``."""

    slug: str
    summary: str  # one line
    severity: Severity  # at most
    offline: bool  # works without any source's answer
    find: Callable[[Case], Iterator[Finding]]
    explain: str  # the file's docstring, Markdown: what, example, why, how sure, how to fix, how to accept
    last: bool = False  # judges the findings of the others, so it runs after them


@cache
def registry() -> Mapping[str, Check]:
    """All checks by slug, in alphabetical order."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.CHECK.slug: module.CHECK for module in modules if hasattr(module, "CHECK")}


def run(case: Case) -> tuple[Finding, ...]:
    """All findings on a case, by line: the ordinary checks, the sign-offs applied, then the checks that judge those."""
    from refcheck.checks._acceptance import apply_acceptances

    found = _find(case, late=False)
    found = sorted(apply_acceptances(found, case), key=_place)
    found += _find(replace(case, findings=tuple(found)), late=True)
    return tuple(sorted(found, key=_place))


def _find(case: Case, *, late: bool) -> list[Finding]:
    """What the early or the late checks find, at the severities the settings give them."""
    level = case.settings.severities
    active = [c for c in registry().values() if c.last is late and level.get(c.slug) != "off"]
    found = [finding for check in active for finding in check.find(case)]
    return [replace(f, severity=Severity(level[f.check])) if f.check in level else f for f in found]


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return (finding.line, -1 if finding.reference is None else finding.reference, finding.severity.rank, finding.check)
