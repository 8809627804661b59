"""The level of each field of a registered work: how well it agrees, by the comparison that the checks report too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from refcheck.comparing import Beside, Comparison, Kind, compare
from refcheck.comparing.about import is_about
from refcheck.comparing.venues import is_name_of
from refcheck.language.fold import keys
from refcheck.language.words import every
from refcheck.matching.rest import is_content, unexplained
from refcheck.model import Reference, Work

_GENERIC = frozenset(every("compare", "generic"))
"""Words of titles that any work could have."""
_STRANGE = frozenset((Kind.OTHER, Kind.NONE))  # of titles that are not the work's
_NEAR, _PART = 0.8, 0.75
"""Likeness of titles from which one is nearly the other, and share of a title in the entry from which it is a part."""


class Levels(Mapping[str, str]):
    """The level of each field, found when it is first asked for: two of them tell that the work a DOI leads to is the
    one described."""

    def __init__(self, reference: Reference, work: Work) -> None:
        self._beside = compare(reference, work)
        self._known: dict[str, str] = {}

    def __getitem__(self, field: str) -> str:
        level = self._known.get(field)
        if level is None:
            level = self._known[field] = _FIELDS[field](self._beside)
        return level

    def __iter__(self) -> Iterator[str]:
        return iter(_FIELDS)

    def __len__(self) -> int:
        return len(_FIELDS)

    @property
    def titled(self) -> bool:
        """Whether the title that the entry prints may be the work's, which is known before its level is."""
        return self._beside.wording.kind not in _STRANGE


def _title(beside: Beside) -> str:
    """The level of the title. same, near, part: how much of it is printed; clash: a number or "erratum" distinguishes
    them; short, generic: the same, but of two words, or so common that any work may have it; other: another is printed;
    unprinted: nothing that the entry prints could be another; silent: none registered, or in another script."""
    found = beside.wording
    if found.agrees and found.registered:
        return "clash" if found.numbered else _length(found)
    if found.kind is Kind.SCRIPT or not found.registered:
        return "silent"
    if found.kind in _STRANGE:
        if found.likeness >= _PART and len(_content(found.registered)) > 2:
            return "part"
        return "other" if _is_other(beside) else "unprinted"
    if found.numbered or is_about(found.printed) != is_about(found.registered):
        return "clash"
    return "near" if found.likeness >= _NEAR or found.kind in (Kind.TYPO, Kind.LONGER) else "part"


def _length(found: Comparison) -> str:
    """same, short or generic, by the words of an agreeing title."""
    count, generic = 0, True
    for key in filter(is_content, keys(found.printed if found.kind is Kind.SHORTENED else found.registered)):
        count, generic = count + 1, generic and key in _GENERIC
        if count > 2 and not generic:
            return "same"
    return "generic" if count == 1 or generic else "short"


def _is_other(beside: Beside) -> bool:
    """Whether what the record doesn't explain may be another title; a single word of what was read as one is stray."""
    rest, title = unexplained(beside.reference, beside.work), beside.reference.title
    if rest.exceeds(3) or not rest.exceeds(0):
        return rest.exceeds(3)
    ours = len(_content(title))
    return ours > 0 and rest.exceeds(0 if ours > 1 else 1) and not is_name_of(title, beside.work)


def _content(title: str) -> list[str]:
    return list(filter(is_content, keys(title)))


def _rest(beside: Beside) -> str:
    """How much of the entry the record doesn't explain: none, little, some, much."""
    rest = unexplained(beside.reference, beside.work)
    return next((name for name, most in _REST.items() if not rest.exceeds(most)), "much")


_REST = {"none": 1, "little": 3, "some": 6}  # words at most


def _authors(beside: Beside) -> str:
    """The level of the authors. many, all, only: the first registered person and most others are printed, of three or
    more, of two or of those before "et al.", or the only one; first: the first is, but with strangers or without the
    others; some: others than the first are; near: the first with letters wrong; none; silent: a side has no persons."""
    found = beside.authors
    level = _AUTHORS.get(found.kind, "silent")
    if level == "all" and found.kind is not _TRUNCATED:
        people = len(beside.work.authors or beside.work.editors)
        return "only" if people == 1 else "all" if people == 2 else "many"
    return level


_TRUNCATED = Kind.TRUNCATED
_AUTHORS: Mapping[Kind, str] = {
    **dict.fromkeys((Kind.SAME, Kind.TRUNCATED, Kind.ORDER, Kind.GIVEN, Kind.MISSPELT), "all"),
    **dict.fromkeys((Kind.SEEN, Kind.MISSING, Kind.EXTRA), "first"),
    **dict.fromkeys((Kind.FIRST, Kind.OTHER), "some"),
    Kind.SMUDGED: "near",
    Kind.ALL: "none",
}


def _year(beside: Beside) -> str:
    """The level of the year: same, near (a year off), other, silent."""
    found = beside.year
    return "same" if found.agrees else "near" if found.kind is Kind.BY_ONE else "other" if found.differs else "silent"


def _container(beside: Beside) -> str:
    """The level of the container, or of a book's publisher: same, other, silent."""
    found = beside.container
    if found.agrees or found.kind in (Kind.SEEN, Kind.PUBLISHER, Kind.TYPO):
        return "same"
    return "other" if found.differs else "silent"


def _place(part: int) -> Callable[[Beside], str]:
    """The level of a part of the locator. same; seen: it is in the entry, perhaps as something else; inside: a page of
    the work, but not its first; other; silent."""

    def level(beside: Beside) -> str:
        found = beside.locator.parts[part]
        if found.kind is Kind.SEEN:  # three digits that nothing else was read from are hardly another number
            return (
                "same" if not found.printed and found.registered[:3].isdigit() and len(found.registered) > 2 else "seen"
            )
        if found.agrees:
            return "inside" if found.kind is Kind.PART else "same"
        return "silent" if found.kind is Kind.NONE else "other"

    return level


_FIELDS: Mapping[str, Callable[[Beside], str]] = {
    "title": _title,
    "rest": _rest,
    "authors": _authors,
    "year": _year,
    "container": _container,
    "volume": _place(0),
    "pages": _place(2),
}
