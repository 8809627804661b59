"""Comparing a work's place in its container: volume, issue, pages.

Kinds that agree: "same", "first-page" (only the first page is printed or registered), "article-number", "part" (a
passage of the work), "seen" (the entry prints what is registered, though another value was read).
Kinds that differ: "volume", "issue", "pages", "several" (see ``parts``).
Not comparable: "none", "article-number" (on one side only), "seen" (no value was read, but the registered one is
printed).
"""

from __future__ import annotations

from functools import lru_cache

from refcheck import patterns as re
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.printed import entry_text, is_typed, numbers, smudged, unlabelled, witness
from refcheck.comparing.remembered import remembered
from refcheck.foreign import number
from refcheck.language.fold import fold, keys, plain, words
from refcheck.model import Reference, Work
from refcheck.sentences import Sentence, joined, say

_LAST_PAGE = 999_999_999  # larger numbers are codes
_PLAIN = re.compile(r"([0-9]{1,12})(?:-{1,2}([0-9]{1,12}))?")
_NUMBER = re.compile(r"[a-z]{0,4}\d{1,12}[a-z]{0,3}")
_IN_ARTICLE = re.compile(r"(\w{1,12}):(\w{1,12})(\s?[-–—]{1,3}\s?)\1:(?=\w)")
"""Pages counted within an article, each behind its number: "141:1--141:10"."""
_ROMAN = re.compile(r"^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def compare_locator(reference: Reference, work: Work) -> Comparison:
    """Volume, issue and pages beside the record's; ``parts`` holds the three. Kinds: see the module."""
    made = [_single("volume", reference, work), _single("issue", reference, work), _pages(reference, work)]
    agreed = [part.agrees for part in made]
    parts = [part if same else _elsewhere(part, made, reference) for part, same in zip(made, agreed, strict=True)]
    differing = [part for part in parts if part.differs]
    printed = _text(reference.volume, reference.issue, reference.pages)
    registered = _text(work.volume, work.issue, work.article_number or work.pages)
    if not differing and True not in agreed:
        return incomparable("locator", printed, registered)._replace(parts=tuple(parts))
    if not differing:
        return Comparison("locator", Verdict.AGREE, Kind.SAME, printed, registered, parts=tuple(parts))
    return Comparison(
        "locator",
        Verdict.DIFFER,
        differing[0].kind if len(differing) == 1 else Kind.SEVERAL,
        printed,
        registered,
        joined((part.why for part in differing), "{first}; {rest}"),
        min(part.confidence for part in differing),
        tuple(parts),
    )


def _text(volume: str, issue: str, pages: str) -> str:
    """The three as commonly printed: "76(4), 451–460"."""
    head, pages = f"{volume}({issue})" if issue else volume, pages.replace("--", "–")
    return f"{head}, {pages}" if head and pages else head or pages


def _single(field: str, reference: Reference, work: Work) -> Comparison:
    printed, registered = getattr(reference, field), getattr(work, field)
    if printed == registered and printed.isdigit():
        return Comparison(
            field, Verdict.AGREE, Kind.SAME, printed, registered, "", reference.confidence.get(field, 1.0)
        )
    if not printed or not registered:
        return incomparable(field, printed, registered)
    ours, theirs = _values(printed), _values(registered)
    if not ours or not theirs:
        return incomparable(field, printed, registered)
    confidence = reference.confidence.get(field, 1.0)
    if ours & theirs or "".join(keys(printed)) == "".join(keys(registered)):
        return Comparison(field, Verdict.AGREE, Kind.SAME, printed, registered, "", confidence)
    values = {"printed": printed, "registered": registered}
    if field == "volume":
        why = say("volume {printed} is printed where {registered} is registered", **values)
    else:
        why = say("issue {printed} is printed where {registered} is registered", **values)
    return Comparison(field, Verdict.DIFFER, Kind(field), printed, registered, why, confidence)


@lru_cache(maxsize=4096)
def _values(text: str) -> frozenset[str]:
    """The numbers that a volume or issue may mean: "12-13" -> 12, 13; "XII" -> 12; "Suppl. 2" -> 2, "suppl"."""
    out: set[str] = set()
    for key in keys(text[:100]):
        roman = _ROMAN.match(key)
        if roman and key:
            out.add(str(_roman(key)))
        elif any(c.isdigit() for c in key):
            out.update(number.lstrip("0") or "0" for number in re.findall(r"\d{1,9}", key))
        elif not out:
            out.add(key)
    return frozenset(out)


def _roman(text: str) -> int:
    values = [_VALUES[c] for c in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _pages(reference: Reference, work: Work) -> Comparison:
    made = _pages_as(reference.pages, reference, work)
    if ":" not in reference.pages:
        return made
    within = _IN_ARTICLE.sub(r"\2\3", reference.pages)
    if made.agrees or within == reference.pages:
        return made
    read = _pages_as(within, reference, work)
    return read._replace(printed=reference.pages) if read.agrees else made


def _pages_as(printed: str, reference: Reference, work: Work) -> Comparison:
    """A reading of the printed pages beside the record's, or its article number."""
    field = "pages"
    registered = work.pages or work.article_number
    ours, confidence = _range(printed), reference.confidence.get(field, 1.0)
    if ours and printed.replace("--", "-") == registered:
        return Comparison(field, Verdict.AGREE, Kind.SAME, printed, registered, "", confidence)
    readings = [work.pages, work.article_number]
    if ":" in work.pages:
        readings.insert(1, _IN_ARTICLE.sub(r"\2\3", work.pages))
    ranges = [(text, span) for text in dict.fromkeys(readings) if (span := _range(text))] if ours else []
    theirs = [text for text, _ in ranges]
    if not ours or not theirs:
        return incomparable(field, printed, registered)

    def told(verdict: Verdict, kind: Kind, why: str = "") -> Comparison:
        return Comparison(field, verdict, kind, printed, registered, why, confidence)

    first, last = ours
    for _, (their_first, their_last) in ranges:
        if first == their_first or _code(first) == _code(their_first):
            if not last or not their_last or _completed(first, last) == _completed(their_first, their_last):
                return told(Verdict.AGREE, Kind.SAME if last == their_last else Kind.FIRST_PAGE)
            return told(Verdict.DIFFER, Kind.PAGES, _pages_differ(printed, registered))
        if their_first in printed.casefold() and len(their_first) > 3:
            return told(Verdict.AGREE, Kind.ARTICLE_NUMBER)
        if first in _numbers(registered)[2:]:
            return told(Verdict.AGREE, Kind.PART)
        if last and their_last and _inside(ours, (their_first, their_last)):
            return told(Verdict.AGREE, Kind.PART)
    if first == "1" and (work.article_number or _is_article_number(theirs[0])):
        return incomparable(field, printed, registered)
    if _is_article_number(printed) != all(_is_article_number(text) for text in theirs) and (
        _is_article_number(printed) or not work.pages
    ):
        return incomparable(field, printed, registered, Kind.ARTICLE_NUMBER)
    return told(Verdict.DIFFER, Kind.PAGES, _pages_differ(printed, registered))


def _pages_differ(printed: str, registered: str) -> Sentence:
    printed = printed.replace("--", "–")
    return say("pages {printed} are printed where {registered} is registered", printed=printed, registered=registered)


@lru_cache(maxsize=4096)
def _range(text: str) -> tuple[str, str] | None:
    """First and last page, folded: ("451", "460"); the last is "" for a single page; None without a number."""
    found = _numbers(text)
    if not found:
        return None
    return found[0], (found[1] if len(found) > 1 else "")


def _numbers(text: str) -> list[str]:
    """All page numbers of a text: "1-5, 9, 11" -> 1, 5, 9, 11."""
    if plainly := _PLAIN.fullmatch(text):
        return [page for page in plainly.groups() if page]
    return _NUMBER.findall("".join(fold(c) for c in plain(text[:100])).replace(",", " "))


def _completed(first: str, last: str) -> str:
    """The last page in full: ("451", "60") -> "460"; ("s12", "8") -> "s18"."""
    head, tail = _code(first), _code(last)
    return head[: len(head) - len(tail)] + tail if len(tail) < len(head) else tail


@lru_cache(maxsize=4096)
def _code(page: str) -> str:
    """A page's digits without letters and leading zeros: "e0117" and "117" are the same article."""
    digits = "".join(c for c in page if c.isdigit()).lstrip("0")
    return digits or page


def _inside(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    pages = ours[0], _completed(*ours), theirs[0], _completed(*theirs)
    first, last, start, end = (number(page, _LAST_PAGE) for page in pages)
    if first is None or last is None or start is None or end is None:
        return False
    return start <= first <= last <= end


def _is_article_number(text: str) -> bool:
    """Whether pages are a single code, not a range: "e11745", "022212", "105003"."""
    first, last = _range(text) or ("", "")
    return bool(first) and (not last or last == first) and (len(first) >= 5 or not first.isdigit())


def _told_apart(pages: Comparison) -> tuple[str, ...]:
    """The registered page missing from the printed ones: the first, or the last if the first agrees; () for neither."""
    ours, theirs = _range(pages.printed), _range(pages.registered)
    if not theirs:
        return ()
    if not ours:
        return theirs[:1]
    same_start = _code(ours[0]) == _code(theirs[0])
    return (_completed(*theirs),) if same_start and theirs[1] else theirs[:1]


def _elsewhere(part: Comparison, parts: list[Comparison], reference: Reference) -> Comparison:
    """The part, SEEN if the registered value is printed elsewhere in the entry: then one that was read otherwise
    agrees, and one that was not read stays incomparable."""
    unread = (
        not (part.agrees or part.differs) and part.field != "issue" and bool(part.registered) and is_typed(reference)
    )
    if not unread and (not part.differs or part.confidence >= 1.0):
        return part
    wanted = _told_apart(part) if part.field == "pages" else tuple(_values(part.registered))
    if part.field == "pages":
        wanted += tuple(map(_code, wanted))
    printed = _numbers_printed(reference, unread)
    if not any(value in printed or smudged(witness(reference), value) for value in wanted):
        return part
    found = list(printed)
    for other in parts:
        if other.agrees:  # of "31, 84" read as volume 31 the 84 is still to be explained
            meant = frozenset() if other.field == "pages" else _values(other.registered)
            for key in (k for k in keys(other.printed) if k in found and (not meant or k in meant)):
                found.remove(key)
    if reference.year and str(reference.year) in found:
        found.remove(str(reference.year))
    if not any(value in found or smudged(witness(reference), value) for value in wanted):
        return part
    if unread:
        return part._replace(kind=Kind.SEEN)
    return part._replace(verdict=Verdict.AGREE, kind=Kind.SEEN)


@remembered
def _numbers_printed(reference: Reference, titled: bool) -> tuple[str, ...]:
    """The numbers that the entry prints, Roman ones and those with letters as digits too. titled: also those in what
    was read as its title."""
    rest = unlabelled(witness(reference))
    rest = rest if titled else rest.replace(reference.title, " ", 1)
    romans = [word.key for word in words(entry_text(rest)) if len(word.key) > 1 and word.text.isupper()]
    plainly = numbers(rest)
    codes = (_code(number) for number in plainly if not number.isdigit())
    return (*plainly, *(str(_roman(key)) for key in romans if _ROMAN.match(key)), *codes)
