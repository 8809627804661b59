"""Dates as references print them."""

from datetime import date

import pytest

from refcheck.language.dates import find_day, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(2003, April)", (2003, "", 4, None)),
        ("2010 Oct 7", (2010, "", 10, 7)),
        ("2010a", (2010, "a", None, None)),
        ("12.03.1998", (1998, "", 3, 12)),
        ("15.11.06,", (2006, "", 11, 15)),
        ("02.05.98", (1998, "", 5, 2)),
        ("10.13.12", (None, "", None, None)),
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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21 april, 2022", date(2022, 4, 21)),
        ("April 21, 2022", date(2022, 4, 21)),
        ("2022-04-21T08:00:00Z", date(2022, 4, 21)),
        ("21-04-2022", date(2022, 4, 21)),
        ("21.4.2022", date(2022, 4, 21)),
        ("04/21/2022", date(2022, 4, 21)),
        ("2022年4月21日", date(2022, 4, 21)),
        ("2022년 4월 21일", date(2022, 4, 21)),
        ("21 de abril de 2022", date(2022, 4, 21)),
        ("1er février 2020", date(2020, 2, 1)),
        ("14. März 2019", date(2019, 3, 14)),
        ("12 октября 2017 г.", date(2017, 10, 12)),
        ("5 maja 2018", date(2018, 5, 5)),
        ("2020. január 15.", date(2020, 1, 15)),
        ("7 مايو 2019", date(2019, 5, 7)),
        ("9 Ιανουαρίου 2021", date(2021, 1, 9)),
        ("15 Ağustos 2020", date(2020, 8, 15)),
        ("4. toukokuuta 2019", date(2019, 5, 4)),
        ("3 ม.ค.", None),
        ("12 มีนาคม 2564", date(2021, 3, 12)),
        ("31 februari 2020", None),
        ("in 2020", None),
        ("", None),
    ],
)
def test_find_day(text: str, day: date | None) -> None:
    assert find_day(text) == day
