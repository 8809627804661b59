"""How strongly an entry speaks for a registered work: which of its values are printed there, and what they weigh.

Record linkage after Fellegi and Sunter (1969): every field is on one of a few levels (agrees, nearly, differs, silent),
every level has a weight, the sum is the log-odds that record and entry mean the same work. The registered values are
looked for in the entry's own words, not only in the fields a parser made of them, so a wrong parse can cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment
from rapidfuzz.process import extractOne

from refcheck.comparing.align import is_function_word
from refcheck.comparing.fold import keys, spelling, squash
from refcheck.comparing.venues import abbreviates
from refcheck.model import Name, Reference, Work
from refcheck.resolving.query import printed_text

_DIGITS = re.compile(r"[0-9]{1,18}")
_PAGE = re.compile(r"[A-Za-z]{0,4}[-.]?[0-9]{1,9}[A-Za-z]{0,2}")
_SUBTITLE = re.compile(r"(?<=\w)[:?!.]\s|\s[–—-]\s")
_STATUS = re.compile(r"^\W{0,2}(?:retracted|withdrawn|removed)(?: article| paper| chapter)?\W{1,3}", re.IGNORECASE)
_PARTS_TEXT = "part parts pt teil partie parte deel del chast volume vol type phase stage section chapter"
_PARTS = frozenset(_PARTS_TEXT.split())
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv"
_ROMAN = {roman: str(i) for i, roman in enumerate(_ROMANS.split(), 1)}
_NOTICES = """erratum errata corrigendum corrigenda correction retraction addendum reply replies response comment
    comments commentary review rezension recensie recension rejoinder obituary"""
_NOTICE = frozenset(_NOTICES.split())
"""Words that make a title another work than the one it is about."""
_GENERIC_TEXT = """introduction editorial preface foreword afterword conclusion conclusions discussion abstract
    abstracts book books review reviews letter letters reply comment comments news index notes note questions answers
    contents obituary memoriam recent literature guest editor editors issue special summary report annual appendix"""
_GENERIC = frozenset(_GENERIC_TEXT.split())
"""Words of titles that any work could have."""
_FURNITURE_TEXT = """vol volume no nr num issue band heft bd jg pp pages page seiten ed eds edn edition editor editors
    edited hrsg hg red in and et al und y e og och the of press university verlag publisher publishers publishing inc
    ltd doi https http www jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december spring summer autumn fall winter st nd rd th article art online
    available from retrieved"""
_FURNITURE = frozenset(_FURNITURE_TEXT.split())
"""Words of a reference that no record needs to explain."""

BIAS = -2.29
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "title": {
        "same": 2.49,
        "near": 1.37,
        "short": 1.44,
        "generic": 1.69,
        "clash": -2.89,
        "part": 0.44,
        "other": -2.75,
        "unprinted": -1.78,
    },
    "rest": {"none": 0.68, "little": -0.06, "some": -0.39, "much": -0.23},
    "authors": {"many": 1.81, "all": 1.46, "only": 1.68, "first": 1.48, "some": 1.48, "none": -1.33},
    "year": {"same": 1.09, "near": -1.01, "other": -1.86},
    "container": {"same": 1.44, "seen": -0.21, "other": -2.07},
    "volume": {"same": 1.07, "seen": 0.61, "other": -1.26},
    "pages": {"same": 3.48, "seen": 1.5, "inside": -1.64, "other": -3.18},
}
"""Log-odds of each level, by ``training/matching_weights.py``. "silent", on every field, weighs nothing: what is not in
the record, or not printed, is no evidence."""


class Printed:
    """An entry prepared for looking registered values up in it."""

    def __init__(self, reference: Reference) -> None:
        text = printed_text(reference)
        self.reference = reference
        self.keys = keys(text)
        self.words = tuple(map(spelling, self.keys))
        self.vocabulary = frozenset(self.words)
        self.letters = "".join(self.words)
        self.starts = tuple(accumulate((len(w) for w in self.words), initial=0))  # of each word in ``letters``
        self.numbers = frozenset(map(_bare, _DIGITS.findall(text)))
        people = reference.authors + reference.editors + reference.translators
        names = [w for p in people for w in _words(f"{p.particle} {p.family} {p.given} {p.literal}")]
        self.names = frozenset(names)
        # where a name may stand glued or with a letter wrong
        self.name_letters = "".join(names) if len("".join(names)) > 4 else self.letters
        venue = (reference.container, reference.series, reference.publisher, reference.place)
        self.venue = frozenset(w for text in venue for w in _words(text))

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that say which work it is: no numbers, months, roles, function words, persons or venue."""
        other = self.names | self.venue | _FURNITURE
        return tuple(w for w in _content(self.words) if w.isalpha() and w not in other)

    def region(self, start: int, end: int) -> slice:
        """The words of which at least half stands in ``letters[start:end]``."""
        middle = [begin + len(word) / 2 for begin, word in zip(self.starts, self.words, strict=False)]
        return slice(bisect_left(middle, start), bisect_left(middle, end))


