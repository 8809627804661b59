"""The years of the references -> their places on a time line, with the article's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refcheck.model import Report

_LEFT, _RIGHT = 5.0, 95.0  # per cent of the width that the first and the last year take
_APART = 8.0  # per cent between the centres of two marks in a row, so that they do not touch on a phone
_ROWS = 8  # beyond this the marks become columns, one per year
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_OLD = 10  # years; the caption counts older references


@dataclass(frozen=True, slots=True)
class Mark:
    """One reference, or in columns all references of a year."""

    x: float  # per cent of the width
    row: int  # 0 is next to the line
    year: int
    sources: tuple[int, ...]  # 0-based indexes


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything needed to draw the line; positions are percentages of its width."""

    first: int
    last: int
    marks: tuple[Mark, ...]
    columns: bool  # marks are columns, as high as the number of their references
    rows: int
    ticks: tuple[tuple[float, int], ...]  # position and year
    article: tuple[float, int] | None
    undated: tuple[int, ...]
    older: int  # references more than ten years older than the article


def timeline(report: Report) -> Timeline | None:
    """The time line of an article's references, or None when fewer than two have a year."""
    years = {i: r.year for i, r in enumerate(report.references) if r.year is not None and 0 < r.year < 10_000}
    if len(years) < 2:
        return None
    day = report.article.date
    known = [*years.values(), *([day.year] if day else [])]
    first, last = min(known), max(known)

    def x(year: int) -> float:
        share = (year - first) / (last - first) if last > first else 0.5
        return round(_LEFT + share * (_RIGHT - _LEFT), 2)

    in_order = sorted(years, key=lambda i: (years[i], i))
    marks = [Mark(x(years[i]), row, years[i], (i,)) for i, row in zip(in_order, _rows([x(years[i]) for i in in_order]))]  # noqa: B905
    columns = max(mark.row for mark in marks) >= _ROWS
    if columns:
        by_year = {year: tuple(i for i in in_order if years[i] == year) for year in sorted(set(years.values()))}
        marks = [Mark(x(year), 0, year, sources) for year, sources in by_year.items()]
    return Timeline(
        first=min(years.values()),
        last=max(years.values()),
        marks=tuple(marks),
        columns=columns,
        rows=max(len(mark.sources) if columns else mark.row + 1 for mark in marks),
        ticks=tuple((x(year), year) for year in _ticks(first, last)),
        article=(x(day.year), day.year) if day else None,
        undated=tuple(i for i in range(len(report.references)) if i not in years),
        older=sum(day.year - year > _OLD for year in years.values()) if day else 0,
    )


def _rows(positions: Sequence[float]) -> list[int]:
    """For positions in ascending order, the lowest row in which each touches none before it."""
    ends: list[float] = []
    rows = []
    for position in positions:
        row = next((i for i, end in enumerate(ends) if position - end >= _APART), len(ends))
        ends[row : row + 1] = [position]
        rows.append(row)
    return rows


def _ticks(first: int, last: int) -> list[int]:
    """Round years, at most six of them."""
    step = next((step for step in _STEPS if (last - first) / step <= 5), 1000)
    return list(range(-(-first // step) * step, last + 1, step))
