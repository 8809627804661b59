"""The labelled changes of ``verdicts.py``: what is done to a right reference, how bad it is, who should say so."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.styles import Facts, Manner, Person

HARMLESS, HARMFUL, SOFT = "harmless", "harmful", "soft"

Changed = tuple[Facts, Manner] | None


@dataclass(frozen=True)
class Change:
    """make: (facts, other works, random) -> changed facts and manner, or None where the change can't be made."""

    name: str
    kind: str
    right: tuple[str, ...]  # the checks that may report it; () for harmless ones
    make: Callable[[Facts, Sequence[Facts], random.Random], Changed]


@dataclass(frozen=True)
class Made:
    """One case: the change, the style, the reference as printed, the record it was made from."""

    number: int
    change: Change
    style: str
    text: str
    source: Facts
    printed: Facts
    manner: Manner


_ANTONYMS = """increase decrease|increased decreased|increases decreases|increasing decreasing|high low|higher lower
    positive negative|acute chronic|men women|male female|males females|adults children|adult pediatric|early late
    presence absence|large small|long short|before after|with without|improves worsens|benefits harms|rural urban
    internal external|direct indirect|young old|older younger|primary secondary|human animal|maternal paternal
    left right|upper lower|active passive|strong weak|stable unstable|normal abnormal|static dynamic|gain loss"""
ANTONYMS = {a: b for pair in re.split(r"[|\n]", _ANTONYMS) for x, y in [pair.split()] for a, b in ((x, y), (y, x))}
_FAMILIES = """Abernathy Bellweather Castellanos Drummond Eriksen Fairbanks Grantham Holloway Ishikawa Jankowski
    Kowalczyk Lindqvist Montgomery Nakagawa Oyelaran Papadopoulos Quintero Rasmussen Stavropoulos Thornbury Uchida
    Villanueva Wadsworth Yamanaka Zielinski Okonkwo Pemberton Rutherford Sandoval Templeton"""
_GIVENS = "Anna Brian Carla Daniel Elena Frank Grace Hugo Irene Jonas"


def people(rng: random.Random, count: int) -> tuple[Person, ...]:
    """Invented authors."""
    return tuple(Person(name, rng.choice(_GIVENS.split())) for name in rng.sample(_FAMILIES.split(), count))


def _word(title: str, rng: random.Random, others: Sequence[Facts]) -> str:
    """The title with one word turned into another that changes its meaning."""
    words = title.split()
    known = [i for i, word in enumerate(words) if word.lower() in ANTONYMS]
    if known:
        at = rng.choice(known)
        new = ANTONYMS[words[at].lower()]
        words[at] = new.capitalize() if words[at][0].isupper() else new
        return " ".join(words)
    content = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    spare = [w for other in rng.sample(others, 5) for w in other.title.split() if len(w) >= 5 and w.isalpha()]
    spare = [w.lower() for w in spare if w.lower()[:4] not in title.lower()]
    if not content or not spare:
        return ""
    words[rng.choice(content)] = rng.choice(spare)
    return " ".join(words)


