"""Separating references by the markers before them: bullets, labels, and consecutive numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.language.words import every
from refcheck.reading.document import Block, Kind, Line

_TICKS = "✓✔➢➤"  # bullets even where no blank is behind them
BULLETS = f"•◦▪▫●○‣⁃∙·►▶❖■□◆◇★☆→»\uf0b7\uf0a7{_TICKS}"
"""Signs that stand before an item and are nothing else."""

_BULLET = re.compile(rf"((?:[{BULLETS}*+-]|[–—](?=\s[^\W\d_]))(?=\s)|[{_TICKS}])\s{{0,20}}(?!https?:|www\.|doi)(?=\S)")
_TYPED = re.compile(  # at the beginning of a paragraph of one line
    rf"((?:[•◦▪●○‣·*+-]|[–—])(?=\s)|[{_TICKS}])\s{{0,20}}(?=https?://|www\.|$)"
)
_NUMBER = re.compile(
    r"(?:[<\[(（【〔［](\d{1,3})[>\])）】〕］][:.]?|(\d{1,3})(?:[.)．、]|-{2,10})(?=\s|[^\W\d]|\[[^\W\d])|(\d{1,3})\s(?=[^\W\d_a-zà-ÿ]|https?://|www\."
    rf"|(?:{'|'.join(every('names', 'particles'))})\s)|\[\^([\w-]{{1,30}})\]:?"
    r"|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|([①-⑳])|\[([A-Za-z][A-Za-z+.:_-]{0,20}\d[\w+.:-]{0,20})\])\s{0,20}(?=\S)"
)
_LETTERED = re.compile(r"\[([^\W\d][^\s\[\]]{1,30})\](?::\s{0,9}|\s{1,20})(?=\S)")  # "[Comp_Geom] de Berg, Mark"
_LABEL = re.compile(r"[\[(]\d{1,3}[\])]\.?|\d{1,3}[.)]")
_COUNTS = re.compile(r"\d{1,3}[.)]?")
_BELOW = 3  # blocks below such a heading
_TORN_LABEL = re.compile(r"\[(\d{1,3})\s(?=\S)|(\d{1,3})\]\s?(?=\S)")  # "[22 Zhu"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def labels_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a label that is a separate paragraph ("[4]", in a cell), or one of the headings that only count
    ("1", "2", "3"), becomes the next block's marker."""
    out: list[Block] = []
    counting = _counting(blocks)
    for block in blocks:
        text = block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
        label = out[-1].text if text and out and out[-1].kind is block.kind and not block.marker else ""
        if (
            _LABEL.fullmatch(label)
            or (block.kind is Kind.NOTE and label.isdecimal() and len(label) < 4)
            or (text and out and id(out[-1]) in counting)
        ):
            block = replace(block, marker=out.pop().text)
        out.append(block)
    return out


def _counting(blocks: Sequence[Block]) -> set[int]:
    """Ids of three or more headings that are only the numbers 1, 2, 3, ..., with little between them: those of
    references."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            continue
        number = int(block.text.rstrip(".)")) if _COUNTS.fullmatch(block.text) else 0
        if number != len(run) + 1 or (run and index - run[-1] > _BELOW + 1):
            run = []
        if number == len(run) + 1:
            run.append(index)
        if len(run) > 2:
            found.update(id(blocks[at]) for at in run)
    return found


def lettered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; labels of letters before three or more paragraphs or items in a row become their markers."""
    out = list(blocks)
    run: list[tuple[int, re.Match[str]]] = []
    for index, block in enumerate([*blocks, None]):
        text = block.lines[0].text if block is not None and block.kind in (Kind.PARAGRAPH, Kind.ITEM) else ""
        match = _LETTERED.match(text) if text.startswith("[") and block is not None and not block.marker else None
        if match:
            run.append((index, match))
            continue
        if len({match[1] for _, match in run}) > 2:
            for at, label in run:
                first, *others = out[at].lines
                lines = (replace(first, text=first.text[label.end() :]), *others)
                out[at] = replace(out[at], lines=lines, marker=f"[{label[1]}]", key=out[at].key or label[1])
        run = []
    return out


def bare_runs(blocks: Sequence[Block]) -> set[int]:
    """Ids of three or more paragraphs and items that begin with 1, 2, 3, ... without a sign after the number."""
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


def counted_on(blocks: Sequence[Block]) -> set[int]:
    """Ids of three or more paragraphs and items with consecutive numbers, so that it is known where each ends."""
    found: set[int] = set()
    run: list[Block] = []
    before: _Number | None = None
    for block in blocks:
        match = _NUMBER.match(block.lines[0].text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) else None
        number = _numbered_as(match[0]) if match else None
        if number is None or number.value < 0:
            continue
        if before is None or number != before.next:
            run = []
        run.append(block)
        before = number
        if len(run) > 2:
            found.update(id(one) for one in run[:-1])
    return found


