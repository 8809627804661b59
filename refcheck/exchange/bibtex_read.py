"""BibTeX and biblatex fields -> References. The blocks themselves are read in ``reading/bibtex/entries.py``.

Faults of an entry become its ``problems``, never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from refcheck import patterns as re
from refcheck.exchange.bibtex_identifiers import Text, identifiers_of, without_strays
from refcheck.exchange.bibtex_languages import language_of
from refcheck.exchange.bibtex_names import meant
from refcheck.exchange.bibtex_people import people_of
from refcheck.exchange.bibtex_publishers import published
from refcheck.exchange.bibtex_titles import CHAPTERS, THESES, container_of, name_of, titled, whole_behind
from refcheck.exchange.bibtex_types import kind_of, patent_number
from refcheck.foreign import NOT_GIVEN, number
from refcheck.language.dates import MONTHS, Date, parse_date
from refcheck.language.detect import detect_title
from refcheck.language.latex import to_text
from refcheck.language.words import alternatives, every
from refcheck.model import Entry, Name, Problem, ProblemKind, Reference
from refcheck.parsing.access import find_access
from refcheck.parsing.pages import is_total, list_of_pages
from refcheck.parsing.tagging.known_words import is_given_name
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.sentences import say

_UNPRINTED = frozenset(("misc", "online", "software", "manual", "dataset"))


def read_bibtex(text: str) -> list[Reference]:
    """Every reference of a .bib text, in order, with its own key. Never raises on bad input.

    Faults of a block, duplicate fields and keys among them, are in ``problems``, and its text is in ``raw``. @string,
    "#", crossref, xdata, LaTeX and biblatex's names are understood.
    """
    seen: set[str] = set()
    out = []
    for reference in read_entries(bib_entries(text)):
        if reference.key and reference.key.lower() in seen:
            problem = Problem.of(ProblemKind.DUPLICATE, say("duplicate key {key}", key=reference.key))
            reference = replace(reference, problems=(*reference.problems, problem))
        seen.add(reference.key.lower())
        out.append(reference)
    return out


def read_entries(entries: Iterable[Entry]) -> list[Reference]:
    """Entries with markup "bibtex" -> References, same length and order."""
    return [_read(entry) for entry in entries]


def _read(entry: Entry) -> Reference:
    if "fields" in entry.data:
        return _reference(entry)
    alone = bib_entries(entry.raw)
    if alone:
        return _reference(replace(entry, data=alone[0].data, key=alone[0].key))
    return Reference(
        raw=entry.raw, key=entry.key, problems=(Problem.of(ProblemKind.SYNTAX, say("not a BibTeX entry")),)
    )


# -------------------------------------------------------------------------------------------------- one reference


def _reference(entry: Entry) -> Reference:
    fields, strays = without_strays(meant(entry.data["fields"]))
    problems: list[Problem] = list(entry.data["problems"])

    def text(*names: str) -> str:
        for name in names:
            if name in fields and (found := to_text(fields[name])):
                return found
        return ""

    kind = kind_of(entry.data["type"], fields)
    authors, et_al = _named("author", fields, problems)
    editors, _ = _named("editor", fields, problems)
    translators, _ = _named("translator", fields, problems)
    date = _date(text, problems)
    identifiers = identifiers_of(fields, strays, text, problems, own_note=kind in _UNPRINTED)
    title, container = _titles(kind, fields, text)
    volume, number, pages, month = _located(kind, fields, text)
    date = date._replace(month=date.month or month)
    numbered = kind == "article" or bool(volume)  # the number is that of an issue, not that of a report or in a series
    publisher, place = published(kind, fields, text)
    authors, editors = _not_turned(authors, publisher), _not_turned(editors, publisher)
    if kind == "article" and not volume and "," in container and (behind := _VOLUME_BEHIND.fullmatch(container)):
        container, volume = behind[1], behind[2]
    issue = number if numbered else ""
    language = language_of(text("langid", "language", "hyphenation")) or detect_title(title)
    sure = (authors, editors, title, container, date.year, volume, issue, pages, publisher, identifiers["doi"])
    return Reference(
        raw=entry.raw,
        key=entry.key,
        entry=entry,
        type=kind,
        authors=authors,
        editors=editors,
        translators=translators,
        et_al=et_al,
        title=title,
        translated_title=text("titleaddon"),
        container=container,
        series=_SERIES.get(series := name_of(fields.get("series", "")), series),
        year=date.year,
        year_suffix=date.letter,
        month=date.month,
        day=date.day,
        volume=volume,
        issue=issue,
        pages=pages,
        number="" if numbered else number or (patent_number(text("note")) if kind == "patent" else ""),
        edition=edition_of(text("edition")),
        publisher=publisher,
        place=place,
        doi_printed=fields.get("doi", "").strip(),
        accessed=text("urldate", *_ACCESSED) or _accessed(*map(text, _MAY_SAY[" " not in fields.get("url", "") :])),
        language=language,
        confidence={name: 1.0 for name, value in zip(_SURE, sure, strict=True) if value},
        problems=tuple(dict.fromkeys(problems)),
        **identifiers,
    )


def _titles(kind: str, fields: Mapping[str, str], text: Text) -> tuple[str, str]:
    """The titles of the work and of what it stands in."""
    title, container = _title(kind, fields, text), container_of(kind, fields, text)
    if not title and container and "journal" in fields and "booktitle" in fields:  # as Scopus has papers of a journal
        return text("booktitle"), name_of(fields["journal"])
    return whole_behind(title) if kind in CHAPTERS and not container and " BT " in title else (title, container)


def _title(kind: str, fields: Mapping[str, str], text: Text) -> str:
    """The title, or what names the whole or the chapter where no field holds it."""
    if title := titled(text("title"), text("subtitle")):
        return "" if "no " in title[:5].lower() and _NO_TITLE.fullmatch(title) else title
    if kind in ("book", "proceedings"):
        return text("booktitle", "maintitle")
    named = text("chapter") if kind in CHAPTERS else ""
    return "" if _FIGURE.search(named) else named


def _located(kind: str, fields: Mapping[str, str], text: Text) -> tuple[str, str, str, int | None]:
    """Volume, issue or number, pages, and the month that stands in place of one of the first two."""
    volume, number = volume_and_issue(text("volume"), text("number", "issue"))
    within = "article" if volume and kind in THESES and "journal" in fields else kind  # "Dissertation Abstracts, 65"
    pages = pages_of(within, *(text(name) for name in ("pages", *_NUMBERS) if name in fields))
    if not pages and "," in volume and (both := _ARTICLE_BEHIND.fullmatch(volume)):
        volume, pages = both[1], both[2]
    if (not number or number.isdigit()) and (not volume or volume.isdigit()):
        return volume, number, pages, None
    named = next((one for one in (number, volume) if one.lower().strip(".") in MONTHS), "")
    # as Mendeley has the issues of magazines
    month = None if "month" in fields else MONTHS.get(named.lower().strip("."))
    return volume.removeprefix(named), number.removeprefix(named), pages, month


def edition_of(printed: str) -> str:
    """An edition as printed; "" for the day of an article's electronic publication, which EndNote has in its place."""
    return "" if printed and _DAY.fullmatch(printed) else printed


