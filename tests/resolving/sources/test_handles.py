"""Handles: known or not, short DOIs, and what is registered without a record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from refcheck.config import Settings
from refcheck.model import Evidence, Identity, Outcome
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import addresses, opened
from refcheck.resolving.sources.doi_org import DoiOrg
from refcheck.resolving.sources.handles import Handles
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import INVENTED, OFF, QUICK, record, reference
from tests.resolving.sources.answers import asked


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (200, {"responseCode": 1, "handle": "10.1/x", "values": []}, Outcome.FOUND),
        (200, {"responseCode": 200, "handle": "10.1/x"}, Outcome.FOUND),
        (404, {"responseCode": 100, "handle": "10.1/x"}, Outcome.ABSENT),
        (200, {"responseCode": 2}, Outcome.UNREACHABLE),
        (200, [], Outcome.UNREACHABLE),
        (500, {}, Outcome.UNREACHABLE),
        (403, {}, Outcome.UNREACHABLE),
    ],
)
def test_a_handle_is_known_or_not(status, body, outcome, web, transport):
    web.get("https://doi.org/api/handles/10.1/x", json=body, status=status)
    assert asked(DoiOrg("https://doi.org", transport), "handle:10.1/x").outcome is outcome


def registered(handle: str, **values: str) -> dict[str, Any]:
    rows = [{"index": 1, "type": kind, "data": {"format": "string", "value": v}} for kind, v in values.items()]
    return {"responseCode": 1, "handle": handle, "values": rows}


def test_a_short_doi_is_followed_to_the_work():
    with CrossrefServer([record(1)]) as server:
        server.routes["/api/handles/10/abc"] = registered("10/abc", HS_ALIAS=record(1)["DOI"])
        settings = Settings(sources=OFF | {"crossref": server.url, "doi": server.url}, mailto="a@b.nl")
        (found,) = resolve([reference(record(1), doi=False, handle="10/abc")], settings, limits=QUICK)
        assert server.paths("/api/") == ["/api/handles/10/abc"]
    assert (found.identity, found.evidence, found.work.doi) == (
        Identity.VERIFIED,
        Evidence.IDENTIFIER,
        "10.5555/work.1",
    )
    assert found.repaired_doi == ""  # it is not mistaken


def test_a_short_doi_of_another_work_is_said_to_be_one():
    with CrossrefServer([record(1), record(2)]) as server:
        server.routes["/api/handles/10/abc"] = registered("10/abc", HS_ALIAS=record(2)["DOI"])
        settings = Settings(sources=OFF | {"crossref": server.url, "doi": server.url}, mailto="a@b.nl")
        (found,) = resolve([reference(record(1), doi=False, handle="10/abc")], settings, limits=QUICK)
    assert (found.identity, found.work.doi) == (Identity.OTHER_WORK, "10.5555/work.2")
    assert [work.doi for work in found.candidates] == ["10.5555/work.1"]


@pytest.mark.parametrize(
    ("reply", "identity"),
    [
        (registered("1887/1", URL="https://repository.example.org/1"), Identity.NOT_INDEXED),
        ({"responseCode": 100, "handle": "1887/1"}, Identity.NOT_INDEXED),  # a thesis is not in every index
        ({"responseCode": 2}, Identity.UNCHECKED),
        ("<html>", Identity.UNCHECKED),
    ],
)
def test_a_handle_says_that_there_is_something_and_not_what(reply, identity):
    thesis = replace(INVENTED, type="phdthesis", handle="1887/1")
    with CrossrefServer([record(1)]) as server:
        server.routes["/api/handles/1887/1"] = reply
        settings = Settings(sources=OFF | {"crossref": server.url, "doi": server.url}, mailto="a@b.nl")
        (found,) = resolve([thesis], settings, limits=QUICK)
    assert found.identity is identity
    assert [a.outcome for a in found.answers if a.source == "handle.net"]


def test_a_handle_that_nobody_answers_for_is_unchecked():
    thesis = replace(INVENTED, type="phdthesis", handle="1887/1")
    with CrossrefServer([record(1)]) as server:
        settings = Settings(sources=OFF | {"crossref": server.url, "doi": "http://127.0.0.1:9"}, mailto="a@b.nl")
        (found,) = resolve([thesis], settings, limits=QUICK)
    assert found.identity is Identity.UNCHECKED


def test_the_public_handles_are_asked_at_handle_net():
    on = opened(Settings(sources=addresses()), Transport(1.0))
    assert (on["doi.org"].url, on["handle.net"].url) == ("https://doi.org", "https://hdl.handle.net")


def test_a_handle_that_leads_to_doi_org_names_the_doi(web, transport):
    values = [
        {"index": 1, "type": "URL", "data": {"format": "string", "value": "https://doi.org/10.25592/uhhfdm.11120"}}
    ]
    handle = "11022/0000-0007-C9C6-7"
    web.get(f"https://hdl.handle.net/api/handles/{handle}", json={"responseCode": 1, "values": values})
    (work,) = asked(Handles("https://hdl.handle.net", transport), f"handle:{handle}").works
    assert work.doi == "10.25592/uhhfdm.11120"
