"""Hostile input to everything that reads: no exception but refcheck's own, no input over a second, memory bounded.

    python benchmarks/robustness.py [--seconds N] [--guided] [--save FOLDER] [TARGET ...]

For N seconds of CPU each (default 5) every reader, the parser, configurations, locks, rows of the cache, the answers of
each register and every format of report get inputs made from seeds: repeated, cut, spliced, with hostile pieces in
between. Without --guided hypothesis makes them; with --guided atheris does (libFuzzer: it keeps what reaches new code;
pip install atheris). Printed for each target: inputs, faults by exception and place, the slowest input in seconds of
CPU, and by how much memory grew. --save writes one input of each fault; those of tests/data/robustness are tested
for good.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import logging
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

SLOW = 1.0  # seconds of CPU for one input
MEMORY = 300.0  # MB a target may grow by
LONGEST = 20_000  # bytes of an input
SEEDS = ROOT / "benchmarks" / "robustness_seeds"
HOSTILE = (
    "\ud800", "\u202e", "\x00", "\x1b]0;x\x07", "²", "①", "٣", "9" * 400, "NaN", "1e999", "null", "true", "[", "{",
    "<", "](", "[^1]", "*", "_", "`", "$", "\\", "{{", "}}", "@book{", "%", "#", "&#xD800;", "&amp;", "---\n", "\n",
    "\r", "\t", "\u2028", "(2001)", "et al.", "pp. 1-", "10.1000/", "https://", "<!--", "-->", "<![CDATA[", "\"",
    "'", "=", ",", ";", " and ", "- ", "1. ", "| ", "A.", "é", "中", "𝔸", "\u0301" * 40, " " * 60, "-" * 60,
    "References", "\\cite{", "\\bibitem{", "<ref>", "</ref>",
)  # fmt: skip
JSON = (
    "null", "true", "[]", "{}", "5", "-1", "NaN", "1e999", "[[2001]]", '"2001"', '"\\ud800"', "9" * 400, '{"a": 1}',
    '[{"a": [null]}]',
)  # fmt: skip


def _article(suffix: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        from refcheck.api import cite
        from refcheck.exchange.references import parse_entries
        from refcheck.reading import read

        article = cite(read(data, path=f"article{suffix}"))
        "".join(reference.raw for reference in parse_entries(article.entries)).encode()
        f"{article.title}{article.language}{article.text}".encode()

    return run


def _zipped(member: str, suffix: str) -> Callable[[bytes], None]:
    """A word processor's file with the input as its text."""

    def run(data: bytes) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" if suffix == ".odt" else "x")
            archive.writestr(member, data)
        _article(suffix)(buffer.getvalue())

    return run


_CONTAINER = (
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='book.opf'/></rootfiles></container>"
)
_PAGE = "<html><body><h2>References</h2><p>Rowe, T. (2001). A short history of rain. Fog Press.</p></body></html>"


