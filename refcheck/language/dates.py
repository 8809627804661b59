"""Dates: of publication, as exact as a reference prints them, and full dates in a text."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.language.fold import unaccented
from refcheck.language.words import every, subject


def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for table in subject("dates").values():
        for number, words in enumerate(table.get("months", ()), 1):
            for word in words:
                # "listopad" is October in Croatian and November in Polish and Czech, which have more speakers.
                found.setdefault(word, number)
    return found


MONTHS = _months()
"""Name or abbreviation of a month, in lower case -> its number, 1 to 12, in all languages."""

SEASONS = frozenset(every("dates", "seasons"))


@cache
def _folded() -> dict[str, int]:
    return {unaccented(word): number for word, number in MONTHS.items()}


BUDDHIST_AHEAD = 543
"""Years by which the Thai calendar is ahead."""
_YEAR = re.compile(r"(?<!\d)(1[3-9]\d\d|20[0-4]\d)(?!\d)")  # 13..: in Persian lists, by the Persian calendar
_SUFFIX = re.compile(r"\s?[-/–]?\s?([a-z])(?![\w])")
_CJK_MONTH = re.compile(r"年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?|년\s?(\d{1,2})\s?월(?:\s?(\d{1,2})\s?일)?")
_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})[-./](?P<m>\d{1,2})(?:[-./](?P<d>\d{1,2}))?|(?P<d2>\d{1,2})[-./]\s?(?P<m2>\d{1,2})[-./]\s?(?P<y2>\d{4}))(?!\d)"
)
_SHORT = re.compile(r"(\d\d)\.(\d\d)\.(\d\d)")
_WORD = re.compile(r"[^\W\d_]{2,15}|\d{1,4}")


_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}((?:19|20)\d{2})(?!\d)")
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20|25)\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_MONTH_WORD = re.compile(r"[^\W\d_][^\s\d.,;:()|/'’-]*(?:\s\d{1,2}(?=\W|$))?")


class Date(NamedTuple):
    """A date as exact as printed; ``letter`` is that of "2010a"."""

    year: int | None = None
    letter: str = ""
    month: int | None = None
    day: int | None = None


@lru_cache(maxsize=2048)  # most dates are a year alone
def parse_date(text: str) -> Date:
    """The first date in a text such as "(2003, April)", "2010 Oct 7", "2010a", "12.03.1998", "z.j.", "2012年5月"."""
    text = text[:120]
    year_match = _YEAR.search(text)
    if year_match is None:
        return _of_two_figures(text)
    year = int(year_match[1])
    suffix = _SUFFIX.match(text, year_match.end())
    letter = suffix[1] if suffix else ""
    if match := _CJK_MONTH.search(text):
        return Date(year, "", _between(match[1] or match[3], 12), _between(match[2] or match[4], 31))
    if match := _NUMERIC.search(text):
        month, day = match["m"] or match["m2"], match["d"] or match["d2"]
        if match["d2"] and not _between(month, 12):  # "4/21/2023", as in the US
            month, day = day, month
        if _between(month, 12):
            return Date(year, "", _between(month, 12), _between(day, 31))
    return Date(year, letter, *_worded(text))


def _of_two_figures(text: str) -> Date:
    """A day of 1930 to 2029: "27.08.07"."""
    match = _SHORT.fullmatch(text.strip(" .,;()"))
    if match is None or not (month := _between(match[2], 12)):
        return Date()
    return Date(1930 + (int(match[3]) - 30) % 100, "", month, _between(match[1], 31))


def _worded(text: str) -> tuple[int | None, int | None]:
    """Month and day where the month is a word: "7 October", "Oct. 7", "7 de octubre"."""
    words = _WORD.findall(text.lower())
    for i, word in enumerate(words):
        month = MONTHS.get(word)
        if month is None:
            continue
        near = [w for w in (*words[max(0, i - 2) : i][::-1], *words[i + 1 : i + 2]) if w.isdecimal() and len(w) < 3]
        return month, _between(near[0], 31) if near else None
    return None, None


def _between(digits: str | None, most: int) -> int | None:
    return int(digits) if digits and 1 <= int(digits) <= most else None


def find_day(text: str) -> date | None:
    """The first full date in a text: ISO, 21-04-2022, "21 april, 2022", "April 21, 2022", 2022年4月21日; else None.

    In an ambiguous date (3/4/2022) the day is taken to come first, as everywhere except in the US.
    """
    text = text[:300]
    if match := _ISO.search(text) or _EAST.search(text):
        return _date(match[1], match[2], match[3])
    found = _named_day(text)
    if found or not (match := _DAY_FIRST.search(text)):
        return found
    return _date(match[3], match[2], match[1]) or _date(match[3], match[1], match[2])


def _named_day(text: str) -> date | None:
    folded = " ".join(unaccented(text).split())
    for match in _MONTH_WORD.finditer(folded):
        word = match[0]
        number = _folded().get(word) or _folded().get(word.split(" ")[0])
        if not number:
            continue
        around = folded[max(0, match.start() - 12) : match.end() + 18]
        year = _ANY_YEAR.search(folded, match.start() - 12 if match.start() > 12 else 0, match.end() + 20)
        if not year:
            continue
        days = [d for d in _DAY.findall(around.replace(year[0], " ", 1)) if 1 <= int(d) <= 31]
        if days:
            value = int(year[1])
            return _date(str(value - BUDDHIST_AHEAD if value > 2400 else value), str(number), days[0])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
