"""Citations by author and year: "Smith and Jones (2010)", "(Smith et al., 2010a, p. 3)", "Festinger's theory (1954)".

A regular expression finds the years; the words before each are read from right to left within a bounded distance, so
that the time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.citing.people import han_before, people_before
from refcheck.citing.tying import Found, Index, fits, last_words
from refcheck.citing.words import YEAR, citing_words, fold, lexicon, word_set
from refcheck.language.lexicon import ANY_PARTICLES
from refcheck.language.words import alternatives, subject
from refcheck.model import Mention, MentionKind
from refcheck.reading.sentences import Block, sentence_start

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")  # or a letter of a script without capitals
_REACH = 160  # characters before a year in which its names may stand
_LETTERS = re.compile(r"(?<!\w)([^\W\d_a-zß-ÿ]{2,8})[\s,]*$")
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,20})[-‐]\s?$")
_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
_FIRST_PRINTED = re.compile(r"\d{4}\s?\[$")  # "Simmel (1992 [1908])"
# "2007-2009", "2007–)", "2015–present)", "1994 %"
_SPAN = re.compile(r"\s?[–-]{1,3}\s?\d|\s?[–—-]{1,3}\s?[)\]）］]|\s?[–-]\s?[^\W\d_][\w’'-]{2,14}[)\]）］]|\s?[%€$£]")
_BESIDE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?\s$")  # "Gargouri et al 2012 2006", two cells of a table
# "Freud (1900/1953)", "[1900] 1953"
_OTHER_YEAR = re.compile(r"[a-z]?(?:\s?/\s?|\s?\[|\]\s?)((?:1[5-9]|20)\d\d)(?!\d)")


@cache
def _undated() -> re.Pattern[str]:
    """What is printed in place of a missing year: "n.d.", "in press"."""
    return re.compile(rf"(?<![^\W_])(?:{alternatives(lexicon()['undated'])})(?![^\W_])\.?", re.IGNORECASE)


@cache
def _told_in() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What links a year to a name before it: "Szasz's paper of ", ", in "."""
    of, within = (alternatives(lexicon()[kind]) for kind in ("of_year", "in_year"))
    return (
        re.compile(rf"['’]s?\s(?:[^\W\d_]{{1,20}}\s){{1,3}}(?:{of})\s$"),
        re.compile(rf",?\s(?:{within})\s$"),
    )


@cache
def _earlier_year() -> re.Pattern[str]:
    pages = alternatives(lexicon()["pages"])
    return re.compile(
        rf"[,;/]?\s{{0,3}}(?:1[5-9]\d\d|20\d\d)[a-z]?(?:\s?[,:]\s?(?:{pages})?\s?\d[\d–-]{{0,12}}f{{0,2}}\.?)?\s?[,/;]?\s{{0,3}}$"
    )


def author_years(block: Block, index: Index, language: str) -> Iterator[Found]:
    """Every name with a year in a paragraph, matched to entries where possible; the others need ``credible``."""
    text = block.text
    latest = datetime.now(UTC).year + 1
    for match in YEAR.finditer(text):
        if int(match[1]) > latest:  # "(Ruiz 2019, 2088)"
            continue
        if _SPAN.match(text, match.end()):
            continue
        if _FIRST_PRINTED.search(text, max(0, match.start() - 8), match.start()):
            continue
        one = _author_year(text, match, index, language)
        if one is not None:
            yield one
    for match in _undated().finditer(text):
        one = _author_year(text, match, index, language)
        if one is not None and one.mention.entries:
            yield one


def _author_year(text: str, match: re.Match[str], index: Index, language: str) -> Found | None:
    year, letter = (int(match[1]), match[2] or "") if match.re.groups else (None, "")  # "n.d."
    place = _place(text, match)
    if place is None:
        return None
    people, at, others, entries = _people(text, place, year, letter, index, language)
    other = _OTHER_YEAR.match(text, match.end())  # of the first or of a later printing
    if other and people and not entries:
        entries = index.tie(people, int(other[1]), "", alone=not others)
    if not (place.inside or entries) and _BESIDE.search(text, max(0, match.start() - 7), match.start()):
        return None
    before, behind = text[max(0, at - 3) : at].rstrip(), text[match.end() : match.end() + 3].lstrip()
    among = before.endswith(";") or behind.startswith(";")
    if place.worded and (not entries or people[-1].isupper()):
        return None  # "the figures of IBGE in 2018"
    if not people or (not place.inside and not entries and not others and not (among and len(people) == 1)):
        return None
    names, at = _named(text, at, place.end, _families_of(people, entries, index))
    entries = _of_initial(text[max(0, at - 4) : at], entries, index)
    mention = Mention(text[at : place.end].strip(), 0, MentionKind.AUTHOR_YEAR, names, year, entries, others)
    lead = _YEARS.sub(" ", text[place.start : at]).strip(" ,.:").casefold()  # "2004 apud"
    clean = (
        place.narrative or not place.inside or lead in word_set("prefixes") or _opening_words().issuperset(lead.split())
    )
    shape = (2 if others or len(people) > 1 else 1) if clean else 0
    return Found(at, place.end, mention, shape)


