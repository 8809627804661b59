"""The references of a PDF's list whose lines hang, or between which there are blank lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refcheck import patterns as re
from refcheck.reading.formats.pdf.line import (
    BEGUN,
    FEWEST,
    LONGEST,
    NEAR,
    SAME_SIZE,
    Line,
    Placed,
    text_of,
    unless_glued,
)
from refcheck.reading.lists.authored import author_points, begins_entry
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.headings import ends_list
from refcheck.reading.lists.join import ADDRESS_TAIL, ends_in_label
from refcheck.reading.lists.look import ends_well, has_year, is_caption, likeness

_HANGS = 4  # points from a margin to the lines that hang
_WIDEST = 60  # points
_MARGINS = 40  # of the columns of a document
_TITLE = 90  # characters
_DATED = 0.8  # of the references have a year or an address, where the others are something else
RULED = re.compile(
    r"[.,:]\s?(?:\(?(?:1[5-9]|20)\d\d|[“„«\"]|[^\W\d_a-zß-öø-ÿ][\w’'-]+\s)"
)  # behind a rule that repeats the author


def hung(region: Sequence[Line]) -> list[Placed]:
    """The references of a list whose lines hang: each begins at the margin of its column and goes on further in; or of
    one set like paragraphs, each of which begins further in and goes on at the margin."""
    lines = _of_list(region)
    step = _hanging_step(lines)
    margins = _margins(lines, step) if step else {}
    found, indented = (_from_margin(lines, margins, step, further) for further in (False, True))
    named = _named(indented)
    if named >= BEGUN and named > _named(found):
        found = indented
    own = {line.index: line for line in lines}
    begun = [begins_entry(text) or (found is not indented and likeness(text) > 0) for text in map(text_of, found)]
    found = _without_end(found, begun)
    return unless_glued([Placed(tuple(line.index for line in one)) for one in found], own) if found else []


def spaced(region: Sequence[Line]) -> list[Placed]:
    """The references of a list with a blank line between any two. Where a column ends, what the next one begins with
    tells whether it goes on."""
    lines = _of_list(region)
    found: list[list[Line]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or ((line.gap or line.piece != above.piece) and _goes_apart(above, line)):
            found.append([line])
        else:
            found[-1].append(line)
    within = (pair for one in found for pair in pairwise(one))
    if any(_ended(above) and author_points(line.text) >= 2.5 and has_year(line.text) for above, line in within):
        return []  # not all are apart
    if sum(len(one) > 1 for one in found) * 2 < len(found):
        return []  # lines set far apart
    kept = _without_end(found, [begins_entry(text_of(one)) for one in found])
    own = {line.index: line for line in lines}
    return unless_glued([Placed(tuple(line.index for line in one)) for one in kept], own) if kept else []


def _goes_apart(above: Line, line: Line) -> bool:
    """Whether a line below a gap, or on the next page, is not the rest of the reference above it."""
    signs = _ended(above), begins_entry(line.text)
    return all(signs) if line.piece != above.piece else any(signs)


def _ended(line: Line) -> bool:
    """Whether a reference may end with a line."""
    return ends_well(line.text) or ends_in_label(line.text) or ADDRESS_TAIL.search(line.text) is not None


def _of_list(region: Sequence[Line]) -> list[Line]:
    """The lines in the letters of the list, to the title of what follows."""
    if not region:
        return []
    size = Counter(line.row.size for line in region[:LONGEST]).most_common(1)[0][0]
    lines: list[Line] = []
    for line in region:
        if lines and line.gap and _titles(line, lines[0], size):
            break
        if lines and (line.gap or _centred(lines[-1], line)) and ends_list(line.text):
            break
        if abs(line.row.size - size) <= SAME_SIZE:
            lines.append(line)
    return lines


def _centred(above: Line, line: Line) -> bool:
    """Whether a line begins much further in than any that hangs does."""
    return line.piece == above.piece and line.row.left > above.row.left + _WIDEST


def _without_end(found: list[list[Line]], begun: list[bool]) -> list[list[Line]]:
    """The references without what stands behind the last of them, as the addresses of the authors; none if too few
    begin as one does. begun: of each, whether it does."""
    stated = [has_year(text) or "://" in text for text in map(text_of, found)]
    long = [said for one, said in zip(found, stated, strict=True) if len(one) > 1] or stated
    dated = sum(long) >= len(long) * _DATED
    ours = [
        begins and (said or len(one) > 1 or not dated) and not (is_caption(one[0].text) or leaves_list(text_of(one)))
        for one, begins, said in zip(found, begun, stated, strict=True)
    ]
    while ours and (not ours[-1] or (len(ours) > 1 and leaves_list(text_of(found[len(ours) - 2])))):
        ours.pop()  # also the rest of "Cite this article: ...", which begins at the margin
    few = len(ours) < FEWEST or sum(begun[: len(ours)]) < len(ours) * BEGUN
    return [] if few else found[: len(ours)]


def _named(found: Sequence[Sequence[Line]]) -> float:
    """The share of references that begin with a name, as running text that is set like them hardly does."""
    return sum(begins_entry(text_of(one)) for one in found) / max(len(found), 1)


def _from_margin(lines: Sequence[Line], margins: Mapping[int, float], step: float, indented: bool) -> list[list[Line]]:
    """The lines of the references that begin at the margin of their columns or, if indented, one step further in."""
    found: list[list[Line]] = []
    opened = False
    for line in lines:
        margin = margins.get(line.piece)
        if margin is None or line.row.left < margin - NEAR:
            opened = opened and margin is None
            continue
        outer = line.row.left <= margin + step / 2
        if outer is not indented and (outer or line.row.left <= margin + step + NEAR):
            found.append([line])
            opened = True
        elif opened and line.gap and RULED.match(line.text):
            found.append([line])
        elif line.gap and line.row.left > margin + step + NEAR:
            opened = False  # about the authors
        elif opened and len(found[-1]) < LONGEST:
            found[-1].append(line)
    return found


def _titles(line: Line, first: Line, size: float) -> bool:
    """Whether a line is set as the title of what follows a list."""
    larger = line.row.size > size + SAME_SIZE
    bold = line.row.bold and not first.row.bold
    return len(line.text) < _TITLE and (larger or (bold and not has_year(line.text)))


def _hanging_step(lines: Sequence[Line]) -> float:
    """The step to the right that lines of the list take most often, 0 if hardly any does."""
    steps: Counter[int] = Counter()
    for above, line in pairwise(lines):
        step = line.row.left - above.row.left
        if line.piece == above.piece and _HANGS < step < _WIDEST and above.row.foot - line.row.foot > 1:
            steps[round(step)] += 1
    if not steps:
        return 0.0
    best = max(steps, key=lambda one: steps[one - 1] + steps[one] + steps[one + 1])
    return float(best) if steps[best - 1] + steps[best] + steps[best + 1] >= FEWEST else 0.0


def _margins(lines: Sequence[Line], step: float) -> dict[int, float]:
    """Piece of a column -> its margin, at which references begin; known from others where only one kind of line
    stands in it."""
    lefts: dict[int, list[float]] = {}
    for line in lines:
        lefts.setdefault(line.piece, []).append(line.row.left)
    hung: dict[int, Counter[float]] = {}
    for above, line in pairwise(lines):
        if above.piece == line.piece and abs(line.row.left - above.row.left - step) <= NEAR / 2:
            hung.setdefault(line.piece, Counter())[above.row.left] += 1
    margins = {piece: max(counted, key=lambda left: (counted[left], -left)) for piece, counted in hung.items()}
    known = [left for left, _ in Counter(margins.values()).most_common(_MARGINS)]
    for piece, places in lefts.items():
        if piece not in margins:
            first = min(places)
            near = [one for one in known if abs(one - first) <= NEAR]
            inner = [one for one in known if abs(one + step - first) <= NEAR]
            if near or inner:
                margins[piece] = near[0] if near else inner[0]
    return margins
