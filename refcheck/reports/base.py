"""A format of reports, as its file registers it: ``FORMAT = Format(...)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is for, and the function that writes reports in it.

    All text in a report comes from articles and registers and is not to be trusted: ``render`` escapes it.
    """

    summary: str
    render: Callable[..., str | Iterator[str]]  # (reports, ...) -> the text, whole or in pieces
    options: tuple[str, ...] = ()  # the keywords of ``reports.render`` it takes: color, width, notes, language
    single_pass: bool = False  # reads each report once, in order, so output can start before the last report is done