def _retitled(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    title = _word(work.title, rng, others)
    return (replace(work, title=title), Manner()) if title else None


def _misspelt(family: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(family) - 1)
    how = rng.choice(("drop", "double", "swap"))
    if how == "swap" and family[at] != family[at + 1]:
        return family[:at] + family[at + 1] + family[at] + family[at + 2 :]
    return family[:at] + family[at + 1 :] if how == "drop" else family[:at] + family[at] + family[at:]


def _invented(work: Facts, others: Sequence[Facts], rng: random.Random) -> Facts:
    """A reference nobody wrote: words of many titles, nobody's names, a real journal."""
    pool = [w.lower() for other in rng.sample(others, 12) for w in other.title.split() if len(w) > 5 and w.isalpha()]
    a, b, c, d, e = rng.sample(sorted(set(pool)), 5)
    form = rng.choice(("{} {} and {} {}: a {} approach", "The role of {} {} in {} {} {}", "{} of {} {} for {} {}"))
    title = form.format(a, b, c, d, e)
    first = rng.randrange(10, 900)
    return replace(
        work,
        title=title[0].upper() + title[1:],
        subtitle="",
        authors=people(rng, rng.randint(1, 4)),
        year=rng.randint(1995, 2022),
        volume=str(rng.randint(2, 80)),
        issue=str(rng.randint(1, 12)),
        pages=f"{first}-{first + rng.randrange(5, 20)}",
        number="",
    )


def _plain(change: Callable[[Facts], Facts | None]) -> Callable[[Facts, Sequence[Facts], random.Random], Changed]:
    def make(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
        changed = change(work)
        return (changed, Manner()) if changed is not None and changed != work else None

    return make


def _manner(manner: Manner, when: Callable[[Facts], object] = lambda work: True) -> Callable[..., Changed]:
    return lambda work, others, rng: (work, manner) if when(work) else None


def _ascii(text: str) -> str:
    text = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _unaccented(work: Facts) -> Facts | None:
    names = tuple(Person(_ascii(p.family), _ascii(p.given)) for p in work.authors)
    return replace(work, authors=names, title=_ascii(work.title))


def _subtitle_dropped(work: Facts) -> Facts | None:
    if work.subtitle:
        return replace(work, subtitle="")
    main, colon, rest = work.title.partition(": ")
    return replace(work, title=main) if colon and len(main.split()) >= 4 and rest else None


def _other_year(work: Facts) -> Facts | None:
    return replace(work, year=work.years[1]) if len(work.years) > 1 else None


def _organised(work: Facts) -> Facts | None:
    return replace(work, authors=(Person("European Society of Cardiology Working Group"),))


def _year(gaps: Sequence[int]) -> Callable[[Facts, Sequence[Facts], random.Random], Changed]:
    def make(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
        wanted = min(map(abs, gaps))
        years = [work.year + gap for gap in gaps]
        fits = [y for y in years if all(abs(y - known) >= wanted for known in work.years) and y <= 2026]
        return (replace(work, year=rng.choice(fits)), Manner()) if fits else None

    return make


def _without_doi(make: Callable[..., Changed]) -> Callable[..., Changed]:
    def bare(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
        made = make(work, others, rng)
        return (made[0], replace(made[1], doi="-")) if made else None

    return bare


def _authors_all(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return replace(work, authors=people(rng, min(len(work.authors), 6))), Manner()


def _author_first(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return replace(work, authors=(*people(rng, 1), *work.authors[1:])), Manner()


def _title_other(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    other = rng.choice(others)
    return replace(work, title=other.title, subtitle=other.subtitle), Manner()


def _doi_other(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return replace(work, doi=rng.choice(others).doi), Manner()


def _doi_unregistered(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return replace(work, doi=f"{work.doi[:-2]}{rng.randrange(100000, 999999)}"), Manner()


def _invented_unregistered(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    doi = f"{work.doi.partition('/')[0]}/{rng.choice('jxs')}.{rng.randrange(10**7, 10**8)}"
    return replace(_invented(work, others, rng), doi=doi), Manner()


def _invented_real(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return _invented(work, others, rng), Manner()


def _author_misspelt(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    at = rng.randrange(min(3, len(work.authors)))
    person = work.authors[at]
    family = _misspelt(person.family, rng) if len(person.family) >= 5 and person.family.isalpha() else ""
    if not family or family == person.family:
        return None
    return replace(
        work, authors=(*work.authors[:at], replace(person, family=family), *work.authors[at + 1 :])
    ), Manner()


def _last_dropped(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return (replace(work, authors=work.authors[:-1]), Manner()) if 2 < len(work.authors) <= 4 else None


def _journal_replaced(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    other = rng.choice(others)
    if work.container.lower() in other.container.lower() or other.container.lower() in work.container.lower():
        return None
    return replace(work, container=other.container, short_container=other.short_container), Manner()


def _volume_wrong(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    return (
        (replace(work, volume=str(int(work.volume) + rng.randint(1, 9))), Manner()) if work.volume.isdigit() else None
    )


def _pages_wrong(work: Facts, others: Sequence[Facts], rng: random.Random) -> Changed:
    match = re.fullmatch(r"(\d+)-(\d+)", work.pages)
    shift = rng.randint(11, 150)
    return (replace(work, pages=f"{int(match[1]) + shift}-{int(match[2]) + shift}"), Manner()) if match else None


AUTHORS, TITLE, YEAR = ("authors-differ",), ("title-differs",), ("year-differs",)
INVENTED = ("doi-unregistered", "doi-other-work", "not-found")
_retracted = _manner(Manner())

CHANGES: tuple[Change, ...] = (
    Change("unchanged", "unchanged", (), _manner(Manner())),
    Change("unchanged, no DOI", "unchanged", (), _manner(Manner(doi="-"))),
    Change("initials", HARMLESS, (), _manner(Manner(initials=True), lambda w: len(w.authors[0].given) > 2)),
    Change("full given names", HARMLESS, (), _manner(Manner(initials=False), lambda w: len(w.authors[0].given) > 2)),
    Change("et al.", HARMLESS, (), _manner(Manner(et_al=1), lambda w: len(w.authors) > 2)),
    Change("subtitle dropped", HARMLESS, (), _plain(_subtitle_dropped)),
    Change("ASCII", HARMLESS, (), _plain(_unaccented)),
    Change(
        "journal abbreviated", HARMLESS, (), _plain(lambda w: replace(w, container=w.short_container or w.container))
    ),
    Change("& for and", HARMLESS, (), _manner(Manner(ampersand=True), lambda w: len(w.authors) > 1)),
    Change("ALL CAPS", HARMLESS, (), _manner(Manner(capitals=True))),
    Change("sentence case", HARMLESS, (), _manner(Manner(sentence=True))),
    Change("other registered year", HARMLESS, (), _plain(_other_year)),
    Change("page range shortened", HARMLESS, (), _manner(Manner(short_pages=True), lambda w: "-" in w.pages)),
    Change("issue missing", HARMLESS, (), _plain(lambda w: replace(w, issue=""))),
    Change("pages missing", HARMLESS, (), _plain(lambda w: replace(w, pages="", number=""))),
    Change("old DOI address", HARMLESS, (), _manner(Manner(doi="http://dx.doi.org/"))),
    Change("DOI in upper case", HARMLESS, (), _manner(Manner(upper_doi=True))),
    Change("bare DOI", HARMLESS, (), _manner(Manner(doi=""))),
    Change("entities", HARMLESS, (), _manner(Manner(entities=True), lambda w: "&" in w.title + w.container)),
    Change("particle last", HARMLESS, (), _manner(Manner(particles_last=True), lambda w: " " in w.authors[0].family)),
    Change("organisation as author", HARMLESS, (), _plain(_organised)),
    Change("month translated", HARMLESS, (), _manner(Manner(month="de"), lambda w: w.month)),
    Change("month in Dutch", HARMLESS, (), _manner(Manner(month="nl"), lambda w: w.month)),
    Change("DOI of another work", HARMFUL, ("doi-other-work",), _doi_other),
    Change("DOI unregistered", HARMFUL, ("doi-unregistered", "doi-malformed"), _doi_unregistered),
    Change("all authors replaced", HARMFUL, (*AUTHORS, "doi-other-work", "not-found"), _authors_all),
    Change("first author replaced", HARMFUL, AUTHORS, _author_first),
    Change("title of another work", HARMFUL, (*TITLE, "doi-other-work"), _title_other),
    Change("meaning changed by a word", HARMFUL, TITLE, _retitled),
    Change("year wrong by 2 or more", HARMFUL, YEAR, _year((-9, -6, -4, -3, -2, 2, 3, 4))),
    Change("invented, DOI unregistered", HARMFUL, INVENTED, _invented_unregistered),
    Change("invented, DOI of another", HARMFUL, INVENTED, _invented_real),
    Change("invented, no DOI", HARMFUL, ("not-found",), _without_doi(_invented_real)),
    Change("retracted", HARMFUL, ("retracted",), _retracted),
    Change("first author replaced, no DOI", HARMFUL, (*AUTHORS, "not-found"), _without_doi(_author_first)),
    Change("word changed, no DOI", HARMFUL, (*TITLE, "not-found"), _without_doi(_retitled)),
    Change("year wrong, no DOI", HARMFUL, (*YEAR, "not-found"), _without_doi(_year((-9, -6, -4, -3, -2, 2, 3, 4)))),
    Change("year wrong by 1", SOFT, YEAR, _year((-1, 1))),
    Change("last author dropped", SOFT, AUTHORS, _last_dropped),
    Change("author misspelt", SOFT, AUTHORS, _author_misspelt),
    Change("journal replaced", SOFT, ("venue-differs",), _journal_replaced),
    Change("volume wrong", SOFT, ("locator-differs",), _volume_wrong),
    Change("pages wrong", SOFT, ("locator-differs",), _pages_wrong),
)
