"""The criteria, upheld, open or contradicted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.checks.claim import find
from refcheck.claim.judge import judge
from refcheck.model import CRITERIA, Identity, Resolution, Severity
from tests.checks.cases import CLAIM, case, finding, unchecked, verified
from tests.claim.examples import criterion, with_findings


def test_a_recent_verified_cited_list_upholds_everything() -> None:
    verdict = judge(case())
    assert [c.name for c in verdict.criteria] == list(CRITERIA)
    assert {c.verdict for c in verdict.criteria} == {"upheld"}
    assert {(c.checked, c.total) for c in verdict.criteria} == {(5, 5)}
    assert all(c.evidence for c in verdict.criteria)
    assert verdict.suggestion.startswith("All sources of this article (5) were checked")
    assert not list(find(case(claim=CLAIM)))


def test_unchecked_references_leave_reliability_open() -> None:
    made = criterion(unchecked(case(), 1, 2), "reliability")
    assert (made.verdict, made.checked, made.total) == ("not established", 3, 5)


@pytest.mark.parametrize(
    "check", ["retracted", "concern", "not-found", "doi-other-work", "title-differs", "year-differs"]
)
def test_a_warning_about_identity_or_metadata_contradicts_reliability(check: str) -> None:
    made = with_findings(case(), finding("uncited", 0, Severity.NOTE), finding(check, 1))
    found = criterion(made, "reliability")
    assert (found.verdict, found.findings) == ("contradicted", (1,))
    assert any(f"What {check} says." in sentence for sentence in found.evidence)


def test_a_note_about_metadata_contradicts_nothing() -> None:
    made = with_findings(case(), finding("year-differs", 1, Severity.NOTE))
    assert criterion(made, "reliability").verdict == "upheld"


def test_a_signed_off_finding_no_longer_counts_but_is_shown() -> None:
    signed = replace(finding("retracted", 1, Severity.ERROR), accepted="cited as an example (J. Doe)")
    found = criterion(with_findings(case(), signed), "reliability")
    assert found.verdict == "upheld"
    assert "Signed off, retracted: cited as an example (J. Doe)." in found.evidence
    assert found.findings == ()


def test_a_reference_that_somebody_vouches_for_is_established() -> None:
    made = case()
    lost = Resolution(made.references[0], Identity.ABSENT)
    made = replace(made, resolutions=(lost, *made.resolutions[1:]))
    assert criterion(made, "reliability").verdict == "not established"
    signed = replace(finding("not-found", 0), accepted="the book is on my desk (J. Doe)")
    assert criterion(with_findings(made, signed), "reliability").verdict == "upheld"


def test_off_topic_contradicts_validity_and_uncited_leaves_it_open() -> None:
    assert criterion(with_findings(case(), finding("off-topic", 4)), "validity").verdict == "contradicted"
    some = criterion(case(cited=(0, 1)), "validity")
    assert (some.verdict, some.checked, some.total) == ("not established", 2, 5)
    assert "3 of 5 references are never mentioned in the text" in some.evidence[0]


def test_few_references_are_no_company_to_be_off_topic_in() -> None:
    assert criterion(case((2020, 2019)), "validity").verdict == "not established"


def test_web_pages_and_unregistered_sources_leave_quality_open_and_many_contradict_it() -> None:
    made = case()
    page = replace(made.references[0], type="online", container="", url="https://example.org", doi="")
    mixed = replace(
        made,
        references=(page, *made.references[1:]),
        resolutions=(Resolution(page, Identity.NOT_INDEXED), *made.resolutions[1:]),
    )
    assert criterion(mixed, "quality").verdict == "not established"
    pages = replace(
        made,
        references=(page,) * 3 + made.references[3:],
        resolutions=(Resolution(page, Identity.NOT_INDEXED),) * 3 + made.resolutions[3:],
    )
    assert criterion(pages, "quality").verdict == "contradicted"
    assert criterion(unchecked(made, 0), "quality").verdict == "not established"


def test_preprints_are_not_yet_reviewed() -> None:
    made = case()
    preprint = verified(made.references[0], type="posted-content")
    mixed = replace(made, resolutions=(preprint, *made.resolutions[1:]))
    assert criterion(mixed, "quality").verdict == "not established"
    assert "preprint (1)" in criterion(mixed, "quality").evidence[0]


def test_a_source_that_nobody_could_be_asked_about_is_not_called_unregistered() -> None:
    evidence = criterion(unchecked(case(), 0), "quality").evidence
    assert not any("Not found in a scholarly register" in sentence for sentence in evidence)
    assert any(sentence.startswith("Could not be checked: ") for sentence in evidence)


def test_an_article_without_a_list_establishes_nothing() -> None:
    assert {c.verdict for c in judge(case(())).criteria} == {"not established"}
