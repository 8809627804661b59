"""A reference beside a record, every field compared once, for matching, the checks and the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from refcheck.comparing.authors import compare_authors
from refcheck.comparing.comparison import Comparison, Kind
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

    wording: Comparison
    """The printed title beside those registered, word by word, without what else one that differs may be."""
    title: Comparison
    """The printed title beside those registered."""
    authors: Comparison
    """The printed authors, or editors, beside those registered."""
    year: Comparison
    """The printed year beside those registered."""
    container: Comparison
    """The printed journal or book beside the names registered."""
    locator: Comparison
    """Volume, issue and pages beside those registered; ``parts`` holds the three."""

    def __init__(self, reference: Reference, work: Work) -> None:
        self.reference, self.work = reference, work

    def __getattr__(self, name: str) -> Comparison:
        """Make a comparison that was not asked for before; then it is an attribute like any other."""
        if name not in _COMPARERS:
            raise AttributeError(name)
        wording: Comparison | None = vars(self).get("wording")
        if name == "title" and wording and wording.kind is Kind.SAME and not wording.likeness:
            found = wording  # the titles are one: nothing else can be said of them
        else:
            found = _COMPARERS[name](self.reference, self.work)
        setattr(self, name, found)
        return found

    def field(self, name: str) -> Comparison:
        """The comparison of wording, title, authors, year, container or locator. Raises KeyError for another name."""
        if name not in _COMPARERS:
            raise KeyError(name)
        found: Comparison = getattr(self, name)
        return found


@remembered
def compare(reference: Reference, work: Work) -> Beside:
    """The reference beside the work. Recent results are cached, since matching, each check and the page all ask."""
    return Beside(reference, work)