def pages_of(kind: str, *printed: str) -> str:
    """The first of these fields that holds pages or an article's number; the number of a whole work's pages is none."""
    found = (
        list_of_pages(_whole(pages))
        for pages in printed
        if not (kind in _WHOLE and is_total(pages)) and not (pages[-1:] in "Bs" and _SIZE.search(pages))
    )
    return next(filter(None, found), "")


def _whole(pages: str) -> str:
    """Pages without the blank before a letter, and with one hyphen in each of "21--1--21--4" and "014607--1--36"."""
    if " " in pages:
        pages = _LETTER_BEHIND.sub(r"\1\2", pages.partition(" %U ")[0])  # EndNote's next field: the address
    parted = _PARTED.fullmatch(pages) if max(pages.count("--"), pages.count("–")) > 1 else None
    return pages if parted is None else f"{parted[1]}-{parted[3]}--{parted[1]}-{parted[4]}"


# The number of an article need not stand before both pages.
_PARTED = re.compile(
    r"((?P<article>\d{5,9})|\w{1,9})(?:--|–)(\d{1,4})(?:--|–)(?(article)(?:\1(?:--|–))?|\1(?:--|–))(\d{1,4})"
)
_VOLUME_BEHIND = re.compile(
    r"(.{6,200}?[^\W\d_.]{2,}),\s(?:[Vv]ol\.?\s)?(\d{1,3})"
)  # "Journal of Fires, 22" as its name
_ARTICLE_BEHIND = re.compile(r"(\d{1,4}),\s?(\d{5,7})")  # "119, 042017" as a volume
_LETTER_BEHIND = re.compile(r"(\d) ([A-Z])(?=\s?[-–]|\s*\Z)")  # "57 A-62 A", as in the front matter of ACS's journals
_SIZE = re.compile(r"\d\s?(?:bytes|[kKMG]i?B)\Z")  # of a file
_WHOLE = frozenset(("book", "booklet", "proceedings", "phdthesis", "mastersthesis", "techreport", "manual"))


