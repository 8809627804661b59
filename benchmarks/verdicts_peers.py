"""Other tools on cases of ``verdicts.py`` as BibTeX, against the same local server, for the table beside ours.

They come from the package index, in environments of their own (the last needs another bibtexparser than refcheck):

    python -m venv .venv/peers/new && .venv/peers/new/bin/pip install paper-preflight citecheck-refs
    python -m venv .venv/peers/old && .venv/peers/old/bin/pip install bibtex-updater 'bibtexparser<2'

The tools have no setting for the address of Crossref and doi.org, so a ``sitecustomize`` module on their path turns
requests to both hosts to the local server. Their other sources have no network, as refcheck's are turned off. A case
counts as flagged when the tool says anything of it that is not "verified", "could not be checked" or a mere suggestion;
whether under the right name is not asked of them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import refcheck
from benchmarks.changes import Made
from benchmarks.styles import render
from refcheck.config import Settings
from refcheck.resolving.registers import addresses
from tests.crossref_server import CrossrefServer, Limits

PEERS = Path(__file__).resolve().parent.parent / ".venv" / "peers"
REDIRECT = r"""
import os, re, urllib.request

HOSTS = re.compile(r"https://(?:api\.crossref\.org|(?:dx\.)?doi\.org)")


def redirected(init, position):
    def made(self, *arguments, **named):
        arguments = list(arguments)
        if len(arguments) > position:
            arguments[position] = HOSTS.sub(os.environ["LOCAL_CROSSREF"], str(arguments[position]))
        init(self, *arguments, **named)

    return made


urllib.request.Request.__init__ = redirected(urllib.request.Request.__init__, 0)
try:
    import httpx
except ImportError:
    pass
else:
    httpx.Request.__init__ = redirected(httpx.Request.__init__, 1)
"""


def compare(cases: Sequence[Made], served: Sequence[Mapping[str, Any]], not_counted: Sequence[str]) -> None:
    """Print, per change, the share of these cases that refcheck and each tool installed flags in one .bib file."""
    routes = {f"/{record['DOI'].lower()}": negotiated(record) for record in served}
    flagged: dict[str, set[str]] = {}
    with (
        CrossrefServer([dict(record) for record in served], limits=Limits(400, 400, 20), routes=routes) as server,
        tempfile.TemporaryDirectory() as folder,
    ):
        bib = Path(folder) / "cases.bib"
        bib.write_text("\n\n".join(render(c.printed, "bibtex", c.manner, c.number) for c in cases))
        flagged["refcheck"] = ours(server.url, bib, not_counted, notes=False)
        flagged["its notes"] = ours(server.url, bib, not_counted, notes=True)
        for tool, (command, run) in TOOLS.items():
            path = installed(command)
            if path is None:
                print(f"\n{tool} is not installed: see the head of benchmarks/verdicts_peers.py")
                continue
            flagged[tool] = run(lambda *arguments, path=path: call(server.url, bib, path, *arguments), bib)
    show(cases, flagged)


def installed(command: str) -> str | None:
    """Where a tool's command is: in an environment of its own, or on the path."""
    own = sorted(PEERS.glob(f"*/bin/{command}"))
    return str(own[0]) if own else shutil.which(command)


def negotiated(record: Mapping[str, Any]) -> dict[str, Any]:
    """What doi.org's content negotiation gives for a Crossref record: CSL-JSON."""
    texts = {key: value[0] for key in ("title", "container-title") if (value := record.get(key))}
    return dict(record) | texts


def call(url: str, bib: Path, *command: str) -> None:
    """Run a tool in the folder of the .bib file, Crossref and doi.org being the local server."""
    folder = bib.parent
    (folder / "site").mkdir(exist_ok=True)
    (folder / "site" / "sitecustomize.py").write_text(REDIRECT)
    environment = os.environ | {
        "LOCAL_CROSSREF": url,
        "PYTHONPATH": str(folder / "site"),
        "XDG_CACHE_HOME": str(folder),
        "HOME": str(folder),
        "CITECHECK_MAILTO": "a@example.org",
    }
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=3600, check=False)


Run = Callable[..., None]


def preflight(run: Run, bib: Path) -> set[str]:
    run("check", bib.name, "-f", "json", "-o", "preflight.json")
    report = json.loads((bib.parent / "preflight.json").read_text())
    loud = [finding for finding in report["findings"] if finding.get("severity") in ("error", "warning")]
    return {key for finding in loud for key in re.findall(r"\bref\d+\b", json.dumps(finding))}


def citecheck(run: Run, bib: Path) -> set[str]:
    run("--all", "--json", "citecheck.json", bib.name)
    rows = json.loads((bib.parent / "citecheck.json").read_text())
    rows = rows if isinstance(rows, list) else rows.get("results") or rows.get("entries")
    return {row["key"] for row in rows if row.get("verdict") in ("CHECK", "MISMATCH", "NOT_FOUND")}


def updater(run: Run, bib: Path) -> set[str]:
    run(bib.name, "--jsonl", "updater.jsonl", "--rate-limit", "100000")
    rows = [json.loads(line) for line in (bib.parent / "updater.jsonl").read_text().splitlines()]
    fine = ("verified", "api_error", "unconfirmed", "skipped", "published_version_exists")
    return {row.get("key") or row.get("entry_key") for row in rows if str(row.get("status")).lower() not in fine}


TOOLS: dict[str, tuple[str, Callable[[Run, Path], set[str]]]] = {
    "paper-preflight": ("paper-preflight", preflight),
    "citecheck-refs": ("citecheck", citecheck),
    "bibtex-updater": ("bibtex-check", updater),
}


def ours(url: str, bib: Path, not_counted: Sequence[str], notes: bool) -> set[str]:
    """The keys refcheck flags."""
    sources = dict.fromkeys(addresses(), "") | {"crossref": url, "doi": url}
    report = refcheck.check(bib, settings=Settings(sources=sources, mailto="a@example.org", cache=bib.parent / "cache"))
    counted = [f for f in report.findings if f.check not in (*not_counted, "duplicate", "doi-missing")]
    said = {f.reference for f in counted if notes or f.severity != "note"}
    return {report.references[index].key for index in said if index is not None}


def show(cases: Sequence[Made], flagged: Mapping[str, set[str]]) -> None:
    """Flagged cases in 100 by change and by kind of change, a column a tool."""
    groups: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        groups[case.change.name].append(f"ref{case.number}")
        kinds[f"all {case.change.kind}"].append(f"ref{case.number}")
    print(f"\nThe same changes as one .bib file, flagged in 100 (right or wrong name alike), of {len(cases)} cases")
    print(f"{'change':34} {'cases':>5}" + "".join(f"{name:>16}" for name in flagged))
    for name, keys in (groups | kinds).items():
        shares = (100 * sum(key in said for key in keys) / len(keys) for said in flagged.values())
        print(f"{name:34} {len(keys):5}" + "".join(f"{share:16.1f}" for share in shares), flush=True)
