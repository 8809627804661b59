"""Kinds of works as the registers divide them, and what to do about a work that none of them lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from refcheck import patterns as re
from refcheck.comparing.venues import abbreviates
from refcheck.language.detect import detect_title, is_foreign
from refcheck.language.fold import keys
from refcheck.language.lexicon import ARTICLES, PRESENTED
from refcheck.language.words import alternatives, every
from refcheck.model import Answer, Reference, WorkType
from refcheck.sentences import Sentence, say
from refcheck.worktype import BOOKS, THESES

_RECORDINGS = {WorkType.VIDEO, WorkType.AUDIO}
UNLISTED = _RECORDINGS | frozenset(
    (
        *(WorkType.WEB_PAGE, WorkType.LAW, WorkType.CASE, WorkType.PATENT),
        *(WorkType.SOFTWARE, WorkType.NEWS, WorkType.DATASET),
    )
)
"""Kinds that no register asked here lists."""


# Acts, decrees and judgments, by the gazette, number or reporter they are cited by, or by their first word.
_STATUTE = re.compile(
    rf"\b(?:{alternatives(every('laws', 'gazettes'))})\b|\bECLI:|\bPub\. ?L\.|\bU\.? ?S\.? ?C\.? ?§"
    rf"|\b\d{{2,4}}/\d{{1,4}}/(?:{alternatives(every('laws', 'union'))})\b"
    rf"|^(?:{alternatives(every('laws', 'begin'))})(?!\w)|^(?:{alternatives(every('laws', 'begin_number'))}) \d"
)


def may_be_listed(reference: Reference) -> bool:
    """Whether a register of articles and books may have it: all but web pages, laws, patents and the like, and these
    too if they are printed like an article."""
    return reference.kind not in UNLISTED or bool(reference.container and reference.volume)


def like_law(reference: Reference) -> bool:
    """Whether an entry is printed like an act or a judgment, whatever its type: without a person as its author."""
    persons = any(name.family and name.given for name in reference.authors)
    return not persons and bool(_STATUTE.search(reference.raw[:1000]))


def like_news(reference: Reference) -> bool:
    """Whether an entry is printed like a web page or newspaper article, whatever its type: with an address or a day,
    but without volume, issue and DOI, and with pages only beside a day. No register lists those."""
    place = reference.volume or reference.issue or reference.doi or (reference.pages and not reference.day)
    return reference.kind in (WorkType.ARTICLE, WorkType.OTHER) and not place and bool(reference.url or reference.day)


def unplaced(reference: Reference) -> bool:
    """Whether an entry names no place of publication that a register could know: a talk, a poster, or only a title."""
    bare = not (reference.volume or reference.issue or reference.pages or reference.doi)
    _, _, behind = reference.raw[:1000].rpartition(reference.title or "\0")  # "Title. Lezing op het congres Wonen"
    labels = (reference.container, *_BRACKETED.findall(reference.raw[:1000]), *_SENTENCE.split(behind)[:4])
    shown = any(_presented().match(label) for label in labels if label)
    return bare and (shown or reference.kind is WorkType.OTHER)


_BRACKETED = re.compile(r"[\[(]([^\[\]()]{4,80})[\])]")
_SENTENCE = re.compile(r"[.?!”\"’»)\]]\s")


@cache
def _presented() -> re.Pattern[str]:
    return re.compile(rf"\W*{PRESENTED}", re.IGNORECASE)


def unlisted_venue(reference: Reference, answers: Iterable[Answer]) -> Sentence | str:
    """Why a miss says nothing about a work from this entry's venue, with the next step; "" if it does say something.

    answers: those that missed it; a register that returned other works from the journal knows the journal. The reason
    is either that the venue has no DOIs (``refcheck/data/coverage.toml``), or that the article is not in English, in a
    language whose journals no register has completely.
    """
    for venue in _venues():
        if appeared_in(venue, reference):
            step = say("look it up at {address}", address=venue["at"])
            return say("Not found, but the works of this venue have no DOIs: {step}.", step=step)
    if reference.kind is WorkType.ARTICLE and reference.container and _is_national(reference):
        if any(_knows(answer, reference.container) for answer in answers):
            return ""
        return say("Not found, but no register has all journals of this language: {step}.", step=next_step(reference))
    return ""


@cache
def _venues() -> Sequence[Mapping[str, Any]]:
    text = files("refcheck").joinpath("data/coverage.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["venue"])


def appeared_in(venue: Mapping[str, Any], reference: Reference) -> bool:
    """Whether a reference appeared in a venue listed in ``refcheck/data/coverage.toml``, in the years stated there."""
    year = reference.year
    if year and not venue.get("since", year) <= year <= venue.get("until", year):
        return False
    places = (reference.container, reference.series, reference.publisher)
    ours = [word for word in keys(reference.container) if word not in ARTICLES]
    if ours and any(abbreviates(ours, keys(name)) for name in venue.get("but", ())):
        return False
    if any(f" {name} " in f" {' '.join(keys(place))} " for place in places for name in venue["names"]):
        return True
    words = {
        re.sub(r"\W?(?<!\d)\d+$", "", word) for place in places for word in re.findall(r"[^\W_][\w’'-]*", place[:300])
    }
    return not words.isdisjoint(venue.get("acronyms", ()))


def _is_national(reference: Reference) -> bool:
    """Whether an article or its journal has a title in a language other than English."""
    if detect_title(reference.container) not in ("", "en"):
        return True
    language = reference.language or detect_title(reference.title)
    return language != "en" if language else is_foreign(reference.title)


def _knows(answer: Answer, container: str) -> bool:
    """Whether an answer has works from the journal, so that its register knows it."""
    ours = list(keys(container))
    names = (list(keys(name)) for work in answer.works for name in (*work.containers, *work.short_containers))
    return any(name and (abbreviates(ours, name) or abbreviates(name, ours)) for name in names)


def next_step(reference: Reference) -> Sentence:
    """What an editor can do about a reference that no register covers, as a clause."""
    if reference.kind in (WorkType.LAW, WorkType.CASE) or like_law(reference):
        return say("look it up in the official gazette or law portal")
    if reference.kind is WorkType.WEB_PAGE or (reference.url and not reference.isbn):
        return say("open its address and keep an archived copy") if reference.url else say("add its address")
    if reference.kind in BOOKS:
        return say("look its ISBN up in a library catalogue")
    if reference.kind is WorkType.PATENT:
        return say("look its number up at the patent office")
    if reference.kind in THESES:
        return say("look it up in the university's repository and add the address or handle")
    return say("check it by hand and add a DOI, ISBN or address")
