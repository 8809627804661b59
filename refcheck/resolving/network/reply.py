"""What comes back from a host: a reply read completely within bounds, or Unavailable with the reason."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from refcheck.sentences import Sentence, say

_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})


class Unavailable(Exception):
    """A host did not answer the question. str() is one line for the report.

    again: worth another attempt. silent: no answer at all. refused: the connection was refused at once. after: seconds
    that the host asks to wait. unasked: it was not asked this time, since it failed before or time ran out.
    """

    def __init__(
        self,
        detail: Sentence,
        *,
        again: bool = False,
        silent: bool = False,
        refused: bool = False,
        after: float = 0.0,
        status: int = 0,
        unasked: bool = False,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.again, self.silent, self.refused = again, silent, refused
        self.after, self.status, self.unasked = after, status, unasked

    def of(self, source: str) -> Sentence:
        """What failed and where: "Crossref did not answer in time"."""
        return say("{source} {failed}", source=source, failed=self.detail)


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP reply that was read completely.

    headers: with names in lower case. data: the result of ``parse`` for the body of a successful reply, and of another
    if possible. text: the beginning of the body of an unsuccessful one.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    data: Any = None
    text: str = ""
    fresh: bool = True  # whether a connection was opened for it


class Body:
    """A reply's body as it arrives: at most ``most`` bytes, until ``end`` (time.monotonic) at the latest."""

    def __init__(self, most: int, end: float) -> None:
        self._most, self._end = most, end
        self._chunks: list[bytes] = []
        self._size = 0

    def announce(self, length: str | None) -> None:
        """Refuse too large a body by its Content-Length, before reading it."""
        if length and length.isdecimal() and int(length) > self._most:
            self._refuse()

    def add(self, chunk: bytes) -> None:
        """Add the next piece. Raises Unavailable when it is too much or too late."""
        self._size += len(chunk)
        if self._size > self._most:
            self._refuse()
        if time.monotonic() > self._end:
            raise Unavailable(say("answered too slowly"), again=True, silent=True)
        self._chunks.append(chunk)

    def bytes(self) -> bytes:
        """All of it."""
        return b"".join(self._chunks)

    def _refuse(self) -> NoReturn:
        raise Unavailable(say("answered with more than {n} MB", n=self._most >> 20))


def as_json(body: bytes) -> Any:
    """The JSON in a body. Raises Unavailable for anything else (a login page, a truncated reply)."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Unavailable(say("answered with something that is not JSON"), again=True) from None


def refuse(reply: Reply, spent: Callable[[Reply], float] | None) -> None:
    """Raise Unavailable for a status that does not answer the question."""
    if reply.status < 400 or reply.status in (404, 410):
        return
    after = _seconds_until(reply.headers.get("retry-after", "")) or (spent(reply) if spent else 0.0)
    told = say("answered with HTTP {status}", status=reply.status)
    raise Unavailable(told, again=reply.status in _RETRIED, after=after, status=reply.status)


def _seconds_until(retry_after: str) -> float:
    """Retry-After in seconds from now: a number, or a date (RFC 9110, 10.2.3); 0.0 for anything else."""
    if retry_after.isdecimal() and len(retry_after) < 7:
        return float(retry_after)
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(retry_after[:40])
        return max(0.0, min(1e6, when.timestamp() - time.time()))
    except (ValueError, TypeError, OverflowError, OSError):
        return 0.0
