from __future__ import annotations

import json
from typing import Any

import pytest

from refcheck.model import Name, Work
from refcheck.resolving.indexing.reduce import reduced
from refcheck.resolving.snapshot.packed import unpacked
from refcheck.resolving.sources.records import work_from_crossref
from tests.resolving.conftest import record

DATACITE = {
    "id": "10.5281/zenodo.1", "type": "dois",
    "attributes": {
        "doi": "10.5281/ZENODO.1", "titles": [{"title": "A table of tides"}], "publicationYear": 2019,
        "creators": [{"name": "Smidova, Eva", "nameType": "Personal"}], "updated": "2026-02-03T04:05:06Z",
        "types": {"resourceTypeGeneral": "Dataset"}, "publisher": "Zenodo",
    },
}  # fmt: skip
OPENALEX = {
    "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1234/ABC", "title": "Tides of the North",
    "display_name": "Tides of the North", "publication_year": 2011, "type": "article", "updated_date": "2026-01-02",
    "authorships": [{"author": {"display_name": "Eva Maria Smidova"}}, {"author": {"display_name": "Li Wei"}}],
    "primary_location": {"source": {"display_name": "Sea Letters", "issn": ["1234-5678"]}},
    "biblio": {"volume": "7", "issue": "2", "first_page": "11", "last_page": "19"}, "is_retracted": True,
    "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/123"},
    "primary_topic": {"field": {"display_name": "Earth Science"}, "display_name": "Tides"},
}  # fmt: skip


def work(raw: Any) -> Work:
    kept = reduced(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    assert kept is not None
    return unpacked(kept.packed)[1]


def test_a_crossref_record_is_the_work_that_its_api_would_give() -> None:
    message = record(3, reference=[{"key": "1", "unstructured": "long"}] * 50, abstract="x" * 5000)
    assert work(message) == work_from_crossref(message)


def test_a_datacite_record() -> None:
    assert work(DATACITE).doi == "10.5281/zenodo.1"
    assert work(DATACITE).authors == (Name(family="Smidova", given="Eva"),)
    kept = reduced(json.dumps(DATACITE).encode())
    assert kept is not None
    assert kept.version == 1770091506


def test_an_openalex_record() -> None:
    found = work(OPENALEX)
    assert (found.source, found.doi, found.type, found.titles) == (
        "openalex", "10.1234/abc", "journal-article", ("Tides of the North",),
    )  # fmt: skip
    assert found.authors == (Name(family="Smidova", given="Eva Maria"), Name(family="Wei", given="Li"))
    assert (found.containers, found.volume, found.issue, found.pages) == (("Sea Letters",), "7", "2", "11-19")
    assert [update.kind for update in found.updates] == ["retraction"]
    assert found.pmid == "123"


def test_csl_json_and_works_of_a_lock() -> None:
    csl = {"DOI": "10.1/x", "type": "article-journal", "title": "Tides", "author": [{"family": "Smit"}]}
    assert (work(csl).type, work(csl).titles) == ("journal-article", ("Tides",))
    kept = Work("crossref", doi="10.1/y", titles=("Ebb", "Flow"), authors=(Name(family="Smit"),), years=(1999, 2000))
    assert work(kept.to_dict()) == kept


def test_it_is_found_by_its_identifiers_and_by_words_in_one_spelling() -> None:
    kept = reduced(
        json.dumps(record(1, title=["The Behaviour of Šmídová’s Tides"], ISBN=["http://id/9780898625479"])).encode()
    )
    assert kept is not None
    assert kept.id == "doi:10.5555/work.1"
    assert kept.others == ("isbn:9780898625479",)
    assert {"behavior", "smidovas", "tides", "1981", "101"} <= set(kept.words.split())


@pytest.mark.parametrize("kind", ["component", "peer-review"])
def test_what_nobody_cites_in_words_is_found_by_identifier_only(kind: str) -> None:
    kept = reduced(json.dumps(record(1, type=kind)).encode())
    assert kept is not None
    assert (kept.id, kept.words) == ("doi:10.5555/work.1", "")


def test_a_record_without_a_doi_has_an_identifier_of_its_own_that_is_the_same_each_time() -> None:
    raw = json.dumps({"title": "Tides", "author": [{"family": "Smit"}]}).encode()
    first, again = reduced(raw), reduced(raw)
    assert first is not None
    assert first.id.startswith("hash:")
    assert first == again


@pytest.mark.parametrize(
    "raw",
    [b"", b"nonsense", b"[]", b"7", b'"x"', b"{}", b'{"DOI": "10.1/x"}', b'{"title": 7', b"[" * 100_000, b"\xff\xfe"],
)
def test_what_says_nothing_is_none(raw: bytes) -> None:
    assert reduced(raw) is None


def test_values_of_the_wrong_kind_cost_themselves_only() -> None:
    odd = {
        "DOI": ["10.1/x"],
        "title": {"a": 1},
        "author": "Smit",
        "container-title": ["Tides"],
        "issued": 7,
        "page": None,
    }
    assert work(odd).containers == ("Tides",)
    assert work(b'{"DOI": "10.1/x", "title": ["half \\ud83d a character"]}').titles == ("half ? a character",)
    assert work({"titles": ["Tides"], "authors": 7, "title": ["Tides"], "DOI": "10.1/z"}).doi == "10.1/z"