@dataclass(frozen=True, slots=True)
class Score:
    """How one work fits an entry: a level for each field and their weight together."""

    work: Work
    levels: Mapping[str, str]  # field -> level, the keys of WEIGHTS
    log_odds: float

    def says(self, field: str, *levels: str) -> bool:
        """Whether the field is on one of these levels."""
        return self.levels[field] in levels


def score(printed: Printed, work: Work) -> Score:
    """The fit of one registered work to an entry."""
    rest = _unexplained(printed, work)
    title = _title(printed, work)
    if title == "silent":
        title = "unprinted" if rest <= 3 else "other"
    ours = len(_content(_words(printed.reference.title)))  # one stray word is no title
    if title == "other" and rest <= (0 if ours > 1 else 1 if ours else 3):
        title = "unprinted"
    levels = {
        "title": title,
        "rest": "none" if rest <= 1 else "little" if rest <= 3 else "some" if rest <= 6 else "much",
        "authors": _authors(printed, work),
        "year": _year(printed, work),
        "container": _container(printed, work),
        "volume": _number(printed, printed.reference.volume, work.volume),
        "pages": _pages(printed, work),
    }
    return Score(work, levels, BIAS + sum(WEIGHTS[field].get(level, 0.0) for field, level in levels.items()))


# ---------------------------------------------------------------------------------------------------------------- title


def titles(work: Work) -> tuple[str, ...]:
    """The forms a citation may give the title in: full, main, original, without a status prefix or the subtitle."""
    main = work.titles[0] if work.titles else ""
    full = ": ".join([main, *work.subtitles]) if main and work.subtitles else ""
    forms = [_STATUS.sub("", form) for form in (full, *work.titles, *work.original_titles) if form]
    shortened = [_SUBTITLE.split(form, maxsplit=1)[0] for form in forms]
    return tuple(dict.fromkeys((*forms, *(form for form in shortened if len(_content(_words(form))) > 1))))[:8]


def _title(printed: Printed, work: Work) -> str:
    """same, near, part: how much of the title is printed; clash: but a number or "erratum" tells them apart;
    short, generic: the same, but of two words, or any work could be called so; other: not printed; silent: none
    registered."""
    best = "silent"
    for form in titles(work):
        level = _title_form(printed, _words(form))
        if _TITLE_ORDER.index(level) < _TITLE_ORDER.index(best):
            best = level
    return best


_TITLE_ORDER = ("same", "near", "short", "generic", "clash", "part", "other", "silent")


def _title_form(printed: Printed, title: Sequence[str]) -> str:
    letters = "".join(title)
    content = _content(title)
    if not content or not printed.letters:
        return "silent"
    if len(letters) <= 12 or len(letters) > len(printed.letters):
        found = _run(title, printed.words)
        if found is None:
            known = sum(len(w) for w in content if w in printed.vocabulary)
            return "part" if known >= 0.75 * sum(map(len, content)) and len(content) > 2 else "other"
        region = slice(found, found + len(title))
    else:
        match = partial_ratio_alignment(letters, printed.letters, score_cutoff=72)
        if match is None:
            known = sum(len(w) for w in content if w in printed.vocabulary)
            return "part" if known >= 0.75 * sum(map(len, content)) and len(content) > 2 else "other"
        region = printed.region(match.dest_start, match.dest_end)
    here = printed.words[region]
    around = printed.words[max(0, region.start - 2) : region.stop + 2]
    strange = _decisive(here) | _numeral_after(printed.words, region.stop)
    numbers = _decisive(title)
    if len(numbers) < 6 and not (numbers <= _decisive(around) and strange <= numbers):  # more: a review with its prices
        return "clash"
    if _notices(title) != _notices(_words(printed.reference.title) or here):
        return "clash"
    run = "".join(here)
    missing = sum(1 for w in content if not _stands_in(w, here, run))
    extra = sum(1 for w in _content(here) if not _stands_in(w, title, letters))
    off = max(missing, extra)
    if off == 0:
        if len(content) == 1 or all(w in _GENERIC for w in content):
            return "generic"
        return "short" if len(content) == 2 else "same"
    if (off == 1 and len(content) > 2) or off <= 0.2 * len(content):
        return "near"
    return "part" if off <= 0.4 * len(content) else "other"


