from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager

import pytest

from refcheck.resolving.limiter import Limiter as RealLimiter
from refcheck.resolving.limiter import OutOfTime, Rate, limiter

NEVER = threading.Event()


class Limiter(RealLimiter):
    """A limiter with one kind of request."""

    def __init__(self, rate: Rate) -> None:
        super().__init__(rate.at_once)
        self.rate = rate

    def a_turn(self, deadline: float, stopped: threading.Event) -> AbstractContextManager[None]:
        return self.turn("any", self.rate, deadline, stopped)


def starts_of(limits: Limiter, count: int, threads: int, takes: float = 0.0) -> list[float]:
    """When ``count`` turns started, taken by so many threads at once."""
    starts: list[float] = []
    todo = list(range(count))

    def work() -> None:
        while True:
            try:
                todo.pop()
            except IndexError:
                return
            with limits.a_turn(time.monotonic() + 30, NEVER):
                starts.append(time.monotonic())
                time.sleep(takes)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(starts)


def test_no_window_holds_more_than_the_rate():
    starts = starts_of(Limiter(Rate(3, 0.2, 3)), 13, threads=6)
    assert all(late - early >= 0.2 for early, late in zip(starts, starts[3:], strict=False))


def test_no_more_at_once_than_allowed():
    limits = Limiter(Rate(100, 1.0, 2))
    under_way, most = [0], [0]
    lock = threading.Lock()

    def work() -> None:
        with limits.a_turn(time.monotonic() + 30, NEVER):
            with lock:
                under_way[0] += 1
                most[0] = max(most[0], under_way[0])
            time.sleep(0.02)
            with lock:
                under_way[0] -= 1

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert most[0] == 2


def test_a_turn_behind_the_deadline_is_not_waited_for():
    limits = Limiter(Rate(1, 600.0, 1))
    with limits.a_turn(time.monotonic() + 1, NEVER):
        pass
    deadline = time.monotonic() + 300
    with pytest.raises(OutOfTime), limits.a_turn(deadline, NEVER):
        raise AssertionError("the turn is ten minutes away")
    assert time.monotonic() < deadline


def test_a_stop_ends_the_waiting():
    limits = Limiter(Rate(1, 200.0, 1))
    stopped = threading.Event()
    deadline = time.monotonic() + 300
    with limits.a_turn(deadline, stopped):
        pass
    threading.Timer(0.1, stopped.set).start()
    start = time.monotonic()
    with pytest.raises(OutOfTime), limits.a_turn(deadline, stopped):
        raise AssertionError("stopped")
    assert time.monotonic() - start < 200, "the turn itself was not waited for"


def test_a_pause_holds_everybody():
    limits = Limiter(Rate(10, 1.0, 10))
    limits.pause(0.2)
    asked = time.monotonic()
    assert starts_of(limits, 2, threads=2)[0] - asked >= 0.2


def test_headers_overrule_the_published_rate():
    limits = Limiter(Rate(1, 60.0, 1))
    limits.learn("any", {"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"})
    starts = starts_of(limits, 5, threads=5)
    assert starts[-1] - starts[0] < 1.0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-rate-limit-limit": "-1", "x-rate-limit-interval": "1s"},
        {"x-rate-limit-limit": "0", "x-rate-limit-interval": "1s", "x-concurrency-limit": "0"},
        {"x-rate-limit-limit": "10", "x-rate-limit-interval": "forever"},
        {"x-rate-limit-limit": "9" * 5000, "x-rate-limit-interval": "1" * 5000, "x-concurrency-limit": "²"},
    ],
)
def test_headers_that_say_nothing_change_nothing(headers):
    limits = Limiter(Rate(1, 0.3, 1))
    limits.learn("any", headers)
    starts = starts_of(limits, 2, threads=2)
    assert 0.3 <= starts[1] - starts[0] < 2


def test_one_limiter_a_service_and_host():
    one = limiter("crossref", "https://a.example/x", 3)
    assert one is limiter("crossref", "https://a.example/y", 3)
    assert one is not limiter("openalex", "https://a.example/x", 3)
    assert one is not limiter("crossref", "https://b.example/x", 3)


def test_kinds_share_what_is_under_way_and_nothing_else():
    both = RealLimiter(1)
    far = time.monotonic() + 0.3
    with (
        both.turn("list", Rate(1, 60.0, 1), time.monotonic() + 9, NEVER),
        pytest.raises(OutOfTime),
        both.turn("single", Rate(5, 1.0, 1), far, NEVER),
    ):
        raise AssertionError("one is under way")
    start = time.monotonic()
    with both.turn("single", Rate(5, 1.0, 1), start + 90, NEVER):
        assert time.monotonic() - start < 30, "the list's minute was not waited for"
