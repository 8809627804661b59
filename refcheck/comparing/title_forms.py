"""The forms in which a title may be printed or registered, so that every pair can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from refcheck import patterns as re
from refcheck.comparing.about import unmarked
from refcheck.comparing.align import FUNCTION_WORDS
from refcheck.comparing.remembered import remembered
from refcheck.language.fold import fold, keys, plain, squash, words
from refcheck.language.words import alternatives, every
from refcheck.model import Reference, Work

MAX_FORMS = 16
"""Forms of a record's title that are compared: real records have fewer."""

_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?\[[^\[\]]{1,300}\](?:\s*\.?$|(?=:))|^\s*\[([^\[\]]{1,600})\]\s*\.?$")
_SPELT = str.maketrans({"™": "TM", "℠": "SM", "®": "R"})  # as typed without these signs
_FOOTNOTE = re.compile(r"(?:\s?<sup>\s{0,3}[\d*†‡,a-z ]{1,4}</sup>|(?<=[^\W\d_]{4})[1-3*†‡])\s{0,3}\Z")
"""The mark of a footnote behind a title: "Aminoquinolines<sup>1</sup>", "the Low Countries1"."""
_FOOTNOTE_ENDS = frozenset(">123*†‡")
_ANGLED = re.compile(r"<[^<>]{1,60}>")  # words that browsers take for tags, so that pages don't show them


def title_found(reference: Reference, work: Work) -> Reference:
    """The reference with its title corrected by the record's journal: a title read as the beginning of the journal's
    name is restored, and a beginning of that name is removed from the title's end."""
    if not reference.container or (reference.title and ". " not in reference.title):
        return reference
    return _title_found(reference, work)


@remembered
def _title_found(reference: Reference, work: Work) -> Reference:
    printed = reference.container
    if reference.title and printed:
        title, stop, rest = reference.title.rpartition(". ")
        names = (*work.containers, *work.short_containers)
        if stop and fold(f"{rest} {printed}") in map(fold, names):
            return replace(reference, title=title)
    if reference.title or not printed:
        return reference
    for name in (*work.containers, *work.short_containers):
        title = printed[: -len(name)].rstrip() if name and printed.casefold().endswith(name.casefold()) else ""
        if title[-1:] in (".", "?", "!") and len(words(title)) > 1:
            confidence = {**reference.confidence, "title": reference.confidence.get("container", 1.0)}
            return replace(reference, title=title.rstrip("."), confidence=confidence)
    return reference


def printed_forms(reference: Reference) -> Iterator[str]:
    """The forms of the title that the entry may print."""
    title = plain(reference.title)
    yield title
    bare = _BRACKETS.sub(lambda match: match.group(1) or "", title) if "[" in title else title
    if bare and bare != title:
        yield bare
    if reference.translated_title:
        yield reference.translated_title
    for clean in (unmarked(title), _numbering().sub("", title)):
        if clean and clean != title:
            yield clean


@remembered
def registered_forms(work: Work) -> tuple[str, ...]:
    """The forms of the record's title, the fullest first, without a publisher's notice before it."""
    return tuple(islice(_registered(work), MAX_FORMS))


def fullest_form(work: Work) -> str:
    """The first of ``registered_forms``, which is all that a title that agrees needs; "" without any."""
    return next(_registered(work), "")


def _registered(work: Work) -> Iterator[str]:
    seen = set()
    for title in work.titles if work.subtitles else ():
        for subtitle in work.subtitles:
            if fold(subtitle) not in fold(title):
                yield f"{plain(title).rstrip(' :.')}: {plain(subtitle)}"
    marked = [title for title in work.titles if title.rstrip()[-1:] in _FOOTNOTE_ENDS and _FOOTNOTE.search(title)]
    for title in (*[_FOOTNOTE.sub("", title) for title in marked], *work.titles, *work.original_titles):
        title = plain(title)
        if not _has_content(title):
            continue
        for form in _variants(title):
            if form not in seen and (form == title or _has_content(form)):
                seen.add(form)
                yield form


def _variants(title: str) -> Iterator[str]:
    yield unmarked(title)
    yield title
    yield _numbering().sub("", title)
    if "<" in title:
        yield _ANGLED.sub("", title)
    if "[" in title:
        yield _BRACKETS.sub(r"\1", title)
    if not title.isascii():
        yield title.translate(_SPELT)


def _has_content(title: str) -> bool:
    return not FUNCTION_WORDS.issuperset(keys(title))


def longest(registered: tuple[str, ...]) -> frozenset[str]:
    """The forms of a title that no other form continues; only to these can a printed subtitle be an addition."""
    folded = {title: squash(title) for title in registered}
    return frozenset(
        title
        for title, text in folded.items()
        if not any(len(other) > len(text) and other.startswith(text) for other in folded.values())
    )


@cache
def _numbering() -> re.Pattern[str]:
    """A chapter's number before its title: "Chapter 45 ", "3. ", "Kapitel IV: "."""
    words = alternatives(every("titles", "chapter"))
    number = r"(?:\d{1,3}|[IVXL]{1,6})"
    pattern = rf"^\s*(?:(?:{words})[.\s-]{{1,3}}{number}(?:\s*[.:–—-]+\s*|\s+(?=\w))|{number}\s*[.:–—-]\s+)"
    return re.compile(pattern, re.IGNORECASE)
