"""Titles in two languages or scripts: one may translate the other, so their words prove nothing."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from refcheck.comparing.align import content, is_function_word
from refcheck.comparing.authors import compare_authors
from refcheck.comparing.comparison import Kind
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.venues import compare_venue
from refcheck.comparing.years import compare_year
from refcheck.language.detect import in_one_language, is_foreign
from refcheck.language.fold import script, spelling, words
from refcheck.model import Reference, Work

TWO_LANGUAGES, ONE_LANGUAGE, SURELY_TWO_LANGUAGES = 0.02, 0.2, 0.001
"""Probability of being in one language (``in_one_language``) below which two titles are taken to be in two, from which
in one, and below which they surely are in two. Of 1,500 pairs of English titles 2.1 %, 15.7 % and 0.5 % are below; of
111 pairs of an English title and a Dutch, French, German or Spanish one 77 %, 98 % and 32 %."""

LEAST_FOREIGN = 4
"""Content words from which a title in another language shares one with its translation; of 5,000 pairs of titles of two
works, one English, one in another European language, 3 % do by chance."""


def barrier(reference: Reference, work: Work, registered: tuple[str, ...], bracketed: bool) -> Kind | None:
    """Why two titles cannot be compared word by word: SCRIPT, TRANSLATION, or FOREIGN if it may be either a translation
    or another title; None if they can be. bracketed: the entry prints its title as a translation.

    If a record agrees in authors, year and place, it is of the work cited, so a title in another language is a
    translation.
    """
    printed = reference.title
    mine = script(printed)
    if mine and all(script(theirs) not in ("", mine) for theirs in registered):
        return Kind.SCRIPT
    if any(_begin_alike(printed, theirs) for theirs in registered):
        return None
    alike = max(in_one_language(printed, theirs) for theirs in registered)
    if bracketed and alike < ONE_LANGUAGE:
        return Kind.TRANSLATION
    if _placed(reference, work):
        english = {is_foreign(title) for title in (printed, registered[0])}
        return Kind.TRANSLATION if alike < TWO_LANGUAGES or (alike < ONE_LANGUAGE and len(english) == 2) else None
    if alike >= SURELY_TWO_LANGUAGES:
        return None
    return Kind.TRANSLATION if any(_akin(printed, theirs) for theirs in registered) else Kind.FOREIGN


def _begin_alike(ours: str, theirs: str) -> bool:
    """Whether two titles begin with the same four words, one of them a function word, as no translation would."""
    first, other = ([word.key for word in words(title)[:4]] for title in (ours, theirs))
    return first == other and len(first) == 4 and any(map(is_function_word, first))


def _placed(reference: Reference, work: Work) -> bool:
    """Whether authors, year, volume and pages agree, and the journal doesn't differ."""
    place = compare_locator(reference, work)
    agreed = {part.field for part in place.parts if part.agrees}
    return (
        place.agrees
        and {"volume", "pages"} <= agreed
        and not compare_venue(reference, work).differs
        and compare_year(reference, work).agrees
        and compare_authors(reference, work).agrees
    )


def _akin(ours: str, theirs: str) -> bool:
    """Whether titles in two languages share a name, a number or a word of the same root, or are too short to tell."""
    mine, other = (
        [spelling(w.key) for w in content(words(t)) if len(w.key) > 3 or w.key.isdigit()] for t in (ours, theirs)
    )
    return min(len(mine), len(other)) < LEAST_FOREIGN or any(_one_root(a, b) for a in mine for b in other)


def _one_root(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > 4 and (a[:5] == b[:5] or short in long or Indel.normalized_similarity(a, b) >= 0.75))
