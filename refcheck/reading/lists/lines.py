"""Separating references by their lines: hanging indents, the content of lines, and lines that end early."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise, takewhile

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.fold import unaccented
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.authored import AND, author_points, begins_entry
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.join import ADDRESS_TAIL
from refcheck.reading.lists.look import (
    ACCESSED,
    LIKELY,
    SURE,
    complete,
    ends_well,
    has_year,
    likeness,
    lower_start,
    prose_points,
    substantial,
)

_RARE = 25  # an indent of only one line in this many says nothing
_AUTHORS_ALONE = 25  # characters; a shorter text with a year may be the authors of the work below them
_QUOTES = '"“„«‘「『'
_SUBTITLE = 4  # lines from a subtitle to the address of its reference
_PARAGRAPH = 150  # characters; a longer text is a paragraph
ADDRESS_HEAD = re.compile(
    rf"https?://|www\.|doi[:.\s]|{DOI_PREFIX}|<http|\[http|arXiv|DOI\b|URL\b|ISBN\b"
    rf"|\(?(?:{alternatives(every('lists', 'pages'))})\.\s?\d",
    re.I,
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿα-ωа-џ]"
_REST = re.compile(
    # Text found only inside a reference: "In Miller, K. (Ed.)", "Milbank Q. 2005;83(4)", "Journal of Sleep, 12(3)"
    rf"(?:{alternatives(every('lists', 'in'))})[: ]\s?\S"
    rf"|[^.,;()\d]{{0,60}}[a-zß-öø-ÿ]{{3}}\.\s(?:{alternatives(every('lists', 'in'))}):?(?<=:)\s"
    r"|(?:[A-ZÀ-Þ][\w&]{0,12}\.?\s){1,6}\d{1,4},\s?\d{1,5}[–-]\d{1,5}\.?"
    r"|[A-ZÀ-Þ][\w&. ]{1,60}[.,]?\s(?:19|20)\d\d(?:\s\w{3,4}(?:\s\d{1,2})?)?;\s?\d"
    r"|[A-ZÀ-Þ][\w&:’' ]{3,80},\s\d{1,4}\s?\(\d"
)
_IMPRINT = re.compile(  # "São Paulo: Edusp, 2004.", "М.: Наука, 2001. 234 с."
    rf"{_CAPITAL}[\w.'’-]{{0,20}}(?:[\s-]{_CAPITAL}[\w.'’-]{{1,20}}){{0,2}}(?:,\s\w{{2,12}})?\s?:\s{_CAPITAL}[\w.'’-]{{1,30}}"
    rf"(?:\s[\w.'’&-]{{1,30}}){{0,4}}[,.]\s((?:1[5-9]|20)\d\d)(?!\d).{{0,20}}"
)
_NAME_ALONE = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}(?:,?\s[^\W\d_a-zß-öø-ÿ][\w'’-]{0,30}){1,3}\.")  # "Kay Alan."
_HEAD = re.compile(r"([^\W\d_][^,.;(]{1,60}?)\s?[,.;(]")
_CAPITALS = 4  # entries whose authors are in capitals
_IN_ORDER = 0.9  # of the neighbours in a sorted list
_OPEN_END = re.compile(rf"(?:[,;:&/(\[«„“‘–—-]|\b(?:{AND}|{alternatives(every('lists', 'unfinished'))}))$")


def whole_paragraphs(blocks: Sequence[Block]) -> set[int]:
    """Ids of the paragraphs that are one reference each: of three or more in a row that begin so and are wrapped."""
    found: set[int] = set()
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind is Kind.PARAGRAPH:
            run.append(block)
            continue
        wrapped = [b for b in run if len(b.lines) > 1]
        opening = [b for b in wrapped if author_points(b.text) >= 1.5 and has_year(b.text)]
        others = [line.text for b in wrapped for line in b.lines[1:]]
        alone = sum(begins_entry(text) and likeness(text) >= SURE for text in others)
        if len(opening) >= 3 and len(opening) * 4 >= len(wrapped) * 3 and alone * 5 <= len(others):
            found.update(id(b) for b in wrapped)
        run = []
    return found


def by_line(block: Block, fixed: bool) -> list[Block]:
    """A block of several lines cut where a line begins a new reference."""
    lines = block.lines
    if block.marker and 0 < lines[0].indent <= min(line.indent for line in lines[1:]):
        return [block]  # it hangs on its marker
    starts = hanging(lines) if block.kind is Kind.PARAGRAPH else None
    if starts is None:
        starts = (not fixed and _in_capitals(lines)) or _read_starts(block, fixed)
    edges = [0, *starts, len(lines)]
    pieces = [replace(block, lines=lines[a:b]) for a, b in pairwise(edges)]
    for index, piece in enumerate(pieces):
        if index and piece.kind is Kind.ITEM and (leaves_list(piece.text) or _annotates(piece.text)):
            pieces[index] = replace(piece, kind=Kind.PARAGRAPH, marker="", group=0, level=0)
    return pieces


def _in_capitals(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines where entries begin whose authors are in capitals and in order: "SOUZA, A. ...", "UNESCO.
    ..."; none if there are few."""
    begun = [
        index
        for index, line in enumerate(lines)
        if (head := _HEAD.match(line.text)) and head[1].isupper() and (not index or ends_well(lines[index - 1].text))
    ]
    names = [unaccented(lines[index].text[:12]) for index in begun]
    in_order = sum(a <= b for a, b in pairwise(names))
    sure = begun[:1] == [0] and len(begun) >= _CAPITALS and in_order >= (len(begun) - 1) * _IN_ORDER
    return begun[1:] if sure else []


