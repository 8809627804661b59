"""The kind of work that the type of a BibTeX entry, and its fields, mean."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from refcheck import patterns as re
from refcheck.language.degrees import is_doctoral, is_lower
from refcheck.language.words import alternatives, every
from refcheck.worktype import BIBTEX, bibtex_name

_ALIASES = frozenset(BIBTEX) - {"legal"}  # a single kind here, two types in biblatex
# biblatex's words for kinds of theses, which others need not know; "phdthesis" is one as anybody's "PhD thesis" is.
_DEGREES = {"mathesis": "mastersthesis", "bathesis": "mastersthesis", "candthesis": "phdthesis"}


def type_of(written: str) -> str:
    """The Reference type for an entry's own type, judged without its fields."""
    written = _nearest(written)
    return bibtex_name(BIBTEX[written]) if written in _ALIASES else written


@lru_cache(maxsize=256)
def _nearest(written: str) -> str:
    """The type that one with a letter or two wrong means: "inproceeding", "artcile"."""
    if written in BIBTEX or len(written) < 5:
        return written
    return next(iter(get_close_matches(written, BIBTEX, 1, 0.85)), written)


def kind_of(written: str, fields: Mapping[str, str]) -> str:
    """The Reference type of an entry: what its own type says, unless its fields say better."""
    kind = type_of(written)
    if (kind in _BY_MISTAKE or kind not in BIBTEX) and _is_of_journal(kind, fields):
        return "article"
    if kind == "book" and fields.get("type", "").strip().lower() in ("book chapter", "book-chapter", "chapter"):
        return "incollection"  # as Scopus says
    if kind == "book" and _is_part(fields):
        return "incollection"
    if kind == "article" and fields.get("entrysubtype", "").strip().lower() == "newspaper":
        return "newspaper"
    if kind == "misc" or kind not in BIBTEX:
        kind = _said(fields) or kind
    if kind in ("phdthesis", "mastersthesis"):
        return next(filter(None, (_of_degree(fields[name]) for name in _DEGREE_IN if name in fields)), kind)
    return "inproceedings" if written == "paper" and "booktitle" in fields else kind


def _said(fields: Mapping[str, str]) -> str:
    """What an entry of no type of its own calls itself: "type = {Conference Paper}", "note = {US Patent 1}"."""
    if "note" in fields and patent_number(fields["note"]):
        return "patent"
    words = re.findall(r"[^\W\d_]+", fields.get("type", "").lower()[:60])
    named = next((name for name in ("".join(words), *words[-1:]) if name in BIBTEX), "")
    return bibtex_name(BIBTEX[named]) if named else ""


def patent_number(note: str) -> str:
    """The number of the patent that a note names and nothing else; "" for any other note."""
    found = _PATENT.fullmatch(note) if len(note) < 60 else None
    return found[1].strip(" .") if found else ""


_NATIONS = alternatives(every("kinds", "patent_nations"))
_PATENT = re.compile(
    rf"\s{{0,9}}(?:(?:{_NATIONS})\s)?(?:{alternatives(every('kinds', 'patents'))})(?:\s[^\W\d_]{{2,12}}\.?){{0,2}}?"
    r"\s((?:[A-Z]{2}\s?)?\d[\d,./ ]{3,20}(?:[A-Z]\d)?)\s{0,9}",
    re.IGNORECASE,
)
# Where an entry may say for which degree a thesis was written.
_DEGREE_IN = ("type", "titleaddon", "howpublished", "note", "addendum")


def _of_degree(says: str) -> str:
    """The type of a thesis by the words for its kind; "" if they are none, or more than these."""
    if len(says) > 60:
        return ""
    named = "phdthesis" if is_doctoral(says) else "mastersthesis" if is_lower(says) else ""
    return _DEGREES.get(says.strip().lower(), named)


# The types that Mendeley and others give to what they do not recognize.
_BY_MISTAKE = frozenset(("techreport", "book", "misc", "unpublished", "online"))


def _is_of_journal(kind: str, fields: Mapping[str, str]) -> bool:
    """Whether volume, pages and a journal, or an issue of what is called a book, are those of an article; the one page
    of a book may be its number of pages."""
    if "volume" not in fields or "pages" not in fields or not _VOLUME.fullmatch(fields["volume"]):
        return False
    numbered = "number" in fields or "issue" in fields
    named = "journal" in fields or "journaltitle" in fields
    if named and numbered and kind != "book" and fields["pages"].strip().isdecimal():
        return True
    return (named or (numbered and "booktitle" in fields)) and _WITHIN.fullmatch(fields["pages"]) is not None


def _is_part(fields: Mapping[str, str]) -> bool:
    """Whether what is called a book stands in one of another name, on these pages; "1-480" are a whole book's."""
    whole, pages = fields.get("booktitle", ""), fields.get("pages", "")
    within = _WITHIN.fullmatch(pages) is not None and not _FROM_FIRST.match(pages)
    return within and whole.strip("{} ").lower() not in ("", fields.get("title", "").strip("{} ").lower())


_FROM_FIRST = re.compile(r"\s{0,9}(?:[01]|[ivx]{1,6}|[A-Za-z]{1,2}\d{1,7})\s?(?:[-–]|\Z)", re.IGNORECASE)
_VOLUME = re.compile(r"\s{0,9}[\dA-Z]{1,5}\s{0,9}")
_WITHIN = re.compile(
    r"\s{0,9}(?=[^\s]{0,9}\d)[\w.:]{1,12}\s?[-–]{1,3}\s?[\w.:]{1,12}\s{0,9}|\s{0,9}[A-Za-z]{1,2}\d{1,7}\s{0,9}"
)
