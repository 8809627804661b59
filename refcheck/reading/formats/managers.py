"""CSL-JSON: the items that reference managers leave in word-processor files, and the bibliographies of Pandoc."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from refcheck.foreign import parse_json
from refcheck.model import Entry, Markup
from refcheck.reading.document import Document, clean
from refcheck.reading.formats.base import Format
from refcheck.reading.front import plain_yaml
from refcheck.reading.lists.headings import fold

_MAX = 500_000


def csl_items(code: str) -> Iterator[dict[str, Any]]:
    """The items in a citation field's code (Zotero and Mendeley: ``CSL_CITATION {"citationItems": [...]}``)."""
    start = code.find("{")
    if start < 0 or len(code) > _MAX:
        return
    try:
        data = parse_json(code[start : code.rfind("}") + 1])  # "RND2Jk..." may follow
    except ValueError:
        return
    items = data.get("citationItems") if isinstance(data, dict) else None
    for item in items if isinstance(items, list) else ():
        found = item.get("itemData") or item.get("item") if isinstance(item, dict) else None
        if isinstance(found, dict) and found.get("title"):
            yield found


def unique(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Items without repeats, in the order of their first citation."""
    kept: dict[str, dict[str, Any]] = {}
    for item in items:
        kept.setdefault(fold(str(item["title"])) + str(item.get("issued", "")), item)
    return list(kept.values())


def with_fields(entries: Sequence[Entry], items: Sequence[dict[str, Any]]) -> list[Entry]:
    """Printed entries, with the fields of the item whose title and year they print, if there is one."""
    if not items:
        return list(entries)
    out = []
    left = list(items)
    for entry in entries:
        printed = fold(entry.raw)
        match = next((item for item in left if _title(item) in printed and _year(item) in printed), None)
        if match is not None:
            left.remove(match)
            entry = replace(entry, markup=Markup.CSL, data=match)
        out.append(entry)
    return out


def unprinted(items: Sequence[dict[str, Any]]) -> Iterator[Entry]:
    """Entries, with composed text, for the items of a document that cites them but prints no list."""
    for number, item in enumerate(items, 1):
        yield Entry(compose(item), number, number, markup=Markup.CSL, data=item)


_CLOSED = re.compile(r"\n(?:---|\.{3})\s{0,100}\Z")  # the end of a block of YAML, as pandoc's manual prints it


def csl_entries(source: str | Mapping[str, Any]) -> list[Entry]:
    """The entries of a bibliography in CSL-JSON or CSL-YAML, given as text or as read from front matter; [] for
    anything else."""
    data: Any = source
    if isinstance(source, str):
        try:
            data = parse_json(source) if source.lstrip()[:1] in "[{" else plain_yaml(_CLOSED.sub("", source))
        except ValueError:
            return []
    if isinstance(data, Mapping):
        data = data.get("references") or data.get("items")
    items = [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
    entries = []
    at, line = 0, 1
    for item in map(_with_parts, items):
        name = item.get("id") or item.get("DOI")  # Crossref's have no id
        if name and any(map(item.get, ("title", "DOI", "URL", "type"))):
            if isinstance(source, str) and (found := source.find(f"{name}", at)) >= 0:
                line += source.count("\n", at, found)
                at = found
            entries.append(Entry(compose(item), line, line, markup=Markup.CSL, data=item, key=str(item.get("id", ""))))
    return entries


def is_csl(text: str) -> bool:
    """Whether a text is a bibliography in CSL-JSON."""
    named = '"title"' in text and ('"id"' in text or '"DOI"' in text)
    return text[:1] in "[{" and named and bool(csl_entries(text))


def _with_parts(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item with its dates as lists of parts; in YAML they may be ``{year: 2010}``, a list of those, or a text."""
    made = {**_told(item.get("note")), **item}
    for name in ("title", "container-title"):  # lists at Crossref
        if isinstance(value := item.get(name), list) and value:
            made[name] = value[0]
    for name in ("issued", "accessed", "original-date"):
        value = made.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict) and value.get("year"):
            made[name] = {"date-parts": [[value[part] for part in ("year", "month", "day") if value.get(part)]]}
        elif isinstance(value, dict) and "date_parts" in value:
            made[name] = {"date-parts": value["date_parts"]}
        elif isinstance(value, str | int):
            parts = re.split(r"[-/]", str(value).partition("/")[0] if "-" in str(value) else str(value))
            made[name] = {"date-parts": [parts]} if all(part.isdecimal() for part in parts) else {"literal": str(value)}
    return made


_EXTRA = re.compile(r"\{:([a-z-]{4,20}):\s?([^{}\n]{1,300})\}")
_PEOPLE = ("author", "editor", "translator")


def _told(note: Any) -> dict[str, Any]:
    """The variables that users of Zotero write into a note: "{:issued: 2015-07}{:editor: Doe || John}"."""
    told: dict[str, Any] = {}
    for name, value in _EXTRA.findall(note) if isinstance(note, str) else ():
        family, between, given = (part.strip() for part in value.partition("||"))
        if name in _PEOPLE:
            person = {"family": family, "given": given} if between else {"literal": family}
            told.setdefault(name, []).append(person)
        else:
            told[name] = value.strip()
    return told


FORMAT = Format("csl", (), read=lambda text, _: Document("csl", entries=tuple(csl_entries(text))))


def compose(data: Mapping[str, Any]) -> str:
    """CSL-JSON as one printed line."""
    people = data.get("author") or data.get("editor")
    people = people if isinstance(people, list) else ()
    names = [
        ", ".join(
            filter(None, (str(p.get("family") or p.get("literal") or p.get("name") or ""), str(p.get("given") or "")))
        )
        for p in people
        if isinstance(p, dict)
    ]
    volume = str(data.get("volume", "")) + (f"({data['issue']})" if data.get("issue") else "")
    where = ", ".join(
        filter(None, (str(data.get("container-title", "")), volume, str(data.get("page") or data.get("number") or "")))
    )
    publisher = ": ".join(filter(None, (str(data.get("publisher-place", "")), str(data.get("publisher", "")))))
    address = f"https://doi.org/{data['DOI']}" if data.get("DOI") else str(data.get("URL", ""))
    year = _year(data)
    parts = ("; ".join(names), f"({year})" if year else "", str(data.get("title", "")), where, publisher)
    return clean(" ".join([*(f"{part.rstrip('.')}." for part in parts if part), address]))


def _title(item: Mapping[str, Any]) -> str:
    return fold(str(item["title"])).rstrip(". ")


def _year(item: Mapping[str, Any]) -> str:
    try:
        return str(item["issued"]["date-parts"][0][0])
    except (KeyError, IndexError, TypeError):
        return ""
