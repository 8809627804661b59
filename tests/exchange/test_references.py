"""Entries of any markup become references, in their order, each with a key of its own."""

from refcheck.exchange.bibtex_read import read_entries
from refcheck.exchange.references import parse_entries, parse_lists
from refcheck.model import Entry, Markup

PRINTED = Entry("Bowlby, J. (1969). Attachment and loss. Basic Books.", 3, 3)
BLOCK = Entry("@book{bowlby1969, title={Soil}, author={Roe, J.}, year=2004}", 5, 5, markup=Markup.BIBTEX)
CSL = Entry(
    "", 7, 7, markup=Markup.CSL, data={"type": "book", "title": "Stars", "author": [{"family": "Ito", "given": "K."}]}
)


def test_each_markup_is_read_in_its_place() -> None:
    entries = [CSL, PRINTED, BLOCK, PRINTED]
    found = parse_entries(entries)
    assert [reference.title for reference in found] == ["Stars", "Attachment and loss", "Soil", "Attachment and loss"]
    assert [reference.entry for reference in found] == entries
    assert len({reference.key for reference in found}) == 4


def test_a_key_the_file_gives_is_kept() -> None:
    assert [reference.key for reference in parse_entries([BLOCK])] == [read_entries([BLOCK])[0].key] == ["bowlby1969"]


def test_fields_that_a_file_lacks_are_read_from_what_it_prints() -> None:
    raw = "Ito, K. (2001). Stars. Elm Press. https://doi.org/10.1000/5"
    data = {"type": "book", "title": "Other stars", "author": [{"family": "Ito", "given": "Kenji"}]}
    (found,) = parse_entries([Entry(raw, 1, 1, markup=Markup.CSL, data=data)])
    assert (found.title, found.authors[0].given) == ("Other stars", "Kenji")
    assert (found.year, found.doi) == (2001, "10.1000/5")
    assert found.confidence["title"] == 1.0 > found.confidence["year"]


def test_without_entries_there_are_no_references() -> None:
    assert parse_entries([]) == ()


def test_lists_that_are_read_together_are_as_each_alone() -> None:
    lists = [[PRINTED], [], [CSL, BLOCK], [BLOCK, PRINTED, PRINTED], [PRINTED]]
    together = [[reference.to_dict() for reference in found] for found in parse_lists(lists)]  # sums are rounded there
    assert together == [[reference.to_dict() for reference in parse_entries(entries)] for entries in lists]
