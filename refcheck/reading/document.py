"""The form that every format is turned into: blocks of lines, so that the list is found and split alike for all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from refcheck import patterns as re
from refcheck.foreign import writable
from refcheck.model import Entry


class Kind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item, a table row, a \\bibitem
    NOTE = "note"  # a footnote or an endnote
    CODE = "code"  # never searched for references


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block, without markup.

    number, end: 1-based lines in the file. indent: blanks before the text. hard: it begins after a ``<br>``.
    """

    number: int
    text: str
    end: int = 0  # 0 = number
    indent: int = 0
    hard: bool = False
    code: tuple[str, ...] = ()  # parts of the text set as code, which show syntax and cite nothing

    @property
    def said(self) -> str:
        """The text without the parts set as code."""
        text = self.text
        for code in self.code:
            text = text.replace(code, "…", 1)
        return text

    @property
    def last(self) -> int:
        """The line's last line in the file."""
        return self.end or self.number


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link inside the document, from words on a line to the block with the anchor."""

    anchor: str
    line: int
    text: str


FRONT = -1  # the group of the items that the front matter lists


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a note, as lines without markup."""

    kind: Kind
    lines: tuple[Line, ...]
    level: int = 0  # of a heading (1 is the highest) or an item (1 is the outermost list)
    marker: str = ""
    group: int = 0  # the list that an item belongs to, 0 = none
    aside: int = 0  # 1 = in navigation, a sidebar or a footer; 2 = in comments or related articles
    italics: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # addresses behind the words
    linked: tuple[str, ...] = ()  # the words that lead to an address
    key: str = ""  # footnote label or citation key
    listed: bool = False  # the markup itself marks it as an item of the bibliography
    ruled: bool = False  # a rule is drawn above it, which sets it apart
    anchors: tuple[str, ...] = ()  # names by which links inside the document lead here
    pointers: tuple[Pointer, ...] = ()  # links from here to other places in the document
    quoted: bool = False  # it stands in a block quotation: others speak
    whole: bool = False  # it holds one reference, if any: the page shows where it begins and ends

    @property
    def text(self) -> str:
        """The block on one line."""
        return self.lines[0].text if len(self.lines) == 1 else " ".join(line.text for line in self.lines)

    @property
    def said(self) -> str:
        """The block on one line, without the parts set as code."""
        return " ".join(line.said for line in self.lines) if any(line.code for line in self.lines) else self.text

    @property
    def line(self) -> int:
        """First line in the file."""
        return self.lines[0].number

    @property
    def end_line(self) -> int:
        """Last line in the file."""
        return self.lines[-1].last


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation by key, on its line. sure: it cannot be anything else; a bare @word may also be a name."""

    key: str
    line: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A file independent of its format: blocks in order, and the facts and entries stated by the markup."""

    format: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    date: date | None = None
    language: str = ""  # as declared
    entries: tuple[Entry, ...] = ()  # entries with separate fields: BibTeX, JATS, reference managers
    items: tuple[dict[str, Any], ...] = ()  # CSL-JSON left by a reference manager, for the printed entries
    cited: tuple[Cited, ...] = ()  # citations by key, in order; key "*" = all of the references
    library: tuple[Entry, ...] = ()  # a .bib file inside the document; the cited entries are its references
    sources: tuple[str, ...] = ()  # paths of the .bib files that the document names, as written
    parted: bool = False  # it prints a list more than once, each from its own of these files, as chapters do
    source: str = ""  # the text whose lines the blocks refer to, if that is not the file itself


_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_NUMBERING = re.compile(r"\s{0,9}[\[(]?\d{1,3}[\])]?[.:]?")


def clean(text: str) -> str:
    """``text`` in composed Unicode (NFC), with single blanks, without soft hyphens and invisible characters, and with
    "?" for lone surrogates."""
    if not text.isascii():
        text = text if text.isprintable() else _INVISIBLE.sub("", writable(text))
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def shifted(blocks: Iterable[Block], by: int) -> Iterator[Block]:
    """The blocks of a piece of a file that begins ``by`` lines down."""
    for block in blocks:
        lines = (replace(x, number=x.number + by, end=x.end + by if x.end else 0) for x in block.lines)
        pointers = (replace(x, line=x.line + by) for x in block.pointers)
        yield replace(block, lines=tuple(lines), pointers=tuple(pointers))


