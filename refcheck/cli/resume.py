"""JSON Lines on disk, written article by article, so that a run that was stopped can be resumed.

After a killed run only the last line may be incomplete. A later line for the same article replaces the earlier one;
when the run is complete, the file is rewritten in the run's order with one line per article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import IO

from refcheck._version import __version__
from refcheck.config import Settings
from refcheck.errors import BadFile, Unwritable
from refcheck.files import lines_of, open_regular, write_atomically
from refcheck.model import Report


def run_of(settings: Settings, lock: Path | None, baseline: Path | None = None) -> str:
    """A hash of everything but the article that a report depends on: version, settings, lock, local registers,
    baseline."""
    held = {f.name: getattr(settings, f.name) for f in fields(Settings) if f.repr and f.name not in _IRRELEVANT}
    files = [lock, settings.retraction_watch, settings.snapshot and settings.snapshot / "manifest.json", baseline]
    told = repr((__version__, sorted(held.items()), [_mark(file) for file in files]))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


_IRRELEVANT = ("mailto", "cache", "budget", "fail_on", "include", "exclude")


def _mark(file: Path | None) -> str:
    if file is None or not file.is_file():
        return ""
    status = file.stat()
    return _sha256(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _sha256(file: Path, changed: int, size: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What must not have changed for a line to be reused."""

    article: str  # SHA-256 of the article's file,
    list: str  # that of its list,
    run: str  # and ``run_of`` for everything else
    unchecked: bool  # some reference was not checked, so it is worth another try with network access


class Lines:
    """The lines of a JSON Lines file by article; if it is opened for writing, new ones can be added."""

    def __init__(self, path: Path, *, writing: bool, keep: bool) -> None:
        """keep: reuse the lines in the file instead of starting it anew. Raises BadFile when it cannot be used."""
        self._path = path
        self._places: dict[str, tuple[int, int]] = {}  # article -> where its line is
        self._earlier: dict[str, Earlier] = {}
        self._stale = False
        try:
            mode = "rb" if not writing else "r+b" if keep and path.exists() else "w+b"
            self._file: IO[bytes] = open_regular(path, mode)
            self._end = self._scan() if keep else 0
            if writing:
                self._file.truncate(self._end)  # half a line
        except OSError as error:
            raise BadFile(f"{path}: {error.strerror or error}") from error

    def _scan(self) -> int:
        from refcheck.reports.rebuilt import MAX_LINE, rebuilt

        at = 0
        for number, line in enumerate(lines_of(self._file, MAX_LINE), 1):
            if not line.endswith(b"\n"):
                break
            try:
                report, run = rebuilt(line)
            except BadFile as error:
                raise BadFile(f"{self._path}:{number}: {error}") from error
            article = report.article
            self._stale = self._stale or article.path in self._places
            self._places[article.path] = (at, len(line))
            self._earlier[article.path] = Earlier(article.sha256, article.list_sha256, run, bool(report.unchecked))
            at += len(line)
        return at

    def earlier(self, path: str) -> Earlier | None:
        """What an earlier run recorded for an article, or None."""
        return self._earlier.get(path)

    def line(self, path: str) -> bytes:
        """The line of an article. Raises KeyError if there is none."""
        start, size = self._places[path]
        self._file.seek(start)
        return self._file.read(size)

    def report(self, path: str) -> Report:
        """The report of an article, rebuilt from its line."""
        from refcheck.reports.rebuilt import rebuilt

        return rebuilt(self.line(path))[0]

    def add(self, report: Report, run: str) -> None:
        """Write the line of a report at once."""
        from refcheck.reports.formats.jsonl import line as line_of

        self.put(report.article.path, line_of(report, run).encode())

    def put(self, path: str, line: bytes) -> None:
        """Write an article's line, unless the file already has the same. Raises Unwritable."""
        if path in self._places:
            if self.line(path) == line:
                return
            self._stale = True
        try:
            self._file.seek(self._end)
            self._file.write(line)
            self._file.flush()
        except OSError as error:  # --resume cuts off what was written of the line
            with suppress(OSError):
                self._file.close()  # or it would try the rest again
            raise Unwritable(f"{self._path}: cannot be written: {error.strerror or error}") from error
        self._places[path] = (self._end, len(line))
        self._end += len(line)

    def close(self, order: list[str] | None = None) -> None:
        """Close the file. order: the articles of a complete run, for which the file is rewritten in this order."""
        if order is not None and (self._stale or order != list(self._places)):
            write_atomically(self._path, (self.line(path).decode() for path in order if path in self._places))
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)
