"""What stands below the title of a work: its address, in an item of its own, and its fields, each with its label, as
in "Year: 2019"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from refcheck import patterns as re
from refcheck.language.words import every
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.headings import fold, unnumbered
from refcheck.reading.lists.look import has_year, names_work
from refcheck.reading.lists.scores import ADDRESS
from refcheck.reading.lists.sections import Section

_LABELLED = re.compile(r"([^:：]{1,24}?)\s?[:：]\s?(\S.*)", re.S)
_AROUND = 20  # characters beside an address in an item that says nothing else: "Link: ...", "[PDF](...)"
_FIELDS = 2  # fields with labels that make what stands above them the title of a work
_WORKS = 3  # headings with fields below each that make a list


def gather(sections: Sequence[Section]) -> dict[int, set[int]]:
    """Join, in the sections that may be lists, the titles of works with what stands below them. By the id of its first
    line: the ids of all lines that were joined for a work."""
    joined: dict[int, set[int]] = {}
    titles = [section for section in sections if section.inside and section.members]
    below = [section for section in titles if sum(bool(_label(line)) for line in _lines(section.members)) >= _FIELDS]
    headed = {id(section) for section in below} if len(below) >= _WORKS and len(below) * 2 > len(titles) else set()
    for section in sections:
        if id(section) in headed:
            title = Block(Kind.ITEM, (Line(section.line, unnumbered(section.heading)),), listed=True)
            section.members = [_with_fields(title, section.members, joined)]
        elif section.grade and any(block.level > 1 for block in section.members):
            section.members = list(_joined(section.members, joined))
    return joined


def _joined(members: Sequence[Block], joined: dict[int, set[int]]) -> Iterator[Block]:
    """The blocks, with the items that hold a work's address or fields as one."""
    at = 0
    while at < len(members):
        block = members[at]
        end = at + 1
        while block.kind is Kind.ITEM and end < len(members) and _is_inside(members[end], block):
            end += 1
        inner = members[at + 1 : end]
        if inner and _describes(block, inner):
            yield _with_fields(block, inner, joined)
            at += len(inner)
        else:
            yield block
        at += 1


def _is_inside(block: Block, item: Block) -> bool:
    return block.kind is Kind.ITEM and block.level > item.level


def _describes(title: Block, inner: Sequence[Block]) -> bool:
    """Whether what stands inside an item tells of one work, its title, and holds no works of its own."""
    labels = sum(bool(_label(line)) for line in _lines(inner))
    places = sum(map(_place, inner))
    if any(has_year(one.text) and author_points(one.text) >= 2.5 and not _label(one.lines[0]) for one in inner):
        return False
    work = names_work(title.text) and author_points(title.text) >= 1.5
    return (bool(places) and (work or len(inner) == 1)) or (bool(labels) and labels + places >= _FIELDS)


def _with_fields(title: Block, inner: Sequence[Block], joined: dict[int, set[int]]) -> Block:
    """A work's title with its address and fields; its people come first, as in most lists. What else is said of it is
    no part of the reference."""
    people: list[Line] = []
    rest: list[Line] = []
    for block in inner:
        for line in block.lines:
            if label := _label(line):
                value = replace(line, text=_LABELLED.sub(r"\2", line.text))
                if label == "author":
                    people.append(replace(value, number=title.line, end=0, text=_ended(value.text)))
                else:
                    rest.append(value)
            elif _place(block):
                rest.append(line)
    lines = [*people, *title.lines, *rest]
    lines = [replace(line, text=_ended(line.text)) if line is not lines[-1] else line for line in lines]
    made = replace(
        title,
        lines=tuple(lines),
        italics=(*title.italics, *(words for block in inner for words in block.italics)),
        links=(*title.links, *(link for block in inner for link in block.links)),
        linked=(*title.linked, *(words for block in inner for words in block.linked)),
    )
    joined[id(made.lines[0])] = {id(line) for block in (title, *inner) for line in block.lines}
    return made


def _ended(text: str) -> str:
    """A field, with the stop that divides it from the next."""
    return text if text.endswith((".", "?", "!", ",", ":", "。")) else f"{text}."


def _lines(blocks: Sequence[Block]) -> Iterator[Line]:
    return (line for block in blocks for line in block.lines)


def _label(line: Line) -> str:
    """What the label of a line says that it is: "author", "field" or ""."""
    match = _LABELLED.fullmatch(line.text)
    return _labels().get(fold(match[1].strip(" *()[]")), "") if match else ""


@cache
def _labels() -> dict[str, str]:
    fields = dict.fromkeys(map(fold, every("lists", "field_labels")), "field")
    return fields | dict.fromkeys(map(fold, every("lists", "author_labels")), "author")


def _place(block: Block) -> bool:
    """Whether a block is just the address of something: "https://...", "Link: https://...", "[PDF](...)"."""
    around = len(ADDRESS.sub("", block.text)) if ADDRESS.search(block.text) else len(block.text)
    return around <= _AROUND and (bool(block.links) or ADDRESS.search(block.text) is not None)
