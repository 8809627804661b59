"""A record pasted where a printed reference is due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.exchange.pasted import read_pasted
from refcheck.model import Name

RIS = """TY  - JOUR
AU  - Kolk, Bessel A. van der
AU  - World Health Organization
TI  - Dissociation
JO  - American Journal of Psychiatry
PY  - 1996/07/01
VL  - 153
IS  - 7
SP  - 83
EP  - 93
SN  - 0002-953X
DO  - 10.1176/ajp.153.7.83
ER  - """


@pytest.mark.parametrize("text", [RIS, RIS.replace("\n", " ")], ids=["lines", "run together"])
def test_a_ris_record(text: str) -> None:
    found = read_pasted(text)
    assert found is not None
    assert (found.type, found.title, found.container) == ("article", "Dissociation", "American Journal of Psychiatry")
    assert (found.year, found.volume, found.issue, found.pages) == (1996, "153", "7", "83--93")
    assert (found.doi, found.issn, found.isbn) == ("10.1176/ajp.153.7.83", "0002-953X", "")
    assert found.authors[1] == Name(literal="World Health Organization")
    assert found.authors[0].family == "Kolk" and found.key == "kolk1996dissociation"


def test_a_number_of_ten_digits_is_an_isbn() -> None:
    found = read_pasted("TY  - BOOK\nTI  - Attachment\nSN  - 978-0-89862-547-9\nER  - ")
    assert found is not None
    assert (found.type, found.isbn.replace("-", ""), found.issn) == ("book", "9780898625479", "")


def test_a_block_of_bibtex() -> None:
    found = read_pasted("  @book{bowlby, title={Attachment}, year=1969, author={Bowlby, John}}")
    assert found is not None
    assert (found.key, found.title, found.year, found.authors) == (
        "bowlby",
        "Attachment",
        1969,
        (Name("Bowlby", "John"),),
    )


def test_a_block_in_round_brackets() -> None:
    found = read_pasted("@book(bowlby, title = {Attachment}, year = 1969)")
    assert found is not None
    assert (found.key, found.title) == ("bowlby", "Attachment")


@pytest.mark.parametrize(
    "text", ["", "Bowlby, J. (1969). Attachment.", "TYPE - JOUR", "@home. (2010). Stars.", "@home (2010). Stars."]
)
def test_any_other_text_is_no_record(text: str) -> None:
    assert read_pasted(text) is None


@given(st.text(alphabet="TYAUSPNER -/\n0198@{}", max_size=120))
def test_a_broken_record_never_raises(text: str) -> None:
    found = read_pasted(f"TY  - {text}")
    assert found is not None and found.type
