"""The cases of ``verdicts.py``, as BibTeX, through other tools against the same local server.

    python -m venv PEERS && PEERS/bin/pip install paper-preflight citecheck-refs
    python -m venv OLDER && OLDER/bin/pip install bibtex-updater 'bibtexparser<2'
    python benchmarks/verdicts_peers.py --venv PEERS --older OLDER [--cases 430]

The tools have no setting for the address of Crossref and doi.org, so the installed copies are edited: both hosts
become the local server's. Their other sources have no network, as refcheck's are turned off. A case counts as flagged
when the tool says anything of it that is not "verified", "could not be checked" or a mere suggestion; whether under
the right name is not asked of them. Printed: flagged cases per kind of change, and refcheck's on the same .bib.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

import refcheck  # noqa: E402
from benchmarks.styles import render  # noqa: E402
from benchmarks.verdicts import NOT_COUNTED, RECORDS, Made, make  # noqa: E402
from refcheck.config import SOURCES, Settings  # noqa: E402
from tests.crossref_server import CrossrefServer, Limits, read_records  # noqa: E402

HOSTS = re.compile(rb"https://(?:api\.crossref\.org|(?:dx\.)?doi\.org)|http://127\.0\.0\.1:\d+")


def redirect(venv: Path, packages: Sequence[str], url: str) -> None:
    """Point installed packages at the local server (an address put there by an earlier run is replaced)."""
    for site in venv.glob("lib/python*/site-packages"):
        for package in packages:
            for path in [site / f"{package}.py", *(site / package).rglob("*.py")]:
                if path.exists():
                    path.write_bytes(HOSTS.sub(url.encode(), path.read_bytes()))


def negotiated(record: Mapping[str, Any]) -> dict[str, Any]:
    """What doi.org's content negotiation gives for a Crossref record: CSL-JSON."""
    texts = {key: value[0] for key in ("title", "container-title") if (value := record.get(key))}
    return dict(record) | texts


def run(command: Sequence[str], folder: Path) -> None:
    environment = os.environ | {"XDG_CACHE_HOME": str(folder), "HOME": str(folder), "CITECHECK_MAILTO": "a@example.org"}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=3600, check=False)


def citecheck(venv: Path, bib: Path) -> set[str]:
    run([f"{venv}/bin/citecheck", "--all", "--json", "out.json", bib.name], bib.parent)
    rows = json.loads((bib.parent / "out.json").read_text())
    rows = rows if isinstance(rows, list) else rows.get("results") or rows.get("entries")
    return {row["key"] for row in rows if row.get("verdict") in ("CHECK", "MISMATCH", "NOT_FOUND")}


def preflight(venv: Path, bib: Path) -> set[str]:
    run([f"{venv}/bin/paper-preflight", "check", bib.name, "-f", "json", "-o", "preflight.json"], bib.parent)
    report = json.loads((bib.parent / "preflight.json").read_text())
    flagged = set()
    for finding in report["findings"]:
        if finding.get("severity") in ("error", "warning"):
            flagged.update(re.findall(r"\bref\d+\b", json.dumps(finding)))
    return flagged


def updater(venv: Path, bib: Path) -> set[str]:
    run([f"{venv}/bin/bibtex-check", bib.name, "--jsonl", "updater.jsonl", "--rate-limit", "100000"], bib.parent)
    rows = [json.loads(line) for line in (bib.parent / "updater.jsonl").read_text().splitlines()]
    fine = ("verified", "api_error", "unconfirmed", "skipped", "published_version_exists")
    return {row.get("key") or row.get("entry_key") for row in rows if str(row.get("status")).lower() not in fine}


def ours(url: str, bib: Path, notes: bool) -> set[str]:
    sources = dict.fromkeys(SOURCES, "") | {"crossref": url, "doi": url}
    report = refcheck.check(bib, settings=Settings(sources=sources, mailto="a@example.org", cache=bib.parent / "cache"))
    counted = [f for f in report.findings if f.check not in (*NOT_COUNTED, "duplicate", "doi-missing")]
    said = {f.reference for f in counted if notes or f.severity != "note"}
    return {report.references[index].key for index in said if index is not None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, required=True)
    parser.add_argument("--older", type=Path)
    parser.add_argument("--cases", type=int, default=430)
    options = parser.parse_args()
    cases, served = make(list(read_records(RECORDS)), options.cases)
    routes = {f"/{record['DOI'].lower()}": negotiated(record) for record in served}
    with CrossrefServer(served, limits=Limits(400, 400, 20), routes=routes) as server:
        redirect(options.venv, ("citecheck", "paper_preflight"), server.url)
        tools: dict[str, Callable[[Path], set[str]]] = {
            "refcheck": lambda bib: ours(server.url, bib, notes=False),
            "its notes too": lambda bib: ours(server.url, bib, notes=True),
            "paper-preflight": lambda bib: preflight(options.venv, bib),
            "citecheck-refs": lambda bib: citecheck(options.venv, bib),
        }
        if options.older:
            redirect(options.older, ("bibtex_updater",), server.url)
            tools["bibtex-updater"] = lambda bib: updater(options.older, bib)
        for name, tool in tools.items():
            with tempfile.TemporaryDirectory() as folder:
                bib = Path(folder) / "cases.bib"
                bib.write_text("\n\n".join(render(c.printed, "bibtex", c.manner, c.number) for c in cases))
                show(name, cases, tool(bib))


def show(name: str, cases: Sequence[Made], flagged: set[str]) -> None:
    """One line a tool: the share of cases flagged, by kind of change."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        kinds[case.change.kind].append(f"ref{case.number}" in flagged)
    shares = ", ".join(f"{kind} {100 * sum(hits) / len(hits):.1f} % of {len(hits)}" for kind, hits in kinds.items())
    print(f"{name:16} flags {shares}", flush=True)


if __name__ == "__main__":
    main()
