"""How strongly an entry supports a registered work: which of the work's values it prints, and what they weigh.

Record linkage after Fellegi and Sunter (1969): every field is on one of a few levels (agrees, nearly, differs, silent),
every level has a weight, and the sum is the log odds that record and entry mean the same work. The registered values
are looked for in all of the entry's words, not only in the parsed fields, so a wrong parse costs little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio, ratio

from refcheck.comparing.venues import abbreviates
from refcheck.language.fold import squash
from refcheck.language.scripts import differ_in_script, in_latin
from refcheck.matching.printed import DIGITS, FURNITURE, Printed, bare, content_of, stands_in, words_of
from refcheck.matching.titles import title_level, titles
from refcheck.model import Name, Work

_PAGE = re.compile(r"[A-Za-z]{0,4}[-.]?[0-9]{1,9}[A-Za-z]{0,2}")

BIAS = -2.57
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "title": {
        "same": 2.7,
        "near": 1.52,
        "short": 1.66,
        "generic": 1.75,
        "clash": -2.72,
        "part": 0.14,
        "other": -2.14,
        "unprinted": -1.22,
    },
    "rest": {"none": 0.83, "little": 0.12, "some": -0.34, "much": -0.61},
    "authors": {"many": 1.61, "all": 1.7, "only": 1.65, "first": 1.34, "some": 1.54, "near": -0.41, "none": -1.4},
    "year": {"same": 1.1, "near": -0.83, "other": -2.11},
    "container": {"same": 1.14, "near": -0.91, "seen": 0.63, "other": -2.08},
    "volume": {"same": 1.17, "seen": 0.23, "other": -1.6},
    "pages": {"same": 4.07, "seen": 2.1, "inside": -1.51, "other": -3.39},
}
"""Log-odds of each level, by ``training/matching_weights.py``. "silent", on every field, weighs nothing: what is not in
the record, or not printed, is no evidence."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well one work fits an entry: the level of each field, and the sum of their weights."""

    work: Work
    levels: Mapping[str, str]  # field -> level, as in the keys of WEIGHTS
    log_odds: float

    def says(self, field: str, *levels: str) -> bool:
        """Whether the field is on one of these levels."""
        return self.levels[field] in levels


def without(found: Score, field: str) -> Score:
    """The score without the weight of one field."""
    levels = {**found.levels, field: "silent"}
    return Score(found.work, levels, _log_odds(levels))


def score(printed: Printed, work: Work) -> Score:
    """The fit of one registered work to an entry, both in Latin letters where their scripts differ."""
    known = printed.scores.get(id(work))
    if known is None or known.work is not work:
        known = printed.scores[id(work)] = _fit(printed, work)
    return known


def _fit(printed: Printed, work: Work) -> Score:
    if not differ_in_script(printed.reference, work):
        return _score(printed, work)
    reference, latin = in_latin(printed.reference, work)
    levels = dict(_score(Printed(reference), latin).levels)
    for field, level in (
        ("title", "other"),
        ("authors", "none"),
    ):  # a translation or a name in Han characters proves nothing
        if levels[field] == level:
            levels[field] = "silent"
    return Score(work, levels, _log_odds(levels))


def _log_odds(levels: Mapping[str, str]) -> float:
    return BIAS + sum(WEIGHTS[field].get(level, 0.0) for field, level in levels.items())


def _score(printed: Printed, work: Work) -> Score:
    forms = titles(work)
    rest = _unexplained(printed, work, forms)
    title = title_level(printed, work, forms)
    if title == "silent":
        title = "unprinted" if rest <= 3 else "other"
    container = _container(printed, work)
    ours = len(content_of(words_of(printed.reference.title)))  # a single stray word does not count as a title
    if _reads_like_a_container(printed.reference.title, work):
        ours = 0
    if title == "other" and rest <= (0 if ours > 1 else 1 if ours else 3):
        title = "unprinted"
    levels = {
        "title": title,
        "rest": "none" if rest <= 1 else "little" if rest <= 3 else "some" if rest <= 6 else "much",
        "authors": _authors(printed, work, forms),
        "year": _year(printed, work),
        "container": container,
        "volume": _number(printed, printed.reference.volume, work.volume),
        "pages": _pages(printed, work),
    }
    return Score(work, levels, _log_odds(levels))


