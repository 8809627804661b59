"""How old a list is: the ages of its references at the article's date, compared with the publisher's policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refcheck.case import Case
from refcheck.model import Identity, Resolution
from refcheck.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Ages:
    """The years of the references at ``day``, newest first, and the policy's judgement of them."""

    day: date
    printed_day: bool  # the article prints its date; otherwise ``day`` is when the registers were asked
    years: tuple[int, ...]  # of publication, newest first
    total: int  # references, dated or not
    limit: int  # age in years above which a reference is old
    share_allowed: float
    newest_within: int

    @property
    def old(self) -> int:
        """The number of references older than the policy's limit."""
        return sum(1 for year in self.years if self.day.year - year > self.limit)

    @property
    def too_many_old(self) -> bool:
        """Whether the share of old references exceeds what the policy allows."""
        return bool(self.years) and self.old > self.share_allowed * len(self.years)

    @property
    def none_recent(self) -> bool:
        """Whether even the newest reference is older than the policy allows the newest to be."""
        return bool(self.years) and self.day.year - self.years[0] > self.newest_within

    @property
    def out_of_date(self) -> bool:
        """Whether the list breaks the policy in any way."""
        return self.too_many_old or self.none_recent


def ages(case: Case) -> Ages | None:
    """The ages of a case's references, or None when the article's date or all the references' years are unknown."""
    day = case.article.date or case.newest_answer
    years = sorted((year for r in case.resolutions if (year := _year(r)) is not None), reverse=True)
    if day is None or not years:
        return None
    policy = case.settings.policy
    return Ages(
        day=day,
        printed_day=case.article.date is not None,
        years=tuple(min(year, day.year) for year in years),
        total=len(case.references),
        limit=policy.age_limit,
        share_allowed=policy.max_share_older,
        newest_within=policy.newest_within,
    )


def told(found: Ages) -> Sentence:
    """The ages in words: "4 of 5 references are older than 10 years in 2022; they date from 1994 to 2018"."""
    oldest, newest = found.years[-1], found.years[0]
    if oldest != newest:
        span = say("they date from {first} to {last}", first=str(oldest), last=str(newest))
    else:
        span = say("all date from {year}", year=str(newest))
    year = str(found.day.year)
    when = say("in {year}", year=year) if found.printed_day else say("in {year}, when they were checked", year=year)
    return say(
        "{old} of {total} references are older than {limit} years {when}; {span}",
        old=found.old, total=len(found.years), limit=found.limit, when=when, span=span,
    )  # fmt: skip


def _year(resolution: Resolution) -> int | None:
    """The year printed, else the one registered for the verified work, else None."""
    if resolution.reference.year is not None:
        return resolution.reference.year
    if resolution.identity is Identity.VERIFIED and resolution.work is not None and resolution.work.years:
        return resolution.work.years[0]
    return None
