"""Dates as references print them."""

import pytest

from refcheck.language.dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(2003, April)", (2003, "", 4, None)),
        ("2010 Oct 7", (2010, "", 10, 7)),
        ("2010a", (2010, "a", None, None)),
        ("12.03.1998", (1998, "", 3, 12)),
        ("12 mei 2019", (2019, "", 5, 12)),
        ("7 października 2018", (2018, "", 10, 7)),
        ("2012年5月", (2012, "", 5, None)),
        ("1998-99", (1998, "", None, None)),
        ("pp. 12-34", (None, "", None, None)),
        ("20190", (None, "", None, None)),
    ],
)
def test_dates(text: str, expected: tuple[int | None, str, int | None, int | None]) -> None:
    assert tuple(parse_date(text)) == expected
