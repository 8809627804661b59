"""The references below a list's heading: where they begin, go on and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists import groups, shown
from refcheck.reading.lists import join as joining
from refcheck.reading.lists import split as splitting
from refcheck.reading.lists.authored import author_points, begins_entry
from refcheck.reading.lists.headings import STRONG, WEAK, fold
from refcheck.reading.lists.join import ADDRESS_TAIL
from refcheck.reading.lists.look import (
    ACCESSED,
    LIKELY,
    SURE,
    ends_well,
    has_year,
    is_caption,
    likeness,
    names_work,
    prose_points,
    says_where,
)
from refcheck.reading.lists.markers import number_of
from refcheck.reading.lists.scores import ADDRESS, LONG_NOTE, is_behind, reference_score
from refcheck.reading.lists.sections import A_LIST, Section

_ADDRESS = re.compile(r"://|\bwww\.\w")
_OPENING = "\"'“„«‘‹([¿¡ "
_PAGE = re.compile(r"(?!(?:19|20)\d\d)\d{1,4}\s|.{1,99}\s\d{1,3}$")  # a running head with its page
_SHORTEST = 12  # characters of a reference; "Year 2014" is a row of a table
_REST = 80  # characters of the rest of an item on a line of its own
_LONG_LIST = 5  # references; in shorter lists the order means nothing
_STOPPED = 0.8  # share of references with a stop, or an address, at their end
_SORTED = 0.9  # share of neighbours in order in a sorted list; particles and umlauts are sorted in several ways


def below_heading(section: Section) -> list[Block]:
    """The references of a section with a list's heading; what others say there only if it has none beside."""
    said = [block for block in section.members if not block.quoted]
    beside = _references(replace(section, members=said)) if len(said) < len(section.members) else []
    return beside or _references(section)


def _references(section: Section) -> list[Block]:
    threshold = LIKELY if section.grade == STRONG or section.inside else LIKELY + 1.0
    blocks = _rejoined(section)
    told = groups.told(blocks)
    blocks = [block for block in blocks if id(block) not in told]
    scores = [reference_score(block) for block in blocks]
    mostly, dated, slanted = _kinds(section, blocks, scores)
    good = [
        (
            score >= (-1.0 if block.group in mostly else threshold)
            or (block.listed and score > -99)
            or (section.grade == STRONG and block.group in mostly and score > -99 and groups.titled(block))
            or (block.group in slanted and score > -99 and groups.titled(block))
            or (section.grade == STRONG and block.group in mostly and score > -99 and shown.only_address(block))
            or (block.group in dated and bool(block.links) and len(block.text) < LONG_NOTE)
            or (section.grade == STRONG and block.kind is Kind.NOTE and shown.only_address(block))
        )
        and (section.grade == STRONG or block.kind is not Kind.PARAGRAPH or _opens(block))
        and block.aside <= min(section.aside, 1)
        and not joining.bare_repeat(block.text)
        and (section.grade == STRONG or block.group in dated or not joining.short_citation(block.text))
        and not joining.ticked_citations(block.text)
        and not (below and _introduces(block, below))
        for block, below, score in zip(blocks, [*blocks[1:], None], scores, strict=False)
    ]
    numbered: set[int] = set()
    if section.grade == STRONG:
        begun = any(good[at] and block.group in mostly for at, block in enumerate(blocks))
        titles = groups.linked_titles(blocks) & mostly
        leading = titles | groups.leading(blocks) & mostly
        leading |= set() if section.aside else groups.begun(blocks, good)
        links = set() if section.aside or leading or any(good) else groups.only_links(blocks)
        good = [
            x
            or id(block) in links
            or (block.group in leading and not joining.bare_repeat(block.text))
            or (begun and _links(block, mostly))
            for x, block in zip(good, blocks, strict=True)
        ]
        linked = [bool(block.links) or "://" in block.said for block in blocks]
        numbered = shown.numbered_on(blocks, [one or other for one, other in zip(good, linked, strict=True)])
        numbered |= shown.placed(blocks, good) | shown.lettered(blocks, good) | shown.sites(blocks)
        numbered |= shown.alike(blocks, good) | shown.titles_on(blocks, titles)
    elif section.inside:
        numbered = shown.sites(blocks)
    good = [is_good or index in numbered for index, is_good in enumerate(good)]
    kept = _in_turn(blocks, scores, good, numbered, threshold)
    if section.ruled and (len(kept) < A_LIST or len(kept) * 2 <= len(section.members)):
        return []
    if section.grade != WEAK or all(block.group in dated | slanted for block in kept) or _cites(kept):
        return kept
    known = _visited(kept) or all(x.listed or ADDRESS.fullmatch(x.text) or shown.only_address(x) for x in kept)
    return kept if section.inside and known else []


