"""What no index lists, told by how it is printed, and what to do for it."""

from dataclasses import replace

import pytest

from refcheck import parse
from refcheck.matching.coverage import (
    appeared_in,
    like_law,
    like_news,
    may_be_listed,
    next_step,
    unlisted_venue,
    unplaced,
)
from refcheck.model import Answer, Name, Outcome, Reference, Work

LAWS = (
    "Wet op de geneeskundige behandelingsovereenkomst, Stb. 1994, 837.",
    "Gesetz zur Neuregelung des Mutterschutzrechts vom 23. Mai 2017, BGBl. I S. 1228.",
    "Loi n° 2002-303 du 4 mars 2002 relative aux droits des malades et à la qualité du système de santé.",
    "Ley Orgánica 3/2018, de 5 de diciembre, de Protección de Datos Personales. BOE núm. 294.",
    "Directive 2011/24/EU of the European Parliament and of the Council of 9 March 2011 (OJ L 88, 4.4.2011).",
    "Hoge Raad 12 mei 2000, ECLI:NL:HR:2000:AA5784.",
    "Patient Protection and Affordable Care Act, 42 U.S.C. § 18001 (2010).",
)
WORKS = (
    "Peeters, M. (2012). Free movement of patients: Directive 2011/24. European Journal of Health Law, 19(1), 29-60.",
    "Wet, J. de (2010). International constitutional law. Journal of Laws, 2(1), 1-9.",
    "Loiseau, A. (1999). Legends of the law. Paris: Seuil.",
)


@pytest.mark.parametrize("raw", LAWS)
def test_a_law_is_known_by_its_gazette_or_first_words(raw):
    reference = Reference(raw, type="article")
    assert like_law(reference)
    assert next_step(reference) == "look it up in the official gazette or law portal"


@pytest.mark.parametrize("raw", WORKS)
def test_a_work_about_a_law_is_none(raw):
    assert not like_law(Reference(raw, type="article", authors=(Name(family="Somebody", given="S."),)))
    assert not like_law(Reference(raw, type="article"))


def test_every_venue_says_how_it_is_known():
    from refcheck.matching.coverage import _venues

    assert all(venue["source"] and venue["at"] for venue in _venues())


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"type": "legislation"}, "look it up in the official gazette or law portal"),
        ({"type": "jurisdiction"}, "look it up in the official gazette or law portal"),
        ({"type": "webpage"}, "add its address"),
        ({"type": "webpage", "url": "https://rain.example/a"}, "open its address and keep an archived copy"),
        ({"type": "article", "url": "https://rain.example/a"}, "open its address and keep an archived copy"),
        ({"type": "book", "url": "https://rain.example/a"}, "open its address and keep an archived copy"),
        (
            {"type": "book", "url": "https://rain.example/a", "isbn": "9780306406157"},
            "look its ISBN up in a library catalogue",
        ),
        ({"type": "book"}, "look its ISBN up in a library catalogue"),
        ({"type": "patent"}, "look its number up at the patent office"),
        ({"type": "phdthesis"}, "look it up in the university's repository and add the address or handle"),
        ({"type": "mastersthesis"}, "look it up in the university's repository and add the address or handle"),
        ({"type": "article"}, "check it by hand and add a DOI, ISBN or address"),
    ],
)
def test_the_next_step_for_each_kind(fields, step):
    assert next_step(Reference("Rowe, T. (2001). Rain.", **fields)) == step


PLACES = ({"volume": "1"}, {"issue": "2"}, {"pages": "3--4"}, {"doi": "10.5555/rain"})


def test_news_has_an_address_or_a_day_and_no_place_in_a_journal():
    for kind in ("article", "misc"):
        page = Reference("Rowe, T. (2001, May 3). Rain.", type=kind, container="The Daily Rain")
        assert not like_news(page)
        for told in ({"url": "https://rain.example/a"}, {"day": "3"}):
            assert like_news(replace(page, **told))
            for place in PLACES:  # but newspapers are cited by day and page
                assert like_news(replace(page, **told, **place)) is ("day" in told and "pages" in place)
            assert not like_news(replace(page, **told, type="book"))


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        ("Rowe, T. (2001). Rain [Poster presentation].", {"type": "article"}),
        ("Rowe, T. (2001). Rain (paper presented at the Rain Days).", {"type": "article"}),
        ("Rowe, T. (2001). Rain.", {"type": "article", "container": "Paper presented at the Rain Days"}),
        ("Rowe, T. (2001). Rain.", {"type": "misc"}),
    ],
)
def test_a_talk_has_no_place_where_a_register_would_know_it(raw, fields):
    talk = Reference(raw, **fields)
    assert unplaced(talk)
    assert not any(unplaced(replace(talk, **place)) for place in PLACES)


