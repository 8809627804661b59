"""A local server that speaks Crossref's REST API and doi.org's two, for tests and benchmarks. Standard library only.

``with CrossrefServer(records) as server: ... server.url`` in Python; ``python tests/crossref_server.py records.jsonl.gz
--port 8099`` for anything else, with REFCHECK_CROSSREF_URL and REFCHECK_DOI_URL set to the address it prints; its log
is at /-/log then, [path, status, seconds] for each request since it was last read.

Records are Crossref ``message`` objects, or flat rows ({doi, title, authors, year, container, ...}) that are made into
them. They live in an in-memory SQLite full-text index: about half a minute for 330,000 records, 20 ms a search.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import random
import re
import socket
import sqlite3
import struct
import threading
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

MOST_POSTINGS = 12_000  # of the rare terms a search looks at: bounds its time
FAULTS = (
    "429", "429-retry-after", "500", "502", "503", "504", "403", "timeout", "reset", "reset-mid-body", "trickle",
    "html", "truncated", "invalid-json", "string-message", "redirect-loop", "other-doi", "empty-record", "huge",
)  # fmt: skip
WELL_FORMED = ("other-doi", "empty-record")
"""Faults that only the register's reader can see: no reason to ask again."""
OTHER = {"DOI": "10.5555/other", "type": "journal-article", "title": ["A record nobody asked for"], "score": 99.0}


@dataclass(frozen=True)
class Limits:
    """Requests a second for single records and for lists, and requests at once. Crossref's public and polite pools."""

    single: int = 5
    many: int = 1
    at_once: int = 1


PUBLIC, POLITE = Limits(5, 1, 1), Limits(10, 3, 3)


@dataclass
class Request:
    """One request as the server saw it."""

    at: float
    path: str
    query: Mapping[str, list[str]]
    kind: str
    agent: str
    status: int = 0
    seconds: float = 0.0  # it took to answer


class Index:
    """Records by DOI and by words."""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.executescript(
            """CREATE TABLE works (id INTEGER PRIMARY KEY, doi TEXT UNIQUE, message TEXT);
            CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
            CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);"""
        )
        for record in records:
            self.add(record)
        self._db.commit()
        self._rarity: dict[str, int] = {}

    def add(self, record: Mapping[str, Any]) -> None:
        message = dict(record) if "DOI" in record else message_of(record)
        doi = message["DOI"].lower()
        made = self._db.execute("INSERT OR IGNORE INTO works (doi, message) VALUES (?, ?)", (doi, json.dumps(message)))
        if made.rowcount:
            self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (made.lastrowid, searchable(message)))

    def replace(self, message: Mapping[str, Any]) -> None:
        """Change the record of a DOI; what it is found by stays."""
        with self._lock:
            changed = (json.dumps(message), message["DOI"].lower())
            self._db.execute("UPDATE works SET message = ? WHERE doi = ?", changed)

    def get(self, doi: str) -> dict[str, Any] | None:
        with self._lock:
            row = self._db.execute("SELECT message FROM works WHERE doi = ?", (doi.lower(),)).fetchone()
        return json.loads(row[0]) if row else None

    def search(self, text: str, rows: int) -> list[dict[str, Any]]:
        """The best records by BM25 over the rarest terms of the question."""
        with self._lock:
            terms = sorted((self._documents(term), term) for term in set(terms_of(text)))
            chosen: list[str] = []
            postings = 0
            for documents, term in terms:
                if documents and (len(chosen) < 3 or postings + documents <= MOST_POSTINGS):
                    chosen.append(term)
                    postings += documents
            if not chosen:
                return []
            found = self._db.execute(
                "SELECT rowid, bm25(words) FROM words WHERE words MATCH ? ORDER BY 2 LIMIT ?",
                (" OR ".join(f'"{term}"' for term in chosen), rows),
            ).fetchall()
            messages = []
            for number, badness in found:
                (message,) = self._db.execute("SELECT message FROM works WHERE id = ?", (number,)).fetchone()
                messages.append(json.loads(message) | {"score": round(-badness, 4)})
            return messages

    def _documents(self, term: str) -> int:
        if term not in self._rarity:
            row = self._db.execute("SELECT doc FROM vocabulary WHERE term = ?", (term,)).fetchone()
            self._rarity[term] = row[0] if row else 0
        return self._rarity[term]


