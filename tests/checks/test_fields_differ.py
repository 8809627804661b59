"""title-differs, authors-differ, year-differs, venue-differs, locator-differs: severity, values, suggestion."""

from dataclasses import replace

import pytest

from refcheck.model import Evidence, Identity, Name, Severity
from tests.checks.resolved import REF, WORK, changed, findings, found

CHECKS = ("title-differs", "authors-differ", "year-differs", "venue-differs", "locator-differs")


@pytest.mark.parametrize("check", CHECKS)
def test_a_right_reference_raises_nothing(check: str) -> None:
    assert findings(check, found()) == []


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("identity", [Identity.ABSENT, Identity.AMBIGUOUS, Identity.UNCHECKED, Identity.NOT_INDEXED])
def test_fields_are_compared_with_a_known_work_only(check: str, identity: Identity) -> None:
    wrong = changed(title="Quite another thing", authors=(Name("Smith"),), year=1950, container="X", volume="1")
    assert findings(check, found(None, wrong, identity=identity)) == []


@pytest.mark.parametrize(
    ("check", "fields", "severity", "suggestion"),
    [
        ("title-differs", {"title": "Secondary traumatic effects in singles: a clinician’s guide"}, "warning",
         "Secondary traumatic effects in couples: A clinician's guide"),
        ("title-differs", {"title": "Secondary traumatic efects in couples: a clinician’s guide"}, "note",
         "Secondary traumatic effects in couples: A clinician's guide"),
        ("authors-differ", {"authors": (Name("Smith", "T."),)}, "warning",
         "van der Kolk, B. A., Müller, J., O'Brien, M. A."),
        ("authors-differ", {"authors": REF.authors[:2]}, "note", "van der Kolk, B. A., Müller, J., O'Brien, M. A."),
        ("year-differs", {"year": 2011}, "warning", "2006"),
        ("year-differs", {"year": 2007}, "note", "2006"),
        ("venue-differs", {"container": "American Psychologist"}, "note", "American Journal of Orthopsychiatry"),
        ("locator-differs", {"volume": "67"}, "note", "volume 76"),
        ("locator-differs", {"pages": "501--510"}, "note", "pages 451–460"),
        ("locator-differs", {"volume": "67", "pages": "501--510"}, "warning", "volume 76, pages 451–460"),
    ],
)  # fmt: skip
def test_a_wrong_field(check: str, fields: dict[str, object], severity: str, suggestion: str) -> None:
    (finding,) = findings(check, found(reference=changed(**fields)))
    assert (finding.check, finding.severity, finding.suggestion) == (check, severity, suggestion)
    assert (finding.reference, finding.line, finding.end_line) == (0, 7, 8)
    assert finding.printed and finding.registered and finding.message.endswith(".")


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


def test_a_mixture_of_two_works_is_called_one() -> None:
    other = replace(WORK, doi="10.1/other", titles=("On many conflicting objectives",), subtitles=())
    mixed = changed(title="On many conflicting objectives")
    (finding,) = findings("title-differs", found(reference=mixed, candidates=(other,)))
    assert "mixes two works" in finding.message
    assert "although its authors are" in findings("title-differs", found(reference=mixed))[0].message
