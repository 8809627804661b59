"""Which registers are on."""

from __future__ import annotations

from refcheck.config import Settings
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import addresses, opened
from tests.resolving.conftest import OFF


def test_sources_that_are_on():
    transport = Transport(1.0)
    public = opened(Settings(sources=addresses(), openalex_key=""), transport)
    own = {"crossref", "openlibrary", "arxiv", "datacite", "doi.org", "handle.net", "openalex", "pubmed"}
    assert set(public) == own | {"k10plus", "dnb", "europepmc", "eric", "dblp"}
    assert list(public)[:2] == ["crossref", "openlibrary"]
    assert opened(Settings(sources=OFF), transport) == {}
