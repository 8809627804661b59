"""How a work is named, and why it is said to be the one meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from refcheck.matching.reasons import described, explained, quoted
from refcheck.model import Evidence, Identity, Name, Reference, Resolution, Work
from refcheck.reports.page.messages import labels

AUTHORS = (Name("Kolk", "B.", "van der"), Name("Müller", "J."))
REFERENCE = Reference(
    raw="Kolk, B. van der, & Müller, J. (2014). Sleep and other troubles. Dreams, 12(3), 45-67. https://doi.org/10.1/x",
    title="Sleep and other troubles", authors=AUTHORS, year=2014, container="Dreams", volume="12", issue="3",
    pages="45-67", doi="10.1/x",
)  # fmt: skip
WORK = Work(
    "crossref", doi="10.1/x", titles=("Sleep and other troubles",), authors=AUTHORS, years=(2014,),
    containers=("Dreams",), volume="12", issue="3", pages="45-67",
)  # fmt: skip


def test_a_long_title_is_cut_at_a_word() -> None:
    assert quoted("Short") == "“Short”"
    said = quoted("wordy " * 40)
    assert said.endswith("wordy …”") and len(said) < 130


def test_a_work_is_named_as_an_editor_would() -> None:
    work = Work("crossref", doi="10.1/x", titles=("Sleep",), authors=AUTHORS, years=(2014,))
    assert described(work) == "“Sleep” (van der Kolk & Müller, 2014, doi 10.1/x)"
    assert (
        described(replace(work, authors=(*AUTHORS, Name("Smith")))) == "“Sleep” (van der Kolk et al., 2014, doi 10.1/x)"
    )
    assert described(Work("crossref", titles=("Sleep",))) == "“Sleep”"
    assert described(Work("crossref", years=(1999,))) == "a work without a title (1999)"


def why(evidence: Evidence = Evidence.IDENTIFIER, **fields: Any) -> str:
    work = replace(WORK, **fields)
    return explained(Resolution(REFERENCE, Identity.VERIFIED, work, evidence)).why


@pytest.mark.parametrize(
    ("fields", "agreeing"),
    [
        ({}, "the title, the authors, the year, the journal or book, the volume and the pages"),
        ({"years": (2013,), "pages": "1-9"}, "the title, the authors, the journal or book and the volume"),
        ({"authors": (*AUTHORS, Name("Stranger", "A.")), "volume": "", "pages": ""},
         "the title, the first author, the year and the journal or book"),
        ({"authors": (), "years": (), "containers": (), "volume": "", "pages": ""}, "the title"),
    ],
)  # fmt: skip
def test_the_reason_names_what_agrees(fields: dict[str, Any], agreeing: str) -> None:
    assert why(**fields) == f"The printed identifier leads to this work: it agrees in {agreeing}."
    assert why(Evidence.SEARCH, **fields) == f"Found by search: it agrees in {agreeing}."


def test_nothing_speaks_against_a_record_that_says_nothing() -> None:
    bare = {"titles": (), "authors": (), "years": (), "containers": (), "volume": "", "issue": "", "pages": ""}
    said = "The printed identifier leads to this work: nothing in the entry speaks against it."
    assert why(**bare) == said


def test_the_reason_can_be_translated() -> None:
    said = labels("fr").said(why(authors=(), containers=(), volume="", pages=""))
    assert said == "L’identifiant indiqué mène à cette publication : elle concorde par le titre et l’année."


def test_only_a_verified_work_is_explained() -> None:
    told = Resolution(REFERENCE, Identity.VERIFIED, WORK, Evidence.IDENTIFIER, why="By hand.")
    absent = Resolution(REFERENCE, Identity.ABSENT, why="No such work.")
    other = Resolution(REFERENCE, Identity.OTHER_WORK, WORK, Evidence.IDENTIFIER)
    assert [explained(one) for one in (told, absent, other)] == [told, absent, other]
