"""biblatex's extended names."""

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.model import Name


def test_extended_names_of_biblatex() -> None:
    text = "@book{a, author={family=Du Bois, given=W. E. B. and given=Jean, prefix=de la, family=Fontaine}}"
    assert read_bibtex(text)[0].authors == (Name("Du Bois", "W. E. B."), Name("Fontaine", "Jean", "de la"))
