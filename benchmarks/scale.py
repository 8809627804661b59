"""Scale: the index, matching in it, and an archive of articles, each with its growth and what it is compared with.

    python benchmarks/scale.py FOLDER [--records 1000000 2000000 4000000] [--articles 5000] [--strings 1500]
                               [--only index matching archive] [--old CHECKOUT]

FOLDER holds the data (see ``scale_data.py``) and the indexes, some 6 GB for four million records; what is there is used
again. --old: the folder of another version of refcheck, whose rate on the same articles is printed beside this one's.
Everything is timed in CPU seconds of the processes that do the work, so that other programs disturb less, and
each build and run is a process of its own, so that its peak memory is its own. Rates are of one core.
"""

# ruff: noqa: E501 - the lines it prints

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import math
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.matching import REAL, Case, strings, twins  # noqa: E402
from benchmarks.scale_data import REFERENCES, write_articles, write_records  # noqa: E402
from refcheck.collector import seldom  # noqa: E402
from refcheck.matching.identify import identify  # noqa: E402
from refcheck.matching.words import words_printed  # noqa: E402
from refcheck.model import Answer, Identity, Outcome, Reference, Work  # noqa: E402
from refcheck.parsing import parse_many  # noqa: E402
from refcheck.resolving.indexing.build import COMMIT, Pace, build, verify  # noqa: E402
from refcheck.resolving.indexing.dumps import batches  # noqa: E402
from refcheck.resolving.indexing.reduce import reduced  # noqa: E402
from refcheck.resolving.network.transport import Transport  # noqa: E402
from refcheck.resolving.snapshot.manifest import read_manifest  # noqa: E402
from refcheck.resolving.snapshot.packed import unpacked  # noqa: E402
from refcheck.resolving.snapshot.store import RARE  # noqa: E402
from refcheck.resolving.sources.base import search_question  # noqa: E402
from refcheck.resolving.sources.snapshot import ROWS, Snapshot  # noqa: E402
from refcheck.spread import processes  # noqa: E402

COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "refcheck-pyc")}
"""Modules are read as bytecode, as an installed package's are."""
ENVIRONMENT = {**os.environ, **COMPILED, "PYTHONPATH": str(ROOT)}
SAMPLE = 300  # articles of the table of stages


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, nargs="+", default=[1_000_000, 2_000_000, 4_000_000])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--strings", type=int, default=1500)
    parser.add_argument("--only", nargs="+", default=["index", "matching", "archive"])
    parser.add_argument("--old", type=Path)
    parser.add_argument("--workers", type=int, default=1, help="processes that read records for an index")
    parser.add_argument("--build", nargs=2, type=Path, help=argparse.SUPPRESS)  # one build, in a process of its own
    options = parser.parse_args()
    if options.build:
        print(json.dumps(built(*options.build, options.records, options.workers)))
        return
    parts: dict[str, Callable[[argparse.Namespace], None]] = {
        "index": index, "matching": matching, "archive": archive
    }  # fmt: skip
    for name in options.only:
        print(f"== {name}", flush=True)
        parts[name](options)


# --------------------------------------------------------------------------------------------------------------- index


def index(options: argparse.Namespace) -> None:
    """Builds of the smallest and the largest size, the time of the latter at every size; then one that is killed and
    resumed."""
    for number in sorted({min(options.records), max(options.records)}):
        result = built_apart(options, number)
        print(
            f"{result['records']:>9,} records: {result['records'] / result['cpu']:6,.0f} a CPU second, {result['wall']:5.0f} s,"
            f" {result['bytes'] / result['records']:4.0f} bytes a record, peak {result['peak']:4.0f} MB "
            f"({result['own']:.0f} MB of it not the files' own)",
            flush=True,
        )
    for records, cpu in result["at"]:
        print(f"{records:>9,} records after {cpu:6.1f} CPU seconds, {cpu / records * 1e6:.1f} µs each")
    print(f"growth of time: exponent {exponent(*zip(*result['at'], strict=True)):.3f} (at most 1.05)")
    killed(options, min(options.records))


def place(folder: Path, number: int) -> Path:
    return folder / f"index-{number}"


