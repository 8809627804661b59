"""Whether a scored work is the one meant, and which of several is."""

import itertools
from dataclasses import dataclass, replace

import pytest

from refcheck.matching.fitness import (
    LEAD,
    OWN,
    best_of,
    describes,
    enough,
    fits_type,
    is_mute,
    names_it,
    one_work,
    order,
    title_of,
)
from refcheck.matching.score import Score, score
from refcheck.model import Name, Reference, Relation, Work
from tests.comparing.examples import REFERENCE, WORK, registered


def scored(work: Work = WORK, reference: Reference = REFERENCE) -> Score:
    return score(reference, work)


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


@dataclass(frozen=True)
class Weighed(Score):
    """A score with a sum of its own."""

    odds: float = 0.0

    @property
    def log_odds(self) -> float:
        return self.odds


def weighed(found: Score, odds: float) -> Score:
    return Weighed(found.work, found.levels, odds)


STEPS = {
    "authors": ("none", "silent", "some", "first", "all"),
    "year": ("other", "silent", "same"),
    "container": ("other", "silent", "same"),
    "volume": ("other", "silent", "seen", "same"),
    "pages": ("other", "silent", "seen", "same"),
}
"""Levels of each field, each saying more for the work than the one before it."""
LEAST = """
same       none    silent  same    silent  seen
same       none    silent  same    seen    silent
same       none    same    same    silent  silent
same       silent  other   other   other   seen
same       silent  other   other   seen    other
same       silent  other   same    other   other
same       silent  silent  other   other   other
near       none    silent  same    silent  seen
near       none    silent  same    seen    silent
near       none    same    same    silent  silent
near       silent  other   other   other   seen
near       silent  other   other   seen    other
near       silent  other   same    other   other
near       all     silent  other   other   other
unprinted  some    other   same    seen    seen
unprinted  some    same    other   seen    seen
unprinted  some    same    same    other   seen
unprinted  all     silent  other   seen    seen
unprinted  all     silent  same    other   seen
unprinted  all     silent  same    seen    other
unprinted  all     same    other   other   same
short      none    same    same    seen    seen
short      silent  same    same    silent  same
short      some    silent  same    seen    seen
short      some    same    other   seen    same
short      some    same    same    other   same
short      first   other   other   seen    seen
short      first   other   same    other   seen
short      first   other   same    seen    other
short      first   same    other   other   other
generic    none    same    same    seen    seen
generic    silent  same    same    silent  same
generic    some    silent  same    seen    seen
generic    some    same    other   seen    same
generic    some    same    same    other   same
generic    first   other   same    seen    seen
generic    first   same    other   silent  seen
generic    first   same    other   seen    silent
generic    first   same    same    silent  silent
part       some    silent  same    seen    seen
part       some    same    other   seen    same
part       some    same    same    other   same
part       first   other   other   seen    seen
part       first   other   same    other   seen
part       first   other   same    seen    other
part       first   same    other   other   seen
part       first   same    other   seen    other
part       first   same    same    other   other
clash      some    silent  same    seen    seen
clash      some    same    other   seen    same
clash      some    same    same    other   same
clash      first   other   other   seen    seen
clash      first   other   same    other   seen
clash      first   other   same    seen    other
clash      first   same    other   other   seen
clash      first   same    other   seen    other
clash      first   same    same    other   other
other      first   other   same    same    same
other      first   same    other   same    same
other      first   same    same    other   same
"""
"""For each level of the title, the least that is enough: authors, year, container, volume and pages. With less in any
of them a search result is not the work, with more it is."""
TITLES = sorted({row.split()[0] for row in LEAST.split("\n") if row})
ODD = {("unprinted", "silent"), ("generic", "first"), ("generic", "all")}
"""Where more is not always better: with the authors of an unprinted title silent, nobody vouches for it; a generic
title with its first author may not be elsewhere in volume or pages."""


