"""A service that failed is left alone for a while, and nobody else with it."""

from __future__ import annotations

import time

import pytest

from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import QUICK, record

RATE = Rate(1000, 1.0, 50)


PATH = "/ra/10.5555/work.1"


def test_a_host_that_came_back_is_asked_again(transport):
    with CrossrefServer([record(1)]) as server:
        server.fail(*["500"] * 4)
        for _ in range(2):
            with pytest.raises(Unavailable, match="HTTP 500"):
                transport.get("doi.org", server.url + PATH, RATE)
        with pytest.raises(Unavailable, match="not asked again"):
            transport.get("doi.org", server.url + PATH, RATE)
        assert len(server.log) == 4
        time.sleep(QUICK.leave_alone)
        assert transport.get("doi.org", server.url + PATH, RATE).status == 200


def test_two_services_at_one_host_do_not_pull_each_other_down(transport):
    with CrossrefServer([record(1)]) as server:
        server.fail(*["500"] * 4)
        for _ in range(2):
            with pytest.raises(Unavailable):
                transport.get("pubmed", server.url + PATH, RATE)
        assert transport.get("doi.org", server.url + PATH, RATE).status == 200
