"""A reference beside a record, every field compared once, for matching, the checks and the page."""

from __future__ import annotations

from collections.abc import Callable

from refcheck.comparing.authors import compare_authors
from refcheck.comparing.comparison import Comparison, Kind
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.remembered import remembered
from refcheck.comparing.titles import compare_title, compare_wording
from refcheck.comparing.venues import compare_venue
from refcheck.comparing.years import compare_year
from refcheck.model import Reference, Work


class _Compared:
    """A field of ``Beside`` whose comparison is made on first use; from then on it is an attribute like any other."""

    def __init__(self, comparer: Callable[[Reference, Work], Comparison]) -> None:
        self.comparer = comparer

    def __set_name__(self, owner: type[Beside], name: str) -> None:
        self.name = name

    def __get__(self, beside: Beside, owner: type[Beside]) -> Comparison:
        made = self.comparer(beside.reference, beside.work)
        setattr(beside, self.name, made)
        return made


class _Titled(_Compared):
    """The comparison of titles: its wording, if that shows that they are one, for nothing else can be said of them."""

    def __get__(self, beside: Beside, owner: type[Beside]) -> Comparison:
        wording = beside.wording
        if wording.kind is not Kind.SAME or wording.likeness:
            return super().__get__(beside, owner)
        beside.title = wording
        return wording


class Beside:
    """The comparisons of one reference with one work, each made on first use."""

    wording = _Compared(compare_wording)
    """The printed title beside those registered, word by word, without what else one that differs may be."""
    title = _Titled(compare_title)
    """The printed title beside those registered."""
    authors = _Compared(compare_authors)
    """The printed authors, or editors, beside those registered."""
    year = _Compared(compare_year)
    """The printed year beside those registered."""
    container = _Compared(compare_venue)
    """The printed journal or book beside the names registered."""
    locator = _Compared(compare_locator)
    """Volume, issue and pages beside those registered; ``parts`` holds the three."""

    def __init__(self, reference: Reference, work: Work) -> None:
        self.reference, self.work = reference, work

    def field(self, name: str) -> Comparison:
        """The comparison of wording, title, authors, year, container or locator. Raises KeyError for another name."""
        if not isinstance(vars(Beside).get(name), _Compared):
            raise KeyError(name)
        found: Comparison = getattr(self, name)
        return found


@remembered
def compare(reference: Reference, work: Work) -> Beside:
    """The reference beside the work. Recent results are cached, since matching, each check and the page all ask."""
    return Beside(reference, work)
