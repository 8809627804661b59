import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.language.fold import (
    ascii_words,
    between,
    fold,
    keys,
    letters,
    plain,
    runs_of_letters,
    script,
    spelling,
    spelt,
    squash,
    words,
)


def test_diacritics_ligatures_and_special_letters_fold_to_base_letters() -> None:
    assert fold("Šmídová") == "smidova"
    assert fold("Straße") == "strasse"
    assert fold("Ørsted") == "orsted"
    assert fold("Łódź") == "lodz"
    assert fold("Æsir") == "aesir"
    assert fold("İstanbul") == fold("istanbul") == "istanbul"
    assert fold("ﬁne") == "fine"


def test_a_greek_symbol_is_its_name_and_a_greek_word_stays_greek() -> None:
    assert keys("β-catenin") == keys("beta catenin")
    assert fold("λόγος") == fold("ΛΟΓΟΣ") == "λογοσ"


def test_entities_are_undone_twice_and_tags_stripped() -> None:
    assert plain("Science &amp;amp; Society") == "Science & Society"
    assert plain("CO<sub>2</sub> and <i>E. coli</i>") == "CO2 and E. coli"
    assert plain("p < 0.05 and q > 3") == "p < 0.05 and q > 3"


def test_latex_accents_are_letters() -> None:
    assert keys(r"M{\"u}ller and Garc{\'i}a") == ("muller", "and", "garcia")
    assert keys(r"\O rsted \& S\o ren") == ("orsted", "and", "soren")


def test_hyphens_dashes_and_spaces_do_not_matter_to_squash() -> None:
    assert squash("health care") == squash("health-care") == squash("Healthcare") == squash("health\u2011care")


def test_apostrophes_of_any_shape_vanish() -> None:
    assert keys("O'Brien") == keys("O’Brien") == keys("O`Brien") == ("obrien",)


@given(st.text(alphabet="aB1 _'`&’é–.<x>-\n中ſİʹ®", max_size=20))
def test_words_keys_and_what_is_between_them_agree(text: str) -> None:
    found, text = words(text), plain(text)
    assert tuple(word.key for word in found) == keys(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    gaps = between(text)
    assert len(gaps) == len(found) + 1
    assert gaps[1:-1] == [text[a.end : b.start] for a, b in itertools.pairwise(found)]


@pytest.mark.parametrize("sign", map(chr, range(128)))
def test_every_ascii_sign_but_letters_and_figures_ends_a_word(sign: str) -> None:
    assert ascii_words(f"a{sign}b") == ([f"a{sign}b"] if sign.isalnum() else ["a", "b"])
    assert runs_of_letters(f"a{sign}b") == ([f"a{sign}b"] if sign.isalpha() else ["a", "b"])


def test_a_cjk_character_is_a_word() -> None:
    assert keys("情報処理") == ("情", "報", "処", "理")


def test_british_and_american_spelling_meet() -> None:
    for british, american in (
        ("randomised", "randomized"), ("colour", "color"), ("centre", "center"), ("anaemia", "anemia"),
        ("modelling", "modeling"), ("catalogue", "catalog"), ("behaviour", "behavior"), ("analyse", "analyze"),
    ):  # fmt: skip
        assert spelling(british) == spelling(american), british


def test_spelling_keeps_words_of_different_meaning_apart() -> None:
    for one, other in (("increase", "decrease"), ("hypertension", "hypotension"), ("prenatal", "postnatal")):
        assert spelling(one) != spelling(other)


def test_script() -> None:
    assert script("Война и мир") == "cyrillic"
    assert script("情報") == "cjk"
    assert script("War and peace") == "latin"
    assert script("12, 3") == ""


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    clean = plain(text)
    for word in words(text):
        assert clean[word.start : word.end] == word.text
        assert word.key == fold(word.text)


@given(st.text(max_size=200))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("ageing", "aging"),
        ("judgement", "judgment"),
        ("grey", "gray"),
        ("enrolment", "enrollment"),
        ("sulphur", "sulfur"),
        ("organisational", "organizational"),
        ("sceptical", "skeptical"),
        ("artefacts", "artifacts"),
        ("mould", "mold"),
    ],
)
def test_spelling_traditions(british: str, american: str) -> None:
    assert spelling(british) == spelling(american)


def test_letters_are_the_same_whatever_stands_between_them() -> None:
    assert letters("Tides, of 2010 – a “Study”.") == letters("TIDES of 2010: a study") == "tidesof2010astudy"


def test_a_text_is_spelt_in_one_tradition() -> None:
    assert spelt("The Colour of Anaemia") == spelt("the color of anemia") == ("the", "color", "of", "anemia")
