"""A page of a PDF as rows: where each begins, how large its letters are, and without numbers that count its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_COLUMN = 60  # points: what begins further to the right or the left stands in another column, or in the middle of it
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_BLANK = 4  # points: the width of a blank
_GAP = 1.25  # lines: a step down that is larger has a blank line in it
_RAISED = 6  # points: a smaller step is that of an index or a power
_SET = 0.15  # of a row's letters say its size: most of a name in small capitals is smaller
_COUNTED = 4  # numbers in a row that may count the lines of a page
_COUNTING = 0.6  # of the lines of a page have a number where its lines are counted
_WANDERS = 12  # points between the left edges of one column of numbers: "99" and "100" end at the same edge


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or a piece of one: points from the left and from the foot of the page, the size of its letters,
    all of it bold."""

    text: str
    left: float
    foot: float
    size: float = 0.0
    bold: bool = False


def laid_out(page: Any) -> list[Row]:
    """The rows of a page, with their indents as blanks before the text and a row without text for each gap.

    Both divide references that print no number: a hanging indent, or a space between them.
    """
    rows = _rows(page)
    steps = sorted(a.foot - b.foot for a, b in pairwise(rows) if _below(a, b) and a.foot - b.foot > _RAISED)
    gap = _GAP * steps[len(steps) // 4] if steps else 0.0  # in a list most steps may be gaps
    out: list[Row] = []
    column: list[Row] = []

    def end_column() -> None:
        margin = min((row.left for row in column), default=0.0)
        for above, row in zip([None, *column], column, strict=False):
            if above and above.foot - row.foot > gap:
                out.append(Row("", row.left, row.foot))
            indent = " " * round((row.left - margin) / _BLANK)
            out.append(Row(indent + row.text, row.left, row.foot, row.size, row.bold))
        column.clear()

    for row in rows:
        if column and not (_below(column[-1], row) and abs(row.left - min(x.left for x in column)) < _COLUMN):
            end_column()
        column.append(row)
    end_column()
    return out


def _below(above: Row, row: Row) -> bool:
    """The next line of the same column."""
    return above.foot > row.foot and abs(above.left - row.left) < _COLUMN


def _rows(page: Any) -> list[Row]:
    rows: list[list[Row]] = [[]]

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                rows.append([])
            if piece:
                left, foot = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = abs((tm[3] or tm[1]) * (cm[3] or cm[1]))
                rows[-1].append(Row(piece, left, foot, (size or 0.0) * scale, _is_bold(font)))

    page.extract_text(visitor_text=visit)
    return [row for pieces in _without_line_numbers(rows) if (row := _row(pieces))]


def _row(pieces: list[Row]) -> Row | None:
    text = "".join(piece.text for piece in pieces).strip()
    printed = [piece for piece in pieces if piece.text.strip()]
    if not text:
        return None
    sizes: Counter[float] = Counter()
    for piece in printed:
        sizes[round(piece.size, 1)] += len(piece.text)
    size = max(one for one, letters in sizes.items() if letters >= sizes.total() * _SET)
    return Row(text, printed[0].left, printed[0].foot, size, all(piece.bold for piece in printed))


def _is_bold(font: Any) -> bool:
    name = str((font or {}).get("/BaseFont", "")).lower()
    return "bold" in name or "medi" in name or "-black" in name or "heavy" in name or "cmbx" in name


def _without_line_numbers(rows: list[list[Row]]) -> list[list[Row]]:
    """The rows without the numbers that count them, in the margin of a manuscript: every line, or every fifth."""
    numbers = [piece for row in rows for piece in row if _NUMBER.fullmatch(piece.text)]
    printed = sum(any(piece.text.strip() for piece in row) for row in rows)
    for step in (1, 5):
        for run in _runs(numbers, step):
            if len(run) >= _COUNTED and len(run) * step >= printed * _COUNTING:
                counted = {id(piece) for piece in run}
                return [[piece for piece in row if id(piece) not in counted] for row in rows]
    return rows


def _runs(numbers: Sequence[Row], step: int) -> list[list[Row]]:
    """The numbers that go on by this step, below each other."""
    runs: list[list[Row]] = []
    for number in numbers:
        column = next((run for run in runs if abs(run[-1].left - number.left) < _WANDERS), None)
        if column is None:
            runs.append([number])
        elif int(number.text) == int(column[-1].text) + step:
            column.append(number)
        elif len(column) < _COUNTED:
            column[:] = [number]
    return runs
