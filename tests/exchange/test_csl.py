"""CSL-JSON both ways."""

import json

import pytest

from refcheck.exchange.csl import from_csl, to_csl, write_csl
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Name
from tests.exchange.examples import ARTICLE


def test_csl_both_ways() -> None:
    item = to_csl(ARTICLE)
    assert item["type"] == "article-journal"
    assert item["author"][0] == {"family": "Kolk", "given": "B. A.", "non-dropping-particle": "van der"}
    assert item["issued"] == {"date-parts": [[1996, 7]]}
    back = from_csl(item, "x")
    for name in ("type", "authors", "title", "container", "year", "month", "volume", "issue", "pages", "doi"):
        assert getattr(back, name) == getattr(ARTICLE, name)


def test_odd_csl_is_survived() -> None:
    item = {
        "type": 7,
        "author": "Smith",
        "issued": {"date-parts": [["x"]]},
        "title": ["A <i>b</i>"],
        "ISBN": [],
        "page": 5,
    }
    reference = from_csl(item)
    assert (reference.title, reference.authors, reference.year, reference.pages) == ("A b", (), None, "5")


def test_csl_entries_are_completed_from_the_printed_text() -> None:
    data = {"type": "article-journal", "title": "Dissociation", "author": [{"family": "Kolk", "given": "B."}]}
    raw = "Kolk, B. (1996). Dissociation. American Journal of Psychiatry, 153(7), 83-93. doi:10.1176/ajp.153.7.83"
    (reference,) = parse_entries([Entry(raw, 1, 1, markup="csl", data=data)])
    assert (reference.year, reference.volume, reference.doi) == (1996, "153", "10.1176/ajp.153.7.83")
    assert reference.title == "Dissociation"


def test_csl_is_an_array_that_reads_back() -> None:
    text = write_csl([ARTICLE, ARTICLE])
    assert text.startswith("[") and text.endswith("]\n")
    assert [from_csl(item).authors for item in json.loads(text)] == [ARTICLE.authors] * 2
    assert json.loads(write_csl([])) == []


def test_a_language_that_is_given_is_not_guessed() -> None:
    assert from_csl({"title": "The end", "language": "nl-BE"}).language == "nl"
    assert from_csl({"title": "The end of it", "language": "English"}).language == "en"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kolk, Bessel van der", Name("Kolk", "Bessel", "van der")),
        ("B. van der Birch", Name("Birch", "B.", "van der")),
        ("Alder A.B.", Name("Alder", "A. B.")),
        ("van Dyk C", Name("Dyk", "C", "van")),
        ("McDonald-Smith A 3rd", Name("McDonald-Smith", "A", suffix="3rd")),
        ("J. Timmons Roberts", Name("Roberts", "J. Timmons")),
        ("Coordinators, NCBI Resource", Name(literal="NCBI Resource Coordinators")),
        ("Tide Office", Name(literal="Tide Office")),
        ("RECOVERY Collaborative Group", Name(literal="RECOVERY Collaborative Group")),
    ],
)
def test_a_name_that_an_item_does_not_divide(printed: str, name: Name) -> None:
    assert from_csl({"title": "Tides", "author": [{"name": printed}]}).authors == (name,)


def test_an_organisation_that_an_item_calls_so_is_one_name() -> None:
    name = "Technical University of Elms and Oaks, Department of Heat and Light"
    assert from_csl({"title": "T", "author": [{"literal": name}]}).authors == (Name(literal=name),)
    two = from_csl({"title": "T", "author": [{"literal": "Alder J, Birch T"}]}).authors
    assert two == (Name("Alder", "J"), Name("Birch", "T"))


def test_names_among_people_that_an_item_does_not_divide() -> None:
    names = [{"name": name} for name in ("Ann Alder", "Ann De Vries", "Ana Laura Da Silva Ruiz", "World Bank")]
    authors = from_csl({"title": "Tides", "author": names}).authors
    assert [name.literal or name.family for name in authors] == ["Alder", "De Vries", "Ruiz", "World Bank"]
