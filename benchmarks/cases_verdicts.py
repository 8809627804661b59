"""Verdicts on single references of awkward classes: how many that are right stay quiet, how many that are wrong fire.

    python benchmarks/cases_verdicts.py [FILE.jsonl ...] [--show] [--only TEXT]

Each line of a file (default: ``tests/cases/verdicts*.jsonl``; ``tests/cases/README.md`` has the format) is a reference
as Markdown and as BibTeX, the records that registers hold, and the verdict that is right. Each form is checked as an
article of its own against one local server (``tests/crossref_server.py``) that holds the records of all files, with
Crossref, doi.org and DataCite turned on. Exits with 1 below the floors.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

import refcheck  # noqa: E402
from benchmarks.cases_compact import expand  # noqa: E402
from refcheck.config import Settings  # noqa: E402
from refcheck.model import Report, Severity  # noqa: E402
from refcheck.resolving.registers import addresses  # noqa: E402
from tests.crossref_server import CrossrefServer  # noqa: E402

FILES = sorted((ROOT / "tests/cases").glob("verdicts*.jsonl"))
QUIET, FIRE = 0.97, 0.93
FIRST_QUIET = "0.803 of verdicts.jsonl, 0.453 of verdicts_more.jsonl"
FIRST_FIRE = "0.651 of verdicts.jsonl, 0.560 of verdicts_more.jsonl"
# Not about one reference's truth: what an article of one reference must raise.
NOT_COUNTED = ("off-topic", "uncited", "dated", "claim", "claim-language", "unlisted")


@dataclass(frozen=True)
class Case:
    """One reference in one form: its case, ``md`` or ``bib``, the article, what is right."""

    id: str
    kind: str
    form: str
    article: str
    entries: int
    expected: Mapping[str, Any]
    open: str = ""  # why it is known to go wrong

    @property
    def must(self) -> bool:
        """Whether something is wrong with the reference."""
        return bool(self.expected.get("must"))


def read_rows(files: Sequence[Path]) -> list[dict[str, Any]]:
    """The lines of the files, those in short written out."""
    return [
        expand(json.loads(line)) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line
    ]


def cases_of(rows: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    """Two cases a row, one where it has one form."""
    for row in rows:
        for form, entries in row["input"].items():
            text = entries if isinstance(entries, str) else "\n\n".join(entries)
            article = text + "\n" if form == "bib" else f"# An article\n\nIts text.\n\n## References\n\n{text}\n"
            number = 1 if isinstance(entries, str) else len(entries)
            why = row.get("open", {}).get(form, "")
            yield Case(row["id"], row["kind"], form, article, number, row["expected"], why)


def server_of(rows: Sequence[Mapping[str, Any]]) -> CrossrefServer:
    """A server that holds what the registers of all rows hold."""
    records: dict[str, Mapping[str, Any]] = {}
    registered: dict[str, str] = {}
    aliases: dict[str, str] = {}
    routes: dict[str, Any] = {}
    opinions: list[Mapping[str, Any]] = []
    articles: dict[str, Any] = {}
    for row in rows:
        registries = row.get("registries") or {}
        records |= {record["DOI"].lower(): record for record in row.get("records") or ()}
        registered |= registries.get("agency", {})
        aliases |= registries.get("alias", {})
        routes |= {f"/{doi}": record for doi, record in registries.get("csl", {}).items()}
        datacite = registries.get("datacite", {})
        routes |= {f"/dois/{doi}": {"data": {"attributes": record}} for doi, record in datacite.items()}
        opinions += registries.get("openalex", {}).values()
        articles |= registries.get("pubmed", {})
    routes["/entrez/eutils/esummary.fcgi"] = {"result": {"uids": [*articles], **articles}}
    routes["/openalex/works"] = {"meta": {"count": len(opinions)}, "results": opinions}
    return CrossrefServer(records.values(), aliases=aliases, registered=registered, routes=routes)


def check(case: Case, url: str, folder: Path) -> Report:
    """The report on a case, from a server's address; the folder keeps the article."""
    path = folder / f"{case.id}.{case.form}"
    path.write_text(case.article, encoding="utf-8")
    on = {**dict.fromkeys(("crossref", "doi", "datacite", "pubmed"), url), "openalex": f"{url}/openalex"}
    sources = dict.fromkeys(addresses(), "") | on
    return refcheck.check(path, settings=Settings(sources=sources, mailto="benchmark@example.org", cache=folder / "c"))


def wrong(case: Case, report: Report) -> str:
    """What is wrong with a report, in a few words; "" where it says what is right."""
    expected = case.expected
    if len(report.references) != case.entries:
        return f"{len(report.references)} references read"
    findings = [f for f in report.findings if f.check not in NOT_COUNTED]
    if expected.get("must"):
        least = Severity(expected.get("level", "note")).rank
        if not any(f.check in expected["must"] and f.severity.rank <= least for f in findings):
            return f"no {' or '.join(expected['must'])} at {expected['level']}"
    loud = [f for f in findings if f.severity is not Severity.NOTE]
    if expected.get("clean") and loud:
        return f"{loud[0].check}: {loud[0].message}"
    if "clean_but" in expected and (others := [f for f in loud if f.check not in expected["clean_but"]]):
        return f"{others[0].check}: {others[0].message}"
    if unwanted := [f for f in findings if f.check in expected.get("no", ())]:
        return f"{unwanted[0].check}: {unwanted[0].message}"
    if expected.get("no_error") and (errors := [f for f in findings if f.severity is Severity.ERROR]):
        return f"{errors[0].check} as an error: {errors[0].message}"
    highest = Severity(expected.get("max", "error")).rank
    if above := [f for f in findings if f.check in expected.get("must", ()) and f.severity.rank < highest]:
        return f"{above[0].check} as {above[0].severity}"
    work = report.resolutions[0].work
    if "doi" in expected and (work is None or work.doi != expected["doi"]):
        return f"matched to {work.doi if work else 'nothing'}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="default: tests/cases/verdicts*.jsonl")
    parser.add_argument("--show", action="store_true", help="print what went wrong, case by case")
    parser.add_argument("--only", default="", metavar="TEXT", help="cases whose id or kind has this text")
    options = parser.parse_args()
    rates: dict[bool, list[bool]] = {True: [], False: []}
    by_kind: Counter[tuple[str, bool]] = Counter()
    rows = read_rows(options.files or FILES)
    with server_of(rows) as server, tempfile.TemporaryDirectory() as folder:
        for case in cases_of(rows):
            if options.only not in f"{case.id} {case.kind}":
                continue
            report = check(case, server.url, Path(folder))
            fault = wrong(case, report)
            rates[case.must].append(not fault)
            by_kind[case.kind, not fault] += 1
            if fault and options.show:
                print(f"{case.kind}/{case.id} ({case.form}): {fault}")
                print(f"    {[str(r.identity) + ': ' + r.why for r in report.resolutions]}")
    for kind in sorted({kind for kind, _ in by_kind}):
        print(f"{kind:20} {by_kind[kind, True]:4} of {by_kind[kind, True] + by_kind[kind, False]:4}")
    quiet, fire = (sum(rates[must]) / max(1, len(rates[must])) for must in (False, True))
    print(f"quiet {quiet:.3f} of {len(rates[False])}, floor {QUIET}; first version {FIRST_QUIET}")
    print(f"fire  {fire:.3f} of {len(rates[True])}, floor {FIRE}; first version {FIRST_FIRE}")
    return int(quiet < QUIET or fire < FIRE)


if __name__ == "__main__":
    sys.exit(main())
