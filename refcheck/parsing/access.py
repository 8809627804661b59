"""When a web page was accessed: "Retrieved May 3, 2021, from", "Geraadpleegd op 3 mei 2021", "[cit. 2021-05-03]".

An access date says nothing about when the work appeared, so its place is returned too and no year is taken from it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.language.dates import MONTHS
from refcheck.language.lexicon import NTH, OF_DAY
from refcheck.language.words import alternatives, every
from refcheck.parsing.tagging.tokens import words_in

# Beginnings of the words that introduce an access date, and of those that follow it.
_CUES, _BEHIND_IT = every("roles", "accessed"), every("roles", "accessed_behind")


def _unparted(word: str) -> bool:
    """Whether it is Chinese, Japanese or Korean, which have no blanks between words."""
    return "\u3040" <= word[:1] <= "\ud7af"


_MONTH = r"[^\W\d_]{3,12}"
_DATE = (
    r"(?<!\d)(?:\d{4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})"
    r"|\d{1,2}-[IVX]{1,4}-\d{4}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?"
    rf"|(?:\d{{1,2}}{NTH}?(?:\.|\.?[ /-]){OF_DAY}?)?"
    rf"(?P<month>{_MONTH})\.?,?[ /-]{OF_DAY}?\d{{4}}"
    rf"|(?P<month2>{_MONTH})(?:\.?\s\d{{1,2}}{NTH}?,?\s|-\d{{1,2}}-)\d{{4}}"
    rf"|\d{{4}}[.,]?\s(?P<month3>{_MONTH})\.?\s\d{{1,2}})(?!\d)"
)
# Between cue and date stand the hour, up to three short words ("on", "am", "tarihi:") and maybe the address.
_BETWEEN = (
    r"\w{0,8}[\s:：.,;(\[]{0,3}(?:\d{1,2}:\d\d(?::\d\d)?,?\s)?(?:[^\W\d_]{1,12}[\s:.,;]{1,3}){0,3}?"
    r"(?:(?:https?://|www\.)\S{1,300}[\s,;:(\[]{1,3}(?:[^\W\d_]{1,9}[\s:]{1,2}){0,2}?)?"
)
# GB/T 7714: "[EB/OL]. (2020-01-01) [2021-05-03]"; a date in square brackets is that of looking.
_BRACKETED = re.compile(r"\[(?P<date>\d{4}-\d{1,2}-\d{1,2})\]")
# Harvard in Sweden, APA in Poland: "https://example.org/a [2019-10-23]", "http://example.pl/a.pdf (02.12.2015)"
_BEHIND_ADDRESS = re.compile(r"://\S{4,300}\s[\[(](?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})[\])]\.?$")
# How the words that introduce a date begin: most references hold none, which is seen fast.
_BEGUN = 5  # letters
_BEGINNINGS = frozenset(re.findall(rf"[^\W\d_]{{3,{_BEGUN}}}", cue)[0] for cue in _CUES if not _unparted(cue))
_UNPARTED = re.compile(alternatives({cue[:2] for cue in map(str.strip, (*_CUES, *_BEHIND_IT)) if _unparted(cue)}))
_PARTED_BEHIND = tuple(cue for cue in _BEHIND_IT if not _unparted(cue))


@cache
def _before() -> re.Pattern[str]:
    parted = alternatives(cue for cue in _CUES if not _unparted(cue))
    cues = rf"(?:(?<!\w)(?:{parted})|{alternatives(filter(_unparted, _CUES))})"
    return re.compile(rf"{cues}{_BETWEEN}(?P<date>{_DATE})", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{_DATE})\s?(?:{alternatives(_BEHIND_IT)})", re.IGNORECASE)


class Access(NamedTuple):
    """An access date as printed: ``text[start:end]``."""

    printed: str
    start: int
    end: int


@lru_cache(maxsize=1000)  # as many references are read together
def find_access(text: str) -> Access | None:
    """The first access date in a reference, or None. The time is linear in the length of the text.

    >>> find_access("Retrieved May 3, 2021, from https://example.org")
    Access(printed='May 3, 2021', start=10, end=21)
    """
    east_asian = not text.isascii() and _UNPARTED.search(text)
    if east_asian or not _BEGINNINGS.isdisjoint([word[:_BEGUN] for word in words_in(text)]):
        for match in _before().finditer(text):
            if _is_date(match):
                return Access(match["date"], *match.span("date"))
    if east_asian or any(map(text.__contains__, _PARTED_BEHIND)):
        for match in _behind().finditer(text):
            if _is_date(match):
                return Access(match["date"], *match.span("date"))
    if "[EB" in text or "OL]" in text:
        for match in _BRACKETED.finditer(text):
            return Access(match["date"], *match.span("date"))
    if "://" in text and text.rstrip(".")[-1:] in ("]", ")") and (behind := _BEHIND_ADDRESS.search(text)):
        return Access(behind["date"], *behind.span("date"))
    return None


def _is_date(match: re.Match[str]) -> bool:
    """Whether the word in the place of the month is one."""
    month = match["month"] or match["month2"] or match["month3"]
    return month is None or month.lower().removesuffix("ta") in MONTHS  # Finnish dates: "3. toukokuuta"
