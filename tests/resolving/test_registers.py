"""Which registers are on."""

from __future__ import annotations

from refcheck.config import Settings
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import addresses, opened, registers, turns
from tests.resolving.conftest import OFF


def test_sources_that_are_on():
    transport = Transport(1.0)
    public = opened(Settings(sources=addresses(), openalex_key=""), transport)
    asked = {name for name, source in registers().items() if source.public and name != "semanticscholar"}  # needs a key
    assert set(public) == asked
    assert {"crossref", "doi.org", "dnb", "pubmed"} < asked and "wayback" not in asked  # it is turned on by its address
    assert list(public)[:2] == ["crossref", "openlibrary"]
    assert opened(Settings(sources=OFF), transport) == {}


def test_every_register_has_its_turn():
    assert [source for those in turns().values() for source in those] == list(registers().values())
    assert list(turns()) == sorted({source.turn for source in registers().values()})
    assert {source.name for source in turns()[-1]} == {"snapshot", "wayback"}
