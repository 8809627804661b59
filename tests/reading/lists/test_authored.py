"""Whether a text begins with its authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.reading.lists.authored import NAMES_TITLE_YEAR, NAMES_YEAR, author_points, begins_entry
from tests.reading.lists.examples import PROSE, REFERENCES


@pytest.mark.parametrize(
    "text",
    [
        *REFERENCES,
        "Hinton GE, Salakhutdinov R. Reducing the dimensionality of data. Science. 2006;313(5786):504-7.",
        "Иванов И. И. История государства. М.: Наука, 2015. 312 с.",
        "土居健郎（1971）『甘えの構造』弘文堂",
        "———. (2012). The same again. Cambridge.",
        "Zhu et al. 2019. Nets of the north.",
        "MOTA, LUÍS ANDRÉ DA; REIS, ANA. O DESENHO DE REDES. FACULDADE DE LISBOA, .",
    ],
)
def test_an_entry_begins_with_who_wrote_it(text: str) -> None:
    assert begins_entry(text)


@pytest.mark.parametrize("text", [PROSE, "", "Contents", "7 ways to sleep", "In 2010 Smith (2010) found little."])
def test_other_text_does_not(text: str) -> None:
    assert not begins_entry(text)


def test_who_begins_a_text() -> None:
    assert author_points("Smith, J. A. (2010).") == 3
    assert author_points("World Health Organization. (2020). Atlas.") >= 2 > author_points("the stars of the north")
    assert author_points("In Hastie, T. (2020), some") == 0


def test_names_in_full_with_the_year_behind_them_or_at_the_end() -> None:
    assert NAMES_YEAR.match("Franz Josef Och and Hermann Ney. 2002a. Discriminative training.")
    assert NAMES_TITLE_YEAR.match("Eryn Brown and Chris Woolston. Why science blogging matters. Nature, May 2018.")
    assert not NAMES_TITLE_YEAR.match("Nature. Why science blogging matters to all of us. 2018 was it")


@given(st.text(max_size=300))
def test_any_text_has_points(text: str) -> None:
    assert 0 <= author_points(text) <= 3
