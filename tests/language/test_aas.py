"""Journals by the macros of AASTeX."""

import pytest

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.language.aas import JOURNALS


def test_every_macro_is_one_lower_case_word_with_a_name() -> None:
    assert len(JOURNALS) > 50
    for macro, name in JOURNALS.items():
        assert macro.isalpha() and macro.islower()
        assert name[0].isupper() and name == name.strip()


@pytest.mark.parametrize(
    ("printed", "journal"),
    [
        (r"{\apj}", "Astrophysical Journal"),
        (r"{\aap}", "Astronomy and Astrophysics"),
        ("{apj}", "apj"),  # without its backslash it is a word like any other
    ],
)
def test_an_exported_entry_has_the_name(printed: str, journal: str) -> None:
    (reference,) = read_bibtex(f"@article{{a, title={{Stars}}, journal={printed}}}")
    assert reference.container == journal
