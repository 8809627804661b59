"""Kinds of lists below a heading, by what most of their items are: references, links, titles in italics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.look import LIKELY, SURE, has_year, likeness, lower_start, names_work, prose_points
from refcheck.reading.lists.scores import LONG_NOTE
from refcheck.reading.lists.sections import A_LIST

AROUND_LINK = 40
"""Characters beside a title that is a link."""
_TITLE = 5  # blanks in a linked title; what has fewer may be the name of a site
_BYLINE = re.compile(r"\w{2}[\s,]\s?\([^\W\d_a-zß-öø-ÿ][^()\d]{1,60},?\s(?:1[5-9]|20)\d\d[a-z]?\)\.?$")
_SIGNS = re.compile(r"(?:[\u3040-\u9fff]\W?){8}")  # as many signs without blanks


def titled(block: Block) -> bool:
    """Whether a block is short and sets a title in italics, however many words of an organisation are around it."""
    return len(block.text) < LONG_NOTE and bool(block.italics) and block.kind is Kind.ITEM and block.text[-1:] != ":"


def link_lists(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists whose items link to addresses or look like references: web sources, under a list's heading."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            linked = bool(block.links) or "://" in block.said or likeness(block.text) >= LIKELY
            counts[block.group] += 1 if linked else -1
    return {group for group, balance in counts.items() if balance >= 0}


def leading(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists of three and more items, every one of which leads to an address, and most of which say more than the
    name of a site."""
    lists: dict[int, list[bool]] = {}
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            leads = bool(block.links) or "://" in block.said
            lists.setdefault(block.group, []).append(leads)
            counts[block.group] += 1 if _long(block) else -1
    return {group for group, found in lists.items() if len(found) > A_LIST and all(found) and counts[group] > 0}


def begun(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Ids of lists of three and more short items, one of which is a reference and none a sentence: "The Times, 3 May
    2017", "Refactoring, by Martin Fowler"."""
    lists: dict[int, list[bool]] = {}
    plain: dict[int, bool] = {}
    for block, is_good in zip(blocks, good, strict=True):
        if block.group:
            lists.setdefault(block.group, []).append(is_good)
            text = block.text
            short = len(text) < LONG_NOTE // 2 and text[-1] not in ":：" and prose_points(text) < 2.5
            remark = lower_start(text) and not any(map(str.isdigit, text))
            plain[block.group] = plain.get(block.group, True) and short and not remark
    return {group for group, found in lists.items() if len(found) > A_LIST and any(found) and plain[group]}


def dated_links(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists most of whose items are links with a year: "Proximal Policy Optimization, Schulman et al. 2017"."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            counts[block.group] += 1 if block.links and has_year(block.text) else -1
    return {group for group, balance in counts.items() if balance > 0}


def bylined(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists of three and more items, most of which are a title with its author, year and address behind it:
    "Software citation principles [(Smith et al., 2016)](...)"."""
    lists: dict[int, list[bool]] = {}
    for block in blocks:
        if block.group:
            lists.setdefault(block.group, []).append(bool(block.links) and _BYLINE.search(block.text) is not None)
    return {group for group, found in lists.items() if len(found) > A_LIST and sum(found) * 2 > len(found)}


def slanted_titles(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists of three and more items whose titles of several words are in italics: "*The Annals* by ..."."""
    lists: dict[int, list[bool]] = {}
    for block in blocks:
        if block.group:
            slanted = titled(block) and any(" " in words for words in block.italics)
            lists.setdefault(block.group, []).append(slanted)
    return {group for group, found in lists.items() if len(found) > A_LIST and sum(found) * 4 >= 3 * len(found)}


def linked_titles(blocks: Sequence[Block]) -> set[int]:
    """Ids of lists of titles: each item is hardly more than a link, most of which are longer than names of sites."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            alone = bool(block.links) and len(block.text) - sum(map(len, block.linked)) < AROUND_LINK
            counts[block.group] += (1 if _long(block) else -1) if alone else -len(blocks)
    return {group for group, balance in counts.items() if balance > 0}


def _long(block: Block) -> bool:
    """Whether it says more than the name of a site."""
    return block.text.count(" ") >= _TITLE or _SIGNS.search(block.text) is not None


def only_links(blocks: Sequence[Block]) -> set[int]:
    """Ids of the items of lists that are nothing but links; of the paragraphs if there is nothing else and all are."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        lists.setdefault(block.group, []).append(block)
    alone = {group for group, found in lists.items() if all(b.links and b.text in b.linked for b in found)}
    return {id(block) for block in blocks if block.group in alone and (block.group or len(lists) == 1)}


def links_among_references(blocks: Sequence[Block], scores: Sequence[float]) -> set[int]:
    """Ids of lists whose items all lead to an address, two of them being certainly references: the others are web pages
    that the text is based on too."""
    counts: Counter[int] = Counter()
    for block, score in zip(blocks, scores, strict=True):
        if block.group:
            leads = bool(block.links) or "://" in block.said
            counts[block.group] += int(score >= SURE) if leads else -len(blocks)
    return {group for group, sure in counts.items() if sure >= A_LIST}


def told(blocks: Sequence[Block]) -> set[int]:
    """Ids of the items inside the item of a work that tell something of it, being neither a work nor a link."""
    found: set[int] = set()
    if len({block.level for block in blocks if block.kind is Kind.ITEM}) < 2:
        return found  # no item is inside another
    above: Block | None = None
    others: set[int] = set()  # inside an item of which it is not sure that it is a work
    for block in blocks:
        if block.kind is not Kind.ITEM:
            above = None
        elif above and block.level > above.level:
            if author_points(block.text) < 2.5 and not block.links and "://" not in block.said:
                sure = names_work(above.text) and author_points(above.text) >= 1.5
                (found if sure else others).add(id(block))
        else:
            above = block
    return found | others if len(found) > len(others) else found


def mostly_references(scores: Sequence[float]) -> bool:
    """Whether most items of a list are references, so that its short and odd ones are too."""
    return bool(scores) and sum(score >= LIKELY + 0.5 for score in scores) * 2 > len(scores)
