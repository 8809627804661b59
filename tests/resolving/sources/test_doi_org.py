"""doi.org: agencies, content negotiation, and pages that are no answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.config import Settings
from refcheck.model import Identity, Outcome
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.registers import addresses
from refcheck.resolving.sources.doi_org import DoiOrg
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import INVENTED, OFF, QUICK, record
from tests.resolving.sources.answers import asked


def test_agencies_of_a_list_are_one_request(web, transport):
    rows = [
        {"DOI": "10.5281/zenodo.1", "RA": "DataCite"},
        {"DOI": "10.9999/NOTHING", "status": "DOI does not exist"},
        {"DOI": "10.9998/odd", "status": "Unknown"},
    ]
    web.get("https://doi.org/ra/10.5281/zenodo.1,10.9999/nothing,10.9998/odd", json=rows)
    answers = DoiOrg("https://doi.org", transport).look_up(
        ["ra:10.5281/zenodo.1", "ra:10.9999/nothing", "ra:10.9998/odd"]
    )
    assert [a.outcome for a in answers.values()] == [Outcome.FOUND, Outcome.ABSENT, Outcome.UNREACHABLE]
    assert answers["ra:10.5281/zenodo.1"].works[0].agency == "DataCite"


def test_the_handle_is_asked_although_the_agencies_cannot_be_reached(web):
    with CrossrefServer([record(1)]) as server:
        web.add_passthru(server.url)
        web.get("https://doi.org/api/handles/10.9999/nothing", json={"responseCode": 100}, status=404)
        chosen = Settings(sources=OFF | {"crossref": server.url, "doi": addresses()["doi"]}, mailto="a@b.nl")
        (found,) = resolve([replace(INVENTED, doi="10.9999/nothing")], chosen, limits=QUICK)
    assert [a.outcome for a in found.answers if a.question.startswith("handle:")] == [Outcome.ABSENT]
    assert found.identity is Identity.ABSENT


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        ("https://data.crosscite.org/10.1%2Fx", Outcome.FOUND),
        ("https://attacker.example/10.1/x", Outcome.UNREACHABLE),
        ("http://data.crosscite.org/10.1%2Fx", Outcome.UNREACHABLE),
        ("https://169.254.169.254/latest", Outcome.UNREACHABLE),
        ("file:///etc/passwd", Outcome.UNREACHABLE),
        ("", Outcome.UNREACHABLE),
    ],
)
def test_content_negotiation_follows_to_agencies_only(target, outcome, web, transport):
    web.get("https://doi.org/10.1/x", status=302, headers={"Location": target})
    if outcome is Outcome.FOUND:
        web.get(target, json={"DOI": "10.1/X", "title": "Zebras", "type": "article-journal"})
    answer = asked(DoiOrg("https://doi.org", transport), "doi:10.1/x")
    assert answer.outcome is outcome
    assert "attacker" not in answer.detail


def test_an_agency_without_csl_is_not_eligible(web, transport):
    web.get("https://doi.org/10.1/x", status=406)
    assert asked(DoiOrg("https://doi.org", transport), "doi:10.1/x").outcome is Outcome.NOT_ELIGIBLE


def test_doi_org_says_not_found_on_its_own_page(web, transport):
    page = "<!DOCTYPE html>\n<html>\n<head>\n <title>Error: DOI Not Found</title>\n</head></html>"
    web.get("https://doi.org/10.1126/foo", body=page, status=404, content_type="text/html;charset=utf-8")
    assert asked(DoiOrg("https://doi.org", transport), "doi:10.1126/foo").outcome is Outcome.ABSENT


def test_the_agency_unknown_is_no_agency(web, transport):
    web.get("https://doi.org/ra/10.1234/x", json=[{"DOI": "10.1234/x", "RA": "Unknown"}])
    assert asked(DoiOrg("https://doi.org", transport), "ra:10.1234/x").outcome is Outcome.UNREACHABLE