def _epub(data: bytes) -> None:
    """A book with the input as its package document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in (("META-INF/container.xml", _CONTAINER), ("book.opf", data), ("page.xhtml", _PAGE)):
            archive.writestr(name, text)
    _article(".epub")(buffer.getvalue())


def _pdf(data: bytes) -> None:
    """The pages of a PDF as PDFium gives them: lines of "left foot size|words", a form feed after each page."""
    from unittest.mock import patch

    from refcheck.reading.formats.pdf import text as pdf_text

    def printed(line: str) -> Any:
        place, _, text = line.rpartition("|")
        left, foot, size = [_number(number) for number in [*place.split(), "", "", ""][:3]]
        words = text.split(" ")
        return pdf_text.Printed(
            words, [left + 9 * k for k in range(len(words))], foot, [(size, len(text))], "B" in place
        )

    pages = [[printed(line) for line in page.split("\n")] for page in data.decode("utf-8", "replace").split("\f")[:40]]
    with patch.object(pdf_text, "read", lambda _: pdf_text.Pages("", "", pages)):
        _article(".pdf")(data)


def _number(text: str) -> float:
    try:
        return float(text)  # "nan" and "1e999" among them
    except ValueError:
        return 10.0


def _parse(data: bytes) -> None:
    from refcheck.api import parse_many

    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    for reference in parse_many(text.split("\n")[:20]):
        "".join((reference.raw, reference.title, reference.doi, reference.key)).encode()


def _config(data: bytes) -> None:
    from refcheck.checks.base import registry
    from refcheck.config import load_settings
    from refcheck.resolving.registers import addresses

    path = _file("refcheck.toml", data)
    load_settings(path.parent / "article.md", checks=registry(), registers=addresses())


def _lock(data: bytes) -> None:
    from refcheck.resolving.memory.lock import read_lock, write_lock

    path = _file("refcheck.lock", data)
    answers = read_lock(path)
    write_lock(path, answers)
    assert set(read_lock(path)) == set(answers), "a lock that was read is written and read again"


def _cache(data: bytes) -> None:
    import sqlite3

    from refcheck.resolving.memory.cache import Cache

    path = Path(_FOLDER.name) / f"cache{os.getpid()}.sqlite3"
    Cache(path).close()
    with sqlite3.connect(path) as db:
        row = ("crossref", "a", "doi:10.1/x", 1, "found", time.time(), data.decode("utf-8", "replace"))
        db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    db.close()
    cache = Cache(path)
    cache.get("crossref", "a", ["doi:10.1/x"])
    cache.close()


def _baseline(data: bytes) -> None:
    from refcheck.cli.baseline import read_baseline

    read_baseline(_file("baseline.json", data))


def _line(data: bytes) -> None:
    from refcheck.reports.rebuilt import rebuilt

    rebuilt(data)


@cache
def _registers() -> tuple[Any, Any, list[Any]]:
    """A transport whose every reply is its ``body``, a reference that any register can be asked about, and those."""
    from refcheck.config import Settings
    from refcheck.model import Name, Reference
    from refcheck.resolving.network.reply import Reply, as_json
    from refcheck.resolving.network.transport import Transport
    from refcheck.resolving.registers import registers

    class Told(Transport):
        body = b""

        def ask(self, *_: Any, **__: Any) -> Reply:
            return Reply(200, data=as_json(self.body))

        def get(self, *_: Any, parse: Any = None, **__: Any) -> Reply:
            return Reply(200, data=(parse or as_json)(self.body))

    reference = Reference(
        raw="Rowe, T. (2001). Rain on the roofs. Journal of Rain 1.",
        type="book",
        title="Rain on the roofs",
        authors=(Name("Rowe", "T."),),
        year=2001,
        isbn="9780306406157",
    )
    told, settings = Told(60.0), Settings(openalex_key="k", semanticscholar_key="k", mailto="a@example.org")
    made = [kind.opened("https://example.org", told, settings) for kind in registers().values()]
    return told, reference, [register for register in made if register is not None]


ASKED = ("doi:10.5555/a", "isbn:9780306406157", "pmid:12345", "pmcid:PMC12345", "arxiv:2001.00001", "handle:10.5555/a",
         "ra:10.5555/a", "archived:http://rain.example/roofs")  # fmt: skip


def answers_of(data: bytes) -> list[Any]:
    """What each register makes of one reply to whatever it can be asked, by identifier and by words."""
    told, reference, registers = _registers()
    told.body = data
    answers = []
    for register in registers:
        for question in ASKED:
            if not (question.startswith("archived") and register.name != "wayback"):
                answers.append(register.look_up([question])[question])
        answers.append(register.search("search:rain roofs rowe 2001 journal", reference))
    return answers


def _answers(data: bytes) -> None:
    """A reply to every question of every register; what comes of it goes into a lock and out again."""
    from refcheck.model import Outcome
    from refcheck.resolving.memory.lock import read_lock, write_lock

    path = Path(_FOLDER.name) / f"{os.getpid()}.lock"
    answers = {(a.source, a.question): a for a in answers_of(data) if a.outcome is Outcome.FOUND}
    write_lock(path, answers.values())
    again = {(answer.source, answer.question): answer for answer in read_lock(path)}
    assert again == answers, "what a register says is read again from the lock"


def _reports(data: bytes) -> None:
    """The text as an article, checked offline, in every format."""
    from refcheck.api import check_article
    from refcheck.config import Settings
    from refcheck.reading import read
    from refcheck.reports import formats, render

    report = check_article(read(data, path="article.md"), settings=Settings(locked=True))
    for name in formats():
        made = render([report], name)
        made.encode()
        assert "\x1b" not in made and "\u202e" not in made, f"{name} holds what a terminal obeys"
        if name in ("json", "sarif", "gitlab"):
            json.loads(made, parse_constant=_no_json)


def _no_json(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


_MEMORY = Path("/dev/shm")  # where there is one: a lock is synced to disk, which takes longer than all else
_FOLDER = tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)


def _file(name: str, data: bytes) -> Path:
    folder = Path(_FOLDER.name) / str(os.getpid())
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


TARGETS: dict[str, Callable[[bytes], None]] = {
    "jats": _article(".xml"),
    "tei": _article(".xml"),
    "notebook": _article(".ipynb"),
    "markdown": _article(".md"),
    "html": _article(".html"),
    "latex": _article(".tex"),
    "bib": _article(".bib"),
    "rst": _article(".rst"),
    "text": _article(".txt"),
    "wiki": _article(".wiki"),
    "odt": _zipped("content.xml", ".odt"),
    "docx": _zipped("word/document.xml", ".docx"),
    "epub": _epub,
    "pdf": _pdf,
    "csl": _article(".json"),
    "ris": _article(".ris"),
    "parse": _parse,
    "config": _config,
    "lock": _lock,
    "cache": _cache,
    "baseline": _baseline,
    "line": _line,
    "answers": _answers,
    "reports": _reports,
}
SAME = {"bibtex": "bib", "ipynb": "notebook"}  # formats whose target goes by another name


def _other_formats() -> dict[str, Callable[[bytes], None]]:
    """A target for each format that has none above; found without loading it, which ``--guided`` does later."""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "refcheck" / "reading" / "formats").glob("*.py")))
    found = (re.search(r'^FORMAT = Format\("([\w-]+)", \("(\.\w+)"', text, re.M) for text in texts)
    named = {SAME.get(match[1], match[1]): match[2] for match in found if match}
    return {name: _article(suffix) for name, suffix in named.items() if name not in TARGETS}


TARGETS |= _other_formats()


def seeds_of(name: str) -> list[str]:
    """The well-formed inputs of a target; of a format without any, those of plain text."""
    own = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob(f"{name}[.-]*"))]
    return own or seeds_of("text")


class Watch:
    """Runs a target on inputs and remembers what went wrong."""

    def __init__(self, name: str, save: Path | None) -> None:
        self.name, self._run, self._save = name, TARGETS[name], save
        self.inputs, self.slowest = 0, 0.0
        self.faults: Counter[str] = Counter()

    def __call__(self, data: bytes) -> None:
        from refcheck.errors import RefcheckError

        self.inputs += 1
        began = time.process_time()
        fault = ""
        try:
            self._run(data)
        except RefcheckError:
            pass
        except Exception as error:
            frames = [f for f in traceback.extract_tb(error.__traceback__) if "refcheck" in f.filename] or [None]
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames[-1] else "?"
            fault = f"{type(error).__name__} at {place}"
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        if took > SLOW:
            fault = fault or "over a second"
        if fault:
            self.faults[fault] += 1
            if self._save and self.faults[fault] == 1:
                folder = self._save / self.name
                folder.mkdir(parents=True, exist_ok=True)
                (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def memory() -> float:
    """The most memory this process has had, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def strategy(name: str) -> Any:
    """Inputs for a target: its seeds cut and spliced at places of their own, with hostile pieces between."""
    from hypothesis import strategies as st

    seeds = seeds_of(name)
    pieces = st.sampled_from(HOSTILE + JSON)

    @st.composite
    def made(draw: Any) -> bytes:
        text = draw(st.sampled_from(seeds))
        for _ in range(draw(st.integers(0, 6))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, min(len(text), start + 40)))
            new = draw(st.one_of(pieces, st.text(max_size=20), st.just(text[start:end])))
            text = text[:start] + new * draw(st.sampled_from((1, 1, 1, 2, 30, 1000))) + text[end:]
            text = text[:LONGEST]
        return text.encode("utf-8", "surrogatepass")

    return made()


