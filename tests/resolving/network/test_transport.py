from __future__ import annotations

import contextlib
import logging
import socketserver
import threading
import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from tests.crossref_server import FAULTS, WELL_FORMED, CrossrefServer
from tests.resolving.conftest import IMPATIENT, QUICK, record

RATE = Rate(1000, 1.0, 50)
PATH = "/ra/10.5555/work.1"


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in WELL_FORMED])
def test_every_fault_is_one_line_without_an_address(fault):
    with CrossrefServer([record(1)]) as server:
        server.fail(always=fault)
        with pytest.raises(Unavailable) as told:
            Transport(5.0, IMPATIENT).get("doi.org", server.url + PATH, RATE)
        assert fault != "timeout" or not all(request.seconds for request in server.log), "the server was waited for"
        assert "http" not in str(told.value).replace("HTTP ", "") and "\n" not in str(told.value)


def endless(start: bytes, more: bytes) -> Iterator[bytes]:
    yield start
    for _ in range(6_000):  # longer than is waited for, and not until all tests are over
        time.sleep(0.001)
        yield more


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
FOUND = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
BYTES: dict[str, Callable[[], Iterable[bytes]]] = {
    "continue without end": lambda: endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a header without end": lambda: endless(OK, b"X-A: " + b"b" * 60_000),
    "headers without end": lambda: endless(OK, b"X-A: b\r\n"),
    "a header by the byte": lambda: (time.sleep(0.2) or OK[n : n + 1] for n in range(len(OK))),
    "chunks without end": lambda: endless(OK + CHUNKED, b"10000\r\n" + b" " * 65536 + b"\r\n"),
    "a chunk of no length": lambda: [OK, CHUNKED, b"ZZZ\r\n{}\r\n0\r\n\r\n"],
    "what is not HTTP": lambda: [b"SSH-2.0-OpenSSH_9.6\r\n" * 9],
    "packed, but not so": lambda: [OK, b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"],
    "packed many times": lambda: [OK, b"Content-Encoding: " + b"gzip, " * 200 + b"\r\nContent-Length: 2\r\n\r\n{}"],
    "a status of no meaning": lambda: [b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n"],
    "nested without end": lambda: [OK, b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000],
    "a file of this machine": lambda: [FOUND, b"file:///etc/passwd\r\n\r\n"],
    "nowhere": lambda: [FOUND, b"http://[::1/%zz\r\n\r\n"],
}  # fmt: skip


@pytest.mark.parametrize("sent", BYTES)
def test_whatever_is_sent_is_one_line_in_time(sent):
    class Evil(socketserver.BaseRequestHandler):
        def handle(self):
            self.request.settimeout(5)
            self.request.recv(65536)
            with contextlib.suppress(OSError):
                for piece in BYTES[sent]():
                    self.request.sendall(piece)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Evil) as server:
        server.daemon_threads = True
        server.handle_error = lambda *_: None
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        with pytest.raises(Unavailable) as told:
            Transport(3.0, IMPATIENT).get("doi.org", f"http://127.0.0.1:{server.server_address[1]}/", RATE)
        server.shutdown()
    assert "\n" not in str(told.value)
    assert "127.0.0.1" not in str(told.value)


@pytest.mark.parametrize("mailto", ["", "editor@example.org"])
def test_it_says_who_is_asking(mailto):
    with CrossrefServer([record(1)]) as server:
        Transport(5.0, QUICK, mailto).get("doi.org", server.url + PATH, RATE)
        assert server.log[0].agent.startswith("refcheck-editorial/")
        assert ("mailto:editor@example.org" in server.log[0].agent) == bool(mailto)


def test_refusals_are_not_repeated(transport):
    with CrossrefServer() as server:
        server.fail(always="403")
        with pytest.raises(Unavailable, match="HTTP 403"):
            transport.get("doi.org", server.url + PATH, RATE)
        assert len(server.log) == 1


def test_after_the_deadline_nothing_is_sent():
    with CrossrefServer([record(1)]) as server:
        late = Transport(0.0, QUICK)
        with pytest.raises(Unavailable, match="time"):
            late.get("doi.org", server.url + PATH, RATE)
        assert not server.log


def test_nothing_of_the_clients_is_logged(transport, caplog):
    with caplog.at_level(logging.INFO), CrossrefServer([record(1)]) as server:
        transport.get("doi.org", server.url + PATH, RATE)
    assert all(r.name.split(".")[0] != "refcheck" for r in caplog.records)
