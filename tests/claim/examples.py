"""What the tests here share."""

from __future__ import annotations

from dataclasses import replace

from refcheck.case import Case
from refcheck.claim.judge import judge
from refcheck.model import Criterion, Finding


def criterion(made: Case, name: str) -> Criterion:
    return next(c for c in judge(made).criteria if c.name == name)


def with_findings(made: Case, *findings: Finding) -> Case:
    return replace(made, findings=findings)
