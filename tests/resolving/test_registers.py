"""Which registers are on."""

from __future__ import annotations

import pytest

from refcheck.config import Settings
from refcheck.errors import BadSettings
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


@pytest.mark.parametrize("odd", ["nonsense", "ftp://x.example", "http://[::1", "http://a b", "http://", "javascript:x"])
@pytest.mark.parametrize("register", ["crossref", "wayback"])
def test_an_address_of_a_register_that_is_none_is_refused(odd: str, register: str) -> None:
    with pytest.raises(BadSettings, match=f"address of {register}"):
        opened(Settings(sources=OFF | {register: odd}), Transport(1.0))


@pytest.mark.parametrize("well", ["http://127.0.0.1:8099", "https://[::1]:80/mirror", "http://user:secret@x.example/"])
def test_a_mirror_is_asked_in_place_of_a_register(well: str) -> None:
    assert opened(Settings(sources=OFF | {"crossref": well}), Transport(1.0))["crossref"].url == well


def test_every_register_has_its_turn():
    assert [source for those in turns().values() for source in those] == list(registers().values())
    assert list(turns()) == sorted({source.turn for source in registers().values()})
    assert {source.name for source in turns()[-1]} == {"snapshot", "wayback"}
