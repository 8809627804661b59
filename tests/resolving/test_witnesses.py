"""The registers that are authorities on some works, those asked with a key, and those that are on request only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from refcheck.model import Outcome, Reference
from refcheck.resolving.network.starts import Starts
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.dnb import Dnb
from refcheck.resolving.sources.europepmc import EuropePmc
from refcheck.resolving.sources.openalex import OpenAlex
from tests.recorded import answer_as
from tests.replay import Replay
from tests.resolving.conftest import QUICK
from tests.resolving.examples import BUCH, PAPER

LANCET = Reference(
    raw="x", type="article", title="Aspirin in the elderly", container="The Lancet", year=2001, volume="357"
)


def test_what_they_are_authorities_on() -> None:
    assert Dnb.covers(BUCH) is Role.AUTHORITY
    assert Dnb.covers(replace(BUCH, year=1880)) is Role.WITNESS
    assert Dnb.covers(replace(BUCH, place="", language="de")) is Role.WITNESS
    assert Dnb.covers(replace(BUCH, title="The Oxford history of the world", place="Oxford")) is None
    assert EuropePmc.covers(LANCET) is Role.AUTHORITY
    assert EuropePmc.covers(replace(LANCET, container="N Engl J Med")) is Role.AUTHORITY
    assert EuropePmc.covers(replace(LANCET, container="Journal of Invented Medicine")) is Role.WITNESS
    assert EuropePmc.covers(replace(LANCET, year=1950, container="Journal of Pediatrics")) is Role.WITNESS


def test_a_spent_budget_ends_the_asking_for_the_day_and_for_later_runs(tmp_path: Path) -> None:
    spent = answer_as({"error": "Rate limit exceeded", "dailyRemainingUsd": 0}, 429)
    with Replay([spent]) as server:
        for _ in range(2):
            source = OpenAlex(server.url, Transport(5.0, QUICK, folder=tmp_path), "k")
            assert source.search("search:x", PAPER).outcome is Outcome.UNREACHABLE
            assert source.search("search:y", PAPER).outcome is Outcome.UNREACHABLE
        assert len(server.asked) == 1


def test_a_service_is_left_alone_until_the_time_it_said() -> None:
    at = [1000.0]
    starts = Starts(Path(":memory:"), clock=lambda: at[0])
    starts.leave("openalex here", 60.0)
    assert starts.left("openalex here") and not starts.left("openalex there")
    at[0] += 61
    assert not starts.left("openalex here")
