"""Comparing titles by aligned words.

Kinds that agree: "same"; "shortened" (a subtitle, or everything after a break, isn't printed); "extended" (a subtitle
is printed that isn't registered); "part" (the title printed is that of the book that contains the registered work);
"whole" (the record is of the book or issue that the entry gives as container).
Kinds that differ: "typo" (one letter of a long word), "longer" (several more words at its end, since records are cut at
italics), "words" (the same title except for some words), "other" (another title), "foreign" (a title in another
language, without a word akin to a registered one), "about" (the record is of a notice, reply or review that names this
title).
Not comparable: "translation", "script", "none".
"""

from __future__ import annotations

import re

from refcheck.comparing.about import is_about, other_title, reviewed_title
from refcheck.comparing.align import align, content, is_function_word
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.printed import is_typed, lacks, letters_of, prints, run, share, witness
from refcheck.comparing.remembered import remembered
from refcheck.comparing.title_forms import (
    MAX_FORMS,
    fullest_form,
    longest,
    printed_forms,
    registered_forms,
    title_found,
)
from refcheck.comparing.title_words import compare_words
from refcheck.comparing.tongues import barrier
from refcheck.language.fold import plain, squash, words
from refcheck.language.scripts import in_latin, same_script
from refcheck.model import Reference, Work, WorkType
from refcheck.sentences import say
from refcheck.worktype import BOOKS, PARTS

HALF = 0.5
"""Share of a title in an entry, and of what was read as a title in the registered one, below which they are two."""
_WHOLES = BOOKS | {WorkType.PROCEEDINGS, WorkType.JOURNAL, WorkType.JOURNAL_ISSUE}


def compare_wording(reference: Reference, work: Work) -> Comparison:
    """The printed title beside the best-fitting one of the record, word by word, without what else a title that differs
    may be: SEEN if another was read, or none, but the entry prints the registered one."""
    reference = title_found(reference, work)
    if whole := _whole(reference, work):
        return whole
    registered = registered_forms(work)
    shown = registered[0] if registered else ""
    if _is_strange(reference.title, work) and same_script(reference.title, shown):
        there = _share(reference, work)
        if there < HALF:
            return Comparison("title", Verdict.DIFFER, Kind.OTHER, reference.title, shown, "", likeness=there)
    found = _worded(reference, work)
    if not found.agrees and (seen := _seen(reference, work)) and not _names_registered(reference.title, work):
        return found._replace(verdict=Verdict.AGREE, kind=Kind.SEEN if seen is Kind.SAME else seen, numbered=False)
    if found.agrees:
        return found
    if all(same_script(reference.title, title) for title in (*work.titles, *work.original_titles)):
        return found._replace(likeness=_share(reference, work)) if found.kind in (Kind.OTHER, Kind.NONE) else found
    latin = _wording(*in_latin(reference, work))
    return latin._replace(verdict=Verdict.INCOMPARABLE, kind=Kind.SCRIPT) if latin.kind is Kind.OTHER else latin


def _whole(reference: Reference, work: Work) -> Comparison | None:
    """The comparison if the title read is the whole of the registered one, which most are, perhaps with a word broken
    at the end of a line; else None."""
    printed, whole = plain(reference.title), fullest_form(work)
    if not whole or (printed != whole and squash(printed) != squash(whole)):
        return None
    confidence = reference.confidence.get("title", 1.0)
    return Comparison("title", Verdict.AGREE, Kind.SAME, reference.title, whole, "", confidence)


def _share(reference: Reference, work: Work) -> float:
    """How much of the registered title the entry prints anywhere, 0..1; of its forms the one of which most is."""
    letters = letters_of(witness(reference))
    return max((share(letters, form) for form in registered_forms(work)), default=0.0)


def _is_strange(title: str, work: Work) -> bool:
    """Whether a title has little of any of the registered ones, of which it may be the beginning."""
    return all(share(run(form), title) < HALF for form in registered_forms(work))


def compare_title(reference: Reference, work: Work) -> Comparison:
    """The printed title beside the best-fitting title of the record. Kinds: see the module."""
    reference = title_found(reference, work)
    found = _compare_title(reference, work)
    if found.agrees or all(same_script(reference.title, title) for title in (*work.titles, *work.original_titles)):
        return found
    latin = _compare_title(*in_latin(reference, work))
    return found._replace(verdict=latin.verdict, kind=latin.kind) if latin.agrees else found


def _wording(reference: Reference, work: Work) -> Comparison:
    """``compare_wording`` of the titles as they are."""
    return _whole(reference, work) or _worded(reference, work)


@remembered
def _worded(reference: Reference, work: Work) -> Comparison:
    """``_wording`` of a title that is not the whole of the registered one."""
    printed, registered = reference.title, registered_forms(work)
    shown = registered[0] if registered else ""
    confidence = reference.confidence.get("title", 1.0)
    if not printed or not registered:
        return incomparable("title", printed, shown)
    longer = longest(registered)
    found = [
        compare_words(ours, theirs, theirs in longer)
        for ours in printed_forms(reference)
        for theirs in registered
        if words(ours) and words(theirs)
    ]
    if not found:
        return incomparable("title", printed, shown)
    best = max(found, key=lambda row: (row.verdict is Verdict.AGREE, row.likeness))
    return Comparison(
        "title", best.verdict, best.kind, printed, shown, best.why, confidence, (), best.likeness, best.numbered
    )


