"""Blocks -> one block a reference: markers, hanging indents, wrapped lines, glued and broken references."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from refcheck.reading.document import Block, Kind, Line, clean
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.join import ADDRESS_TAIL
from refcheck.reading.lists.look import (
    ACCESSED,
    GLUED,
    LIKELY,
    NAMES_YEAR,
    SURE,
    author_points,
    begins_entry,
    complete,
    ends_well,
    has_year,
    likeness,
    lower_start,
    prose_points,
    substantial,
)

_BULLET = re.compile(
    r"([•◦▪▫●○‣⁃∙·►▶➤➢✓✔❖■□◆◇★☆→»*+\uf0b7\uf0a7-]|[–—](?=\s[^\W\d_]))\s{1,20}(?!https?:|www\.|doi)(?=\S)"
)
_NUMBER = re.compile(
    r"(?:[\[(（【〔［](\d{1,3})[\])）】〕］]:?|(\d{1,3})[.)．、](?=\s|[^\W\d])|(\d{1,3})\s(?=[^\W\d_a-zà-ÿ]"
    r"|(?:van|von|der?|den|di|da|du|la|le|te[nr]|zu|al|el)\s)|\[\^([\w-]{1,30})\]:?"
    r"|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|([①-⑳])|\[([A-Za-z][A-Za-z+.:_-]{0,20}\d[\w+.:-]{0,20})\])\s{0,20}(?=\S)"
)
_PARAGRAPH = 150  # characters from which a text is a paragraph
_LABEL = re.compile(r"[\[(]\d{1,3}[\])]\.?|\d{1,3}[.)]")
_DIGIT = re.compile(r"\d")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ADDRESS_HEAD = re.compile(
    r"https?://|www\.|doi[:.\s]|10\.\d{4,9}/|<http|\[http|arXiv|DOI\b|URL\b|ISBN\b|\(?(?:pp?|S|p|blz)\.\s?\d", re.I
)
_REST = re.compile(
    # What only stands inside a reference: "In Miller, K. (Ed.)", "Milbank Q. 2005;83(4)", "Journal of Sleep, 12(3)"
    r"(?:In|Dans|Em|W:|V:|I:|En:)[: ]\s?\S|(?:[A-ZÀ-Þ][\w&]{0,12}\.?\s){1,6}\d{1,4},\s?\d{1,5}[–-]\d{1,5}\.?"
    r"|[A-ZÀ-Þ][\w&. ]{1,60}[.,]?\s(?:19|20)\d\d(?:\s\w{3,4}(?:\s\d{1,2})?)?;\s?\d"
    r"|[A-ZÀ-Þ][\w&:’' ]{3,80},\s\d{1,4}\s?\(\d"
)
_OPEN_END = re.compile(
    r"(?:[,;:&/(\[«„“‘–—-]|\b(?:and|en|und|et|y|e|i|og|och|ja|ve|In|in|dans|en:|the|of|de|van|der|von|on|for|to|a|an|die|het))$"
)
_STARTING = re.compile(rf"(?:^|(?<=[.\d)\]’”\"/]\s)){NAMES_YEAR.pattern}")
_HOUSE = re.compile(
    r"\b(?:Press|Proceedings|University|Publish\w*|Verlag|Conference|Workshop|Journal|Books|Springer|Elsevier)\b"
)
_SEQUENCE = re.compile(r"(?:(?<=\s)|^)[\[(]?(\d{1,3})[\]).]\s{0,3}(?=[^\W\d_])")


def divide(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that hold several references become several blocks; all others stay as they are."""
    out: list[Block] = []
    blocks = _labels_joined(blocks)
    bare = _bare_runs(blocks)
    whole = _whole_paragraphs(blocks)
    last: Block | None = None  # numbered, before this block
    for block in blocks:
        if block.kind in (Kind.HEADING, Kind.CODE) or (block.listed and block.key):  # a \\bibitem is one reference
            out.append(block)
            last = None
            continue
        if block.kind is Kind.NOTE:  # where it ends is known: two works in one note are cut only where a second begins
            out.extend(_by_glue(block))
            continue
        if pieces := _by_names_year(block):
            out.extend(pieces)
            continue
        pieces = by_marker(block, id(block) in bare, last)
        if block.kind is Kind.PARAGRAPH and pieces[-1].marker:
            last = pieces[-1]
        for piece in pieces:
            # A typed item ends where the next one begins; behind the last one anything may follow.
            fixed = (
                block.listed
                or bool(block.group)
                or id(block) in whole
                or (piece.kind is not Kind.PARAGRAPH and piece is not pieces[-1])
            )
            for part in _by_line(piece, fixed) if len(piece.lines) > 1 else [piece]:
                out.extend(_by_glue(part))
    return out


