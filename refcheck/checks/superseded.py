"""Superseded.

## What
There is a later form of the work cited: the article of a preprint, or a newer edition.

## Example
`arXiv:1706.03762` is cited; the record names the paper it was published as.

## Why
The published form was reviewed and may say something else; a newer edition may have dropped what you cite.

## How sure
Only what the record itself or its publisher's notice says: its relations, a notice of a new edition or version. It
is a note.

## How to fix
Cite the later form if it says what you cite.

## How to accept
`severities.superseded = "off"`, or `[[tool.refcheck.accept]]` for one reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.checks import Case, Check
from refcheck.checks._evidence import certainty, described, finding, verified
from refcheck.checks._style import doi_like
from refcheck.checks._updates import REPLACED, all_updates
from refcheck.model import Finding, Severity
from refcheck.sentences import say

_LATER = {
    "is-preprint-of": say("is a preprint; it was published as"),
    "is-replaced-by": say("was replaced by"),
    "is-previous-version-of": say("has a later version,"),
}
"""Crossref's relation types that name a later form (schema 5.3, relations)."""


def find(case: Case) -> Iterator[Finding]:
    """Verified references whose record names a later form of the work."""
    cited = {reference.doi for reference in case.references if reference.doi}
    for index, resolution, work in verified(case):
        later = [(_LATER[r.kind], r.doi) for r in work.relations if r.kind in _LATER and r.doi]
        later += [
            (say("has a newer edition or version,"), u.doi) for u in all_updates(resolution, work) if u.kind in REPLACED
        ]
        for has, doi in later[:1]:
            if doi.lower() in cited or doi.lower() == work.doi:
                continue
            yield finding(
                case,
                index,
                "superseded",
                Severity.NOTE,
                say("{work} {has} {doi}.", work=described(work), has=has, doi=doi or say("says its publisher")),
                confidence=certainty(resolution.evidence),
                field="doi",
                printed=resolution.reference.doi,
                registered=doi,
                suggestion=doi_like(case, doi) if doi else "",
            )


CHECK = Check(
    slug="superseded",
    summary="there is a later form of the work: an article for a preprint, a newer edition",
    severity=Severity.NOTE,
    offline=False,
    find=find,
    explain=__doc__,
)
