"""Reports -> what people and programs read: one file per format. Nothing here uses the network or decides anything."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from refcheck import plugins
from refcheck.errors import BadArgument
from refcheck.model import Report
from refcheck.reports import formats as _own
from refcheck.reports.base import Format


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats: the files of ``reports/formats`` and what plugins add; none is loaded."""
    own = (module.name for module in pkgutil.iter_modules(_own.__path__))
    return tuple(sorted({*own, *plugins.names(plugins.REPORTS)}))


def format_of(name: str) -> Format:
    """The format of a name. Raises BadArgument when there is no such format, BadPlugin when it cannot be loaded."""
    if name not in formats():
        raise BadArgument(f"no such format: {name} (there are {', '.join(formats())})")
    if name in plugins.names(plugins.REPORTS):
        return plugins.load(plugins.REPORTS, name, Format)
    found: Format = importlib.import_module(f"{_own.__name__}.{name}").FORMAT
    return found


def render(reports: Sequence[Report], format: str, **look: Any) -> str:
    """The reports in one of ``formats()``, as one text. look: the keywords of ``stream``."""
    return "".join(stream(reports, format, **look))


def stream(
    reports: Iterable[Report],
    format: str,
    *,
    color: bool = False,
    width: int = 0,
    notes: bool = True,
    language: str = "",
) -> Iterator[str]:
    """The reports in one of ``formats()``, piece by piece; at most one article's text is in memory at a time.

    reports: an iterator does for a format with ``single_pass``; the others go through a sequence (a ``Spool``) again
    and again. For text only: color: ANSI colours; width: columns to wrap at, 0 = never; notes: False counts the
    findings that are notes and does not show them.
    language: ISO 639-1, of the page's labels (html only); "" = the articles' language where translated, else English.
    Raises BadArgument when there is no such format.
    """
    wanted = format_of(format)
    given = {"color": color, "width": width, "notes": notes, "language": language}
    made = wanted.render(reports, **{name: given[name] for name in wanted.options})
    return iter([made]) if isinstance(made, str) else made
