from __future__ import annotations

import threading
import time

import pytest

from refcheck.resolving.limiter import Limiter, OutOfTime, Rate, limiter

NEVER = threading.Event()


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
            with limits.turn(time.monotonic() + 30, NEVER):
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
        with limits.turn(time.monotonic() + 30, NEVER):
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
    limits = Limiter(Rate(1, 60.0, 1))
    with limits.turn(time.monotonic() + 1, NEVER):
        assert True
    start = time.monotonic()
    with pytest.raises(OutOfTime), limits.turn(time.monotonic() + 5, NEVER):
        raise AssertionError("the turn is a minute away")
    assert time.monotonic() - start < 1


def test_a_stop_ends_the_waiting():
    limits = Limiter(Rate(1, 3.0, 1))
    stopped = threading.Event()
    with limits.turn(time.monotonic() + 9, stopped):
        assert True
    threading.Timer(0.1, stopped.set).start()
    start = time.monotonic()
    with pytest.raises(OutOfTime), limits.turn(time.monotonic() + 9, stopped):
        raise AssertionError("stopped")
    assert time.monotonic() - start < 1


def test_a_pause_holds_everybody():
    limits = Limiter(Rate(10, 1.0, 10))
    limits.pause(0.2)
    asked = time.monotonic()
    assert starts_of(limits, 2, threads=2)[0] - asked >= 0.2


def test_headers_overrule_the_published_rate():
    limits = Limiter(Rate(1, 60.0, 1))
    limits.learn({"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"})
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
    limits.learn(headers)
    starts = starts_of(limits, 2, threads=2)
    assert 0.3 <= starts[1] - starts[0] < 2


def test_one_limiter_a_host_and_kind():
    rate = Rate(1)
    assert limiter("https://a.example/x", "list", rate) is limiter("https://a.example/y", "list", rate)
    assert limiter("https://a.example", "list", rate) is not limiter("https://a.example", "single", rate)
    assert limiter("https://a.example", "list", rate) is not limiter("https://b.example", "list", rate)
