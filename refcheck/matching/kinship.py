"""How a record relates to the work that an entry describes: that work, a part of it, its whole, or a work about it.

It is derived from the comparisons that the checks report, so that identification and findings never disagree.
"""

from __future__ import annotations

from refcheck.comparing import Kind, compare
from refcheck.comparing.about import is_about
from refcheck.language.fold import squash
from refcheck.model import Kinship, Reference, Work, WorkType
from refcheck.worktype import BOOKS

OWN_TITLE = 15
"""Letters from which a title is one work's own: "Introduction" has twelve."""
_OF_ANOTHER_LEVEL = (Kind.PART, Kind.WHOLE)
_NOTICES_TEXT = """
    correction corrigendum erratum err addendum clarification retraction partial_retraction withdrawal removal
    expression_of_concern publisher_note"""
_NOTICES = frozenset(_NOTICES_TEXT.split())
"""Kinds of updates that are published as a notice of their own."""


def kinship(reference: Reference, work: Work) -> Kinship:
    """The relation of the work to the one described, by titles and kinds; SAME unless they contradict it."""
    title = compare(reference, work).title
    if title.kind is Kind.ABOUT or (title.agrees and (_is_notice(reference, work) or _is_review(reference, work))):
        return Kinship.ABOUT
    if title.agrees and title.kind in _OF_ANOTHER_LEVEL:
        return Kinship(title.kind.value)
    return Kinship.SAME


def same_after_all(reference: Reference, work: Work) -> bool:
    """Whether a record is of the work described although little of the entry agrees with it.

    Its title is printed together with one of its authors; or without, but the title is distinctive and the place
    agrees. Then the differing fields are wrong, not the identifier.
    """
    beside = compare(reference, work)
    title, authors = beside.title, beside.authors
    if title.agrees and title.kind not in _OF_ANOTHER_LEVEL:
        elsewhere = beside.container.differs and beside.locator.differs
        return authors.kind is not Kind.ALL or (len(squash(title.printed)) >= OWN_TITLE and not elsewhere)
    return title.kind in (Kind.TYPO, Kind.LONGER, Kind.WORDS) and authors.agrees


def other_version(reference: Reference, work: Work) -> bool:
    """Whether a record is of another version of the work described: the whole title and the authors agree, the place
    differs."""
    beside = compare(reference, work)
    title, authors = beside.title, beside.authors
    long = len(squash(title.printed)) >= OWN_TITLE
    return title.agrees and title.kind is Kind.SAME and long and authors.agrees


def _is_notice(reference: Reference, work: Work) -> bool:
    """Whether the record is of a notice that bears the title of the work it is about, as "Retracted: ..." may."""
    if not work.updates or not any(u.about and u.kind in _NOTICES for u in work.updates) or is_about(reference.title):
        return False
    beside = compare(reference, work)
    return beside.locator.differs or beside.year.differs


def _is_review(reference: Reference, work: Work) -> bool:
    """Whether the record is of a book's review: the entry describes a book, and the record is of an article with that
    title in a journal that the entry does not print."""
    like_a_book = reference.kind in BOOKS or (reference.publisher and not reference.container)
    placed = reference.volume or reference.issue or reference.container
    return bool(like_a_book) and not placed and work.kind is WorkType.ARTICLE and bool(work.containers)
