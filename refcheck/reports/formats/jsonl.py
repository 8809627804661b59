"""Reports -> JSON Lines: each article, as in JSON version 1, on its own line as soon as it is done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from refcheck.model import Report
from refcheck.reports.base import Format
from refcheck.reports.formats.json import VERSION, safe


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """One line per article."""
    return map(line, reports)


def line(report: Report, run: str = "") -> str:
    """One article's line, with its line end.

    run: a hash of everything else the report depends on; ``--resume`` reuses only lines with the same one.
    """
    claim = report.claim
    aside = {  # needed by the page, but not part of JSON version 1
        "run": run,
        "locked": report.locked,
        "suggestion": claim.suggestion if claim and not claim.sentence else "",
        "language_differs": bool(claim and claim.language_differs),
    }
    row = {"version": VERSION} | report.to_dict() | {key: value for key, value in aside.items() if value}
    return safe(json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))) + "\n"


FORMAT = Format("one article a line, as it is done: for archives, and to resume a run", pieces, single_pass=True)
