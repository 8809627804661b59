"""What parsing yields: an entry as typed fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from refcheck.nouns.article import Entry
from refcheck.nouns.plain import shown, to_plain
from refcheck.sentences import Sentence
from refcheck.worktype import BIBTEX, CROSSREF, WorkType


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given, particle, suffix) or an organisation or unparsable name (literal)."""

    family: str = ""  # without the particle: "Kolk"
    given: str = ""  # as printed: "B. A." or "Bessel"
    particle: str = ""  # "van der"
    suffix: str = ""  # "Jr.", "III"
    literal: str = ""

    __repr__ = shown

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip() if self.particle else self.family.strip()
        if family and self.given and not self.suffix:
            return f"{family}, {self.given}"
        return ", ".join(filter(None, (family, self.suffix, self.given)))


class ProblemKind(StrEnum):
    """What is wrong with the way an entry is written, whatever it cites."""

    SYNTAX = "syntax"  # the BibTeX block is broken
    DUPLICATE = "duplicate"  # a field or key is given twice
    UNDEFINED = "undefined"  # a macro or an entry that it names is not in the file
    NAMES = "names"  # not separated by "and"
    YEAR = "year"
    DOI = "doi"
    ISBN = "isbn"  # its check digit
    ISSN = "issn"
    SEVERAL = "several"  # two references in one item


class Problem(Sentence):
    """One fault of an entry, as a sentence ("bad ISBN check digit") that carries its ``kind``."""

    __slots__ = ("kind",)
    kind: ProblemKind

    @classmethod
    def of(cls, kind: ProblemKind, said: Sentence) -> Problem:
        """``said`` as a problem of this kind."""
        self = cls(said.template, said.values)
        self.kind = kind
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Problem.of, (self.kind, Sentence(self.template, self.values))


@dataclass(frozen=True, slots=True)
class Reference:
    """An Entry parsed into typed fields. Absent fields are "" (text), None (numbers) or () (lists)."""

    raw: str
    key: str = ""  # BibTeX key, unique in its list
    type: str = "misc"  # BibTeX: article inbook incollection inproceedings book online phdthesis techreport misc ...
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    et_al: bool = False  # the author list is declared to be truncated
    title: str = ""  # with its subtitle, as printed
    translated_title: str = ""  # printed in brackets beside the title
    container: str = ""  # journal, book of a chapter, proceedings, web site
    series: str = ""
    year: int | None = None
    year_suffix: str = ""  # the letter of "2010a"
    month: int | None = None  # 1..12
    day: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""  # "451--460" completed; or an article number "e11745"
    number: str = ""  # of a report or a series
    edition: str = ""
    publisher: str = ""
    place: str = ""
    doi: str = ""  # bare and lower-case: 10.1037/0002-9432.76.4.451
    doi_printed: str = ""  # the characters printed for it, including prefix and debris, for doi-malformed
    url: str = ""
    isbn: str = ""
    issn: str = ""
    arxiv: str = ""
    pmid: str = ""
    pmcid: str = ""
    handle: str = ""
    accessed: str = ""  # access date as printed
    language: str = ""  # ISO 639-1 of the title
    # Field name -> probability, 0..1, that it is right (for a doubtful absent field: that it is rightly absent).
    confidence: Mapping[str, float] = field(default_factory=dict, hash=False)
    problems: tuple[Problem, ...] = ()  # what is wrong with the way the entry is written
    entry: Entry | None = field(default=None, repr=False)

    __repr__ = shown

    @property
    def kind(self) -> WorkType:
        """The kind of work that ``type`` means."""
        return BIBTEX.get(self.type) or CROSSREF.get(self.type, WorkType.UNKNOWN)

    @property
    def is_reference(self) -> bool:
        """Whether the text looks like a reference at all; False for a menu, a sentence or code."""
        return self.confidence.get("reference", 1.0) >= 0.5

    def to_dict(self) -> dict[str, Any]:
        """The fields of JSON version 1, absent ones left out; line and end_line come from the entry."""
        out = to_plain(self, skip=("entry", "confidence"))
        if self.entry is not None:
            out["line"], out["end_line"] = self.entry.line, self.entry.end_line
        if self.confidence:
            out["field_confidence"] = {name: round(value, 3) for name, value in sorted(self.confidence.items())}
        return out