def _kinds(section: Section, blocks: Sequence[Block], scores: Sequence[float]) -> tuple[set[int], set[int], set[int]]:
    """Ids of the lists that are mostly references, of those of dated links and titles, and of titles in italics."""
    lists: dict[int, list[float]] = {}
    for block, score in zip(blocks, scores, strict=True):
        if block.group:
            lists.setdefault(block.group, []).append(score)
    mostly = {group for group, of_group in lists.items() if groups.mostly_references(of_group)}
    dated = groups.bylined(blocks)
    slanted: set[int] = set()
    if section.grade == STRONG and not section.aside:  # beside the article, a list of links is a menu
        mostly |= groups.link_lists(blocks)
    elif section.inside:
        dated |= groups.dated_links(blocks) | groups.linked_titles(blocks)
        dated |= groups.links_among_references(blocks, scores)
    else:
        dated |= groups.links_among_references(blocks, scores) & mostly
    if section.grade == STRONG or section.inside:
        slanted = groups.slanted_titles(blocks)
    return mostly | dated | slanted, dated, slanted


def _in_turn(
    blocks: Sequence[Block], scores: Sequence[float], good: list[bool], numbered: set[int], threshold: float
) -> list[Block]:
    """The blocks that are references, and what stands between two of them and may be one.

    numbered: the indexes of those that a list's numbers, or their places on the page, show to be its items.
    """
    kept: list[Block] = []
    gap = 0
    for index, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        if any(good[index + 1 : index + 3]) and _introduces(block, blocks[index + 1]):
            continue
        ordered = index in numbered or _in_order(kept, block) or _begins_part(blocks, scores, good, index)
        loose = bool(kept) and kept[-1].whole and not block.whole and index not in numbered
        note = loose and (not good[index] or (bool(block.marker) and not opens_surely(block)))
        if note or ((gap or not good[index]) and not ordered):
            gap += 1
        elif good[index]:
            carried_on = index in numbered
            other = _all_items(kept) if block.kind is Kind.PARAGRAPH else number_of(block) and _none_marked(kept)
            if other and not (carried_on or (opens_surely(block) and not kept[-1].whole)):
                continue  # where the page shows each item, no paragraph behind them is one, as one about an author
            # After other text the threshold is higher: comments and captions name authors and years too.
            if gap and kept and not block.listed and not carried_on and score < min(SURE, threshold + gap):
                continue
            kept.append(block)
            gap = 0
        elif any(good[index + 1 : index + 4]) and _plausible(block) and (kept or _website(block, gap, score)):
            kept.append(block)
        else:
            gap += 1
    return _without_introduction(kept)


def _without_introduction(kept: list[Block]) -> list[Block]:
    """The blocks, without paragraphs before the first item of a list: what its style asks for, where more is found."""
    first = next((at for at, block in enumerate(kept) if block.kind is Kind.ITEM), 0)
    if not first or not _all_items(kept[first:]):
        return kept
    return [block for at, block in enumerate(kept) if at >= first or opens_surely(block)]


def _introduces(block: Block, below: Block) -> bool:
    """Whether a line only says which works follow, as items: "Attacks on tokens:", "Accessed 3 May 2017:"."""
    plain = block.kind is Kind.PARAGRAPH and below.kind is Kind.ITEM and len(block.text) < _REST
    dated = has_year(block.text) and not ACCESSED.match(block.text.lower())
    return plain and block.text.endswith((":", "：")) and not dated


def _website(block: Block, gap: int, score: float) -> bool:
    """Whether the first block may be an item, since it leads to an address and is not a sentence."""
    return not gap and score >= 1 and _ADDRESS.search(block.text) is not None


def _cites(kept: Sequence[Block]) -> bool:
    """Whether the blocks below a weak heading are a list: most say where a work is found, one is certainly a reference,
    and one begins with an author; mere titles and years are reading tips."""
    works = sum(names_work(block.text) or "://" in block.text or bool(block.links) for block in kept)
    sure = any(reference_score(block) >= SURE for block in kept)
    return works * 2 > len(kept) and sure and any(author_points(block.text) >= 1.5 or block.listed for block in kept)


def _visited(kept: Sequence[Block]) -> bool:
    """Whether most of the blocks below a heading of the list are addresses with the day on which they were visited."""
    return sum("://" in block.said and bool(ACCESSED.search(block.text.lower())) for block in kept) * 2 > len(kept)


def _in_order(kept: Sequence[Block], block: Block) -> bool:
    """Whether a block may belong to a list: a sorted list continues in order, the text after it does not."""
    if len(kept) < _LONG_LIST or _sorted_by(block) >= _sorted_by(kept[-1]):
        return True
    names = [_sorted_by(one) for one in kept]
    return sum(a <= b for a, b in pairwise(names)) < _SORTED * (len(names) - 1)


def _begins_part(blocks: Sequence[Block], scores: Sequence[float], good: Sequence[bool], index: int) -> bool:
    """Whether a part of the list begins, sorted anew below a label of its own: three certain references in order, or
    the items of another list."""
    part = blocks[index : index + 1 + A_LIST]
    group = blocks[index].group
    if group and good[index] and scores[index] >= SURE:
        return True
    if len(part) <= A_LIST or not all(good[i] and scores[i] >= SURE for i in range(index, index + len(part))):
        return False
    return all(a <= b for a, b in pairwise(map(_sorted_by, part)))