_MUCH = 7  # words that the record lacks; more make no difference


def _unexplained(printed: Printed, work: Work, forms: Sequence[str]) -> int:
    """How many of the entry's content words are missing from the record, at most ``_MUCH``: many if the entry means
    another work."""
    fields = (
        *forms, *work.containers, *work.short_containers, work.publisher, work.place, work.edition,
        *map(str, work.authors), *map(str, work.editors), *map(str, work.translators),
    )  # fmt: skip
    known = [w for text in fields for w in words_of(text)]
    vocabulary, run = frozenset(known), "".join(known)
    by_initial: dict[str, list[str]] = {}
    for word in vocabulary:
        by_initial.setdefault(word[0], []).append(word)
    count = 0
    for word in printed.content:
        if word not in vocabulary and not any(_abbreviates(word, w) for w in by_initial.get(word[0], ())):
            count += not stands_in(word, vocabulary, run)
            if count == _MUCH:
                break
    return count


def _authors(printed: Printed, work: Work, forms: Sequence[str]) -> str:
    """The level of the authors. many, all: the first registered person and most others are printed, of three or more,
    or of two; only: the single registered one is; first: the first is, but with strangers or without the others; some:
    others than the first are; near: one with letters wrong; none; silent: a side has no persons."""
    people = [p for p in work.authors or work.editors if p.family or p.literal]
    persons = [p for p in people if p.family] or people
    if not persons:
        return "silent"
    in_title = {word for form in forms for word in words_of(form)}
    found = [_is_printed(p, printed, in_title) for p in persons[:30]]
    if not any(found):
        if all(p.literal for p in persons) or not printed.names:
            return "silent"
        return "near" if any(_is_nearly(p, printed) for p in persons[:3]) else "none"
    if not found[0]:
        return "some"
    theirs = {w for p in work.authors + work.editors for w in words_of(f"{p.family} {p.literal} {p.given}")}
    ours = [p for p in printed.reference.authors or printed.reference.editors if p.family]
    strangers = sum(1 for p in ours if not any(stands_in(word, theirs, "") for word in words_of(p.family)))
    if len(persons) == 1:
        return "only" if strangers <= 1 else "first"
    whole = sum(found) >= 0.6 * len(found) or printed.reference.et_al
    if not whole or strangers > 0.4 * len(ours):
        return "first"
    return "many" if sum(found) > 2 else "all"


def _is_printed(person: Name, printed: Printed, in_title: Collection[str]) -> bool:
    """Whether a person is printed. in_title: the words of the work's title, which do not count as names."""
    family = words_of(person.family)
    if printed.names and any(w in in_title and w not in printed.names for w in family):
        return False
    if not family:
        organisation = content_of(words_of(person.literal))
        return bool(organisation) and sum(w in printed.vocabulary for w in organisation) >= 0.7 * len(organisation)
    run, letters = "".join(family), printed.name_letters
    if all(w in printed.vocabulary for w in family) or ((len(run) > 4 or not run.isascii()) and run in letters):
        return True
    if any(len(w) > 4 and stands_in(w, printed.names, "") for w in family) or (len(run) > 5 and run in printed.letters):
        return True
    return 5 < len(run) <= len(letters) and partial_ratio(run, letters) > 85


def _is_nearly(person: Name, printed: Printed) -> bool:
    """Whether a family name is printed with misread letters: "MYhe" for Mohe."""
    family = "".join(words_of(person.family))
    return len(family) > 3 and any(ratio(family, name) >= 75 for name in printed.names)


def _year(printed: Printed, work: Work) -> str:
    """The level of the year: same, near (a year off), other, silent."""
    if not work.years:
        return "silent"
    if any(str(year) in printed.numbers or year == printed.reference.year for year in work.years):
        return "same"
    if any(printed.smudged(str(year)) for year in work.years):
        return "same"
    if printed.reference.year is None:
        return "silent"
    return "near" if min(abs(year - printed.reference.year) for year in work.years) <= 1 else "other"


