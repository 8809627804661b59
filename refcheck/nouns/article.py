"""What reading yields: the article, its entries, what its text cites and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from refcheck.nouns.plain import shown


class Markup(StrEnum):
    """How an entry is written, and so how its ``raw`` is parsed."""

    TEXT = "text"
    BIBTEX = "bibtex"  # raw is one BibTeX block
    CSL = "csl"  # the fields are in ``data``


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the bibliography exactly as printed.

    raw: the text on one line, without markup, white space folded, words and identifiers split by a line break rejoined.
    line, end_line: 1-based, inclusive, in the article's file (for formats without lines, in the extracted text).
    """

    raw: str
    line: int
    end_line: int
    marker: str = ""  # the bullet, number or footnote label printed before it, as printed ("[1]", "•", "12.")
    heading: str = ""  # the heading of its list, "" when the list has none
    italics: tuple[str, ...] = ()  # what the markup set in italics or <cite>, in order: often the container
    repeats: str = ""  # for "———." or "Ibid.": the authors of the previous entry, which it stands for
    markup: Markup = Markup.TEXT
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)  # CSL-JSON, where the file has fields of the item
    key: str = ""  # the citation key or footnote label the file itself gives it

    __repr__ = shown


class MentionKind(StrEnum):
    """How the running text mentions a work."""

    AUTHOR_YEAR = "author-year"
    NUMERIC = "numeric"
    FOOTNOTE = "footnote"
    KEY = "key"
    NAME = "name"  # "dr. Sperling", no year
    INSTITUTION = "institution"  # "onderzoek van de George Mason University": a claim with no reference


@dataclass(frozen=True, slots=True)
class Mention:
    """One in-text citation, with the entries (0-based indexes in ``Article.entries``) that it was matched to."""

    text: str
    line: int
    kind: MentionKind
    names: tuple[str, ...] = ()  # family names as printed, without "et al."
    year: int | None = None
    entries: tuple[int, ...] = ()
    others: bool = False  # "et al." stands for more names

    __repr__ = shown


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """The editorial sentence that says the references were reviewed, as printed, with the criteria it names."""

    text: str
    line: int
    end_line: int
    language: str  # ISO 639-1
    criteria: tuple[str, ...]  # of CRITERIA


CRITERIA = ("quality", "reliability", "currency", "validity")


class UnreadReason(StrEnum):
    """Why a place in a list did not become exactly one entry."""

    UNREAD = "unread"
    GLUED = "glued"
    NO_LIST = "no-list"
    ELSEWHERE = "elsewhere"  # the list is in another file


@dataclass(frozen=True, slots=True)
class Unread:
    """A place where a list item was seen that did not become exactly one entry.

    reason: unread, glued, no-list, or elsewhere (keys are cited, but the list is in a file that is not named).
    """

    line: int
    end_line: int
    reason: UnreadReason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment in the article that silences checks where it stands: ``refcheck: ignore[off-topic] reason``."""

    line: int  # it applies to the reference on this line, or else to the next one
    checks: tuple[str, ...]
    reason: str
    whole_file: bool = False  # ignore-file: of the whole article


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read: its facts, its body text without the list, its entries and what was seen but not read."""

    path: str  # as the user gave it; "-" for standard input, "<text>" for a string
    format: str  # text, markdown, html, wiki, latex, rst, ipynb, docx, odt, epub, pdf, jats, tei, bibtex, ris, csl
    language: str = ""  # ISO 639-1, "" when unknown
    date: date | None = None  # the day printed as that of the last update, or of publication
    title: str = ""
    text: str = ""  # the body without the bibliography; line k of it need not be line k of the file
    lines: tuple[tuple[int, str], ...] = field(default=(), repr=False)  # with asides: (line in the file, its text)
    apart: tuple[str, ...] = field(default=(), repr=False)  # of it: words that are a link, and quotations
    italics: tuple[str, ...] = field(default=(), repr=False)  # of it: what is set in italics, of two words or more
    entries: tuple[Entry, ...] = ()
    libraries: tuple[str, ...] = ()  # the files, besides its own, that it cites from by key
    shelved: tuple[str, ...] = field(
        default=(), repr=False
    )  # people and year of the other works in its book's files, which other chapters may cite
    chapter: bool = False  # without entries: its book's table of contents names it, so that another one may list them
    notes: tuple[str, ...] = ()  # labels of the foot- and endnotes that the file defines, whether they cite or explain
    mentions: tuple[Mention, ...] = ()  # from ``read`` those that markup ties to an entry; ``cite`` adds the rest
    claim: ClaimSentence | None = None
    items_seen: int = 0  # list items, counted independently of the entries for comparison
    unread: tuple[Unread, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    sha256: str = ""  # of the file's bytes
    list_sha256: str = ""  # of the entries' raw text, joined by newlines

    __repr__ = shown
