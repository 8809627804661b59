"""doi-other-work, doi-unregistered, doi-malformed, doi-missing."""

from dataclasses import replace

from refcheck.model import Answer, Evidence, Identity, Name, Outcome, Resolution, Severity, Work
from tests.checks.resolved import REF, WORK, absent, findings, found

OTHER = Work(
    "crossref",
    doi="10.1007/3-540-36970-8_2",
    type="book-chapter",
    titles=("On the Evolutionary Optimization of Many Conflicting Objectives",),
    authors=(Name("Purshouse", "Robin"), Name("Fleming", "Peter")),
    years=(2003,),
    containers=("Evolutionary Multi-Criterion Optimization",),
)
MISS = Answer("doi.org", f"ra:{REF.doi}", Outcome.ABSENT)


def test_somebody_elses_doi_is_an_error_with_the_true_work() -> None:
    wrong = replace(REF, doi=OTHER.doi)
    resolution = found(OTHER, wrong, identity=Identity.OTHER_WORK, candidates=(WORK,))
    (finding,) = findings("doi-other-work", resolution)
    assert finding.severity is Severity.ERROR
    assert "Purshouse et al., 2003" in finding.message and "seems to be" in finding.message
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
    (finding,) = findings("doi-other-work", found(OTHER, book, identity=Identity.OTHER_WORK))
    assert finding.severity is Severity.NOTE
    assert "a part of the work cited" in finding.message


def test_a_doi_that_doi_org_lacks_is_an_error() -> None:
    (finding,) = findings("doi-unregistered", absent(REF, "doi.org", question=f"ra:{REF.doi}"))
    assert (finding.severity, finding.field) == (Severity.ERROR, "doi")
    assert "no source knows the work" in finding.message


def test_the_true_doi_is_suggested_in_the_lists_own_form() -> None:
    wrong = replace(REF, doi="10.1037/typo", doi_printed="doi:10.1037/typo")
    answers = (Answer("doi.org", "handle:10.1037/typo", Outcome.ABSENT),)
    resolution = found(reference=wrong, evidence=Evidence.SEARCH, answers=answers)
    assert findings("doi-unregistered", resolution)[0].suggestion == f"doi:{WORK.doi}"


def test_only_a_clean_miss_of_doi_org_counts() -> None:
    assert findings("doi-unregistered", absent(REF, "crossref", question=f"doi:{REF.doi}")) == []
    silent = Answer("doi.org", f"ra:{REF.doi}", Outcome.UNREACHABLE)
    assert findings("doi-unregistered", Resolution(REF, Identity.UNCHECKED, answers=(silent,))) == []
    known = Answer("datacite", f"doi:{REF.doi}", Outcome.FOUND, works=(WORK,))
    assert findings("doi-unregistered", Resolution(REF, Identity.VERIFIED, answers=(MISS, known))) == []
    other = Answer("doi.org", "ra:10.1/elsewhere", Outcome.ABSENT)
    assert findings("doi-unregistered", Resolution(REF, Identity.ABSENT, answers=(other,))) == []


def test_a_doi_that_resolves_after_mending_is_malformed_not_unregistered() -> None:
    torn = replace(REF, doi=f"{WORK.doi}abc", doi_printed=f"{WORK.doi}abc")
    resolution = found(reference=torn, answers=(Answer("doi.org", f"ra:{torn.doi}", Outcome.ABSENT),))
    resolution = replace(resolution, repaired_doi=WORK.doi)
    assert findings("doi-unregistered", resolution) == []
    (finding,) = findings("doi-malformed", resolution)
    assert finding.severity is Severity.WARNING
    assert finding.registered == WORK.doi


def test_old_addresses_and_upper_case_are_no_fault() -> None:
    for printed in ("http://dx.doi.org/10.1037/0002-9432.76.4.451", "10.1037/0002-9432.76.4.451.", "DOI 10.1037/X"):
        assert findings("doi-malformed", found(reference=replace(REF, doi_printed=printed))) == []


def test_what_is_no_doi_behind_doi_is_an_error() -> None:
    bad = replace(REF, doi="", doi_printed="", raw="Kolk (2006). Title. doi: 101037/0002-9432")
    (finding,) = findings("doi-malformed", found(reference=bad))
    assert (finding.severity, finding.printed) == (Severity.ERROR, "101037/0002-9432")
    assert finding.suggestion == f"https://doi.org/{WORK.doi}"


def test_doi_not_available_is_no_doi() -> None:
    for raw in ("Kolk. Title. DOI: not available", "Kolk. What a DOI is. 2006", "doi: 10.1093/pubmed/22.3.427"):
        assert findings("doi-malformed", found(reference=replace(REF, doi="", raw=raw))) == []


def test_a_missing_doi_is_a_note_with_the_doi() -> None:
    bare = replace(REF, doi="", doi_printed="")
    (finding,) = findings("doi-missing", found(reference=bare, evidence=Evidence.SEARCH))
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, f"https://doi.org/{WORK.doi}")
    assert findings("doi-missing", found()) == []
    assert findings("doi-missing", found(replace(WORK, doi=""), bare)) == []
