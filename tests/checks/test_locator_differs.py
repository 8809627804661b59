"""locator-differs: one wrong number is a note, a wrong volume with wrong pages a warning."""

import pytest

from refcheck.model import Evidence
from tests.checks.resolved import changed, findings, found


@pytest.mark.parametrize(
    ("fields", "severity", "suggestion"),
    [
        ({"volume": "67"}, "note", "volume 76"),
        ({"pages": "501--510"}, "note", "pages 451–460"),
        ({"volume": "67", "pages": "501--510"}, "warning", "volume 76, pages 451–460"),
    ],
)
def test_wrong_numbers(fields: dict[str, str], severity: str, suggestion: str) -> None:
    (finding,) = findings("locator-differs", found(reference=changed(**fields)))
    assert (finding.severity, finding.suggestion) == (severity, suggestion)


def test_both_wrong_are_a_note_for_a_work_found_by_search() -> None:
    both = found(reference=changed(volume="67", pages="501--510"), evidence=Evidence.SEARCH)
    assert [finding.severity for finding in findings("locator-differs", both)] == ["note"]


def test_the_first_page_alone_is_no_difference() -> None:
    assert findings("locator-differs", found(reference=changed(pages="451"))) == []