def hanging(lines: Sequence[Line]) -> list[int] | None:
    """Indexes of the lines where entries begin, by their indent; None where the indents say nothing.

    Entries begin at the smaller indents or, where the first line has one of the larger, at those. What is small is
    decided by the widest step between two indents that occur, since lines in a PDF's column differ by a few points.
    """
    indents = [line.indent for line in lines]
    seen = Counter(indents)
    levels = sorted(indent for indent, count in seen.items() if count * _RARE >= len(lines)) or sorted(seen)
    steps = sorted(pairwise(levels), key=lambda step: (step[0] - step[1], step[0]))
    for low, high in (step for step in steps[:2] if step[1] - step[0] >= 2):
        small = [i for i, indent in enumerate(indents) if indent * 2 < low + high]
        first_large = [i for i in range(len(lines)) if i not in small] if small[:1] != [0] else []
        # a page may begin with the rest of an entry
        for starts in sorted((small, first_large), key=lambda starts: -_named(lines, starts)):
            begun = sum(likeness(lines[i].text) > 0 or begins_entry(lines[i].text) for i in starts)
            if starts and begun >= len(starts) * 0.6:
                return [i for i in starts if i]
    return None


def _named(lines: Sequence[Line], starts: Sequence[int]) -> float:
    """The share of these lines that begin with an author."""
    return sum(begins_entry(lines[i].text) for i in starts) / len(starts) if starts else 0.0


class Layout(Enum):
    """How the lines of a block hold its references."""

    LINES = "one reference a line"
    WRAPPED = "broken at a width"
    FREE = "no telling"
    ITEM = "one reference in all, unless a second clearly begins"


def _read_starts(block: Block, fixed: bool) -> list[int]:
    """Line indexes where entries begin, judged by the content of the lines and by which lines end early.

    fixed: the end of the block is known, so that only a clear start divides it.
    """
    lines = block.lines
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) > 10 else lengths[-1]
    early = [
        a.hard or b.hard or len(a.text) + 1 + len(b.text.split(" ", 1)[0]) <= width * 0.9 for a, b in pairwise(lines)
    ]
    layout = Layout.ITEM
    if not fixed:
        alone = sum(has_year(line.text) and likeness(line.text) >= LIKELY + 0.5 for line in lines)
        hard = all(line.hard for line in lines[1:])
        if alone >= len(lines) * (0.5 if hard else 0.75):
            layout = Layout.LINES
        else:
            layout = Layout.WRAPPED if len(lines) > 3 and sum(early) < len(early) * 0.6 else Layout.FREE
    starts: list[int] = []
    so_far = lines[0].text
    for index in range(1, len(lines)):
        line = lines[index]
        noted = line.hard and complete(so_far) and _annotates(_until_break(lines, index))
        wrapped = lines[index : index + _SUBTITLE]
        if noted or _starts_here(so_far, lines[index - 1].text, wrapped, early[index - 1], layout):
            starts.append(index)
            so_far = line.text
        else:
            so_far = f"{so_far} {line.text}"[-1500:]
    return starts