class _Place(NamedTuple):
    """Where the names for a year may stand, from ``start`` to ``stop``, and where the citation ends."""

    start: int
    stop: int
    end: int
    inside: bool  # the year is in brackets
    narrative: bool  # in its own brackets, after the names
    worded: bool  # linked to the names by words: "Szasz's paper of 1960"


def _place(text: str, match: re.Match[str]) -> _Place | None:
    """Where to look for the names of a year; None when there is no capital before it."""
    low = max(0, match.start() - _REACH)
    if not _CAPITAL.search(text, low, match.start()):
        return None
    opened = _opening(text, low, match.start())
    inside = opened is not None
    start = low if opened is None else _segment_start(text, opened + 1, match.start())
    segment_end = match.start()
    segment = _without_earlier_years(text[start:segment_end])
    for _ in range(8 if opened is not None else 0):  # "(Ruiz 2018a; 2018b)"
        before = text.rfind(";", opened, start)
        if segment.strip(" ,;") or before < 0:
            break
        start = _segment_start(text, (opened or 0) + 1, before)
        segment = _without_earlier_years(text[start:segment_end])
    narrative = inside and not segment.strip(" ,")
    if narrative and opened is not None:
        start, segment_end = max(0, opened - _REACH), opened
    else:
        segment_end = start + len(segment)
    told = None
    if not inside:  # "Bowlby, in 1969,"
        work_of, within = _told_in()
        told = work_of.search(text, max(start, segment_end - 70), segment_end)
        told = told or within.search(text, start, segment_end)
    segment_end = told.start() if told else segment_end
    end = match.end()
    if inside:
        close = re.match(r"[^()\[\]（）]{0,40}?[)\]）］]", text[end : end + 42]) if narrative else None
        end += close.end() if close else 0
    return _Place(start, segment_end, end, inside, narrative, told is not None)


def _people(
    text: str, place: _Place, year: int | None, letter: str, index: Index, language: str
) -> tuple[list[str], int, bool, tuple[int, ...]]:
    """The names in a place, in order; where they start; whether "et al." follows; the entries they match."""
    start, segment_end, narrative = place.start, place.stop, place.narrative
    entries: tuple[int, ...] = ()
    between = {word.rstrip(".") for word in text[start:segment_end].split()}
    own = subject("citations").get(language, {})
    joining = not between.isdisjoint(own.get("and", ()))
    unsure = word_set("ambiguous_connectors")
    sure = word_set("connectors").difference(own.get("ambiguous_connectors", ()))  # "en" is "and" in Dutch only
    for connectors in (sure,) if unsure.isdisjoint(between) else (sure | unsure, sure):
        people, at, others = han_before(text, start, segment_end, index)
        if not people:
            people, at, others = people_before(
                text, start, segment_end, connectors, listed=place.inside and not narrative
            )
        if people:
            people, entries = _tied(people, year, letter, index, alone=not others)
        known = sum(not _unknown(person, index) for person in people)
        if (entries and (len(people) == 1 or known == len(people))) or (joining and len(people) > 1 and not known):
            break
    last = _LETTERS.search(text[start:segment_end]) if not entries else None
    if last and index.tie([last[1]], year, letter):  # "Dane GUS (2020)"
        people, at, entries = [last[1]], start + last.start(1), index.tie([last[1]], year, letter)
    if people and not entries and (broken := _BROKEN.search(text, max(0, at - 30), at)):  # "Le-", "Breton"
        whole = [f"{broken[1]}{people[0]}", *people[1:]]
        if entries := index.tie(whole, year, letter, alone=not others):
            people, at = whole, broken.start()
    two = len(people) > 1 and not entries and ";" in text[at:segment_end] and not _unknown(people[0], index)
    if two and (entries := index.tie(people[-1:], year, letter)):  # "(Varela; Thompson, 2007)": two works, both listed
        people, at = people[-1:], text.rfind(people[-1], at, segment_end)
    if not entries and narrative:
        reach = sentence_start(text, max(0, segment_end - 120), segment_end)
        nearby = _nearest_family(text[reach:segment_end], year, letter, index)
        if nearby:
            name, entries, offset = nearby
            people, at = [name], reach + offset
    return people, at, others, entries


