"""Superseded.

## What
There is a later form of the work cited: the article of a preprint, or a newer edition.

## Example
`arXiv:1706.03762` is cited; the record names the paper it was published as.

## Why
The published form was reviewed and may differ; a newer edition may have dropped what you cite.

## How sure
The record itself says so through its relations, or the publisher through a notice of a new edition or version. Or a
register has a book with the title and authors cited and a higher edition number; where the entry names no edition, the
book must also be later than the year printed. It is a note.

## How to fix
Cite the later form if it still contains what you cite.

## How to accept
`severities.superseded = "off"`, or `[[tool.refcheck.accept]]` for one reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import certainty, finding, verified
from refcheck.checks.support.style import doi_like
from refcheck.checks.support.updates import REPLACED, all_updates
from refcheck.comparing.editions import is_later_edition
from refcheck.matching.reasons import described
from refcheck.model import Finding, Resolution, Severity, Work
from refcheck.sentences import say

_LATER = {
    "is-preprint-of": say("is a preprint; it was published as"),
    "is-replaced-by": say("was replaced by"),
    "is-previous-version-of": say("has a later version,"),
}
"""Crossref's relation types that name a later form (schema 5.3, relations)."""


def find(case: Case) -> Iterator[Finding]:
    """Verified references with a later form of the work, by its record or in any register's answer."""
    cited = {reference.doi for reference in case.references if reference.doi}
    for index, resolution, work in verified(case):
        later = [(_LATER[r.kind], r.doi) for r in work.relations if r.kind in _LATER and r.doi]
        replaced = say("has a newer edition or version,")
        later += [(replaced, u.doi) for u in all_updates(resolution, work) if u.kind in REPLACED]
        told = next(((has, doi) for has, doi in later if doi.lower() not in cited | {work.doi}), None)
        edition = None if later else _later_edition(resolution, work)
        if told:
            has, doi = told
            message = say("{work} {has} {doi}.", work=described(work), has=has, doi=doi or say("says its publisher"))
        elif edition is not None and edition.doi not in cited:
            doi = edition.doi
            message = say("There is a later edition of the book cited: {work}.", work=described(edition))
        else:
            continue
        yield finding(
            case,
            index,
            "superseded",
            Severity.NOTE,
            message,
            confidence=certainty(resolution.evidence),
            field="doi",
            printed=resolution.reference.doi,
            registered=doi,
            suggestion=doi_like(case, doi) if doi else "",
        )


def _later_edition(resolution: Resolution, work: Work) -> Work | None:
    """The latest of the later editions of the book cited, in any register's answer or among the candidates; or None."""
    answered = (record for answer in resolution.answers for record in answer.works)
    editions = [w for w in (work, *resolution.candidates, *answered) if is_later_edition(resolution.reference, w)]
    return max(editions, key=lambda w: (max(w.years, default=0), w.doi), default=None)


CHECK = Check(
    slug="superseded",
    summary="there is a later form of the work: an article for a preprint, a newer edition",
    severity=Severity.NOTE,
    offline=False,
    find=find,
    explain=__doc__,
)