def _compare_title(reference: Reference, work: Work) -> Comparison:
    """``compare_title`` without corrections to the titles."""
    found = _wording(reference, work)
    if not found.differs:
        return found
    registered, printed, confidence = registered_forms(work), found.printed, found.confidence
    verdict, kind, why = found.verdict, _after_all(reference, work, registered) or found.kind, found.why
    if kind is Kind.ABOUT:
        why = say("the record is of a notice, reply or review that names it")
    elif kind is not found.kind:
        verdict, why = Verdict.AGREE, ""
    bracketed = f"[{printed[:20]}" in witness(reference)  # medical journals print translated titles in brackets
    if kind is Kind.OTHER or (verdict is Verdict.DIFFER and kind is not Kind.ABOUT and bracketed):
        barred = barrier(reference, work, registered, bracketed)
        if barred is Kind.FOREIGN:
            kind, why = barred, say("the titles are in different languages: one may be a translation")
        elif barred:
            verdict, kind, why = Verdict.INCOMPARABLE, barred, ""
    nowhere = (lacks(witness(reference), content(words(theirs))) for theirs in registered)
    if verdict is Verdict.DIFFER and kind is not Kind.ABOUT and all(nowhere):
        confidence = 1.0  # a registered word is missing from the entry, which no wrong parse explains
    return found._replace(verdict=verdict, kind=kind, why=why, confidence=confidence)


def _after_all(reference: Reference, work: Work, registered: tuple[str, ...]) -> Kind | None:
    """How a title that differs word by word agrees with the registered one after all; ABOUT if the record is of a
    notice, reply or review that names it; else None."""
    printed = reference.title
    if _names_this(reference, work):
        if compare_locator(reference, work).agrees:
            return Kind.SHORTENED
        return Kind.ABOUT
    whole_record = work.kind in _WHOLES and _is_container(reference, registered)
    if whole_record and reference.kind in PARTS:  # the registered title is printed, but as the book's
        return Kind.WHOLE
    if _is_review_of(printed, registered) and _in_place(compare_locator(reference, work)):
        return Kind.EXTENDED
    if (seen := _seen(reference, work)) and not _names_registered(printed, work):
        return seen
    if reference.confidence.get("title", 1.0) < 1.0 and _after_names(printed, registered):
        return Kind.SAME
    if _names_container(printed, work):
        return Kind.PART
    return Kind.WHOLE if whole_record else None


def _is_review_of(printed: str, registered: tuple[str, ...]) -> bool:
    rest = reviewed_title(printed)
    return bool(rest) and any(_agree(rest, theirs) for theirs in registered)


def _in_place(locator: Comparison) -> bool:
    """Whether volume and pages agree with the registered ones."""
    return locator.agrees and {"volume", "pages"} <= {part.field for part in locator.parts if part.agrees}


def _beside_container(reference: Reference) -> str:
    """The entry's text without its container, if that is certain, since a title found there is the container's."""
    text = witness(reference)
    return text if is_typed(reference) else text.replace(reference.container, " ", 1)


@remembered
def _seen(reference: Reference, work: Work) -> Kind | None:
    """SAME or SHORTENED if the entry prints a form of the title, or all of it up to the colon; else None."""
    raw, registered = _beside_container(reference), registered_forms(work)
    whole = longest(registered)
    for theirs in registered:
        long_enough = len(content(words(theirs))) >= 2 or len(squash(theirs)) >= 10 or _is_quoted(theirs[:200], raw)
        if long_enough and prints(raw, theirs, bounded=True, closed=theirs not in whole):
            return Kind.SAME
    for theirs in whole:
        main, colon, _ = theirs.partition(": ")
        if colon and len(content(words(main))) >= 4 and prints(raw, main, bounded=True, closed=True):
            return Kind.SHORTENED
    return None


def _is_quoted(title: str, raw: str) -> bool:
    """Whether an entry has a title between quotation marks."""
    return title in raw and re.search(rf"[“\"„«]\s?{re.escape(title)}[.,!?]?\s?[”\"“»]", raw) is not None


def _agree(ours: str, theirs: str) -> bool:
    return compare_words(ours, theirs)[0] is Verdict.AGREE


def _names_registered(printed: str, work: Work) -> bool:
    """Whether the title printed is that of a reply, a notice or a review that names the registered title."""
    rest = other_title(printed)
    return bool(rest) and any(_agree(rest, theirs) for theirs in registered_forms(work))


def _names_this(reference: Reference, work: Work) -> bool:
    """Whether a record's title is about another work whose title is the one printed."""
    if is_about(reference.title):
        return False
    for title in work.titles[:MAX_FORMS]:
        rest = other_title(title)
        if rest and any(
            compare_words(ours, rest)[0] is Verdict.AGREE for ours in printed_forms(reference) if words(ours)
        ):
            return True
    return False


def _after_names(printed: str, registered: tuple[str, ...]) -> bool:
    """Whether the title read is a registered one after capitalised words, which are an author without a full stop."""
    for theirs in registered:
        mine, other = words(printed), words(theirs)
        edits = align(mine, other)
        if len(edits) == 1 and not edits[0].registered and edits[0].at == 0 and len(content(other)) >= 2:
            return all(word.text[0].isupper() or is_function_word(word.key) for word in edits[0].printed)
    return False


def _names_container(printed: str, work: Work) -> bool:
    """Whether the entry gives the title of the record's book or proceedings as the work's own."""
    if work.kind in (WorkType.ARTICLE, WorkType.JOURNAL_ISSUE, WorkType.PREPRINT):
        return False
    return any(len(words(whole)) >= 2 and _agree(plain(printed), plain(whole)) for whole in work.containers)


def _is_container(reference: Reference, registered: tuple[str, ...]) -> bool:
    """Whether the record's title is that of the book or issue that the entry gives as container."""
    ours = reference.container
    return len(words(ours)) >= 2 and any(
        compare_words(plain(ours), theirs)[0] is Verdict.AGREE for theirs in registered
    )