def _labels_joined(blocks: Sequence[Block]) -> list[Block]:
    """A label that stands as a paragraph of its own ("[4]", in a cell) becomes the marker of what follows it."""
    out: list[Block] = []
    for block in blocks:
        text = block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
        label = out[-1].text if text and out and out[-1].kind is block.kind and not block.marker else ""
        if _LABEL.fullmatch(label) or (block.kind is Kind.NOTE and label.isdecimal() and len(label) < 4):
            block = replace(block, marker=out.pop().text)
        out.append(block)
    return out


def _bare_runs(blocks: Sequence[Block]) -> set[int]:
    """Ids of the paragraphs and items that begin with 1, 2, 3, ... and no sign behind the number, three or more."""
    found: set[int] = set()
    run: list[int] = []
    for block in blocks:
        match = _NUMBER.match(block.lines[0].text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) else None
        number = int(match[3]) if match and match[3] else 0
        if number and number == len(run) + 1:
            run.append(id(block))
            if len(run) >= 3:
                found.update(run)
        elif len(block.text) > 40:
            run = [id(block)] if number == 1 else []
    return found


def _whole_paragraphs(blocks: Sequence[Block]) -> set[int]:
    """Ids of the paragraphs that are one reference each: three or more in a row begin as one and are wrapped."""
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


def by_marker(block: Block, bare: bool = False, last: Block | None = None) -> list[Block]:
    """A block cut before each line that begins with a bullet, or with the next number.

    bare: a number without a sign behind it counts even where it stands alone. last: the item with a number before it,
    whose list may go on in this block.
    """
    if block.marker and len(block.lines) == 1:
        return [block]
    before = _numbered_as(last.marker) if last else None
    cuts = _markers(block.lines, bare, before)
    goes_on = bool(cuts and before and _numbered_as(cuts[0][1][0]) == before.next)
    if not cuts or (len(cuts) == 1 and cuts[0][0] > 0 and not goes_on):
        return [block]
    group = block.group or (last.group if last and goes_on else 0) or (block.line if len(cuts) > 1 else 0)
    pieces = [replace(block, lines=block.lines[: cuts[0][0]])] if cuts[0][0] else []
    ends = [start for start, _ in cuts[1:]] + [len(block.lines)]
    kind = Kind.ITEM if block.kind is Kind.PARAGRAPH else block.kind
    for (start, match), end in zip(cuts, ends, strict=True):
        first = block.lines[start]
        lines = (
            replace(first, text=first.text[match.end() :], indent=first.indent + match.end()),
            *block.lines[start + 1 : end],
        )
        key = ((match[4] or match[7]) if match.re is _NUMBER else "") or block.key
        if group and not block.group and (number := _numbered_as(match[0])) and number.value == 1:
            group = first.number  # another list begins
        pieces.append(
            replace(block, kind=kind, lines=lines, marker=block.marker or match[0].strip(), key=key, group=group)
        )
    return pieces


class _Number(NamedTuple):
    """A marker that counts: its signs ("[]" of "[12]") and its number, -1 for a label that is no number."""

    signs: str
    value: int

    @property
    def next(self) -> _Number:
        """The marker that is due behind it."""
        return self._replace(value=self.value + 1)


def _markers(lines: Sequence[Line], bare: bool, before: _Number | None) -> list[tuple[int, re.Match[str]]]:
    """(line index, match) of the lines that begin with a bullet or with the number that is due."""
    cuts: list[tuple[int, re.Match[str]]] = []
    marked = [
        (index, match)
        for index, line in enumerate(lines)
        if (match := _BULLET.match(line.text) or _NUMBER.match(line.text))
    ]
    numbers = [_numbered_as(match[0]) for _, match in marked]
    for place, (index, match) in enumerate(marked):
        number = numbers[place]
        if number is None:
            cuts.append((index, match))
        elif (
            (index == 0 and not cuts and not (before and before.next in numbers[1:]))
            or number.value < 0
            or (before and number in (before.next, before.next._replace(signs="")))
            or (number.value == 1 and (not cuts or _begins(number, numbers[place + 1 :], before)) and not match[3])
        ):
            cuts.append((index, match))
            before = number
    if len(cuts) == 1 and cuts[0][1].re is _NUMBER and cuts[0][1][3] and not bare:
        return []  # "100 years ago": a sentence
    return cuts


def _begins(number: _Number, ahead: Sequence[_Number | None], before: _Number | None) -> bool:
    """A 1 begins a list of its own where its 2 follows before the list goes on that was begun before."""
    return next(
        (other == number.next for other in ahead if other and other in (number.next, before and before.next)), False
    )


