"""A record as the index keeps it: its Work and version, packed, with the identifiers and words that lead to it."""

from __future__ import annotations

from dataclasses import dataclass, fields

import msgspec

from refcheck.model import Update, Work

NAMES = tuple(f.name for f in fields(Work))
_encode = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(tuple[int, Work]).decode


@dataclass(frozen=True, slots=True)
class Kept:
    """One record on its way into the index.

    id: "doi:10.1/x", or a hash of the record where it has none. others: the other identifiers that lead to it, and for
    a notice "about:10.1/x". words: what a search finds it by, one blank between. packed: version and Work, as
    ``unpacked`` reads them.
    """

    id: str
    others: tuple[str, ...]
    words: str
    version: int
    packed: bytes


def pack(version: int, work: Work) -> bytes:
    """What ``unpacked`` reads."""
    return _encode((version, {name: value for name in NAMES if (value := getattr(work, name)) or name == "source"}))


def unpacked(packed: bytes) -> tuple[int, Work]:
    """The version (seconds since 1970 at which the register last changed the record, 0 when unknown) and the Work."""
    return _unpack(packed)


def notices(about: str, notice: Work) -> tuple[Update, ...]:
    """The updates that a notice's own record implies for the work it is about."""
    return tuple(
        Update(update.kind, notice.doi, update.date, update.source)
        for update in notice.updates
        if update.about == about
    )