def _container(printed: Printed, work: Work) -> str:
    """The level of the container, or of a book's publisher: same; near: with letters wrong; seen: a single word that
    may be printed for another reason; other; silent."""
    forms = [words_of(name) for name in (*work.containers, *work.short_containers)]
    names = [name for name in map(content_of, forms) if name]
    if not names:
        publisher = [w for w in content_of(words_of(work.publisher)) if w not in FURNITURE]
        return "same" if publisher and all(w in printed.vocabulary for w in publisher) else "silent"
    ours = content_of(words_of(printed.reference.container))
    if printed.reference.issn and printed.reference.issn in work.issn:
        return "same"
    text = content_of(printed.words)
    for name in names:
        if ours and (abbreviates(list(ours), list(name)) or abbreviates(list(name), list(ours))):
            return "same"
        if len(name) > 1 and _stands_abbreviated(text, name):
            return "same"
        if len(name) > 2 and "".join(w[0] for w in name) in printed.vocabulary:
            return "same"
    runs, here = ["".join(form) for form in forms], squash(printed.reference.container)
    if here in runs or any(_stands_near(run, printed.letters, 9, 85) for run in runs):
        return "same"
    if any(_stands_near(run, here, 6, 75) or _stands_near(run, squash(printed.reference.title), 6, 75) for run in runs):
        return "near"
    if any(len(name) == 1 and name[0] in printed.vocabulary for name in names):
        return "seen"
    return "other" if ours else "silent"


def _reads_like_a_container(title: str, work: Work) -> bool:
    """Whether the text read as the title is the name of the journal or book, perhaps with letters wrong."""
    letters = squash(title)
    names = (squash(name) for name in (*work.containers, *work.short_containers))
    return len(letters) > 6 and any(len(name) > 6 and partial_ratio(letters, name) > 80 for name in names)


def _stands_near(run: str, letters: str, longer_than: int, like: float) -> bool:
    return longer_than < len(run) <= len(letters) and partial_ratio(run, letters) > like


def _stands_abbreviated(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the entry has a name of two or more words, each of them whole or abbreviated."""
    n = len(name)
    starts = (i for i in range(len(words) - n + 1) if _abbreviates(words[i], name[0]))
    return any(all(map(_abbreviates, words[i : i + n], name)) for i in starts)


@lru_cache(maxsize=65536)
def _abbreviates(short: str, full: str) -> bool:
    return full.startswith(short) or (short[0] == full[0] and abbreviates([short], [full]))


def _number(printed: Printed, ours: str, theirs: str) -> str:
    """The level of a number: same; seen: it is in the entry, perhaps as something else; other; silent."""
    if not theirs:
        return "silent"
    if ours and bare(squash(ours)) == bare(squash(theirs)):
        return "same"
    run = DIGITS.search(theirs)
    if run and bare(run.group()) in printed.numbers:
        return "same" if len(run.group()) > 2 and not ours else "seen"
    if run and (printed.smudged(bare(run.group())) or printed.smudged(squash(theirs))):
        return "seen"
    return "other" if ours else "silent"


def _pages(printed: Printed, work: Work) -> str:
    """The level of the first page or article number, as of a number; inside: a page of the work, but not its first."""
    levels = []
    ours = _PAGE.match(printed.reference.pages)
    for registered in (work.pages, work.article_number):
        theirs = _PAGE.match(registered)
        if theirs and DIGITS.search(theirs.group()):
            levels.append(_number(printed, ours.group() if ours else "", theirs.group()))
    for level in ("same", "seen", "other"):
        if level in levels:
            return "inside" if level == "other" and _inside(printed.reference.pages, work.pages) else level
    return "silent"


def _inside(ours: str, theirs: str) -> bool:
    mine, span = DIGITS.findall(ours)[:1], DIGITS.findall(theirs)
    if not mine or len(span) != 2 or max(map(len, (*mine, *span))) > 9:
        return False
    first, last = span[0], span[1]
    last = first[: len(first) - len(last)] + last  # 451-60
    return int(first) <= int(mine[0]) <= int(last)
