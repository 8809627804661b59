"""A reply within its bounds, and how long a host asks to wait."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import habanero
import pytest

from refcheck.resolving.network.habanero_http import carried
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable, _seconds_until
from refcheck.resolving.network.transport import Transport
from tests.resolving.conftest import QUICK

RATE = Rate(1000, 1.0, 50)


@contextmanager
def serving(body: bytes, headers: dict[str, str]) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

        def do_GET(self) -> None:
            self.send_response(200)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_a_body_is_refused_by_its_announced_length(transport):
    with serving(b"[]", {"Content-Length": str(1 << 30)}) as url, pytest.raises(Unavailable, match="more than 8 MB"):
        transport.get("doi.org", url, RATE)


def test_a_body_is_refused_when_it_grows_too_large():
    limits = replace(QUICK, body=1 << 20)
    with serving(b" " * (3 << 20), {}) as url, pytest.raises(Unavailable, match="more than 1 MB"):
        Transport(5.0, limits).get("doi.org", url, RATE)


def test_a_small_body_that_unpacks_to_a_large_one_is_refused():
    packed = gzip.compress(b" " * (64 << 20))
    assert len(packed) < 1 << 20
    headers = {"Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    with serving(packed, headers) as url:
        with pytest.raises(Unavailable, match="more than 8 MB"):
            Transport(5.0, QUICK).get("doi.org", url, RATE)
        with carried(Transport(5.0, QUICK), 5.0), pytest.raises(Unavailable, match="more than 8 MB"):
            habanero.Crossref(base_url=url).works(ids=["10.1/x"])


def test_packed_replies_are_unpacked(transport):
    packed = gzip.compress(b'[{"DOI": "10.1/x", "RA": "Crossref"}]')
    headers = {"Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    with serving(packed, headers) as url:
        assert transport.get("doi.org", url, RATE).data == [{"DOI": "10.1/x", "RA": "Crossref"}]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("3", 3, 3), ("", 0, 0), ("soon", 0, 0), ("-1", 0, 0), ("9" * 20, 0, 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0)],
)
def test_retry_after(text, low, high):
    assert low <= _seconds_until(text) <= high


def test_retry_after_a_date():
    ahead = datetime.now(UTC) + timedelta(seconds=90)
    assert 80 < _seconds_until(format_datetime(ahead, usegmt=True)) <= 90
