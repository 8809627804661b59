"""Dividing a document at its headings into sections that may be lists."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind, Line, shifted
from refcheck.reading.lists import split as splitting
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.headings import STRONG, WEAK, ends_list, heading_grade, heading_like
from refcheck.reading.lists.join import short_citation
from refcheck.reading.lists.look import LIKELY, SURE, complete, ends_well, has_year, likeness, names_work, substantial
from refcheck.reading.lists.markers import number_of
from refcheck.reading.lists.paragraphs import read_text

A_LIST = 2  # items that look like references make a list, even if none could be read
_NONE = -1
_MARK = 10  # characters; a shorter paragraph behind a reference is a sign, as an arrow that is a link
SHORT_LINE = 40  # characters; a shorter line may be an author, a date, a licence
_SORTING = re.compile(  # "2019", "1990s", "1990-1999", "A", "A-C"
    r"\W{0,3}(?:(?:1[5-9]|20)\d\d(?:s|er|s?\s?[-–—/]\s?(?:(?:1[5-9]|20)?\d\ds?)?)?|[^\W\d_](?:\s?[-–—]\s?[^\W\d_])?)\W{0,3}"
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
_CREDIT = re.compile(r"[^.,;:]{3,60}\s[(（]\d{4}[)）]\.?")  # "Source: own work (2024)", below a figure
_LABEL = re.compile(r"\s?[\[{][^\[\]{}]{1,60}[\]}]$")  # of a figure, for its cross-references
_COLON = re.compile(r"^([^:：]{3,60})[:：]\s*(\S.*)?$", re.S)


@dataclass
class Section:
    """Consecutive blocks that may be a list. grade: that of its heading, 0 = none."""

    grade: int
    heading: str = ""
    line: int = 0
    aside: int = 0
    inside: bool = False  # under a heading ("Books") below that of the list
    level: int = 0  # of its heading
    ruled: bool = False  # it begins under a rule, after a list, so it is something else unless it is mostly references
    members: list[Block] = field(default_factory=list)


def opened(section: Section) -> Section:
    """The section; a list set as code (``References ::`` and an indented list below it) is turned into text."""
    members: list[Block] = []
    for block in section.members:
        if block.kind is Kind.CODE and not block.text.startswith(("<", "@")):  # which shows how a list is marked up
            first = block.line
            rows = [""] * (block.end_line - first + 1)
            for line in block.lines:
                rows[line.number - first] = " " * line.indent + line.text
            members += splitting.divide(list(shifted(read_text("\n".join(rows)).blocks, first - 1)))
        else:
            members.append(block)
    return replace(section, members=members)


def with_inline_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with "Bronnen: Jansen (2010)..." divided into heading and paragraph, and a lone "Bronnen:" a
    heading."""
    out: list[Block] = []
    for block in blocks:
        first = block.lines[0]
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            if len(block.lines) == 1 and block.kind is Kind.PARAGRAPH and _heads(first.text):
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
            last = block.lines[-1]
            if len(block.lines) > 1 and last.hard and _heads(last.text):
                out.append(replace(block, lines=block.lines[:-1]))
                out.append(replace(block, kind=Kind.HEADING, level=9, lines=(last,)))
                continue
            if len(block.lines) > 1 and heading_grade(first.text) and not first.text.endswith("."):
                out.append(replace(block, kind=Kind.HEADING, level=9, lines=block.lines[:1]))
                out.append(replace(block, lines=block.lines[1:]))
                continue
        out.append(block)
    return out


def _heads(text: str) -> bool:
    """Whether a line is a list's heading, or has the number of a section before words that name one."""
    numbered = len(text) < SHORT_LINE and _NUMBERED.match(text) and not has_year(text)
    return heading_grade(text) > 0 or bool(numbered and heading_like(text))


def _opens_list(block: Block, rest: str) -> bool:
    """Whether the text after "Sources:" on its line is a reference, not the source of a picture or a sentence."""
    text = f"{rest} {' '.join(line.text for line in block.lines[1:])}"
    return (
        not (_CREDIT.fullmatch(rest) or short_citation(_LABEL.sub("", rest)))
        and substantial(text[:600])
        and likeness(text[:600]) >= LIKELY + 1
        and (author_points(rest) >= 1.5 or rest.lstrip("[(").startswith("1"))
    )


