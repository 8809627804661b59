"""How few requests a list takes, and how fast: lists of 5, 40 and 200 references, 0, 70 and 100 % of them with a DOI.

    python benchmarks/requests.py [--pool polite|public] [--latency SECONDS] [--sizes 5 40 200]

Against the local server with Crossref's real limits enforced (a sliding second; 429 beyond them). Lower bounds: one
request for fifty DOIs and one search for every reference without; and the time in which the limits let those through,
so many a second, the server's own time for the last one included (its median, measured).
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path[0] = str(Path(__file__).resolve().parents[1])  # for this folder, where requests.py is not the library

from refcheck.config import SOURCES, Settings  # noqa: E402
from refcheck.model import Identity, Name, Reference  # noqa: E402
from refcheck.resolving.enquiry import resolve  # noqa: E402
from tests.crossref_server import POLITE, PUBLIC, CrossrefServer, Limits, read_records  # noqa: E402

RECORDS = Path(__file__).resolve().parents[2] / "shared" / "data" / "records" / "crossref_records.jsonl.gz"


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
    dois = sum(bool(reference.doi) for reference in references)
    requests = math.ceil(dois / 50) + len(references) - dois
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
    with CrossrefServer(messages, limits=limits, latency=options.latency) as server:
        sources = dict.fromkeys(SOURCES, "") | {"crossref": server.url, "doi": server.url}
        settings = Settings(sources=sources, mailto=mailto, budget=600.0)
        resolve([cited(messages[-1], True)], settings)  # the first call imports the clients
        for size in options.sizes:
            for share in (0, 70, 100):
                time.sleep(1.2)  # the window of the list before
                mine = [cited(m, i * 100 < share * size) for i, m in enumerate(messages[100 : 100 + size])]
                server.log.clear()
                start = time.perf_counter()
                found = resolve(mine, settings)
                seconds = time.perf_counter() - start
                service = statistics.median(request.seconds for request in server.log)
                least, soonest = bounds(mine, limits, service)
                sent, refused = len(server.log), sum(request.status == 429 for request in server.log)
                verified = sum(resolution.identity is Identity.VERIFIED for resolution in found)
                print(
                    f"{size:10} {share:8} % {sent:10} {least:6} {sent / least:6.2f} {seconds:9.2f} {soonest:7.2f} "
                    f"{seconds / soonest:6.2f} {refused:6} {verified:9}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
