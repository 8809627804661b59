"""A report survives its line."""

from __future__ import annotations

from pathlib import Path

from refcheck.api import check_many
from refcheck.config import Settings
from refcheck.reports import render
from refcheck.reports.rebuilt import rebuilt


def test_a_report_survives_its_line(archive: Path) -> None:
    for report in check_many(sorted(archive.iterdir()), settings=Settings(locked=True)):
        line = render([report], "jsonl")
        again, run = rebuilt(line)
        assert (render([again], "jsonl"), run) == (line, "")