@pytest.mark.parametrize("title", TITLES)
def test_what_is_enough_beside_a_title(title: str) -> None:
    rows = [row.split()[1:] for row in LEAST.split("\n") if row.split()[:1] == [title]]
    assert all(enough(on(title=title, rest="none", **dict(zip(STEPS, row, strict=True)))) for row in rows)
    least = [[STEPS[field].index(level) for field, level in zip(STEPS, row, strict=True)] for row in rows]
    for levels in itertools.product(*STEPS.values()):
        steps = [STEPS[field].index(level) for field, level in zip(STEPS, levels, strict=True)]
        wanted = any(all(map(int.__ge__, steps, row)) for row in least)
        got = enough(on(title=title, rest="none", **dict(zip(STEPS, levels, strict=True))))
        if (title, levels[0]) not in ODD:
            assert got is wanted, levels
        elif got:
            assert wanted, levels


@pytest.mark.parametrize("people", ["many", "only", "all"])
def test_all_people_count_alike_and_many_for_a_title_that_is_not_printed(people: str) -> None:
    place = {"volume": "silent", "pages": "silent", "year": "silent"}
    assert enough(on(title="unprinted", authors=people, container="same", **place | {"volume": "same"}))
    assert enough(on(title="unprinted", authors=people, container="same", **place)) is (people == "many")
    assert not enough(on(title="unprinted", authors=people, container="near", **place))
    assert not enough(on(title="unprinted", authors="silent", container="same", volume="same", pages="same"))
    assert not enough(on(title="generic", authors=people, year="same", container="same", volume="same", pages="other"))


def test_a_title_within_another_at_other_pages_is_a_part_of_it() -> None:
    assert enough(on(rest="much")) and enough(on(rest="some", pages="other"))
    assert not enough(on(rest="much", pages="other"))


def test_a_short_title_is_a_books_own() -> None:
    nowhere = {"year": "other", "container": "silent", "volume": "silent", "pages": "silent"}
    short = on(title="short", **nowhere)
    assert not enough(short)
    for kind in ("book", "book-series", "proceedings"):
        assert enough(replace(short, work=registered(type=kind)))
        assert not enough(replace(on(title="part", **nowhere), work=registered(type=kind)))


@pytest.mark.parametrize("kind", ["component", "journal", "journal-issue", "peer-review"])
def test_what_nobody_cites_fits_no_reference(kind: str) -> None:
    assert not fits_type(REFERENCE, scored(registered(type=kind)))


def test_an_article_is_a_books_record_only_with_its_people() -> None:
    book = replace(REFERENCE, type="book")
    for authors, container, like, wanted in (
        ("all", "other", {}, True),
        ("all", "same", {"publisher": "Guilford"}, True),
        ("all", "other", {"publisher": "Guilford"}, False),
        ("all", "near", {"isbn": "9780306406157"}, False),
        ("first", "same", {}, False),
    ):
        article = on(authors=authors, container=container, pages="silent")
        assert fits_type(replace(book, **like), article) is wanted, (authors, like)
    for authors, container, wanted in (("first", "same", True), ("none", "same", False), ("first", "other", False)):
        assert fits_type(book, on(authors=authors, container=container)) is wanted  # on the page printed
    assert fits_type(REFERENCE, on(authors="none"))  # an article for an article needs nothing


def test_a_whole_is_the_part_where_little_else_is_printed() -> None:
    for kind in ("book", "book-series", "proceedings"):
        whole = replace(on(rest="some"), work=registered(type=kind))
        for cited in ("incollection", "inproceedings"):
            assert not fits_type(replace(REFERENCE, type=cited), whole)
            assert fits_type(replace(REFERENCE, type=cited), replace(whole, levels=on(rest="none").levels))
        assert fits_type(replace(REFERENCE, type="book"), whole)


@pytest.mark.parametrize("people", ["many", "all", "only", "first", "some", "near", "none", "silent"])
def test_title_and_one_of_the_people_name_a_work(people: str) -> None:
    named = people in ("many", "all", "only", "first")
    assert names_it(on(authors=people)) is named
    assert describes(on(authors=people)) is (named and people != "first")
    near = on(authors=people, title="near")
    assert names_it(weighed(near, OWN - 1.5)) is named
    assert not names_it(weighed(near, OWN - 1.6))
    assert names_it(weighed(on(authors=people), OWN - 9)) is named


@pytest.mark.parametrize(("level", "wanted"), [("none", True), ("little", True), ("some", False), ("much", False)])
def test_a_work_described_leaves_little_unexplained(level: str, wanted: bool) -> None:
    assert describes(on(rest=level)) is wanted


