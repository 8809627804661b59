"""One person's name, in either order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Name
from refcheck.parsing.people.names import parse_names
from refcheck.parsing.people.person import (
    has_trailing_particle,
    is_initials,
    is_whole,
    person,
    single,
    starts_with_initials,
    turned,
    undivided,
    with_capital_initials,
    with_family,
)


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("Bessel van der Kolk", Name("Kolk", "Bessel", "van der")),
        ("Kolk BA van der", Name("Kolk", "BA", "van der")),
        ("HoffmanDC", Name("Hoffman", "DC")),
        ("MainousAG3rd", Name("Mainous", "AG", suffix="3rd")),
        ("GERST Detlef", Name("GERST", "Detlef")),
        ("Martin Luther King, Jr.", Name("King", "Martin Luther", suffix="Jr")),
        ("Jacques LE GOFF", Name("LE GOFF", "Jacques")),
        ("Meneghim Mde C", Name("Meneghim", "Mde C")),
        ("HLA Hart", Name("Hart", "HLA")),
        ("Plato", Name("Plato")),
        ("", Name()),
    ],
)
def test_a_person(piece: str, name: Name) -> None:
    assert person(piece) == name


def test_an_organisation_is_no_person() -> None:
    assert single("World Health Organization") == Name(literal="World Health Organization")
    assert single("Judith Herman") == Name("Herman", "Judith")
    assert person("One two three four five six seven").literal


@pytest.mark.parametrize(
    ("piece", "initials"),
    [
        ("E. C.", True),
        ("RT", True),
        ("J.-P.", True),
        ("Th.", True),
        ("Y-j", True),
        ("M.-j.", True),
        ("H.-ch.", True),
        ("al-a", False),
        ("Jo-el", False),
        ("kolk", False),
        ("Bessel", False),
        ("", False),
    ],
)
def test_initials(piece: str, initials: bool) -> None:
    assert is_initials(piece) is initials


def test_where_initials_and_particles_stand() -> None:
    assert starts_with_initials("D. J. Hansen") and not starts_with_initials("Hansen D. J.")
    assert has_trailing_particle("B. A. van der") and not has_trailing_particle("B. A.")
    assert is_whole("J. Smith") and is_whole("Smith JA") and is_whole("HoffmanDC")
    assert not is_whole("Smith") and not is_whole("VON KROGH") and not is_whole("COUTO JR.")


def test_the_order_of_two_words_is_known_from_names() -> None:
    assert turned("smith", "peter") == 1
    assert turned("peter", "smith") == -1
    assert turned("qzxkv", "vkxzq") == 0


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        ("van der Kolk", "B. A.", Name("Kolk", "B. A.", "van der")),
        ("Kolk", "B. A. van der", Name("Kolk", "B. A.", "van der")),
        ("King", "M. L. Jr.", Name("King", "M. L.", suffix="Jr.")),
        ("La Rue", "E.", Name("La Rue", "E.")),
    ],
)
def test_a_name_with_its_family_apart(family: str, given: str, name: Name) -> None:
    assert with_family(family, given) == name


@given(st.text(alphabet="aBé. ,-'’JrvIX", max_size=30))
def test_any_piece_is_a_name(piece: str) -> None:
    assert isinstance(single(piece), Name)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bessel van der Kolk", Name("Kolk", "Bessel", "van der")),
        ("Kolk, Bessel van der", Name("Kolk", "Bessel", "van der")),
        ("Oakes, James.", Name("Oakes", "James")),
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr")),
        ("Church, Alonzo", Name("Church", "Alonzo")),
        ("University of York, Department of Law", Name(literal="University of York, Department of Law")),
        ("", Name()),
    ],
)
def test_a_name_in_one_text(printed: str, name: Name) -> None:
    assert undivided(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ó Briain, D.", [("Ó Briain", "D.")]),
        ("Dara Ó Briain and Seán Ó Riada", [("Ó Briain", "Dara"), ("Ó Riada", "Seán")]),
        ("Ní Shúilleabháin A, Ó Sé D", [("Ní Shúilleabháin", "A"), ("Ó Sé", "D")]),
        ("García Ó, López M", [("García", "Ó"), ("López", "M")]),
        ("Ó. García, M. López", [("García", "Ó."), ("López", "M.")]),
    ],
)
def test_an_irish_o_is_no_initial(text: str, names: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in parse_names(text).names] == names


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("smith jt, jones ym.", "smith JT, jones YM."),
        ("wang jt, kim ym, et al", "wang JT, kim YM, et al"),
        ("van der berg h, de vries ja", "van der berg H, de vries JA"),
        ("bell hooks, ann petry", "bell hooks, ann petry"),
        ("Korhonen M, Virtanen A ym", "Korhonen M, Virtanen A ym"),
        ("plato", "plato"),
    ],
)
def test_initials_in_small_letters_are_told_from_names(text: str, printed: str) -> None:
    assert with_capital_initials(text) == printed
    assert parse_names(text).et_al == (text.endswith((" al", "A ym")))