def built_apart(options: argparse.Namespace, number: int) -> dict[str, Any]:
    """The index of a size, made by a process of its own; its figures are kept beside it, and taken from there by a
    later run. One that was stopped is begun again, for the time of a part says nothing."""
    root = place(options.folder, number)
    kept = root.with_suffix(".json")
    if not kept.exists():
        shutil.rmtree(root, ignore_errors=True)
        listed = options.folder / f"records-{number}.txt"
        listed.write_text("\n".join(map(str, write_records(options.folder / "records", number))))
        sizes = [str(size) for size in options.records if size <= number]
        out = subprocess.run(
            [sys.executable, __file__, str(options.folder), "--build", str(root), str(listed), "--records", *sizes,
             "--workers", str(options.workers)],
            capture_output=True, text=True, check=True, env=ENVIRONMENT,
        )  # fmt: skip
        kept.write_text(out.stdout)
    result: dict[str, Any] = json.loads(kept.read_text())
    return result


def built(root: Path, listed: Path, sizes: Sequence[int], workers: int) -> dict[str, Any]:
    """One build and its figures; ``at``: records and CPU seconds when it came to each of the sizes."""
    own, at, left = 0.0, [], sorted(sizes)[:-1]
    began, before = time.monotonic(), cpu_of(os.getpid())

    def watch(pace: Pace) -> None:
        nonlocal own
        own = max(own, anonymous())
        if left and pace.records >= left[0]:
            at.append((pace.records, cpu_of(os.getpid()) - before))
            left.pop(0)

    with processes(workers) or nullcontext() as executor:
        manifest = build(
            [Path(line) for line in listed.read_text().splitlines()], root, executor=executor, progress=watch
        )
        cpu = cpu_of(os.getpid()) - before
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    return {
        "records": manifest.records, "cpu": cpu, "wall": time.monotonic() - began, "bytes": size, "own": own,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "at": [*at, (manifest.records, cpu)],
    }  # fmt: skip


def cpu_of(pid: int) -> float:
    """CPU seconds so far of a process and of its children that live."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if pid in (int(stat.parent.name), int(fields[1])):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def anonymous() -> float:
    """MB of memory of this process that are not pages of files, which the system takes back as it likes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return math.nan


