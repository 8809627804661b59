"""More labelled changes for ``verdicts.py --fresh``: kinds written after the tool was tuned to those of ``changes.py``.

Harmless ones are liberties that real lists take; harmful and soft ones are errors that differ from the record in
something a careless comparison forgives.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.changes import HARMFUL, HARMLESS, SOFT, Change, Changed, _manner, _plain, people
from benchmarks.styles import Facts, Manner, Person

GREEK = dict(zip("αβγδκλμω", ["alpha", "beta", "gamma", "delta", "kappa", "lambda", "mu", "omega"], strict=True))
BRITISH = {"color": "colour", "behavior": "behaviour", "tumor": "tumour", "center": "centre", "pediatric": "paediatric"}
BRITISH |= {"randomized": "randomised", "analyzing": "analysing", "estrogen": "oestrogen", "anemia": "anaemia"}
BRITISH |= {"characterization": "characterisation", "organization": "organisation", "leukemia": "leukaemia"}
DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _roman(number: int) -> str:
    pairs = zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ["C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"], strict=True)
    out = ""
    for value, letters in pairs:
        out += letters * (number // value)
        number %= value
    return out


def _swapped(text: str, pairs: dict[str, str]) -> str:
    """A text with the first known word written the other way."""
    for a, b in [*pairs.items(), *((b, a) for a, b in pairs.items())]:
        found = re.search(rf"\b{a}", text, re.IGNORECASE)
        if found:
            new = b.capitalize() if found[0][0].isupper() else b
            return text[: found.start()] + new + text[found.end() :]
    return text


def _family(work: Facts, family: str, given: str | None = None) -> Facts:
    first = work.authors[0]
    return replace(work, authors=(Person(family, first.given if given is None else given), *work.authors[1:]))


def _second_name_dropped(work: Facts) -> Facts | None:
    parts = re.split(r"[\s-]", work.authors[0].family)
    fits = len(parts) == 2 and all(len(part) > 3 and part[0].isupper() for part in parts)
    return _family(work, parts[0]) if fits else None


def _double_name_hyphened(work: Facts) -> Facts | None:
    family = work.authors[0].family
    return _family(work, family.replace(" ", "-") if " " in family else family.replace("-", " "))


def _swapped_name(work: Facts) -> Facts | None:
    first = work.authors[0]
    fits = first.given.isalpha() and len(first.given) > 2
    return _family(work, first.given, first.family) if fits else None


def _added(text: str) -> Manner:
    return Manner(edit=lambda printed: f"{printed.rstrip()} {text}")


def _pages(work: Facts, form: str) -> Facts | None:
    match = re.fullmatch(r"(\d+)-(\d+)", work.pages)
    return replace(work, pages=form.format(*match.groups())) if match else None


def _title(edit: dict[str, str]) -> Callable[[Facts, Sequence[Facts], random.Random], Changed]:
    return _plain(lambda w: replace(w, title=_each(w.title, edit)))


def _each(text: str, edit: dict[str, str]) -> str:
    for a, b in edit.items():
        text = text.replace(a, b)
    return text


def _note(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    note = rng.choice(
        ("Epub 2012 Mar 4.", "PMID: 22134567.", "[Epub ahead of print].", "Accessed 3 May 2021.", "PMCID: PMC3345678.")
    )
    return work, _added(note)


def _bracket(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    note = rng.choice(("[in German]", "[Article in Spanish]", "(in Russian)", "[review]", "[Article]"))
    return replace(work, title=f"{work.title} {note}"), Manner()


def _middle(work: Facts) -> Facts | None:
    """The first authors, an ellipsis, the last one, as APA has it for long lists."""
    if len(work.authors) < 5:
        return None
    return replace(work, authors=(*work.authors[:3], Person(f"… {work.authors[-1].family}", work.authors[-1].given)))


def _one_missing(work: Facts) -> Facts | None:
    return replace(work, authors=(*work.authors[:1], *work.authors[2:])) if 3 < len(work.authors) <= 6 else None


def _group_added(work: Facts) -> Facts | None:
    return replace(work, authors=(*work.authors, Person("on behalf of the EUROCARE Study Group")))


def _negated(work: Facts) -> Facts | None:
    title = re.sub(r"\b(is|are|does|can|do|was|were)\b", r"\1 not", work.title, count=1)
    return replace(work, title=title) if title != work.title else None


def _number(work: Facts) -> Facts | None:
    title = re.sub(r"\b([2-8])\b", lambda m: str(int(m[1]) + 1), work.title, count=1)
    return replace(work, title=title)


def _tail_replaced(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    mine, other = work.title.split(), rng.choice(others).title.split()
    if len(mine) < 6 or len(other) < 6:
        return None
    return replace(work, title=" ".join(mine[: len(mine) // 2] + other[len(other) // 2 :]), subtitle=""), Manner()


def _middle_replaced(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    if not 2 < len(work.authors) < 6:
        return None
    return replace(work, authors=(work.authors[0], *people(rng, len(work.authors) - 1))), Manner()


def _mixture(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    other = rng.choice(others)
    return replace(other, title=work.title, subtitle=work.subtitle, doi=other.doi), Manner()


def _decade(work: Facts) -> Facts | None:
    year = work.year - 10
    return replace(work, year=year) if year > 1950 else None


def _issue_wrong(work: Facts) -> Facts | None:
    return replace(work, issue=str(int(work.issue) + 5)) if work.issue.isdigit() and work.volume else None


def _namesake(work: Facts) -> Facts | None:
    first = work.authors[0]
    if not first.given[:1].isalpha():
        return None
    return _family(work, first.family, "Xaver" if first.given[0] != "X" else "Bruno")


TITLE, AUTHORS, YEAR = ("title-differs",), ("authors-differ",), ("year-differs",)
FRESH: tuple[Change, ...] = (
    Change(
        "Roman volume",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(w, volume=_roman(int(w.volume))) if w.volume.isdigit() and int(w.volume) < 200 else None
        ),
    ),
    Change(
        "vol. and no. written out",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(w, volume=f"vol. {w.volume}", issue=f"no. {w.issue}") if w.volume and w.issue else None
        ),
    ),
    Change(
        "jg. en nr.",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(w, volume=f"jg. {w.volume}", issue=f"nr. {w.issue}") if w.volume and w.issue else None
        ),
    ),
    Change("British spelling", HARMLESS, (), _plain(lambda w: replace(w, title=_swapped(w.title, BRITISH)))),
    Change("Greek letter or name", HARMLESS, (), _plain(lambda w: replace(w, title=_swapped(w.title, GREEK)))),
    Change("hyphens gone", HARMLESS, (), _title({"-": " "})),
    Change("hyphens glued", HARMLESS, (), _title({"-": ""})),
    Change("dash for colon", HARMLESS, (), _title({": ": " – "})),
    Change("full stop for colon", HARMLESS, (), _title({": ": ". "})),
    Change("question mark gone", HARMLESS, (), _title({"?": ""})),
    Change("& in the title", HARMLESS, (), _title({" and ": " & "})),
    Change("journal with &", HARMLESS, (), _plain(lambda w: replace(w, container=w.container.replace(" and ", " & ")))),
    Change(
        "journal with The",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(
                w,
                container=w.container.removeprefix("The ") if w.container.startswith("The ") else f"The {w.container}",
            )
        ),
    ),
    Change(
        "journal with its place",
        HARMLESS,
        (),
        _plain(lambda w: replace(w, container=f"{w.container} (London)", short_container="")),
    ),
    Change("quotation marks", HARMLESS, (), _title({"'": "’", '"': "”"})),
    Change(
        "subscript digits",
        HARMLESS,
        (),
        _plain(lambda w: replace(w, title=re.sub(r"(?<=[A-Z])\d", lambda m: m[0].translate(DIGITS), w.title))),
    ),
    Change(
        "letters decomposed",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(
                w,
                title=unicodedata.normalize("NFD", w.title),
                authors=tuple(
                    Person(unicodedata.normalize("NFD", p.family), unicodedata.normalize("NFD", p.given))
                    for p in w.authors
                ),
            )
        ),
    ),
    Change(
        "umlauts written out",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(
                w,
                authors=tuple(
                    Person(_each(p.family, {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe"}), p.given) for p in w.authors
                ),
            )
        ),
    ),
    Change("second family name dropped", HARMLESS, (), _plain(_second_name_dropped)),
    Change("double name hyphened or not", HARMLESS, (), _plain(_double_name_hyphened)),
    Change("given and family swapped", HARMLESS, (), _plain(_swapped_name)),
    Change("Jr.", HARMLESS, (), _plain(lambda w: _family(w, w.authors[0].family, f"{w.authors[0].given}, Jr."))),
    Change("ellipsis before the last", HARMLESS, (), _plain(_middle)),
    Change("group added", HARMLESS, (), _plain(_group_added)),
    Change(
        "initials glued, no dots",
        HARMLESS,
        (),
        _plain(
            lambda w: replace(
                w,
                authors=tuple(
                    Person(p.family, "".join(x[0] for x in re.findall(r"[^\W\d_]+", p.given))) for p in w.authors
                ),
            )
        ),
    ),
    Change("a note behind", HARMLESS, (), _note),
    Change("language in brackets", HARMLESS, (), _bracket),
    Change("first page only", HARMLESS, (), _plain(lambda w: _pages(w, "{0}"))),
    Change("first page ff.", HARMLESS, (), _plain(lambda w: _pages(w, "{0}ff."))),
    Change("pages with em dash", HARMLESS, (), _plain(lambda w: _pages(w, "{0}—{1}"))),
    Change("total pages behind", HARMLESS, (), _plain(lambda w: _pages(w, "{0}-{1}, 12 p."))),
    Change(
        "article number with e",
        HARMLESS,
        (),
        _plain(lambda w: replace(w, number=f"e{w.number}") if w.number.isdigit() else None),
    ),
    Change(
        "DOI with a full stop",
        HARMLESS,
        (),
        _manner(
            Manner(
                doi="https://doi.org/",
                edit=lambda t: t.rstrip(".") + ".",
            )
        ),
    ),
    Change(
        "DOI behind a space",
        HARMLESS,
        (),
        _manner(Manner(edit=lambda t: t.replace("https://doi.org/", "https://doi.org/ "))),
    ),
    Change("NOT put in the title", HARMFUL, TITLE, _plain(_negated)),
    Change("number in the title", HARMFUL, TITLE, _plain(_number)),
    Change("half of another title", HARMFUL, (*TITLE, "doi-other-work"), _tail_replaced),
    Change("all but first author replaced", HARMFUL, AUTHORS, _middle_replaced),
    Change("real title, rest another's", HARMFUL, (*TITLE, "doi-other-work"), _mixture),
    Change("ten years early", HARMFUL, YEAR, _plain(_decade)),
    Change("issue wrong", SOFT, ("locator-differs",), _plain(_issue_wrong)),
    Change("an author left out", SOFT, AUTHORS, _plain(_one_missing)),
    Change("namesake as first author", SOFT, AUTHORS, _plain(_namesake)),
)
