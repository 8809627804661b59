"""A record in the form of Crossref or CSL-JSON -> Work. Records are as wrong as their depositors; nothing here
raises."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from refcheck.comparing.about import status, unmarked
from refcheck.exchange.csl_parts import KINDS, divided, issued
from refcheck.model import Name, Relation, Update, Work
from refcheck.resolving.sources.fields import MOST, text, texts, unique
from refcheck.worktype import CROSSREF

# All dates of publication; ``created``, ``deposited`` and ``indexed`` are dates of the record.
_DATES = (
    "published-print",
    "issued",
    "published",
    "published-online",
    "published-other",
    "posted",
    "approved",
    "content-created",
)
_NAMES = {kind: name for name, kind in reversed(tuple(CROSSREF.items()))}
_TYPES = {name: _NAMES[kind] for name, kind in KINDS.items() if kind in _NAMES}
"""CSL's type -> Crossref's. A register's "article" is the preprint that CSL means by it, a reference's any article."""


def work_from_crossref(message: Mapping[str, Any], source: str = "crossref") -> Work:
    """A Crossref ``message`` (or CSL-JSON, which shares its keys) as a Work; unexpected values are absent."""
    titles = texts(message.get("title"))
    stripped = tuple(map(unmarked, titles))
    doi = text(message.get("DOI")).lower()
    kind = text(message.get("type"))
    score = message.get("score")
    return Work(
        source=source,
        doi=doi,
        type=_TYPES.get(kind, kind),
        titles=unique((*stripped, *titles, *texts(message.get("short-title")))),
        subtitles=texts(message.get("subtitle")),
        original_titles=texts(message.get("original-title")),
        authors=names(message.get("author")),
        editors=names(message.get("editor")),
        translators=names(message.get("translator")),
        years=years(message),
        containers=texts(message.get("container-title")),
        short_containers=unique(
            (*texts(message.get("short-container-title")), *texts(message.get("container-title-short")))
        ),
        volume=text(message.get("volume")),
        issue=text(message.get("issue")),
        pages=text(message.get("page")),
        article_number=text(message.get("article-number")),
        publisher=text(message.get("publisher")),
        place=text(message.get("publisher-location")) or text(message.get("publisher-place")),
        edition=text(message.get("edition-number")) or text(message.get("edition")),
        issn=texts(message.get("ISSN")),
        isbn=tuple(isbn.rsplit("/", 1)[-1] for isbn in texts(message.get("ISBN"))),
        language=text(message.get("language"))[:2].lower(),
        url=text(message.get("URL")),
        updates=updates(message, doi, titles),
        relations=relations(message.get("relation")),
        subjects=texts(message.get("subject")),
        score=float(score) if isinstance(score, int | float) and score is not True and 0 < score < 1e9 else None,
    )


def is_empty(work: Work) -> bool:
    """Whether a record has nothing to compare, so that the service has not really answered."""
    return not (work.titles or work.authors or work.editors or work.containers or work.original_titles)


def names(value: Any) -> tuple[Name, ...]:
    """Crossref's persons and organisations, in order, with particles and swapped names as registered. A name that is
    not divided is an organisation's here, never several people as in a reference ("Food and Drug Administration")."""
    found = []
    for row in value[:MOST] if isinstance(value, list) else ():
        if isinstance(row, Mapping):
            get = partial(_part, row)
            if person := divided(get):
                found.append(person)
            elif literal := get("literal") or get("name") or get("given"):
                found.append(Name(literal=literal))
    return tuple(found)


def _part(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    if not value:
        return ""
    said = text(value)
    return html.unescape(said) if "&" in said else said


def years(message: Mapping[str, Any]) -> tuple[int, ...]:
    """Every publication year of a record, print first, without repetitions."""
    issue = message.get("journal-issue")
    holders = (message, issue) if isinstance(issue, Mapping) else (message,)
    found = [year for holder in holders for key in _DATES if key in holder and (year := _year(holder[key]))]
    return tuple(dict.fromkeys(found))


def _year(value: Any) -> int:
    year = issued(value)[0] or 0
    return year if 1000 <= year <= 2200 else 0


def date_of(value: Any) -> str:
    """{"date-parts": [[2010, 2, 2]]} as "2010-02-02", as exact as it is; "" when there is none."""
    year, month, day, _ = issued(value)
    return "-".join(f"{number:02d}" for number in (year, month, month and day) if number)


def updates(message: Mapping[str, Any], doi: str, titles: tuple[str, ...]) -> tuple[Update, ...]:
    """The notices about a work, those that it is itself (``about``), and the status in its title, each once."""
    found: dict[tuple[str, str, str], Update] = {}
    for key in ("updated-by", "update-to"):
        value = message.get(key)
        for row in value[:MOST] if isinstance(value, list) else ():
            if not isinstance(row, Mapping):
                continue
            other = text(row.get("DOI")).lower()
            kind = re.sub(r"[\s-]+", "_", text(row.get("type")).lower())
            source = text(row.get("source")) or "publisher"
            when = date_of(row.get("updated"))
            if not kind:
                continue
            if key == "updated-by":
                found.setdefault((kind, other, ""), Update(kind, other, when, source))
            elif other != doi:  # publishers register new versions as updates of themselves
                found.setdefault((kind, doi, other), Update(kind, doi, when, source, about=other))
    kind = next(filter(None, map(status, titles)), "")
    if kind and not any(update.kind == kind for update in found.values()):
        found[kind, "", ""] = Update(kind, source="title")
    return tuple(found.values())


def relations(value: Any) -> tuple[Relation, ...]:
    """Crossref's ``relation`` object: the links whose other end is a DOI."""
    found = []
    for kind, rows in value.items() if isinstance(value, Mapping) else ():
        for row in rows[:MOST] if isinstance(rows, list) else ():
            if isinstance(row, Mapping) and text(row.get("id-type")) == "doi" and text(row.get("id")):
                found.append(Relation(text(kind), text(row.get("id")).lower()))
    return tuple(dict.fromkeys(found))
