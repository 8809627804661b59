"""Dates in the form that the exported formats require."""

from __future__ import annotations

from refcheck.language.dates import parse_date


def iso_date(printed: str) -> str:
    """A printed date in ISO 8601, as exact as it is ("3 mei 2021" -> "2021-05-03"); "" when no year is in it."""
    date = parse_date(printed)
    parts = [date.year, date.month, date.day]
    known = parts[: parts.index(None)] if None in parts else parts
    return "-".join(f"{part:02}" for part in known if part is not None)
