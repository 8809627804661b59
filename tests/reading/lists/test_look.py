"""How much a text looks like a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.reading.lists.look import (
    LIKELY,
    SURE,
    complete,
    ends_well,
    has_year,
    is_caption,
    likeness,
    lower_start,
    names_work,
    prose_points,
    substantial,
)
from tests.reading.lists.examples import PROSE, REFERENCES

MORE = (
    "Hinton GE, Salakhutdinov R. Reducing the dimensionality of data. Science. 2006;313(5786):504-7.",
    "Иванов И. И. История государства. М.: Наука, 2015. 312 с.",
    "土居健郎（1971）『甘えの構造』弘文堂",
)


@pytest.mark.parametrize("text", [*REFERENCES, *MORE])
def test_a_reference_looks_like_one_anywhere(text: str) -> None:
    assert likeness(text) >= SURE > LIKELY
    assert has_year(text)


@pytest.mark.parametrize(
    "text", [PROSE, PROSE * 20, "Contents", "", "In 2010 Smith (2010) found that people sleep less."]
)
def test_prose_does_not(text: str) -> None:
    assert likeness(text) < LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "Michael L Littman. Collusion rings threaten the integrity of computer science research. CACM, 2021.",
        "Eryn Brown and Chris Woolston. Why science blogging still matters. Nature, May 2018.",
        "Jürgen Habermas und Niklas Luhmann. Theorie der Gesellschaft oder Sozialtechnologie. Suhrkamp, 1971.",
        "Pierre Bourdieu et Jean-Claude Passeron. Les héritiers et la culture des étudiants. Minuit, 1964.",
        "María José González. La escritura de los mapas en la Nueva España. Siglo XXI, 1998.",
        "Johan van der Berg. Over de geschiedenis van de stad Utrecht. Matrijs, 2003.",
        "Иван Петров. Краткая история русского языка и письма. Наука, 1999",
    ],
)
def test_names_written_out_before_a_title_and_the_year_at_the_end(text: str) -> None:
    assert likeness(text) >= LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan. He was the best player of the league in 1998.",
        "New York. The city that never sleeps has changed since 2019.",
        "Tel Aviv. Das Festival fand in diesem Jahr zum ersten Mal statt, 2019.",
    ],
)
def test_a_sentence_behind_a_name_does_not(text: str) -> None:
    assert likeness(text) < LIKELY


def test_running_text_is_sparse_in_digits_and_signs() -> None:
    assert prose_points(PROSE) >= 1 > prose_points(REFERENCES[1])
    assert prose_points("short") == 0


@pytest.mark.parametrize(
    ("text", "year"), [("(2010)", True), ("(n.d.)", True), ("1887.", True), ("no. 12010", False), ("", False)]
)
def test_a_year_or_what_stands_for_one(text: str, year: bool) -> None:
    assert has_year(text) is year


def test_a_list_of_people_names_no_work() -> None:
    assert names_work("Jansen, P. (2019). The stars of the north.")
    assert not names_work("Jansen, P. (2019). Treasurer. Utrecht.")
    assert not names_work("Jansen, P. The stars of the north.")


def test_where_a_reference_may_end() -> None:
    assert complete(REFERENCES[0]) and not complete("Smith, J. (2010).")
    assert substantial("10.1000/182 " + "x" * 30) and not substantial("10.1000/182")
    assert ends_well("Press.") and not ends_well("Press,")
    assert lower_start("press") and not lower_start("Press")


@given(st.text(max_size=200))
def test_any_text_has_points(text: str) -> None:
    assert -10 < likeness(text) < 25 and -1 < prose_points(text) <= 4


@pytest.mark.parametrize(
    "row",
    [
        "Cyprus (1995) 1996 1997 1998 1999 2000 2001 2002 2003 No",
        "Mittelwerte 9,86 6,21 1462,09 81,25 69,18 9,51 5,48 Standardabw. 1,67",
        "Total (2004) 12 14.5 17 19% 22 (3.1) 24",
    ],
)
def test_a_row_of_a_table_is_no_reference(row: str) -> None:
    assert likeness(row) < LIKELY


def test_years_volumes_and_pages_are_no_row_of_a_table() -> None:
    assert likeness("Trigo I F 2006 Climatology of storm-tracks Clim. Dyn. 26 127 43 12") >= LIKELY


@pytest.mark.parametrize("visited", ["[02.11.2022]", "(2022-11-02)", "[Stand: 2.11.2022]", "(cit. 02/11/2022)"])
def test_the_day_of_a_visit_behind_an_address(visited: str) -> None:
    page = "DWDS: raffen. URL: https://www.dwds.de/wb/raffen"
    assert likeness(f"{page} {visited}") >= LIKELY > likeness(page)


def test_years_of_life_are_no_year_of_a_work() -> None:
    assert likeness("Carl Linnaeus (1707~1778): 스웨덴의 식물학자.") == likeness(
        "Carl Linnaeus (1707–1778): 스웨덴의 식물학자."
    )
    assert likeness("Carl Linnaeus (1707~1778)") < LIKELY


def test_initials_are_no_sign_of_a_missing_year() -> None:
    assert has_year("Ruiz, A. n.d. Soils.") and has_year("Silva, B. s.d. Solos e crostas.")
    assert not has_year("Barbosa, S. D. J.; Silva, B. S. da")


def test_an_equation_is_no_reference() -> None:
    assert likeness("Members, before (2010–2019): e = b1 + b2") < 0
    assert likeness("Petrov, A. (2010). Reki ravniny = Rivers of the plain. Minsk: Navuka.") >= LIKELY


@pytest.mark.parametrize(
    "text", ["Figure 3: Frogs", "Table A.4 presents the results (2015).", "Fig. S2. Frogs", "Photo: Ruiz"]
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", ["Tables of old. Oslo: Fjell, 2001.", "Figures, A. (2001). Frogs. Oslo: Fjell."])
def test_what_is_no_caption(text: str) -> None:
    assert not is_caption(text)
