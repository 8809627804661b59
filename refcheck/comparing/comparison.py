"""The result of comparing one printed field with a record's."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """Agree, differ, or not comparable: a value missing on either side is no evidence."""

    AGREE = "agree"
    DIFFER = "differ"
    INCOMPARABLE = "incomparable"


_AGREE, _DIFFER, _NEITHER = Verdict  # a member costs as much as a call where it is asked of its enum


class Kind(StrEnum):
    """How two values agree or differ, or why they cannot be compared; each comparing module lists its own kinds."""

    SAME = "same"  # any field
    SEEN = "seen"  # not read as this field, or read otherwise, but printed in the entry
    OTHER = "other"
    NONE = "none"
    SCRIPT = "script"
    SHORTENED = "shortened"  # titles
    EXTENDED = "extended"
    PART = "part"
    WHOLE = "whole"
    TYPO = "typo"
    LONGER = "longer"
    WORDS = "words"
    FOREIGN = "foreign"
    ABOUT = "about"
    TRANSLATION = "translation"
    TRUNCATED = "truncated"  # authors
    ALL = "all"
    FIRST = "first"
    MISSING = "missing"
    EXTRA = "extra"
    MISSPELT = "misspelt"
    GIVEN = "given"
    ORDER = "order"
    SMUDGED = "smudged"
    ORGANISATION = "organisation"
    ABBREVIATED = "abbreviated"  # containers
    ISSN = "issn"
    PUBLISHER = "publisher"
    PREPRINT = "preprint"
    VOLUME = "volume"  # locators
    ISSUE = "issue"
    PAGES = "pages"
    SEVERAL = "several"
    FIRST_PAGE = "first-page"
    ARTICLE_NUMBER = "article-number"
    DIGITISED = "digitised"  # years
    BY_ONE = "by-one"
    AHEAD = "ahead"
    APART = "apart"
    REPRINT = "reprint"
    VERSIONS = "versions"


class Comparison(NamedTuple):
    """One field of a reference beside the same field of a work. A tuple, since identifying a reference makes ten: it is
    made in a third of the time that a frozen dataclass takes."""

    field: str  # the Reference field: title, authors, year, container, volume, issue, pages, locator
    verdict: Verdict
    kind: Kind
    printed: str = ""  # as printed
    registered: str = ""  # as registered
    why: str = ""  # where they differ, a clause that says so to an editor; else the kind says all
    confidence: float = 1.0  # the parser's, 0..1, that ``printed`` really is this field
    parts: tuple[Comparison, ...] = ()  # of a compound field: the locator's volume, issue and pages
    likeness: float = 0.0  # of titles that aren't the same: how much they share, 0..1
    numbered: bool = False  # of titles: they differ in a number, as those of two parts do

    @property
    def agrees(self) -> bool:
        """Whether the verdict is AGREE."""
        return self.verdict is _AGREE

    @property
    def differs(self) -> bool:
        """Whether the verdict is DIFFER."""
        return self.verdict is _DIFFER


def incomparable(field: str, printed: str = "", registered: str = "", kind: Kind = Kind.NONE) -> Comparison:
    """A comparison that proves nothing; its kind says why."""
    return Comparison(field, _NEITHER, kind, printed, registered)