def test_a_rival_is_another_work_that_fits_nearly_as_well() -> None:
    other = registered(doi="10.1/other", authors=(Name("Smith", "T."),), titles=("Another title of other things",))
    best = scored()
    for behind, wanted in ((0.0, 1), (LEAD - 0.01, 1), (LEAD, 0), (LEAD + 0.1, 0)):
        rival = weighed(scored(other), best.log_odds - behind)
        assert len(best_of(REFERENCE, [best, rival])[1]) == wanted, behind


def test_of_the_forms_of_a_work_the_best_is_taken_unless_the_other_is_cited() -> None:
    preprint = registered(doi="10.1101/1", type="posted-content", volume="", pages="")
    for server in ("arXiv", "bioRxiv", "medRxiv preprint", "Nature"):
        cited = replace(REFERENCE, container=server)
        form = weighed(scored(preprint), scored().log_odds - 0.1)
        best, rivals = best_of(cited, [scored(), form])
        assert (best.work == preprint) is (server != "Nature") and rivals == []
    record = weighed(scored(registered(doi="10.1/second")), scored().log_odds - 0.1)
    assert best_of(REFERENCE, [scored(), record])[0].work == WORK
    assert best_of(REFERENCE, [record, scored()])[0].work == WORK


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ({"doi": "10.1/a"}, {"doi": "10.1/a", "authors": (Name("Smith"),), "titles": ("Else",)}, True),
        ({"doi": ""}, {"doi": "", "authors": (Name("Smith"),)}, False),
        ({}, {"relations": (Relation("is-version-of", WORK.doi),), "authors": (Name("Smith"),)}, True),
        ({}, {"relations": (Relation("is-version-of", "10.1/z"),), "authors": (Name("Smith"),)}, False),
        ({}, {"authors": (Name("Smith"), Name("MULLER"))}, True),  # one person is enough
        ({}, {"authors": ()}, True),  # who is not registered contradicts nobody
        ({"authors": (), "editors": WORK.authors}, {"authors": (), "editors": (Name("Smith"),)}, False),
        ({"authors": (Name(literal="WHO"),)}, {"authors": (Name(literal="who"),)}, True),
        ({}, {"pages": "451"}, True),
        ({}, {"pages": "461-470"}, False),
        ({}, {"volume": "77", "pages": "461-470"}, True),  # the same long title at two places: a reprint
        ({}, {"pages": "", "titles": ("Another title of things that differ",)}, False),
        ({"type": "book"}, {"type": "book", "volume": "", "titles": (WORK.titles[0] + ": a guide",)}, True),
        ({"type": "book"}, {"type": "book", "volume": "", "titles": ("Another book",)}, False),
        ({"titles": ("Rain",)}, {"titles": ("Rain",), "volume": "", "years": (2005,)}, True),
        ({"titles": ("Rain",)}, {"titles": ("Rain",), "volume": "", "years": (1999,)}, False),
        ({"titles": ()}, {"titles": (), "volume": ""}, False),
    ],
)
def test_two_records_of_one_work(one: dict[str, object], other: dict[str, object], wanted: bool) -> None:
    first, second = registered(**one), registered(**{"doi": "10.1/other"} | other)
    assert one_work(first, second) is one_work(second, first) is wanted


def test_a_record_without_title_and_people_is_mute_where_nothing_differs() -> None:
    bare = registered(titles=(), authors=(), editors=())
    silent = dict.fromkeys(("year", "container", "volume", "pages"), "silent")
    assert is_mute(replace(on(**silent), work=bare))
    for field in silent:
        assert is_mute(replace(on(**silent | {field: "same"}), work=bare))
        assert not is_mute(replace(on(**silent | {field: "other"}), work=bare)), field
    for field, level in (("year", "near"), ("container", "near"), ("pages", "inside")):
        assert not is_mute(replace(on(**silent | {field: level}), work=bare)), field
    for told in ({"titles": ("Rain",)}, {"authors": (Name("Rowe"),)}, {"editors": (Name("Rowe"),)}):
        assert not is_mute(replace(on(**silent), work=replace(bare, **told)))
