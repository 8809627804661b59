"""Unlisted.

## What
The text cites a work that isn't in the list, cites it with a different year from the list, or reports what an
institution found without any reference.

## Example
`(Smith, 2010)` in the text, and no Smith in the list; `Jones (2010)` where the list has Jones 2012; "research at George
Mason University has shown".

## Why
A work that isn't listed can't be looked up, either by the reader or by refcheck.

## How sure
A name and a year that look like a citation are a warning where the article cites from its list, in whatever style,
at least as many works as it names without one. A number is a warning above the last of the list, PDFs apart; what
is missing below may have been lost in reading. A name that is itself a link has its reference there, and is a
warning only if most linked names are in the list. Everything else is a note, as is the first of two years whose
second is in the list ("1981; 2007"), which may be that of an earlier edition, a name where all references are
further reading, a name in a PDF that cites in the notes of its pages, or that stands alone there and is not in the
list in any year, and research ascribed to an institution. Where a PDF shows that it was perhaps not read whole
(letters without meaning, words not divided, numbers that jump, other text inside the list, two references in one
entry) or lacks many of the works it cites, one note names all whose authors are not in the list. Places, months,
interviews, titles before a year and names that mostly stand without one are left out, as are code, quotations,
works cited at second hand, notes that the file defines, and works that are printed as a reference somewhere outside
the list. In an article without a list it is a note, and a warning only where it is eight works and one in every 500
words. A list that lacks more of the cited works than it has is probably not the text's own, and a single note says
so. Abbreviations ("JGR, 1967") are a note. Where the register agrees with the text's year, `year-differs` reports
it instead.

## How to fix
Add the work to the list, or correct the name or the year.

## How to accept
`[[tool.refcheck.accept]]` with `check = "unlisted"` and the citation as printed (`"Smith, 2010"`) as the reference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.doubt import doubts
from refcheck.citing.use import family, first_authors, misdated, unlisted
from refcheck.foreign import number
from refcheck.matching.reasons import quoted
from refcheck.model import Confidence, Finding, Identity, Markup, Mention, MentionKind, Severity
from refcheck.reading.lists.headings import WEAK, heading_grade
from refcheck.sentences import joined, plural, say

_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{2}")
_TWO_YEARS = re.compile(r"(?<!\d)(\d{4})\s?;\s?(?=(\d{4})(?!\d))")
_PROMISING = 8  # works cited by a text without a list; with fewer, the text need not have meant to have one
_BETWEEN = 500  # words for each work cited; a longer text that seldom names a work need not have meant to have a list
_MANY = 3  # works missing from the list; with as many, it may not be the text's own
_SOME = 0.2  # of the works that a PDF cites from its list; as many more that it lacks were rather lost in reading
_SHOWN = 8  # further lines named in a message


def find(case: Case) -> Iterator[Finding]:
    """Mentions without a reference, one finding for each work, at its first line."""
    grouped: dict[tuple[object, ...], list[Mention]] = {}
    for mention in unlisted(case):
        people = tuple(map(family, mention.names))
        key = (mention.kind, people, mention.year) if people else (mention.kind, mention.text)
        grouped.setdefault(key, []).append(mention)
    cited = [group for group in grouped.values() if group[0].kind is not MentionKind.INSTITUTION]
    summed = _without_list(case, cited)
    if summed is not None:
        yield summed
        grouped = {key: group for key, group in grouped.items() if group[0].kind is MentionKind.INSTITUTION}
    leading = first_authors(case)
    capitals = [all(map(str.isupper, m.names)) for m in case.article.mentions if m.entries and m.names]
    shouted = sum(capitals) * 2 > len(capitals)  # "AAAI 2023" alone is a conference among names
    earned = _earned(case, [group[0] for group in cited], leading)
    dated = [(group, misdated(case, group[0], leading)) for group in grouped.values()]
    named = {(family(group[0].names[0]), group[0].year) for group, near in dated if near}
    absent = [group[0] for group, near in dated if not near and group[0].kind is not MentionKind.INSTITUTION]
    if (doubted := _in_doubt(case, absent)) is not None:
        yield doubted
        dated = [(group, near) for group, near in dated if group[0] not in absent]
    printings = _printings(case)
    tips = _only_reading_tips(case)
    for group, near in dated:
        others = [(family(name), group[0].year) for name in group[0].names]
        again = not near and len(others) == 1 and others[0] in named  # "Smith et al., 2019" beside "Smith and Li, 2019"
        if not again and not any(_list_is_wrong(case, index, group[0].year) for index, _ in near):
            sure = earned(group[0]) and (shouted or not _is_short_name(group[0]))
            sure = sure and (case.article.format != "pdf" or bool(near) or _of_several(group[0]))
            sure = sure and (bool(near) or not (tips or printings(group[0])))
            yield _finding(group, near, sure=sure)


def _in_doubt(case: Case, absent: Sequence[Mention]) -> Finding | None:
    """The one finding for a PDF that was perhaps not read whole, so that its list may have what seems to lack there.

    absent: the first mention of each work by people who are not in the list.
    """
    if case.article.format != "pdf" or not absent:
        return None
    why = list(doubts(case.article))
    tied = {entry for mention in case.article.mentions for entry in mention.entries}
    if len(absent) > max(_MANY, len(tied) * _SOME):
        why.append(say("it is rare to forget so many"))
    if not why:
        return None
    named = joined(quoted(mention.text) for mention in absent[:_SHOWN])
    message = say(
        "Cited works were not found in the list, {named}, but this PDF was perhaps not read whole: {why}.",
        named=named, why=joined(why),
    )  # fmt: skip
    first = absent[0]
    return Finding("unlisted", Severity.NOTE, message, line=first.line, end_line=first.line, printed=first.text)


def _without_list(case: Case, cited: Sequence[list[Mention]]) -> Finding | None:
    """The one finding for a text without a list, or with one that lacks more of the cited works than it has."""
    tied = {entry for mention in case.article.mentions for entry in mention.entries}
    level = Severity.NOTE
    named = joined(quoted(group[0].text) for group in cited[:_SHOWN])
    if len(cited) > 1 and not case.references:
        linked = _linked(case)
        # The reader finds what is linked; an abbreviation may be the name of something that is no work.
        lost = sum(not (linked(group[0]) or _is_short_name(group[0])) for group in cited)
        many = lost >= max(_PROMISING, case.article.text.count(" ") / _BETWEEN)
        level = Severity.WARNING if many and not case.article.chapter else Severity.NOTE
        message = say(
            "The text cites {n} references, but no list of references was read: {named}.", n=len(cited), named=named
        )
    elif case.references and len(cited) >= _MANY and len(cited) > len(tied):
        message = say(
            "Of the references that the text cites {k} are in the list and {n} are not: {named}.",
            k=len(tied), n=len(cited), named=named,
        )  # fmt: skip
    else:
        return None
    first = cited[0][0]
    return Finding("unlisted", level, message, line=first.line, end_line=first.line, printed=first.text)


def _earned(case: Case, cited: Sequence[Mention], leading: Mapping[str, Sequence[int]]) -> Callable[[Mention], bool]:
    """Whether a missing work is an omission: the article cites from its list, by name and year or key, at least as
    many works as it names without one; numbers are no evidence of names, and works that its notes cite only of "et
    al.", which no publisher has. A name that is itself a link has its reference there, so that it is an omission only
    where most linked names are in the list. A name that the list has in another year counts for the list. A number is
    an omission above the last of the list; below, the item may have been lost in reading.
    """
    linked = _linked(case)
    entries = case.article.entries
    last = max(
        (value for entry in entries if (value := number(entry.marker.strip("[]^().:# "))) is not None), default=0
    )
    last = last or len(entries)
    notes = {k for k, entry in enumerate(entries) if entry.key in case.article.notes}
    tied = [m for m in case.article.mentions if m.entries]
    near = [mention for mention in cited if misdated(case, mention, leading)]
    absent = [mention for mention in cited if mention.kind is MentionKind.AUTHOR_YEAR and mention not in near]
    numbers, names = (sum(m.kind is kind for m in tied) for kind in (MentionKind.NUMERIC, MentionKind.AUTHOR_YEAR))
    by_numbers = numbers > names
    by_notes = len(notes) * 2 > max(len(entries), names * 4)  # and does not name most of their works by year too

    def earned(mention: Mention) -> bool:
        if mention.kind is MentionKind.NUMERIC:
            return case.article.format != "pdf" and last < (
                number(unicodedata.normalize("NFKC", mention.text).strip("[]()")) or 0
            )
        if mention.kind is not MentionKind.AUTHOR_YEAR:
            return bool(case.references)
        if by_notes and (case.article.format == "pdf" or not mention.others):
            return False
        alike = linked if linked(mention) else lambda other: not linked(other)
        supporting = [m for m in tied if linked(m)] if linked(mention) else tied
        if by_numbers:
            supporting = [m for m in supporting if m.kind is MentionKind.AUTHOR_YEAR]
        if mention.others:
            listed = {entry for m in supporting for entry in m.entries}
        else:
            listed = {k for m in supporting if m.kind is not MentionKind.NAME for k in m.entries}
            listed -= notes if by_notes else set()
        return len(listed) + sum(map(alike, near)) >= max(1, sum(map(alike, absent)))

    return earned


def _linked(case: Case) -> Callable[[Mention], bool]:
    """Whether a citation is a link: "[Ruiz 2016](...)", "Ruiz ([2016](...))", "[Ruiz](...) (2016)"."""
    links = frozenset(words.strip("()[]") for words in case.article.apart)

    def linked(mention: Mention) -> bool:
        printed = (mention.text.strip("()[]"), str(mention.year), mention.text.rpartition("(")[0].strip())
        return not links.isdisjoint(printed)

    return linked


def _of_several(mention: Mention) -> bool:
    """Whether it names two people or more: in a PDF one name with a year may be anything, and its line torn."""
    return len(mention.names) > 1 or mention.others


def _printings(case: Case) -> Callable[[Mention], bool]:
    """Whether the year of a mention is the first of two, the later of which is in the list: "MacIntyre (1981; 2007)"
    may as well be two editions of one book, listed as the one that was read."""
    tied = {(family(m.names[0]), m.year) for m in case.article.mentions if m.entries and m.names}

    def printings(mention: Mention) -> bool:
        return any(
            first == str(mention.year) < later and (family(mention.names[0]), int(later)) in tied
            for first, later in _TWO_YEARS.findall(mention.text)
            if mention.names
        )

    return printings


def _only_reading_tips(case: Case) -> bool:
    """Whether all references stand below headings like "Further reading", which promise no list of what is cited."""
    entries = case.article.entries
    headings = [entry.heading for entry in entries if entry.heading and entry.markup is Markup.TEXT]
    return len(headings) == len(entries) > 0 and all(heading_grade(heading) == WEAK for heading in headings)


def _is_short_name(mention: Mention) -> bool:
    """Whether the name is an abbreviation, as of a journal, a law or an institution: "JGR, 1967", "BetrVG 1972"."""
    return bool(mention.names) and all(_CAPITALS.search(name) for name in mention.names)


def _list_is_wrong(case: Case, index: int, year: int | None) -> bool:
    """Whether the record has the text's year and not the list's, which ``year-differs`` reports."""
    resolution = case.resolutions[index] if index < len(case.resolutions) else None
    work = resolution.work if resolution and resolution.identity is Identity.VERIFIED else None
    return work is not None and year in work.years and case.references[index].year not in work.years


def _finding(group: list[Mention], near: list[tuple[int, int | None]], *, sure: bool) -> Finding:
    mention = group[0]
    text = quoted(mention.text)
    severity, confidence, index = Severity.WARNING if sure else Severity.NOTE, Confidence.MEDIUM, None
    if mention.kind is MentionKind.INSTITUTION:
        severity = Severity.NOTE
        message = say("{text} is a claim about research without a reference.", text=text)
    elif near:
        index = near[0][0]
        years = joined(dict.fromkeys(str(year) for _, year in near if year), "{first} and {rest}")
        dated = say("with the year {years}", years=years) if years else say("without a year")
        message = say("The text cites {text}; the list has this reference {dated}.", text=text, dated=dated)
        confidence = Confidence.HIGH
    elif mention.kind is MentionKind.AUTHOR_YEAR:
        message = say("The text cites {text}, which is not in the list.", text=text)
        if all(name.isupper() for name in mention.names):  # where the article sets all names in capitals too
            severity = Severity.NOTE
    else:
        message = say("The text refers to {text}, but the list has no such item.", text=text)
    lines = list(dict.fromkeys(m.line for m in group[1:] if m.line != mention.line))
    if lines:
        shown = joined(map(str, lines[:_SHOWN]))
        also = plural(len(lines), "Also on line {lines}.", "Also on lines {lines}.", lines=shown)
        message = say("{said} {also}", said=message, also=also)
    return Finding(
        "unlisted",
        severity,
        message,
        confidence=confidence,
        reference=index,
        line=mention.line,
        end_line=mention.line,
        printed=mention.text,
        field="year" if near else "",
    )


CHECK = Check(
    slug="unlisted",
    summary="the text cites a reference that the list doesn't have, or has with another year",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