def _starts_here(so_far: str, before: str, lines: Sequence[Line], early: bool, layout: Layout) -> bool:
    """Whether the first of these lines begins a reference, given the text of the one before them."""
    line, text = lines[0], lines[0].text
    if len(text) > 20 and ends_well(before) and leaves_list(text):
        return True
    person = _by_person(text)
    titled = text[0] in _QUOTES and so_far[0] in _QUOTES  # both without an author
    begins = titled or begins_entry(text)
    imprint = _IMPRINT.fullmatch(text)
    if imprint and f"({imprint[1]})" in so_far:
        return False
    if (
        (lower_start(text) and not person)
        or ADDRESS_HEAD.match(text)
        or ACCESSED.match(text.lower())
        or _REST.match(text)
        or (open_end(before) and not line.hard)
    ):
        return False
    if not begins and layout is not Layout.LINES and "://" not in so_far:
        rest = takewhile(lambda one: not begins_entry(one.text), lines[1:])
        if any("://" in one.text for one in rest):
            return False  # a subtitle, the publisher, and only then the address of the reference
    if not begins and not early and layout is not Layout.LINES:
        # A sentence right under a line that is a whole reference: a claim or a disclaimer.
        return len(text) > 60 and likeness(text) <= -1.5 and ends_well(before) and stands(before)
    if layout is Layout.LINES:
        return begins or line.hard or ends_well(so_far)
    done = (
        complete(so_far)
        or (early and begins and substantial(so_far))
        or (early and (person or titled) and _brief(so_far))
        or (person and stands(so_far) and stands(text))
    )
    if not done:
        # Prose, or a heading line, in front of the first reference of a paragraph.
        prose = layout is not Layout.ITEM and likeness(so_far) < 0 and not _NAME_ALONE.fullmatch(so_far)
        return early and begins and prose and likeness(text) >= LIKELY
    if layout is Layout.ITEM:
        return (person and likeness(text) >= SURE) or (line.hard and _annotates(text))
    if not early:
        return person or titled or (begins and has_year(text))
    if begins:
        return True
    clear = (likeness(text) >= LIKELY + 1 and has_year(text)) or (likeness(text) < 0 and len(text) > 40)
    return layout is Layout.WRAPPED or clear or line.hard


def _until_break(lines: Sequence[Line], index: int) -> str:
    """The text from a line up to the next hard line break."""
    end = next((i for i in range(index + 1, len(lines)) if lines[i].hard), len(lines))
    return " ".join(line.text for line in lines[index:end])


def _annotates(text: str) -> bool:
    """Whether a text comments on the reference above it; a paragraph of comments may name years and authors."""
    printed = has_year(text) or author_points(text) >= 1.5 or any(c.isdigit() for c in text)
    sentence = text[-1:] in '.!?)”"' and text.count(" ") >= 5 and not lower_start(text)
    if len(text) > _PARAGRAPH and author_points(text) < 2.5 and prose_points(text[:600]) >= 1:
        return sentence and likeness(text) <= 0
    return sentence and not printed and likeness(text) <= -1


def _by_person(text: str) -> bool:
    """Whether a text begins with a person's name, not one that may be an organisation's."""
    return author_points(text) >= 2.5


def stands(text: str) -> bool:
    """Whether the text alone is a whole reference."""
    return likeness(text) >= SURE and substantial(text)


def _brief(text: str) -> bool:
    """Whether a text may be a whole reference of few words: "Novák J., Dějiny soli, Brno 2014."."""
    return len(text) > _AUTHORS_ALONE and has_year(text) and ends_well(text) and not text.endswith((").", ")"))


def goes_on(before: str, text: str) -> bool:
    """Whether a text is the journal or the imprint of the work before it: one of the two has the year of both."""
    rest = _REST.match(text) or _IMPRINT.fullmatch(text)
    return bool(rest) and begins_entry(before) and not _by_person(text) and has_year(before) != has_year(text)


def open_end(text: str) -> bool:
    """Whether the text breaks off: at a comma, a hyphen, "and"; but not at the slash of an address."""
    return bool(_OPEN_END.search(text[-40:])) and not ADDRESS_TAIL.search(text[-300:])
