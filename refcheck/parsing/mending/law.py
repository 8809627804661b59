"""Rules on what lawyers cite: law reviews and reports, judgments of courts, statutes and regulations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refcheck import patterns as re
from refcheck.language.lexicon import NTH, PARTICLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.people.organisations import is_organisation
from refcheck.parsing.tagging.tokens import Token


def _words(key: str) -> str:
    """The words ``key`` of the tables ``laws``, as alternatives of a pattern."""
    return alternatives(every("laws", key))


_YEAR = r"(?:1[3-9]|20)\d\d"
_FOLLOWING = alternatives(every("parts", "following"))
_PAGE_WORDS = alternatives(word for word in every("roles", "pp") if len(word) < 4)
# "108 Harv. L. Rev. 1733, 1740 (1995)", "576 U.S. 644, 135 S. Ct. 2584 (2015)", "[2005] 1 AC 1", "[2019] UKSC 41".
_REPORTER = r"(?P<reporter>[A-Z][\w.'’&]{0,8}(?:\s?(?:&\s)?(?:[A-Z][\w.'’]{0,9}|of|and|on|\dd|App)){0,5}\.?)"
_REPORTED = re.compile(
    rf",[”’'\"]?\s(?P<volume>\d{{1,4}})\s{_REPORTER}\s(?:at\s)?(?P<page>\d{{1,5}})(?:,[^()]{{0,60}})?"
    rf"\s\([^()]{{0,25}}?(?P<year>{_YEAR})\)\.?(?=$|\s<?https?:|,\s(?:aff|rev|cert)[’'.])"
)
_NEUTRAL = re.compile(
    rf"[\s,’']\s?[\[(](?P<year>{_YEAR})[\])]\s(?:(?P<volume>\d{{1,3}})\s)?{_REPORTER}\s(?:no\s)?(?P<page>\d{{1,5}})\b"
)
# McGill: "R v Sharpe, 2001 SCC 2, [2001] 1 SCR 45"
_UNBRACKETED = re.compile(
    rf",\s(?P<year>{_YEAR})\s(?P<volume>(?!))?(?P<reporter>[A-Z]{{3,6}})\s(?P<page>\d{{1,5}})(?=[,.;\s]|$)"
)
_CASE = re.compile(
    rf"\s(?:v|vs)\.\s|(?:[A-ZÀ-Þ\d][\w.’'-]{{0,30}}\)?|\b(?:plc|others?|another))\svs?\s|^(?:{_words('parties')})\s"
)
_UNNAMED = tuple(f"{words} " for words in every("laws", "parties"))
_AUTHORS = re.compile(r"^[A-Z][^,]{2,60}(?:, (?:Jr|Sr|III?)\.?)?(?=, )")


# The European Court of Human Rights: "Osman v UK ECHR 1998–VIII 3124", "Golder v UK (1975) Series A no 18".
_STRASBOURG = re.compile(
    rf",?\s(?:\((?P<year>{_YEAR})\)\s(?P<reporter>Series A)\s(?:no\.?\s)?(?P<page>\d{{1,3}})"
    rf"|(?P<reporter2>ECHR)\s(?P<year2>{_YEAR})(?:[-–](?P<volume>[IVX]{{1,5}}))?(?:[\s,]{{1,2}}(?P<page2>\d{{1,4}}))?)"
)


@told_by(("0000)", "0000]", "ECHR", ", 0000 "))
def law_report(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Volume, reporter and page of lawyers stand behind the title and before the year; a case has no authors."""
    match = (
        _REPORTED.search(raw[:600]) if ") http" in raw or "). http" in raw or raw.rstrip(". ").endswith(")") else None
    )
    if match is None and (" v" in raw or raw.startswith(_UNNAMED)):
        if match := _STRASBOURG.search(raw[:600]):
            _relabel(tokens, labels, match, {(0, match.start()): "title"})
            return
        match = _UNBRACKETED.search(raw[:600]) or _NEUTRAL.search(raw[:600])
    if match is None:
        return
    case = _CASE.search(raw[: match.start()]) is not None
    abbreviated = "." in match["reporter"] or match["reporter"].replace(" ", "").isupper()
    if not abbreviated or (not case and match.re is not _REPORTED):
        return
    authors = None if case else _AUTHORS.match(raw)
    begin = authors.end() if authors else 0
    _relabel(tokens, labels, match, {(0, begin): "author", (begin, match.start()): "title"})


