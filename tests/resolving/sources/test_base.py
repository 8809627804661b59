"""What a register does is answered, never raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from refcheck.config import Settings
from refcheck.model import Name, Outcome, Reference, Work
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import NotEligible, Role, Source, only, role, search_question, value_of
from refcheck.sentences import say

DOWN = Unavailable(say("did not answer in time"))


class Shelf(Source):
    """Knows one book, and is asked about two at a time."""

    name = "shelf"
    title = "The Shelf"
    identifiers = frozenset({"isbn"})
    batch = 2

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        kind, _, value = question.partition(":")
        if kind == "pmid":
            raise NotEligible(say("it has no such numbers"))
        if value == "down":
            raise DOWN
        return (Work("shelf", titles=("Stars",)),) if value == "1" else ()

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        if "isbn:broken" in questions:
            raise DOWN
        return {question: DOWN if question == "isbn:2" else self.works(question) for question in questions}


class Cupboard(Shelf):
    name = "cupboard"


@pytest.fixture
def shelf(transport: Transport) -> Shelf:
    return Shelf("https://example.org", transport)


def test_a_hit_a_miss_a_silence_and_a_question_it_does_not_take(shelf: Shelf) -> None:
    outcomes = {
        question: shelf.look_up([question])[question] for question in ("isbn:1", "isbn:3", "isbn:down", "pmid:1")
    }
    assert [answer.outcome for answer in outcomes.values()] == ["found", "absent", "unreachable", "not eligible"]
    assert date.fromisoformat(outcomes["isbn:3"].date)
    assert outcomes["isbn:down"].detail == "The Shelf did not answer in time"
    assert outcomes["pmid:1"].detail == "it has no such numbers" and outcomes["pmid:1"].date == ""


def test_of_a_batch_each_question_has_its_own_answer(shelf: Shelf) -> None:
    made = shelf.look_up(["isbn:1", "isbn:2"])
    assert {question: answer.outcome for question, answer in made.items()} == {
        "isbn:1": Outcome.FOUND,
        "isbn:2": Outcome.UNREACHABLE,
    }
    broken = shelf.look_up(["isbn:1", "isbn:broken"])
    assert {answer.outcome for answer in broken.values()} == {Outcome.UNREACHABLE}


def test_a_search_is_answered_too(shelf: Shelf) -> None:
    reference = Reference("x", title="Stars")
    assert shelf.search("search:1", reference).works[0].titles == ("Stars",)
    assert shelf.search("search:down", reference).outcome is Outcome.UNREACHABLE


def test_it_is_an_authority_on_its_own_identifiers() -> None:
    reference = Reference("x")
    assert role(Shelf, "isbn:1", reference) is Role.AUTHORITY
    assert role(Shelf, "doi:10.1/x", reference) is role(Shelf, "search:x", reference) is Role.WITNESS


def test_its_setting_is_its_name_and_no_address_turns_it_off(transport: Transport) -> None:
    assert (Shelf.setting, Cupboard.setting) == ("shelf", "cupboard")
    assert Shelf.opened("", transport, Settings()) is None
    opened = Shelf.opened("https://example.org", transport, Settings())
    assert opened is not None and opened.url == "https://example.org"


def test_questions_and_their_values() -> None:
    assert value_of("doi:10.1/a:b") == "10.1/a:b"
    reference = Reference("Kolk, B. (2014). Stars.", title="Stars", authors=(Name("Kolk", "B."),))
    assert search_question(reference).startswith("search:") and "stars" in search_question(reference)
    assert search_question(Reference("")) == ""
    assert only({"a": ()}) == ()
    with pytest.raises(Unavailable):
        only({"a": DOWN})
