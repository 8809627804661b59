"""Answers kept on this machine between runs: one SQLite file, shared by all runs at once.

Keyed by register, address, question and version of what is stored. If the file is corrupt, locked or cannot be written,
the run warns once and goes on without a cache.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import platformdirs

from refcheck.config import Settings
from refcheck.foreign import parse_json
from refcheck.model import Answer, Outcome
from refcheck.resolving.memory.shape import answer_of
from refcheck.resolving.registers import at_public_addresses

T = TypeVar("T")

VERSION = 1  # of what is stored; increased when answers are reduced to Works differently
DAY = 86400.0
AGES: Mapping[Outcome, float] = {Outcome.FOUND: 14 * DAY, Outcome.ABSENT: DAY}
"""Seconds an answer is used. A found record changes seldom, a new retraction is news within weeks; an absent one may be
registered tomorrow; the others are never kept."""
_PATIENCE = 5.0  # seconds to wait for another run that is writing


class Cache:
    """Answers by register, address and question. Without a path it stores nothing."""

    def __init__(self, path: Path | None, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._db: sqlite3.Connection | None = None
        if path is not None:
            self._db = self._safely(lambda: _open(path))

    def get(self, source: str, address: str, questions: Iterable[str]) -> dict[str, Answer]:
        """The answers that are not too old, by question, marked as obtained from the cache."""
        return self._safely(partial(self._read, source, address, questions)) or {} if self._db else {}

    def put(self, address: str, answers: Iterable[Answer]) -> None:
        """Store a register's found and absent answers; other runs see each at once."""
        if self._db:
            kept = [a for a in answers if a.outcome in AGES]
            now = self._clock()
            rows = [(a.source, address, a.question, VERSION, str(a.outcome), now, _text(a)) for a in kept]
            self._safely(partial(self._write, rows))

    def close(self) -> None:
        """Close the file."""
        if self._db:
            self._db.close()
            self._db = None

    def _read(self, source: str, address: str, questions: Iterable[str]) -> dict[str, Answer]:
        assert self._db is not None
        found = {}
        for question in questions:
            row = self._db.execute(
                "SELECT outcome, asked, answer FROM answers WHERE source=? AND address=? AND question=? AND version=?",
                (source, address, question, VERSION),
            ).fetchone()
            if row is not None and self._clock() - row[1] <= AGES[Outcome(row[0])]:
                found[question] = _answer(row[2])
        return found

    def _write(self, rows: Sequence[tuple[object, ...]]) -> None:
        assert self._db is not None
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _safely(self, action: Callable[[], T]) -> T | None:
        """The action's result; if the file is faulty, None, a warning, and no cache from now on."""
        try:
            return action()
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            logging.getLogger("refcheck").warning("refcheck: no cache in this run: %s", error)
            self.close()
            return None


def folder_of(settings: Settings) -> Path | None:
    """The cache folder for runs with these settings: ``settings.cache``, or the platform's; None for no cache.

    Mirrors and test servers are as fast as a cache and may change at any time, so while any register has another
    address, nothing is stored unless a folder is named, in the settings or by XDG_CACHE_HOME.
    """
    if settings.locked:
        return None
    if settings.cache is None:
        if not at_public_addresses(settings) and not os.environ.get("XDG_CACHE_HOME"):
            return None
        return Path(platformdirs.user_cache_dir("refcheck", appauthor=False))
    return settings.cache


def open_cache(settings: Settings) -> Cache:
    """The cache for these settings."""
    folder = folder_of(settings)
    return Cache(folder / "answers.sqlite3" if folder else None)


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        _share(db)
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute(
            """CREATE TABLE IF NOT EXISTS answers (source TEXT, address TEXT, question TEXT, version INTEGER,
            outcome TEXT, asked REAL, answer TEXT, PRIMARY KEY (source, address, question, version))"""
        )
        db.commit()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _share(db: sqlite3.Connection) -> None:
    """Let several runs use the file at once. While another one is making it, SQLite refuses this without waiting."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _text(answer: Answer) -> str:
    row = answer.to_dict() | {"works": [work.to_dict() for work in answer.works]}
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def _answer(text: str) -> Answer:
    return replace(answer_of(parse_json(text)), obtained="cache")
