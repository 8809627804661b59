"""Comparing years with every publication year of the record.

Kinds that agree: "same", "digitised" (the record has the year in which a backfile was put online). Kinds that differ:
"by-one", "ahead" (the entry says that it cites the version online before the issue), "apart", "reprint" (the record is
of a later edition or was put online long after). Not comparable: "none", "versions" (a record of all versions of a data
set or program).
"""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.printed import entry_text, is_typed, smudged, witness
from refcheck.language.fold import plain
from refcheck.language.words import alternatives, every
from refcheck.model import Reference, Work, WorkType
from refcheck.sentences import say
from refcheck.worktype import BOOKS

IN_EDITIONS = BOOKS | {WorkType.CHAPTER, WorkType.BOOK_PART}
"""Kinds that come out in editions: books and what stands in them."""
REPRINT_AFTER = 5
"""Years after which a later record of a book may be another edition of it (field study, section 5, row 11)."""
DIGITISED_BEFORE, DIGITISED_AFTER = 1997, 10
"""Journals were put online from 1997 on; a record this many years younger than the issue cited may date from that."""

AHEAD = 3
"""Years an article may be online, or accepted, before its issue."""
_AHEAD = re.compile(rf"\b(?:{alternatives(every('parts', 'advance'))})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d./-])(1[5-9]\d\d|20\d\d)(?![\d/]|-\d)")
_PERSIAN = re.compile(r"[\u0600-\u06ff]")
_SOLAR_HIJRI = (621, 622)  # years by which this calendar is behind
_ACCESSED = re.compile(
    rf"\b(?:{alternatives((*every('roles', 'accessed'), *every('lists', 'accessed')))})\w{{0,12}}"
    r"[^\d]{0,25}(?:\d{1,2}[^\d]{1,15}){0,2}\d{4}",
    re.IGNORECASE,
)


def compare_year(reference: Reference, work: Work) -> Comparison:
    """The printed year beside all of the record's. Kinds: see the module."""
    year = _year(reference, work)
    printed = str(year) if year else ""
    registered = ", ".join(map(str, dict.fromkeys(work.years)))
    if year is None or not work.years:
        return incomparable("year", printed, registered)
    confidence = reference.confidence.get("year", 1.0)
    if year in work.years:
        return Comparison("year", Verdict.AGREE, Kind.SAME, printed, registered, "", confidence)
    gap = min(abs(year - theirs) for theirs in work.years)

    def told(verdict: Verdict, kind: Kind, why: str = "") -> Comparison:
        return Comparison("year", verdict, kind, printed, registered, why, confidence)

    if year < 1450 and _PERSIAN.search(reference.raw) and any(year + ahead in work.years for ahead in _SOLAR_HIJRI):
        return told(Verdict.AGREE, Kind.SAME)
    if any(relation.kind == "has-version" for relation in work.relations):
        return incomparable("year", printed, registered, Kind.VERSIONS)
    later = min(work.years) - year
    if later > 1 and _backfile(reference, work, year, later):
        return told(Verdict.AGREE, Kind.DIGITISED)
    if gap == 1:
        return told(Verdict.DIFFER, Kind.BY_ONE, say("one year apart: often online or print publication"))
    if 0 < later <= AHEAD and _AHEAD.search(entry_text(witness(reference).replace(reference.title, " ", 1))):
        return told(Verdict.DIFFER, Kind.AHEAD, say("the entry cites it ahead of its issue"))
    edition = (
        work.kind in IN_EDITIONS and not compare_locator(reference, work).agrees
    )  # the same pages are the same edition
    if (edition and later > REPRINT_AFTER) or (year < DIGITISED_BEFORE <= min(work.years) and later > DIGITISED_AFTER):
        return told(Verdict.DIFFER, Kind.REPRINT, say("the record may be of a later edition or of the digitised work"))
    return told(Verdict.DIFFER, Kind.APART, say("{n} years apart", n=gap))


def _backfile(reference: Reference, work: Work, year: int, later: int) -> bool:
    """Whether a record dated years later has the date when its article was put online: volume, issue and pages agree,
    and either the DOI contains the printed year, as many do, or decades lie between.
    """
    if work.type and work.kind is not WorkType.ARTICLE:
        return False
    parts = {part.field: part for part in compare_locator(reference, work).parts}
    placed = parts["volume"].agrees and parts["pages"].agrees and not parts["issue"].differs
    dated = re.search(rf"(?<!\d){year}(?!\d)|\({year % 100:02d}\)", work.doi)
    return placed and (bool(dated) or later > DIGITISED_AFTER)


def _year(reference: Reference, work: Work) -> int | None:
    """The year printed; of several (a species named in 1822, the date of an issue), the one nearest to the record's."""
    year = reference.year
    certain = not is_typed(reference) or (year is not None and not reference.confidence)  # as in separate fields
    if certain or not work.years:
        return year
    apart = str(year) not in f"{reference.title} {work.containers[:1]}"  # it isn't the title's
    if apart and year in work.years:
        return year
    printed = _printed_years(reference, work)
    if not printed and year is None:
        printed.update(y for y in work.years if smudged(reference.raw, str(y)))
    if year and (apart or not printed or str(year) not in _YEAR.findall(f"{reference.title} {work.containers[:1]}")):
        printed.add(year)
    return min(printed, key=lambda y: min(abs(y - theirs) for theirs in work.years), default=None)


def _printed_years(reference: Reference, work: Work) -> set[int]:
    """Years that the entry prints outside title, container, identifiers, links, access dates, volume and pages."""
    text = entry_text(reference.raw)
    for other in (reference.title, *map(plain, work.containers[:2]), reference.container if reference.year else ""):
        if len(other) >= 4:
            text = text.replace(other, " ", 1)
    found = _YEAR.findall(_ACCESSED.sub(" ", text))
    for volume in (reference.volume, work.volume):  # some journals use years as volume numbers
        if volume in found and len(found) > 1:
            found.remove(volume)
    return set(map(int, found))
