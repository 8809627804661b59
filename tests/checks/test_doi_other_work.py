from dataclasses import replace

from refcheck.model import Answer, Evidence, Identity, Kinship, Name, Outcome, Severity, Work
from tests.checks.resolved import REF, WORK, findings, found

OTHER = Work(
    "crossref",
    doi="10.1007/3-540-36970-8_2",
    type="book-chapter",
    titles=("On the Evolutionary Optimization of Many Conflicting Objectives",),
    authors=(Name("Purshouse", "Robin"), Name("Fleming", "Peter")),
    years=(2003,),
    containers=("Evolutionary Multi-Criterion Optimization",),
)


def test_somebody_elses_doi_is_an_error_with_the_true_work() -> None:
    wrong = replace(REF, doi=OTHER.doi)
    resolution = found(OTHER, wrong, identity=Identity.OTHER_WORK, candidates=(WORK,))
    (finding,) = findings("doi-other-work", resolution)
    assert finding.severity is Severity.ERROR
    assert "Purshouse & Fleming, 2003" in finding.message and "seems to be" in finding.message
    assert finding.suggestion == f"https://doi.org/{WORK.doi}"
    assert finding.printed == REF.title and finding.registered == OTHER.titles[0]


def test_an_unreadable_title_makes_it_no_error() -> None:
    wrong = replace(REF, title="", raw="Kolk 2006")
    (finding,) = findings("doi-other-work", found(OTHER, wrong, identity=Identity.OTHER_WORK))
    assert finding.severity is Severity.WARNING


def test_a_doubtful_parse_makes_a_note_where_the_registered_words_are_printed() -> None:
    raw = "Kolk B. Many conflicting evolutionary things, an optimization of objectives on the side. 2006"
    doubtful = replace(REF, raw=raw, title="Kolk B", confidence={"title": 0.2})
    assert findings("doi-other-work", found(OTHER, doubtful, identity=Identity.OTHER_WORK))[0].severity == "note"
    clearly = replace(REF, title="Kolk B", confidence={"title": 0.2})
    assert findings("doi-other-work", found(OTHER, clearly, identity=Identity.OTHER_WORK))[0].severity == "error"


def test_a_work_found_by_search_never_makes_an_error() -> None:
    resolution = found(OTHER, identity=Identity.OTHER_WORK, evidence=Evidence.SEARCH)
    assert findings("doi-other-work", resolution) == []


def test_the_doi_of_a_chapter_for_its_book_is_a_note_that_says_the_level() -> None:
    book = replace(REF, title="Evolutionary Multi-Criterion Optimization", type="book", raw="")
    (finding,) = findings("doi-other-work", found(OTHER, book, kinship=Kinship.PART))
    assert finding.severity is Severity.NOTE
    assert "a part of the work cited" in finding.message


def test_a_title_two_works_share_by_other_authors_at_another_place_is_another_work() -> None:
    namesake = replace(
        WORK, doi="10.1/namesake", authors=(Name("House", "James"),), containers=("Science",), volume="241", pages="540"
    )
    wrong = replace(REF, doi="10.1/namesake", raw="")
    assert findings("doi-other-work", found(namesake, wrong, identity=Identity.OTHER_WORK))
    assert findings("authors-differ", found(namesake, wrong, identity=Identity.OTHER_WORK)) == []


def test_a_title_in_another_script_hides_no_other_work_when_nothing_else_is_right() -> None:
    russian = replace(
        OTHER,
        titles=("Экономика региона в условиях кризиса",),
        authors=(Name("Щербаков", "Л."),),
        containers=("Экономика региона",),
        volume="4",
        pages="1-9",
    )
    (finding,) = findings("doi-other-work", found(russian, identity=Identity.OTHER_WORK))
    assert finding.severity is Severity.ERROR
    same_year = replace(russian, years=WORK.years)
    assert findings("doi-other-work", found(same_year, identity=Identity.OTHER_WORK))[0].severity is Severity.WARNING


def test_a_pmid_that_leads_elsewhere_contradicts_the_doi() -> None:
    answer = Answer("pubmed", "pmid:123", Outcome.FOUND, works=(OTHER,))
    (finding,) = findings("doi-other-work", found(elsewhere=(OTHER,), answers=(answer,)))
    assert finding.severity is Severity.WARNING
    assert "PMID 123" in finding.message


def test_the_doi_of_a_notice_for_the_work_is_a_warning_that_says_so() -> None:
    notice = replace(WORK, doi="10.1/n", titles=(f"Erratum: {WORK.titles[0]}",), subtitles=(), volume="77", pages="9")
    (finding,) = findings("doi-other-work", found(notice, identity=Identity.OTHER_WORK, kinship=Kinship.ABOUT))
    assert finding.severity is Severity.WARNING
    assert "a notice, a reply or a review" in finding.message
