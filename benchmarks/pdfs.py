"""References read from PDFs, beside those that others copied out of them by hand: EXCITE's gold standard.

    python benchmarks/pdfs.py EXgoldstandard --every 4 --from 1

EXgoldstandard: a checkout of the public repository of that name (351 German and English papers of the social sciences,
each with its references, one a line). It is not part of refcheck. To compare with another version, run this file with
that version's folder on PYTHONPATH. A reference counts as read where an entry of about its length is the same in 93
of 100 letters and digits; the gold itself has lines that are cut, or hold two references.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from rapidfuzz import fuzz

import refcheck

SHORTEST = 15  # letters and digits of a line that is a reference
LIKE = 93
LENGTH = 0.12


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def read_right(gold: list[str], found: list[str]) -> int:
    """How many of the gold's references have an entry of their own."""
    left, right = list(found), 0
    for reference in gold:
        near = [x for x in left if abs(len(x) - len(reference)) <= LENGTH * max(len(x), len(reference))]
        best = max(near, key=lambda x: fuzz.ratio(x, reference), default="")
        if fuzz.ratio(best, reference) >= LIKE:
            left.remove(best)
            right += 1
    return right


def papers(root: Path, every: int, first: int) -> list[tuple[Path, Path]]:
    """(PDF, its references) of the papers whose list stands at their end."""
    out = []
    for folder in sorted(root.glob("Goldstandard_EXparser/*/1-*(with_reference_section_at_end_of_paper)")):
        step = every * 2 if "German" in folder.name and every > 1 else every  # there are twice as many
        for pdf in sorted((folder / "1-pdfs").glob("*.pdf"))[first::step]:
            listed = next(iter((folder / "4-References_extracted_from_Layout").glob(f"{pdf.stem}.*")), None)
            if listed:
                out.append((pdf, listed))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    options = parser.parse_args()
    total = [0, 0, 0]
    counts = whole = files = 0
    for pdf, listed in papers(options.root, options.every, options.first):
        lines = map(letters, listed.read_text("utf-8", "replace").splitlines())
        gold = [line for line in lines if len(line) > SHORTEST]
        found = [letters(entry.raw) for entry in refcheck.read(pdf).entries]
        right = read_right(gold, found)
        total = [a + b for a, b in zip(total, (len(gold), len(found), right), strict=True)]
        counts += len(gold) == len(found)
        whole += len(gold) == len(found) == right
        files += 1
    gold_, found_, right_ = total
    print(f"{files} papers, {gold_} references; found {found_}, right {right_}")
    print(f"recall {right_ / max(gold_, 1):.3f}, precision {right_ / max(found_, 1):.3f}")
    print(f"counted exactly {counts}, read without a fault {whole}")


if __name__ == "__main__":
    main()
