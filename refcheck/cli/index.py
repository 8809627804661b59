"""refcheck index: build an index on this machine from a register's published dump, or verify one."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from refcheck.cli.outputs import file_name, number
from refcheck.cli.screen import BAD_USE, FINDINGS, OK, complain, deliver
from refcheck.errors import BadArgument

if TYPE_CHECKING:
    from refcheck.resolving.indexing.build import Pace


def fill(index: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    index.add_argument(
        "dumps",
        metavar="SNAPSHOT",
        nargs="*",
        type=file_name,
        help="a dump: a folder, a tar, .jsonl or .json, optionally with .gz",
    )
    index.add_argument(
        "--to", type=file_name, metavar="DIR", required=True, help="folder of the index; existing records are kept"
    )
    index.add_argument("--shards", type=int, default=0, metavar="N", help="number of parts of a new index (default: 1)")
    index.add_argument(
        "--workers",
        type=number,
        default=0,
        metavar="N",
        help="processes that read records (default: one fewer than the processors)",
    )
    index.add_argument("--verify", action="store_true", help="verify that no file of the index has changed")


def run(options: argparse.Namespace) -> int:
    """Build or verify the index and return the exit code. Raises RefcheckError for a bad dump, folder or option."""
    from refcheck.reports.words import clean
    from refcheck.resolving.indexing.build import SHARDS, build, verify
    from refcheck.spread import processes

    if not options.dumps and not options.verify:
        raise BadArgument("index: name a dump to read, or give --verify")
    damaged = False
    if options.dumps:
        if not 0 <= options.shards <= 256:
            raise BadArgument(f"--shards {options.shards}: between 1 and 256")
        executor = processes(options.workers or max(1, (os.cpu_count() or 1) - 1))
        with executor or nullcontext():
            manifest = build(
                options.dumps, options.to, shards=options.shards or SHARDS, executor=executor, progress=_Meter().show
            )
        troubles = [trouble for source in manifest.inputs for trouble in source.trouble]
        for trouble in troubles:
            complain(trouble)
        damaged = bool(troubles)
        counts = ", ".join(f"{number:,} {outcome}" for outcome, number in manifest.counts.items())
        newest = f", the newest of {manifest.newest}" if manifest.newest else ""
        deliver(f"{clean(str(options.to))}: {manifest.records:,} records{newest} ({counts})\n", None)
    wrong = verify(options.to) if options.verify else []
    for line in wrong:
        complain(line)
    if options.verify and not wrong:
        deliver(f"{clean(str(options.to))}: as it was made\n", None)
    return BAD_USE if damaged else FINDINGS if wrong else OK


class _Meter:
    """Progress of the reading on standard error: in place on a terminal, elsewhere one line a minute."""

    def __init__(self) -> None:
        self._shown = 0.0
        self._every = 0.5 if sys.stderr.isatty() else 60.0

    def show(self, pace: Pace) -> None:
        """Show the pace, unless it was shown a moment ago."""
        if pace.seconds - self._shown < self._every:
            return
        self._shown = pace.seconds
        rate = pace.records / pace.seconds
        left = f"{pace.left / 3600:.1f} h" if pace.left > 5400 else f"{pace.left / 60:.0f} min"
        line = f"{pace.records:,} records, {pace.bytes / max(1, pace.total):.0%}, {rate:,.0f} a second, {left} left"
        if sys.stderr.isatty():
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
        else:
            print(f"refcheck: {line}", file=sys.stderr, flush=True)
