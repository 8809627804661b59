"""How fast strings are parsed beside another checkout: pairs of processes in turn, since a busy machine changes both.

    python -m benchmarks.speed CHECKOUT [--runs N] [--strings N]

CHECKOUT: of release 0.1.0, say (git worktree add ../first c82478b). Three speeds, in references a second of CPU:
different strings of all sets together, each new to the process; the thousand that ``benchmarks.parsing`` times,
together and one at a time, the best of three passes. Printed are medians, and the median ratio of ours to theirs, pair
by pair.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.parsing import ALONE, EVALUATION, SHARED, _rows

ROOT = Path(__file__).parent.parent
WARM = 3000  # strings parsed before, so that what a first one loads is there, and what few need is compiled
SPEEDS = ("together, new", "together", "one at a time")
_TIMED = """
import gc, json, sys, time
from refcheck.parsing.references import parse, parse_many

def speed(work, count):
    began = time.process_time()
    work()
    return count / (time.process_time() - began)

warm, new, known = json.load(sys.stdin)
parse_many(warm)
gc.collect()
gc.freeze()
print(
    speed(lambda: parse_many(new), len(new)),
    max(speed(lambda: parse_many(known), len(known)) for _ in range(3)),
    max(speed(lambda: [parse(raw) for raw in known], len(known)) for _ in range(3)),
)
"""


def speeds(root: Path, strings: Sequence[Sequence[str]]) -> list[float]:
    """``SPEEDS`` of one checkout, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", _TIMED], input=json.dumps(strings), cwd=root, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": ""},
    )  # fmt: skip
    return [float(word) for word in run.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--strings", type=int, default=3000)
    options = parser.parse_args()
    data = SHARED / "data"
    known = [row["raw"] for name in EVALUATION for row in _rows(data / "parsing_eval" / f"{name}.jsonl.gz")][:ALONE]
    others = {row["raw"] for path in sorted((data / "parsing").glob("*.gz")) for row in _rows(path)} - {*known}
    runs = []
    for seed in range(options.runs):
        drawn = random.Random(seed).sample(sorted(others), WARM + options.strings)
        strings = drawn[:WARM], drawn[WARM:], known
        runs.append([speeds(root, strings) for root in (ROOT, options.checkout.resolve())])
    print(f"{'refs/s of CPU':20}{'ours':>8}{'theirs':>8}{'ratio':>8}")
    for i, name in enumerate(SPEEDS):
        ours, theirs = (statistics.median(run[which][i] for run in runs) for which in (0, 1))
        print(f"{name:20}{ours:8.0f}{theirs:8.0f}{statistics.median(a[i] / b[i] for a, b in runs):8.2f}")


if __name__ == "__main__":
    main()
