"""A page of a PDF as rows: where each begins, how large its letters are, and without numbers that count its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.reading.formats.pdf.text import Printed
from refcheck.reading.lists.markers import BULLETS

_COLUMN = 60  # points: what begins further to the right or the left stands in another column, or in the middle of it
_WIDTH = 0.5  # of its size is the usual width of a letter
_BLANKS = 0.45  # of its size is more than a blank between two words
_SAME = 1  # point between the beginnings of two lines at the same margin
_NUMBER = re.compile(r"[0-9]{1,4}")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(r"\[\d{1,3}\]")
_BLANK = 4  # points: the width of a blank
_GAP = 1.25  # lines: a step down that is larger has a blank line in it
_MANY = 12  # steps that say how far apart the lines of a size stand
_RAISED = 6  # points: a smaller step is that of an index or a power
_SET = 0.15  # of a row's letters say its size: most of a name in small capitals is smaller
_COUNTED = 4  # numbers in a row that may count the lines of a page
_COUNTING = 0.6  # of the lines of a page have a number where its lines are counted
_LINE = 3  # words of a line of text
_FEW = 10  # lines
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


def all_laid_out(pages: Sequence[Sequence[Printed]]) -> Iterator[list[Row]]:
    """The rows of each page. Where the lines of a manuscript are counted, a page of figures may have few of them."""
    last = 0
    for page in pages:
        lines, last = _without_line_numbers(page, last)
        yield laid_out(lines)


def laid_out(page: Sequence[Printed]) -> list[Row]:
    """The rows of a page, with their indents as blanks before the text and a row without text for each gap.

    Both divide references that print no number: a hanging indent, or a space between them.
    """
    rows = [_row(line) for line in _whole(page)]
    gaps = _gaps(rows)
    out: list[Row] = []
    column: list[Row] = []

    def end_column() -> None:
        margin = _margin([row.left for row in column])
        for above, row in zip([None, *column], column, strict=False):
            if above and above.foot - row.foot > gaps.get(row.size, gaps.get(0.0, 0.0)):
                out.append(Row("", row.left, row.foot))
            indent = " " * round(max(0.0, row.left - margin) / _BLANK)
            out.append(Row(indent + row.text, row.left, row.foot, row.size, row.bold))
        column.clear()

    for row in rows:
        if column and not (_below(column[-1], row) and abs(row.left - min(x.left for x in column)) < _COLUMN):
            end_column()
        column.append(row)
    end_column()
    return out


def _gaps(rows: Sequence[Row]) -> dict[float, float]:
    """Size of the letters -> the step down to a line of that size from which there is a blank line above it. 0 is for
    any size of which there are few lines."""
    steps: dict[float, list[float]] = {}
    for above, row in pairwise(rows):
        if _below(above, row) and above.foot - row.foot > _RAISED:
            for size in (row.size, 0.0):
                steps.setdefault(size, []).append(above.foot - row.foot)
    return {  # in a list most steps may be gaps
        size: _GAP * sorted(one)[len(one) // 4] for size, one in steps.items() if not size or len(one) >= _MANY
    }


def _margin(lefts: Sequence[float]) -> float:
    """Where the lines of a column begin: the leftmost place where two do, since a running head may stand outside."""
    places = sorted(lefts)
    return next((a for a, b in pairwise(places) if b - a < _SAME), places[0] if places else 0.0)


def _below(above: Row, row: Row) -> bool:
    """The next line of the same column."""
    return above.foot > row.foot and abs(above.left - row.left) < _COLUMN


def _row(line: Printed) -> Row:
    printed = sum(letters for _, letters in line.sizes)
    large = (one for one, letters in line.sizes if letters >= printed * _SET)
    size = max(large, default=max((one for one, _ in line.sizes), default=0.0))  # the labels of a figure, all unlike
    first = int(
        len(line.words) > 1 and line.words[0] in f"{BULLETS}–-" and bool(_LABEL.match(line.words[1]))
    )  # "• [1]"
    return Row(" ".join(line.words[first:]), line.lefts[first], line.foot, size, line.bold)


def _whole(page: Sequence[Printed]) -> list[Printed]:
    """The lines, those joined that go on at another height: after an index, or a sign from the middle of the line."""
    out: list[Printed] = []
    for line in page:
        before = out[-1] if out else None
        raised = before is not None and abs(before.foot - line.foot) < _RAISED
        if (
            before
            and raised
            and line.lefts[0] > before.lefts[-1]
            and line.lefts[0] - _end(before, -1) < (_COLUMN if _labels(before, line) else _size(before) * 2)
        ):
            sizes, bold = [*before.sizes, *line.sizes], before.bold and line.bold
            out[-1] = Printed(
                [_raised(before, line), *before.words[1:], *line.words],
                [*before.lefts, *line.lefts],
                before.foot,
                sizes,
                bold,
            )
        else:
            out.append(line)
    return out


def _labels(before: Printed, line: Printed) -> bool:
    """Whether the first of two lines is only a small number, the label of a reference that begins further in."""
    return len(before.words) == 1 and bool(_NUMBER.fullmatch(before.words[0])) and _size(before) < _size(line)


def _raised(before: Printed, line: Printed) -> str:
    """The first word of a line that another goes on; in superscripts if it is a label above that line."""
    word = before.words[0]
    return word.translate(_SUPERSCRIPTS) if before.foot > line.foot and _labels(before, line) else word


def _end(line: Printed, place: int) -> float:
    """About where one of the words of a line ends."""
    return line.lefts[place] + len(line.words[place]) * _size(line) * _WIDTH


def _size(line: Printed) -> float:
    return max(size for size, _ in line.sizes)


def _apart(line: Printed, place: int) -> bool:
    """Whether the first or the last word of a line stands apart from the others, as in a margin."""
    if len(line.words) == 1:
        return True
    if place == 0:
        if line.lefts[1] < line.lefts[0]:
            return True  # PDFium has the right margin first
        own = next((size for size, letters in line.sizes if letters == len(line.words[0])), _size(line))
        return line.lefts[1] - line.lefts[0] - len(line.words[0]) * own * _WIDTH > _size(line) * _BLANKS
    return line.lefts[place] - _end(line, place - 1) > _size(line) * _BLANKS


def _without_line_numbers(page: Sequence[Printed], last: int) -> tuple[list[Printed], int]:
    """The lines without the numbers that count them, in the margin of a manuscript: every line, or every fifth; and the
    last of these numbers. last: that of the pages before, from which those of a page go on."""
    numbers = [
        _Number(line, place, int(line.words[place]), line.lefts[place])
        for line in page
        for place in sorted({0, len(line.words) - 1})
        if _NUMBER.fullmatch(line.words[place]) and _apart(line, place)
    ]
    printed = sum(len(line.words) >= _LINE for line in page)  # the labels of a figure are no lines
    if printed < _FEW:
        printed = sum(len(line.words) > 1 or not _NUMBER.fullmatch(line.words[0]) for line in page)
    for step in (1, 5):
        goes_on = False
        runs = []  # one for each column
        for run in _runs(numbers, step):
            next_page = bool(last) and run[0].value == last + step  # however few lines it has
            goes_on = goes_on or next_page
            if next_page or len(run) >= _COUNTED:
                runs.append(run)
        if runs and (goes_on or sum(map(len, runs)) * step >= printed * _COUNTING):
            counted = {id(number.line): number.place for run in runs for number in run}
            left = [kept for line in page if (kept := _without(line, counted.get(id(line)))).words]
            return left, runs[-1][-1].value
    return list(page), last


class _Number(NamedTuple):
    """A number at the beginning or the end of a line."""

    line: Printed
    place: int  # among the words of its line
    value: int
    left: float


def _without(line: Printed, place: int | None) -> Printed:
    """A line without one of its words."""
    if place is None:
        return line
    words, lefts = ([*parts[:place], *parts[place + 1 :]] for parts in (line.words, line.lefts))
    return line._replace(words=words, lefts=lefts)


def _runs(numbers: Sequence[_Number], step: int) -> list[list[_Number]]:
    """The numbers that go on by this step, below each other."""
    runs: list[list[_Number]] = []
    for number in numbers:
        column = next((run for run in runs if abs(run[-1].left - number.left) < _WANDERS), None)
        if column is None:
            runs.append([number])
        elif number.value == column[-1].value + step:
            column.append(number)
        elif len(column) < _COUNTED:
            column[:] = [number]
    return runs
