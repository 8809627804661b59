"""The list of amsrefs, ``\\bib{Milnor}{article}{author={Milnor, John}, ...}``, as entries of BibTeX
(https://www.ams.org/arc/resources/pdfs/amsrefs-userguide.pdf)."""

from __future__ import annotations

from dataclasses import replace

from refcheck import patterns as re
from refcheck.model import Entry
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.formats.latex_items import closing

_BIB = re.compile(r"\\bib\*?\s{0,9}\{([^{}]{1,200})\}\s{0,9}\{(\w[\w.]{0,30})\}\s{0,9}\{")
_FIELD = re.compile(r"([A-Za-z]{1,30})\s{0,9}=\s{0,9}\{")
_TYPES = {"collection.article": "incollection", "proceedings.article": "inproceedings", "innerbook": "book"}
_SEVERAL = ("author", "editor", "translator")  # a field for each person
_INSIDE = ("book", "conference")  # fields that hold fields: of the volume, of the meeting
_UNPRINTED = ("review", "label", "accessdate")


def take_amsrefs(text: str) -> tuple[str, tuple[Entry, ...]]:
    """A text without its ``\\bib`` commands, line for line, and their entries."""
    out, entries, at = [], list[Entry](), 0
    for match in _BIB.finditer(text) if "\\bib" in text else ():
        if match.start() < at:
            continue
        end = closing(text, match.end())
        line, last = text.count("\n", 0, match.start()) + 1, text.count("\n", 0, end) + 1
        made = _bibtex(match[1].strip(), match[2], _fields(text[match.end() : end - 1]))
        entries += (replace(entry, line=line, end_line=last) for entry in bib_entries(made))
        out += [text[at : match.start()], "\n" * (last - line)]
        at = end
    return "".join(out) + text[at:], tuple(entries)


def _bibtex(key: str, kind: str, fields: dict[str, str]) -> str:
    kind = _TYPES.get(kind, kind)
    if kind == "article" and "booktitle" in fields and "journal" not in fields:
        kind = "incollection"
    rows = (f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kind}{{{key},\n" + ",\n".join(rows) + "\n}"


def _fields(body: str) -> dict[str, str]:
    """Fields with their values; people of one role are joined by "and"."""
    found: dict[str, str] = {}
    at = 0
    while match := _FIELD.search(body, at):
        at = closing(body, match.end())
        name, value = match[1].lower(), body[match.end() : at - 1].strip()
        if name in _UNPRINTED:
            continue
        if name in _INSIDE:
            for inner, text in _fields(value).items():
                found.setdefault("booktitle" if inner == "title" else inner, text)
        elif name in _SEVERAL and name in found:
            found[name] += f" and {value}"
        else:
            found[name] = value
    return found
