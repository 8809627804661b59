"""The result of the search for references, and the list items that gave none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from refcheck import patterns as re
from refcheck.model import Entry, Unread, UnreadReason
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists import join as joining
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.headings import STRONG, heading_core
from refcheck.reading.lists.look import SURE, complete, has_year, likeness, prose_points
from refcheck.reading.lists.scores import ADDRESS
from refcheck.reading.lists.sections import A_LIST, Section

BIBTEX = re.compile(r"@[A-Za-z]{3,30}\s?\{")
_FILE = re.compile(r"\.(?:pdf|md|docx?|txt|html?)\W{0,3}$", re.I)  # a table of files names them, years and all


@dataclass
class Found:
    """The result of searching an article's blocks."""

    entries: list[Entry] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)  # name of an anchor in the document -> index of its entry
    rest: list[Block] = field(default_factory=list)  # every block that is not an entry
    unread: list[Unread] = field(default_factory=list)
    seen: int = 0  # list items counted


def count_items(section: Section, kept: Sequence[Block], found: Found) -> None:
    """Count the list items of a section, and record those that gave no entry."""
    found.seen += len(kept)
    if section.grade == STRONG and not kept and _promises_list(section.members):
        text = heading_core(section.heading)
        last = section.members[-1]
        found.unread.append(Unread(section.line, last.end_line, UnreadReason.NO_LIST, text))
        return
    if not kept:
        return
    ids = {line for block in kept for line in block.lines}
    groups = {block.group for block in kept}
    first, last_line = kept[0].line, kept[-1].end_line
    for block, after in zip_longest(section.members, section.members[1:]):
        if after is not None and after.kind is Kind.ITEM and after.level > block.level:
            continue  # "Books", over a list of books
        inside = block.kind is Kind.ITEM and first <= block.line <= last_line and not ids.intersection(block.lines)
        # below "Recommended reading" stands what one likes; only a heading that promises a list promises its items
        promised = section.grade == STRONG and block.group in groups
        if inside and promised and _reference_like(block.text):
            found.seen += 1
            found.unread.append(Unread(block.line, block.end_line, UnreadReason.UNREAD, block.text[:200]))
    for block in kept:
        if _holds_two(block.text):
            found.unread.append(Unread(block.line, block.end_line, UnreadReason.GLUED, block.text[:200]))


def _reference_like(text: str) -> bool:
    """Whether it has parts found only in references, though it could not be read; not a note that explains or
    repeats."""
    printed = has_year(text) or "://" in text or author_points(text) >= 2
    return printed and prose_points(text) < 2 and not joining.bare_repeat(text)


def _holds_two(text: str) -> bool:
    """Another reference begins inside an entry, and both are whole: a name and a year may also stand in a note."""
    halves = ((text[:at].rstrip(), text[at:]) for at in joining.glued_starts(text))
    return any(complete(one) and complete(other) and likeness(other) >= SURE for one, other in halves)


def _promises_list(blocks: Sequence[Block]) -> bool:
    """Whether two blocks name an author or a year, so that there is an unreadable list, and not one of links."""
    lesson = any(block.kind is Kind.CODE and BIBTEX.match(block.text) for block in blocks)  # on how to write a list
    return not lesson and sum(map(_promising, blocks)) >= A_LIST


def _promising(block: Block) -> bool:
    """Whether it is not a reference, but is like nothing else found under the heading of a bibliography."""
    if block.kind is Kind.CODE or block.aside or _FILE.search(block.text):
        return False
    text = ADDRESS.sub(" ", block.text)
    if joining.short_citation(re.sub("[{}]", "", text)):
        return False
    printed = (has_year(text) or author_points(text) >= 2) and prose_points(text) < 2 and not joining.bare_repeat(text)
    return printed and (block.kind in (Kind.ITEM, Kind.NOTE) or likeness(text) > 0)
