"""venue-differs: another journal is a note, its abbreviation is no difference."""

from tests.checks.resolved import changed, findings, found


def test_another_journal_is_a_note() -> None:
    (finding,) = findings("venue-differs", found(reference=changed(container="American Psychologist")))
    assert (finding.severity, finding.suggestion) == ("note", "American Journal of Orthopsychiatry")
    assert "“American Psychologist” is printed" in finding.message


def test_an_abbreviation_or_nothing_printed_is_no_difference() -> None:
    for container in ("Am J Orthopsychiatry", "Amer. Journ. of Orthopsych.", ""):
        assert findings("venue-differs", found(reference=changed(container=container))) == []
