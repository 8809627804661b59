"""Citations by author and year."""

from __future__ import annotations

import pytest

from refcheck.model import MentionKind
from tests.citing.examples import LIST, entries, mentions


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Trauma blijft in het lichaam (Van der Kolk, 2014).", 0),
        ("Volgens Van der Kolk (2014) blijft trauma in het lichaam.", 0),
        ("Zoals Sperling en Berman (1994, p. 12) schrijven.", 1),
        ("As shown by Sperling & Berman (1994), it lasts.", 1),
        ("Wie Sperling und Berman (1994, S. 12) zeigen.", 1),
        ("Selon Sperling et Berman (1994), cela dure.", 1),
        ("Según Sperling y Berman (1994), esto dura.", 1),
        ("Secondo Sperling e Berman (1994) questo dura.", 1),
        ("Enligt Sperling och Berman (1994) varar det.", 1),
        ("Ifølge Sperling og Berman (1994) varer det.", 1),
        ("Sperling ja Berman (1994) osoittavat tämän.", 1),
        ("Jak piszą Sperling i Berman (1994), to trwa.", 1),
        ("Sperling ve Berman (1994) bunu gösterdi.", 1),
        ("Sperling és Berman (1994) szerint ez tart.", 1),
        ("Sperling a Berman (1994) to ukázali.", 1),
        ("It was measured in adults (Berenz et al., 2018; see also the atlas).", 2),
        ("Dit werd gemeten (Berenz e.a., 2018).", 2),
        ("Das wurde gemessen (vgl. Berenz u. a., 2018).", 2),
        ("Esto se midió (Berenz y cols., 2018).", 2),
        ("To zmierzono (Berenz i in., 2018).", 2),
        ("Это измерено (Иванов, 2015, с. 12).", 6),
        ("По мнению Иванова, это так; Иванов (2015) это показал.", 6),
        ("これは示された（田中太郎，2012）。", 7),
        ("Mental health is measured (World Health Organization, 2020).", 5),
        ("O'Brien's (1999) idea of memory is old.", 8),
        ("Sperling’s theory of attachment (1994) is well known.", 1),
        ("This was known (Berenz, Vujanovic and Amstadter 2018: 796).", 2),
        ("This was known [Berenz et al. 2018].", 2),
        ("It is rising (World Health Organization [WHO], 2020).", 5),
        ("It is rising (WHO, 2020).", 5),
        ("Berenz and her colleagues (2018) measured it.", 2),
        ("This was known (Berens et al., 2018).", 2),
    ],
)
def test_author_and_year_are_tied(text: str, index: int) -> None:
    found = [m for m in mentions(text) if m.kind is MentionKind.AUTHOR_YEAR]
    assert [m.entries for m in found] == [(index,)]


def test_year_letters_choose_between_works() -> None:
    found = mentions("Erst Müller (2010a), dann (Müller, 2010b).")
    assert [m.entries for m in found] == [(3,), (4,)]


def test_two_years_and_two_works_in_one_bracket() -> None:
    found = mentions("Known for long (Sperling & Berman, 1994; Berenz et al., 2018, 2019).")
    assert [(m.year, m.entries) for m in found] == [(1994, (1,)), (2018, (2,)), (2019, ())]
    assert found[2].names == ("Berenz",)


def test_authors_parted_by_semicolons_are_one_citation() -> None:
    listed = entries("ALMEIDA, J. L.; PERUCCHI, V.; FREIRE, G. H. Ciência-ação. Rio: Editora, 2020.")
    found = mentions("Trata-se da ciência-ação (ALMEIDA; PERUCCHI; FREIRE, 2020).", listed)
    assert [(m.names, m.entries) for m in found] == [(("ALMEIDA", "PERUCCHI", "FREIRE"), (0,))]


@pytest.mark.parametrize(
    "text",
    [
        "According to Smith (2011) it is so, and Sperling (1994) agrees.",
        "It is so (Smith, 2011).",
        "It is so (Smith & Jones, 2011).",
        "It is so (Smith et al., 2011).",
        "Volgens De Vries en Jansen (2011) is het zo.",
    ],
)
def test_a_citation_without_an_entry_is_found_and_tied_to_nothing(text: str) -> None:
    found = [m for m in mentions(text) if m.kind is MentionKind.AUTHOR_YEAR and m.year == 2011]
    assert [m.entries for m in found] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The Mariinsky theatre (1860) is in the Renaissance style.",
        "In the film Casablanca (1942) she leaves.",
        "Sigmund Freud (1856–1939) was a neurologist.",
        "It was published in Amsterdam in 1998 (March 2001).",
        "The book (London, 1998) sold 2000 copies.",
        "Since 2010 the number has grown (from 1990 to 2005).",
        "Foto 1 Teatro Opéra Garnier (1875): estilo eclético.",
        "See table 2 (Figure 2010).",
        "Laatste update: 21 april, 2022",
    ],
)
def test_places_months_films_and_lifetimes_are_no_citations(text: str) -> None:
    assert mentions(text) == ()


def test_an_undated_source_is_tied_by_name() -> None:
    listed = entries("Trimbos-instituut. (z.d.). Angst. https://www.trimbos.nl/angst", *LIST[:2])
    found = mentions("Veel mensen hebben angst (Trimbos-instituut, z.d.).", listed)
    assert [(m.year, m.entries) for m in found] == [(None, (0,))]