def volume_and_issue(volume: str, issue: str) -> tuple[str, str]:
    """Both as printed, apart where one field holds them ("12(3)"), without labels and words such as "in press"."""
    if volume.isdecimal() and (not issue or issue.isdecimal()):
        return (volume, issue) if (volume + issue).strip("0") else ("", "")  # Sage: not yet in an issue
    if volume.strip(".[]() ").lower() in _PENDING or volume in NOT_GIVEN or not _SAYS.search(volume):
        volume = ""
    if issue in NOT_GIVEN or not _SAYS.search(issue):
        issue = ""
    volume = _VOLUME.sub("", volume)
    volume = volume[label.end() :] if (label := _LABEL.match(volume)) else volume
    both = _SUPPLEMENT.fullmatch(volume) or _WITH_ISSUE.fullmatch(volume) or (not issue and _BOTH.fullmatch(volume))
    return (both[1], issue or both[2]) if both else (volume, _LABEL.sub("", issue))


_DAY = re.compile(r"\d{4}([/ -])(?:\d\d|[A-Z][a-z]{2})\1\d{1,2}")
_SAYS = re.compile(r"[^\W_]")  # "?" and "--" say nothing
_PENDING = frozenset((*every("citations", "undated"), *every("parts", "advance")))
_BOTH = re.compile(r"(\d{1,4}) (\d{1,4})")  # as Semantic Scholar exports them
_SUPPLEMENTS = alternatives(every("parts", "supplements"))
_SUPPLEMENT = re.compile(
    rf"(\d{{1,4}}),?\s\(?\s?((?:{_SUPPLEMENTS}|Pt)\.?(?:\s?\w{{1,4}})?)\)?", re.IGNORECASE
)  # "23 Suppl 1", PubMed's "122 ( Pt 2)"
_FIGURE = re.compile(r"\d|^[IVXLC]+$")
_NO_TITLE = re.compile(
    r"(?:済無)?\s?(?:no title[.\s]{0,3})+", re.IGNORECASE
)  # Mendeley's, for files that it cannot read
_ISSUES = alternatives([word for word in every("roles", "iss") if len(word) > 3 and not re.match(_SUPPLEMENTS, word)])
_LABEL = re.compile(rf"(?:№|n[°º]|n[or]s?\b\.?|n\.|#|(?:{_ISSUES})\.?\s?#?)\s?(?=\d)", re.IGNORECASE)
_VOLUME = re.compile(
    rf"(?:{alternatives([word for word in every('roles', 'vol') if len(word) > 1])})(?:\.\s?|\s)(?=\d|[IVXLC]+\b)", re.I
)
_WITH_ISSUE = re.compile(  # "12(3)" and "12, Issue 3" as a volume
    rf"(\d{{1,4}})(?:\s?\(|,?\s(?:{alternatives(every('roles', 'iss'))})\.?\s?)"
    r"(\d{1,4}(?:[-–/]{1,2}\d{1,4})?)\)?",
    re.IGNORECASE,
)
_NUMBERS = ("eid", "articleno", "article-number", "article_number", "art_number", "artnum")  # of an article
_SERIES = {"newseries": "New series", "oldseries": "Old series"}  # biblatex's keys, as its English files print them
_ACCESSED = (
    "lastaccessed",
    "lastchecked",
    "urlaccessdate",
    "accessdate",
    "accessed",
    "lastvisited",
    "citedate",
    "access-date",
)


_MAY_SAY = ("url", "note", "howpublished", "year", "addendum")


def _accessed(*texts: str) -> str:
    """The access date that one of these texts prints, "" when there is none."""
    texts = tuple(_DATE_IN_BRACKETS.sub(r" \1 ", text.replace("–", "-")) for text in texts if len(text) > 9)
    return next((found.printed for text in texts if (found := find_access(text))), "")


_DATE_IN_BRACKETS = re.compile(r"\s\((\d[^()]{4,20})\)")  # "Zugriff am (13.03.2019)"


_SURE = ("authors", "editors", "title", "container", "year", "volume", "issue", "pages", "publisher", "doi")


