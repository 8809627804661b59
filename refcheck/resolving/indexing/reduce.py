"""A raw record of any register's dump -> what the index keeps of it: a Work, its identifiers and its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from refcheck.matching.words import words_of_work
from refcheck.model import Work
from refcheck.resolving.snapshot.packed import NAMES, Kept, pack
from refcheck.resolving.sources import datacite, openalex
from refcheck.resolving.sources.records import is_empty, work_from_crossref

_CROSSREF = (
    "DOI", "ISBN", "ISSN", "URL", "approved", "article-number", "author", "container-title", "content-created",
    "edition-number", "editor", "issue", "issued", "journal-issue", "language", "original-title", "page", "posted",
    "published", "published-online", "published-other", "published-print", "publisher", "publisher-location",
    "relation", "short-container-title", "short-title", "subject", "subtitle", "title", "translator", "type",
    "update-to", "updated-by", "volume", "indexed", "deposited",
    # CSL-JSON, where it differs
    "container-title-short", "edition", "publisher-place", "titles", "source", "doi",
    # DataCite
    "attributes",
    # OpenAlex
    "id", "ids", "display_name", "publication_year", "authorships", "primary_location", "biblio", "is_retracted",
    "primary_topic", "topics", "updated_date",
)  # fmt: skip
_Record = msgspec.defstruct(
    "_Record",
    [(f"f{i}", Any, msgspec.UNSET) for i in range(len(dict.fromkeys((*_CROSSREF, *NAMES))))],
    rename={f"f{i}": key for i, key in enumerate(dict.fromkeys((*_CROSSREF, *NAMES)))},
    gc=False,
)
"""Everything read of any record: the rest of its JSON, mostly reference lists, is skipped without being made."""
_KEYS = tuple(zip(dict.fromkeys((*_CROSSREF, *NAMES)), _Record.__struct_fields__, strict=True))
_decode = msgspec.json.Decoder(_Record).decode


def reduced(raw: bytes) -> Kept | None:
    """What the index keeps of a record from Crossref, DataCite or OpenAlex, of CSL-JSON, or of a Work's ``to_dict``.

    None for anything but a record, and for a record without anything to compare.
    """
    record = _read(raw)
    if record is None:
        return None
    work, version = _work(record)
    if is_empty(work):
        return None
    packed = pack(version, work)
    id = f"doi:{work.doi}" if work.doi else f"hash:{hashlib.blake2b(packed, digest_size=12).hexdigest()}"
    return Kept(id, _others(work), " ".join(words_of_work(work)), version, packed)


def _read(raw: bytes) -> Mapping[str, Any] | None:
    try:
        held = _decode(raw)
    except (msgspec.MsgspecError, RecursionError):
        return _read_slowly(raw)
    return {key: value for key, name in _KEYS if (value := getattr(held, name)) is not msgspec.UNSET}


def _read_slowly(raw: bytes) -> Mapping[str, Any] | None:
    """A record with half a surrogate pair, which some depositors send and the fast reader refuses."""
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, Mapping) else None


def reduced_all(raws: Sequence[bytes]) -> list[Kept | None]:
    """``reduced`` of each, in order: one job of a worker."""
    return [reduced(raw) for raw in raws]


def _work(record: Mapping[str, Any]) -> tuple[Work, int]:
    attributes = record.get("attributes")
    if isinstance(attributes, Mapping):
        return datacite.work_of(attributes), _seconds(attributes.get("updated"))
    if "display_name" in record:
        return openalex.whole_work(record), _seconds(record.get("updated_date"))
    if isinstance(record.get("titles"), list) and "DOI" not in record:
        try:
            return msgspec.convert({"source": "snapshot"} | dict(record), Work), 0
        except msgspec.ValidationError:
            return Work("snapshot"), 0
    return work_from_crossref(record), max(_stamp(record.get("indexed")), _stamp(record.get("deposited")))


def _others(work: Work) -> tuple[str, ...]:
    return (
        *(f"isbn:{isbn}" for isbn in work.isbn),
        *((f"pmid:{work.pmid}",) if work.pmid else ()),
        *(f"about:{update.about}" for update in work.updates if update.about),
    )


def _stamp(value: Any) -> int:
    """Crossref's {"timestamp": milliseconds} or {"date-time": ISO}, as seconds."""
    stamp = value.get("timestamp") if isinstance(value, Mapping) else None
    if isinstance(stamp, int | float) and 0 < stamp < 1e14:
        return int(stamp // 1000)
    return _seconds(value.get("date-time")) if isinstance(value, Mapping) else 0


def _seconds(value: Any) -> int:
    try:
        return max(0, int(datetime.fromisoformat(value).timestamp())) if isinstance(value, str) else 0
    except (ValueError, OverflowError, OSError):
        return 0
