"""Fields of a .bib entry that a Reference has no place for."""

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.exchange.extras import extras
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Reference
from refcheck.reading.bibtex.entries import bib_entries


def of(block: str) -> dict[str, str]:
    (reference,) = parse_entries(bib_entries(block))
    return extras(reference)


def test_only_what_has_no_place_is_left() -> None:
    assert of("@book{a, title={Soil}, author={Roe, J.}, year=2004, note={Signed copy}, abstract={Text}}") == {
        "note": "Signed copy",
        "abstract": "Text",
    }


def test_of_several_fields_for_one_place_the_one_not_taken_is_kept() -> None:
    both = of("@article{a, title={Soil}, journal={Nature}, shortjournal={Nat.}}")
    assert both == {"shortjournal": "Nat."}
    same = of("@article{a, title={Soil}, journal={Nature}, shortjournal={Nature}}")
    assert same == {}


def test_an_empty_place_keeps_its_field() -> None:
    assert of("@book{a, title={Soil}, doi={nonsense}}") == {"doi": "nonsense"}


def test_a_printed_reference_has_none() -> None:
    assert extras(Reference("x", title="Soil", entry=Entry("x", 1, 1))) == {}
    assert extras(Reference("x")) == {}
    (parsed,) = read_bibtex("@book{a, title={Soil}}")
    assert extras(parsed) == {}
