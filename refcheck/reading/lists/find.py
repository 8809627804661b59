"""Which blocks are the bibliography: headings of any language, list structure, and the look of the lines themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from refcheck.model import Entry, Unread, UnreadReason
from refcheck.reading.document import Block, Kind, shifted
from refcheck.reading.formats.bib import bib_entries
from refcheck.reading.formats.text import read_text
from refcheck.reading.lists import join as joining
from refcheck.reading.lists import split as splitting
from refcheck.reading.lists.behind import leaves_list, stands_behind
from refcheck.reading.lists.headings import STRONG, WEAK, ends_list, fold, heading_core, heading_grade, heading_like
from refcheck.reading.lists.look import (
    LIKELY,
    SURE,
    author_points,
    complete,
    has_year,
    likeness,
    names_work,
    prose_points,
    substantial,
)
from refcheck.reading.lists.notes import points

_ADDRESS = re.compile(r"<?(?:https?://|doi:\s?|10\.\d{4,9}/)\S+")
_TITLED_ADDRESS = re.compile(r"[^.!?]{3,250}[:.,]?\s<?https?://\S+?>?\.?")
_CITES = re.compile(
    r"\[[^\[\]]{0,100}@[\w{]|\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\]]{0,200}\]){0,2}\{"
    r"|(?:^|[\s(;])-?@[A-Za-z][\w:-]{2,80}\d{4}"  # a key with a year; "@NASA" is a name
)
_PERSON = re.compile(r"\borcid\.org/|\w@[\w-]{2,60}\.\w")  # an author's number or mail
_LONG_NOTE = 400  # characters from which a note that begins with no author explains, whatever it cites
_TORN_LABEL = re.compile(r"\[(\d{1,3})\s(?=\S)|(\d{1,3})\]\s?(?=\S)")  # "[22 Zhu"
_A_LIST = 2  # items that look like references, none of which could be read, before a list is missed
_LONG_LIST = 5  # references, from which on their order can tell
_SORTED = 0.9  # of the neighbours in a list that is sorted; particles and umlauts are sorted in several ways
_BIBTEX = re.compile(r"@[A-Za-z]{3,30}\s?\{")
_SHORT_LINE = 40  # characters: who wrote the text, a date, a licence
_COLON = re.compile(r"^([^:：]{3,60})[:：]\s*(\S.*)?$", re.S)


@dataclass
class Found:
    """What the search of an article's blocks gives."""

    entries: list[Entry] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)  # name of a place in the document -> index of its entry
    rest: list[Block] = field(default_factory=list)  # every block that is no entry
    unread: list[Unread] = field(default_factory=list)
    seen: int = 0  # list items counted


@dataclass
class _Section:
    """A stretch of blocks that may be a list. grade: of its heading, 0 = none."""

    grade: int
    heading: str = ""
    line: int = 0
    aside: int = 0
    inside: bool = False  # under a heading of its own ("Books") below that of the list
    ruled: bool = False  # it begins under a line, behind a list: something else, unless most of it are references
    members: list[Block] = field(default_factory=list)


def find(blocks: Sequence[Block], *, keyed: bool = False) -> Found:
    """The entries of a document, and everything else.

    keyed: the list of the document is made from the keys that it cites, so that what else looks like a reference in
    its running text is none.
    """
    divided = splitting.divide(_inline_headings(blocks))
    words = _words(divided)
    found = Found()
    taken: set[int] = set()
    before = ""
    behind_list = False  # the section before was the list, or went on with it
    cut = _sections(divided)
    for section in cut:
        found.entries += _bibtex(section)
    found.seen = len(found.entries)
    sections = _without_captions([(section, _members(section)) for section in cut])
    headed = keyed or bool(found.entries) or any(section.grade == STRONG and kept for section, kept in sections)
    for section, kept in sections:
        if not section.grade and behind_list and not ends_list(section.heading) and not section.aside:
            kept = _carried_on(section) or kept
        elif keyed and section.grade == WEAK:  # "Literature review"
            kept = [block for block in kept if block.kind is not Kind.PARAGRAPH]
        elif headed and not section.grade:
            kept = [block for block in kept if block.listed or block.kind is Kind.NOTE]
        behind_list = bool(kept) and (section.grade == STRONG or behind_list)
        heading = section.heading if section.grade else ""
        for block in kept:
            made = joining.entry(_without_torn_label(block), heading, before, words)
            before = made.raw if not made.repeats else before
            found.anchors.update((name, len(found.entries)) for name in block.anchors)
            found.entries.append(made)
        taken.update(id(line) for block in kept for line in block.lines)
        _count(section, kept, found)
    if not keyed and not found.entries and not found.unread and (lone := _lone(sections)):
        found.entries.append(joining.entry(lone, "", "", words))
        found.seen += 1
        taken.update(id(line) for line in lone.lines)
    found.rest = [block for block in divided if id(block.lines[0]) not in taken]
    return found