def _named(role: str, fields: Mapping[str, str], problems: list[Problem]) -> tuple[tuple[Name, ...], bool]:
    if role not in fields:
        return (), False
    names, et_al, sign = people_of(fields[role])
    if sign:
        said = say('the names in {field} are separated by "{sign}" instead of "and"', field=role, sign=sign)
        problems.append(Problem.of(ProblemKind.NAMES, said))
    return names, et_al


def _not_turned(people: tuple[Name, ...], publisher: str) -> tuple[Name, ...]:
    """The people; a publisher among them, turned round as if it were one ("Professional, Addison-Wesley"), is none."""
    if not publisher or all(name.literal or name.family not in publisher for name in people):
        return people
    return tuple(
        Name(literal=publisher)
        if f"{name.given} {name.family}" == publisher and name.given and not is_given_name(name.given.split()[0])
        else name
        for name in people
    )


_EARLY = re.compile(
    rf"\W{{0,3}}(?:(?:{alternatives(every('dates', 'about'))})\W{{0,3}})?(?<!\d)(\d{{3,4}})(?![\dXxu?])", re.IGNORECASE
)
_REPRINTED = re.compile(r"(\d{4})/(\d{4})")
_BRACKETED = re.compile(r"\[[^\[\]]{1,40}\]")
_BEFORE = alternatives(words.rstrip(".") for words in every("dates", "before_christ"))
_BEFORE_CHRIST = re.compile(rf"^\s*-\d|(?<![^\W\d_])(?:{_BEFORE})(?![^\W\d_])", re.IGNORECASE)


def _date(text: Text, problems: list[Problem]) -> Date:
    """The date from ``date``, else from ``year``, ``month`` and ``day``. A year before 1400 is kept, and reported."""
    printed, stated, month, day = text("date"), text("year"), text("month"), text("day")
    if stated[:1].isalpha() and len(stated) > 12 and find_access(stated):  # "Abgerufen am 20.4.2021"
        stated = ""
    printed = printed or stated
    if "[" in printed:  # "[1872] 1995": of the first edition, and of the one cited
        printed = bare if parse_date(bare := _BRACKETED.sub("", printed)).year else printed
    if (both := _REPRINTED.fullmatch(stated)) and int(both[2]) - int(both[1]) > 50:  # "1814/1995" is no range
        printed = stated = both[2]
    early = _BEFORE_CHRIST.search(printed) is not None
    date = Date() if early else parse_date(printed)
    if date.year and stated.isdigit() and int(stated) not in (date.year, date.year + 1):
        date = parse_date(stated)  # BibSonomy's "date" is the day when the entry was posted
    if not date.year and not early and (year := parse_date(stated)).year:  # "date = {June 2}, year = 2024"
        date, month = year, month or printed
    if not date.year and re.search(r"\d", printed):
        figure = None if early else _EARLY.match(printed)
        if figure and 100 <= int(figure[1]) < 1400:
            date = Date(int(figure[1]))
            problems.append(Problem.of(ProblemKind.YEAR, say("unusual year {year}", year=figure[1])))
        else:
            problems.append(Problem.of(ProblemKind.YEAR, say("unreadable year")))
    elif date.year and date.year < 1400:
        problems.append(Problem.of(ProblemKind.YEAR, say("unusual year {year}", year=date.year)))
    if month and not date.month:
        whole = Date() if month.isalnum() else parse_date(month)  # "24/08/2008"
        date = date._replace(month=whole.month or _month(month))
        if date.month and not month.strip(" .,;").isdigit():
            if with_day := _MONTH_AND_DAY.fullmatch(month):
                return date._replace(day=_day(with_day[2]))
            days = [] if whole.year or _MONTHS.fullmatch(month) else re.findall(r"(?<!\d)\d{1,2}(?!\d)", month)
            day = day or str(whole.day or "") or next(iter(days), "")
    return date if date.day else date._replace(day=_day(day))


def _month(text: str) -> int | None:
    if (bare := text.strip(" .,;")).isdigit():  # "8,"
        return number(bare, 12) or None
    words = re.findall(r"[^\W\d_]+", text.lower())
    named = next((MONTHS[word] for word in words if word in MONTHS), None)
    several = None if named else _MONTHS.fullmatch(text) or _MONTH_AND_DAY.fullmatch(text)
    return number(several[1], 12) or None if several else named


_MONTHS = re.compile(r"(\d{1,2})\s?[/–-]{1,2}\s?(?:0?\d|1[0-2])")  # "7-8"
_MONTH_AND_DAY = re.compile(r"(0?\d|1[0-2])[/-](1[3-9]|2\d|3[01])")  # "05/31"


def _day(text: str) -> int | None:
    return number(text, 31) or None
