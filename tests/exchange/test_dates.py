"""Printed dates in ISO 8601, as exact as they are."""

import pytest

from refcheck.exchange.dates import iso_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("3 mei 2021", "2021-05-03"),
        ("March 2016", "2016-03"),
        ("2015-03-04", "2015-03-04"),
        ("2009", "2009"),
        ("last spring", ""),
        ("", ""),
    ],
)
def test_a_date_is_as_exact_as_printed(printed: str, iso: str) -> None:
    assert iso_date(printed) == iso