def _without_captions(sections: list[tuple[_Section, list[Block]]]) -> list[tuple[_Section, list[Block]]]:
    """Where one section is a list beyond doubt, none that only has its heading: "Source: ..." under a table, a line of
    the table of contents."""
    lists = [section for section, kept in sections if section.grade == STRONG and _certain(section, kept)]
    if not lists:
        return sections
    return [
        (section, kept)
        if section.grade != STRONG or section in lists or len(kept) * 2 >= len(section.members)
        else (replace(section, grade=0), [])
        for section, kept in sections
    ]


def _certain(section: _Section, kept: Sequence[Block]) -> bool:
    """Three references or more, most of them beyond doubt, and hardly anything else as far as the last of them."""
    if len(kept) <= _A_LIST:
        return False
    reach = sum(block.line <= kept[-1].line for block in section.members)
    sure = sum(_score(block) >= SURE or "://" in block.text or bool(block.links) for block in kept)
    return len(kept) * 2 >= reach and sure * 2 > len(kept)


def _bibtex(section: _Section) -> list[Entry]:
    """The BibTeX that stands, as code or as text, where a heading promises a list; "Citation" promises none."""
    if section.grade != STRONG or leaves_list(section.heading):
        return []
    shown = [block for block in section.members if _BIBTEX.match(block.lines[0].text)]
    section.members = [block for block in section.members if block not in shown]
    entries: list[Entry] = []
    for block in shown:
        lines = [line.number for line in block.lines]
        entries += (
            replace(x, line=lines[x.line - 1], end_line=lines[min(x.end_line, len(lines)) - 1], heading=section.heading)
            for x in bib_entries("\n".join(line.text for line in block.lines))
        )
    return entries


def _opened(section: _Section) -> _Section:
    """A section whose list is set as code, with that as text: ``References ::`` and an indented list below it."""
    members: list[Block] = []
    for block in section.members:
        if block.kind is Kind.CODE:
            first = block.line
            rows = [""] * (block.end_line - first + 1)
            for line in block.lines:
                rows[line.number - first] = " " * line.indent + line.text
            members += splitting.divide(list(shifted(read_text("\n".join(rows)).blocks, first - 1)))
        else:
            members.append(block)
    return replace(section, members=members)


def _carried_on(section: _Section) -> list[Block]:
    """The references of a section right behind a list, under a heading of its own ("Laws"): three, and hardly more."""
    kept = [b for b in section.members if _score(b) >= LIKELY + 1 and author_points(b.text) >= 2 and has_year(b.text)]
    return kept if len(kept) > _A_LIST and len(kept) * 3 >= len(section.members) * 2 else []


def _lone(sections: Sequence[tuple[_Section, Sequence[Block]]]) -> Block | None:
    """The one reference an article may end with, where it has no list: beyond doubt, and behind running text."""
    blocks = [block for section, _ in sections for block in section.members if not block.aside]
    while len(blocks) > 1 and (_behind(blocks[-1]) or len(blocks[-1].text) < _SHORT_LINE):
        blocks.pop()
    if len(blocks) < 2 or all(prose_points(block.text) < 1 for block in blocks[:-1]):
        return None
    text = blocks[-1].text
    sure = _score(blocks[-1]) >= SURE + 1 and author_points(text) >= 2 and names_work(text) and complete(text)
    return blocks[-1] if sure and prose_points(text) <= 0 and _solid(blocks[-1]) else None


