"""Blocks -> one block per reference, by markers, hanging indents, wrapped lines, glued and broken references."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from refcheck import patterns as re
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Kind, Line, clean
from refcheck.reading.lists.authored import NAMES_YEAR, begins_entry
from refcheck.reading.lists.join import ADDRESS_TAIL, glued
from refcheck.reading.lists.lines import ADDRESS_HEAD, by_line, goes_on, hanging, open_end, stands, whole_paragraphs
from refcheck.reading.lists.look import (
    ACCESSED,
    SURE,
    complete,
    has_year,
    is_caption,
    likeness,
    lower_start,
    names_publisher,
)
from refcheck.reading.lists.markers import (
    bare_runs,
    by_marker,
    counted_on,
    labels_joined,
    lettered,
    typed_lists,
    unnumbered,
)
from refcheck.reading.lists.scores import ADDRESS

_PATH = re.compile(r"[a-z0-9][\w.~%-]*/[\w.~%/?=&-]*\w\.?(?:\s|$)|[a-z0-9][\w%-]*\.(?:pdf|html?|php|aspx?)\b")
_BRAND = re.compile(r"[a-z]{1,4}[A-Z][A-Za-z]+\b(?!:)")  # "eXist", "gitHub": a capital for the eye
_DASHED = re.compile(r"[.)]\s?[–—-]$")  # a paragraph that ends so is whole
_DIGIT = re.compile(r"\d")
_IMPRINT = re.compile(  # "New York, NY: Wiley", where nothing of it stands before
    r"[^\W\d_a-zß-öø-ÿ][\w.’-]{2,20}(?:\s[^\W\d_a-zß-öø-ÿ][\w.’-]{1,20}){0,2}(?:,\s[A-Z]{2})?\s?:\s[^\W\d_a-zß-öø-ÿ][^.:]{1,60}\."
)
_MARKED = re.compile(r"\[\w{1,12}\]\s$")
_SEQUENCE = re.compile(r"(?<!\S)[\[(]?(\d{1,3})[\]).]\s{0,3}(?=[^\W\d_])")


@cache
def _starting() -> re.Pattern[str]:
    """Names, given name first, and a year that open the text or follow the end of another reference."""
    return re.compile(rf"(?:^|(?<=[.\d)\]’”\"/]\s)(?<!\.\s\.\s))(?![\w'’-]{{1,30}},){NAMES_YEAR.pattern}")


@cache
def _thesis() -> re.Pattern[str]:
    """How a sentence begins that says what kind of thesis a work is."""
    of, kinds = (alternatives(every("kinds", group)) for group in ("theses_of", "theses"))
    return re.compile(rf"(?i:\b(?:(?:{of})\s\w|(?:{kinds})\s(?:\(|[–—-]\s|\w{{2,4}}\s)))")


def divide(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those that contain several references divided."""
    out: list[Block] = []
    blocks = lettered(labels_joined(blocks))
    bare = bare_runs(blocks)
    whole = whole_paragraphs(blocks)
    counted = counted_on(blocks)
    last: Block | None = None  # numbered, before this block
    for block in blocks:
        # a \\bibitem is one reference, and a caption counts the parts of its figure
        known = block.whole or (block.listed and block.key) or (block.kind is Kind.PARAGRAPH and is_caption(block.text))
        if block.kind in (Kind.HEADING, Kind.CODE) or known:
            out.append(block)
            last = None
            continue
        if block.kind is Kind.NOTE:  # where it ends is known: two works in one note are cut only where a second begins
            out.extend(_by_glue(block))
            continue
        if block.kind is Kind.PARAGRAPH and all(ADDRESS.fullmatch(line.text) for line in block.lines):
            out.extend(replace(block, lines=(line,)) for line in block.lines)
            continue
        if pieces := _by_link(block):
            out.extend(pieces)
            continue
        if pieces := _by_names_year(block):
            out.extend(pieces)
            continue
        pieces = by_marker(block, id(block) in bare, last)
        if block.kind is Kind.PARAGRAPH and pieces[-1].marker:
            last = pieces[-1]
        for piece in pieces:
            # A typed item ends where the next begins; anything may follow the last one.
            fixed = (
                block.listed
                or bool(block.group)
                or id(block) in whole
                or (piece.kind is not Kind.PARAGRAPH and piece is not pieces[-1])
            )
            numbered = id(block) in counted and len(pieces) == 1 and bool(piece.marker)
            for part in by_line(piece, fixed) if len(piece.lines) > 1 and not numbered else [piece]:
                out.extend(_by_glue(part))
    return typed_lists(out)


