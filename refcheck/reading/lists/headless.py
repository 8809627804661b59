"""References without a heading: several close together, a lone one at the end, a group right after a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists import join as joining
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.look import LIKELY, SURE, complete, has_year, names_work, prose_points
from refcheck.reading.lists.markers import number_of
from refcheck.reading.lists.notes import points, sited
from refcheck.reading.lists.scores import LONG_NOTE, is_behind, reference_score
from refcheck.reading.lists.sections import A_LIST, SHORT_LINE, Section

_FIGURES = re.compile(r"\d+")
_TOLD = re.compile(  # "Foot (1977): the distinction", "Belmont Report (1979) — the principles", "Tuskegee (1932–72)."
    r"(?:[^\W\d_]+\s\d{1,2}\s[(（](?:19|20)\d\d[)）]:\s)|"  # "Year 1 (2026): Begin with the inventory"
    r"[^()（）]{2,90}[(（](?:1[5-9]|20)\d\d[a-z]?(?:\s?[-–—/]\s?\d{2,4})?[)）](?:\W{0,2}\Z|\s?[:：]?\s[—–-]?\s?[a-zß-öø-ÿα-ωа-џ]|\s[—–]\s)"
)
_HEAD = 100  # characters


def carried_on(section: Section) -> list[Block]:
    """The references of a section right after a list, under its own heading ("Laws"): three or more, and little
    else."""
    kept = [
        b
        for b in section.members
        if reference_score(b) >= LIKELY + 1 and author_points(b.text) >= 2 and has_year(b.text)
    ]
    return kept if len(kept) > A_LIST and len(kept) * 3 >= len(section.members) * 2 else []


def lone_reference(sections: Sequence[tuple[Section, Sequence[Block]]]) -> Block | None:
    """The single reference that may end an article without a list, or None: it must be certain, and follow prose."""
    blocks = [block for section, _ in sections for block in section.members if not block.aside]
    while len(blocks) > 1 and (is_behind(blocks[-1]) or len(blocks[-1].text) < SHORT_LINE):
        blocks.pop()
    if len(blocks) < 2 or all(prose_points(block.text) < 1 for block in blocks[:-1]):
        return None
    text = blocks[-1].text
    sure = reference_score(blocks[-1]) >= SURE + 1 and author_points(text) >= 2 and names_work(text) and complete(text)
    return blocks[-1] if sure and prose_points(text) <= 0 and _solid(blocks[-1]) and not _TOLD.match(text) else None


def without_heading(blocks: Sequence[Block]) -> list[Block]:
    """References without a heading: two or more close together, each beginning with an author or the like and with a
    year. Weaker blocks around them count too if they are of the same kind and list.
    """
    scores = [reference_score(block) for block in blocks]
    said = {i for i, b in enumerate(blocks) if b.lines[0].hard and scores[i] < LIKELY}  # of the one before it
    clusters: list[list[int]] = []
    pages = sited(blocks)
    for index, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        sure = SURE - 0.5 if block.kind is Kind.NOTE and author_points(block.text) >= 2 else SURE
        shown = (score >= sure and _solid(block)) or index in pages or points(block)
        if (block.listed and score > -99) or (shown and not block.aside):
            between = [i for i in range(clusters[-1][-1] + 1, index) if i not in said] if clusters else []
            counted = between and block.kind is not Kind.NOTE and _counting(blocks[clusters[-1][-1] : index + 1])
            near = clusters and len(between) <= 2
            if near and (counted or all(_alike(blocks[i], scores[i], block) for i in between)):
                clusters[-1].append(index)
            else:
                clusters.append([index])
    out: list[Block] = []
    taken = 0  # blocks before this index are taken
    for cluster in clusters:
        found = [blocks[index] for index in cluster]
        alone = all(block.kind is Kind.NOTE or block.listed for block in found)
        if cluster[-1] < taken or (not alone and not _of_works(found)):
            continue
        first, last = max(cluster[0], taken), cluster[-1]
        while first > taken and _alike(blocks[first - 1], scores[first - 1], blocks[first]):
            first -= 1
        while last + 1 < len(blocks) and _alike(blocks[last + 1], scores[last + 1], blocks[last]):
            last += 1
        if not alone and _mostly_told(blocks[first : last + 1]):
            continue
        counted = _counting(blocks[first : last + 1])  # what has no number is the rest of an item
        out.extend(blocks[i] for i in range(first, last + 1) if i not in said and (number_of(blocks[i]) or not counted))
        taken = last + 1
        for index in _counted_on(blocks, first, last):
            out.append(blocks[index])
            taken = index + 1
    return out


def _counted_on(blocks: Sequence[Block], first: int, last: int) -> Iterator[int]:
    """The blocks behind a numbered list that go on with its numbers, though nothing else marks them as references: a
    website without an author, a work without a year."""
    due, between = _counting(blocks[first : last + 1]) + 1, 0
    if due == 1:
        return
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if number_of(block) == due and block.kind is blocks[last].kind and _printed(block):
            due, between = due + 1, 0
            yield index
        elif between == A_LIST:
            return
        else:
            between += 1


def _counting(blocks: Sequence[Block]) -> int:
    """The last of the numbers of these blocks if two or more have one and they count on, else 0; what has none between
    them is the rest of one."""
    numbers = [number for block in blocks if (number := number_of(block))]
    counted = len(numbers) >= A_LIST and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return numbers[-1] if counted else 0


def _printed(block: Block) -> bool:
    """Whether it is not a sentence and prints a year, an address or an author."""
    text = block.text
    stated = has_year(text) or bool(block.links) or "://" in text or author_points(text) >= 1.5
    return stated and prose_points(text) < 2 and not joining.bare_repeat(text)


def _of_works(found: Sequence[Block]) -> bool:
    """Whether there are two or more, half begin with an author, most have parts that lists of people or goods lack, and
    most are not said to be something, as what a lesson or a glossary lists."""
    if _mostly_told(found):
        return False
    authored = sum(author_points(block.text) >= 1.5 for block in found)
    works = sum(names_work(block.text) or bool(block.italics) for block in found)
    unlike = {_FIGURES.sub("#", block.text[:_HEAD]) for block in found}  # the lines of a log differ by their figures
    return len(found) > 1 and authored * 2 >= len(found) and works * 2 > len(found) and len(unlike) * 2 > len(found)


def _mostly_told(found: Sequence[Block]) -> bool:
    """Whether half or more are people or works with a year that something is said of: "Cohen (1994) for the test"."""
    return sum(_TOLD.match(block.said) is not None for block in found) * 2 >= len(found)


def _alike(block: Block, score: float, known: Block) -> bool:
    """Whether a block is of the same kind and list as a known reference, and not unlike one."""
    if block.kind is not known.kind or block.group != known.group or block.aside or joining.bare_repeat(block.text):
        return False
    if block.kind is Kind.NOTE and joining.short_citation(block.text):
        return False
    if block.group:
        return score >= 0 or (has_year(block.text) and prose_points(block.text) < 2.5)
    return score >= SURE or (score >= LIKELY + 0.5 and author_points(block.text) >= 1.5)


def _solid(block: Block) -> bool:
    text = block.text
    if joining.bare_repeat(text) or joining.short_citation(text):
        return False
    if block.kind is Kind.NOTE:
        return author_points(text) >= 1.5 or len(text) < LONG_NOTE
    if block.kind is Kind.ITEM:
        return True
    author = author_points(text)
    return has_year(text) and (author >= 2.5 or (author >= 1.5 and reference_score(block) >= SURE + 1))
