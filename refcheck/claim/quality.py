"""What kind of work a reference is, who published it, and whether a scholarly register knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from refcheck import patterns as re
from refcheck.language.words import alternatives, every
from refcheck.model import Identity, Outcome, Reference, Resolution, Work, WorkType
from refcheck.resolving.registers import registers

KINDS: Mapping[WorkType, WorkType] = {
    kind: kind
    for kind in (
        *(WorkType.ARTICLE, WorkType.BOOK, WorkType.CHAPTER, WorkType.PAPER, WorkType.PROCEEDINGS, WorkType.THESIS),
        *(WorkType.REPORT, WorkType.STANDARD, WorkType.PREPRINT, WorkType.DATASET, WorkType.WEB_PAGE),
    )
} | {
    WorkType.BOOK_SERIES: WorkType.BOOK,
    WorkType.BOOK_PART: WorkType.CHAPTER,
    WorkType.ENTRY: WorkType.CHAPTER,
    WorkType.MASTERS_THESIS: WorkType.THESIS,
    WorkType.MANUSCRIPT: WorkType.PREPRINT,
}
"""The kinds that a claim's standing tells apart, and which of them the finer ones count as; others are unknown."""

SCHOLARLY = frozenset(KINDS.values()) - {WorkType.PREPRINT, WorkType.WEB_PAGE}
"""Kinds that are published under somebody's review or responsibility; a preprint and a web page are not."""

_PREPRINT_DOIS = ("10.48550/", "10.31234/", "10.31219/", "10.31235/", "10.2139/", "10.20944/", "10.21203/", "10.26434/")
"""arXiv, PsyArXiv, OSF, SocArXiv, SSRN, Preprints.org, Research Square, ChemRxiv."""

_SERVER = re.compile(
    rf"\b(?:{alternatives((*every('kinds', 'preprint_servers'), *every('kinds', 'preprints')))})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A reference's standing.

    kind: one of ``KINDS``'s values or UNKNOWN. published: it names a venue or publisher. indexed: it is registered.
    """

    kind: WorkType
    published: bool
    indexed: bool

    @property
    def scholarly(self) -> bool:
        """Whether it is of a scholarly kind from an identifiable venue or publisher."""
        return self.kind in SCHOLARLY and self.published


def standing(resolution: Resolution) -> Standing:
    """A reference's standing by the record of the verified work, or by what is printed if there is none."""
    reference = resolution.reference
    work = resolution.work if resolution.identity is Identity.VERIFIED else None
    if work is None:
        return Standing(_printed_kind(reference), bool(_venue(reference)), indexed=False)
    kind = KINDS.get(work.kind) or _printed_kind(reference)
    venue = work.publisher or (work.containers[0] if work.containers else "") or _venue(reference)
    return Standing(kind, bool(venue), _indexed(resolution, work))


def _printed_kind(reference: Reference) -> WorkType:
    kind = KINDS.get(reference.kind)
    if not reference.volume and (
        reference.arxiv or reference.doi.startswith(_PREPRINT_DOIS) or _on_a_server(reference)
    ):
        return WorkType.PREPRINT
    unshelved = not (reference.isbn or reference.doi or reference.place or reference.edition)
    if kind is WorkType.BOOK and reference.url and unshelved:
        return WorkType.WEB_PAGE  # what a site publishes
    if kind is WorkType.ARTICLE and not reference.container:
        return WorkType.UNKNOWN
    if not kind and (reference.isbn or (reference.publisher and not reference.url)):
        return WorkType.BOOK
    return kind or (WorkType.WEB_PAGE if reference.url and not reference.doi else WorkType.UNKNOWN)


def _on_a_server(reference: Reference) -> bool:
    """Whether it was published on a preprint server."""
    return any(_SERVER.search(place) for place in (reference.container, reference.publisher, reference.series))


def _venue(reference: Reference) -> str:
    return reference.publisher or reference.container or reference.series


def _indexed(resolution: Resolution, work: Work) -> bool:
    found = {answer.source for answer in resolution.answers if answer.outcome is Outcome.FOUND}
    return any(source.scholarly for name, source in registers().items() if name in {work.source, *found})
