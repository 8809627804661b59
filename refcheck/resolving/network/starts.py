"""When requests started, and which services not to ask today, for all runs on this machine: an SQLite file.

To a service, concurrent runs (a hook called once per file, two terminals) are one client: they share its rate limit and
its daily budget. Requests in progress at once are counted by each run for itself. If the file, which lies beside the
cache, cannot be used, a run keeps to the limits on its own.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 2.0  # seconds to wait for another run that is writing
_FORGOTTEN = 3600.0  # seconds; no window is longer
_LONGEST = 2 * 86400.0  # seconds; budgets are for a day


class Starts:
    """The latest starts of each kind of request. Thread-safe. Without a path it does not know about other runs."""

    def __init__(self, path: Path | None, clock: Callable[[], float] = time.time) -> None:
        """clock: seconds since 1970, the same for all runs."""
        self._path, self._clock = path, clock
        self._db: sqlite3.Connection | None = None
        self._lock = threading.Lock()

    def wait(self, kind: str, requests: int, seconds: float) -> float:
        """Seconds until one more request of a kind may start, at most ``requests`` of them in any ``seconds``; 0.0 when
        it may at once, and then it is counted."""
        with self._lock:
            if self._path is None:
                return 0.0
            try:
                self._db = self._db or _open(self._path)
                return self._counted(self._db, kind, requests, seconds)
            except (sqlite3.Error, OSError):
                self._path = None
                return 0.0

    def leave(self, service: str, seconds: float) -> None:
        """Remember not to ask a service for this many seconds, as it demanded."""
        with self._lock:
            self._use(lambda db: db.execute("INSERT INTO spent VALUES (?, ?)", (service, self._clock() + seconds)))

    def left(self, service: str) -> bool:
        """Whether a service still asks for silence, whichever run it answered so."""
        question, now = "SELECT 1 FROM spent WHERE service=? AND until > ? AND until < ?", self._clock()
        with self._lock:
            found = self._use(lambda db: db.execute(question, (service, now, now + _LONGEST)))
            return found is not None and found.fetchone() is not None

    def _use(self, ask: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> sqlite3.Cursor | None:
        """The result of a statement; None if there is no usable file."""
        if self._path is None:
            return None
        try:
            self._db = self._db or _open(self._path)
            return ask(self._db)
        except (sqlite3.Error, OSError):
            self._path = None
            return None

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._path = None
            if self._db:
                self._db.close()
                self._db = None

    def _counted(self, db: sqlite3.Connection, kind: str, requests: int, seconds: float) -> float:
        with db:
            db.execute("BEGIN IMMEDIATE")
            now = self._clock()
            db.execute(
                "DELETE FROM starts WHERE at < ? OR at > ?", (now - _FORGOTTEN, now)
            )  # or the clock was set back
            latest = db.execute(
                "SELECT at FROM starts WHERE kind=? ORDER BY at DESC LIMIT ?", (kind, requests)
            ).fetchall()
            if len(latest) == requests and latest[-1][0] + seconds > now:
                return float(latest[-1][0] + seconds - now)
            db.execute("INSERT INTO starts VALUES (?, ?)", (kind, now))
        return 0.0


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("CREATE TABLE IF NOT EXISTS starts (kind TEXT, at REAL)")
        db.execute("CREATE TABLE IF NOT EXISTS spent (service TEXT, until REAL)")
    except sqlite3.Error:
        db.close()
        raise
    return db
