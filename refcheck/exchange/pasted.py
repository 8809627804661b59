"""A BibTeX block or RIS record that a user pasted in place of a printed reference."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from refcheck.exchange.csl import from_csl
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Markup, Reference
from refcheck.parsing.keys import make_key

_BIBTEX = re.compile(r"\s*@\s*[a-z]{3,20}\s*[{(]", re.IGNORECASE)
_RIS = re.compile(r"\s*TY {1,2}- ?")
_LINE = re.compile(r"(?:^|(?<=\s))([A-Z][A-Z0-9]) {1,2}- ?")
MAX_LENGTH = 20_000  # characters of a pasted record that are read
_TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference", "THES": "thesis", "RPRT": "report", "ELEC": "webpage", "WEB": "webpage",
    "DATA": "dataset", "COMP": "software", "PAT": "patent", "UNPB": "manuscript",
}  # fmt: skip
# RIS tag -> CSL variable; the first tag present wins (refman.com/support/risformat_intro.asp).
_FIELDS = {
    "title": "TI T1 CT", "container-title": "T2 JO JF JA BT", "collection-title": "T3", "volume": "VL", "issue": "IS",
    "publisher": "PB", "publisher-place": "CY PP", "edition": "ET", "DOI": "DO", "URL": "UR L2", "language": "LA",
}  # fmt: skip


def read_pasted(raw: str) -> Reference | None:
    """The reference of a BibTeX block or a RIS record, None for any other text.

    >>> read_pasted("TY  - BOOK AU  - Bowlby, J. TI  - Attachment PY  - 1969 ER  - ").title
    'Attachment'
    """
    raw = raw[:MAX_LENGTH]
    if _BIBTEX.match(raw):
        return parse_entries([Entry(raw.strip(), 1, 1, markup=Markup.BIBTEX)])[0]
    if _RIS.match(raw):
        found = from_csl(_to_csl(raw), raw)
        return replace(found, key=make_key(found.authors or found.editors, found.year, found.title or found.container))
    return None


def _to_csl(raw: str) -> dict[str, Any]:
    """A RIS record, even with its lines run together, as a CSL-JSON item."""
    pieces = _LINE.split(raw)
    values: dict[str, list[str]] = {}
    for tag, value in zip(pieces[1::2], pieces[2::2], strict=False):
        values.setdefault(tag, []).append(" ".join(value.split()))

    def first(tags: str) -> str:
        return next((values[tag][0] for tag in tags.split() if values.get(tag)), "")

    item: dict[str, Any] = {name: first(tags) for name, tags in _FIELDS.items() if first(tags)}
    item["type"] = _TYPES.get(first("TY"), "document")
    for role, tags in (("author", "AU A1"), ("editor", "A2 ED"), ("translator", "A4")):
        item[role] = [_person(name) for tag in tags.split() for name in values.get(tag, ())]
    if date := re.findall(r"\d{1,4}", first("PY Y1 DA")):
        item["issued"] = {"date-parts": [[int(part) for part in date[:3]]]}
    if pages := "-".join(filter(None, (first("SP"), first("EP")))):
        item["page"] = pages
    number = first("SN")
    item["ISBN" if len(re.sub(r"\W", "", number)) > 8 else "ISSN"] = number
    return item


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name.strip()}