def _by_link(block: Block) -> list[Block]:
    """A paragraph each of whose lines is a link, line by line; [] for any other block."""
    lines, linked, links = block.lines, block.linked, block.links
    if block.kind is not Kind.PARAGRAPH or len(lines) < 2 or tuple(line.text for line in lines) != linked:
        return []
    if len(links) != len(linked):  # two of them lead to one address
        return []
    parts = zip(lines, linked, links, strict=True)
    return [replace(block, lines=(line,), linked=(words,), links=(link,)) for line, words, link in parts]


def _by_glue(block: Block) -> list[Block]:
    """A block divided within its lines, where a second author-year reference or the next number begins."""
    if not any(_DIGIT.search(line.text) for line in block.lines):
        return [block]
    joined, offsets = _join_with_offsets(block.lines)
    good = _numbered(joined)
    numbered = bool(good)
    if not good:
        for match in glued(joined, 26):
            if has_year(joined[good[-1] if good else 0 : match.end()]):
                good.append(match.end())
    if not good:
        return [block]
    pieces = _cut(block, joined, offsets, good)
    return [unnumbered(piece) for piece in pieces] if numbered else pieces


def _by_names_year(block: Block) -> list[Block]:
    """A block of references in the style of the ACL, divided at authors and years only; [] for any other block.

    In that style editors, publishers and broken lines look like the beginning of a reference, and nothing else divides
    them.
    """
    if len(block.lines) < 6 or block.kind is not Kind.PARAGRAPH:
        return []
    joined, offsets = _join_with_offsets(block.lines)
    starts = [m.start() for m in _starting().finditer(joined) if not names_publisher(m[0])]
    if sum(_MARKED.search(joined[max(0, start - 16) : start]) is not None for start in starts) * 2 > len(starts):
        return []  # "[2] Ann Smith. 2015.": the numbers divide them
    if len(starts) < 3 or len(joined) / len(starts) > 600 or len(hanging(block.lines) or ()) + 1 >= len(starts):
        return []
    return _cut(block, joined, offsets, [start for start in starts if start])


def _cut(block: Block, joined: str, offsets: Sequence[int], at: Sequence[int]) -> list[Block]:
    """The block divided at these offsets of its joined lines."""
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
    """Whether the block is the rest of the previous reference, after a blank line inside the entry."""
    text, before = block.text, previous.text
    counted = any(map(str.isalnum, previous.marker))  # "[3]": what has no number is no other reference
    unmarked = (counted and block.kind is Kind.PARAGRAPH) or ADDRESS.fullmatch(text) is not None
    if block.marker or block.whole or block.kind is Kind.HEADING or not (block.kind is previous.kind or unmarked):
        return False
    if text[0] in ",;" or _hangs_on(previous, block) or (counted and ADDRESS.fullmatch(text)):
        return True
    if block.kind is Kind.PARAGRAPH and _thesis().match(text) and not _thesis().search(before):
        return True  # "Dissertação de Mestrado. Universidade Federal, 2018." below its author and title
    torn = before.endswith((".", "-", "/", "_", "="))
    if torn and ADDRESS_TAIL.search(before) and _PATH.match(text):
        return True  # "https://site.org/~ruiz/" and "aulas/req_01.pdf. Acesso em: ..."
    whole = text.startswith(("http://", "https://")) or not torn
    if ADDRESS_TAIL.search(before) and whole and "://" in text:
        return False  # an address of its own
    if len(text) < 100 and ACCESSED.match(text.lower()):
        return True
    if ADDRESS_HEAD.match(text) and len(text) < 300 and not has_year(text.split("http")[0][12:]):
        return True
    if begins_entry(text) and stands(text):  # "de Jong, Irene. ..." behind an address
        return False
    if goes_on(before, text):
        return True
    imprint = _IMPRINT.match(text)
    bare = ":" not in before and len(re.findall(r"\d+", before)) == 1  # nothing but the year is behind the title
    if imprint and bare and has_year(before) and not has_year(text.split("http")[0]):
        return len(text.split("http")[0]) < imprint.end() + 20
    new = before.endswith(":") or _DASHED.search(before) or (before.endswith("/") and begins_entry(text))
    if open_end(before) and not new:
        return True
    if _BRAND.match(text) and ADDRESS_TAIL.search(before):
        return False
    if has_year(before) and has_year(text) and likeness(text) >= SURE - 1:  # less a point for its small letter
        return False  # "boyd, danah. ..."
    return lower_start(text) and not complete(before) and len(text) < 400


def _hangs_on(previous: Block, block: Block) -> bool:
    """Whether the block begins at the indent of the continuation lines of the previous entry, which has a hanging
    indent."""
    first, *others = previous.lines
    hanging = min((line.indent for line in others), default=0)
    return hanging - first.indent >= 2 and abs(block.lines[0].indent - hanging) <= 1
