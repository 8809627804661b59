from __future__ import annotations

import logging

import pytest

from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from tests.crossref_server import FAULTS, CrossrefServer
from tests.resolving.conftest import QUICK, record

RATE = Rate(1000, 1.0, 50)
PATH = "/ra/10.5555/work.1"


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_line_without_an_address(fault, transport):
    if fault in ("other-doi", "empty-record"):
        pytest.skip("well-formed: the source judges it")
    with CrossrefServer([record(1)]) as server:
        server.fail(always=fault)
        with pytest.raises(Unavailable) as told:
            transport.get("doi.org", server.url + PATH, RATE)
        assert fault != "timeout" or not all(request.seconds for request in server.log), "the server was waited for"
        assert "http" not in str(told.value).replace("HTTP ", "") and "\n" not in str(told.value)


@pytest.mark.parametrize("mailto", ["", "editor@example.org"])
def test_it_says_who_is_asking(mailto):
    with CrossrefServer([record(1)]) as server:
        Transport(5.0, QUICK, mailto).get("doi.org", server.url + PATH, RATE)
        assert server.log[0].agent.startswith("refcheck-editorial/")
        assert ("mailto:editor@example.org" in server.log[0].agent) == bool(mailto)


def test_refusals_are_not_repeated(transport):
    with CrossrefServer() as server:
        server.fail(always="403")
        with pytest.raises(Unavailable, match="HTTP 403"):
            transport.get("doi.org", server.url + PATH, RATE)
        assert len(server.log) == 1


def test_after_the_deadline_nothing_is_sent():
    with CrossrefServer([record(1)]) as server:
        late = Transport(0.0, QUICK)
        with pytest.raises(Unavailable, match="time"):
            late.get("doi.org", server.url + PATH, RATE)
        assert not server.log


def test_nothing_of_the_clients_is_logged(transport, caplog):
    with caplog.at_level(logging.INFO), CrossrefServer([record(1)]) as server:
        transport.get("doi.org", server.url + PATH, RATE)
    assert all(r.name.split(".")[0] != "refcheck" for r in caplog.records)