def _run(needle: Sequence[str], hay: Sequence[str]) -> int | None:
    """Where the words stand one after the other, or None."""
    n = len(needle)
    return next((i for i in range(len(hay) - n + 1) if tuple(hay[i : i + n]) == tuple(needle)), None)


def _stands_in(word: str, words: Collection[str], run: str) -> bool:
    """Whether a word is among others: itself, glued to a neighbour, split, or with a letter wrong."""
    if word in words or (len(word) > 3 and word in run):
        return True
    return len(word) > 4 and extractOne(word, words, scorer=OSA.distance, score_cutoff=1) is not None


def _decisive(title: Sequence[str]) -> frozenset[str]:
    """The numbers of a title, Roman ones as digits: they tell part 1 from part 2, one year's survey from the next."""
    found: set[str] = set()
    for i, word in enumerate(title):
        found.update(map(_bare, _DIGITS.findall(word)))
        if word in _ROMAN and (len(word) > 1 or i == len(title) - 1 or title[i - 1] in _PARTS):
            found.add(_ROMAN[word])
    return frozenset(found)


def _numeral_after(words: Sequence[str], at: int) -> frozenset[str]:
    """The number of a "Part 2" or "III" printed right behind a title that ends without one."""
    following = words[at : at + 2]
    if following and (following[0] in _PARTS or (len(following[0]) > 1 and following[0] in _ROMAN)):
        return _decisive(following)
    return frozenset()


def _notices(title: Sequence[str]) -> bool:
    """Whether a title says that the work is about another one: an erratum, a reply, a review of."""
    return any(w in _NOTICE for w in [*title[:2], *title[-1:]])


def _unexplained(printed: Printed, work: Work) -> int:
    """How many of the entry's content words the record has nowhere: many when an entry means another work."""
    fields = (
        *titles(work), *work.containers, *work.short_containers, work.publisher, work.place, work.edition,
        *map(str, work.authors), *map(str, work.editors), *map(str, work.translators),
    )  # fmt: skip
    known = tuple(w for text in fields for w in _words(text))
    vocabulary, run = frozenset(known), "".join(known)
    by_initial: dict[str, list[str]] = {}
    for word in vocabulary:
        by_initial.setdefault(word[0], []).append(word)
    strange = (w for w in printed.content if w not in vocabulary)
    return sum(
        1
        for word in strange
        if not any(_abbreviates(word, w) for w in by_initial.get(word[0], ())) and not _stands_in(word, vocabulary, run)
    )


# --------------------------------------------------------------------------------------------------------- other fields


def _authors(printed: Printed, work: Work) -> str:
    """many, all: three registered people or more, or two, the first and most others, are printed; only: the one
    registered is; first: the first, beside strangers or without the others; some: not the first; none; silent: no
    persons on a side."""
    people = [p for p in work.authors or work.editors if p.family or p.literal]
    persons = [p for p in people if p.family] or people
    if not persons:
        return "silent"
    found = [_is_printed(p, printed) for p in persons[:30]]
    if not any(found):
        return "silent" if all(p.literal for p in persons) or not printed.names else "none"
    if not found[0]:
        return "some"
    theirs = {w for p in work.authors + work.editors for w in _words(f"{p.family} {p.literal} {p.given}")}
    ours = [p for p in printed.reference.authors or printed.reference.editors if p.family]
    strangers = sum(1 for p in ours if not theirs.intersection(_words(p.family)))
    if len(persons) == 1:
        return "only" if strangers <= 1 else "first"
    whole = sum(found) >= 0.6 * len(found) or printed.reference.et_al
    if not whole or strangers > 0.4 * len(ours):
        return "first"
    return "many" if sum(found) > 2 else "all"


def _is_printed(person: Name, printed: Printed) -> bool:
    family = _words(person.family)
    if not family:
        organisation = _content(_words(person.literal))
        return bool(organisation) and sum(w in printed.vocabulary for w in organisation) >= 0.7 * len(organisation)
    run, letters = "".join(family), printed.name_letters
    if all(w in printed.vocabulary for w in family) or ((len(run) > 4 or not run.isascii()) and run in letters):
        return True
    if any(len(w) > 4 and _stands_in(w, printed.names, "") for w in family):
        return True
    return 5 < len(run) <= len(letters) and partial_ratio(run, letters) > 85


