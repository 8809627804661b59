"""The BibTeX type of a reference, by its fields and by words that name a kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from refcheck import patterns as re
from refcheck.language.degrees import is_lower
from refcheck.language.fold import words_in
from refcheck.language.lexicon import PRESENTED
from refcheck.language.words import alternatives, every
from refcheck.parsing.people.introduced import cues_of
from refcheck.parsing.unusual import unusual_type


def _words(key: str) -> str:
    """The words ``key`` of the tables ``kinds``, as alternatives of a pattern."""
    return alternatives(every("kinds", key)).replace("\\ ", r"\s+")


_THESIS = re.compile(rf"\b(?:{_words('theses')})(?!\w)", re.IGNORECASE)
_THESIS_CUES = cues_of(every("kinds", "theses"))
_REPORT = re.compile(rf"\b(?:{_words('report_phrases')})\b", re.IGNORECASE)
_PHRASE_CUES = cues_of(every("kinds", "report_phrases"))
_REPORT_WORDS = every("kinds", "reports")
_REPORT_CUES = frozenset(word + plural for word in _REPORT_WORDS for plural in ("", "s"))
# "Report No. 12", "Working Paper 45", "Tech. Rep. CS-93-12", "Technical Report Series, No. 916".
_NUMBERED = re.compile(
    rf"\b(?P<sort>(?:{_words('report_sorts')})\s)?(?:{_words('reports')})s?\b"
    rf"[\s,.:(]{{0,3}}(?:(?:{alternatives(every('parts', 'series'))})\b[\s,.:(]{{0,3}})?"
    rf"(?P<no>(?:{alternatives(every('parts', 'number'))}|n[°º]|№|#)[.:]{{0,2}}\s?)?"
    r"(?P<number>(?:[A-Z]{1,6}[-/.]?){0,3}\d\w{0,9}(?:[-/]\w{1,9}|\.\d{1,4}){0,4}|w\d{3,5})(?![\w(:])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?", re.IGNORECASE)
_CONFERENCE = re.compile(rf"\b(?:{_words('conferences')})\b", re.IGNORECASE)
_NOT_CONFERENCE = re.compile(
    rf"\b(?:{_words('proceedings')})\.?\s+(?:(?:[a-z]{{2,3}}\s+){{2}})?(?:{_words('society_proceedings')}|ieee(?!\s+\w))",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?:^|[.,;?!»”\"’)]\s*)\[?\b(?:{alternatives(every('parts', 'in'))})\b\s?:?\]?\s+(?=[^\W_]|[\"“«])", re.IGNORECASE
)
_TALKS = every("kinds", "talks")
_PRESENTED = re.compile(rf"{PRESENTED}\s", re.IGNORECASE)
_OF_A_SERIES = re.compile(r", volume \d{1,5}(?: of |, pages )")  # LaTeX: "In ICALP 2019, volume 132 of LIPIcs"
_SERIES = re.compile(rf"\b(?:{_words('meeting_series')})\b", re.IGNORECASE)


def entry_type(fields: Mapping[str, Any], raw: str, genre: str = "") -> str:
    """article, book, inbook, incollection, inproceedings, phdthesis, mastersthesis, techreport, patent, jurisdiction,
    legislation, online or misc.

    fields: those of a Reference by name, absent ones missing or empty. raw: the text. genre: what the tagger read as
    the kind of work ("PhD thesis", "Technical report").
    """
    container = fields.get("container") or ""
    title = fields.get("title") or ""
    around = raw.replace(title, " ", 1) if title else raw  # a title may speak of theses, patents and films
    if special := unusual_type(fields, raw, around, genre):
        return special
    if (container or fields.get("publisher")) and genre.lower().rstrip("]").endswith(_TALKS):
        return "inproceedings"
    if not container or genre:
        named, words = f"{genre} {around}" if not container else genre, words_in(raw)
        if not _THESIS_CUES.isdisjoint(words) and (match := _THESIS.search(named)):
            near = named[max(0, match.start() - 25) : match.end() + 25]
            return "mastersthesis" if is_lower(near) else "phdthesis"
        if genre and genre.lower().rstrip(".").split()[-1] in _REPORT_WORDS:  # "NCHRP Rep."
            return "techreport"
        named = f"{genre} {raw}" if not container else genre
        if not _PHRASE_CUES.isdisjoint(words) and _REPORT.search(named):
            return "techreport"
    if container and (_PRESENTED.match(container) or (genre and _PRESENTED.match(genre))):
        return "inproceedings"
    if container:
        return _contained(fields, raw)
    if fields.get("volume") and fields.get("pages") and not fields.get("publisher") and not fields.get("isbn"):
        return "article"
    if fields.get("number") and title and not fields.get("isbn"):
        return "techreport"
    if (
        fields.get("day")
        and fields.get("url")
        and not (fields.get("isbn") or fields.get("edition") or fields.get("place"))
    ):
        return "online"  # no book is dated by the day
    if (
        fields.get("isbn")
        or fields.get("publisher")
        or fields.get("edition")
        or (fields.get("editors") and not fields.get("url"))
    ):
        return "book"
    if fields.get("url") and not fields.get("place"):
        return "online"
    persons = any(name.given for name in fields.get("authors") or ())
    if persons and title and fields.get("pages"):  # Bluebook: "Ronald Dworkin, Taking Rights Seriously 22 (1977)"
        return "book"
    if fields.get("place") and (title or fields.get("authors")):
        return "book"
    if fields.get("arxiv") or fields.get("doi"):
        return "misc"
    if fields.get("volume"):
        return "article"
    # What an organisation publishes itself, under its own name: "SCP. (2018). De sociale staat."
    authors = fields.get("authors") or ()
    return "techreport" if fields.get("title") and authors and all(name.literal for name in authors) else "misc"


def report_number(raw: str, kind: str) -> str:
    """The printed number of a report or working paper, or "". kind: as returned by ``entry_type``."""
    if _REPORT_CUES.isdisjoint(words_in(raw)):
        return ""
    for match in _NUMBERED.finditer(raw):
        # A bare number behind a journal's "Rep." is its volume, and a year is that of the report.
        if (match["no"] or match["sort"] or kind == "techreport") and (
            match["no"] or not _YEAR.fullmatch(match["number"])
        ):
            return match["number"]
    return ""


@lru_cache(maxsize=2048)  # journals come again and again
def _meets(container: str) -> tuple[bool, bool]:
    """Whether it is called as proceedings are, and whether as a series of meetings."""
    proceedings = bool(_CONFERENCE.search(container)) and not _NOT_CONFERENCE.search(container)
    return proceedings, bool(_SERIES.search(container))


def _contained(fields: Mapping[str, Any], raw: str) -> str:
    container = str(fields["container"])
    proceedings, of_meetings = _meets(container)
    if of_meetings or (proceedings and not (fields.get("volume") and fields.get("issue"))):
        return "inproceedings"
    lead = raw.find(container)
    introduced = _IN.search(raw[max(0, lead - 60) : lead + 1]) if lead > 0 else None
    published = fields.get("publisher") or fields.get("isbn")
    sited = fields.get("url") and not (published or fields.get("place") or fields.get("pages"))
    if (
        fields.get("day") and (not introduced or sited) and not fields.get("editors")
    ):  # "Washington Post, July 5, 2007. ProQuest."
        return "online" if fields.get("url") and not fields.get("volume") else "article"
    if (
        (fields.get("editors") or fields.get("publisher") or fields.get("isbn"))
        and not fields.get("issue")
        and (introduced or fields.get("editors") or fields.get("edition") or not fields.get("volume"))
    ):
        return "incollection"
    if introduced and fields.get("place") and not (fields.get("volume") or fields.get("issue")):
        return "incollection"  # "in: Festschrift für Stefan Trechsel, Zürich 2002, 305 ff."
    # LaTeX's plain style: "In NeurIPS, 2018.", "In EACL, pages 2647–2661, 2021."; a book would have a publisher.
    own = introduced and introduced[0].strip(' .,;?!»”"’)').startswith("In") and ":" not in introduced[0]
    numbered = fields.get("volume") or fields.get("issue") or fields.get("doi") or fields.get("issn")
    if own and _OF_A_SERIES.search(raw):
        return "inproceedings"
    if own and not (published or numbered or fields.get("url") or fields.get("editors")):
        return "inproceedings"
    if fields.get("volume") or fields.get("issue") or fields.get("pages") or fields.get("doi") or fields.get("issn"):
        return "article"
    if introduced:
        return "incollection"
    return "online" if fields.get("url") else "article"
