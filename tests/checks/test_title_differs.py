"""title-differs: severity, suggestion, and what it says of an entry that mixes two works."""

from dataclasses import replace

import pytest

from tests.checks.resolved import WORK, changed, findings, found

REGISTERED = "Secondary traumatic effects in couples: A clinician's guide"


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("Secondary traumatic effects in singles: a clinician’s guide", "warning"),
        ("Secondary traumatic efects in couples: a clinician’s guide", "note"),
    ],
)
def test_a_wrong_title(title: str, severity: str) -> None:
    (finding,) = findings("title-differs", found(reference=changed(title=title)))
    assert (finding.severity, finding.suggestion) == (severity, REGISTERED)


def test_a_mixture_of_two_works_is_called_one() -> None:
    other = replace(WORK, doi="10.1/other", titles=("On many conflicting objectives",), subtitles=())
    mixed = changed(title="On many conflicting objectives")
    (finding,) = findings("title-differs", found(reference=mixed, candidates=(other,)))
    assert "mixes two works" in finding.message
    assert "although its authors are" in findings("title-differs", found(reference=mixed))[0].message