def _numbered_as(marker: str) -> _Number | None:
    """The signs and the number of a marker; None for a bullet."""
    match = _NUMBER.match(f"{marker.strip()} A")
    if match is None:
        return None
    digits = match[1] or match[2] or match[3] or (match[5] or "").translate(_SUPERSCRIPTS)
    if digits:
        return _Number("^" if match[5] else marker.strip(" :").replace(digits, "", 1), int(digits))
    return _Number("o", ord(match[6]) - 0x245F) if match[6] else _Number("", -1)


def _by_line(block: Block, fixed: bool) -> list[Block]:
    """A block of several lines cut where a line begins a new reference."""
    lines = block.lines
    if block.marker and 0 < lines[0].indent <= min(line.indent for line in lines[1:]):
        return [block]  # it hangs on its marker
    starts = _hanging(lines) if block.kind is Kind.PARAGRAPH else None
    if starts is None:
        starts = _read_starts(block, fixed)
    edges = [0, *starts, len(lines)]
    pieces = [replace(block, lines=lines[a:b]) for a, b in pairwise(edges)]
    for index, piece in enumerate(pieces):
        if index and piece.kind is Kind.ITEM and (leaves_list(piece.text) or _annotates(piece.text)):
            pieces[index] = replace(piece, kind=Kind.PARAGRAPH, marker="", group=0, level=0)
    return pieces


def _hanging(lines: Sequence[Line]) -> list[int] | None:
    """Line indexes where entries begin, told by their indent; None where the indents tell nothing."""
    indents = [line.indent for line in lines]
    low = min(indents)
    if max(indents) - low < 2 or len({*indents}) > 4:
        return None
    if indents[0] <= low + 1:
        starts = [i for i, indent in enumerate(indents) if i and indent <= low + 1]
    else:
        starts = [i for i, indent in enumerate(indents) if i and indent >= indents[0] - 1]
    begun = sum(likeness(lines[i].text) > 0 or begins_entry(lines[i].text) for i in [0, *starts])
    return starts if begun >= (len(starts) + 1) * 0.6 else None


class Layout(Enum):
    """How the lines of a block hold its references."""

    LINES = "one reference a line"
    WRAPPED = "broken at a width"
    FREE = "no telling"
    ITEM = "one reference in all, unless a second clearly begins"


