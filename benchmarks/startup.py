"""How long a user waits for nothing: cold starts, each in its own process.

usage: python benchmarks/startup.py [--runs N] [--beside CHECKOUT]

Prints the median seconds of CPU (user and system: a busy machine changes the wall's more), the fastest seconds of wall
time, and the floor. ``--beside`` runs another checkout (git worktree add ../first c82478b) in turn with this one and
prints the median ratio, pair by pair. Modules are compiled by the first run and read as bytecode by the others, as an
installed package's are, whatever PYTHONDONTWRITEBYTECODE says.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
JOBS: dict[str, tuple[Sequence[str], float | None]] = {
    "python -c pass (baseline)": (("-c", "pass"), None),
    "import refcheck": (("-c", "import refcheck"), 0.1),
    "refcheck --help": (("-m", "refcheck", "--help"), 0.25),
    "refcheck check bib/ --locked": (("-m", "refcheck", "check", "bib", "--locked"), 1.5),
    "refcheck check ARTICLE --locked": (("-m", "refcheck", "check", "tests/articles/en/links.md", "--locked"), None),
    "first parsed reference": (("-c", "import refcheck; refcheck.parse('Kuhn, T. (1962). Structure. UCP.')"), 0.5),
}


def seconds(words: Sequence[str], root: Path, compiled: str) -> tuple[float, float]:
    """Of CPU and of wall time, for one run of Python in a checkout; its bytecode is kept in a folder."""
    own = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled, "PYTHONPATH": str(root)}
    start = time.perf_counter()
    process = subprocess.Popen(
        (sys.executable, *words),
        cwd=root,
        env={**os.environ, **own},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, wall


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT", help="another checkout, to compare with")
    options = parser.parse_args()
    other = options.beside and options.beside.resolve()
    beside = f"{'beside':>9}{'ratio':>7}" if other else ""
    print(f"{'':32}{'CPU':>9}{beside}{'wall':>9}{'floor':>9}   seconds, {options.runs} runs")
    with tempfile.TemporaryDirectory() as compiled:
        for name, (words, floor) in JOBS.items():
            roots = [ROOT, other] if other else [ROOT]
            for root in roots:
                seconds(words, root, compiled)  # the first run compiles, and warms the disk's cache
            runs = [[seconds(words, root, compiled) for root in roots] for _ in range(options.runs)]
            cpu = [statistics.median(run[i][0] for run in runs) for i in range(len(roots))]
            line = f"{name:32}{cpu[0]:9.3f}"
            if other:
                ratio = statistics.median(own[0] / its[0] for own, its in runs)
                line += f"{cpu[1]:9.3f}{ratio:7.2f}"
            limit = f"{floor:9.2f}" if floor else ""
            print(f"{line}{min(run[0][1] for run in runs):9.3f}{limit}")


if __name__ == "__main__":
    main()
