"""A line of a PDF as one of a list's, and what a reference is by its places on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from refcheck.reading.formats.pdf.page import Row
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.look import has_year

FEWEST = 3  # references that show how their list is set
NEAR = 3  # points between two lines at one margin
SAME_SIZE = 0.8  # points between two sizes of letters in one list
BEGUN = 0.75  # of the lines that begin a reference by their places look as if they did
LONGEST = 40  # rows of a reference
_LONG = 500  # characters


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference: the indexes of its rows, and the number printed before it ("" for none).

    heads: it is the heading of a list instead. listed: of a list without a heading.
    """

    rows: tuple[int, ...]
    marker: str = ""
    heads: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not blank. piece: which stretch of a column it stands in."""

    index: int
    row: Row
    text: str
    piece: int
    gap: bool  # a blank row is above it


def lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows that are not blank, each with its stretch of a column."""
    piece = 0
    above: Row | None = None
    gap = True
    for index, row in enumerate(rows):
        text = row.text.strip()
        if row.text.startswith("\f"):
            above, piece, gap = None, piece + 1, True
        if not text:
            gap = True
            continue
        if above is not None and row.foot > above.foot + 1:
            piece += 1
        yield Line(index, row, text, piece, gap)
        above, gap = row, False


def text_of(lines: Sequence[Line]) -> str:
    """The lines as one text."""
    return " ".join(line.text for line in lines)


def unless_glued(found: list[Placed], lines: Mapping[int, Line]) -> list[Placed]:
    """The references; none if one seems to hold others, so that the list is not set as was thought."""
    usual = median(sum(len(lines[index].text) for index in one.rows) for one in found)
    for one in found:
        rest = [lines[index].text for index in one.rows[1:]]
        again = sum(author_points(text) >= 2.5 and has_year(text) for text in rest)
        if again > 1 and sum(map(len, rest)) > max(_LONG, 3 * usual):
            return []
    return found