def _read_starts(block: Block, fixed: bool) -> list[int]:
    """Line indexes where entries begin, told by what the lines print and by which lines end early.

    fixed: where the block ends is known, so that only a clear start divides it.
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
        if noted or _starts_here(so_far, lines[index - 1].text, line, early[index - 1], layout):
            starts.append(index)
            so_far = line.text
        else:
            so_far = f"{so_far} {line.text}"[-1500:]
    return starts


def _starts_here(so_far: str, before: str, line: Line, early: bool, layout: Layout) -> bool:
    """Whether a line begins a reference, after what was read of the one before it."""
    text = line.text
    if len(text) > 20 and ends_well(before) and leaves_list(text):
        return True
    begins, person = begins_entry(text), _by_person(text)
    if (
        (lower_start(text) and not person)
        or _ADDRESS_HEAD.match(text)
        or ACCESSED.match(text.lower())
        or _REST.match(text)
        or (_open_end(before) and not line.hard)
    ):
        return False
    if not begins and not early and layout is not Layout.LINES:
        # A sentence right under a line that is a whole reference: a claim or a disclaimer.
        return len(text) > 60 and likeness(text) <= -1.5 and ends_well(before) and _stands(before)
    if layout is Layout.LINES:
        return begins or line.hard or ends_well(so_far)
    done = (
        complete(so_far) or (early and begins and substantial(so_far)) or (person and _stands(so_far) and _stands(text))
    )
    if not done:
        # Prose, or a heading line, in front of the first reference of a paragraph.
        prose = layout is not Layout.ITEM and likeness(so_far) < 0
        return early and begins and prose and likeness(text) >= LIKELY
    if layout is Layout.ITEM:
        return (person and likeness(text) >= SURE) or (line.hard and _annotates(text))
    if not early:
        return person or (begins and has_year(text))
    if begins:
        return True
    clear = (likeness(text) >= LIKELY + 1 and has_year(text)) or (likeness(text) < 0 and len(text) > 40)
    return layout is Layout.WRAPPED or clear or line.hard


def _until_break(lines: Sequence[Line], index: int) -> str:
    """The text from a line to the next that begins after a meant break."""
    end = next((i for i in range(index + 1, len(lines)) if lines[i].hard), len(lines))
    return " ".join(line.text for line in lines[index:end])


def _annotates(text: str) -> bool:
    """A sentence that says what the reference above it is good for; a paragraph of them may name years and authors."""
    printed = has_year(text) or author_points(text) >= 1.5 or any(c.isdigit() for c in text)
    sentence = text[-1:] in '.!?)”"' and text.count(" ") >= 5 and not lower_start(text)
    if len(text) > _PARAGRAPH and author_points(text) < 2.5 and prose_points(text[:600]) >= 1:
        return sentence and likeness(text) <= 0
    return sentence and not printed and likeness(text) <= -1


def _by_person(text: str) -> bool:
    """Begins with a person's name, not just with what may be an organisation's."""
    return author_points(text) >= 2.5


def _stands(text: str) -> bool:
    """The text alone is a whole reference."""
    return likeness(text) >= SURE and substantial(text)


def _open_end(text: str) -> bool:
    """The text breaks off: in a comma, a hyphen, "and"; not in the slash of an address."""
    return bool(_OPEN_END.search(text[-40:])) and not ADDRESS_TAIL.search(text[-300:])


def _by_glue(block: Block) -> list[Block]:
    """A block cut inside its lines, where a second author-year reference, or the next number, begins."""
    if not any(_DIGIT.search(line.text) for line in block.lines):
        return [block]
    joined, offsets = _join_with_offsets(block.lines)
    good = _numbered(joined)
    numbered = bool(good)
    if not good:
        for match in GLUED.finditer(joined):
            if match.start() > 25 and has_year(joined[good[-1] if good else 0 : match.end()]):
                good.append(match.end())
    if not good:
        return [block]
    pieces = _cut(block, joined, offsets, good)
    return [_unnumbered(piece) for piece in pieces] if numbered else pieces


def _unnumbered(block: Block) -> Block:
    """A block with the number in front as its marker."""
    first, *others = block.lines
    marked = _NUMBER.match(first.text)
    if marked is None:
        return block
    return replace(block, lines=(replace(first, text=first.text[marked.end() :]), *others), marker=marked[0].strip())


def _by_names_year(block: Block) -> list[Block]:
    """A block of references in the style of the ACL, cut at their authors and years only; [] for any other.

    Editors, publishers and broken lines look like the beginning of a reference there, and no other sign divides them.
    """
    if len(block.lines) < 6 or block.kind is not Kind.PARAGRAPH:
        return []
    joined, offsets = _join_with_offsets(block.lines)
    starts = [m.start() for m in _STARTING.finditer(joined) if not _HOUSE.search(m[0])]
    if len(starts) < 3 or len(joined) / len(starts) > 600:
        return []
    return _cut(block, joined, offsets, [start for start in starts if start])


def _cut(block: Block, joined: str, offsets: Sequence[int], at: Sequence[int]) -> list[Block]:
    """The block cut at these offsets of its joined lines."""
    pieces = []
    for a, b in pairwise([0, *at, len(joined)]):
        cut = slice(bisect_right(offsets, a) - 1, bisect_left(offsets, b))
        lines = tuple(
            replace(line, text=text)
            for line, offset in zip(block.lines[cut], offsets[cut], strict=True)
            if (text := clean(line.text[max(0, a - offset) : b - offset]))
        )
        if lines:
            pieces.append(replace(block, lines=lines))
    return pieces


def _join_with_offsets(lines: Sequence[Line]) -> tuple[str, list[int]]:
    offsets, length = [], 0
    for line in lines:
        offsets.append(length)
        length += len(line.text) + 1
    return " ".join(line.text for line in lines), offsets


def _numbered(text: str) -> list[int]:
    """Offsets of "2.", "3.", ... in a text that runs through a numbered list, each part with a year of its own."""
    marks = [(int(m[1]), m.start()) for m in _SEQUENCE.finditer(text)]
    wanted = 2  # "1." is in front, or was taken for the block's marker
    cuts: list[int] = []
    last = 0
    for number, start in marks:
        if number == wanted and start - last > 30 and has_year(text[last:start]):
            cuts.append(start)
            last, wanted = start, wanted + 1
    return cuts if cuts and has_year(text[last:]) and (text[:3].lstrip("[(").startswith("1") or len(cuts) > 1) else []


def continues(previous: Block, block: Block) -> bool:
    """The block is the rest of the reference before it: a blank line inside an entry."""
    if block.marker or block.kind is not previous.kind or block.kind is Kind.HEADING:
        return False
    text, before = block.text, previous.text
    if ADDRESS_TAIL.search(before) and not before.endswith((".", "-", "/", "_", "=")) and "://" in text:
        return False  # an address of its own
    if len(text) < 100 and ACCESSED.match(text.lower()):
        return True
    if _ADDRESS_HEAD.match(text) and len(text) < 300 and not has_year(text.split("http")[0][12:]):
        return True
    if _open_end(before) and not before.endswith(":") and not (begins_entry(text) and _stands(text)):
        return True
    return lower_start(text) and not complete(before) and len(text) < 400
