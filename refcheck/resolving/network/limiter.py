"""A host's request budget: limits on requests per period and at once, shared by all threads of a process.

``starts`` knows about the requests of other processes on the machine.
"""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

# The server counts a request when it arrives, we when it leaves. A window is kept that much longer than asked ...
_SLACK = 1.03
# ... A request that opened a connection counts as started when its reply came, since a handshake may take any time, and
# one under way as starting now. One that took longer than usual may have been held up on its way: it counts as started
# later by the difference, up to this many seconds. On a steady line that costs nothing.
_HELD_UP = 0.3


@dataclass(frozen=True, slots=True)
class Rate:
    """A published limit: ``requests`` in any ``seconds``, ``at_once`` of them in progress."""

    requests: int
    seconds: float = 1.0
    at_once: int = 3


class OutOfTime(Exception):
    """A request's turn would come after the deadline, or the run was stopped."""


@dataclass(slots=True)
class Start:
    """A request's start, on the ``time.monotonic`` clock."""

    at: float
    under_way: bool = True
    fresh: bool = True  # it opened a connection, as far as known


class _Window:
    """When requests of one kind may start."""

    def __init__(self, rate: Rate) -> None:
        self.requests, self.seconds = rate.requests, rate.seconds
        self._starts: deque[Start] = deque(maxlen=1000)
        self._took: deque[float] = deque(maxlen=50)  # seconds, of the latest

    def next(self, now: float) -> float:
        """The earliest start, on the ``time.monotonic`` clock."""
        recent = list(self._starts)[-2 * self.requests :]
        latest = sorted(now if start.under_way else start.at for start in recent)
        return latest[-self.requests] + self.seconds * _SLACK if len(latest) >= self.requests else 0.0

    def start(self, now: float) -> Start:
        """Count a request that starts now."""
        self._starts.append(Start(now))
        return self._starts[-1]

    def end(self, start: Start, now: float) -> None:
        """Correct a start by the duration of the request, which ends now."""
        took = now - start.at
        usual = sorted(self._took)[len(self._took) // 2] if self._took else took
        start.at += took if start.fresh else min(max(0.0, took - usual), _HELD_UP)
        start.under_way = False
        self._took.append(took)


class Limiter:
    """The budget of one service at one host. Starts at the published rates, a window for each kind of request, then
    obeys the response headers. Requests under way are counted together, whatever their kind."""

    def __init__(self, at_once: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._change = threading.Condition()
        self._windows: dict[str, _Window] = {}
        self._at_once = at_once
        self._under_way = 0
        self._blocked_until = 0.0

    @contextmanager
    def turn(
        self,
        kind: str,
        rate: Rate,
        deadline: float,
        stopped: threading.Event,
        elsewhere: Callable[[int, float], float] = lambda requests, seconds: 0.0,
    ) -> Iterator[Start]:
        """Wait until a request of a kind may start, and count it until the block ends, which says whether it was
        ``fresh``.

        rate: where its window starts. elsewhere: counts a request among those of other processes, given how many may
        start in how many seconds, or returns the seconds to wait. Raises OutOfTime rather than starting after
        ``deadline`` (on the limiter's clock) or once ``stopped`` is set.
        """
        with self._change:
            window = self._windows.setdefault(kind, _Window(rate))
            while True:
                now = self._clock()
                if stopped.is_set() or now >= deadline:
                    raise OutOfTime
                wait = deadline - now
                if self._under_way < self._at_once:
                    free = max(window.next(now), self._blocked_until)
                    if free <= now:
                        free = now + elsewhere(window.requests, window.seconds * _SLACK)
                    if free <= now:
                        break
                    if free > deadline:
                        raise OutOfTime
                    wait = free - now
                self._wait(min(wait, 0.2))  # short, to see a stop
            start = window.start(now)
            self._under_way += 1
        try:
            yield start
        finally:
            with self._change:
                window.end(start, self._clock())
                self._under_way -= 1
                self._change.notify_all()

    def learn(self, kind: str, headers: Mapping[str, str]) -> None:
        """Adopt the limits in a reply's x-rate-limit-* and x-concurrency-limit headers."""
        requests = _number(headers.get("x-rate-limit-limit"))
        seconds = _seconds(headers.get("x-rate-limit-interval"))
        with self._change:
            if requests and seconds:
                window = self._windows.setdefault(kind, _Window(Rate(requests, seconds)))
                window.requests, window.seconds = requests, seconds
            self._at_once = _number(headers.get("x-concurrency-limit")) or self._at_once
            self._change.notify_all()

    def pause(self, seconds: float) -> None:
        """Start no request for this many seconds, as the host demanded (429, Retry-After)."""
        with self._change:
            self._blocked_until = max(self._blocked_until, self._clock() + seconds)

    def _wait(self, seconds: float) -> None:
        """Wait until something changes, at most this many seconds."""
        self._change.wait(seconds)


def _number(text: str | None) -> int:
    return min(int(text), 500) if text and text.isdecimal() and len(text) < 8 else 0


def _seconds(text: str | None) -> float:
    """ "1s", "60s", "1m" in seconds; 0.0 for anything else."""
    match = re.fullmatch(r"(\d{1,6})\s?([smh]?)", text.strip()) if text and len(text) < 20 else None
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]] if match else 0.0


_limiters: dict[tuple[str, str, int], Limiter] = {}
_lock = threading.Lock()


def limiter(service: str, url: str, at_once: int) -> Limiter:
    """This process's limiter for a service at the host of ``url``. at_once: its initial limit."""
    with _lock:
        return _limiters.setdefault((service, urlsplit(url).netloc, at_once), Limiter(at_once))
