"""SRU: only a whole reply that says zero is a miss."""

from __future__ import annotations

import pytest
import responses

from refcheck.model import Outcome
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source
from refcheck.resolving.sources.dnb import Dnb
from refcheck.resolving.sources.eric import Eric
from refcheck.resolving.sources.europepmc import EuropePmc
from refcheck.resolving.sources.k10plus import K10plus
from tests.resolving.sources.marc import K10, NAGY, sru

DIAGNOSTIC = (
    '<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><numberOfRecords>0</numberOfRecords><diagnostics>'
    '<diagnostic xmlns="http://www.loc.gov/zing/srw/diagnostic/"><message>Unsupported</message></diagnostic>'
    "</diagnostics></searchRetrieveResponse>"
)


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        (sru(0), 200, Outcome.ABSENT),
        (sru(""), 200, Outcome.UNREACHABLE),
        (sru(12), 200, Outcome.UNREACHABLE),
        (DIAGNOSTIC, 200, Outcome.UNREACHABLE),
        ("<html><body>Making sure you are not a bot</body></html>", 200, Outcome.UNREACHABLE),
        ("not xml", 200, Outcome.UNREACHABLE),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', 200, Outcome.UNREACHABLE),
        (sru(0), 404, Outcome.UNREACHABLE),
    ],
)
@pytest.mark.parametrize("source", [K10plus, Dnb])
def test_only_a_whole_reply_that_says_zero_is_a_miss(
    source: type[Source], body: str, status: int, outcome: Outcome, web: responses.RequestsMock, transport: Transport
) -> None:
    web.get(K10 if source is K10plus else "https://services.dnb.de/sru/dnb", body=body, status=status)
    assert source(source.public, transport).search("search:x", NAGY).outcome is outcome


@pytest.mark.parametrize(
    ("source", "address", "body", "outcome"),
    [
        (Eric, "https://api.ies.ed.gov/eric/", {"response": {"numFound": 0, "docs": []}}, Outcome.ABSENT),
        (Eric, "https://api.ies.ed.gov/eric/", {"response": {"numFound": 5, "docs": []}}, Outcome.UNREACHABLE),
        (Eric, "https://api.ies.ed.gov/eric/", {"error": {"msg": "SyntaxError", "code": 400}}, Outcome.UNREACHABLE),
        (EuropePmc, "search", {"version": "6.9", "hitCount": 0, "resultList": {"result": []}}, Outcome.ABSENT),
        (EuropePmc, "search", {"version": "6.9"}, Outcome.UNREACHABLE),
        (EuropePmc, "search", {"version": "6.9", "hitCount": 3}, Outcome.UNREACHABLE),
    ],
)
def test_an_envelope_that_says_nothing_is_a_silence(
    source: type[Source],
    address: str,
    body: object,
    outcome: Outcome,
    web: responses.RequestsMock,
    transport: Transport,
) -> None:
    home = "https://www.ebi.ac.uk/europepmc/webservices/rest/search" if address == "search" else address
    web.get(home, json=body)
    assert source(source.public, transport).search("search:x", NAGY).outcome is outcome