def by_hypothesis(watch: Watch, seconds: float) -> None:
    """Examples of hypothesis, sixty at a time, each time from another start."""
    import hypothesis

    end = time.process_time() + seconds
    number = 0
    while time.process_time() < end:
        number += 1

        @hypothesis.seed(number)
        @hypothesis.settings(
            max_examples=60, database=None, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
        )
        @hypothesis.given(strategy(watch.name))
        def once(data: bytes) -> None:
            if time.process_time() < end:
                watch(data)

        once()


def by_atheris(watch: Watch, seconds: float, finish: Callable[[], None]) -> None:
    """Does not return: libFuzzer ends the process."""
    import atexit

    import atheris

    atexit.register(finish)
    corpus = Path(_FOLDER.name) / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds_of(watch.name)):
        (corpus / f"seed{number}").write_text(seed, encoding="utf-8")
    words = Path(_FOLDER.name) / "words"
    coded = [piece.encode("utf-8", "surrogatepass")[:60] for piece in HOSTILE + JSON]
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in piece) + '"\n' for piece in coded))
    end = time.process_time() + seconds

    def once(data: bytes) -> None:
        watch(data)
        if time.process_time() > end:
            sys.stdout.flush()
            finish()
            os._exit(0)

    options = [
        f"-dict={words}",
        f"-max_len={LONGEST}",
        "-verbosity=0",
        "-print_final_stats=0",
        "-timeout=60",
        "-rss_limit_mb=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], once)
    atheris.Fuzz()


def one(name: str, seconds: float, guided: bool, save: Path | None) -> None:
    """Run one target in this process and print what came of it as a line of JSON."""
    if guided:
        import atheris

        with atheris.instrument_imports(include=["refcheck"]):
            import refcheck.api
            import refcheck.checks.base
            import refcheck.reports
            import refcheck.resolving.registers  # noqa: F401
    logging.disable(logging.CRITICAL)
    watch = Watch(name, save)
    for seed in seeds_of(name):
        watch(seed.encode())  # loads models and word lists
    watch.slowest = 0.0
    watch.faults.pop("over a second", None)
    before = memory()

    def finish() -> None:
        row = {"inputs": watch.inputs, "slowest": watch.slowest, "grown": memory() - before, "faults": watch.faults}
        print(json.dumps(row), flush=True)

    if guided:
        by_atheris(watch, seconds, finish)
    by_hypothesis(watch, seconds)
    finish()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=float, default=5.0, help="of CPU for each target")
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    parser.add_argument("--save", type=Path, help="folder for one input of each fault")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # one target in this process
    options = parser.parse_args()
    if options.here:
        one(options.targets[0], options.seconds, options.guided, options.save)
        return
    bad = 0
    print(f"{'target':10} {'inputs':>8} {'slowest s':>9} {'grown MB':>8}  faults")
    for name in options.targets or TARGETS:
        command = [sys.executable, __file__, name, "--here", "--seconds", str(options.seconds)]
        command += ["--guided"] * options.guided + (["--save", str(options.save)] if options.save else [])
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        rows = [line for line in done.stdout.splitlines() if line.startswith('{"inputs"')]
        if not rows:
            print(f"{name:10} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
            bad += 1
            continue
        row = json.loads(rows[-1])
        bad += bool(row["faults"]) or row["grown"] > MEMORY
        faults = ", ".join(f"{count} {fault}" for fault, count in row["faults"].items()) or "none"
        print(f"{name:10} {row['inputs']:8} {row['slowest']:9.2f} {row['grown']:8.0f}  {faults}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