# Bluebook: "Richard A. Posner, Economic Analysis of Law 45 (9th ed. 2014)", "Law of Torts § 23 (5th ed. 1984)".
_WORD = r"[A-Z][\w.'’-]{0,20}"
_NEXT = rf"\s(?:(?:{alternatives(PARTICLES)})\s)?{_WORD}"
_FULL = rf"{_WORD}(?:{_NEXT}){{0,3}}"
_PAGED_BOOK = re.compile(
    rf"(?P<author>{_FULL}(?:(?:,\s{_FULL}){{0,2}},?\s(?:&|and)\s{_FULL})?(?:, (?:Jr|Sr|III?)\.?)?),\s"
    r"(?P<title>[A-Z][^\d()“”\"]{4,150}?)\s(?:§{1,2}\s)?(?P<pages>\d{1,4}(?:[–-]\d{1,4})?)\s"
    rf"\((?:(?P<edition>(?:\d{{1,2}}(?:st|nd|rd|th|d)|[Rr]ev\.) ed\.)\s)?(?P<year>{_YEAR})\)\.?"
)


@told_by(("0000)",))
def law_book(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Lawyers print the page of a book right behind its title, and edition and year in one bracket behind that."""
    match = _PAGED_BOOK.fullmatch(raw) if raw.rstrip(". ").endswith(")") and len(raw) < 400 else None
    if match is None or " " not in match["author"]:
        return
    # A journal's volume without a page looks the same: "E. Schmid, Phys. Rev. 11 (1971)".
    bare = "title" in labels and {"container", "issue"}.isdisjoint(labels) and not {".", ","} & set(match["title"])
    if match["edition"] or bare:
        _relabel(tokens, labels, match)


# OSCOLA: "Christian von Bar, The Common European Law of Torts, vol 2 (CH Beck 2000) para 76", "Peter Birks (tr), The
# Institutes of Justinian (Duckworth 1987)", "Law Commission, Reforming Bribery (Law Com No 313, 2008) paras 3.12–3.17".
_PLAIN_NAME = rf"{_WORD}(?:{_NEXT}){{1,3}}"
_OXFORD_BOOK = re.compile(
    rf"(?:(?P<author>{_PLAIN_NAME}(?:(?:,\s{_PLAIN_NAME}){{0,2}},?\sand\s{_PLAIN_NAME})?)|"
    r"(?P<office>(?:Ministry|Department|Office|Committee)\s(?:of|for|on)\s[A-Z][^()]{3,100}?\sand\s[A-Z][^,()]{3,40}|[A-Z][^,()]{3,60}))"
    r"(?:\s\((?P<role>eds?|trs?)\))?,\s(?P<title>[A-Z][^()‘’“”\"]{4,200}?)(?:,\svol\s(?P<volume>\d{1,3}|[IVX]{1,5}))?\s"
    rf"\((?:\dst\ssupp,\s)?(?:(?P<edition>\d{{1,2}}(?:st|nd|rd|th)\sedn|rev\sedn),\s)?(?:(?P<publisher>(?!Rpt|Repr)[A-Z][^(),:]{{1,60}}?)\s(?P<date>{_YEAR})"
    rf"|(?:[A-Z][^(),:\d]{{3,40}},\s)?(?:(?P<series>[A-Z][^(),:\d]{{12,60}})\s)??(?P<number>[A-Z\d][^(),:]{{0,16}}?\d[\d/-]{{0,9}})"
    rf",\s(?P<date2>{_YEAR}))\)(?:\s(?P<pages>\d[\d–-]{{0,9}})|\s(?:paras?|pp?|chs?|pt|arts?)\.?\s\d[\d.–-]{{0,12}})?\.?"
)

_CLOSED_AT_END = re.compile(r"[^\s:][,\s]\s?\d{4}\)(?:\s(?:[a-z]{1,5}\.?\s)?\d[\d.–-]*)?\.?\s?$")


@told_by(("0000)",))
def oxford_book(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """OSCOLA: "author, title, volume (edition, publisher year) page", a report's number in the publisher's place."""
    closed = ")" in raw[-40:] and len(raw) < 400 and _CLOSED_AT_END.search(raw[-40:])
    match = _OXFORD_BOOK.fullmatch(raw.strip()) if closed else None
    if match is None or not (match["author"] or is_organisation(match["office"])) or _CASE.search(match["title"]):
        return
    people = {"t": "translator", "e": "editor"}.get((match["role"] or "a")[0], "author")
    _relabel(tokens, labels, match, {match.span("author" if match["author"] else "office"): people})


# OSCOLA: "‘In Defence of Due Deference’ (2009) 72 MLR 554".
_QUOTED = re.compile(
    rf"[’”']\s[\[(](?P<date>{_YEAR})[\])]\s(?:(?P<volume>\d{{1,3}})(?:[:(](?P<issue>\d{{1,3}})\)?)?\s)?(?P<container>[A-Z][^\d(),’”]{{1,60}}?)"
    r"\s(?:(?P<pages>\d{1,5})(?:,\s\d{1,5})?\.?$|<)"
)


@told_by([f"{mark} {bracket}0" for mark in "’”'" for bracket in "(["])
def oscola_article(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Lawyers print year, volume, journal and page behind the quoted title of an article."""
    match = _QUOTED.search(raw[:600])
    if match is not None:
        for i, token in enumerate(tokens):
            if token.start > match.start():
                found = (name for name in match.groupdict() if match.start(name) <= token.start < match.end(name))
                labels[i] = next(found, "other")


# German and Dutch law: "Die Haftung für KI-Systeme, NJW 2023, 1234 (1237)", "Titel, sic! 3/2009, 141 ff."
_YEARLY = re.compile(
    rf",\s(?:(?:{alternatives(every('parts', 'in'))}):?\s)?(?P<container>[A-Z][A-Za-z]{{0,5}}[A-Z]|sic!)\s"
    rf"(?:(?P<issue>\d{{1,2}})/)?(?P<date>{_YEAR}),\s"
    rf"(?:(?i:{_PAGE_WORDS})\.?\s)?(?P<pages>\d{{1,5}}(?:[–-]\d{{1,5}})?)(?:\s(?:{_FOLLOWING})\.?)?(?:\s\(\d[^()]{{0,20}}\))?\.?$"
)


@told_by((" 0000, ", "/0000, "))
def yearly_journal_of_law(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Journals of law that count by the year: it dates the article and is neither volume nor page."""
    match = _YEARLY.search(raw.rstrip(), max(0, len(raw) - 80)) if {"author", "title"} <= set(labels) else None
    if match is not None:
        for i, token in enumerate(tokens):
            if token.start > match.start():
                found = (name for name in match.groupdict() if match.start(name) <= token.start < match.end(name))
                labels[i] = next(found, "other")


_NAMED = {"date2": "date", "office": "author", "role": "other"}
_NAMED |= {"reporter": "container", "page": "pages", "year": "date", "court": "inst"}
_NAMED |= {f"{name}2": label for name, label in (*_NAMED.items(), ("title", "title"))}


def _relabel(
    tokens: Sequence[Token],
    labels: list[str],
    match: re.Match[str],
    stretches: Mapping[tuple[int, int], str] | None = None,
) -> None:
    """Labels by the named groups of a match and by stretches of the text; all other tokens are "other"."""
    spans = {match.span(name): _NAMED.get(name, name) for name, value in match.groupdict().items() if value}
    spans |= stretches or {}
    for i, token in enumerate(tokens):
        if not token.kind:
            found = (label for (start, end), label in spans.items() if start <= token.start < end)
            labels[i] = next(found, "other")


# "Case C-131/12 Google Spain v AEPD [2014] ECLI:...", "BVerfG, Urteil vom 15. Dezember 1983, ..., BVerfGE 65, 1",
# "HR 19 april 1996, ECLI:NL:HR:1996:ZC2046, NJ 1997, 24".
_CASE_NUMBER = re.compile(
    rf"^(?:Joined )?(?:{_words('case')})\s"
    r"(?P<number>[CTF]?[-‑]?\d{1,4}/\d{2}(?: P)?),?\s"
    rf"(?P<title>.{{5,300}}?)[,\s]\s?[\[(](?P<date>{_YEAR})[\])]"
)
# The Court's own: "Judgment of 13 May 2014, Google Spain and Google, C-131/12, EU:C:2014:317, paragraph 80"
_OF_THE_COURT = re.compile(
    rf"^(?:{_words('judgment')})\s(?:{_words('on_day')})\s(?P<date>\d{{1,2}}\.?\s[^\W\d_]{{3,10}}\s{_YEAR}),\s(?P<title>[^\d].{{3,200}}?)"
    rf"[,\s]\s?\(?(?:(?:{_words('case')})\s)?(?P<number>[CTF]?[-‑]?\d{{1,4}}/\d{{2}}(?: P)?)(?=[,);]|$)"
)
_COURT_WORDS = [
    word
    for key in ("case", "courts", "debates", "town_courts", "courts_dated", "chambered_courts")
    for word in every("laws", key)
]
_COURTS = (
    rf"{_words('courts')}|{_words('debates')}|(?:{_words('town_courts')}) [A-ZÄÖÜ'][\w'-]+(?: [A-Z][a-z]+)?"
    rf"|{_words('courts_dated')}|(?:{_words('chambered_courts')}) (?:{_words('chambers')})\.(?: \d{NTH})?"
)
_JUDGMENT = re.compile(
    rf"^(?P<court>{_COURTS})[,\s]\s?(?:(?:{_words('judgment')})\s(?:{_words('on_day')})\s)?"
    rf"(?:(?P<number2>[A-Z\d][\w./-]{{3,20}})\s(?:{_words('on_day')})\s)?"
    rf"(?P<date>\d{{1,2}}\.?\s?(?:[^\W\d_]{{3,10}}|\d{{1,2}}\.)\s?{_YEAR})(?:, n°\s(?P<number>[\d.-]{{4,14}}))?"
    rf"(?:.{{0,60}}?[,;]\s(?P<reporter>{_words('court_reports')})\s(?P<volume>\d{{1,4}}),\s(?P<page>\d{{1,5}})"
    rf"(?:\s(?:{alternatives(every('parts', 'following'))})\.)?"
    r"(?:\s[–-]\s(?P<title>[^,.]{3,60}))?)?"
)


# AGLC: "Ross v Chambers (Unreported, Supreme Court of the Northern Territory, Kriewaldt J, 5 April 1956)"
_UNREPORTED = re.compile(
    rf"^(?P<title>[A-Z][^()]{{2,80}}\sv\s[^()]{{2,80}}?)\s\((?:Unreported,\s)?(?P<court>[^(),]{{3,60}}),\s(?:[^(),]{{2,30}}\sC?JJ?,\s)?"
    rf"(?P<date>\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s{_YEAR})\)"
)


@told_by((" v ", "EU:C:", "EU:T:"), _COURT_WORDS)
def judgment(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Courts of Europe are cited by court, day and file number, or by case number and parties: they have no author."""
    match = _CASE_NUMBER.match(raw[:600]) or _JUDGMENT.match(raw[:600]) or _OF_THE_COURT.match(raw[:600])
    if match or (" v " in raw and (match := _UNREPORTED.match(raw[:600]))):
        _relabel(tokens, labels, match)


_STATUTE_BOOKS = "|".join(
    re.escape(word).replace(r"\.", r"\.\s?").removesuffix(r"\s?") for word in every("laws", "statute_books")
)
_ACT = re.compile(
    rf"^(?P<title>(?:The\s)?[A-Z][^.,;:\[\]“”\"(]{{3,120}}?\s(?:{_words('acts')})(?:\s\([^()]{{2,40}}\))?,?\s(?:of\s)?"
    rf"{_YEAR})(?=[,.;\s]|$)(?:.{{0,50}}?,\s(?P<volume>\d{{1,3}})\s"
    rf"(?P<reporter>{_STATUTE_BOOKS})"
    rf"\s(?:§{{1,2}}\s?)?(?P<page>\d[\w-]{{0,8}})(?:[^()]{{0,20}}\((?P<year>{_YEAR})\))?)?"
)
_REGULATION = re.compile(
    rf"^(?P<title>(?:(?:{_words('regulation_of')})\s){{0,2}}(?:{_words('regulations')})\s"
    rf"(?:\((?:{_words('union')})\)\s)?(?:(?i:{alternatives(every('parts', 'number'))})\s)?"
    rf"\d{{1,4}}/\d{{1,4}}(?:/(?:{_words('union')}))?\b.{{0,400}}?)"
    rf"(?:[,.;\s]{{1,2}}\(?(?:[\[(](?P<year>{_YEAR})[\])]\s)?(?P<reporter>{_words('union_journals')})\s"
    r"(?P<volume>[LC]\s?\d{1,4})(?:[/,]\s?(?P<page>\d{1,4}))?.{0,40}|\.?)$"
)


# "Lei nº 9.394, de 20 de dezembro de 1996. Estabelece ...", "Ley 39/2015, de 1 de octubre, del Procedimiento ...".
_LEX = re.compile(
    rf"^(?:(?P<author>[A-ZÀ-Þ]{{4,12}})\.\s)?(?P<title>(?:{_words('by_number')})\b"
    rf"(?:\s[^\W\d_]{{3,14}}){{0,2}}\s(?:n[º°.o]{{1,2}}\s?)?[\d][\d./-]{{1,12}},?\s(?:{_words('of_day')})\s[^.]{{8,300}})"
)
# "Civil action for deprivation of rights, 42 U.S.C. § 1983 (2012)."
_CODE = re.compile(
    rf"^(?:(?P<title>[A-Z][^\d]{{3,120}}?),\s)?(?P<volume>\d{{1,3}})\s(?P<reporter>{_STATUTE_BOOKS})"
    rf"\s§{{1,2}}\s?(?P<page>\d[\w-]{{0,8}})(?:[^()]{{0,20}}\((?P<year>{_YEAR})\))?"
)
# McGill: "Income Tax Act, RSC 1985, c 1 (5th Supp)".
_CANADIAN = re.compile(
    rf"^(?P<title>[A-Z][^,]{{3,120}}),\s(?P<reporter>R?S[A-Z]{{1,3}})\s(?P<year>{_YEAR}),\sc\s[A-Z\d]"
)
# "SFS 2010:800. Skollag.", "Zákon č. 213/1992 Z. z. o spotrebných daniach", "Ustawa z dnia 23 kwietnia 1964 r."
_NUMBERED = re.compile(
    rf"^(?:(?P<number>(?:{_words('series')})\s?{_YEAR}(?:/\d{{2,4}})?:\s?\d{{1,4}})\.\s"
    rf"(?:\((?P<date>{_YEAR})\)\.\s)?(?P<title>[^.]{{3,200}})"
    r"(?:\.\s(?:(?P<place>[A-ZÀ-Þ][^:.]{2,20}):\s)?(?P<publisher>[A-ZÀ-Þ][^.:]{3,80})(?=\.?$))?"
    rf"|(?P<title2>(?:{_words('by_name')})\b"
    rf".{{0,60}}?{_YEAR}[^()]{{0,200}}?)(?=\s\(|\.?$|\.\s[A-ZА-Я]))"
)
# "Eggs and Chicks (England) Regulations 2009, SI 2009/2163", AGLC: "Airspace Regulations 2007 (Cth)"
_INSTRUMENT = re.compile(
    rf"^(?P<title>[A-Z][^.;\[\]“”\"]{{3,200}}?\s(?P<year>{_YEAR}))(?=,?\sSI\s{_YEAR}/\d|\s\((?:{_words('jurisdictions')})\))"
)
# "Vienna Convention on the Law of Treaties (adopted 23 May 1969, entered into force 27 January 1980) 1155 UNTS 331"
_SERIES_OF_TREATIES = every("laws", "treaty_series")
_TREATY = re.compile(
    rf"^(?P<title>[A-Z][^()\d]{{5,300}}?)(?:,\s|\s\()(?:(?:{_words('made')})\s)?(?P<date>\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s{_YEAR})\b"
    rf".{{0,80}}?(?P<volume>\d{{1,4}})\s(?P<reporter>{_words('treaty_series')})\s(?P<page>\d{{1,5}})\b"
)
# Bluebook: "H.R. Rep. No. 99-253, at 54 (1986)", "S. Doc. No. 91-24, at 6 (1969)"
_CONGRESS = re.compile(
    r"^(?P<title>(?:H\.R\.|H\.|S\.)\s(?:Rep|Doc|Res|Exec\. Doc)\.?\s(?:No\.\s)?(?P<number>\d[\d-]{1,9}))"
    rf"(?:,?\s(?:at\s)?(?P<pages>\d{{1,4}}(?:[–-]\d{{1,4}})?))?\s\((?P<year>{_YEAR})\)"
)
_CHAMBERS = ("H.R. ", *(f"{chamber}. {paper}" for chamber in "HS" for paper in ("Rep", "Doc", "Res", "Exec")))
_JURISDICTIONS = tuple(f"({place})" for place in every("laws", "jurisdictions"))
_OFFICIAL = re.compile(rf"(?P<reporter>{_words('official')})")
_STATUTES = (
    *(*every("laws", "by_number"), *every("laws", "by_name"), *every("laws", "series"), "§"),
    *(f" {word}" for word in every("laws", "acts")),
    *(f"{word} " for word in every("laws", "regulations")),
)


@told_by(
    (*(f" {series} " for series in _SERIES_OF_TREATIES), "§", " SI ", "SC 0000, c ", *_CHAMBERS, *_JURISDICTIONS),
    (words for words in _STATUTES if words != "§"),
)
def statute(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Human Rights Act 1998, s 6(1)", "Regulation (EU) 2016/679 of ... [2016] OJ L119/1": the name is the title, and
    the sections behind it are neither volume nor pages."""
    if match := _TREATY.match(raw[:600]):
        _relabel(tokens, labels, match)
        return
    if raw.startswith(_CHAMBERS) and (match := _CONGRESS.match(raw[:200])):
        _relabel(tokens, labels, match, {match.span("title"): "title"})
        return
    if (" SI " in raw or raw.rstrip(". ").endswith(_JURISDICTIONS)) and (match := _INSTRUMENT.match(raw[:300])):
        _relabel(tokens, labels, match)
        return
    if not any(map(raw.__contains__, _STATUTES)) and not (match := _CANADIAN.match(raw[:300])):
        return
    if (
        match := _ACT.match(raw[:600])
        or _CODE.match(raw[:600])
        or _NUMBERED.match(raw[:600])
        or _REGULATION.match(raw[:900])
        or _CANADIAN.match(raw[:300])
    ):
        _relabel(tokens, labels, match)
    elif match := _LEX.match(raw[:900]):
        printed = _OFFICIAL.search(raw, match.end("title"))
        _relabel(tokens, labels, match, {printed.span("reporter"): "container"} if printed else None)
