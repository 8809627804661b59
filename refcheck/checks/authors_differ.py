"""Authors differ.

## What
The work is known, and the names printed are not those of its authors: no name in common, another first author,
someone who had no part in it, a misspelt or a missing name.

## Example
`Peterson, A., & Ruiz, M. (2006). …` is printed; the record of its DOI names *Nelson Goff, Reisbig, Bole, …*.

## Why
Names are how a work is found and credited, and invented names on a real title are a trace of a generated reference.

## How sure
Names are compared by family name, with and without particles, in either order, with umlauts written out or not;
initials only have to fit. A list cut with "et al.", an organisation, a record without authors and a name that is
found anywhere in the entry do not count as differences. A name in another script agrees if any usual transliteration
gives it (Чехов is Chekhov, Čehov and Tschechow), and differs only if none of the names gives or sounds like it. Another
first author or no name in common is a warning; a slip, a missing last author, another initial or order is a note.

## How to fix
Copy the names from the work itself. If all are wrong, check that the identifier belongs to the work you meant.

## How to accept
`[[tool.refcheck.accept]]` with `check = "authors-differ"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import differing, where
from refcheck.checks.support.style import names_like
from refcheck.comparing import Comparison, Kind
from refcheck.model import Finding, Resolution, Severity, Work
from refcheck.sentences import Sentence, say

_WARNED = (Kind.ALL, Kind.FIRST, Kind.OTHER)


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose authors are not the registered ones."""
    return differing(case, "authors-differ", "authors", _judge)


def _judge(resolution: Resolution, work: Work, authors: Comparison) -> tuple[Severity, Sentence, str]:
    severity = Severity.WARNING if authors.kind in _WARNED else Severity.NOTE
    message = say("The authors differ from {record}: {why}.", record=where(resolution), why=authors.why)
    names = work.authors or work.editors
    return severity, message, names_like(resolution.reference, names)


CHECK = Check(
    slug="authors-differ",
    summary="the authors printed are not the registered ones",
    severity=Severity.WARNING,
    offline=False,
    find=find,
    explain=__doc__,
)
