"""Whether a scored work is the one an entry means, and which of several that fit is the one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple

from refcheck.language.fold import squash
from refcheck.matching.score import Score
from refcheck.model import Reference, Work, WorkType
from refcheck.worktype import BOOKS, PARTS, UNCITED

OWN = -0.5
"""Log-odds from which the record behind a printed identifier is the work described."""
FOUND = 0.75
"""Log-odds from which a work found by search is the work described. At 1.0 the training half has a cost of 190, at 0.75
of 200, but of 1,824 strings of the other half twelve more are not found, and no false match is avoided."""
LEAD = 0.25
"""Log-odds by which the best candidate must lead another work to be the one meant. All three by
``training/matching_weights.py``."""
_LAST = 99  # rank of a register without one
WHOLES = BOOKS | {WorkType.BOOK_SERIES, WorkType.PROCEEDINGS}
PEOPLE = ("many", "all", "only")  # levels of authors at which no one else is printed


def order(work: Work, ranks: Mapping[str, int]) -> tuple[object, ...]:
    """A sort key for equal works that does not depend on the order of the answers. ranks: see ``identify``."""
    return (ranks.get(work.source, _LAST), not work.doi, work.doi, _Written(work))


class _Written:
    """A sort key by a work's whole content, written out only for works that are otherwise equal."""

    __slots__ = ("work",)

    def __init__(self, work: Work) -> None:
        self.work = work

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Written) and self.work == other.work

    def __lt__(self, other: _Written) -> bool:
        return str(astuple(self.work)) < str(astuple(other.work))


def fits_type(reference: Reference, found: Score) -> bool:
    """Whether a work's type can be that of the work cited: not a figure or issue; not a book's review for the book."""
    work = found.work
    if work.kind in UNCITED:
        return False
    if reference.kind in BOOKS and work.kind is WorkType.ARTICLE:
        like_a_book = reference.publisher or reference.isbn
        if found.says("container", "same") and found.says("pages", "same"):  # a part of a book is cited
            return not found.says("authors", "none")
        return found.says("authors", *PEOPLE) and (found.says("container", "same") or not like_a_book)
    if work.kind in WHOLES and reference.kind in PARTS:
        return found.says("rest", "none", "little")
    return True


def enough(found: Score) -> bool:
    """Whether a search result has enough besides its score: the title and one of the people, or one of these and an
    exact place in a journal or book."""
    place = sum(found.says(field, "same", "seen") for field in ("container", "volume", "pages"))
    year = found.says("year", "same")
    elsewhere = any(found.says(field, "other") for field in ("year", "volume", "pages"))
    nobody = found.says("authors", "none", "silent")
    if found.says("rest", "much") and found.says("pages", "other"):
        return False  # another title is printed, and this one is part of it or of the book's name
    if found.says("title", "same", "near"):
        elsewhen = found.says("year", "other") or (found.says("year", "near") and found.says("container", "other"))
        if elsewhen and not place:
            return False  # another edition, a preprint, or the working paper of an article
        if found.says("title", "near") and not place and not found.says("authors", *PEOPLE):
            return False
        alone = found.says("container", "same") and place + year > 1 and not elsewhere
        return not found.says("authors", "none") or alone
    if found.says("title", "unprinted"):
        return _in_place(found, place, year)
    if found.says("title", "short", "generic") and nobody:
        unnumbered = found.says("volume", "silent") and found.says("authors", "silent")
        return year and (place == 3 or (unnumbered and found.says("container", "same") and found.says("pages", "same")))
    if nobody:
        return False
    if found.says("authors", "some"):
        placed = year and place >= 2 and found.says("pages", "same")
        return not found.says("title", "other") and (placed or (place == 3 and not found.says("year", "other")))
    if found.says("title", "short", "part", "clash"):
        whole = found.says("title", "short") and (year or found.work.kind in WHOLES)
        return whole or (place >= 1 and (year or place > 1))
    if found.says("title", "generic"):
        return (place >= 1 and year and not elsewhere) or place == 3
    exact = sum(found.says(field, "same") for field in ("container", "volume", "pages"))
    return found.says("pages", "same") and (exact == 3 or (exact == 2 and year))


