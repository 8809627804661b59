"""Which registers are on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import refcheck
from refcheck.config import Settings
from refcheck.errors import BadSettings
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import (
    addresses,
    every_doi,
    opened,
    registers,
    resolver,
    those_last,
    turns,
    undecisive,
)
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


def test_no_register_is_named_where_registers_are_asked_or_judged():
    package = Path(refcheck.__file__).parent
    places = ("resolving/*.py", "checks/**/*.py", "matching/*.py")
    named = [
        f"{path.relative_to(package)}:{node.lineno}: {node.value}"
        for place in places
        for path in sorted(package.glob(place))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in registers().keys() - {"arxiv"}  # also an identifier
    ]
    assert [line for line in named if not line.startswith("checks/doi_malformed.py")] == []  # what entries print


def test_the_facts_that_one_register_has():
    facts = ("first", "last", "every_doi", "resolver", "stray_dois")
    has = {fact: [name for name, source in registers().items() if getattr(source, fact)] for fact in facts}
    assert has == {
        "first": ["snapshot"], "last": ["wayback"], "every_doi": ["crossref"], "resolver": ["doi.org"],
        "stray_dois": ["datacite"],
    }  # fmt: skip
    assert (every_doi().name, resolver().name, those_last(), undecisive()) == (
        "crossref", "doi.org", {"wayback"}, {"openalex"},
    )  # fmt: skip
