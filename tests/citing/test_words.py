"""The words of in-text citations, and names of two places compared."""

import pytest

from refcheck.citing.words import YEAR, family_forms, fold, lexicon, word_set


def test_a_kind_of_word_is_there_in_several_languages() -> None:
    assert all(words for words in lexicon().values())
    for kind in lexicon():
        assert word_set(kind) == set(lexicon()[kind])
    with pytest.raises(KeyError):
        word_set("no such kind")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("(Kolk, 2014a)", [("2014", "a")]),
        ("1996; 2003", [("1996", ""), ("2003", "")]),
        ("p. 12014", []),
        ("10.1000/2014", []),
        ("in 1499", []),
        ("(Premack, 1960s)", []),
        ("(Premack, 1960's)", []),
        ("(Премак, 1960-е)", []),
        ("Turing 1950’s test; Turing 1936’s proof", [("1936", "")]),
    ],
)
def test_a_year_stands_alone(text: str, years: list[tuple[str, str]]) -> None:
    assert YEAR.findall(text) == years


def test_names_are_compared_in_base_letters() -> None:
    assert fold("Müller-Lüdenscheidt") == fold("Muller Ludenscheidt").replace("Muller", "muller")
    assert fold("O’Brien, K.") == fold("O'Brien K")
    assert fold("—") == ""


def test_a_name_without_a_blank_may_begin_with_its_family() -> None:
    assert family_forms("土居健郎") == ("土居健郎", "土", "土居", "土居健")
    assert family_forms("李明") == ("李明", "李")
    assert family_forms("Kolk") == ("Kolk",)