def test_a_row_of_places_and_years_is_no_citation() -> None:
    text = "Sperling (1994) began. The summits were held in Lagos (1975), Nairobi (1985) and Vaduz (1995)."
    assert [m.year for m in mentions(text)] == [1994]


def test_an_author_whose_name_is_a_word_needs_more_than_a_capital() -> None:
    listed = entries("Young, J. (1999). Schemas. Sage.")
    assert mentions("They were young. In Young people it differs.", listed) == ()
    assert [m.entries for m in mentions("They were young. Dr. Young disagrees.", listed)] == [(0,)]


@pytest.mark.parametrize(
    "text",
    [
        "Sperling and Berman (1994) said so. Nobody cited Lindqvist (2020).",
        "Volgens Van der Kolk (2014) wel. Het volgt uit onderzoek van Lindqvist (2020).",
        "Müller (2010a) verneint das, anders die Studie von Lindqvist (2020).",
        "Müller (2010a), Lindqvist (2020) and Sperling and Berman (1994) agree.",
    ],
)
def test_a_single_unlisted_author_is_found_at_the_end_of_a_sentence_and_in_a_row(text: str) -> None:
    unlisted = [one.names for one in mentions(text) if not one.entries]
    assert unlisted == [("Lindqvist",)]


@pytest.mark.parametrize(
    "text",
    [
        "Sperling and Berman (1994) said so. The conference met in Uppsala (2020).",
        "Sperling and Berman (1994), Paris (1970) and so on.",
        "Sperling and Berman (1994) said so. She watched Vertigo (1958).",
        "Sperling and Berman (1994) said so. The games of Nagano (1998), Sydney (2000) and Turin (2006).",
        "Sperling and Berman (1994) said so. A film directed by Truffaut (1959).",
    ],
)
def test_what_stands_at_the_end_of_a_sentence_without_a_word_of_citing_is_no_source(text: str) -> None:
    assert [one.names for one in mentions(text) if not one.entries] == []


@pytest.mark.parametrize(
    "text",
    ["Zo zegt Sperling (1931/1994).", "(Sperling, 1931/1994)", "Sperling (1931 [1994])", "(Sperling [1931] 1994, 12)"],
)
def test_the_year_of_a_first_printing_beside_that_of_the_list(text: str) -> None:
    found = [one for one in mentions(f"Dit is bekend. {text} Dat is zo.") if one.names]
    assert {one.entries for one in found} == {(1,)}


@pytest.mark.parametrize("span", ["1900-1919", "1900–1919", "1900--1919", "1900 --- 1919"])
def test_a_span_of_years_is_no_citation(span: str) -> None:
    text = f"Berenz et al. (2018) zeigen es. Das gilt für die Blätter und Lesehallen ({span}) auch."
    assert [one.year for one in mentions(text) if one.names] == [2018]


@pytest.mark.parametrize("others", ["et al.", "u.a.", "& others", "e.a.", "y cols.", "ym.", "i sur.", "en collega’s"])
def test_more_people_are_noticed_however_they_are_written(others: str) -> None:
    (found,) = mentions(f"So ist es (Berenz {others}, 2011).")
    assert found.names == ("Berenz",) and found.others


def test_more_people_in_scripts_without_blanks() -> None:
    listed = entries("田中一郎・山田太郎・鈴木次郎 (2010)『経済学入門』有斐閣.")
    (found,) = mentions("これは重要である（田中他，2010）。", listed)
    assert (found.names, found.others, found.entries) == (("田中",), True, (0,))


@pytest.mark.parametrize("cited", ["(Sperling; Berenz, 2018)", "(Sperling et al., 1994; Sperling; Berenz, 2018)"])
def test_a_listed_author_without_a_year_is_no_second_author(cited: str) -> None:
    found = mentions(f"La tradición {cited} fue afinada.")
    assert [m.entries for m in found if m.year == 2018] == [(2,)]


def test_a_year_in_the_next_cell_of_a_table_is_not_cited() -> None:
    text = "Share of papers by year. Sperling et al 1994 2006 2009 12 %. Lorenz et al 2001 2003 8 %."
    assert [mention.text for mention in mentions(text)] == ["Sperling et al 1994", "Lorenz et al 2001"]
    assert mentions("It lasts (Sperling & Berman 1994 2006).")[-1].text.endswith("2006")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Las exigencias crecen (Ruiz en Berman, 1994, p. 22).", "es"),
        ("Las exigencias crecen, como dice Ruiz en Berman (1994).", "es"),
    ],
)
def test_in_is_not_and(text: str, language: str) -> None:
    listed = entries("Berman, A. (1994). El poder en movimiento. Madrid: Alianza.")
    assert [m.entries for m in mentions(text, listed, language)] == [(0,)]


@pytest.mark.parametrize(
    "text", ["It is so (Sperling and Berman 1994, 2088).", "So sagen Sperling und Berman (1994, 2091)."]
)
def test_a_year_that_is_yet_to_come_is_a_page(text: str) -> None:
    assert [(m.year, m.entries) for m in mentions(text)] == [(1994, (1,))]
