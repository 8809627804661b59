"""How loud a finding may be, and how a work is named in it."""

import pytest

from refcheck.checks.support.evidence import capped, certainty, described, quoted, verified
from refcheck.model import Confidence, Evidence, Identity, Name, Severity, Work
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


def test_a_long_title_is_cut_at_a_word() -> None:
    assert quoted("Short") == "“Short”"
    said = quoted("wordy " * 40)
    assert said.endswith("wordy …”") and len(said) < 130


def test_a_work_is_named_as_an_editor_would() -> None:
    two = (Name("Kolk", "B.", "van der"), Name("Müller", "J."))
    work = Work("crossref", doi="10.1/x", titles=("Sleep",), authors=two, years=(2014,))
    assert described(work) == "“Sleep” (Kolk et al., 2014, doi 10.1/x)"
    assert described(Work("crossref", titles=("Sleep",))) == "“Sleep”"
    assert described(Work("crossref", years=(1999,))) == "a work without a title (1999)"
