"""Where given names end: particles with a capital, before the family name and behind the given names."""

import pytest

from refcheck.exchange.bibtex_particles import (
    all_turned_round,
    are_turned_initials,
    behind_given,
    given_first,
    turned_round,
)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ludwig van Beethoven", "van Beethoven"),
        ("E. Le Hot", "Le Hot"),
        ("Maria Da Silva", "Da Silva"),
        ("Luis Da Costa", "Da Costa"),
        ("Roberto Silva Filho", "Silva Filho"),
        ("Paulo De Marco Júnior", "De Marco Júnior"),
        ("José Neto", "Neto"),
        ("Giuseppe Di Stefano", "Di Stefano"),
        ("Philippe Le Hégaret", "Le Hégaret"),
        # "Le" and "Di" are given names here
        ("Anh Le Minh", "Minh"),
        ("Ming Da Wei", "Wei"),
        ("Thomas Le Tran", "Tran"),
        ("Da Wei Li", "Li"),
    ],
)
def test_family_names_behind_given_names(name: str, family: str) -> None:
    assert " ".join(given_first(name.split())[1]) == family


@pytest.mark.parametrize(
    ("given", "family", "particles"),
    [
        ("S. B. Van", "Sant", "Van"), ("J. D. Van", "Horn", "Van"), ("Jan Van", "Rijn", "Van"),
        ("Yves Le", "Traon", "Le"),
        ("Jean Le", "Floch", "Le"), ("G. Van den", "Broeck", "Van den"),
        # what can be a Vietnamese name
        ("T. Van", "Nguyen", ""), ("Thomas Le", "Tran", ""), ("N. Van", "Truong", ""), ("T. Le", "Quan", ""),
    ],
)  # fmt: skip
def test_van_and_le_before_a_family_name_that_is_not_vietnamese(given: str, family: str, particles: str) -> None:
    assert " ".join(behind_given(given.split(), family)) == particles


@pytest.mark.parametrize(
    ("given", "particles"),
    [("Jan van den", "van den"), ("Faten El", "El"), ("Robert De", "De"), ("Al", ""), ("Ann Le", ""), ("Bo", "")],
)
def test_particles_behind_given_names(given: str, particles: str) -> None:
    words = given.split()
    assert " ".join(behind_given(words)) == particles
    assert " ".join([*words, *particles.split()]) == given


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Helton Nonato", "de Souza", True),
        ("Gustavo Bediaga de", "Oliveira", True),
        ("García Lorca", "Federico", False),
        ("van den Berg", "Jan", False),
        ("Souza", "Helton de", False),
        ("Silva", "da Costa", False),
    ],
)
def test_given_names_before_a_comma(first: str, second: str, expected: bool) -> None:
    assert turned_round(first, second) is expected


@pytest.mark.parametrize(
    ("names", "turned"),
    [
        (["Cristina, Gabbiadini", "Marco, Baldissarri"], True),
        (["Kazuhito, Ikai", "Yukiko, Kojima", "Bo, Matsushima"], True),
        (["Thomas, Dylan", "Martin, George"], False),
        (["Mohamed, KM", "Mohamad, AA"], False),
        (["Gabbiadini, Cristina", "Marco, Baldissarri"], False),
        (["Petra, Prof", "Anna, Dr"], False),
        (["David, A. B.", "Simon, C."], False),
    ],
)
def test_a_list_whose_given_names_stand_before_the_commas(names: list[str], turned: bool) -> None:
    assert all_turned_round(names) is turned


def test_initials_before_a_comma() -> None:
    assert are_turned_initials("N. A.", "Fonseca")
    assert are_turned_initials("J C", "Fonseca")
    assert not are_turned_initials("O", "Minjun")
    assert not are_turned_initials("A. B.", "C. D.")