class CrossrefServer:
    """Crossref's /works and doi.org's /api/handles and /ra on one address, in a thread.

    aliases: DOI -> the DOI it redirects to. registered: DOI -> agency, for DOIs Crossref does not hold (doi.org knows
    them). routes: path -> JSON body, for whatever else a test wants answered. limits: enforced with 429 and Retry-After
    when given, and announced in the headers. latency: seconds before each answer. ``log`` has every request.
    """

    def __init__(
        self,
        records: Iterable[Mapping[str, Any]] = (),
        *,
        aliases: Mapping[str, str] | None = None,
        registered: Mapping[str, str] | None = None,
        routes: Mapping[str, Any] | None = None,
        limits: Limits | None = None,
        latency: float = 0.0,
        port: int = 0,
    ) -> None:
        self.index = Index(records)
        self.aliases = {alias.lower(): prime for alias, prime in (aliases or {}).items()}
        self.registered = {doi.lower(): agency for doi, agency in (registered or {}).items()}
        self.routes = dict(routes or {})
        self.limits = limits
        self.latency = latency
        self.handshake = 0.0  # seconds before a new connection is read
        self.log: list[Request] = []
        self.script: deque[str | None] = deque()
        self.always: str | None = None
        self.stopping = threading.Event()
        self.meter = _Meter()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.crossref = self
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def fail(self, *faults: str | None, always: str | None = None) -> None:
        """Script the next answers, one fault a request (None = answer well), then ``always`` for all that follow."""
        unknown = [fault for fault in (*faults, always) if fault is not None and fault not in FAULTS]
        if unknown:
            raise ValueError(f"no such fault: {unknown}; there are {', '.join(FAULTS)}")
        self.script = deque(faults)
        self.always = always

    def __enter__(self) -> CrossrefServer:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def paths(self, start: str = "") -> list[str]:
        """The paths asked for so far, unquoted, that begin with ``start``."""
        return [request.path for request in self.log if request.path.startswith(start)]

    def serve_forever(self) -> None:
        self._server.serve_forever()