def _year(printed: Printed, work: Work) -> str:
    """same, near (a year off), other; silent."""
    if not work.years:
        return "silent"
    if any(str(year) in printed.numbers or year == printed.reference.year for year in work.years):
        return "same"
    if printed.reference.year is None:
        return "silent"
    return "near" if min(abs(year - printed.reference.year) for year in work.years) <= 1 else "other"


def _container(printed: Printed, work: Work) -> str:
    """same, of a book: its publisher; seen: one word that could stand there for another reason; other; silent."""
    forms = [_words(name) for name in (*work.containers, *work.short_containers)]
    names = [name for name in map(_content, forms) if name]
    if not names:
        publisher = [w for w in _content(_words(work.publisher)) if w not in _FURNITURE]
        return "same" if publisher and all(w in printed.vocabulary for w in publisher) else "silent"
    ours = _content(_words(printed.reference.container))
    if printed.reference.issn and printed.reference.issn in work.issn:
        return "same"
    text = _content(printed.words)
    for name in names:
        if ours and (abbreviates(list(ours), list(name)) or abbreviates(list(name), list(ours))):
            return "same"
        if len(name) > 1 and _stands_abbreviated(text, name):
            return "same"
        if len(name) > 2 and "".join(w[0] for w in name) in printed.vocabulary:
            return "same"
    runs = ["".join(form) for form in forms]
    if any(9 < len(run) <= len(printed.letters) and partial_ratio(run, printed.letters) > 85 for run in runs):
        return "same"
    if any(len(name) == 1 and name[0] in printed.vocabulary for name in names):
        return "seen"
    return "other" if ours else "silent"


def _stands_abbreviated(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name of two or more words stands in an entry, each word whole or abbreviated."""
    n = len(name)
    starts = (i for i in range(len(words) - n + 1) if _abbreviates(words[i], name[0]))
    return any(all(map(_abbreviates, words[i : i + n], name)) for i in starts)


@lru_cache(maxsize=65536)
def _abbreviates(short: str, full: str) -> bool:
    return full.startswith(short) or (short[0] == full[0] and abbreviates([short], [full]))


def _number(printed: Printed, ours: str, theirs: str) -> str:
    """same; seen: the number stands in the entry, maybe for something else; other; silent."""
    if not theirs:
        return "silent"
    if ours and _bare(squash(ours)) == _bare(squash(theirs)):
        return "same"
    run = _DIGITS.search(theirs)
    if run and _bare(run.group()) in printed.numbers:
        return "same" if len(run.group()) > 2 and not ours else "seen"
    return "other" if ours else "silent"


def _pages(printed: Printed, work: Work) -> str:
    """The first page or the article number, as for a volume; inside: a page of the work, not its first."""
    levels = []
    ours = _PAGE.match(printed.reference.pages)
    for registered in (work.pages, work.article_number):
        theirs = _PAGE.match(registered)
        if theirs and _DIGITS.search(theirs.group()):
            levels.append(_number(printed, ours.group() if ours else "", theirs.group()))
            if levels[-1] in ("other", "silent") and any(_smudged(w, theirs.group()) for w in printed.keys):
                levels[-1] = "seen"
    for level in ("same", "seen", "other"):
        if level in levels:
            return "inside" if level == "other" and _inside(printed.reference.pages, work.pages) else level
    return "silent"


def _smudged(word: str, page: str) -> bool:
    """Whether a word is a page of three digits or more with letters read for some of them ("11T7" for 1167)."""
    if not 2 < len(word) == len(page) or word.isdigit() or word.isalpha():
        return False
    return all(ours == theirs or ours.isalpha() for ours, theirs in zip(word, page, strict=True))


def _inside(ours: str, theirs: str) -> bool:
    mine, span = _DIGITS.findall(ours)[:1], _DIGITS.findall(theirs)
    if not mine or len(span) != 2 or max(map(len, (*mine, *span))) > 9:
        return False
    first, last = span[0], span[1]
    last = first[: len(first) - len(last)] + last  # 451-60
    return int(first) <= int(mine[0]) <= int(last)


# ---------------------------------------------------------------------------------------------------------------- words


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(spelling, keys(text)))


def _content(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(w for w in words if (len(w) > 2 or not w.isascii()) and not is_function_word(w))


def _bare(number: str) -> str:
    return number.lstrip("0") or number[:1]
