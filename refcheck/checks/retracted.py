"""Retracted.

## What
The work was retracted, withdrawn or removed, as a whole or in part.

## Example
Wakefield et al. (1998) in *The Lancet*: retracted on 6 February 2010.

## Why
A retracted work must not be relied on; citing it without saying so passes the error on.

## How sure
The notices of all registers are combined, each with its origin and date: Crossref's (in both directions, including
Retraction Watch's), the registered title, OpenAlex, PubMed, a local Retraction Watch file. It is an error where the
entry's own identifier leads to the work. It is a warning where the work was found by search or is retracted in part,
where the entry itself says that it is retracted, or where only a register says so that marks works without a date or
a notice, and corrected ones too (OpenAlex). It is a note after a reinstatement. Citing the notice itself is fine;
printing its DOI for the work is not, and the work is still reported.

## How to fix
Remove the reference and what rests on it, or say in the text and in the entry that the work is retracted.

## How to accept
`[[tool.refcheck.accept]]` with `check = "retracted"`, the reference's key, why it is cited nevertheless, your name
and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.updates import (
    CORRECTED,
    REINSTATED,
    RETRACTED,
    all_updates,
    cited_openly,
    latest,
    notified,
    told,
)
from refcheck.matching.reasons import described
from refcheck.model import Finding, Resolution, Severity, Update, Work
from refcheck.resolving.registers import undecisive
from refcheck.sentences import Sentence, joined, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose work is retracted, withdrawn or removed."""
    return notified(case, "retracted", RETRACTED, _judge)


def _judge(resolution: Resolution, work: Work, updates: tuple[Update, ...]) -> tuple[Severity, Sentence]:
    severity, remark = _severity(resolution, work, updates)
    done = _DONE[_gravest(updates)]
    said = say("{work} {done}: {notices}", work=described(work), done=done, notices=told(updates))
    return severity, say("{said}.", said=joined([said, remark] if remark else [said], "{first}; {rest}"))


_DONE = {
    "retraction": say("was retracted"),
    "withdrawal": say("was withdrawn"),
    "removal": say("was removed"),
    "partial_retraction": say("was retracted in part"),
}


def _gravest(updates: tuple[Update, ...]) -> str:
    return min((update.kind for update in updates), key=RETRACTED.index)


def _severity(resolution: Resolution, work: Work, updates: tuple[Update, ...]) -> tuple[Severity, Sentence | None]:
    reinstated = latest(resolution, work, REINSTATED)
    if reinstated and reinstated >= updates[-1].date:
        return Severity.NOTE, say("it was reinstated on {date}", date=reinstated)
    if all(update.doi == work.doi and work.doi and update.source != "title" for update in updates):
        remark = say("the notice has the work's own DOI, so it may have been replaced by a corrected text")
        return Severity.WARNING, remark
    if cited_openly(resolution):
        return Severity.WARNING, say("the entry says so itself")
    if all(update.source in undecisive() for update in updates):
        corrected = any(update.kind in CORRECTED for update in all_updates(resolution, work))
        return Severity.WARNING, _CORRECTED_ONLY if corrected else _ALONE
    return (Severity.WARNING if _gravest(updates) == "partial_retraction" else Severity.ERROR), None


_ALONE = say("no other register has a notice of it, so see whether the publisher says so")
_CORRECTED_ONLY = say("the publisher has registered a correction and no retraction, so see which it is")


CHECK = Check(
    slug="retracted",
    summary="the work was retracted, withdrawn or removed",
    severity=Severity.ERROR,
    offline=False,
    find=find,
    explain=__doc__,
)
