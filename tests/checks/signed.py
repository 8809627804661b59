"""What the tests here share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from refcheck.case import Case
from refcheck.checks.support.acceptance import apply_acceptances
from refcheck.config import Acceptance
from refcheck.model import Finding


def acceptance(reference: str, check: str = "not-found", until: date | None = None) -> Acceptance:
    return Acceptance(check, reference, "on my desk", "J. Doe", until)


def locked(made: Case) -> Case:
    return replace(made, settings=replace(made.settings, locked=True))


def accepted(made: Case, *findings: Finding) -> list[str]:
    return [f.accepted for f in apply_acceptances(findings, made)]
