"""refcheck summary: totals over the reports of an archive, as a table, as CSV, or as a page with plots."""

from __future__ import annotations

import argparse

from refcheck.cli.outputs import file_name, guard
from refcheck.cli.screen import OK, deliver

FORMATS = ("text", "csv", "html")


def fill(summary: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    summary.add_argument("reports", metavar="FILE", nargs="+", type=file_name, help="JSON Lines of refcheck check")
    summary.add_argument("--format", choices=FORMATS, default="text", help="format of the summary (default: text)")
    summary.add_argument("--output", type=file_name, metavar="FILE", help="write to this file instead of the screen")
    summary.add_argument("--most", type=int, default=20, metavar="N", help="lines per table (default: 20)")


def run(options: argparse.Namespace) -> int:
    """Print the summary and return the exit code. Raises BadFile for a file that is not JSON Lines of reports."""
    from refcheck.reports.archive import archive_of
    from refcheck.reports.archive.write import written

    guard([options.output] if options.output else [], options.reports)
    found = archive_of(options.reports)
    deliver(written(found, options.format, options.most), options.output)
    return OK