def renumbered(document: Document, numbers: Sequence[int]) -> Document:
    """The document with included text given the main file's line numbers."""

    def at(number: int) -> int:
        return numbers[min(number, len(numbers)) - 1]

    blocks = (
        replace(
            block,
            lines=tuple(replace(x, number=at(x.number), end=at(x.end) if x.end else 0) for x in block.lines),
            pointers=tuple(replace(x, line=at(x.line)) for x in block.pointers),
        )
        for block in document.blocks
    )
    cited = (replace(cited, line=at(cited.line)) for cited in document.cited)
    entries = (replace(entry, line=at(entry.line), end_line=at(entry.end_line)) for entry in document.entries)
    return replace(document, blocks=tuple(blocks), cited=tuple(cited), entries=tuple(entries))


class Writer:
    """Collects the text of one block from pieces of markup."""

    def __init__(self, line: int) -> None:
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._first = self._last = line
        self._hard = False
        self._italics: list[str] = []
        self._slanted: list[str] | None = None
        self._links: list[str] = []
        self._linked: list[str] = []
        self._anchors: list[str] = []
        self._pointers: list[Pointer] = []
        self._code: list[str] = []

    def write(self, text: str, line: int, *, code: bool = False) -> None:
        """Add text without line breaks from a line of the file. code: it is set as code."""
        if code and (shown := clean(text)):
            self._code.append(shown)
        if text and not text.isspace():
            if not any(part.strip() for part in self._parts):
                self._first = line
            self._last = line
        self._parts.append(text)
        if self._slanted is not None:
            self._slanted.append(text)

    def flow(self, text: str, line: int) -> int:
        """Add text whose line breaks are blanks; the line of the file on which it ends."""
        for index, piece in enumerate(text.split("\n")):
            line += bool(index)
            self.write(f" {piece}" if index else piece, line)
        return line

    @property
    def broken(self) -> bool:
        """Whether a hard line break was the last thing written."""
        return self._hard and not any(part.strip() for part in self._parts)

    @property
    def numbered(self) -> bool:
        """Whether only a number was written so far, so that the rest is set apart from it."""
        return not self._lines and bool(_NUMBERING.fullmatch("".join(self._parts)))

    def newline(self, hard: bool) -> None:
        """End a line. hard: by a ``<br>``, not just wrapped."""
        text = "".join(self._parts)
        if stripped := clean(text):
            expanded = text.expandtabs(4)
            self._lines.append(
                Line(
                    self._first,
                    stripped,
                    self._last,
                    len(expanded) - len(expanded.lstrip()),
                    self._hard,
                    tuple(self._code),
                )
            )
            self._code = []
            self._hard = hard
        else:
            self._hard = self._hard or hard
        self._parts = []
        if self._slanted is not None:
            self._slanted.append(" ")

    def slant(self) -> None:
        """Begin italics."""
        if self._slanted is None:
            self._slanted = []

    def upright(self) -> None:
        """End italics."""
        if self._slanted is not None:
            if text := clean("".join(self._slanted)):
                self._italics.append(text)
            self._slanted = None

    def link(self, address: str, words: str = "") -> None:
        """Add an address that words link to."""
        self._links.append(address)
        if said := clean(words):
            self._linked.append(said)

    def anchor(self, name: str) -> None:
        """Add a name by which links inside the document lead to this block."""
        self._anchors.append(name)

    def point(self, anchor: str, line: int, text: str) -> None:
        """Add a link to another place in the document."""
        self._pointers.append(Pointer(anchor, line, clean(text)))

    def block(
        self,
        kind: Kind,
        *,
        level: int = 0,
        marker: str = "",
        group: int = 0,
        aside: int = 0,
        key: str = "",
        listed: bool = False,
    ) -> Block | None:
        """The finished block, or None if nothing was written."""
        self.newline(False)
        if not self._lines:
            return None
        return Block(
            kind,
            tuple(self._lines),
            level,
            marker,
            group,
            aside,
            tuple(self._italics),
            tuple(dict.fromkeys(self._links)),
            tuple(self._linked),
            key,
            listed,
            False,
            tuple(dict.fromkeys(self._anchors)),
            tuple(self._pointers),
        )
