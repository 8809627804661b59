"""Names of one piece before the date: people of Africa, Asia and the Pacific, organisations of many languages.

    python -m benchmarks.undivided [--wrong]

Each of the names in undivided.tsv, written by us, begins references to works of several kinds. Batch 1 was before our
eyes when ``refcheck/parsing/people/letters.py`` was made; batch 2 was written before any of its names was read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from refcheck.model import Reference
from refcheck.parsing.references import parse_many

NAMES = Path(__file__).with_name("undivided.tsv")
WORKS = {
    "article": "{} (2010). Water and memory in a changing valley. Journal of Rural Studies, 12(3), 45–67.",
    "chapter": "{} (2012). Land and kinship. In P. Smith & J. Brown (Eds.), Property in transition (pp. 33–51). "
    "London: Routledge.",
    "book": "{} (2004). The long road to reform. London: Zed Books.",
    "report": "{} (2018). Annual report 2017. https://www.example.org/reports/2017.pdf",
    "page": "{}. (2021, March 4). Clean water for every village. Retrieved May 2, 2021, from https://www.example.org/water",
}


def names() -> Iterator[tuple[str, str, str]]:
    """Who it is, the batch and the name."""
    for line in NAMES.read_text("utf-8").splitlines():
        who, batch, name = line.split("\t")
        yield who, batch, name


def is_right(reference: Reference, who: str) -> bool:
    """Whether one signs: a person with a family name, or an organisation."""
    literal = [bool(name.literal) for name in reference.authors]
    return literal == [who == "organisation"]


def main() -> None:
    """Print a line for each kind of work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print the names that were read wrongly too")
    wrong = parser.parse_args().wrong
    groups: dict[tuple[str, str], list[str]] = {}
    for who, batch, name in names():
        groups.setdefault((who, batch), []).append(name)
    for kind, frame in WORKS.items():
        counts, missed = [], []
        for (who, batch), some in groups.items():
            read = zip(some, parse_many([frame.format(name) for name in some]), strict=True)
            misread = [name for name, reference in read if not is_right(reference, who)]
            counts.append(f"{who} {batch}: {len(some) - len(misread):>3} of {len(some):>3}")
            missed += misread
        print(f"{kind:8}  {'   '.join(counts)}")
        if wrong:
            print("   ", "; ".join(missed))


if __name__ == "__main__":
    main()
