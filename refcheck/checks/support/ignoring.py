"""Ignore comments in the article, and the findings that each silences."""

from __future__ import annotations

from refcheck.case import Case
from refcheck.model import Finding, Ignore
from refcheck.sentences import say

NEAR = 2
"""Lines a comment may stand above the reference it speaks of: on the line before, or with a blank line between."""


def ignored(finding: Finding, case: Case) -> str:
    """The reason of the comment that silences a finding, as "reason (in the article, line 12)"; "" without one."""
    for ignore in case.article.ignores:
        if hushes(ignore, finding, case):
            return say("{reason} (in the article, line {line})", reason=ignore.reason, line=ignore.line)
    return ""


def hushes(ignore: Ignore, finding: Finding, case: Case) -> bool:
    """Whether a comment applies to this finding; only a comment with a reason does."""
    if finding.check not in ignore.checks or not ignore.reason:
        return False
    if ignore.whole_file:
        return True
    if finding.reference is not None:
        return finding.reference == _meant(ignore, case)
    return finding.line - NEAR <= ignore.line <= finding.end_line


def _meant(ignore: Ignore, case: Case) -> int | None:
    """The index of the reference on the comment's line, or else of the one that begins just below."""
    for index, reference in enumerate(case.references):
        if reference.entry and reference.entry.end_line >= ignore.line:
            return index if reference.entry.line <= ignore.line + NEAR else None
    return None
