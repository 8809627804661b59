"""A host's request budget: so many requests in so many seconds, so many at once, shared by all threads of a process."""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

_SLACK = 1.05  # a window is kept that much longer than asked: clocks and ways differ
_MOST_LATE = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Rate:
    """A published limit: ``requests`` in any ``seconds``, ``at_once`` of them under way."""

    requests: int
    seconds: float = 1.0
    at_once: int = 3


class OutOfTime(Exception):
    """The turn would come after the deadline, or the run was stopped."""


class Limiter:
    """The budget of one kind of request at one host. Starts at the published rate, then obeys the response headers."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._change = threading.Condition()
        self._starts: deque[list[float]] = deque(maxlen=1000)  # each a cell, as it is put right afterwards
        self._fastest = 60.0
        self._under_way = 0
        self._blocked_until = 0.0

    @contextmanager
    def turn(self, deadline: float, stopped: threading.Event) -> Iterator[None]:
        """Wait until a request may start, and count it until the block ends. Raises OutOfTime (see ``deadline``, on the
        ``time.monotonic`` clock) rather than starting late."""
        with self._change:
            while True:
                now = time.monotonic()
                if stopped.is_set() or now >= deadline:
                    raise OutOfTime
                if self._under_way < self._rate.at_once:
                    start = self._next_start()
                    if start <= now:
                        break
                    wait = start - now
                    if start > deadline:
                        raise OutOfTime
                else:
                    wait = deadline - now
                self._change.wait(min(wait, 0.2))  # short, to see a stop
            start_of_this = [now]
            self._starts.append(start_of_this)
            self._under_way += 1
        try:
            yield
        finally:
            with self._change:
                # What took longer than the fastest may have been on its way to the server, which counts from there: the
                # next window must not come upon it (a new connection, a slow line).
                took = time.monotonic() - now
                self._fastest = min(self._fastest, took)
                start_of_this[0] += min(took - self._fastest, _MOST_LATE)
                self._under_way -= 1
                self._change.notify_all()

    def _next_start(self) -> float:
        free = 0.0
        if len(self._starts) >= self._rate.requests:
            latest = sorted(cell[0] for cell in list(self._starts)[-2 * self._rate.requests :])
            free = latest[-self._rate.requests] + self._rate.seconds * _SLACK
        return max(free, self._blocked_until)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take over what a reply's x-rate-limit-* and x-concurrency-limit headers say."""
        requests = _number(headers.get("x-rate-limit-limit"))
        seconds = _seconds(headers.get("x-rate-limit-interval"))
        at_once = _number(headers.get("x-concurrency-limit"))
        with self._change:
            self._rate = Rate(
                requests if requests and seconds else self._rate.requests,
                seconds if requests and seconds else self._rate.seconds,
                at_once or self._rate.at_once,
            )
            self._change.notify_all()

    def pause(self, seconds: float) -> None:
        """No request starts in the next so many seconds: the host said so (429, Retry-After)."""
        with self._change:
            self._blocked_until = max(self._blocked_until, time.monotonic() + seconds)


def _number(text: str | None) -> int:
    return min(int(text), 500) if text and text.isdecimal() and len(text) < 8 else 0


def _seconds(text: str | None) -> float:
    """ "1s", "60s", "1m" in seconds; 0.0 for anything else."""
    match = re.fullmatch(r"(\d{1,6})\s?([smh]?)", text.strip()) if text and len(text) < 20 else None
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]] if match else 0.0


_limiters: dict[tuple[str, str], Limiter] = {}
_lock = threading.Lock()


def limiter(url: str, kind: str, rate: Rate) -> Limiter:
    """The one limiter of this process for a kind of request at the host of ``url``; ``rate`` is where it starts."""
    key = (urlsplit(url).netloc, f"{kind} {rate}")
    with _lock:
        return _limiters.setdefault(key, Limiter(rate))
