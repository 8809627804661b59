"""habanero over our transport."""

from __future__ import annotations

import habanero
import pytest

from refcheck.resolving.network.habanero_http import carried
from refcheck.resolving.network.transport import Transport
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import QUICK, record


def test_habanero_is_itself_outside_our_calls():
    with CrossrefServer([record(1)]) as server:
        api = habanero.Crossref(base_url=server.url)
        with carried(Transport(5.0, QUICK), 5.0) as headers:
            ours = api.works(ids=["10.5555/work.1"])
            assert "content-type" in headers
            seen = dict(headers)
        assert api.works(ids=["10.5555/work.1"]) == ours
        assert headers == seen  # no longer carried
        import httpx2

        with pytest.raises(httpx2.HTTPStatusError):
            api.works(ids=["10.5555/none"])
