"""Every fault of a register in every stage of an enquiry: what the report says then. docs/faults.md is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from refcheck.config import Settings
from refcheck.model import Identity, Name, Reference, Resolution, WorkType
from refcheck.resolving.enquiry import resolve
from tests.crossref_server import FAULTS, CrossrefServer
from tests.resolving.conftest import IMPATIENT, INVENTED, OFF, record, reference

BOOK = Reference(
    raw="Nobody, N. (1999). A book that no register heard of. Utrecht: Zanzibar Press.",
    type=WorkType.BOOK,
    authors=(Name(family="Nobody", given="N."),),
    title="A book that no register heard of",
    publisher="Zanzibar Press",
    year=1999,
)
RECORDS = [record(number) for number in range(4)]


def _resolved(references: list[Reference], crossref: str, **sources: str) -> Resolution:
    """The first reference's resolution; a register whose address is not given is off."""
    settings = Settings(sources=OFF | {"crossref": crossref} | sources, mailto="editor@example.org", budget=6.0)
    return resolve(references, settings, limits=IMPATIENT)[0]


def _several(failing: str, _: str) -> Resolution:
    return _resolved([reference(RECORDS[0]), reference(RECORDS[1])], failing)


def _one(failing: str, _: str) -> Resolution:
    return _resolved([reference(RECORDS[0])], failing)


def _search(failing: str, _: str) -> Resolution:
    return _resolved([reference(RECORDS[0], doi=False)], failing)


def _doi_org(failing: str, well: str) -> Resolution:
    return _resolved([replace(INVENTED, doi="10.5555/nothing")], well, doi=failing)


def _second_opinion(failing: str, well: str) -> Resolution:
    return _resolved([reference(RECORDS[0])], well, openalex=failing)


def _witness(failing: str, well: str) -> Resolution:
    return _resolved([BOOK], well, k10plus=failing)


STAGES: dict[str, Callable[[str, str], Resolution]] = {
    "Crossref, several DOIs": _several,
    "Crossref, one DOI": _one,
    "Crossref, search": _search,
    "doi.org, a DOI that Crossref lacks": _doi_org,
    "OpenAlex, second opinion on a retraction": _second_opinion,
    "K10plus, a witness": _witness,
}


def resolution(stage: str, fault: str) -> Resolution:
    """What comes of a reference when a register answers every request of a stage with a fault."""
    with CrossrefServer(RECORDS) as well, CrossrefServer(RECORDS) as failing:
        failing.fail(always=fault)
        return STAGES[stage](failing.url, well.url)


UNCHANGED = {"OpenAlex, second opinion on a retraction": Identity.VERIFIED, "K10plus, a witness": Identity.NOT_INDEXED}
"""Stages whose fault changes nothing, and what the reference is without them."""


def said(fault: str, stage: str, found: Resolution) -> str:
    """The first columns of the fault's row in docs/faults.md, whose stage is one of several that say the same."""
    why = found.why.replace(" (and was not asked again)", "")
    return f"| {fault} | {stage} | {why} | {found.identity} | 3 |"


def rows() -> Iterator[str]:
    """The rows of docs/faults.md, each tried."""
    for fault in FAULTS:
        for stage in STAGES:
            if stage not in UNCHANGED:
                yield said(fault, stage, resolution(stage, fault))
    for stage, identity in UNCHANGED.items():
        yield f"| any of these | {stage} | as without this register | {identity} | – |"
