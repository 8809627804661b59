"""Verdicts through the whole tool: registered works, one labelled change each, in many citation styles and as BibTeX.

    python benchmarks/verdicts.py [--cases 2709] [--examples 10] [--change NAME] [--seed N] [--list N] [--peers N]
        [--fresh]

Each case is a Crossref record rendered in one style (``styles.py``) with one change (``changes.py``). Lists of such
references are written as articles and checked with ``refcheck.check`` against a local server that speaks Crossref and
doi.org (``tests/crossref_server.py``), the other sources off. Printed per change: cases, those found under the right
check, alarms; then the confusion of checks, and examples of what is left over. Last, a sample of the same cases as
BibTeX through refcheck and through the other tools that are installed (``verdicts_peers.py`` says how).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

import refcheck  # noqa: E402
from benchmarks import verdicts_peers  # noqa: E402
from benchmarks.changes import CHANGES, HARMFUL, HARMLESS, SOFT, Change, Made  # noqa: E402
from benchmarks.changes_fresh import FRESH  # noqa: E402
from benchmarks.styles import STYLES, facts, render  # noqa: E402
from refcheck.config import Settings  # noqa: E402
from refcheck.model import Finding, Report  # noqa: E402
from refcheck.resolving.registers import addresses  # noqa: E402
from tests.crossref_server import CrossrefServer, Limits, read_records  # noqa: E402

RECORDS = ROOT.parent / "shared/data/records/crossref_records.jsonl.gz"
SEED = 20261122
FLOORS = {"unchanged": 0.3, HARMLESS: 1.0, HARMFUL: 97.0, SOFT: 85.0}
WHY: dict[int, str] = {}  # case -> what was made of it, for the examples
# Not about one reference's truth: what a list of unrelated works on no article's subject must raise.
NOT_COUNTED = ("off-topic", "uncited", "dated", "claim", "claim-language", "unlisted")


def retracted(record: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The record as Crossref gives it after a retraction: a notice, from the publisher or Retraction Watch."""
    notice = {
        "DOI": f"{record['DOI']}.retraction",
        "type": rng.choice(("retraction", "retraction", "withdrawal", "removal")),
        "source": rng.choice(("publisher", "retraction-watch")),
        "updated": {"date-parts": [[2021, 5, 3]]},
    }
    marked = rng.random() < 0.5
    title = [f"RETRACTED: {record['title'][0]}"] if marked else record["title"]
    return record | {"updated-by": [notice], "title": title}