def cut_at_headings(blocks: Sequence[Block]) -> list[Section]:
    """The document divided at its headings; a section's grade is that of the bibliography heading above it."""
    sections = [Section(0)]
    level = _NONE  # of the bibliography heading that is open
    promised = False  # it is STRONG
    rules = sum(block.ruled for block in blocks)
    parted = rules > A_LIST and rules * 4 > len(blocks)  # they stand between the references, and end nothing
    kinds = [block.kind for block in blocks if block.kind is not Kind.HEADING]
    listing = kinds.count(Kind.ITEM) * 4 >= 3 * len(kinds)  # the page is nothing but a list
    for block in blocks:
        if block.kind is not Kind.HEADING or (level != _NONE and _styled_entry(block)):
            if block.ruled and not parted and sections[-1].grade and sections[-1].members:
                sections.append(Section(WEAK, sections[-1].heading, block.line, block.aside, ruled=True))
            sections[-1].members.append(replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.HEADING else block)
            continue
        text = block.text
        above = sections[-1]
        if above.heading and not above.members and above.level == block.level and block.level < 9:
            whole = f"{above.heading} {text}"  # "Referências" / "Bibliográficas", on two lines
            if heading_grade(whole) == STRONG and (text[0].islower() or not heading_grade(text)):
                sections.pop()
                text = whole
        grade = heading_grade(text)
        if not grade and heading_like(text) and block.level < 9 and not (ends_list(text) or leaves_list(text)):
            grade = WEAK
        inside = False
        if grade and not block.level:  # the title of the page
            level, promised, grade = 0, grade == STRONG and listing, WEAK
        elif grade == STRONG or (grade and level == _NONE):
            titled = listing and heading_like(text) and not any(section.members for section in sections)
            inside = titled and grade != STRONG
            if not (promised and _NONE < level < block.level):  # "Primary sources" is a part of "Bibliography"
                level, promised = block.level, grade == STRONG or titled
        elif level != _NONE and block.level > level and not ends_list(text):
            grade, inside = max(grade, WEAK), promised  # "Books" under "Sources"
        elif grade != WEAK:
            level = _NONE
        sections.append(Section(grade, text.strip(" :"), block.line, block.aside, inside, block.level))
    return _authored(_rejoined(sections))


def _rejoined(sections: Sequence[Section]) -> list[Section]:
    """The sections; those whose headings only sort a list, by year or by letter ("2019", "A", "B"), as one, and those
    that go on with the numbers of the list above."""
    out: list[Section] = []
    for section in sections:
        sorts = out and _sorts(section) and _sorts(out[-1]) and section.level == out[-1].level
        if sorts or (out and _counts_on(out[-1], section)):
            out[-1].members += section.members
        else:
            out.append(section)
    return out


def _counts_on(above: Section, section: Section) -> bool:
    """Whether a section begins with the number that follows the last of the list above: "21." below "Websites"."""
    numbers = [number for block in above.members if (number := number_of(block))]
    begins = number_of(section.members[0]) if section.members else 0
    return bool(above.grade) and len(numbers) > A_LIST and begins == numbers[-1] + 1


def _sorts(section: Section) -> bool:
    return _SORTING.fullmatch(section.heading) is not None and section.grade != STRONG


def _authored(sections: Sequence[Section]) -> list[Section]:
    """The sections; those of a list with one work each, below its authors as a heading, as items of that list: the
    authors, with a stop, before the work."""
    out: list[Section] = []
    for (inside, _), group in itertools.groupby(sections, key=lambda section: (section.inside, section.level)):
        members = list(group)
        alone = [section for section in members if _below_authors(section)]
        if not inside or not out or len(members) <= A_LIST or len(alone) * 4 < len(members) * 3:
            out += members
            continue
        for section in members:
            if section.members:
                first, *others = section.members
                head = Line(section.line, f"{section.heading.rstrip('.')}.")
                out[-1].members += [replace(first, lines=(head, *first.lines), listed=True), *others]
    return out


def _below_authors(section: Section) -> bool:
    """Whether a section is one work that begins with its title, below two or more words in capitals."""
    words = [word for word in section.heading.split() if word[0].isupper() or len(word) > 3]
    if len(words) < 2 or sum(word[0].isupper() for word in words) * 3 < len(words) * 2:
        return False
    text = section.members[0].text if section.members else ""
    titled = text.startswith((*section.members[0].italics[:1], *'“"«„‘「『')) if section.members else False
    return titled and has_year(text) and all(len(block.text) < _MARK for block in section.members[1:])


def _styled_entry(block: Block) -> bool:
    """Whether it is a reference inside a list that is marked up as a heading."""
    text = block.text
    whole = complete(text) or (ends_well(text) and (names_work(text) or "://" in text))
    return len(text) > SHORT_LINE and author_points(text) >= 2 and whole and likeness(text) >= SURE
