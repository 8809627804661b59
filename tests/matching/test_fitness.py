"""Whether a scored work is the one meant, and which of several is."""

from dataclasses import replace

from refcheck.matching.fitness import best_of, describes, enough, fits_type, names_it, one_work, order, title_of
from refcheck.matching.printed import Printed
from refcheck.matching.score import Score, score
from refcheck.model import Name, Reference, Relation, Work
from tests.comparing.examples import REFERENCE, WORK, registered


def scored(work: Work = WORK, reference: Reference = REFERENCE) -> Score:
    return score(Printed(reference), work)


def on(**levels: str) -> Score:
    """The score of the example, on other levels."""
    found = scored()
    return replace(found, levels={**found.levels, **levels})


def test_a_figure_is_nobodys_reference_and_a_review_is_not_its_book() -> None:
    assert fits_type(REFERENCE, scored())
    assert not fits_type(REFERENCE, scored(registered(type="component")))
    book = replace(REFERENCE, type="book", publisher="Guilford", container="")
    assert not fits_type(book, replace(scored(reference=book), levels={**scored().levels, "authors": "none"}))


def test_a_book_is_its_chapter_only_where_the_entry_prints_nothing_else() -> None:
    chapter = replace(REFERENCE, type="incollection")
    book = scored(registered(type="book"), chapter)
    assert fits_type(chapter, replace(book, levels={**book.levels, "rest": "little"}))
    assert not fits_type(chapter, replace(book, levels={**book.levels, "rest": "much"}))


def test_a_title_alone_is_not_enough() -> None:
    assert enough(scored())
    assert not enough(on(authors="none", container="silent", volume="silent", pages="silent", year="same"))
    assert enough(on(authors="none", container="same"))  # an exact place stands in for the people
    assert not enough(on(title="other", authors="none"))


def test_a_work_is_described_by_title_people_and_year() -> None:
    assert describes(scored())
    assert not describes(on(year="other")) and not describes(on(rest="much")) and not describes(on(title="near"))
    assert names_it(on(year="other")) and not names_it(on(authors="some")) and not names_it(on(title="part"))


def test_forms_of_one_work_are_one() -> None:
    preprint = registered(doi="10.1101/1", type="posted-content", volume="", pages="", containers=())
    assert one_work(WORK, preprint)
    stranger = replace(preprint, authors=(Name("Smith", "T."),))
    assert not one_work(WORK, stranger)
    assert one_work(WORK, replace(stranger, relations=(Relation("is-preprint-of", WORK.doi),)))
    assert not one_work(WORK, registered(doi="10.1/2", pages="461-470"))  # another article of the same people


def test_the_form_cited_is_taken_and_another_work_is_a_rival() -> None:
    preprint = registered(doi="10.1101/1", type="posted-content")
    best, rivals = best_of(REFERENCE, [scored(preprint), scored()])
    assert (best.work, rivals) == (WORK, [])
    cited = replace(REFERENCE, arxiv="2001.00001")
    assert best_of(cited, [scored(), scored(preprint)])[0].work == preprint
    other = registered(doi="10.1/other", authors=(Name("Smith", "T."),), titles=("Another title of other things",))
    rival = replace(scored(), work=other)
    assert best_of(REFERENCE, [scored(), rival])[1] == [rival]


def test_equal_works_have_an_order_of_their_own() -> None:
    works = [replace(WORK, source="openalex"), replace(WORK, doi=""), replace(WORK, volume="9"), WORK]
    ranks = {"crossref": 1, "openalex": 2}
    found = sorted(works, key=lambda work: order(work, ranks))
    turned = works[::-1]
    assert found == sorted(turned, key=lambda work: order(work, ranks))
    assert [work.source for work in found] == ["crossref"] * 3 + ["openalex"]
    assert found[2].doi == ""
    assert (title_of(WORK), title_of(Work("crossref"))) == ("Secondary traumatic effects in couples", "")
