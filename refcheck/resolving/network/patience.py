"""When a service is left alone for a while: it failed for good several times in a row, or nobody answered at all."""

from __future__ import annotations

import time
from dataclasses import dataclass

from refcheck.resolving.network.reply import Unavailable
from refcheck.sentences import say


@dataclass(frozen=True, slots=True)
class Limits:
    """The clocks and bounds of a run. Seconds and bytes; tests shorten them."""

    connect: float = 5.0  # to be connected
    header: float = 7.0  # until a reply begins; a search of Crossref's takes half a second, seldom more than three
    header_late: float = 3.0  # the same, once a service was silent and none has ever answered
    read: float = 20.0  # a whole reply
    attempts: int = 4  # of one request
    silences: int = 2  # tries of a service, whatever it is asked, that nobody answers: then it is left alone
    backoff: float = 1.0  # before the second attempt; doubled each time, with jitter
    body: int = 8 << 20
    hops: int = 3  # redirects
    give_up_after: int = 2  # requests in a row that failed for good: then the host is left alone ...
    leave_alone: float = 30.0  # ... for so long


class Breaker:
    """Leaves a service alone for a while after it failed for good several times in a row."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._failures = 0
        self._until = 0.0
        self._why = say("did not answer")

    def leave(self, error: Unavailable, seconds: float) -> None:
        """Ask no more for so many seconds: the host itself said so."""
        self._why = error.detail
        self._until = time.monotonic() + seconds

    def check(self) -> None:
        """Raise Unavailable while it is left alone."""
        if time.monotonic() < self._until:
            raise Unavailable(say("{failed} (and was not asked again)", failed=self._why), unasked=True)

    def failed(self, error: Unavailable) -> None:
        """A question was not answered, after every attempt."""
        if not error.again and error.status not in (401, 403):
            return  # it is this question that it will not answer
        self._failures += 1
        self._why = error.detail
        if error.refused or self._failures >= self._limits.give_up_after:
            self._until = time.monotonic() + self._limits.leave_alone

    def worked(self) -> None:
        """It answered."""
        self._failures = 0


class Silence:
    """How often in a row nobody answered for a service, whatever it was asked; then it is left alone for a while."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._tries = 0
        self._until = 0.0
        self._why = say("did not answer")

    def lasting(self) -> bool:
        """Whether it is left alone."""
        return time.monotonic() < self._until

    def check(self) -> None:
        """Raise Unavailable while it is left alone."""
        if self.lasting():
            raise Unavailable(say("{failed} (and was not asked again)", failed=self._why), unasked=True)

    def kept(self, error: Unavailable, most: int) -> bool:
        """One more silent try; whether it is left alone now."""
        self._tries += 1
        self._why = error.detail
        if self._tries >= most:
            self._until = time.monotonic() + self._limits.leave_alone
        return self._tries >= most

    def broken(self) -> None:
        """It answered."""
        self._tries = 0
