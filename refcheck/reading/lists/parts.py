"""Lists in parts, each under its own heading: where some items are certainly references, or most print what leads to a
work, so are a law, a website, an interview that a part of the list names, though nothing else would tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refcheck.reading.document import Block, Kind
from refcheck.reading.lists import groups
from refcheck.reading.lists import join as joining
from refcheck.reading.lists.look import SURE, has_year, prose_points
from refcheck.reading.lists.scores import LONG_NOTE, is_behind, reference_score
from refcheck.reading.lists.sections import A_LIST, Section

_Kept = tuple[Section, list[Block]]


def whole(sections: Sequence[_Kept]) -> list[_Kept]:
    """The sections with their references; of lists in parts that are certain, with all items."""
    return [one for run in _lists(sections) for one in (_completed(run) if len(run) > 1 else run)]


def _lists(sections: Iterable[_Kept]) -> Iterator[list[_Kept]]:
    """The sections, the parts of a list together with its heading."""
    run: list[_Kept] = []
    for section, kept in sections:
        if run and not section.inside:
            yield run
            run = []
        run.append((section, kept))
    if run:
        yield run


def _completed(run: Sequence[_Kept]) -> list[_Kept]:
    items = [block for section, _ in run for block in _items(section)]
    sure = sum(reference_score(block) >= SURE for _, kept in run for block in kept)
    if sure <= A_LIST and (len(items) <= A_LIST or sum(map(_leads, items)) * 4 < len(items) * 3):
        return list(run)
    return [(section, _with_items(section, blocks)) for section, blocks in run]


def _with_items(section: Section, kept: list[Block]) -> list[Block]:
    """The references of a part with its other items, as far as these print something that leads to a work."""
    if not section.inside or any(block.kind is not Kind.ITEM for block in kept):
        return kept
    items = _items(section)
    known = {id(block) for block in kept}
    found = known | {id(block) for block in items if _leads(block)}
    of_parts = sum(id(block) in found for block in items)
    return [b for b in section.members if id(b) in found] if of_parts * 2 > len(items) else kept


def _items(section: Section) -> list[Block]:
    """The items of a section that stand side by side; not what is said inside one, nor what only heads others."""
    told = groups.told(section.members)
    lists = [
        block for block in section.members if block.kind is Kind.ITEM and not block.aside and id(block) not in told
    ]
    outer = min((block.level for block in lists), default=0)
    return [block for block in lists if block.level == outer]


def _leads(block: Block) -> bool:
    """Whether an item prints a year, an address, or a title in quotation marks or italics, and is not a sentence. Names
    of sites that are mere links are a collection of links, also beside references."""
    text = block.said
    printed = has_year(text) or "://" in text or bool(block.italics) or text[:1] in '"“„«‘「『《'
    if not printed or len(text) > LONG_NOTE or prose_points(text) >= 2.5 or joining.bare_repeat(text):
        return False
    return reference_score(block) > -99 and not is_behind(block)
