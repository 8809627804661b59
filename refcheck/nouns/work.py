"""What resolving yields: records, what each register answered, and which work is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from refcheck.nouns.plain import from_plain, shown, to_plain
from refcheck.nouns.reference import Name, Reference
from refcheck.worktype import CROSSREF, WorkType


@dataclass(frozen=True, slots=True)
class Update:
    """A notice about a work: retraction, withdrawal, removal, expression_of_concern, correction, ..."""

    kind: str  # Crossref's update type in lower case, "_" for blanks
    doi: str = ""  # of the notice
    date: str = ""  # ISO 8601, as exact as known: "2010", "2010-02" or "2010-02-02"
    source: str = ""  # its origin: publisher, retraction-watch, openalex, pubmed, title
    about: str = ""  # set when this work IS the notice: the DOI of the work it updates


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between works as Crossref names it: is-preprint-of, has-preprint, is-version-of, is-translation-of, ..."""

    kind: str
    doi: str


@dataclass(frozen=True)
class Work:
    """A register's record, reduced to what the checks read.

    Without slots, so that a field that a packed record lacks is the class's default: msgspec finds it there, where it
    would try each slot and put the default into it, for half of the time of unpacking.
    """

    source: str
    doi: str = ""  # lower case
    type: str = ""  # Crossref's type vocabulary: journal-article, book-chapter, proceedings-article, book, ...
    titles: tuple[str, ...] = ()  # as registered: the main title, then the record's others (full, short)
    subtitles: tuple[str, ...] = ()
    original_titles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()  # every publication year of the record, the preferred one first; never ``created``
    containers: tuple[str, ...] = ()
    short_containers: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    issn: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()
    pmid: str = ""
    language: str = ""
    url: str = ""
    updates: tuple[Update, ...] = ()
    relations: tuple[Relation, ...] = ()
    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()  # OpenAlex: field, subfield, topic names
    agency: str = ""  # DOI registration agency
    score: float | None = None  # the register's own search score, not comparable between questions

    __repr__ = shown

    @property
    def kind(self) -> WorkType:
        """The kind of work that ``type`` means."""
        return CROSSREF.get(self.type.lower(), WorkType.UNKNOWN)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, without absent fields."""
        return to_plain(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Work:
        """The inverse of ``to_dict``; unknown keys are ignored, so that an older refcheck reads a newer lock."""
        return from_plain(cls, data)


class Outcome(StrEnum):
    """What a register's reply to one question amounts to. Unreachable is never absent."""

    FOUND = "found"
    ABSENT = "absent"
    UNREACHABLE = "unreachable"
    NOT_ELIGIBLE = "not eligible"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one register answered to one question, when, and how refcheck obtained it."""

    source: str  # a register's name: "crossref", "doi.org"
    question: str  # "doi:10.1/x", "search:<text>", "isbn:...", "pmid:...", "ra:10.1/x"
    outcome: Outcome
    date: str = ""  # when it was asked: ISO 8601 day or second, UTC
    obtained: str = "network"  # network, cache, lock, or what a lock line says ("by hand, from published metadata")
    detail: str = ""  # for unreachable and not eligible: why, one line
    works: tuple[Work, ...] = field(default=(), repr=False)

    __repr__ = shown

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, without the works (the matched one is in the resolution's ``work``)."""
        return to_plain(self, skip=("works",))


class Identity(StrEnum):
    """Whether the work that was found is the work cited."""

    VERIFIED = "verified"
    OTHER_WORK = "other-work"  # the printed identifier leads to another work
    AMBIGUOUS = "ambiguous"  # several works could be meant
    ABSENT = "absent"  # a clean miss from every register that could know it
    UNCHECKED = "unchecked"  # some register that could know it did not answer
    NOT_INDEXED = "not-indexed"  # no register covers this kind of work


class Kinship(StrEnum):
    """How the work found is related to the work cited."""

    SAME = "same"
    PART = "part"  # a chapter of the book
    WHOLE = "whole"  # the book or issue it is in
    ABOUT = "about"  # a notice of its correction or retraction, a reply to it, a review of it
    VERSION = "version"  # its title and authors, published elsewhere


class Evidence(StrEnum):
    """How the matched work was found. Only the reference's own identifier can make an error."""

    IDENTIFIER = "identifier"
    SEARCH = "search"
    GUESS = "guess"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one reference: all the answers, the matched work, and why."""

    reference: Reference
    identity: Identity
    work: Work | None = None  # the work verified, or for OTHER_WORK the one the identifier leads to
    evidence: Evidence = Evidence.NONE
    answers: tuple[Answer, ...] = ()
    candidates: tuple[Work, ...] = ()  # other works that could be meant: for AMBIGUOUS, or the true one for OTHER_WORK
    why: str = ""  # one sentence
    kinship: Kinship = Kinship.SAME  # of the work; without one, of the first candidate
    repaired_doi: str = ""  # the DOI that resolves, where the printed one had to be repaired
    elsewhere: tuple[Work, ...] = ()  # works that the entry's other identifiers lead to, such as a PMID beside a DOI

    __repr__ = shown