@dataclass
class _Meter:
    """Who asked when: enforces Limits as a sliding window of one second."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    starts: dict[str, deque[float]] = field(default_factory=dict)
    under_way: int = 0

    def admit(self, kind: str, limits: Limits) -> bool:
        allowed = limits.many if kind == "list" else limits.single
        now = time.monotonic()
        with self.lock:
            starts = self.starts.setdefault(kind, deque())
            while starts and now - starts[0] >= 1.0:
                starts.popleft()
            if len(starts) >= allowed or self.under_way >= limits.at_once:
                return False
            starts.append(now)
            self.under_way += 1
            return True

    def leave(self) -> None:
        with self.lock:
            self.under_way -= 1


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    crossref: CrossrefServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: ``CrossrefServer.log`` has it."""

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        if self.server.crossref.handshake:
            time.sleep(self.server.crossref.handshake * random.uniform(0.3, 1.0))

    def do_GET(self) -> None:
        home = self.server.crossref
        if self.path == "/-/log":
            seen, home.log = home.log, []
            self._json(200, [[request.path, request.status, request.seconds] for request in seen], {})
            return
        address = urlsplit(self.path)
        path, query = unquote(address.path), parse_qs(address.query)
        kind = "list" if address.path.rstrip("/") == "/works" else "single"
        request = Request(time.monotonic(), path, query, kind, self.headers.get("User-Agent", ""))
        home.log.append(request)
        metered = home.limits is not None and path.startswith("/works")
        if metered and home.limits is not None and not home.meter.admit(kind, home.limits):
            request.status = 429
            self._text(429, "Too Many Requests", {"Retry-After": "1"})
            return
        try:
            if home.latency:
                time.sleep(home.latency)
            fault = home.script.popleft() if home.script else home.always
            if fault:
                self._misbehave(fault, kind, path, query)
                return
            request.status, body, headers = self._answer(path, address.path, query)
            if isinstance(body, str):
                self._text(request.status, body, headers)
            else:
                self._json(request.status, body, headers)
        finally:
            request.seconds = time.monotonic() - request.at
            if metered:
                home.meter.leave()

    # ------------------------------------------------------------------------------------------------ good answers

    def _answer(self, path: str, raw: str, query: Mapping[str, list[str]]) -> tuple[int, Any, dict[str, str]]:
        home = self.server.crossref
        if path in home.routes:
            return 200, home.routes[path], {}
        if path.rstrip("/") == "/works":
            return self._list(query)
        if path.startswith("/works/"):
            doi = path.removeprefix("/works/").lower()
            if doi in home.aliases:
                return 301, "", {"Location": f"{home.url}/works/{home.aliases[doi]}"}
            message = home.index.get(doi)
            if message is None:
                return 404, "Resource not found.", {}
            return 200, {"status": "ok", "message-type": "work", "message": message}, {}
        if path.startswith("/api/handles/"):
            doi = path.removeprefix("/api/handles/")
            if self._agency(doi):
                value = {"index": 1, "type": "URL", "data": {"format": "string", "value": "https://example.org/"}}
                return 200, {"responseCode": 1, "handle": doi, "values": [value]}, {}
            return 404, {"responseCode": 100, "handle": doi}, {}
        if raw.startswith(("/ra/", "/doiRA/")):
            asked = raw.split("/", 2)[2].split(",")
            return 200, [self._registration(unquote(doi)) for doi in asked], {}
        return 404, "Resource not found.", {}

    def _agency(self, doi: str) -> str:
        home = self.server.crossref
        known = home.index.get(doi) is not None or doi.lower() in home.aliases
        return "Crossref" if known else home.registered.get(doi.lower(), "")

    def _registration(self, doi: str) -> dict[str, str]:
        agency = self._agency(doi)
        return {"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"}

    def _list(self, query: Mapping[str, list[str]]) -> tuple[int, Any, dict[str, str]]:
        home = self.server.crossref
        rows = min(int(query.get("rows", ["20"])[0]), 1000)
        filters = query.get("filter", [""])[0]
        words = query.get("query.bibliographic") or query.get("query")
        if filters:
            parts = filters.split(",")
            if not all(part.startswith("doi:") for part in parts):
                wrong = {"type": "filter-not-available", "value": filters, "message": "no such filter here"}
                return 400, {"status": "failed", "message-type": "validation-failure", "message": [wrong]}, {}
            items = [m for part in parts if (m := home.index.get(part.removeprefix("doi:")))][:rows]
        else:
            items = home.index.search(words[0], rows) if words else []
        chosen = query.get("select", [""])[0]
        if chosen:
            items = [{key: item[key] for key in chosen.split(",") if key in item} for item in items]
        message = {"total-results": len(items), "items-per-page": rows, "items": items, "facets": {}}
        return 200, {"status": "ok", "message-type": "work-list", "message": message}, {}

    # ----------------------------------------------------------------------------------------------------- replies

    def _json(self, status: int, body: Any, headers: Mapping[str, str]) -> None:
        self._send(status, json.dumps(body).encode(), "application/json", headers)

    def _text(self, status: int, body: str, headers: Mapping[str, str]) -> None:
        self._send(status, body.encode(), "text/plain;charset=utf-8", headers)

    def _send(self, status: int, body: bytes, kind: str, headers: Mapping[str, str], length: int | None = None) -> None:
        limits = self.server.crossref.limits
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if limits is not None:
            many = urlsplit(self.path).path.rstrip("/") == "/works"
            self.send_header("x-rate-limit-limit", str(limits.many if many else limits.single))
            self.send_header("x-rate-limit-interval", "1s")
            self.send_header("x-concurrency-limit", str(limits.at_once))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    # ------------------------------------------------------------------------------------------------------ faults

    def _misbehave(self, fault: str, kind: str, path: str, query: Mapping[str, list[str]]) -> None:
        home = self.server.crossref
        good = json.dumps({"status": "ok", "message-type": "work", "message": OTHER}).encode()
        if fault.isdigit():
            self._text(int(fault), "Sorry.", {})
        elif fault == "429-retry-after":
            self._text(429, "Slow down.", {"Retry-After": "1"})
        elif fault == "timeout":
            home.stopping.wait(30)
            self.close_connection = True
        elif fault == "reset":
            self._reset()
        elif fault == "reset-mid-body":
            self._send(200, good[:40], "application/json", {}, length=len(good))
            self._reset()
        elif fault == "trickle":
            self._send(200, b"", "application/json", {}, length=len(good))
            for byte in good:
                self.wfile.write(bytes([byte]))
                if home.stopping.wait(0.2):
                    break
            self.close_connection = True
        elif fault == "html":
            self._send(200, b"<!DOCTYPE html><title>Please log in</title>", "text/html", {})
        elif fault == "truncated":
            self._send(200, good[: len(good) // 2], "application/json", {})
        elif fault == "invalid-json":
            self._send(200, b"{'status': ok,,}", "application/json", {})
        elif fault == "string-message":
            self._json(503, {"status": "error", "message-type": "exception", "message": "Search is unavailable"}, {})
        elif fault == "redirect-loop":
            self._text(301, "", {"Location": f"{home.url}{self.path}"})
        elif fault == "other-doi":
            self._send(200, good if kind == "single" else _listed(OTHER), "application/json", {})
        elif fault == "empty-record":
            empty = json.dumps({"status": "ok", "message-type": "work", "message": {}}).encode()
            self._send(200, empty if kind == "single" else _listed({}), "application/json", {})
        elif fault == "huge":
            self._send(200, b"", "application/json", {}, length=1 << 30)
            block = b" " * (1 << 20)
            for _ in range(1 << 10):
                self.wfile.write(block)

    def _reset(self) -> None:
        """Close with a TCP reset instead of an orderly end."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True


def _listed(item: Mapping[str, Any]) -> bytes:
    message = {"total-results": 1, "items-per-page": 20, "items": [item], "facets": {}}
    return json.dumps({"status": "ok", "message-type": "work-list", "message": message}).encode()


# --------------------------------------------------------------------------------------------------------- records


def terms_of(text: str) -> list[str]:
    """Words as the full-text index splits and folds them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


def searchable(message: Mapping[str, Any]) -> str:
    """The words of a record that a citation could hold."""
    parts: list[str] = []
    for key in ("title", "subtitle", "original-title", "container-title", "short-container-title"):
        parts += message.get(key) or []
    for role in ("author", "editor"):
        for person in message.get(role) or []:
            parts += [person.get("family", ""), person.get("given", ""), person.get("name", "")]
    parts += [str(message.get(key, "")) for key in ("volume", "issue", "page", "article-number", "publisher")]
    for key in ("issued", "published-print", "published-online"):
        dates = (message.get(key) or {}).get("date-parts") or [[]]
        parts += [str(dates[0][0])] if dates[0] and dates[0][0] else []
    return " ".join(part for part in parts if part)


_TYPES = {
    "article": "journal-article", "inproceedings": "proceedings-article", "conference": "proceedings-article",
    "incollection": "book-chapter", "inbook": "book-chapter", "phdthesis": "dissertation", "techreport": "report",
}  # fmt: skip


def message_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A Crossref message from a flat row; a row without a DOI gets one under the test prefix 10.5555."""
    made = "10.5555/" + hashlib.sha1(json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]
    kind = str(row.get("type") or "journal-article")
    message: dict[str, Any] = {"DOI": str(row.get("doi") or made).lower(), "type": _TYPES.get(kind, kind), "score": 1.0}
    message["title"] = [row["title"]] if row.get("title") else []
    for role, key in (("author", "authors"), ("editor", "editors")):
        if row.get(key):
            message[role] = [_person(name) for name in row[key]]
    if row.get("year"):
        message["issued"] = {"date-parts": [[int(row["year"])]]}
    if row.get("container"):
        message["container-title"] = [row["container"]]
    for key, name in (("volume", "volume"), ("issue", "issue"), ("pages", "page"), ("publisher", "publisher")):
        if row.get(key):
            message[name] = str(row[key]).replace("–", "-")
    return message


def _person(name: Any) -> dict[str, str]:
    if isinstance(name, dict):
        return {key: str(value) for key, value in name.items() if value}
    family, comma, given = str(name).partition(",")
    if not comma and " " in family:
        given, _, family = family.rpartition(" ")
    return {"family": family.strip()} | ({"given": given.strip()} if given.strip() else {})


def read_records(*paths: str | Path) -> Iterator[dict[str, Any]]:
    """The rows of .jsonl and .jsonl.gz files, one after the other."""
    for path in paths:
        opened: Callable[..., Any] = gzip.open if str(path).endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="*", help=".jsonl or .jsonl.gz files of records")
    parser.add_argument("--port", type=int, default=0, help="0 = any free one")
    parser.add_argument("--limits", choices=("none", "public", "polite"), default="none", help="enforce these with 429")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS")
    options = parser.parse_args()
    limits = {"none": None, "public": PUBLIC, "polite": POLITE}[options.limits]
    records = read_records(*options.records)
    server = CrossrefServer(records, limits=limits, latency=options.latency, port=options.port)
    print(server.url, flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()


if __name__ == "__main__":
    main()