def typed_lists(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; paragraphs in a row whose bullets were typed as the items of one list."""
    out: list[Block] = []
    for block in blocks:
        above = out[-1] if out else None
        typed = block.kind is Kind.ITEM and not block.group and _TYPED.fullmatch(f"{block.marker} ")
        if typed and above is not None and above.kind is Kind.ITEM and above.marker == block.marker:
            out[-1] = replace(above, group=above.group or above.line)
            block = replace(block, group=out[-1].group)
        out.append(block)
    return out


def by_marker(block: Block, bare: bool = False, last: Block | None = None) -> list[Block]:
    """A block cut before each line that begins with a bullet, or with the next number.

    bare: a number without a sign after it counts even if it is alone. last: the numbered item before the block, whose
    list may continue in it.
    """
    if block.marker and len(block.lines) == 1:
        return [block]
    before = _numbered_as(last.marker) if last else None
    typed = [_TYPED.match(line.text) for line in block.lines] if block.kind is Kind.PARAGRAPH else []
    cuts = [(at, match) for at, match in enumerate(typed) if match and match[1] == block.lines[0].text[0]]
    if len(cuts) < max(len(block.lines), 1):  # not just addresses
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
        label = _LETTERED.match(first.text, match.end())  # "1.[wang06] Wang"
        begin = label.end() if label else match.end()
        lines = (
            replace(first, text=first.text[begin:], indent=first.indent + begin),
            *block.lines[start + 1 : end],
        )
        key = (label[1] if label else (match[4] or match[7]) if match.re is _NUMBER else "") or block.key
        if group and not block.group and (number := _numbered_as(match[0])) and number.value == 1:
            group = first.number  # another list begins
        pieces.append(
            replace(block, kind=kind, lines=lines, marker=block.marker or match[0].strip(), key=key, group=group)
        )
    return pieces


class _Number(NamedTuple):
    """A numbered marker: its signs ("[]" in "[12]") and its number, -1 for a label that is not a number."""

    signs: str
    value: int

    @property
    def next(self) -> _Number:
        """The marker that should follow it."""
        return self._replace(value=self.value + 1)


def _markers(lines: Sequence[Line], bare: bool, before: _Number | None) -> list[tuple[int, re.Match[str]]]:
    """(line index, match) of the lines that begin with a bullet or with the next number."""
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
        index, match = cuts[0]
        addressed = lines[index].text.startswith(("http", "www."), match.end())
        return cuts if addressed else []  # "100 years ago": a sentence
    return cuts


def _begins(number: _Number, ahead: Sequence[_Number | None], before: _Number | None) -> bool:
    """Whether a 1 begins a new list: its 2 follows before the earlier list continues."""
    if before is None or before.next == number.next:  # "Vol." / "1. Attachment"
        return before is None
    return next((other == number.next for other in ahead if other in (number.next, before.next)), False)


def _numbered_as(marker: str) -> _Number | None:
    """A marker's signs and number; None for a bullet."""
    match = _NUMBER.match(f"{marker.strip()} A")
    if match is None:
        return None
    digits = match[1] or match[2] or match[3] or (match[5] or "").translate(_SUPERSCRIPTS)
    if digits:
        return _Number("^" if match[5] else _signs(marker, digits), int(digits))
    return _Number("o", ord(match[6]) - 0x245F) if match[6] else _Number("", -1)


def _signs(marker: str, digits: str) -> str:
    """The signs around a number; "[1]." and "[1]:" are "[1]"."""
    signs = marker.strip(" :").replace(digits, "", 1)
    return signs.removesuffix(".") if signs[:1] in "[(" else signs


def unnumbered(block: Block) -> Block:
    """A block with its leading number turned into the marker."""
    first, *others = block.lines
    marked = _NUMBER.match(first.text)
    if marked is None:
        return block
    return replace(block, lines=(replace(first, text=first.text[marked.end() :]), *others), marker=marked[0].strip())


def number_of(block: Block) -> int:
    """The number printed before an item, or 0."""
    torn = _TORN_LABEL.match(block.text) if not block.marker else None
    digits = (torn[1] or torn[2]) if torn else block.marker.strip("[](){}<>.: ")
    return int(digits) if digits.isdecimal() and len(digits) < 5 and block.kind is not Kind.CODE else 0


def without_torn_label(block: Block) -> Block:
    """A block with a label that lacks a bracket turned into its marker."""
    torn = _TORN_LABEL.match(block.text) if not block.marker else None
    if torn is None:
        return block
    first = replace(block.lines[0], text=block.lines[0].text[torn.end() :].strip() or "…")
    return replace(block, marker=torn[0].strip(), lines=(first, *block.lines[1:]))
