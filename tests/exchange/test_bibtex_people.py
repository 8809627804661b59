"""Names of BibTeX fields: biblatex's extended form, and forms without a family name."""

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.model import Name


def test_extended_names_of_biblatex() -> None:
    text = "@book{a, author={family=Du Bois, given=W. E. B. and given=Jean, prefix=de la, family=Fontaine}}"
    assert read_bibtex(text)[0].authors == (Name("Du Bois", "W. E. B."), Name("Fontaine", "Jean", "de la"))


def test_a_name_with_nothing_before_its_comma_is_a_family_name() -> None:
    assert read_bibtex("@book{a, author={, Aristotle and ~, A A}}")[0].authors == (Name("Aristotle"), Name("A A"))
