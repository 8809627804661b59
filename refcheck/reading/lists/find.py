"""Which blocks are the bibliography: by headings in any language, list structure, and the look of the lines."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from refcheck import patterns as re
from refcheck.model import Entry
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.document import FRONT, Block, Kind
from refcheck.reading.lists import join as joining
from refcheck.reading.lists import split as splitting
from refcheck.reading.lists.annotated import comments, without_comments
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.headed import below_heading, opens_surely
from refcheck.reading.lists.headings import STRONG, WEAK, ends_list, fold
from refcheck.reading.lists.headless import carried_on, lone_reference, without_heading
from refcheck.reading.lists.look import SURE
from refcheck.reading.lists.markers import without_torn_label
from refcheck.reading.lists.nested import gather
from refcheck.reading.lists.notes import Listed, cites_work
from refcheck.reading.lists.parts import whole
from refcheck.reading.lists.scores import ADDRESS, reference_score
from refcheck.reading.lists.sections import A_LIST, Section, cut_at_headings, opened, with_inline_headings
from refcheck.reading.lists.unread import BIBTEX, Found, count_items

_NAME = re.compile(r"[^\W\d_][\w'’-]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGE = re.compile(r"\s\d{1,4}$")  # of a table of contents
_SHORT = re.compile(rf"(?:\w{{2,12}}\.?\s)?({_NAME.pattern}),?\s\(?((?:1[5-9]|20)\d\d)[a-z]?\)?(?!\w)")
"""A note that cites a work of the list, with more than that: "Uhlig, 1964, p. 46. Shelf mark IX-7"."""
_LABEL = 9  # the level of a heading that is the beginning of its paragraph: "Source: ..."


def find(blocks: Sequence[Block], *, keyed: bool = False, known: Sequence[str] = ()) -> Found:
    """The entries of a document, and everything else.

    keyed: the list is made from the keys that the document cites, so nothing in its running text is a reference.
    known: the entries that the markup itself states.
    """
    parted, aside = without_comments(blocks)
    divided = splitting.divide(with_inline_headings(parted))
    words = _words(divided)
    found = Found()
    taken: set[int] = set()
    before = ""
    behind_list = False  # the section before was the list, or continued it
    cut = cut_at_headings(divided)
    joined = gather(cut)
    aside |= _take_comments(cut, aside)
    shown = {section.line: entries for section in cut if (entries := _bibtex(section))}
    sections = whole(_without_captions([(section, _members(section)) for section in cut]))
    if not any(x.grade == STRONG and x.line not in shown and _certain(x, kept) for x, kept in sections):
        found.entries += itertools.chain.from_iterable(shown.values())  # beside another list they are models
    found.seen = len(found.entries)
    headed = keyed or bool(found.entries) or any(section.grade == STRONG and kept for section, kept in sections)
    headed = headed or sum(block.listed and block.whole for block in divided) > A_LIST  # a list that needs no heading
    printed = (b.text for x, kept in sections if x.grade == STRONG for b in kept if b.kind is not Kind.NOTE)
    listed = Listed((*known, *printed))
    marked = any(block.listed and block.key for block in divided)  # by commands, of which a bare address is none
    for section, kept in sections:
        if not section.grade and behind_list and not ends_list(section.heading) and not section.aside:
            kept = carried_on(section) or kept
        elif keyed and section.grade == WEAK:  # "Literature review"
            kept = [block for block in kept if block.kind is not Kind.PARAGRAPH or opens_surely(block)]
        elif headed and not section.grade:
            kept = [b for b in kept if b.listed or (b.kind is Kind.NOTE and cites_work(b.text))]
        kept = [b for b in kept if b.kind is not Kind.NOTE or not (listed.has(b.text) or (keyed and _explains(b.text)))]
        kept = [b for b in kept if not (marked and b.kind is Kind.NOTE and ADDRESS.fullmatch(b.text))]
        behind_list = bool(kept) and (section.grade == STRONG or behind_list)
        heading = section.heading if section.grade else ""
        for block in kept:
            made = joining.entry(without_torn_label(block), heading, before, words)
            before = made.raw if not made.repeats else before
            found.anchors.update((name, len(found.entries)) for name in block.anchors)
            found.entries.append(made)
        taken.update(id(line) for block in kept for line in block.lines)
        taken.update(line for block in kept for head in block.lines[:1] for line in joined.get(id(head), ()))
        count_items(section, kept, found)
    if not keyed and not found.entries and not found.unread and (lone := lone_reference(sections)):
        found.entries.append(joining.entry(lone, "", "", words))
        found.seen += 1
        taken.update(id(line) for line in lone.lines)
    left = (block for block in divided if id(block.lines[0]) not in taken)
    found.rest = [replace(block, quoted=True) if id(block.lines[0]) in aside else block for block in left]
    return found


def _take_comments(sections: Sequence[Section], known: set[int]) -> set[int]:
    """Take what comments on the works of an annotated bibliography out of its sections; the ids of its first lines.

    known: those of the comments that stood inside items.
    """
    listed = [block for section in sections if section.grade for block in section.members]
    said = known | {id(listed[index].lines[0]) for index in comments(listed)}
    for section in sections if said else ():
        section.members = [block for block in section.members if id(block.lines[0]) not in said]
    return said


def _explains(note: str) -> bool:
    """Whether a note of an article whose list is known from elsewhere cites no work of its own."""
    return not (cites_work(note) or ADDRESS.fullmatch(note))


def _without_captions(sections: list[tuple[Section, list[Block]]]) -> list[tuple[Section, list[Block]]]:
    """The sections; if one is certainly a list, without those that merely have its heading: "Source: ..." under a
    table, a line in the table of contents, a label before a work that the list has."""
    certain = [section for section, kept in sections if section.grade == STRONG and _certain(section, kept)]
    lists = [section for section in certain if section.members[0].group != FRONT] or certain
    if not lists:
        return sections
    headings = {section.heading for section in lists}
    works = Listed(block.text for section, kept in sections if section in lists for block in kept)

    def said(block: Block) -> bool:
        return works.has(block.text) or joining.short_citation(block.text)

    def is_list(section: Section, kept: Sequence[Block]) -> bool:
        if section.grade != STRONG or section in lists or (kept and all(block.listed for block in kept)):
            return True
        if section in certain:
            return not all(map(said, kept))  # the front matter's, which the page prints
        if section.heading not in headings and _PAGE.sub("", section.heading) in headings:
            return False
        labelled = section.level == _LABEL and len(kept) <= A_LIST
        again = labelled and all(map(said, kept))
        below_figure = labelled and len(kept) == 1 and section.line < lists[0].line
        return not (again or below_figure) and len(kept) * 2 >= sum(
            block.kind is not Kind.NOTE for block in section.members
        )

    return [
        (section, kept) if is_list(section, kept) else (replace(section, grade=0), []) for section, kept in sections
    ]


def _certain(section: Section, kept: Sequence[Block]) -> bool:
    """Whether there are three or more references, most of them certain, and hardly anything else among them."""
    if len(kept) <= A_LIST:
        return False
    deepest = max(block.level for block in kept)  # what stands inside an item tells of it
    reach = sum(block.line <= kept[-1].line and block.level <= deepest for block in section.members)
    sure = sum(reference_score(block) >= SURE or "://" in block.text or bool(block.links) for block in kept)
    return len(kept) * 2 >= reach and sure * 2 > len(kept)


def _bibtex(section: Section) -> list[Entry]:
    """The entries of BibTeX printed, as code or text, under a list's heading; "Citation" is not one."""
    if section.grade != STRONG or leaves_list(section.heading):
        return []
    shown = [block for block in section.members if BIBTEX.match(block.lines[0].text)]
    if not shown:
        return []
    others = [block for block in section.members if block not in shown]
    if sum(block.kind is Kind.CODE or reference_score(block) < 0 for block in others) > len(shown):
        return []  # a lesson on lists, which shows what a .bib file looks like
    section.members = others
    entries: list[Entry] = []
    for block in shown:
        lines = [line.number for line in block.lines]
        entries += (
            replace(x, line=lines[x.line - 1], end_line=lines[min(x.end_line, len(lines)) - 1], heading=section.heading)
            for x in bib_entries("\n".join(line.text for line in block.lines))
        )
    return entries


