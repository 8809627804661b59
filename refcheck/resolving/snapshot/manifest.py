"""The manifest of an index: what it was made from, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from refcheck.errors import BadFile
from refcheck.files import read_regular
from refcheck.foreign import parse_json

NAME = "manifest.json"
MAX_MANIFEST = 100_000_000  # bytes
VERSION = 1


@dataclass(frozen=True, slots=True)
class Place:
    """How far a file was read: ``record`` records of its ``member`` (0 outside a tar), and all earlier members."""

    member: int = 0
    record: int = 0


@dataclass(frozen=True, slots=True)
class Input:
    """A file of a dump, identified by path, size and time, and how far it has been read."""

    path: str
    bytes: int
    changed: int  # seconds since 1970
    place: Place = field(default_factory=Place)
    done: bool = False
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index was made from. counts: records added, replaced, older (not newer than the index's), unreadable."""

    shards: int
    records: int = 0
    newest: str = ""  # ISO day of the latest change to a record, so the day that the index is current to
    counts: Mapping[str, int] = field(default_factory=dict)
    inputs: tuple[Input, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)  # file of the index -> SHA-256; empty until it is complete
    version: int = VERSION


def read_manifest(root: Path) -> Manifest:
    """The manifest of an index. Raises BadFile when there is none, or one made by another version of refcheck."""
    try:
        data: Any = parse_json(read_regular(root / NAME, MAX_MANIFEST))
        if data["version"] != VERSION:
            raise BadFile(f"{root}: an index of version {data['version']}, not {VERSION}: build it again")
        inputs = tuple(
            Input(**{**row, "place": Place(**row["place"]), "trouble": tuple(row["trouble"])}) for row in data["inputs"]
        )
        return Manifest(**{**data, "inputs": inputs})
    except OSError as error:
        raise BadFile(f"{root}: no index here (make one with refcheck index): {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile(f"{root / NAME}: cannot be read: {error}") from error
