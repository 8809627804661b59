"""A reference beside a record, every field compared once, for matching, the checks and the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from refcheck.comparing.authors import compare_authors
from refcheck.comparing.comparison import Comparison
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.remembered import remembered
from refcheck.comparing.titles import compare_title, compare_wording
from refcheck.comparing.venues import compare_venue
from refcheck.comparing.years import compare_year
from refcheck.model import Reference, Work

_COMPARERS: Mapping[str, Callable[[Reference, Work], Comparison]] = {
    "wording": compare_wording,
    "title": compare_title,
    "authors": compare_authors,
    "year": compare_year,
    "container": compare_venue,
    "locator": compare_locator,
}


class Beside:
    """The comparisons of one reference with one work, each made on first use."""

    __slots__ = ("_known", "reference", "work")

    def __init__(self, reference: Reference, work: Work) -> None:
        self.reference, self.work = reference, work
        self._known: dict[str, Comparison] = {}

    def field(self, name: str) -> Comparison:
        """The comparison of wording, title, authors, year, container or locator. Raises KeyError for another name."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = _COMPARERS[name](self.reference, self.work)
        return known

    @property
    def wording(self) -> Comparison:
        """The printed title beside those registered, word by word, without what else one that differs may be."""
        return self.field("wording")

    @property
    def title(self) -> Comparison:
        """The printed title beside those registered."""
        return self.field("title")

    @property
    def authors(self) -> Comparison:
        """The printed authors, or editors, beside those registered."""
        return self.field("authors")

    @property
    def year(self) -> Comparison:
        """The printed year beside those registered."""
        return self.field("year")

    @property
    def container(self) -> Comparison:
        """The printed journal or book beside the names registered."""
        return self.field("container")

    @property
    def locator(self) -> Comparison:
        """Volume, issue and pages beside those registered; ``parts`` holds the three."""
        return self.field("locator")


@remembered
def compare(reference: Reference, work: Work) -> Beside:
    """The reference beside the work. Recent results are cached, since matching, each check and the page all ask."""
    return Beside(reference, work)