def _words(blocks: Sequence[Block]) -> Counter[str]:
    """How often each word is printed; empty where no line ends in a hyphen, since only those need it."""
    lines = [line.text for block in blocks for line in block.lines]
    if not any(line.endswith(("-", "‐")) for line in lines):
        return Counter()
    return Counter(word for line in lines for word in re.findall(r"\w+(?:-\w+)?", line.casefold()))


def _inline_headings(blocks: Sequence[Block]) -> list[Block]:
    """ "Bronnen: Jansen (2010)..." as a heading and a paragraph; a lone "Bronnen:" paragraph as a heading."""
    out: list[Block] = []
    for block in blocks:
        first = block.lines[0]
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            if len(block.lines) == 1 and block.kind is Kind.PARAGRAPH and heading_grade(first.text):
                out.append(replace(block, kind=Kind.HEADING, level=9))
                continue
            if (
                len(block.lines) == 1
                and block.kind is Kind.PARAGRAPH
                and len(first.text) < 40
                and ends_list(first.text)
            ):
                out.append(replace(block, kind=Kind.HEADING, level=9))
                continue
            match = _COLON.match(first.text[:2000]) if block.kind is Kind.PARAGRAPH else None
            if match and heading_grade(match[1]) and (not match[2] or _opens_list(block, match[2])):
                rest = first.text[match.start(2) :] if match[2] else ""
                out.append(replace(block, kind=Kind.HEADING, level=9, lines=(replace(first, text=match[1]),)))
                body = (replace(first, text=rest), *block.lines[1:]) if rest else block.lines[1:]
                if body:
                    out.append(replace(block, lines=body))
                continue
            if len(block.lines) > 1 and heading_grade(first.text) and not first.text.endswith("."):
                out.append(replace(block, kind=Kind.HEADING, level=9, lines=block.lines[:1]))
                out.append(replace(block, lines=block.lines[1:]))
                continue
        out.append(block)
    return out


def _opens_list(block: Block, rest: str) -> bool:
    """What stands behind "Sources:" on its line is a reference, not the source of a picture or a sentence."""
    text = f"{rest} {' '.join(line.text for line in block.lines[1:])}"
    return (
        substantial(text[:600])
        and likeness(text[:600]) >= LIKELY + 1
        and (author_points(rest) >= 1.5 or rest.lstrip("[(").startswith("1"))
    )


def _sections(blocks: Sequence[Block]) -> list[_Section]:
    """The document cut at its headings; a section's grade is that of the bibliography heading it stands under."""
    sections = [_Section(0)]
    level = 0  # of the bibliography heading that is open, 0 = none
    promised = False  # it is STRONG
    for block in blocks:
        if block.kind is not Kind.HEADING or (level and _styled_entry(block)):
            if block.ruled and sections[-1].grade and sections[-1].members:
                sections.append(_Section(WEAK, sections[-1].heading, block.line, block.aside, ruled=True))
            sections[-1].members.append(replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.HEADING else block)
            continue
        text = block.text
        grade = heading_grade(text)
        if not grade and heading_like(text) and block.level < 9:
            grade = WEAK
        inside = False
        if grade == STRONG or (grade and not level):
            level, promised = block.level, grade == STRONG
        elif level and block.level > level and not ends_list(text):
            grade, inside = max(grade, WEAK), promised  # "Books" under "Sources"
        elif grade == WEAK:
            level = level or block.level
        else:
            level = 0
        sections.append(_Section(grade, text.strip(" :"), block.line, block.aside, inside))
    return sections


def _styled_entry(block: Block) -> bool:
    """A reference inside a list that is set as a heading."""
    text = block.text
    return len(text) > _SHORT_LINE and author_points(text) >= 2 and complete(text) and likeness(text) >= SURE


def _members(section: _Section) -> list[Block]:
    """The blocks of a section that are references, in order, continued ones joined."""
    if not section.grade:  # under "How to cite" stands the article itself
        return [] if leaves_list(section.heading) else _headless(section.members)
    if section.grade == STRONG and any(block.kind is Kind.CODE for block in section.members):
        return _headed(section) or _headed(_opened(section))
    notes = [block for block in section.members if block.kind is Kind.NOTE]
    others = [block for block in section.members if block.kind is not Kind.NOTE]
    if notes and (kept := _headed(replace(section, members=others))):
        addresses = [block for block in notes if _ADDRESS.fullmatch(block.text)]
        cited = {id(block) for block in [*_headless(notes), *addresses]}
        return [*kept, *(block for block in notes if id(block) in cited)]  # the notes of the article, behind its list
    return _headed(section)


