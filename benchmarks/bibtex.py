"""Real and broken .bib entries: how many are read as they should be, and how fast whole files are.

usage: python -m benchmarks.bibtex [--cases FILE ...] [--bib FILE ...] [--runs N]

--cases: JSON lines of entries with the fields as they should be read (default: ../shared/cases/bibtex.jsonl and
bibtex_fresh.jsonl, written before any of them was read).
--bib: .bib files, repeated to 7,000 entries for the measurement of speed; without one, entries of the cases' kind made
here. Speed is CPU time, the best of N runs, beside bibtexparser's splitter alone and pybtex on the same text in the
same run: quote the ratios, the seconds are the machine's.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bibtexparser

from refcheck.api import parse
from refcheck.api import read as read_article
from refcheck.exchange import writer
from refcheck.exchange.csl import from_csl, to_csl
from refcheck.exchange.references import parse_entries
from refcheck.model import Reference
from refcheck.reading.bibtex.entries import bib_entries

CASES = (Path(__file__).parents[1] / "../shared/cases/bibtex.jsonl", Path(__file__).with_name("bibtex_fresh.jsonl"))
ENTRIES = 7000
MADE = r"""@article{{key{n}, author = {{M{{\"u}}ller, Anna {n} and van der Berg, J. and S\'anchez Ruiz, Luis}},
  title = {{On the {{DNA}} of {n} forest fires in the north: a study of $\beta$-diversity}},
  journal = {{Journal of Fires}},
  year = {{{year}}}, month = mar, volume = {{{volume}}}, number = 2, pages = {{{n}--{last}}},
  doi = {{10.1234/fires.{n}}}, url = {{https://example.org/a\_{n}}}, keywords = {{fire, forest}},
  abstract = {{Fires are studied here at some length, in {n} plots, and found to be 20\% larger than was thought.}}
}}
"""


def read(text: str) -> tuple[Reference, ...]:
    return parse_entries(bib_entries(text))


def read_file(text: str, case: dict[str, Any]) -> tuple[Reference, ...]:
    """The references of a file of this text, in the case's encoding and with its suffix."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"list.{case.get('suffix', 'bib')}"
        file.write_bytes(text.encode(case.get("encoding", "utf-8")))
        return parse_entries(read_article(file).entries)


def field_of(reference: Reference, name: str) -> Any:
    """A field by its name; of the authors ("families") and the editors their family names."""
    if name not in ("families", "editors"):
        return getattr(reference, name, None)
    people = reference.editors if name == "editors" else reference.authors
    return [person.literal or f"{person.particle} {person.family}".strip() for person in people]


def wrong(case: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Field -> (expected, got) of what is not as it should be in one case."""
    given, expected = case["input"], case["expected"]
    got: dict[str, Any] = {}
    if case["kind"] == "csl-read":
        got = {name: field_of(from_csl(given), name) for name in expected}
    elif case["kind"] == "bibtex-write":
        references = read(given) if given.lstrip().startswith("@") else (parse(given),)
        entry = bibtexparser.parse_string(writer("bibtex")(references)).entries[0]
        got = {name: field.value if (field := entry.get(name)) else None for name in expected}
    elif case["kind"] == "csl-write":
        item = to_csl(read(given)[0])
        got = {name: item.get(name) for name in expected}
    elif case["kind"] == "ris-write":
        lines = writer("ris")(read(given)).split("\r\n")
        got = {tag: next((line[6:] for line in lines if line.startswith(f"{tag}  - ")), None) for tag in expected}
    else:
        references = read(given) if case["kind"] == "bibtex-read" else read_file(given, case)
        one = references[case.get("index", 0)] if references else Reference(raw="")
        for name in expected:
            if name == "told":
                got[name] = any(reference.problems for reference in references)
            elif name == "count":
                got[name] = len(references)
            elif name == "keys":
                got[name] = [reference.key for reference in references]
            else:
                got[name] = field_of(one, name)
    return {name: (expected[name], got[name]) for name in expected if expected[name] != got[name]}


def seconds(job: Callable[[], object], runs: int) -> float:
    """CPU time of the fastest of several runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def measured(files: list[Path]) -> str:
    """A text of ENTRIES entries or a few more."""
    if not files:
        made = (MADE.format(n=n, year=1980 + n % 40, volume=n % 90, last=n + 9) for n in range(1, ENTRIES + 1))
        return "\n".join(made)
    text = "\n".join(file.read_text("utf-8", "replace") for file in files)
    return "\n".join([text] * -(-ENTRIES // max(1, len(bib_entries(text)))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, nargs="*", default=CASES)
    parser.add_argument("--bib", type=Path, nargs="*", default=[])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    for file in filter(Path.exists, options.cases):
        cases = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        faults = [(case["id"], found) for case in cases if (found := wrong(case))]
        print(f"entries of {file.name} read right: {len(cases) - len(faults)} of {len(cases)}")
        for name, found in faults:
            print(f"  {name}: {found}")
    text = measured(options.bib)
    count = len(bib_entries(text))
    print(f"\n{count} entries, {len(text) / 1e6:.1f} MB, CPU time, best of {options.runs}")
    jobs: dict[str, Callable[[], object]] = {
        "refcheck, references": lambda: read(text),
        "refcheck, blocks": lambda: bib_entries(text),
        "bibtexparser, split alone": lambda: bibtexparser.parse_string(text, parse_stack=[]),
        "bibtexparser, its own stack": lambda: bibtexparser.parse_string(text),
    }
    try:
        from pybtex.database import parse_string

        parse_string(text, "bibtex")
        jobs["pybtex"] = lambda: parse_string(text, "bibtex")
    except Exception as error:  # pybtex stops at the first fault of a file
        print(f"pybtex does not read this file: {str(error)[:100]}")
    base = 0.0
    for name, job in jobs.items():
        taken = seconds(job, options.runs)
        base = base or taken
        print(f"{name:30}{count / taken:9,.0f} entries/s{base / taken:8.2f} times refcheck's references")


if __name__ == "__main__":
    main()
