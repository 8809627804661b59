"""habanero's requests on refcheck's terms: pooled connections, bounded size and time, access to the headers.

habanero 2.9 calls ``httpx2.get`` with a new connection per call, bodies of any size and duration, and no access to the
headers. So the name ``httpx2`` in its request modules is replaced with a stand-in whose ``get`` is refcheck's own while
``carried`` runs in that thread, and the real one for all other code in the process.
"""

from __future__ import annotations

import importlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

import httpx2

from refcheck.resolving.network.reply import Body
from refcheck.resolving.network.transport import Transport

FRESH = "(fresh)"
_thread = threading.local()


@contextmanager
def carried(transport: Transport, seconds: float) -> Iterator[dict[str, str]]:
    """A context in which habanero's requests take at most ``seconds``; yields a dict that receives the headers, with
    names in lower case, and under ``FRESH`` whether a connection was opened.

    A body that is too large or too slow raises ``reply.Unavailable`` through habanero.
    """
    _install()
    seen: dict[str, str] = {}
    _thread.get = partial(_get, transport, time.monotonic() + seconds, seen)
    try:
        yield seen
    finally:
        _thread.get = None


def _get(transport: Transport, end: float, seen: dict[str, str], url: str, **options: Any) -> httpx2.Response:
    left = max(0.05, end - time.monotonic())
    limits = transport.limits
    options["timeout"] = httpx2.Timeout(left, connect=min(limits.connect, left))

    def traced(event: str, _: object) -> None:
        if event == "connection.connect_tcp.started":
            seen[FRESH] = "yes"

    reply = _client(os.getpid()).stream("GET", url, **options, extensions={"trace": traced})
    response = transport.within_header(reply.__enter__)
    try:
        seen.update((name.lower(), value) for name, value in response.headers.items())
        body = Body(limits.body, end)
        body.announce(seen.get("content-length"))
        for chunk in response.iter_bytes():
            body.add(chunk)
    finally:
        reply.__exit__(None, None, None)
    kept = {name: value for name, value in seen.items() if name not in ("content-encoding", "content-length")}
    return httpx2.Response(response.status_code, headers=kept, content=body.bytes(), request=response.request)


@cache
def _client(process: int) -> httpx2.Client:
    """One client per process, since its connections do not survive a fork."""
    return httpx2.Client()


class _Httpx2:
    """The stand-in that habanero finds under the name ``httpx2``."""

    def get(self, url: str, **options: Any) -> httpx2.Response:
        ours = getattr(_thread, "get", None)
        return (ours or httpx2.get)(url, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(httpx2, name)


@cache
def _install() -> None:
    for module in ("habanero.request", "habanero.request_class"):  # by identifier and by query
        importlib.import_module(module).httpx2 = _Httpx2()  # type: ignore[attr-defined]