def killed(options: argparse.Namespace, number: int) -> None:
    """A build that is killed after its first commit, and resumed: does it hold what one in peace holds?"""
    folder, listed = options.folder, write_records(options.folder / "records", number)
    root = folder / "index-killed"
    subprocess.run(["rm", "-rf", str(root)], check=True)
    words = [sys.executable, "-m", "refcheck", "index", *map(str, listed), "--to", str(root), "--workers", "1"]
    run = subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None:
        time.sleep(0.05)
        if (root / "manifest.json").exists() and read_manifest(root).counts:
            run.send_signal(signal.SIGKILL)
            break
    run.wait()
    at = sum(read_manifest(root).counts.values())
    subprocess.run(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    whole, again = read_manifest(place(folder, number)), read_manifest(root)
    wrong = verify(root)
    print(
        f"killed behind {at:,} committed records and resumed: {again.records:,} records (in peace {whole.records:,}), "
        f"{len(wrong)} faults by --verify; at most {COMMIT:,} records were read twice"
    )
    subprocess.run(["rm", "-rf", str(root)], check=True)


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of log time over log size."""
    if len(sizes) < 2:
        return math.nan
    xs, ys = [math.log(s) for s in sizes], [math.log(t) for t in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


# ------------------------------------------------------------------------------------------------------------ matching


class Judged(NamedTuple):
    """What became of the strings whose work is indexed, and of those whose work is not."""

    right: int
    wrong: int
    missed: int
    false: int
    seconds: Sequence[float]  # of CPU, one an indexed string
    absent: Sequence[float]

    def line(self, name: str) -> str:
        """One row."""
        spent = sorted(self.seconds)
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, len(spent))
        return (
            f"{name:34} {len(spent) / sum(spent):7,.0f}/s p50 {spent[len(spent) // 2] * 1e3:6.2f} ms p99 "
            f"{spent[int(len(spent) * 0.99)] * 1e3:6.2f} ms, precision {precision:.4f}, recall {recall:.4f}; not indexed: "
            f"{len(self.absent) / max(1e-9, sum(self.absent)):,.0f}/s, {self.false} of {len(self.absent)} matched"
        )


def matching(options: argparse.Namespace) -> None:
    """Real strings against indexes of every size, and against SQLite's full text search at the smallest."""
    first = write_records(options.folder / "records", 1)[:1]
    small = options.folder / "index-small"
    if not (small / "manifest.json").exists():
        build(first, small)
    roots = [("334 thousand", small), *((f"{n:,}", place(options.folder, n)) for n in options.records)]
    roots = [(name, root) for name, root in roots if (root / "manifest.json").exists()]
    source = Snapshot(small, Transport(600.0))
    indexed, absent, contradicted = chosen(source, options.strings)
    print(
        f"{len(indexed)} real strings whose work is indexed (left out: {contradicted} whose gold record has another year and "
        f"first page than they print), {len(absent)} whose work is not; verification by identify() included"
    )
    references = parse_many([case.raw for case in (*indexed, *absent)])
    for name, root in roots:
        source = Snapshot(root, Transport(600.0))
        print(
            judged(indexed, references, source, lambda r, s=source: s.search(search_question(r), r)).line(f"at {name}")
        )
        whole, alone = with_identifiers(indexed, references, source)
        print(f"{'':34} {whole:7,.0f}/s with identifiers, {alone:,.0f}/s looked up alone", flush=True)
    base = Fts(first[0])
    source = Snapshot(small, Transport(600.0))
    print(judged(indexed, references, source, base.search).line("SQLite FTS5 at 334 thousand"))


def chosen(source: Snapshot, number: int) -> tuple[list[Case], list[Case], int]:
    """Real strings: those whose work is in an index, others, and how many were left out for their gold."""
    cases = [case for case in strings() if case.style in REAL]
    random.Random(5).shuffle(cases)
    indexed: list[Case] = []
    absent: list[Case] = []
    contradicted = 0
    for case in cases:
        works = source.works(f"doi:{case.doi}")
        if not works:
            absent += [case] * (len(absent) < number // 2)
        elif not agrees(case.raw, works[0]):
            contradicted += len(indexed) < number
        elif len(indexed) < number:
            indexed.append(case)
    return indexed, absent, contradicted


def agrees(raw: str, gold: Work) -> bool:
    """Whether a string prints the year or the first page of the record it is said to be of: one in fifty is mislabelled."""
    page = gold.pages.partition("-")[0]
    return not gold.years or any(str(y) in raw for y in gold.years) or (len(page) > 1 and page in raw)


def judged(
    indexed: Sequence[Case], references: Sequence[Reference], source: Snapshot, ask: Callable[[Reference], Answer]
) -> Judged:
    """Every string searched and its candidates verified."""
    counts = {"right": 0, "wrong": 0, "missed": 0}
    seconds, absent, false = [], [], 0
    set_aside()
    for k, reference in enumerate(references):
        fresh = replace(reference)  # nothing remembered of it
        began = time.process_time()
        resolution = identify(fresh, [ask(fresh)])
        spent = time.process_time() - began
        work = resolution.work if resolution.identity is Identity.VERIFIED else None
        if k >= len(indexed):
            absent.append(spent)
            false += work is not None
            continue
        seconds.append(spent)
        gold = source.works(f"doi:{indexed[k].doi}")[0]
        same = work is not None and (work.doi == gold.doi or twins(gold, work))
        counts["missed" if work is None else "right" if same else "wrong"] += 1
    return Judged(**counts, false=false, seconds=seconds, absent=absent)


def with_identifiers(indexed: Sequence[Case], references: Sequence[Reference], source: Snapshot) -> tuple[float, float]:
    """References a CPU second, each with its DOI: looked up, as many together as an article has, and verified; and
    looked up alone."""
    printed = [replace(r, doi=case.doi) for r, case in zip(references, indexed, strict=False)]
    set_aside()
    began = time.process_time()
    answers: list[Answer] = []
    for first in range(0, len(printed), REFERENCES):
        questions = [question for r in printed[first : first + REFERENCES] for question in source.questions(r)]
        told = source.look_up(questions)
        answers += [told[question] for question in questions]
    looked_up = time.process_time() - began
    for reference, answer in zip(printed, answers, strict=True):
        identify(reference, [answer])
    return len(printed) / (time.process_time() - began), len(printed) / looked_up


def set_aside() -> None:
    """What the benchmark holds is set aside: the garbage collector would go through it again and again. It works as
    seldom as in a command."""
    seldom()
    gc.collect()
    gc.freeze()


class Fts:
    """The same words in SQLite's full text search, asked for the same rarest ones."""

    def __init__(self, dump: Path) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.executescript(
            "CREATE VIRTUAL TABLE f USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0\");"
            "CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row'); CREATE TABLE w (id INTEGER PRIMARY KEY, packed BLOB);"
        )
        for number, raw in enumerate(raw for batch in batches(dump) for raw in batch.records):
            if kept := reduced(raw):
                self._db.execute("INSERT INTO f (rowid, words) VALUES (?, ?)", (number, kept.words))
                self._db.execute("INSERT INTO w VALUES (?, ?)", (number, kept.packed))
        self._db.commit()

    def search(self, reference: Reference) -> Answer:
        """As the snapshot's first search."""
        numbers = []
        for word in words_printed(reference):
            row = self._db.execute("SELECT doc FROM v WHERE term = ?", (word,)).fetchone()
            if row:
                numbers.append((row[0], word))
        rare = " OR ".join(f'"{word}"' for _, word in sorted(numbers)[:RARE])
        found = (
            self._db.execute("SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT ?", (rare, ROWS)) if rare else ()
        )
        rows = [self._db.execute("SELECT packed FROM w WHERE id = ?", row).fetchone()[0] for row in found]
        works = tuple(unpacked(packed)[1] for packed in rows)
        return Answer("snapshot", "search:", Outcome.FOUND if works else Outcome.ABSENT, works=works)


# ------------------------------------------------------------------------------------------------------------- archive


class Ran(NamedTuple):
    """One run of ``refcheck check`` over an archive."""

    seconds: float
    cpu: float  # of all its processes
    first: float  # seconds until the first article was reported
    peak: float  # MB of the main process
    digest: str
    at: Sequence[tuple[float, float]]  # CPU seconds and peak of the main process when each of ``marks`` was reported


def archive(options: argparse.Namespace) -> None:
    """Runs over articles in twelve languages and eight formats, by one process and several, on a cluster, and killed."""
    articles = write_articles(options.folder / f"articles-{options.articles}", options.articles)
    lock = ("--locked",)
    sizes = [options.articles // 4, options.articles // 2, options.articles]
    base = ran(articles, *lock, "--workers", "1", marks=sizes[:2])
    number = options.articles * REFERENCES
    print(f"{options.articles} articles of {REFERENCES} references, no network, no answers: {number / base.cpu:,.0f} references "
          f"a CPU second")  # fmt: skip
    files = sorted(path for path in articles.rglob("*") if path.is_file())[:SAMPLE]
    for root in filter(None, (ROOT, options.old)):
        staged(root, files)
    runs = [("1 worker", base), *((f"{n} workers", ran(articles, *lock, "--workers", str(n))) for n in (2, 4))]
    with cluster() as address:
        if address:
            runs.append(("dask, 2 workers", ran(articles, *lock, "--scheduler", address)))
    for name, run in runs:
        print(
            f"{name:18} {run.seconds:6.1f} s, {number / run.seconds:6,.0f} references/s, first after {run.first:4.1f} s, main process "
            f"{run.peak:4.0f} MB, {'same bytes' if run.digest == base.digest else 'OTHER BYTES'}",
            flush=True,
        )
    dead = ran(articles, *lock, "--workers", "2", kill=True)
    print(
        f"{'a worker killed':18} {dead.seconds:6.1f} s, {'same bytes' if dead.digest == base.digest else 'OTHER BYTES'}"
    )
    grown = [*base.at, (base.cpu, base.peak)]
    print(
        f"growth of time over {sizes} articles: exponent {exponent(sizes, [cpu for cpu, _ in grown]):.3f} (at most 1.05); main "
        f"process {', '.join(f'{peak:.0f}' for _, peak in grown)} MB"
    )


STAGES = {  # a function of the pipeline -> the stage that it is
    "refcheck.api.read": "read and find the list",
    "refcheck.exchange.references.parse_entries": "parse",
    "refcheck.citing.mentions.find_mentions": "find citations",
    "refcheck.claim.sentence.find_claim": "find the claim",
    "refcheck.resolving.resolve": "resolve (nobody answers)",
    "refcheck.topics.strangeness.strangeness": "off-topic model",
    "refcheck.checks.run.run": "checks, off-topic included",
    "refcheck.claim.judge.judge": "judge the claim",
}
_STAGED = """
import importlib, sys, time
from pathlib import Path
import refcheck
from refcheck.config import Settings

spent = {}

def timed(name):
    place, _, function = name.rpartition(".")
    try:
        module = importlib.import_module(place)
        work = getattr(module, function)
    except (ImportError, AttributeError):
        return  # another version
    def call(*given, **more):
        began = time.process_time()
        try:
            return work(*given, **more)
        finally:
            spent[name] = spent.get(name, 0.0) + time.process_time() - began
    for other in list(sys.modules.values()):  # wherever it is imported by name
        if getattr(other, "__name__", "").startswith("refcheck") and vars(other).get(function) is work:
            setattr(other, function, call)

files, settings = [Path(line) for line in sys.stdin.read().splitlines()], Settings(locked=True)
for path in files[:: max(1, len(files) // 12)]:
    refcheck.check(path, settings=settings)  # loads what a first article loads
for name in sys.argv[1:]:
    timed(name)
began = time.process_time()
number = sum(len(report.references) for report in refcheck.check_many(files, settings=settings))
print(number, time.process_time() - began)
for name, seconds in spent.items():
    print(name, seconds)
"""


def staged(root: Path, files: Sequence[Path]) -> None:
    """The pipeline of one version in one process, and what each of its stages takes."""
    run = subprocess.run(
        [sys.executable, "-c", _STAGED, *STAGES], input="\n".join(str(path.resolve()) for path in files),
        env={**ENVIRONMENT, "PYTHONPATH": str(root)}, cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    total, *stages = (line.split() for line in run.stdout.splitlines())
    number, seconds = int(total[0]), float(total[1])
    print(
        f"{root.resolve().name}: {len(files)} articles in one process, {number / seconds:,.0f} references a CPU second"
    )
    print(f"{'stage':28}{'seconds':>9}{'share':>8}")
    for name, spent in stages:
        print(f"{STAGES[name]:28}{float(spent):9.2f}{float(spent) / seconds:8.1%}")


def ran(articles: Path, *words: str, kill: bool = False, marks: Sequence[int] = ()) -> Ran:
    """A run to JSON Lines. kill: one of its worker processes, after the first article. marks: numbers of articles."""
    out = articles.with_suffix(".jsonl")
    out.unlink(missing_ok=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    run = subprocess.Popen(
        [sys.executable, "-m", "refcheck", "check", str(articles), "--format", "jsonl", "--output", str(out), *words],
        env=ENVIRONMENT, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    first, peak, at, done, read = math.nan, 0.0, [], 0, 0
    while run.poll() is None:
        time.sleep(0.02)
        if math.isnan(first) and out.exists() and out.stat().st_size:
            first = time.monotonic() - began
            if kill:
                os.kill(workers_of(run.pid)[0], signal.SIGKILL)
        peak = max(peak, peak_of(run.pid))
        if len(at) < len(marks) and not math.isnan(first):
            with out.open("rb") as lines:
                lines.seek(read)
                done, read = done + lines.read().count(b"\n"), lines.tell()
            if done >= marks[len(at)]:
                at.append((cpu_of(run.pid), peak))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(time.monotonic() - began, cpu, first, peak, hashlib.sha256(out.read_bytes()).hexdigest(), at)


def peak_of(pid: int) -> float:
    """MB, the highest so far."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), default=0.0)


def workers_of(pid: int) -> list[int]:
    """The worker processes of a run: its children that are no resource trackers."""
    listed = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(None, 1) for line in listed.stdout.splitlines()]
    return [int(row[0]) for row in rows if "spawn_main" in row[1]]


class cluster:
    """Two local workers of dask for a while; "" where it is not installed."""

    def __enter__(self) -> str:
        try:
            import distributed
        except ImportError:
            self._cluster = None
            return ""
        made: Any = distributed.LocalCluster
        self._cluster = made(n_workers=2, threads_per_worker=1, dashboard_address=None)
        return str(self._cluster.scheduler_address)

    def __exit__(self, *_: object) -> None:
        if self._cluster is not None:
            self._cluster.close()


if __name__ == "__main__":
    main()