def _in_place(found: Score, place: int, year: bool) -> bool:
    """Whether a work whose title is not printed is identified by its place: all of it, or most of it and the people."""
    if found.says("authors", "none", "silent") or (found.says("year", "other") and place < 3):
        return False
    page = found.says("pages", "same", "seen")
    if found.says("authors", *PEOPLE):
        exact = found.says("pages", "same") and year  # in a series of another name
        return place >= 2 or exact or (found.says("authors", "many") and found.says("container", "same"))
    return place >= 2 and page and (year or place == 3)


def possible(found: Score, bound: float) -> bool:
    """Whether a search result is worth a further look: it reaches a bound, whatever year it is from, or has the
    title."""
    return found.reaches(bound, forgiven="year") or (found.titled and found.says("title", "same", "near"))


def describes(found: Score) -> bool:
    """Whether title, people and year agree, so that it is the work even if it was also published elsewhere."""
    return (
        found.says("title", "same")
        and found.says("rest", "none", "little")
        and found.says("authors", *PEOPLE)
        and found.says("year", "same")
    )


def is_own(found: Score) -> bool:
    """Whether the record behind a printed identifier is the work described."""
    return names_it(found) or found.reaches(OWN)


def is_mute(found: Score) -> bool:
    """Whether a record has no title and no people, and none of its other fields differs: it is no evidence."""
    work = found.work
    differs = any(found.says(field, "near", "inside", "other") for field in ("year", "container", "volume", "pages"))
    return not (work.titles or work.authors or work.editors or differs)


def names_it(found: Score) -> bool:
    """Whether a record has the entry's title and one of its people, so that other fields must be wrong instead."""
    people = found.says("authors", *PEOPLE, "first")
    return people and (found.says("title", "same") or (found.says("title", "near") and found.log_odds >= OWN - 1.5))


def best_of(reference: Reference, winners: Sequence[Score]) -> tuple[Score, list[Score]]:
    """The winner, and the other works that fit about as well. Forms of one work (a preprint, a second record, an
    edition) do not compete: the form cited is chosen."""
    close = [s for s in winners if s.log_odds > winners[0].log_odds - LEAD]
    rivals = [s for s in close[1:] if not one_work(close[0].work, s.work)]
    family = [s for s in close if s not in rivals]
    preprint = bool(reference.arxiv) or "rxiv" in squash(reference.container)
    top = max(s.log_odds for s in family)
    best = min(
        (s for s in family if s.log_odds > top - 0.5),
        key=lambda s: ((s.work.kind is WorkType.PREPRINT) != preprint, -s.log_odds),  # equal ones stand in order
    )
    return best, rivals


def one_work(a: Work, b: Work) -> bool:
    """Whether two records are forms of one work: they share an author, and either their place in a journal or a title
    that is long, a book's, or of the same year."""
    if a.doi and a.doi == b.doi:
        return True
    if any(r.doi == b.doi for r in a.relations) or any(r.doi == a.doi for r in b.relations):
        return True
    mine = {squash(p.family or p.literal) for p in a.authors or a.editors}
    other = {squash(p.family or p.literal) for p in b.authors or b.editors}
    if mine and other and not mine & other:
        return False
    if a.volume and a.pages and b.pages and (a.volume, a.containers) == (b.volume, b.containers):
        return a.pages.split("-")[0] == b.pages.split("-")[0]
    if a.kind in WHOLES and b.kind in WHOLES:
        return squash(title_of(a).partition(":")[0]) == squash(title_of(b).partition(":")[0])
    title = squash(title_of(a))
    return bool(title) and title == squash(title_of(b)) and (len(title) > 30 or bool({*a.years} & {*b.years}))


def title_of(work: Work) -> str:
    """A record's main title, or ""."""
    return work.titles[0] if work.titles else ""
