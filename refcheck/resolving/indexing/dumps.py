"""The dumps that registers publish, in all their forms -> raw records, streamed.

A dump is a file, a folder of files or a tar of them, each gzipped or not. Their contents, not their names, decide: JSON
Lines (DataCite, OpenAlex, Crossref since 2025), one JSON array, or one object whose ``items`` are the records (Crossref
until 2024, and saved answers of its API).
"""

from __future__ import annotations

import codecs
import gzip
import io
import json
import tarfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from refcheck import patterns as re
from refcheck.errors import BadFile
from refcheck.resolving.snapshot.manifest import Place

BATCH = 1000
"""Records handed on together."""
WHOLE = 64 << 20
"""Bytes, unpacked, of a document that is decoded in one go; a longer one is read through a window. Crossref's files of
5,000 records are of about this size."""
MAX_RECORD = 16 << 20
"""Bytes of one record; a longer one is skipped. The longest real ones, of 5,000 authors, have one or two million."""
_CHUNK = 1 << 20
_SUFFIXES = (".json", ".jsonl", ".ndjson", ".tar", ".tgz", ".json.gz", ".jsonl.gz", ".ndjson.gz", ".tar.gz")
_PARTS = (*_SUFFIXES, ".gz")  # OpenAlex calls its files part_000.gz
_OPENING = re.compile(rb'\s*(?:\[|\{(?:(?!\n\s*\{).)*?"items"\s*:\s*\[)', re.DOTALL)
_BROKEN = (OSError, EOFError, zlib.error, tarfile.TarError)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some records as bytes of JSON, and the place after them. trouble: why the rest of a member cannot be read."""

    records: Sequence[bytes]
    place: Place
    position: int  # bytes of the file, as it lies on disk, that were read
    trouble: str = ""
    last: bool = False  # the end of the file


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files of a dump: those named, and those in a folder that look like dumps, in order of their paths.

    Raises BadFile for a path that is missing and for a folder without any.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.name.lower().endswith(_PARTS) and p.is_file())
            visible = [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
            if not visible:
                raise BadFile(f"{path}: no dump in this folder ({', '.join(_SUFFIXES)})")
            found.update(dict.fromkeys(visible))
        elif path.is_file():
            found[path] = None
        else:
            raise BadFile(f"{path}: no such file or folder")
    return list(found)


def batches(path: Path, start: Place | None = None) -> Iterator[Batch]:
    """The records of one file from a place on, in constant memory.

    A damaged member gives a batch with the trouble and what could be read before it; then the next member is read.
    Raises BadFile when the file cannot be opened.
    """
    start = start or Place()
    try:
        raw = path.open("rb")
    except OSError as error:
        raise BadFile(f"{path}: cannot be read: {error.strerror or error}") from error
    with raw:
        number, trouble = 0, ""
        try:
            for number, member in enumerate(_members(raw)):
                if number >= start.member:
                    skipped = start.record if number == start.member else 0
                    yield from _member_batches(member, number, skipped, raw, path)
        except _BROKEN as error:
            trouble = f"{path}: damaged: {error}"
        yield Batch((), Place(number + 1), path.stat().st_size, trouble, last=True)


def _member_batches(
    member: io.BufferedReader, number: int, skipped: int, raw: IO[bytes], path: Path
) -> Iterator[Batch]:
    kept: list[bytes] = []
    count = 0
    trouble = ""
    try:
        for record in _records(member):
            count += 1
            if count > skipped:
                kept.append(record)
                if len(kept) == BATCH:
                    yield Batch(kept, Place(number, count), raw.tell())
                    kept = []
    except (*_BROKEN, ValueError) as error:
        trouble = f"{path}: damaged after {count} records of part {number + 1}: {error}"
    yield Batch(kept, Place(number + 1), raw.tell(), trouble)


def _members(raw: IO[bytes]) -> Iterator[io.BufferedReader]:
    """The members of a tar, or the file itself."""
    plain = _unpacked(raw)
    if not _is_tar(plain):
        yield plain
        return
    with tarfile.open(fileobj=plain, mode="r|") as tar:
        for info in tar:
            tar.members.clear()  # type: ignore[attr-defined]  # it would remember each of some 30,000
            held = tar.extractfile(info) if info.isfile() and info.name.lower().endswith(_PARTS) else None
            if held is not None:
                yield _unpacked(held)


def _unpacked(file: Any) -> io.BufferedReader:
    """The file, through gzip where it is gzipped."""
    buffered = io.BufferedReader(file, _CHUNK)
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        packed: Any = gzip.GzipFile(fileobj=buffered)
        return io.BufferedReader(packed, 1 << 16)  # what a damage makes unreadable before it
    return buffered


def _is_tar(file: io.BufferedReader) -> bool:
    return file.peek(512)[257:262] == b"ustar"


def _records(file: io.BufferedReader) -> Iterator[bytes]:
    if _OPENING.match(file.peek(4096)[:4096]):
        yield from _of_document(file)
        return
    while line := file.readline(MAX_RECORD):
        if line.endswith(b"\n") or len(line) < MAX_RECORD:
            if not line.isspace():
                yield line
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(_CHUNK)
            yield b""  # too long: counted as unreadable


class _Answer(msgspec.Struct):
    items: list[msgspec.Raw] = []


class _Document(_Answer):
    message: _Answer = msgspec.field(default_factory=_Answer)


def _of_document(file: io.BufferedReader) -> Iterator[bytes]:
    data = _read(file, WHOLE)
    if len(data) < WHOLE:
        with suppress(msgspec.MsgspecError, RecursionError):
            held = msgspec.json.decode(data, type=list[msgspec.Raw] | _Document)
            yield from map(bytes, held if isinstance(held, list) else held.items or held.message.items)
            return
    yield from _through_a_window(data, file)


def _read(file: io.BufferedReader, size: int) -> bytes:
    """Up to ``size`` bytes; fewer only at the end."""
    parts = []
    while size > 0 and (part := file.read(min(size, _CHUNK))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _through_a_window(data: bytes, file: io.BufferedReader) -> Iterator[bytes]:
    """The records of a long or damaged document, up to the damage. Raises ValueError there."""
    decode = json.JSONDecoder().raw_decode
    utf8 = codecs.getincrementaldecoder("utf-8")("replace")
    opening = _OPENING.match(data)
    assert opening is not None
    window, at = utf8.decode(data[opening.end() :]), 0
    while True:
        while at < len(window) and (window[at] in ", \t\r\n"):
            at += 1
        if window[at : at + 1] == "]":
            return
        try:
            _, end = decode(window, at)
        except (ValueError, RecursionError):
            if len(window) - at > MAX_RECORD or not (more := file.read(_CHUNK)):
                raise ValueError("it is not JSON from there on") from None
            window, at = window[at:] + utf8.decode(more), 0
            continue
        yield window[at:end].encode()
        at = end
