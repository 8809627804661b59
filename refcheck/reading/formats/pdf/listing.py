"""The references of a PDF's list by their places on the page: numbers that count on, lines that hang, or blank lines.

What a line says is a guess at where a reference begins; where it stands is what the page shows a reader. A list that
shows neither is left to ``reading.lists``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from refcheck import patterns as re
from refcheck.reading.formats.pdf.hung import hung, spaced
from refcheck.reading.formats.pdf.line import (
    BEGUN,
    FEWEST,
    LONGEST,
    NEAR,
    SAME_SIZE,
    Line,
    Placed,
    lines_of,
    text_of,
    unless_glued,
)
from refcheck.reading.formats.pdf.page import Row
from refcheck.reading.lists.authored import begins_entry
from refcheck.reading.lists.headings import STRONG, ends_list, heading_grade
from refcheck.reading.lists.look import ends_well, has_year, likeness

_MARK = re.compile(
    r"(?:\[|<(?=\d{1,3}>))(\d{1,3})[\]>]\.?(?:\s|$|(?=\S))|\((\d{1,3})\)\s|(\d{1,3})\.(?:\s|$|(?=[^\W\d]|[“„«\"]))|(\d{1,3})\s(?=[^\W\d_a-zß-öø-ÿ]|[¿¡“„«\"])"
    r"|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?(?=\S)"
)
_SURE_MARKS = "[^"  # in brackets, or raised
_UNHEADED = {"[": 3, "^": 3, ".": 10}  # marks of a list without a heading -> references that it has, at least
_INTRODUCED = 4  # rows between a list's heading and its first number
_HANGS = 4  # points from a margin to the lines that hang
_SKIPPED = 2  # numbers that reading may have lost between two
_EDGE = 2  # rows at the head or the foot of a column that may belong to the page
_OWN = 0.6  # of the rows from the first reference to the last are theirs: there may be a figure
_MANY = 9  # rows of a reference; some are longer


def placed(rows: Sequence[Row]) -> list[Placed]:
    """The references of the lists that show by numbers, by margins or by blank lines where each begins."""
    lines = list(lines_of(rows))
    heads = [at for at, line in enumerate(lines) if heading_grade(line.text) == STRONG]
    found: list[Placed] = []
    for head, end in pairwise([*heads, len(lines)]):
        region = lines[head + 1 : end]
        if entries := _numbered(region) or hung(region) or spaced(region):
            found += [Placed((lines[head].index,), heads=True), *entries]
    return found or _unheaded(lines)


def _unheaded(lines: Sequence[Line]) -> list[Placed]:
    """The references of a list without a heading, as physicists print it: numbers in brackets, or raised, that count
    from 1 before lines most of which begin a reference, with little else among them; many with a stop."""
    own = {line.index: line for line in lines}
    for at in reversed(range(len(lines))):
        kind, number = _number(lines[at].text)
        if number != 1 or kind not in _UNHEADED:
            continue
        region = lines[at:]
        found = [replace(one, listed=True) for one in _numbered(region)]
        if len(found) < _UNHEADED[kind]:
            continue
        texts = [text_of([own[index] for index in one.rows]).removeprefix(one.marker) for one in found]
        sure = sum(has_year(text) and (begins_entry(text.strip()) or likeness(text) > 0) for text in texts)
        rows = [len(one.rows) for one in found[:-1]]
        reach = next((place for place, line in enumerate(region) if found and line.index == found[-1].rows[0]), 0)
        if found and sure >= len(found) * BEGUN and sum(rows) >= reach * _OWN and median(rows) < _MANY:
            return found
    return []


def _number(text: str) -> tuple[str, int]:
    """The kind of the number that a line begins with, and the number; ("", 0) for none."""
    match = _MARK.match(text)
    if match is None:
        return "", 0
    kind = next(place for place in (1, 2, 3, 4, 5) if match[place])
    return "[(. ^"[kind - 1], int(unicodedata.normalize("NFKC", match[kind]))


def _numbered(region: Sequence[Line]) -> list[Placed]:
    """The references of a list whose numbers count from 1."""
    first = next((at for at, line in enumerate(region[:_INTRODUCED]) if _number(line.text)[1] == 1), None)
    if first is None:
        return []
    kind = _number(region[first].text)[0]
    begins = _begins(region, first, kind)
    if len(begins) < FEWEST or (kind == " " and len(begins) < FEWEST + 1):
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
        for other in range(at + 1, min(end, at + LONGEST)):
            line = region[other]
            if end == len(region):
                if _ends(region, other, rest[-1], margin, step, size):
                    break
                rest.append(other)
            elif not _foreign(region, other, margin, step, size) and (bold or not line.row.bold or not line.gap):
                rest.append(other)
        found.append(Placed(tuple(region[one].index for one in rest), _MARK.match(region[at].text)[0].strip()))  # type: ignore[index]
    return unless_glued(found, {line.index: line for line in region})


def _begins(region: Sequence[Line], first: int, kind: str) -> list[int]:
    """The lines that carry the numbers of a list, at one margin in each stretch of a column."""
    begins = [first]
    due = 2
    for at in range(first + 1, len(region)):
        if at - begins[-1] > LONGEST:
            break
        line = region[at]
        sign, number = _number(line.text)
        last = region[begins[-1]]
        unsigned = (sign, kind) == (" ", ".") and number == due and abs(line.row.left - last.row.left) <= NEAR
        skipped = _SKIPPED if kind in _SURE_MARKS else int(kind == ".")
        if not unsigned and (sign != kind or not due <= number <= due + skipped):
            continue
        if line.piece == last.piece and abs(line.row.left - last.row.left) > 2 * _HANGS + NEAR:
            continue  # a figure at the beginning of a line
        begins.append(at)
        due = number + 1
    return begins


def _step(region: Sequence[Line], begins: Sequence[int]) -> float:
    """How far to the right of its number a reference goes on."""
    steps = [
        region[at + 1].row.left - region[at].row.left
        for at in begins
        if at + 1 < len(region) and region[at + 1].piece == region[at].piece and at + 1 not in begins
    ]
    return median(steps) if steps else 0.0


def _foreign(region: Sequence[Line], at: int, margin: dict[int, float], step: float, size: float) -> bool:
    """Whether a line between two references belongs to neither: a running head, the caption of a figure."""
    line = region[at]
    left = margin.get(line.piece)
    if line.text.isdecimal() and line.gap:
        return True
    beside = left is not None and step > _HANGS and line.row.left < left - NEAR - _HANGS
    other = abs(line.row.size - size) > SAME_SIZE
    near = region[max(0, at - _EDGE) : at + _EDGE + 1]
    edge = len(near) <= _EDGE * 2 or any(one.piece != line.piece for one in near)
    return beside or (other and edge)


def _ends(region: Sequence[Line], at: int, before: int, margin: dict[int, float], step: float, size: float) -> bool:
    """Whether a line stands behind the last reference of a numbered list."""
    line, above = region[at], region[before]
    if heading_grade(line.text) or ends_list(line.text) or abs(line.row.size - size) > SAME_SIZE:
        return True
    beside = abs(line.row.foot - above.row.foot) <= 1 and line.piece == above.piece
    if beside or not (line.gap or ends_well(above.text)):
        return False
    left = margin.get(line.piece)
    if step > _HANGS:
        if left is not None:
            return abs(line.row.left - left) > NEAR
        known = list(margin.values())
        if line.piece == above.piece:  # the only reference of its stretch
            return line.row.left - region[before].row.left < _HANGS and before != at - 1
        return not any(abs(line.row.left - one) <= NEAR for one in known)
    return line.gap or line.piece != above.piece
