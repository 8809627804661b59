"""Sign-offs: which finding they are of, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.cases import case, finding
from tests.checks.signed import acceptance, accepted, locked


@pytest.mark.parametrize(
    "reference", ["authorb2019", "10.1000/1", "https://doi.org/10.1000/1", "Title number 1", "AuthorB, A. (2019)"]
)
def test_a_sign_off_names_a_reference_by_key_doi_or_words(reference: str) -> None:
    made = case(accept=[acceptance(reference)])
    assert accepted(made, finding("not-found", 1), finding("not-found", 0), finding("retracted", 1)) == [
        "on my desk (J. Doe)",
        "",
        "",
    ]


def test_a_sign_off_of_an_unlisted_citation_names_it_as_printed() -> None:
    made = case(accept=[acceptance("Smith, 2011", "unlisted")])
    assert accepted(made, finding("unlisted", None, printed="(Smith, 2011)")) == ["on my desk (J. Doe)"]
    assert accepted(made, finding("unlisted", None, printed="(Smith, 2012)")) == [""]


def test_a_sign_off_counts_on_its_last_day_and_not_after() -> None:
    last = case(accept=[acceptance("authorb2019", until=date(2026, 5, 1))])
    assert accepted(locked(last), finding("not-found", 1)) == ["on my desk (J. Doe, until 2026-05-01)"]
    over = case(accept=[acceptance("authorb2019", until=date(2026, 4, 30))])
    assert accepted(locked(over), finding("not-found", 1)) == [""]
