"""The desk: a question is answered by the lock, else the cache, else its register; and by nobody when locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refcheck.model import Answer, Outcome, Reference, Work
from refcheck.resolving.desk import NOT_IN_LOCK, TURNED_OFF, Desk, Wanted
from refcheck.resolving.memory.cache import Cache
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.progress import Progress
from refcheck.resolving.sources.base import Source
from tests.resolving.conftest import QUICK


class Shelf(Source):
    """Has every odd number; in a batch it leaves the last one open."""

    name = "shelf"
    title = "The Shelf"
    batch = 3

    def __init__(self, url: str, transport: Transport) -> None:
        super().__init__(url, transport)
        self.asked: list[tuple[str, ...]] = []

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        self.asked.append((question,))
        return self._works(question)

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        self.asked.append(tuple(questions))
        return {question: self._works(question) for question in questions[:-1]}

    def _works(self, question: str) -> Sequence[Work]:
        return (Work("shelf", titles=(question,)),) if question[-1] in "13579" else ()


def desk(url: str = "https://example.org", **other: object) -> tuple[Desk, Shelf]:
    transport = Transport(10.0, QUICK)
    shelf = Shelf(url, transport)
    cache = other.pop("cache", None) or Cache(None)
    return Desk({"shelf": shelf}, transport, cache, Progress(), **other), shelf  # type: ignore[arg-type]


def wanted(*questions: str) -> list[Wanted]:
    return [Wanted("shelf", question) for question in questions]


def test_a_batch_may_leave_a_question_open_and_alone_each_gets_an_answer() -> None:
    made, shelf = desk()
    made.ask(wanted("isbn:1", "isbn:2", "isbn:3", "isbn:2", ""))
    assert shelf.asked == [("isbn:1", "isbn:2", "isbn:3")]
    assert (made.outcome("shelf", "isbn:1"), made.outcome("shelf", "isbn:2")) == (Outcome.FOUND, Outcome.ABSENT)
    assert made.is_open("shelf", "isbn:3") and made.outcome("shelf", "isbn:3") is None
    made.ask(wanted("isbn:1", "isbn:3"), alone=True)
    assert shelf.asked[1:] == [("isbn:3",)]
    assert made.outcome("shelf", "isbn:3") is Outcome.FOUND


def test_the_lock_answers_first_and_refresh_passes_it_over() -> None:
    locked = {("shelf", "isbn:2"): Answer("shelf", "isbn:2", Outcome.FOUND, works=(Work("lock"),))}
    made, shelf = desk(lock=locked)
    made.ask(wanted("isbn:2"))
    assert shelf.asked == [] and made.outcome("shelf", "isbn:2") is Outcome.FOUND
    fresh, shelf = desk(lock=locked, refresh=True)
    fresh.ask(wanted("isbn:2"))
    assert shelf.asked == [("isbn:2",)] and fresh.outcome("shelf", "isbn:2") is Outcome.ABSENT


def test_without_network_only_a_register_on_this_machine_is_asked() -> None:
    made, shelf = desk(locked=True)
    made.ask(wanted("isbn:1"))
    answer = made.answers["shelf", "isbn:1"]
    assert (answer.outcome, answer.detail, answer.date) == (Outcome.UNREACHABLE, NOT_IN_LOCK, "")
    assert shelf.asked == [] and not made.can_say("shelf", "isbn:1")
    here, shelf = desk("", locked=True)
    here.ask(wanted("isbn:1"))
    assert here.outcome("shelf", "isbn:1") is Outcome.FOUND and here.can_say("shelf", "isbn:1")


def test_a_register_that_is_turned_off_is_not_asked() -> None:
    made, _ = desk()
    made.ask([Wanted("other", "isbn:1")])
    assert made.answers["other", "isbn:1"].detail == TURNED_OFF
    assert made.outcome("other", "isbn:1") is Outcome.NOT_ELIGIBLE


def test_what_was_answered_is_kept_for_the_next_article(tmp_path: object) -> None:
    cache = Cache(tmp_path / "cache.sqlite3")  # type: ignore[operator]
    first, shelf = desk(cache=cache)
    heard: list[str] = []
    first.ask(wanted("isbn:1"), heard=heard.extend)
    assert shelf.asked == [("isbn:1",)] and heard == ["isbn:1"]
    second, shelf = desk(cache=cache)
    second.ask(wanted("isbn:1"))
    assert shelf.asked == [] and second.answers["shelf", "isbn:1"].obtained == "cache"
    cache.close()


def test_another_register_may_settle_what_is_open_and_nothing_else() -> None:
    made, _ = desk()
    absent = Answer("shelf", "isbn:1", Outcome.ABSENT)
    made.settle(absent)
    made.settle(Answer("shelf", "isbn:1", Outcome.FOUND))
    assert made.answers["shelf", "isbn:1"] is absent


def test_a_search_is_asked_with_its_reference() -> None:
    made, shelf = desk()
    made.ask([Wanted("shelf", "search:1", Reference("x", title="Stars"))])
    assert shelf.asked == [("search:1",)] and made.outcome("shelf", "search:1") is Outcome.FOUND