def make(
    records: Sequence[dict[str, Any]], count: int, only: str = "", seed: int = SEED, kinds: Sequence[Change] = CHANGES
) -> tuple[list[Made], list[dict[str, Any]]]:
    """The cases, as many of each change as the count allows, and the records as the server shall have them."""
    rng = random.Random(seed)
    by_doi = {record["DOI"].lower(): record for record in records}
    works = [work for record in by_doi.values() if not record.get("updated-by") and (work := facts(record)) is not None]
    works = [work for work in works if work.title and not work.title.lower().startswith(("retract", "withdrawn"))]
    rng.shuffle(works)
    changes = [change for change in kinds if only in change.name]
    each = max(1, count // len(changes))
    cases: list[Made] = []
    unused = iter(works)
    styles = [*STYLES, "bibtex"]
    for shift, change in enumerate(changes):
        done = 0
        for work in unused:
            made = change.make(work, works, rng)
            style = styles[(done + shift) % len(styles)]
            if made is None:
                continue
            if change.kind == HARMLESS and change.name != "old DOI address" and made[1].doi == "https://doi.org/":
                made = made[0], replace(made[1], doi=rng.choice(("https://doi.org/", "https://doi.org/", "-")))
            cases.append(Made(len(cases), change, style, render(made[0], style, made[1]), work, made[0], made[1]))
            if change.name == "retracted":
                by_doi[work.doi] = retracted(by_doi[work.doi], rng)
            done += 1
            if done == each:
                break
        else:
            unused = iter(works)  # rare ones used the pool up: begin again
    return cases, list(by_doi.values())


def articles(cases: Sequence[Made], size: int) -> Iterator[tuple[str, str, list[Made]]]:
    """(file name, text, its cases): articles of ``size`` references in one style, no work twice in one."""
    for style in dict.fromkeys(case.style for case in cases):
        rest = [case for case in cases if case.style == style]
        random.Random(SEED).shuffle(rest)
        while rest:
            chosen: list[Made] = []
            for case in rest:
                if len(chosen) < size and case.source.doi not in {doi for c in chosen for doi in _dois(c)}:
                    chosen.append(case)
            taken = {case.number for case in chosen}
            rest = [case for case in rest if case.number not in taken]
            texts = [render(c.printed, c.style, c.manner, n) for n, c in enumerate(chosen, start=1)]
            if style == "bibtex":
                yield f"{style}-{chosen[0].number}.bib", "\n\n".join(texts) + "\n", chosen
            else:
                body = "# An article\n\nIts text.\n\n## References\n\n" + "\n\n".join(texts) + "\n"
                yield f"{style}-{chosen[0].number}.md", body, chosen


def _dois(case: Made) -> tuple[str, str]:
    return case.source.doi, case.printed.doi


def check(cases: Sequence[Made], records: Sequence[dict[str, Any]], size: int) -> dict[int, list[Finding]]:
    """The findings about each case, by its number."""
    found: dict[int, list[Finding]] = {}
    lost = 0
    with CrossrefServer(records, limits=Limits(400, 400, 20)) as server, tempfile.TemporaryDirectory() as folder:
        sources = dict.fromkeys(addresses(), "") | {"crossref": server.url, "doi": server.url}
        settings = Settings(sources=sources, mailto="benchmark@example.org", cache=Path(folder) / "cache")
        start = time.monotonic()
        for done, (name, text, members) in enumerate(articles(cases, size)):
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            report = refcheck.check(path, settings=settings)
            if len(report.references) != len(members):
                lost += abs(len(report.references) - len(members))
            for case, index in zip(members, _places(report, members), strict=True):
                if index is not None:
                    resolution = report.resolutions[index]
                    WHY[case.number] = f"{resolution.identity}: {resolution.why} {report.references[index].authors[:2]}"
                counted = [f for f in report.findings if f.reference == index and f.check not in NOT_COUNTED]
                found[case.number] = counted if index is not None else []
            if done % 20 == 0:
                print(f"\r{len(found)} cases, {time.monotonic() - start:.0f} s", end="", file=sys.stderr, flush=True)
    print(f"\nReferences read too many or too few: {lost}", file=sys.stderr)
    return found


def _places(report: Report, members: Sequence[Made]) -> Iterator[int | None]:
    """The index of each case in the report: its place, or by its words where the list was read otherwise."""
    for n, case in enumerate(members):
        if len(report.references) == len(members):
            yield n
            continue
        words = set(case.text.split())
        overlap = [len(words & set(reference.raw.split())) for reference in report.references]
        yield overlap.index(max(overlap)) if overlap and max(overlap) * 2 > len(words) else None


def outcome(case: Made, findings: Sequence[Finding]) -> bool:
    """Whether the verdict on a case is the right one: silence below a note, or the right check loud enough."""
    loud = [f for f in findings if f.severity != "note"]
    if case.change.kind in (HARMLESS, "unchanged"):
        return not loud
    counted = findings if case.change.kind == SOFT else loud
    return any(f.check in case.change.right for f in counted)


def show(cases: Sequence[Made], found: dict[int, list[Finding]], examples: int) -> None:
    """The tables and the examples."""
    by_change: dict[str, list[Made]] = defaultdict(list)
    for case in cases:
        by_change[case.change.name].append(case)
    print(f"{'change':34} {'kind':10} {'cases':>5} {'right':>6} {'share':>7}  checks raised (error, warning, note)")
    totals: dict[str, list[bool]] = defaultdict(list)
    errors = 0
    for name, members in by_change.items():
        kind = members[0].change.kind
        right = [outcome(case, found.get(case.number, [])) for case in members]
        totals[kind] += right
        raised = Counter(f"{f.check}:{f.severity[0]}" for c in members for f in found.get(c.number, []))
        raised.pop("doi-missing:n", None)
        shown = " ".join(f"{check} {n}" for check, n in raised.most_common(7))
        print(f"{name:34} {kind:10} {len(right):5} {sum(right):6} {100 * sum(right) / len(right):6.1f}%  {shown}")
        if kind in (HARMLESS, "unchanged"):
            errors += sum(any(f.severity == "error" for f in found.get(c.number, [])) for c in members)
    print()
    for kind, right in totals.items():
        share = 100 * sum(right) / len(right)
        if kind in (HARMLESS, "unchanged"):
            print(f"{kind:10} {len(right):5} cases, alarms on {100 - share:.2f} % (at most {FLOORS[kind]} %)")
        else:
            print(
                f"{kind:10} {len(right):5} cases, found under the right check {share:.1f} % (at least {FLOORS[kind]} %)"
            )
    print(f"harmless or unchanged with an error: {errors} (none)\n")
    by_style: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        by_style[case.style].append(outcome(case, found.get(case.number, [])))
    print("right verdicts by style:", ", ".join(f"{s} {100 * sum(r) / len(r):.1f} %" for s, r in by_style.items()))
    for name, members in by_change.items():
        wrong = [case for case in members if not outcome(case, found.get(case.number, []))][:examples]
        if wrong:
            print(f"\n== {name}: left over")
        for case in wrong:
            print(f"  [{case.style}] {case.text[:400]}\n      made from {case.source.doi}: {case.source.title[:120]}")
            print(f"      {WHY.get(case.number, 'not found in the list')}")
            for finding in found.get(case.number, []):
                print(f"      {finding.severity} {finding.check}: {finding.message[:300]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2709)
    parser.add_argument("--examples", type=int, default=10)
    parser.add_argument("--change", default="", help="only changes whose name has this")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--list", type=int, default=12, help="references an article has")
    parser.add_argument("--fresh", action="store_true", help="the kinds of changes_fresh.py instead")
    parser.add_argument("--peers", type=int, default=258, help="cases for the other tools, which are slow; 0 for none")
    options = parser.parse_args()
    cases, served = make(
        list(read_records(RECORDS)), options.cases, options.change, options.seed, FRESH if options.fresh else CHANGES
    )
    show(cases, check(cases, served, options.list), options.examples)
    if options.peers:
        sample = cases[:: max(1, len(cases) // options.peers)]
        verdicts_peers.compare(sample, served, NOT_COUNTED)


if __name__ == "__main__":
    main()
