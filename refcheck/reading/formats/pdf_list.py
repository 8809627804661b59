"""The references of a PDF's list by their places on the page: numbers that count on, or lines that hang.

What a line says is a guess at where a reference begins; where it stands is what the page shows a reader. A list that
shows neither is left to ``reading.lists``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from refcheck import patterns as re
from refcheck.reading.formats.pdf_page import Row
from refcheck.reading.lists.authored import author_points, begins_entry
from refcheck.reading.lists.headings import STRONG, ends_list, heading_grade
from refcheck.reading.lists.look import ends_well, has_year, likeness

_MARK = re.compile(
    r"(?:\[|<(?=\d{1,3}>))(\d{1,3})[\]>]\.?(?:\s|$|(?=\S))|\((\d{1,3})\)\s|(\d{1,3})\.(?:\s|$|(?=[^\W\d]|[“„«\"]))|(\d{1,3})\s(?=[^\W\d_a-zß-öø-ÿ]|[¿¡“„«\"])"
    r"|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?(?=\S)"
)
_SURE_MARKS = "[^"  # in brackets, or raised
_FEWEST = 3  # references that show how their list is set
_INTRODUCED = 4  # rows between a list's heading and its first number
_HANGS = 4  # points from a margin to the lines that hang
_WIDEST = 60  # points
_NEAR = 3  # points between two lines at one margin
_SAME_SIZE = 0.8  # points between two sizes of letters in one list
_SKIPPED = 2  # numbers that reading may have lost between two
_EDGE = 2  # rows at the head or the foot of a column that may belong to the page
_BEGUN = 0.75  # of the lines at the margin look as if they began a reference
_OWN = 0.6  # of the rows from the first reference to the last are theirs: there may be a figure
_MANY = 9  # rows of a reference; some are longer
_MARGINS = 40  # of the columns of a document
_TITLE = 90  # characters
_LONG = 500  # characters
_LONGEST = 40  # rows of a reference
RULED = re.compile(
    r"[.,:]\s?(?:\(?(?:1[5-9]|20)\d\d|[“„«\"]|[^\W\d_a-zß-öø-ÿ][\w’'-]+\s)"
)  # behind a rule that repeats the author


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference: the indexes of its rows, and the number printed before it ("" for none).

    heads: it is the heading of a list instead. listed: of a list without a heading.
    """

    rows: tuple[int, ...]
    marker: str = ""
    heads: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that is not blank. piece: which stretch of a column it stands in."""

    index: int
    row: Row
    text: str
    piece: int
    gap: bool  # a blank row is above it


def placed(rows: Sequence[Row]) -> list[Placed]:
    """The references of the lists that show by numbers or by margins where each begins."""
    lines = list(_lines(rows))
    heads = [at for at, line in enumerate(lines) if heading_grade(line.text) == STRONG]
    found: list[Placed] = []
    for head, end in pairwise([*heads, len(lines)]):
        region = lines[head + 1 : end]
        if entries := _numbered(region) or _hung(region):
            found += [Placed((lines[head].index,), heads=True), *entries]
    return found or _unheaded(lines)


def _unheaded(lines: Sequence[_Line]) -> list[Placed]:
    """The references of a list without a heading, as physicists print it: numbers in brackets, or raised, that count
    from 1 before lines most of which begin a reference, with little else among them."""
    own = {line.index: line for line in lines}
    for at in reversed(range(len(lines))):
        kind, number = _number(lines[at].text)
        if number != 1 or kind not in _SURE_MARKS:
            continue
        region = lines[at:]
        found = [replace(one, listed=True) for one in _numbered(region)]
        texts = [_text([own[index] for index in one.rows]).removeprefix(one.marker) for one in found]
        sure = sum(has_year(text) and (begins_entry(text.strip()) or likeness(text) > 0) for text in texts)
        rows = [len(one.rows) for one in found[:-1]]
        reach = next((place for place, line in enumerate(region) if found and line.index == found[-1].rows[0]), 0)
        if found and sure >= len(found) * _BEGUN and sum(rows) >= reach * _OWN and median(rows) < _MANY:
            return found
    return []


def _lines(rows: Sequence[Row]) -> Iterator[_Line]:
    piece = 0
    above: Row | None = None
    gap = True
    for index, row in enumerate(rows):
        text = row.text.strip()
        if row.text.startswith("\f"):
            above, piece, gap = None, piece + 1, True
        if not text:
            gap = True
            continue
        if above is not None and row.foot > above.foot + 1:
            piece += 1
        yield _Line(index, row, text, piece, gap)
        above, gap = row, False


def _number(text: str) -> tuple[str, int]:
    """The kind of the number that a line begins with, and the number; ("", 0) for none."""
    match = _MARK.match(text)
    if match is None:
        return "", 0
    kind = next(place for place in (1, 2, 3, 4, 5) if match[place])
    return "[(. ^"[kind - 1], int(unicodedata.normalize("NFKC", match[kind]))


def _numbered(region: Sequence[_Line]) -> list[Placed]:
    """The references of a list whose numbers count from 1."""
    first = next((at for at, line in enumerate(region[:_INTRODUCED]) if _number(line.text)[1] == 1), None)
    if first is None:
        return []
    kind = _number(region[first].text)[0]
    begins = _begins(region, first, kind)
    if len(begins) < _FEWEST or (kind == " " and len(begins) < _FEWEST + 1):
        return []
    step = _step(region, begins)
    own = set(begins)
    rests: dict[int, list[float]] = {}  # where the other lines of a stretch begin
    for at, line in enumerate(region[first:], first):
        if at not in own and at and region[at - 1].piece == line.piece and at - 1 in own:
            rests.setdefault(line.piece, []).append(line.row.left)
    margin = {piece: median(lefts) for piece, lefts in rests.items()}
    size = median(region[at].row.size for at in begins)
    bold = all(region[at].row.bold for at in begins)
    ends = [*begins[1:], len(region)]
    found = []
    for at, end in zip(begins, ends, strict=True):
        rest = [at]
        for other in range(at + 1, min(end, at + _LONGEST)):
            line = region[other]
            if end == len(region):
                if _ends(region, other, rest[-1], margin, step, size):
                    break
                rest.append(other)
            elif not _foreign(region, other, margin, step, size) and (bold or not line.row.bold or not line.gap):
                rest.append(other)
        found.append(Placed(tuple(region[one].index for one in rest), _MARK.match(region[at].text)[0].strip()))  # type: ignore[index]
    return _unless_glued(found, {line.index: line for line in region})


def _begins(region: Sequence[_Line], first: int, kind: str) -> list[int]:
    """The lines that carry the numbers of a list, at one margin in each stretch of a column."""
    begins = [first]
    due = 2
    for at in range(first + 1, len(region)):
        if at - begins[-1] > _LONGEST:
            break
        line = region[at]
        sign, number = _number(line.text)
        last = region[begins[-1]]
        unsigned = (sign, kind) == (" ", ".") and number == due and abs(line.row.left - last.row.left) <= _NEAR
        skipped = _SKIPPED if kind in _SURE_MARKS else int(kind == ".")
        if not unsigned and (sign != kind or not due <= number <= due + skipped):
            continue
        if line.piece == last.piece and abs(line.row.left - last.row.left) > 2 * _HANGS + _NEAR:
            continue  # a figure at the beginning of a line
        begins.append(at)
        due = number + 1
    return begins


def _step(region: Sequence[_Line], begins: Sequence[int]) -> float:
    """How far to the right of its number a reference goes on."""
    steps = [
        region[at + 1].row.left - region[at].row.left
        for at in begins
        if at + 1 < len(region) and region[at + 1].piece == region[at].piece and at + 1 not in begins
    ]
    return median(steps) if steps else 0.0


def _foreign(region: Sequence[_Line], at: int, margin: dict[int, float], step: float, size: float) -> bool:
    """Whether a line between two references belongs to neither: a running head, the caption of a figure."""
    line = region[at]
    left = margin.get(line.piece)
    if line.text.isdecimal() and line.gap:
        return True
    beside = left is not None and step > _HANGS and line.row.left < left - _NEAR - _HANGS
    other = abs(line.row.size - size) > _SAME_SIZE
    near = region[max(0, at - _EDGE) : at + _EDGE + 1]
    edge = len(near) <= _EDGE * 2 or any(one.piece != line.piece for one in near)
    return beside or (other and edge)


def _ends(region: Sequence[_Line], at: int, before: int, margin: dict[int, float], step: float, size: float) -> bool:
    """Whether a line stands behind the last reference of a numbered list."""
    line, above = region[at], region[before]
    if heading_grade(line.text) or ends_list(line.text) or abs(line.row.size - size) > _SAME_SIZE:
        return True
    beside = abs(line.row.foot - above.row.foot) <= 1 and line.piece == above.piece
    if beside or not (line.gap or ends_well(above.text)):
        return False
    left = margin.get(line.piece)
    if step > _HANGS:
        if left is not None:
            return abs(line.row.left - left) > _NEAR
        known = list(margin.values())
        if line.piece == above.piece:  # the only reference of its stretch
            return line.row.left - region[before].row.left < _HANGS and before != at - 1
        return not any(abs(line.row.left - one) <= _NEAR for one in known)
    return line.gap or line.piece != above.piece


def _hung(region: Sequence[_Line]) -> list[Placed]:
    """The references of a list whose lines hang: each begins at the margin of its column and goes on further in; or of
    one set like paragraphs, each of which begins further in and goes on at the margin."""
    if not region:
        return []
    size = Counter(line.row.size for line in region[:_LONGEST]).most_common(1)[0][0]
    lines: list[_Line] = []
    for line in region:
        if lines and line.gap and (_titles(line, lines[0], size) or ends_list(line.text)):
            break
        if abs(line.row.size - size) <= _SAME_SIZE:
            lines.append(line)
    step = _hanging_step(lines)
    margins = _margins(lines, step) if step else {}
    found, indented = (_from_margin(lines, margins, step, further) for further in (False, True))
    named = _named(indented)
    if named >= _BEGUN and named > _named(found):
        found = indented
    begun = [begins_entry(text) or (found is not indented and likeness(text) > 0) for text in map(_text, found)]
    while begun and not begun[-1]:
        begun.pop()
    if len(begun) < _FEWEST or sum(begun) < len(begun) * _BEGUN:
        return []
    own = {line.index: line for line in lines}
    return _unless_glued([Placed(tuple(line.index for line in one)) for one in found[: len(begun)]], own)


def _text(lines: Sequence[_Line]) -> str:
    return " ".join(line.text for line in lines)


def _named(found: Sequence[Sequence[_Line]]) -> float:
    """The share of references that begin with a name, as running text that is set like them hardly does."""
    return sum(begins_entry(_text(one)) for one in found) / max(len(found), 1)


def _from_margin(
    lines: Sequence[_Line], margins: Mapping[int, float], step: float, indented: bool
) -> list[list[_Line]]:
    """The lines of the references that begin at the margin of their columns or, if indented, one step further in."""
    found: list[list[_Line]] = []
    opened = False
    for line in lines:
        margin = margins.get(line.piece)
        if margin is None or line.row.left < margin - _NEAR:
            opened = opened and margin is None
            continue
        outer = line.row.left <= margin + step / 2
        if outer is not indented and (outer or line.row.left <= margin + step + _NEAR):
            found.append([line])
            opened = True
        elif opened and line.gap and RULED.match(line.text):
            found.append([line])
        elif line.gap and line.row.left > margin + step + _NEAR:
            opened = False  # about the authors
        elif opened and len(found[-1]) < _LONGEST:
            found[-1].append(line)
    return found


def _unless_glued(found: list[Placed], lines: Mapping[int, _Line]) -> list[Placed]:
    """The references; none if one seems to hold others, so that the list is not set as was thought."""
    usual = median(sum(len(lines[index].text) for index in one.rows) for one in found)
    for one in found:
        rest = [lines[index].text for index in one.rows[1:]]
        again = sum(author_points(text) >= 2.5 and has_year(text) for text in rest)
        if again > 1 and sum(map(len, rest)) > max(_LONG, 3 * usual):
            return []
    return found


def _titles(line: _Line, first: _Line, size: float) -> bool:
    """Whether a line is set as the title of what follows a list."""
    larger = line.row.size > size + _SAME_SIZE
    bold = line.row.bold and not first.row.bold
    return len(line.text) < _TITLE and (larger or (bold and not has_year(line.text)))


def _hanging_step(lines: Sequence[_Line]) -> float:
    """The step to the right that lines of the list take most often, 0 if hardly any does."""
    steps: Counter[int] = Counter()
    for above, line in pairwise(lines):
        step = line.row.left - above.row.left
        if line.piece == above.piece and _HANGS < step < _WIDEST and above.row.foot - line.row.foot > 1:
            steps[round(step)] += 1
    if not steps:
        return 0.0
    best = max(steps, key=lambda one: steps[one - 1] + steps[one] + steps[one + 1])
    return float(best) if steps[best - 1] + steps[best] + steps[best + 1] >= _FEWEST else 0.0


def _margins(lines: Sequence[_Line], step: float) -> dict[int, float]:
    """Piece of a column -> its margin, at which references begin; known from others where only one kind of line
    stands in it."""
    lefts: dict[int, list[float]] = {}
    for line in lines:
        lefts.setdefault(line.piece, []).append(line.row.left)
    hung: dict[int, Counter[float]] = {}
    for above, line in pairwise(lines):
        if above.piece == line.piece and abs(line.row.left - above.row.left - step) <= _NEAR / 2:
            hung.setdefault(line.piece, Counter())[above.row.left] += 1
    margins = {piece: max(counted, key=lambda left: (counted[left], -left)) for piece, counted in hung.items()}
    known = [left for left, _ in Counter(margins.values()).most_common(_MARGINS)]
    for piece, places in lefts.items():
        if piece not in margins:
            first = min(places)
            near = [one for one in known if abs(one - first) <= _NEAR]
            inner = [one for one in known if abs(one + step - first) <= _NEAR]
            if near or inner:
                margins[piece] = near[0] if near else inner[0]
    return margins