def _headed(section: _Section) -> list[Block]:
    """The references of a section that a heading promises."""
    threshold = LIKELY if section.grade == STRONG else LIKELY + 1.0
    blocks = _rejoined(section)
    scores = [_score(block) for block in blocks]
    lists: dict[int, list[float]] = {}
    for block, score in zip(blocks, scores, strict=True):
        if block.group:
            lists.setdefault(block.group, []).append(score)
    mostly = {group for group, of_group in lists.items() if _mostly_references(of_group)}
    dated: set[int] = set()
    if section.grade == STRONG and not section.aside:  # a list of links beside the article is a menu
        mostly |= _link_lists(blocks)
    elif section.inside:
        mostly |= (dated := _dated_links(blocks))
    good = [
        (
            score >= (-1.0 if block.group in mostly else threshold)
            or (block.listed and score > -99)
            or (section.grade == STRONG and block.group in mostly and score > -99 and _only_address(block))
            or (block.group in dated and bool(block.links) and len(block.text) < _LONG_NOTE)
        )
        and (section.grade == STRONG or block.kind is not Kind.PARAGRAPH or _opens(block))
        and block.aside <= min(section.aside, 1)
        and not joining.bare_repeat(block.text)
        and (section.grade == STRONG or block.group in dated or not joining.short_citation(block.text))
        for block, score in zip(blocks, scores, strict=True)
    ]
    numbered: set[int] = set()
    if section.grade == STRONG:
        linked = [bool(block.links) or "://" in block.said for block in blocks]
        numbered = _numbered_on(blocks, [one or other for one, other in zip(good, linked, strict=True)])
        good = [is_good or index in numbered for index, is_good in enumerate(good)]
    kept: list[Block] = []
    gap = 0
    for index, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        if (gap or not good[index]) and not _in_order(kept, block):
            gap += 1
        elif good[index]:
            carried_on = index in numbered
            other = _all_items(kept) if block.kind is Kind.PARAGRAPH else _number(block) and _none_marked(kept)
            if other and not (carried_on or _opens_surely(block, score)):
                continue
            # Behind something else the bar rises: comments and captions name authors and years too.
            if gap and kept and not block.listed and not carried_on and score < min(SURE, threshold + gap):
                continue
            kept.append(block)
            gap = 0
        elif kept and any(good[index + 1 : index + 4]) and _plausible(block):
            kept.append(block)
        else:
            gap += 1
    if section.ruled and (len(kept) < _A_LIST or len(kept) * 2 <= len(section.members)):
        return []
    if section.grade == WEAK:
        works = sum(names_work(block.text) or "://" in block.text or bool(block.links) for block in kept)
        if dated and all(block.group in dated for block in kept):
            return kept
        if works * 2 <= len(kept) or not any(_score(block) >= SURE for block in kept):
            return []
        if not any(author_points(block.text) >= 1.5 or block.listed for block in kept):
            return []  # titles and years: something to read, no bibliography
    return kept


def _in_order(kept: Sequence[Block], block: Block) -> bool:
    """Whether a block may belong to a list: one that is sorted goes on in its order, what follows it does not."""
    names = [fold(one.text[:40]) for one in kept]
    sorted_ = sum(a <= b for a, b in pairwise(names)) >= _SORTED * (len(names) - 1)
    return len(kept) < _LONG_LIST or not sorted_ or fold(block.text[:40]) >= names[-1]


def _only_address(block: Block) -> bool:
    """A title, however long, and the address behind it."""
    return len(block.text) < _LONG_NOTE and bool(_TITLED_ADDRESS.fullmatch(block.text))


