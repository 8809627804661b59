"""When to stop asking a service for a while: after repeated final failures, or repeated silence."""

from __future__ import annotations

import time
from dataclasses import dataclass

from refcheck.resolving.network.reply import Unavailable
from refcheck.sentences import say


@dataclass(frozen=True, slots=True)
class Limits:
    """The time limits and bounds of a run, in seconds and bytes; tests shorten them."""

    connect: float = 5.0  # to be connected
    header: float = 7.0  # until a reply begins; a Crossref search takes half a second, seldom more than three
    header_late: float = 3.0  # the same, once a service was silent and no service has answered yet
    read: float = 20.0  # a whole reply
    attempts: int = 4  # of one request
    waits: float = 45.0  # in all, that an article waits because hosts demand it; a first wait may be longer
    silences: int = 2  # unanswered attempts, whatever the question, after which a service is left alone
    backoff: float = 1.0  # before the second attempt; doubled each time, with jitter
    body: int = 8 << 20
    hops: int = 3  # redirects
    give_up_after: int = 2  # final failures in a row after which the host is left alone ...
    leave_alone: float = 30.0  # ... for this long


class Breaker:
    """Stops asking a service for a while after several final failures in a row."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._failures = 0
        self._until = 0.0
        self._why = say("did not answer")

    def leave(self, error: Unavailable, seconds: float) -> None:
        """Stop asking for this many seconds, as the host itself demanded."""
        self._why = error.detail
        self._until = time.monotonic() + seconds

    def check(self) -> None:
        """Raise Unavailable while it is left alone."""
        if time.monotonic() < self._until:
            raise Unavailable(say("{failed} (and was not asked again)", failed=self._why), unasked=True)

    def failed(self, error: Unavailable) -> None:
        """Count a question that was not answered after all attempts."""
        if not error.again and error.status not in (401, 403):
            return  # it refuses only this question
        self._failures += 1
        self._why = error.detail
        if error.refused or self._failures >= self._limits.give_up_after:
            self._until = time.monotonic() + self._limits.leave_alone

    def worked(self) -> None:
        """It answered."""
        self._failures = 0


class Silence:
    """Counts a service's unanswered attempts in a row; after several it is left alone for a while."""

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
        """Count one more unanswered attempt; True if the service is left alone now."""
        self._tries += 1
        self._why = error.detail
        if self._tries >= most:
            self._until = time.monotonic() + self._limits.leave_alone
        return self._tries >= most

    def broken(self) -> None:
        """It answered."""
        self._tries = 0
