"""Annotated bibliographies: what comments on the work above it, in a paragraph of its own or inside the item of the
work, is not an entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.look import has_year, names_work, prose_points
from refcheck.reading.lists.split import continues

_WORKS = 3  # works with a comment; with fewer, what stands below a work may be the rest of it
_SENTENCE = 2.5  # points of prose; what has more does not open a reference
_TOLD = re.compile(  # "until 1850", "entre 1750 et 1850", in a sentence; not "Berlin 1850", "(1850)", "4 mai 1850"
    r"[^\W\d_][’'”»]?(?:\s[a-zß-öø-ÿα-ωά-ώа-џ]{1,20}\s(?:1\d|20)\d\d(?!\d)){1,2}"
)


def comments(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the paragraphs that comment on works: where most works that begin with their author are followed by
    paragraphs that do not, hardly any of which print a year but in a sentence, as every second half of a reference
    would."""
    opening = [_plain(block) and _opens(block.text) for block in blocks]
    if sum(opening) < _WORKS:
        return set()
    found: set[int] = set()
    first: list[str] = []
    above = False
    for index, (block, opens) in enumerate(zip(blocks, opening, strict=True)):
        if above and continues(blocks[index - 1], block):
            continue  # its address, below it
        follows = not opens and above and _plain(block)
        if follows:
            found.add(index)
            first += [block.text] if opening[index - 1] else []
        above = opens or follows
    return found if _commented(first, sum(opening)) else set()


def without_comments(blocks: Sequence[Block]) -> tuple[list[Block], set[int]]:
    """The blocks, with the comments inside the items of a list as paragraphs, and the ids of their first lines."""
    lists: dict[int, list[tuple[str, str]]] = {}
    for block in blocks:
        if block.group:
            lists.setdefault(block.group, []).append(_parts(block))
    told = {
        group
        for group, items in lists.items()
        if sum(bool(rest) for _, rest in items) >= _WORKS
        and _commented([r for work, r in items if r and _opens(work)], sum(_opens(work) for work, _ in items))
    }
    if not told:
        return list(blocks), set()
    out: list[Block] = []
    said: set[int] = set()
    for block in blocks:
        work, rest = _parts(block) if block.group in told else ("", "")
        if not rest or not has_year(work) or _opens(rest):
            out.append(block)
            continue
        at = next(index for index, line in enumerate(block.lines) if index and line.hard)
        comment = Block(Kind.PARAGRAPH, block.lines[at:], aside=block.aside)
        out += (replace(block, lines=block.lines[:at]), comment)
        said.add(id(comment.lines[0]))
    return out, said


def _parts(block: Block) -> tuple[str, str]:
    """What an item says up to its first paragraph break, and behind it."""
    if not any(line.hard for line in block.lines[1:]):
        return block.text, ""
    first, *others = block.lines
    head = [first.text, *(line.text for line in takewhile(lambda line: not line.hard, others))]
    return " ".join(head), " ".join(line.text for line in block.lines[len(head) :])


def _commented(comments: Iterable[str], works: int) -> bool:
    texts = list(comments)
    dated = sum(has_year(_TOLD.sub(" ", text)) for text in texts)
    return len(texts) >= _WORKS and len(texts) * 2 > works and dated * 2 <= len(texts)


def _opens(text: str) -> bool:
    return author_points(text) >= 1.5 and names_work(text) and prose_points(text[:600]) < _SENTENCE


def _plain(block: Block) -> bool:
    """Whether nothing but its words tells what a block is."""
    return block.kind is Kind.PARAGRAPH and not (block.group or block.marker or block.listed or block.whole)
