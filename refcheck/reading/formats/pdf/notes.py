"""The notes at the foot of a PDF's pages: lines in smaller letters below the text, numbered on through the article."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.formats.pdf.page import Row
from refcheck.reading.lists.headings import heading_grade
from refcheck.reading.lists.look import ends_well

_SMALLER = 0.93  # of the size of the text, at most
_ABOVE = 2  # lines of text on a page, over its notes
_NUMBER = re.compile(r"\f?\s{0,40}\(?([\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[).]{0,2}\s?(?=[^\W\d_]|[\"“”„«»‚'‘’(\[§])")
_REST = 8  # lines of a note on the next page
_NOTES = 2  # from this many on it is not by chance


@dataclass
class _Note:
    number: int
    rows: list[Row] = field(default_factory=list)


def without_notes(pages: Sequence[Sequence[Row]], body: float) -> tuple[list[list[Row]], list[list[Row]]]:
    """The rows of each page without its notes, and the rows of each note.

    A list of references in small letters stands below its heading, and its numbers do not go on from the notes'.
    """
    notes: list[_Note] = []
    kept = [list(_page(page, body, notes)) for page in pages]
    if len(notes) < _NOTES:
        return [list(page) for page in pages], []
    return kept, [note.rows for note in notes]


def _page(page: Sequence[Row], body: float, notes: list[_Note]) -> list[Row]:
    """The rows of a page without its notes, which are added to those before."""
    kept: list[Row] = []
    waiting: list[Row] = []  # small letters that may be the rest of a note from the page before
    above = 0
    inside = False
    for row in page:
        text = row.text.strip()
        small = 0 < row.size <= body * _SMALLER
        if not text and (inside or waiting):
            continue
        if not text or not small or heading_grade(text):
            above = 0 if heading_grade(text) else above + bool(text)
            kept += [*waiting, row]
            waiting, inside = [], False
            continue
        match = _NUMBER.match(row.text)
        if match and above >= _ABOVE and _follows(_number(match), notes):
            if notes and len(waiting) < _REST and not ends_well(notes[-1].rows[-1].text.strip()):
                notes[-1].rows += waiting
            else:
                kept += waiting
            waiting, inside = [], True
            notes.append(_Note(_number(match), [row]))
        elif inside and row.foot < notes[-1].rows[-1].foot:
            notes[-1].rows.append(row)
        else:
            inside = False  # another column
            waiting.append(row)
    return kept + waiting


def _number(match: re.Match[str]) -> int:
    return int(unicodedata.normalize("NFKC", match[1]))


def _follows(number: int, notes: Sequence[_Note]) -> bool:
    """Whether a note may have this number: the next, or the first of a page that counts its own."""
    last = notes[-1].number if notes else 0
    return number in (1, last + 1, last + 2)


def note_block(rows: Sequence[tuple[int, str]]) -> Block:
    """A note's rows, each with its line number and its text, as a block."""
    number, text = rows[0]
    match = _NUMBER.match(text)
    label = f"{_number(match)}" if match else ""
    lines = [Line(number, text[match.end() if match else 0 :].strip()), *(Line(n, t.strip()) for n, t in rows[1:])]
    return Block(Kind.NOTE, tuple(line for line in lines if line.text), marker=label, key=f"note {label}")
