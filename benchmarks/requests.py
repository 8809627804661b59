"""How few requests a list takes, and how fast: lists of 5, 40 and 200 references, 0, 70 and 100 % of them with a DOI.

    python benchmarks/requests.py [--pool polite|public] [--latency SECONDS] [--sizes 5 40 200]

Against the local server, in a process of its own, with Crossref's real limits enforced (a sliding second; 429 beyond
them). Lower bounds: one request for fifty DOIs and one search for every reference without; and the time in which the
limits let those through, so many a second, the server's own time for the last one included (its median, measured).
A short list of searches takes a reply's time longer: a request that opens its connection counts as started when its
reply came, for how long the handshake took is not known, and without that the next ones would earn a 429.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

from refcheck.config import Settings  # noqa: E402
from refcheck.model import Identity, Name, Reference  # noqa: E402
from refcheck.resolving.enquiry import resolve  # noqa: E402
from refcheck.resolving.registers import addresses  # noqa: E402
from tests.crossref_server import POLITE, PUBLIC, Limits, read_records  # noqa: E402

RECORDS = ROOT.parent / "shared" / "data" / "records" / "crossref_records.jsonl.gz"


def citable(message: dict[str, Any]) -> bool:
    fields = ("title", "author", "container-title", "volume", "page", "issued")
    plain = message["type"] == "journal-article" and all(message.get(field) for field in fields)
    return plain and len(message["title"][0]) > 25 and all("family" in person for person in message["author"])


def cited(message: dict[str, Any], doi: bool) -> Reference:
    """A reference in APA style, parsed without a fault: this is not about parsing."""
    people = [Name(family=p["family"], given=p.get("given", "")[:1]) for p in message["author"][:7]]
    year = message["issued"]["date-parts"][0][0]
    title, journal = message["title"][0], message["container-title"][0]
    names = ", ".join(f"{p.family}, {p.given}." for p in people)
    raw = f"{names} ({year}). {title}. {journal}, {message['volume']}, {message['page']}."
    return Reference(
        raw=raw,
        type="article",
        authors=tuple(people),
        et_al=len(message["author"]) > 7,
        title=title,
        container=journal,
        year=year,
        volume=message["volume"],
        pages=message["page"].replace("-", "--"),
        doi=message["DOI"].lower() if doi else "",
    )


def bounds(references: list[Reference], limits: Limits, service: float) -> tuple[int, float]:
    """The fewest requests, and the least seconds, the limits allow. service: seconds the server takes for one."""
    dois = {reference.doi for reference in references if reference.doi}
    searches = {reference.raw for reference in references if not reference.doi}
    requests = math.ceil(len(dois) / 50) + len(searches)
    windows = math.ceil(requests / limits.many) - 1
    in_flight = math.ceil(requests / limits.at_once) * service
    return requests, max(windows + service, in_flight)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pool", choices=("polite", "public"), default="polite")
    parser.add_argument(
        "--latency", type=float, default=0.5, help="of the server, seconds; Crossref takes about that for a list"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 40, 200])
    options = parser.parse_args()
    if not RECORDS.exists():
        sys.exit(f"needs the records at {RECORDS}")
    messages = [message for message in read_records(RECORDS) if citable(message)]
    mailto = "benchmark@example.org" if options.pool == "polite" else ""
    limits = POLITE if options.pool == "polite" else PUBLIC
    print(f"Crossref's {options.pool} pool: {dataclasses.asdict(limits)}, latency {options.latency} s")
    print("references  with DOI   requests  bound  ratio   seconds   bound  ratio   429s  verified")
    with serving(options.pool, options.latency) as url:
        sources = dict.fromkeys(addresses(), "") | {"crossref": url, "doi": url}
        settings = Settings(sources=sources, mailto=mailto, budget=600.0)
        resolve([cited(messages[-1], True)], settings)  # the first call imports the clients
        for size in options.sizes:
            for share in (0, 70, 100):
                time.sleep(1.2)  # the window of the list before
                mine = [cited(m, i * 100 < share * size) for i, m in enumerate(messages[100 : 100 + size])]
                log(url)
                start = time.perf_counter()
                found = resolve(mine, settings)
                seconds = time.perf_counter() - start
                seen = log(url)
                least, soonest = bounds(mine, limits, statistics.median(took for _, _, took in seen))
                refused = sum(status == 429 for _, status, _ in seen)
                verified = sum(resolution.identity is Identity.VERIFIED for resolution in found)
                print(
                    f"{size:10} {share:8} % {len(seen):10} {least:6} {len(seen) / least:6.2f} {seconds:9.2f} "
                    f"{soonest:7.2f} {seconds / soonest:6.2f} {refused:6} {verified:9}",
                    flush=True,
                )


@contextmanager
def serving(pool: str, latency: float) -> Iterator[str]:
    """The address of a server in a process of its own."""
    command = [sys.executable, str(ROOT / "tests/crossref_server.py"), str(RECORDS), "--limits", pool]
    server = subprocess.Popen([*command, "--latency", str(latency)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.kill()
        server.wait()


def log(url: str) -> list[tuple[str, int, float]]:
    """What the server has seen since it was last asked: path, status, seconds."""
    with urllib.request.urlopen(f"{url}/-/log") as reply:
        return [tuple(row) for row in json.load(reply)]


if __name__ == "__main__":
    main()