def test_an_article_in_a_journal_has_a_place():
    assert not unplaced(Reference("Rowe, T. (2001). Rain [a history]. Weather.", type="article", container="Weather"))
    for talk in (
        "Seidel, I. (2014). Pflegekinder im Strafverfahren. Vortrag auf dem 19. Deutschen Präventionstag, Karlsruhe.",
        "Peeters, A. (2019). Slapende kinderen. Lezing gehouden op het 12e Nationaal Congres Slaap, Utrecht.",
        "Nowak, A. (2011). Sen dzieci. Referat wygłoszony na konferencji PTP, Warszawa.",
    ):
        assert unplaced(parse(talk)), talk
    assert not unplaced(parse("Smith, J. (2014). Poster art in Vienna. Journal of Posters."))


def test_a_venue_without_dois_is_named_in_the_years_it_had_none():
    venue = {"names": ["daily rain"], "acronyms": ["RAINCONF"], "since": 2001, "until": 2010}
    cited = Reference("", type="inproceedings", container="The Daily Rain", year=2005)
    assert appeared_in(venue, cited)
    for field in ("series", "publisher"):
        assert appeared_in(venue, replace(cited, container="", **{field: "The Daily Rain Press"}))
    for name in ("RAINCONF", "Proc. RAINCONF'05", "RAINCONF2005", "RAINCONF-2005"):
        assert appeared_in(venue, replace(cited, container=name)), name
    for name in ("Daily Rainfall", "rainconf", "XRAINCONF", ""):
        assert not appeared_in(venue, replace(cited, container=name)), name
    for year, wanted in ((2000, False), (2001, True), (2010, True), (2011, False), (None, True)):
        assert appeared_in(venue, replace(cited, year=year)) is wanted, year


def test_a_journal_in_another_language_may_be_in_no_register():
    cited = Reference(
        "", type="article", title="De regen op de daken van de stad", container="Tijdschrift voor Regen", year=2001
    )
    said = str(unlisted_venue(cited, []))
    assert said.startswith("Not found, but no register has all journals of this language")
    assert "check it by hand" in said

    def answer(**fields):
        return Answer("crossref", "search:x", Outcome.FOUND, works=(Work("crossref", **fields),))

    knows = [answer(containers=("Tijdschrift voor Regen",)), answer(short_containers=("Tijdschr. voor Regen",))]
    assert [unlisted_venue(cited, [one]) for one in knows] == ["", ""]
    assert unlisted_venue(cited, [answer(containers=("Weather", "")), answer()])
    for known in ({"type": "book"}, {"container": ""}):
        assert unlisted_venue(replace(cited, **known), []) == ""
    english = replace(cited, title="The rain on the roofs of the city", container="Journal of Rain")
    assert unlisted_venue(english, []) == ""
    assert unlisted_venue(replace(english, title="Rain", container="Weather"), []) == ""  # in whatever language
    assert unlisted_venue(replace(english, title="Regenwetter", container="Weather"), [])  # in no English one
    assert unlisted_venue(replace(english, language="nl"), [])
    assert unlisted_venue(replace(cited, language="en"), [])  # by its journal


def test_a_listed_venue_is_named_with_where_to_look():
    cited = Reference("", type="inproceedings", title="Rain nets", container="NeurIPS", year=2015)
    assert unlisted_venue(cited, []) == (
        "Not found, but the works of this venue have no DOIs: look it up at proceedings.neurips.cc."
    )
    assert unlisted_venue(replace(cited, year=2024), []) == ""


@pytest.mark.parametrize(
    ("journal", "year", "wanted"),
    [
        ("Boston College Law Review", 2015, True),
        ("Geo. Wash. L. Rev.", 1998, True),
        ("Law Quarterly Review", 2001, True),
        ("European Law Review", 2010, True),
        ("Modern Law Review", 2001, False),
        ("The Modern Law Review", None, False),
        ("Mod. L. Rev.", 1985, False),
        ("Cambridge Law Journal", 1970, False),
        ("Common Market Law Review", 2012, False),
        ("Harvard Law Review", 1890, True),
        ("Harv. L. Rev.", 1982, True),
        ("Harvard Law Review", 2015, True),
        ("Harv. L. Rev.", 2015, True),
        ("Harvard International Law Journal", 1982, True),
        ("Yale Law Journal", 1996, True),
        ("Univ. Chicago Law Rev.", 1999, True),
        ("Monthly Labor Review", 1999, True),
        ("Monthly Labor Review", 2018, False),
    ],
)
def test_only_law_reviews_that_register_nothing_are_excused(journal: str, year: int | None, wanted: bool) -> None:
    cited = Reference("", type="article", title="The rain on the roofs of the city", container=journal, year=year)
    assert bool(unlisted_venue(cited, [])) is wanted


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ({"type": "article"}, True),
        ({"type": "book"}, True),
        ({"type": "online"}, False),
        ({"type": "legislation"}, False),
        ({"type": "legislation", "container": "Law Review", "volume": "12"}, True),
        ({"type": "online", "container": "Law Review"}, False),
    ],
)
def test_what_a_register_of_articles_and_books_may_have(fields, listed):
    assert may_be_listed(Reference("x", **fields)) is listed
