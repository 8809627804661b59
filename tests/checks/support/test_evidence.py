"""How loud a finding may be."""

import pytest

from refcheck.checks.support.evidence import capped, certainty, verified
from refcheck.model import Confidence, Evidence, Identity, Severity
from tests.checks.cases import case, unchecked


@pytest.mark.parametrize(
    ("severity", "evidence", "confidence", "may"),
    [
        (Severity.ERROR, Evidence.IDENTIFIER, 1.0, Severity.ERROR),
        (Severity.ERROR, Evidence.SEARCH, 1.0, Severity.WARNING),
        (Severity.ERROR, Evidence.GUESS, 1.0, Severity.NOTE),
        (Severity.ERROR, Evidence.IDENTIFIER, 0.39, Severity.NOTE),
        (Severity.WARNING, Evidence.IDENTIFIER, 0.4, Severity.WARNING),
        (Severity.NOTE, Evidence.IDENTIFIER, 1.0, Severity.NOTE),
    ],
)
def test_evidence_caps_the_severity(severity: Severity, evidence: Evidence, confidence: float, may: Severity) -> None:
    assert capped(severity, evidence, confidence) is may


def test_only_an_identifier_and_a_good_parse_are_sure() -> None:
    assert certainty(Evidence.IDENTIFIER, 0.8) is Confidence.HIGH
    assert certainty(Evidence.IDENTIFIER, 0.79) is certainty(Evidence.SEARCH) is Confidence.MEDIUM
    assert certainty(Evidence.GUESS) is certainty(Evidence.IDENTIFIER, 0.3) is Confidence.LOW


def test_only_known_works_are_compared() -> None:
    made = unchecked(case(), 1)
    assert [index for index, _, _ in verified(made)] == [0, 2, 3, 4]
    assert {resolution.identity for _, resolution, _ in verified(made)} == {Identity.VERIFIED}
