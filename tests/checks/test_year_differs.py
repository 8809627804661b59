"""year-differs: how far off the year is, and how sure the evidence, decide how loud it is."""

import pytest

from refcheck.model import Evidence, Severity
from tests.checks.resolved import changed, findings, found


@pytest.mark.parametrize(("year", "severity"), [(2011, "warning"), (2007, "note")])
def test_a_wrong_year(year: int, severity: str) -> None:
    (finding,) = findings("year-differs", found(reference=changed(year=year)))
    assert (finding.severity, finding.suggestion) == (severity, "2006")


def test_every_registered_year_is_right() -> None:
    assert findings("year-differs", found(reference=changed(year=2005))) == []


def test_a_doubtful_parse_and_a_guess_make_a_note() -> None:
    other = changed(year=2011, confidence={"year": 0.3})
    assert findings("year-differs", found(reference=other))[0].severity is Severity.NOTE
    guessed = found(reference=changed(year=2011), evidence=Evidence.GUESS)
    assert findings("year-differs", guessed)[0].confidence == "low"
    assert findings("year-differs", guessed)[0].severity is Severity.NOTE


def test_a_work_found_by_search_warns_and_says_so() -> None:
    (finding,) = findings("year-differs", found(reference=changed(year=2011), evidence=Evidence.SEARCH))
    assert (finding.severity, finding.confidence) == (Severity.WARNING, "medium")
    assert "found by search" in finding.message