def _numbered_on(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Indexes of the blocks that carry on the numbers of a list, half of which are references at first sight."""
    found: set[int] = set()
    run: list[int] = []
    due = 1
    for index, block in enumerate([*blocks, None]):
        number = _number(block) if block is not None else 0
        if block is not None and number and number == due and run:
            if not joining.bare_repeat(block.text):
                run.append(index)
        elif number or block is None or not run:
            if sum(good[i] for i in run) * 2 >= len(run) > 2:
                found.update(run)
            run = [index] if number == 1 and block is not None else []
        else:
            continue
        due = number + 1
    return found


def _number(block: Block) -> int:
    """The number that is printed before an item, 0 without one."""
    torn = _TORN_LABEL.match(block.text) if not block.marker else None
    digits = (torn[1] or torn[2]) if torn else block.marker.strip("[](){}.: ")
    return int(digits) if digits.isdecimal() and len(digits) < 5 and block.kind is not Kind.CODE else 0


def _without_torn_label(block: Block) -> Block:
    """A block with a label that lacks a bracket as its marker."""
    torn = _TORN_LABEL.match(block.text) if not block.marker else None
    if torn is None:
        return block
    first = replace(block.lines[0], text=block.lines[0].text[torn.end() :].strip() or "…")
    return replace(block, marker=torn[0].strip(), lines=(first, *block.lines[1:]))


def _all_items(kept: Sequence[Block]) -> bool:
    """Two entries or more, each of them with a bullet, a number or the markup of a list."""
    return len(kept) > 1 and all(block.kind is Kind.ITEM for block in kept)


def _none_marked(kept: Sequence[Block]) -> bool:
    """Two entries or more, all of them paragraphs without a number."""
    return len(kept) > 1 and all(block.kind is Kind.PARAGRAPH and not block.marker for block in kept)


def _opens_surely(block: Block, score: float) -> bool:
    """An entry beyond doubt, even where it lacks the bullet that all the others have."""
    return score >= SURE and author_points(block.text) >= 2.5


def _opens(block: Block) -> bool:
    """A paragraph that begins with an author or leads to an address."""
    return author_points(block.text) >= 1.5 or "://" in block.text or bool(block.links)


def _link_lists(blocks: Sequence[Block]) -> set[int]:
    """Lists whose items lead to addresses or look like references: web sources, where the heading promises a list."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            linked = bool(block.links) or "://" in block.said or likeness(block.text) >= LIKELY
            counts[block.group] += 1 if linked else -1
    return {group for group, balance in counts.items() if balance >= 0}


def _dated_links(blocks: Sequence[Block]) -> set[int]:
    """Lists whose items are links with a year, most of them: "Proximal Policy Optimization, Schulman et al. 2017"."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.group:
            counts[block.group] += 1 if block.links and has_year(block.text) else -1
    return {group for group, balance in counts.items() if balance > 0}


def _mostly_references(scores: Sequence[float]) -> bool:
    """Of one list, so that its short and odd items are references too."""
    return bool(scores) and sum(score >= LIKELY + 0.5 for score in scores) * 2 > len(scores)


def _plausible(block: Block) -> bool:
    """Between two references: something with an address, a year or an author that is no running text."""
    text = block.text
    linked = "://" in text
    if block.aside or _behind(block) or prose_points(text) >= (4 if linked else 2.5) or len(text) > 600:
        return False
    return linked or has_year(text) or author_points(text) >= 2.5


def _rejoined(section: _Section) -> list[Block]:
    out: list[Block] = []
    for block in section.members:
        if out and block.kind is Kind.PARAGRAPH and splitting.continues(out[-1], block):
            out[-1] = replace(
                out[-1],
                lines=(*out[-1].lines, *block.lines),
                links=(*out[-1].links, *block.links),
                italics=(*out[-1].italics, *block.italics),
            )
        else:
            out.append(block)
    return out


def _score(block: Block) -> float:
    """How surely a block is a reference: its likeness and what its markup adds, -99 for what can be none."""
    text = block.said
    if block.kind is Kind.CODE or not re.search(r"[^\W\d_]", text):
        return -99.0
    if _ADDRESS.fullmatch(text):
        score = LIKELY + 0.5
    else:
        score = likeness(text) + 2.0 * any("10." in link for link in block.links)
        score += 0.5 * (bool(block.italics) and has_year(text))
    if score < LIKELY and block.kind is Kind.PARAGRAPH and not (block.group or block.listed):
        return score  # running text, which is most of an article, needs no second look
    if (_CITES.search(text) or _PERSON.search(text)) and not block.listed:
        return -99.0  # running text or a note that cites by key is no reference itself, nor is who wrote the article
    return -99.0 if _behind(block) else score


def _behind(block: Block) -> bool:
    """A paragraph that stands behind lists and is none of their entries, or a note on how to cite the article."""
    if block.kind is Kind.NOTE:
        return leaves_list(block.text)
    return block.kind is Kind.PARAGRAPH and not block.listed and stands_behind(block.text)


def _headless(blocks: Sequence[Block]) -> list[Block]:
    """References without a heading: two or more close together, each with an author or the like in front and a year.

    Around them, what is weaker but of the same kind and list counts too.
    """
    scores = [_score(block) for block in blocks]
    said = {i for i, b in enumerate(blocks) if b.lines[0].hard and scores[i] < LIKELY}  # of the one before it
    clusters: list[list[int]] = []
    for index, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        sure = SURE - 0.5 if block.kind is Kind.NOTE and author_points(block.text) >= 2 else SURE
        if (block.listed and score > -99) or (not block.aside and ((score >= sure and _solid(block)) or points(block))):
            between = [i for i in range(clusters[-1][-1] + 1, index) if i not in said] if clusters else []
            if clusters and len(between) <= 2 and all(_alike(blocks[i], scores[i], block) for i in between):
                clusters[-1].append(index)
            else:
                clusters.append([index])
    out: list[Block] = []
    taken = 0  # blocks before this index are used up
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
        out.extend(blocks[i] for i in range(first, last + 1) if i not in said)
        taken = last + 1
    return out


def _of_works(found: Sequence[Block]) -> bool:
    """Two or more, half of them begin with an author, and most print what lists of people and of goods do not."""
    authored = sum(author_points(block.text) >= 1.5 for block in found)
    works = sum(names_work(block.text) or bool(block.italics) for block in found)
    return len(found) > 1 and authored * 2 >= len(found) and works * 2 > len(found)


def _alike(block: Block, score: float, known: Block) -> bool:
    """Of the kind and the list of a known reference, and not unlike one."""
    if block.kind is not known.kind or block.group != known.group or block.aside or joining.bare_repeat(block.text):
        return False
    if block.group:
        return score >= 0 or (has_year(block.text) and prose_points(block.text) < 2.5)
    return score >= SURE or (score >= LIKELY + 0.5 and author_points(block.text) >= 1.5)


def _solid(block: Block) -> bool:
    text = block.text
    if joining.bare_repeat(text) or joining.short_citation(text):
        return False
    if block.kind is Kind.NOTE:
        return author_points(text) >= 1.5 or len(text) < _LONG_NOTE
    if block.kind is Kind.ITEM:
        return True
    author = author_points(text)
    return has_year(text) and (author >= 2.5 or (author >= 1.5 and _score(block) >= SURE + 1))


def _count(section: _Section, kept: Sequence[Block], found: Found) -> None:
    """Counts the list items of a section, and notes those that gave no entry."""
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
        if inside and block.group in groups and _reference_like(block.text):
            found.seen += 1
            found.unread.append(Unread(block.line, block.end_line, UnreadReason.UNREAD, block.text[:200]))
    for block in kept:
        joined = block.text
        if any(True for _ in joining.glued_starts(joined)):
            found.unread.append(Unread(block.line, block.end_line, UnreadReason.GLUED, joined[:200]))


def _reference_like(text: str) -> bool:
    """Prints what only references do, though it could not be made out; no note that speaks or repeats."""
    printed = has_year(text) or "://" in text or author_points(text) >= 2
    return printed and prose_points(text) < 2 and not joining.bare_repeat(text)


def _promises_list(blocks: Sequence[Block]) -> bool:
    """Two blocks that name an author or a year: a list of references, though none could be read; not one of links."""
    return sum(map(_promising, blocks)) >= _A_LIST


def _promising(block: Block) -> bool:
    """Not a reference, but nothing else that one would put under the heading of a bibliography."""
    if block.kind is Kind.CODE or block.aside:
        return False
    text = _ADDRESS.sub(" ", block.text)
    printed = (has_year(text) or author_points(text) >= 2) and prose_points(text) < 2 and not joining.bare_repeat(text)
    return printed and (block.kind in (Kind.ITEM, Kind.NOTE) or likeness(text) > 0)
