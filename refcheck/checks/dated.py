"""Dated.

## What
The list as a whole is older than the publisher's policy allows at the article's date.

## Example
An article of 2022 rests on works of 1994, 2000, 2003, 2006 and 2018: four of five are older than ten years.

## Why
Knowledge ages. A classic may be old; a list that is mostly old suggests that no one looked for recent work.

## How sure
Ages are counted from the printed years to the article's printed date. What is too old is a matter of policy, so it is a
note. By default at most half of the references may be older than ten years, and the newest may be no older than five.

## How to fix
Look for recent work on the subject, and cite it beside the classics.

## How to accept
Set `[tool.refcheck.policy]`: `field` (general, health, humanities, mathematics, physics), or `max-age`,
`max-share-older` and `newest-within` directly; or sign it off with the article's file name as the reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.claim.currency import ages, told
from refcheck.model import Finding, Severity
from refcheck.sentences import say

_FEWEST = 2  # references with a year; a single old one says nothing about a list


def find(case: Case) -> Iterator[Finding]:
    """One finding for a list that breaks the currency policy."""
    found = ages(case)
    if found is None or not found.out_of_date or len(found.years) < _FEWEST:
        return
    if found.none_recent:
        message = say("{ages}, and none is from the last {n} years.", ages=told(found), n=found.newest_within)
    else:
        message = say("{ages}.", ages=told(found))
    entries = case.article.entries
    line, end_line = (entries[0].line, entries[-1].end_line) if entries else (1, 1)
    yield Finding("dated", Severity.NOTE, message, line=line, end_line=end_line, field="year")


CHECK = Check(
    slug="dated",
    summary="the list is older than the policy allows at the article's date",
    severity=Severity.NOTE,
    offline=True,
    find=find,
    explain=__doc__,
)
