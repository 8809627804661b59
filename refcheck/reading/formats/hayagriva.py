"""Hayagriva, the bibliographies of Typst (https://github.com/typst/hayagriva/blob/main/docs/file-format.md), as CSL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refcheck.model import Entry
from refcheck.reading.formats.managers import csl_entries
from refcheck.reading.front import plain_yaml

_KINDS = {
    "article": "article-journal", "book": "book", "chapter": "chapter", "anthos": "chapter", "thesis": "thesis",
    "report": "report", "web": "webpage", "newspaper": "article-newspaper", "patent": "patent", "case": "legal_case",
    "entry": "entry", "conference": "paper-conference", "repository": "software", "manuscript": "manuscript",
    "video": "motion_picture", "thread": "post", "blog": "post-weblog", "legislation": "legislation",
}  # fmt: skip


def hayagriva_entries(text: str) -> list[Entry]:
    """The entries of a bibliography of Hayagriva; [] for any other text."""
    data = plain_yaml(text)
    works = data.items() if isinstance(data, dict) else ()
    return csl_entries({"references": [_csl(key, work) for key, work in works if isinstance(work, dict)]})


def _csl(key: str, work: Mapping[str, Any]) -> dict[str, Any]:
    """A work as an item of CSL; what it lacks may be its parent's, the journal or the book."""
    parents = work.get("parent")
    first = parents[0] if isinstance(parents, list) and parents else parents
    parent: Mapping[str, Any] = first if isinstance(first, dict) else {}
    kind = str(work.get("type", "")).lower()
    numbers = {**_numbers(parent), **_numbers(work)}
    publisher: Any = work.get("publisher") or parent.get("publisher") or work.get("organization")
    place = work.get("location") or parent.get("location")
    if isinstance(publisher, dict):
        publisher, place = publisher.get("name"), publisher.get("location") or place
    if str(parent.get("type", "")).lower() in ("proceedings", "conference"):
        kind = "conference"
    item = {
        "id": key,
        "type": _KINDS.get(kind, "document"),
        "title": _said(work.get("title")),
        "author": [_person(one) for one in _several(work.get("author"))],
        "editor": [_person(one) for one in _several(work.get("editor") or parent.get("editor"))],
        "issued": _said(work.get("date") or parent.get("date")),
        "container-title": _said(parent.get("title")),
        "volume": _said(work.get("volume") or parent.get("volume")),
        "issue": _said(work.get("issue") or parent.get("issue")),
        "page": _said(work.get("page-range") or work.get("page")),
        "edition": _said(work.get("edition") or parent.get("edition")),
        "publisher": _said(publisher),
        "publisher-place": _said(place),
        "URL": _said(work.get("url")),
        "DOI": numbers.get("doi"),
        "ISBN": numbers.get("isbn"),
        "ISSN": numbers.get("issn"),
    }  # fmt: skip
    if arxiv := numbers.get("arxiv"):
        item["number"] = f"arXiv:{arxiv}"
    return {name: value for name, value in item.items() if value}


def _said(value: Any) -> str:
    """A text, which may have more said about it: ``{value: ..., short: ...}``."""
    value = value.get("value") if isinstance(value, dict) else value
    return str(value) if isinstance(value, str | int) else ""


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _person(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        family = " ".join(filter(None, (_said(value.get("prefix")), _said(value.get("name")))))
        given = _said(value.get("given-name"))
    else:
        family, _, given = (part.strip() for part in _said(value).partition(","))
    return {"family": family, "given": given} if given else {"literal": family}


def _numbers(work: Mapping[str, Any]) -> dict[str, str]:
    numbers = work.get("serial-number")
    found = numbers.items() if isinstance(numbers, dict) else ()
    also = ((name, work.get(name)) for name in ("doi", "isbn", "issn"))
    return {str(name).lower(): _said(value) for name, value in (*found, *also) if _said(value)}
