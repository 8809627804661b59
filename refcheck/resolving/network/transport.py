"""Sending requests: within the host's budget, with retries within the article's time, bounded in size and redirects.

Every failure ends in Unavailable with one line that says what happened, without addresses or keys.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit

from refcheck._version import __version__
from refcheck.resolving.network.limiter import Limiter, OutOfTime, Rate, limiter
from refcheck.resolving.network.patience import Breaker, Limits, Silence
from refcheck.resolving.network.reply import Body, Reply, Unavailable, as_json, refuse
from refcheck.resolving.network.starts import Starts
from refcheck.sentences import say

if TYPE_CHECKING:
    import requests

T = TypeVar("T")

AGENT = f"refcheck-editorial/{__version__}"
"""Who is asking. Several services serve those better who also say how to reach them."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Transport:
    """Sends the requests for one article. Thread-safe; ``close`` stops those in progress."""

    def __init__(
        self, budget: float, limits: Limits | None = None, mailto: str = "", folder: Path | None = None
    ) -> None:
        """budget: seconds until the deadline. mailto: how to reach who is asking, "" for nobody. folder: where all runs
        on this machine count their requests."""
        self.limits = limits or Limits()
        self.deadline = time.monotonic() + budget
        self.stopped = threading.Event()
        self._agent = f"{AGENT} (mailto:{mailto})" if mailto else AGENT
        self.folder = folder
        self._starts = Starts(folder / "starts.sqlite3" if folder else None)
        self._breakers: dict[str, Breaker] = {}
        self._silences: dict[str, Silence] = {}
        self._shares: dict[str, float] = {}
        self._answered = False
        self._waited = self._waiting_until = 0.0
        self.silent: Callable[[str], object] = lambda service: None  # called with a service that is left alone
        self._lock = threading.Lock()
        self._local = threading.local()

    def remaining(self) -> float:
        """Seconds left for the article."""
        return max(0.0, self.deadline - time.monotonic())

    def share(self, service: str, seconds: float) -> None:
        """Let requests to a service start only within the next ``seconds``; only the first call for it counts."""
        with self._lock:
            self._shares.setdefault(service, time.monotonic() + seconds)

    def close(self) -> None:
        """Start no more requests, and stop waiting for turns."""
        self.stopped.set()
        self._starts.close()

    def ask(
        self,
        service: str,
        kind: str,
        url: str,
        rate: Rate,
        send: Callable[[float], Reply],
        *,
        part: str = "",
        spent: Callable[[Reply], float] | None = None,
    ) -> Reply:
        """``send(seconds it may take)`` at the service's pace until it gives a reply below 400, or 404 or 410.

        service: who is asked at ``url`` (two may share a host). kind: its requests of one kind share ``rate``. part: of
        the service, where one may be down and another not. Raises Unavailable: at once for refusals (401, 403, ...),
        after retries for what may pass.
        """
        host = urlsplit(url).netloc
        breaker, silence = self._breaker(f"{service} {part} {host}"), self._silence(f"{service} {host}")
        turns = limiter(service, url, rate.at_once)
        elsewhere = partial(self._starts.wait, f"{service} {host} {kind}")
        attempt = 0
        if self._starts.left(f"{service} {host}"):
            raise Unavailable(say("has no requests left for today (and was not asked)"), unasked=True)
        while True:
            breaker.check()
            silence.check()
            attempt += 1
            try:
                end = min(self.deadline, self._shares.get(service, self.deadline))
                with turns.turn(kind, rate, end, self.stopped, elsewhere) as start:
                    breaker.check()  # it may have failed others while this one waited
                    silence.check()
                    reply = send(min(self.limits.read, self.remaining()))
                    start.fresh = reply.fresh
                self._answered = True
                silence.broken()
                turns.learn(kind, reply.headers)
                refuse(reply, spent)
            except OutOfTime:
                raise Unavailable(say("was not asked: the article's time ran out"), unasked=True) from None
            except Unavailable as error:
                if error.unasked:
                    raise
                if error.silent and not error.refused and silence.kept(error, self._patience()):
                    self.silent(service)
                    raise
                wait = self._pause(error, attempt, breaker, turns, f"{service} {host}")
                if wait is None or self.stopped.wait(wait):
                    raise
            else:
                breaker.worked()
                return reply

    def _waits(self, seconds: float) -> bool:
        """Whether the article waits once more because a host demands it; together all hosts may cost it ``waits``."""
        with self._lock:
            now = time.monotonic()
            more = max(0.0, now + seconds - max(now, self._waiting_until))
            if self._waited and self._waited + more > self.limits.waits:
                return False
            self._waited += more
            self._waiting_until = max(self._waiting_until, now + seconds)
            return True

    def _backoff(self, attempt: int) -> float:
        return self.limits.backoff * 2.0 ** (attempt - 1)

    def _pause(self, error: Unavailable, attempt: int, breaker: Breaker, turns: Limiter, asked: str) -> float | None:
        """Seconds until the next attempt after a failed one; None when this was the last, which the breaker learns."""
        wait = max(error.after, self._backoff(attempt) * random.uniform(0.5, 1.0))
        if error.after >= self.remaining():
            breaker.leave(error, error.after)
            self._starts.leave(asked, error.after)
            return None
        if error.after and not self._waits(error.after):
            breaker.leave(error, error.after)
            return None
        if error.status == 429:
            turns.pause(error.after or self._backoff(attempt))
        allowed = min(2, self.limits.attempts) if error.refused else self.limits.attempts
        if not error.again or attempt >= allowed or wait >= self.remaining():
            breaker.failed(error)
            return None
        return wait

    def within_header(self, call: Callable[[], T]) -> T:
        """What a call that waits for a reply to begin returns, within ``limits.header`` seconds, however slowly bytes
        come; raises Unavailable, and leaves the call behind in its thread, when it is late."""
        made: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                made.put((call(), None))
            except BaseException as error:
                made.put((None, error))

        threading.Thread(target=run, daemon=True).start()
        try:
            value, error = made.get(timeout=self.header())
        except queue.Empty:
            raise Unavailable(say("did not answer in time"), again=True, silent=True) from None
        if error is not None:
            raise error
        return value  # type: ignore[return-value]

    def header(self) -> float:
        """Seconds within which a reply must begin: fewer if no service seems to be reachable."""
        alone = not self._answered and any(silence.lasting() for silence in self._silences.values())
        return min(self.limits.header_late if alone else self.limits.header, max(0.05, self.remaining()))

    def _patience(self) -> int:
        """Unanswered attempts after which a service is left alone."""
        return self.limits.silences if self.header() > self.limits.header_late else 1

    def _silence(self, of: str) -> Silence:
        with self._lock:
            return self._silences.setdefault(of, Silence(self.limits))

    def get(
        self,
        service: str,
        url: str,
        rate: Rate,
        *,
        params: Mapping[str, str] | None = None,
        accept: str = "application/json",
        hosts: frozenset[str] = frozenset(),
        part: str = "",
        parse: Callable[[bytes], Any] | None = None,
        headers: Mapping[str, str] | None = None,
        spent: Callable[[Reply], float] | None = None,
    ) -> Reply:
        """GET through requests. Redirects are followed within the address and, over https, to ``hosts``. parse: what
        becomes of a body; ``as_json`` unless given. It raises Unavailable for what it cannot read. headers: sent to the
        address alone. spent: seconds to wait, which a refusal says in another way than by Retry-After."""
        sent = {"Accept": accept, **(headers or {})}

        def send(seconds: float) -> Reply:
            return self._get(url, params, sent, hosts, seconds, parse or as_json)

        return self.ask(service, "any", url, rate, send, part=part, spent=spent)

    def _get(
        self,
        url: str,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str],
        hosts: frozenset[str],
        seconds: float,
        parse: Callable[[bytes], Any],
    ) -> Reply:
        import requests
        import urllib3

        end = time.monotonic() + seconds
        home = urlsplit(url)
        for _ in range(self.limits.hops + 1):
            left = max(0.05, end - time.monotonic())
            session = self._session()
            opened = _connections(session, url)
            ask = partial(
                session.get,
                url,
                params=params,
                headers=headers,
                timeout=(min(self.limits.connect, left), left),
                stream=True,
                allow_redirects=False,
            )
            try:
                with self.within_header(ask) as response:
                    reply = replace(self._read(response, end, parse), fresh=_connections(session, url) != opened)
            except Unavailable as error:
                if error.silent:
                    del self._local.session  # a thread that was left behind holds it
                raise
            except requests.ConnectTimeout:
                raise Unavailable(say("could not be reached in time"), again=True, silent=True) from None
            except requests.Timeout:
                raise Unavailable(say("did not answer in time"), again=True, silent=True) from None
            except requests.ConnectionError as error:
                raise _broken(error) from None
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
                raise Unavailable(say("broke off the connection"), again=True) from None
            if reply.status not in _REDIRECTS:
                return reply
            url, params = urljoin(url, reply.headers.get("location", "")), None
            target = urlsplit(url)
            at_home = (target.scheme, target.netloc) == (home.scheme, home.netloc)
            if not at_home:
                headers = {"Accept": headers["Accept"]}  # a key is for one host
            if not at_home and not (target.scheme == "https" and target.netloc in hosts):
                raise Unavailable(say("redirected to a host that is not one of its own"))
        raise Unavailable(say("redirected in a circle"))

    def _session(self) -> requests.Session:
        """One session per thread, since requests does not promise that sessions can be shared."""
        import requests

        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
            self._local.session.headers["User-Agent"] = self._agent
        session: requests.Session = self._local.session
        return session

    def _read(self, response: requests.Response, end: float, parse: Callable[[bytes], Any]) -> Reply:
        body = Body(self.limits.body, end)
        body.announce(response.headers.get("content-length"))
        while chunk := response.raw.read1(65536, decode_content=True):
            body.add(chunk)
        headers = {name.lower(): value for name, value in response.headers.items()}
        if response.status_code < 300:
            return Reply(response.status_code, headers, parse(body.bytes()))
        try:
            data = parse(body.bytes())
        except Unavailable:
            data = None
        return Reply(response.status_code, headers, data, body.bytes()[:1000].decode("utf-8", "replace"))

    def _breaker(self, of: str) -> Breaker:
        with self._lock:
            return self._breakers.setdefault(of, Breaker(self.limits))


def _connections(session: requests.Session, url: str) -> int:
    """How many connections a session has opened to the host of an address."""
    from requests.adapters import HTTPAdapter

    adapter = session.get_adapter(url)
    if not isinstance(adapter, HTTPAdapter):
        return 0
    return int(adapter.poolmanager.connection_from_url(url).num_connections)


def _broken(error: Exception) -> Unavailable:
    """The Unavailable for a failed connection: not reachable, or broken off on the way."""
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    cause = error.args[0] if error.args else None
    nobody = isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)
    if nobody or not isinstance(cause, Exception):
        return Unavailable(say("could not be reached"), again=True, silent=True, refused=True)
    return Unavailable(say("broke off the connection"), again=True)