def _named(text: str, at: int, end: int, families: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The names and where they start, without words of citing before them: "Studie von Lindqvist"."""
    names = tuple(families)
    at = max(at, text.find(names[0].split()[0], at, end))
    for k, word in enumerate(names[0].split()[:-1], start=1):  # "Studie von Lindqvist"
        rest = " ".join(names[0].split()[k:])
        stop = text.find(rest, at, end)
        if word.islower() and stop > at and text[max(0, stop - 40) : stop].rstrip().casefold().endswith(citing_words()):
            names, at = (rest, *names[1:]), stop
            break
    return names, at


def _tied(
    people: list[str], year: int | None, letter: str, index: Index, *, alone: bool
) -> tuple[list[str], tuple[int, ...]]:
    """The people and their entries, without leading names that are not in the list: "Brazil and Smith (2010)"."""
    for first in range(len(people)):
        entries = index.tie(people[first:], year, letter, alone=alone)
        if entries:
            return people[first:], entries
        if first + 1 == len(people) or not _unknown(people[first], index) or _unknown(people[first + 1], index):
            break
    return (people[1:] if first == 1 and len(people) == 2 else people), ()


def _of_initial(before: str, entries: tuple[int, ...], index: Index) -> tuple[int, ...]:
    """Those of several entries whose first author has the printed initial: "P. Smith (1999)"."""
    initial = re.search(r"(?<![^\W_])([^\W\d_])\.\s?$", before)
    if initial is None or len(entries) < 2:
        return entries
    wanted = fold(initial[1])
    return tuple(k for k in entries if re.match(rf"[^\d]{{1,40}}? {wanted}", index.printed[k])) or entries


def _families_of(people: Sequence[str], entries: Sequence[int], index: Index) -> list[str]:
    """The family names alone, by the entries' spelling: of "Lorena Ruiz", of "Volgens Gruber"."""
    head = index.written[entries[0]].head if entries else ""
    out = []
    for person in people:
        words = person.split()
        while len(words) > 1 and head and f" {fold(words[-1])} " in head and f" {fold(' '.join(words))} " not in head:
            words = words[1:]
        while len(words) > 1 and not head and words[0].casefold() in _opening_words():
            words = words[1:]
        out.append(" ".join(words))
    return out


@cache
def _opening_words() -> frozenset[str]:
    """Words that may open a sentence before a name: "According", "In"."""
    phrases = lexicon()["according"] + lexicon()["prefixes"] + lexicon()["also"]
    return frozenset(phrase.split()[0] for phrase in phrases)


def _without_earlier_years(segment: str) -> str:
    """A citation's text without the years before its last: "Bakhtin, 2002, " is "Bakhtin"."""
    for _ in range(8):
        shorter = _earlier_year().sub("", segment)
        if shorter == segment:
            break
        segment = shorter
    return segment


def _segment_start(text: str, low: int, high: int) -> int:
    """Where a citation in brackets begins: after the last ";" that does not part authors ("ALMEIDA; FREIRE, 2020")."""
    start = text.rfind(";", low, low + len(text[low:high].rstrip("; "))) + 1  # "Douglas 1966; 1975"
    while start > low:
        before = text.rfind(";", low, start - 1) + 1 or low
        part = text[before : start - 1].strip()
        if not part or len(part) > 60 or re.search(r"\d|[^\w\s,.'’&-]", part) or not part.split()[-1][0].isupper():
            break
        start = before
    return max(start, low)


def _opening(text: str, low: int, at: int) -> int | None:
    """Where the bracket that is still open at ``at`` was opened, if within reach; else None."""
    depth = 0
    for k in range(at - 1, low - 1, -1):
        if text[k] in ")]）］":
            depth += 1
        elif text[k] in "([（［":
            if depth == 0:
                return k
            depth -= 1
    return None


def _unknown(person: str, index: Index) -> bool:
    words = last_words(person)
    return not words or words[-1] not in index.by_word


def _nearest_family(text: str, year: int | None, letter: str, index: Index) -> tuple[str, tuple[int, ...], int] | None:
    """The nearest listed author before "(1954)" in "Festinger's Social Comparison Theory (1954)"."""
    for match in reversed(list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))):
        if match[0][0].isupper() and match[0].casefold() not in ANY_PARTICLES:
            entries = index.tie([match[0]], year, letter)
            leading = [k for k in entries if any(fits(match[0], f" {fold(f)} ") for f in index.written[k].families)]
            if leading:
                return match[0], tuple(leading), match.start()
    return None
