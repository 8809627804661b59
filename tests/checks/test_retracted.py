from dataclasses import replace

import pytest

from refcheck.model import Answer, Evidence, Identity, Kinship, Outcome, Resolution, Severity, Update, Work
from tests.checks.resolved import REF, RETRACTION, WORK, findings, found, updated


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "removal"])
def test_a_retracted_work_is_an_error_with_notice_and_date(kind: str) -> None:
    (finding,) = findings("retracted", found(updated(replace(RETRACTION, kind=kind))))
    assert finding.severity is Severity.ERROR
    assert f"{kind} of 2010-02-06 (notice 10.1/notice; says publisher)" in finding.message


def test_found_by_search_or_in_part_or_said_openly_is_a_warning() -> None:
    work = updated(RETRACTION)
    assert findings("retracted", found(work, evidence=Evidence.SEARCH))[0].severity is Severity.WARNING
    part = updated(replace(RETRACTION, kind="partial_retraction"))
    assert findings("retracted", found(part))[0].severity is Severity.WARNING
    said = replace(REF, raw=REF.raw + " [retracted]")
    assert findings("retracted", found(work, said))[0].severity is Severity.WARNING


def test_all_sources_are_united() -> None:
    others = (
        Work("openalex", doi=WORK.doi, updates=(Update("retraction", source="openalex"),)),
        Work("pubmed", doi="10.1/another", updates=(Update("removal", source="pubmed"),)),
    )
    answers = (Answer("openalex", "doi:x", Outcome.FOUND, works=others),)
    (finding,) = findings("retracted", found(updated(RETRACTION), answers=answers))
    assert "publisher, OpenAlex" in finding.message and "PubMed" not in finding.message


def test_the_registered_title_alone_is_enough() -> None:
    for title in ("RETRACTED: Effects in couples", "Retracted Article: Effects", "[WITHDRAWN] Effects in couples"):
        (finding,) = findings("retracted", found(replace(WORK, titles=(title,))))
        assert "says title" in finding.message, title


def test_works_about_retraction_and_notices_themselves_are_fine() -> None:
    for title in ("Retracted papers in medicine", "Retraction: Effects in couples", "Removed from the world"):
        assert findings("retracted", found(replace(WORK, titles=(title,)))) == [], title
    notice = updated(Update("retraction", WORK.doi, "2010", "publisher", about="10.1/the-article"))
    assert findings("retracted", found(notice)) == []


def test_a_reinstated_work_is_a_note() -> None:
    back = updated(RETRACTION, Update("reinstatement", "10.1/back", "2012-01-01", "publisher"))
    (finding,) = findings("retracted", found(back))
    assert finding.severity is Severity.NOTE and "reinstated on 2012-01-01" in finding.message


def test_a_notice_under_the_works_own_doi_may_be_a_replacement() -> None:
    (finding,) = findings("retracted", found(updated(replace(RETRACTION, doi=WORK.doi))))
    assert finding.severity is Severity.WARNING and "replaced" in finding.message


def test_openalex_alone_is_a_warning_that_says_so() -> None:
    others = (Work("openalex", doi=WORK.doi, updates=(Update("retraction", source="openalex"),)),)
    answers = (Answer("openalex", "doi:x", Outcome.FOUND, works=others),)
    (finding,) = findings("retracted", found(WORK, answers=answers))
    assert (finding.severity, "no other register" in finding.message) == (Severity.WARNING, True)
    corrected = updated(Update("correction", "10.1/c", "2011-01-01", "publisher"))
    (finding,) = findings("retracted", found(corrected, answers=answers))
    assert (finding.severity, "a correction and no retraction" in finding.message) == (Severity.WARNING, True)


def test_the_kinds_err_and_publisher_note_are_corrections() -> None:
    for kind in ("err", "publisher_note"):
        work = updated(Update(kind, "10.1/c", "2011-01-01", "publisher"))
        assert [f.check for f in findings("corrected", found(work))] == ["corrected"]


def test_where_the_doi_is_that_of_the_notice_the_work_is_still_retracted() -> None:
    notice = Work("crossref", doi="10.1/notice", titles=(f"Retraction notice to: {WORK.titles[0]}",))
    resolution = Resolution(
        REF, Identity.OTHER_WORK, notice, Evidence.IDENTIFIER, candidates=(updated(RETRACTION),), kinship=Kinship.ABOUT
    )
    (finding,) = findings("retracted", resolution)
    assert finding.severity is Severity.WARNING, "the work was found by a search"
    assert WORK.doi in finding.message
    assert findings("retracted", replace(resolution, kinship=Kinship.SAME)) == []
    assert findings("retracted", replace(resolution, candidates=())) == []