def _sorted_by(block: Block) -> str:
    return _folded(block.text[:40].lstrip(_OPENING))


_folded = lru_cache(maxsize=2048)(fold)  # of an unsorted list, every item is compared with all before it


def _links(block: Block, lists: set[int]) -> bool:
    """An item of one of these lists that leads somewhere: a title of two words beside the others of its list, with or
    without a sentence behind it that tells what it is."""
    if block.group not in lists or not block.links or len(block.text) >= LONG_NOTE:
        return False
    return prose_points(block.text) < 2.5 or any(map(block.text.startswith, block.linked[:1]))


def _all_items(kept: Sequence[Block]) -> bool:
    """Whether there are two or more entries, each with a bullet, a number or list markup."""
    return len(kept) > 1 and all(block.kind is Kind.ITEM for block in kept)


def _none_marked(kept: Sequence[Block]) -> bool:
    """Whether there are two or more entries, all of them paragraphs without a number."""
    return len(kept) > 1 and all(block.kind is Kind.PARAGRAPH and not block.marker for block in kept)


def opens_surely(block: Block) -> bool:
    """Whether it is certainly an entry, even if it lacks the bullet that all others have."""
    return reference_score(block) >= SURE and author_points(block.text) >= 2.5


def _opens(block: Block) -> bool:
    """Whether it is a paragraph that begins with an author, or a title in quotation marks, or links to an address."""
    titled = block.text[:1] in '"“„«‘' and likeness(block.text) >= SURE
    return author_points(block.text) >= 1.5 or titled or "://" in block.text or bool(block.links)


def _plausible(block: Block) -> bool:
    """Whether a block between two references may be one: it has an address, a year beside words, or an author, and
    is not prose."""
    text = block.text
    linked = _ADDRESS.search(text) is not None or (
        bool(block.links) and len(text) - sum(map(len, block.linked)) < groups.AROUND_LINK
    )
    if block.aside or is_behind(block) or is_caption(text) or len(text) > 600:
        return False
    if prose_points(text) >= (4 if linked else 2.5) and not (linked and author_points(text) >= 2.5):
        return False  # but "Garcia, F. (n.d.). What is the difference between ...?" is a title
    dated = has_year(text) and any(map(str.isalpha, text)) and len(text) >= _SHORTEST
    return linked or dated or author_points(text) >= 2.5


def _rejoined(section: Section) -> list[Block]:
    out: list[Block] = []
    opening = [block.text for block in section.members if block.kind is Kind.PARAGRAPH and begins_entry(block.text)]
    stopped = sum(map(_ended, opening)) >= max(_LONG_LIST, len(opening) * _STOPPED)
    for block, below in zip(section.members, [*section.members[1:], None], strict=False):
        open_ = block.kind is Kind.PARAGRAPH or (not block.key and ADDRESS.fullmatch(block.text))
        torn = stopped and bool(out) and _torn(out[-1], block)
        if out and open_ and (torn or splitting.continues(out[-1], block) or _between(out[-1], block, below)):
            out[-1] = replace(
                out[-1],
                lines=(*out[-1].lines, *block.lines),
                links=(*out[-1].links, *block.links),
                italics=(*out[-1].italics, *block.italics),
            )
        else:
            out.append(block)
    return [
        block for index, block in enumerate(out) if not any(_labels(block, below) for below in out[index + 1 :][:1])
    ]


def _ended(text: str) -> bool:
    return ends_well(text) or ADDRESS_TAIL.search(text) is not None


def _torn(above: Block, block: Block) -> bool:
    """Whether a paragraph is the rest of the title above it, in a list whose references end with a stop: an author
    and a title that end in the middle of a sentence, and what says where the work is found."""
    plain = above.kind is block.kind is Kind.PARAGRAPH and not (above.marker or block.marker or above.whole)
    if (
        not plain
        or above.text.endswith(";")
        or _ended(above.text)
        or not begins_entry(above.text)
        or says_where(above.text)
    ):
        return False
    another = author_points(block.text) >= 2.5 or (has_year(above.text) and has_year(block.text[:_REST]))
    return not another and (says_where(block.text) or has_year(block.text))


def _between(above: Block, block: Block, below: Block | None) -> bool:
    """Whether a short line without a number stands between an item and the next number, so that it is the item's."""
    counted = below is not None and number_of(below) == number_of(above) + 1 > 1
    short = len(block.text) < _REST and prose_points(block.text) < 1 and not _PAGE.match(block.text)
    return counted and short and not (block.marker or block.whole or is_behind(block))


def _labels(block: Block, below: Block) -> bool:
    """Whether an item only names the list inside it: "Introductions"."""
    inside = block.kind is below.kind is Kind.ITEM and block.level < below.level
    return inside and not (block.links or "://" in block.said or has_year(block.text))
