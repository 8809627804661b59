"""References of our own making in Dutch, Nordic, Polish, Czech, Turkish and Spanish lists, with the fields they hold.

    python -m benchmarks.parsing_own        writes benchmarks/parsing_own.jsonl

The works (parsing_own_works.tsv) are real and well known; each is printed in two of the styles used where its language
is spoken. The styles are written by hand and share nothing with those the tagger is trained on (training/render.py).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

WORKS = Path(__file__).parent / "parsing_own_works.tsv"
OUTPUT = Path(__file__).parent / "parsing_own.jsonl"


class Work(NamedTuple):
    """names: "Family, Given; ..." ("*" before the first: editors; no comma: an organisation)."""

    names: str
    year: str
    title: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    place: str = ""
    publisher: str = ""
    edition: str = ""
    editors: str = ""


# Styles, two and more a language. a: names "Family, I." b: "Family, Given" d: "Family I" e: "FAMILY, Given"
# q and r: editors "I. Family" and "Given Family". Missing pieces drop their brackets and signs with them.
BOOKS = {
    "nl": ("{a} ({y}). {t}{ (ed)}. {l}: {p}.", "{b}, {t}. {l}: {p}{, ed}, {y}.", "{a} ({y}). {t}{ (ed)}. {p}."),
    "nordic": ("{a} ({y}). {t}.{ ed} {l}: {p}.", "{b} ({y}), {t},{ ed,} {l}: {p}", "{b}. {y}. {t}.{ ed} {l}: {p}."),
    "pl": ("{a} ({y}). {t}{, ed}. {l}: {p}.", "{d}, {t},{ ed,} {p}, {l} {y}.", "{a}, {t}, {p}, {l} {y}."),
    "cs": ("{e}. {t}.{ ed} {l}: {p}, {y}.", "{a} ({y}). {t}.{ ed} {l}: {p}.", "{e}, {y}. {t}.{ ed} {l}: {p}."),
    "tr": ("{a} ({y}). {t}{ (ed)}. {l}: {p}.", "{b}, {t},{ ed,} {l}: {p}, {y}.", "{a} ({y}). {t}{ (ed)}. {p}, {l}."),
    "es": (
        "{a} ({y}). {t}{ (ed)}. {l}: {p}.",
        "{b}: {t},{ ed,} {l}, {p}, {y}.",
        "{e}, {t}.{ ed} {l}: {p}, {y}.",
        "{a} ({y}). {t}{ (ed)}. {p}.",
    ),
}
ARTICLES = {
    "nl": ("{a} ({y}). {t}. {c}, {v}({i}), {g}.", "{d}. {t}. {c} {y};{v}({i}):{g}."),
    "nordic": ("{b} ({y}). {t}. {c} {v}({i}), s. {g}.", '{a} ({y}): "{t}", {c}, vol. {v}, nr. {i}, s. {g}.'),
    "pl": ("{a} ({y}). {t}. {c}, {i}, {g}.", "{d} ({y}), {t}, „{c}”, nr {i}, s. {g}."),
    "cs": ("{e}. {t}. {c}, {y}, roč. {v}, č. {i}, s. {g}.", "{a} ({y}). {t}. {c}, {v}({i}), {g}."),
    "tr": ("{a} ({y}). {t}. {c}, {v}{(i)}, {g}.", "{b}, “{t}”, {c}, Cilt {v},{ Sayı i,} {y}, s. {g}."),
    "es": (
        "{a} ({y}). {t}. {c}, {v}({i}), {g}.",
        "{d}. {t}. {c}. {y};{v}({i}):{g}.",
        "{b}: «{t}», {c}, vol. {v}, núm. {i}, {y}, pp. {g}.",
    ),
}
CHAPTERS = {
    "es": (
        "{a} ({y}). {t}. En {q} (Ed.), {c} (pp. {g}). {l}: {p}.",
        "{b}: «{t}», en {r} (comp.), {c}, {l}, {p}, {y}, pp. {g}.",
    )
}
AND = {
    "nl": (" & ", " en "),
    "nordic": (" & ", " & "),
    "pl": (", ", ", "),
    "cs": (" a ", " & "),
    "tr": (" ve ", " ve "),
    "es": (" y ", ", & "),
}


def works() -> list[tuple[str, Work]]:
    """The works of parsing_own_works.tsv: language, then the fields of Work."""
    rows = [line.split("\t") for line in WORKS.read_text("utf-8").splitlines()]
    return [(language, Work(*fields)) for language, *fields in rows]


def _people(names: str) -> list[tuple[str, str]]:
    return [(family, given) for family, _, given in (name.partition(", ") for name in names.split("; "))]


def _initials(given: str, dot: str) -> str:
    words = given.split()
    particles = [w for w in words if w.islower()]
    return " ".join([(" " if dot else "").join(w[0] + dot for w in words if w not in particles), *particles])


def _names(names: str, form: str, joint: str) -> str:
    people = _people(names)
    texts = []
    for family, given in people:
        if not given:
            texts.append(family)
        elif form == "a":
            texts.append(f"{family}, {_initials(given, '.')}")
        elif form == "b":
            texts.append(f"{family}, {given}")
        elif form == "c":
            texts.append(f"{_initials(given, '.')} {family}")
        elif form == "d":
            texts.append(f"{family} {_initials(given, '')}")
        elif form == "e":
            texts.append(f"{family.upper()}, {given}")
        else:
            texts.append(f"{given} {family}")
    separator = "; " if form in "e" else ", "
    if len(texts) > 1:
        return separator.join(texts[:-1]) + (separator if form in "de" else joint) + texts[-1]
    return texts[0]


def _print(style: str, work: Work, joint: str) -> str:
    out = style
    for form in "abdef":
        out = out.replace(f"{{{form}}}", _names(work.names, form, joint))
    for name in ("{ (ed)}", "{, ed}", "{ ed,}", "{ ed}", "{, ed}"):
        printed = name[1:-1].replace("ed", work.edition, 1) + (
            "." if name == "{ ed}" and not work.edition.endswith(".") else ""
        )
        out = out.replace(name, printed if work.edition else "")
    out = out.replace("{(i)}", f"({work.issue})" if work.issue else "").replace(
        "{ Sayı i,}", f" Sayı {work.issue}," if work.issue else ""
    )
    if work.editors:
        out = out.replace("{q}", _names(work.editors, "c", joint)).replace("{r}", _names(work.editors, "f", joint))
    values = {
        "y": work.year,
        "t": work.title,
        "c": work.container,
        "v": work.volume,
        "i": work.issue,
        "g": work.pages,
        "l": work.place,
        "p": work.publisher,
    }
    for sign, value in values.items():
        out = out.replace(f"{{{sign}}}", value)
    return out.replace("..", ".").replace("?.", "?").replace("!.", "!")


def main() -> None:
    count = 0
    with OUTPUT.open("w", encoding="utf-8") as lines:
        for number, (language, work) in enumerate(works()):
            styles = (CHAPTERS if work.editors else ARTICLES if work.container else BOOKS)[language]
            for turn in range(2):
                style = styles[(number + turn) % len(styles)]
                raw = _print(style, work, AND[language][(number + turn) % 2])
                gold = {
                    "authors": [family for family, given in _people(work.names) if given],
                    "title": work.title,
                    "container": work.container or None,
                    "year": work.year,
                    "volume": work.volume if "{v}" in style else None,
                    "issue": work.issue or None,
                    "pages": work.pages.split("-") if work.pages else None,
                    "publisher": work.publisher or None,
                    "doi": None,
                }
                row = {
                    "id": f"own-{language}-{number}-{turn}",
                    "raw": raw,
                    "source": f"own-{language}",
                    "gold": gold,
                    "skip": [],
                }
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    print(count, "references")


if __name__ == "__main__":
    main()
