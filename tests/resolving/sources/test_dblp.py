"""DBLP: its records, its empty list, and the page it shows to programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from refcheck.model import Name, Outcome, WorkType
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.dblp import Dblp, work_of
from refcheck.resolving.sources.fields import Fields
from tests.recorded import answer_as, asked
from tests.resolving.examples import BUCH, PAPER

INFO = {
    "key": "conf/nips/Wang17",
    "type": "Conference and Workshop Papers",
    "title": "Attention &amp; memory.",
    "authors": {"author": [{"text": "Xuezhi Wang 0002"}, {"text": "Jos&eacute; Silva"}, {"text": ""}]},
    "year": "2017",
    "venue": "NIPS",
    "pages": "1-9",
    "ee": "https://example.org/p",
}


def hits(total: Any, *infos: dict[str, Any]) -> dict[str, Any]:
    found = {"@total": total} | ({"hit": [{"info": info} for info in infos]} if infos else {})
    return {"result": {"hits": found}}


def test_a_record() -> None:
    work = work_of(Fields(INFO))
    assert (work.titles, work.years, work.containers, work.pages) == (
        ("Attention & memory",),
        (2017,),
        ("NIPS",),
        "1-9",
    )
    assert work.authors == (Name("Wang", "Xuezhi"), Name("Silva", "José"))
    assert work.kind is WorkType.PAPER
    assert work_of(Fields(INFO | {"key": "phd/x"})).type == "dissertation"
    assert work_of(Fields(None)).titles == ()


def test_what_it_has_is_found_and_a_whole_answer_of_nought_is_a_miss() -> None:
    found = asked("dblp", "search:x", answer_as(hits("1", INFO)), PAPER)
    assert (found.outcome, found.works[0].authors[0]) == (Outcome.FOUND, Name("Wang", "Xuezhi"))
    assert asked("dblp", "search:x", answer_as(hits("0")), PAPER).outcome is Outcome.ABSENT
    for broken in (hits("3"), hits(None, INFO), {}, []):
        assert asked("dblp", "search:x", answer_as(broken), PAPER).outcome is Outcome.UNREACHABLE


def test_it_is_a_witness_on_computing_alone() -> None:
    assert Dblp.covers(PAPER) is Role.WITNESS
    assert Dblp.covers(BUCH) is Dblp.covers(replace(PAPER, title="")) is None
    assert Dblp.covers(replace(PAPER, title="Grief in old age", container="Mind")) is None


def test_a_challenge_page_is_a_silence() -> None:
    page = answer_as("<!doctype html><title>Making sure you're not a bot!</title>", 200, "text/html")
    assert asked("dblp", "search:x", page, PAPER).outcome is Outcome.UNREACHABLE