def _words(blocks: Sequence[Block]) -> Counter[str]:
    """How often each word is printed; empty if no line ends in a hyphen, since the counts are not needed then."""
    lines = [line.text for block in blocks for line in block.lines]
    if not any(line.endswith(("-", "‐")) for line in lines):
        return Counter()
    return Counter(word for line in lines for word in re.findall(r"\w+(?:-\w+)?", line.casefold()))


def _members(section: Section) -> list[Block]:
    """The blocks of a section that are references, in order, with continued ones joined."""
    if not section.grade:  # "How to cite" is followed by the article itself
        return [] if leaves_list(section.heading) else without_heading(section.members)
    if section.grade == STRONG and any(block.kind is Kind.CODE for block in section.members):
        return below_heading(section) or below_heading(opened(section))
    notes = [block for block in section.members if block.kind is Kind.NOTE]
    others = [block for block in section.members if block.kind is not Kind.NOTE]
    if notes and (kept := below_heading(replace(section, members=others))):
        cited = {id(block) for block in without_heading(notes) if cites_work(block.text)}
        cited |= {id(block) for block in notes if ADDRESS.fullmatch(block.text)}
        listed = {
            (fold(lead[0]), year) for x in kept if (lead := _NAME.match(x.text)) for year in _YEAR.findall(x.text)
        }
        again = (_SHORT.match(note.text) for note in notes)
        known = [short is not None and (fold(short[1]), short[2]) in listed for short in again]
        # the notes of the article, behind its list
        return [*kept, *(x for x, is_known in zip(notes, known, strict=True) if id(x) in cited and not is_known)]
    return below_heading(section)
