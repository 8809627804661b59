"""DataCite's records, as depositors fill them."""

from __future__ import annotations

import pytest

from refcheck.config import Settings
from refcheck.model import Identity, Name, Outcome, Reference, Update
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.registers import addresses
from refcheck.resolving.sources.datacite import DataCite, work_of
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import OFF, QUICK, record, reference
from tests.resolving.sources.answers import asked

ATTRIBUTES = {
    "doi": "10.5281/ZENODO.1",
    "titles": [{"title": "A data set of zebras"}, {"title": "counted twice", "titleType": "Subtitle"}],
    "creators": [
        {"name": "Nobody, Nora", "givenName": "Nora", "familyName": "Nobody", "nameType": "Personal"},
        {"name": "Somebody, Sam", "nameType": "Personal"},
        {"name": "Zebra Consortium", "nameType": "Organizational"},
    ],
    "publisher": {"name": "Zenodo"},
    "publicationYear": 2019,
    "dates": [{"date": "2018-12-31", "dateType": "Issued"}, {"date": "2031-01-01", "dateType": "Valid"}],
    "types": {"resourceTypeGeneral": "Dataset"},
    "relatedIdentifiers": [
        {
            "relatedIdentifier": "10.5281/zenodo.2",
            "relatedIdentifierType": "DOI",
            "relationType": "IsPreviousVersionOf",
        },
        {"relatedIdentifier": "https://example.org", "relatedIdentifierType": "URL", "relationType": "Cites"},
    ],
    "url": "https://zenodo.org/record/1",
}


def test_datacite_records(web, transport):
    web.get("https://api.datacite.org/dois/10.5281%2Fzenodo.1", json={"data": {"attributes": ATTRIBUTES}})
    (work,) = asked(DataCite("https://api.datacite.org", transport), "doi:10.5281/zenodo.1").works
    assert (work.doi, work.type, work.agency) == ("10.5281/zenodo.1", "dataset", "DataCite")
    assert (work.titles, work.subtitles) == (("A data set of zebras",), ("counted twice",))
    assert work.authors == (
        Name(family="Nobody", given="Nora"),
        Name(family="Somebody", given="Sam"),
        Name(literal="Zebra Consortium"),
    )
    assert work.years == (2019, 2018)
    assert [(r.kind, r.doi) for r in work.relations] == [("is-previous-version-of", "10.5281/zenodo.2")]


@pytest.mark.parametrize(
    "body", [{}, {"data": []}, {"data": {"attributes": {}}}, {"data": {"attributes": {"doi": "10.1/y"}}}]
)
def test_what_is_no_datacite_record_is_no_answer(body, web, transport):
    web.get("https://api.datacite.org/dois/10.1%2Fx", json=body)
    answer = asked(DataCite("https://api.datacite.org", transport), "doi:10.1/x")
    assert answer.outcome is Outcome.UNREACHABLE


def test_hostile_datacite_attributes_are_absent_fields():
    for value in (None, 3, "text", [], [None], [[]], {"a": []}, [{"title": []}]):
        work_of(dict.fromkeys(ATTRIBUTES, value))


def test_a_datacite_doi_is_asked_there_and_only_there(web):
    def answer(doi):
        return [{"DOI": doi, "RA": "DataCite"}]

    with CrossrefServer([record(1)]) as server:
        web.add_passthru(server.url)
        web.get("https://doi.org/ra/10.5281/zenodo.1", json=answer("10.5281/zenodo.1"))
        web.get("https://api.datacite.org/dois/10.5281%2Fzenodo.1", json={"data": {"attributes": ATTRIBUTES}})
        mine = Reference(
            raw="Nobody, N. (2019). A data set of zebras. Zenodo. https://doi.org/10.5281/zenodo.1",
            type="misc",
            title="A data set of zebras",
            authors=(Name(family="Nobody", given="N."),),
            year=2019,
            doi="10.5281/zenodo.1",
        )
        chosen = OFF | {"crossref": server.url, "doi": addresses()["doi"], "datacite": addresses()["datacite"]}
        found = resolve([mine, reference(record(1))], Settings(sources=chosen, mailto="a@b.nl"), limits=QUICK)
    assert [r.identity for r in found] == [Identity.VERIFIED] * 2
    assert found[0].work.source == "datacite"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"titles": [{"title": "USS Pampanito", "titleType": "Other"}]}, {"titles": ("USS Pampanito",)}),
        ({"publicationYear": 2549, "dates": [{"date": "2549", "dateType": "Issued"}]}, {"years": (2006,)}),
        ({"publicationYear": True, "dates": [{"date": None, "dateType": "Issued"}]}, {"years": ()}),
        ({"publicationYear": float("nan"), "dates": []}, {"years": ()}),
        ({"types": {"resourceTypeGeneral": "Text", "resourceType": "Dissertation"}}, {"type": "dissertation"}),
        ({"types": {"resourceTypeGeneral": "Text", "resourceType": "Thesis"}}, {"type": "dissertation"}),
        (
            {"types": {"resourceTypeGeneral": "Text", "resourceType": "Skala", "bibtex": "techreport"}},
            {"type": "report"},
        ),
        ({"types": {"resourceTypeGeneral": "Text"}}, {"type": "text"}),
        (
            {
                "relatedItems": [
                    {
                        "relationType": "IsPublishedIn",
                        "titles": [{"title": "Die Geowissenschaften"}],
                        "volume": "7",
                        "issue": "7",
                        "firstPage": "181",
                        "lastPage": "186",
                    }
                ]
            },
            {"volume": "7", "issue": "7", "pages": "181-186", "containers": ("Die Geowissenschaften",)},
        ),
        (
            {"container": {"volume": "1-5 September 2008", "firstPage": "Spain; 3353", "lastPage": "3356"}},
            {"volume": "", "pages": "3353-3356"},
        ),
        ({"container": {"volume": "IPAC2016", "firstPage": "Korea"}}, {"volume": "IPAC2016", "pages": ""}),
        (
            {"dates": [{"date": "2020-01-02", "dateType": "Withdrawn"}]},
            {"updates": (Update("withdrawal", date="2020-01-02", source="datacite"),)},
        ),
    ],
)
def test_datacite_as_depositors_fill_it(change, wanted):
    work = work_of(ATTRIBUTES | change)
    assert {name: getattr(work, name) for name in wanted} == wanted
