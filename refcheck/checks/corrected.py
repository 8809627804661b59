"""Corrected.

## What
A correction, corrigendum, erratum or addendum to the work was published.

## Example
*Correction to: …*, 2019-02-11.

## Why
The number or sentence you cite may be the one that was corrected.

## How sure
The notices of all registers are combined, each with its origin and date. It is a note.

## How to fix
Read the correction; cite it too if it affects what you take from the work.

## How to accept
`severities.corrected = "off"`, or `[[tool.refcheck.accept]]` for one reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.updates import CORRECTED, notified, told
from refcheck.matching.reasons import described
from refcheck.model import Finding, Resolution, Severity, Update, Work
from refcheck.sentences import Sentence, say


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose work was corrected."""
    return notified(case, "corrected", CORRECTED, _judge)


def _judge(resolution: Resolution, work: Work, updates: tuple[Update, ...]) -> tuple[Severity, Sentence]:
    return Severity.NOTE, say("{work} was corrected: {notices}.", work=described(work), notices=told(updates))


CHECK = Check(
    slug="corrected",
    summary="a correction to the work was published",
    severity=Severity.NOTE,
    offline=False,
    find=find,
    explain=__doc__,
)
