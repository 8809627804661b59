"""The type of works that are neither articles, books nor theses: patents, judgments, statutes, standards, films,
data."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from refcheck import patterns as re
from refcheck.language.degrees import is_lower
from refcheck.language.fold import words_in
from refcheck.language.words import alternatives, every
from refcheck.parsing.people.introduced import cues_of


def _laws(*keys: str) -> str:
    return alternatives(word for key in keys for word in every("laws", key))


# What stands in square brackets behind a title of which registers of articles and books know nothing.
_MEDIA = re.compile(rf"\b(?:{alternatives(every('parts', 'media'))})\b", re.IGNORECASE)
_PAPERS = re.compile(alternatives(every("kinds", "papers")), re.IGNORECASE)
_DIRECTED = re.compile(rf"(?<!\w)(?:{alternatives(every('kinds', 'directed'))})(?!\w)", re.IGNORECASE)
_VERSION = re.compile(rf"[(,”\"]\s?(?i:{alternatives(every('parts', 'version'))})\s\d")
_SEASONS = every("kinds", "seasons")
_LOW_SEASONS = frozenset(word.lower() for word in _SEASONS)
_EPISODE = re.compile(rf"\b(?:{alternatives(_SEASONS)})\s\d{{1,3}}\b", re.IGNORECASE)
_GIVEN = attrgetter("given")
_HOSTS = frozenset(every("kinds", "repositories"))
_DATA_HOSTS = every("kinds", "data_hosts")  # "Copernicus Climate Change Service (C3S) Climate Data Store (CDS)"
_NUMBER = alternatives(every("parts", "number"))
_BRACKETS = re.compile(r"\[([^\[\]:/]{2,80})\]")
_PATENT = re.compile(
    rf"\b(?:{alternatives(every('kinds', 'patents'))})(?!\w)"
    rf"(?:[\s.:(No°]{{0,6}}(?:[A-Z]{{2}}\s?)?\d|\s(?:{_NUMBER}|n°)\b)"
    r"|\[P(?:/OL)?\]|\b(?:WO|EP)\s?\d{2,4}[/\s]?\d{4,7}\b",
    re.IGNORECASE,
)
_PATENT_NUMBER = re.compile(rf"(?:{alternatives(every('kinds', 'patent_offices'))})\s?\d[\d ,/]{{5,}}")
# GB/T 7714: theses, standards and reports by the letter behind the title.
_LETTERED = re.compile(r"(?<=[^\s\[])\s?\[(?P<mark>[DSR])(?:/[A-Z]{2})?\](?=[.．/])")
_BY_LETTER = {"D": "phdthesis", "S": "techreport", "R": "techreport"}
_RFC = re.compile(
    r"\bRFC\s?-?\d{2,5}\b|\bInternet[- ]Draft\b|\bdraft-ietf-|\bW3C (?:\w+ ){0,2}(?:Recommendation|Draft|Note)\b"
)
_NUMBERED = (
    rf"(?:(?:{alternatives(every('kinds', 'standards'))})[\s-]{{1,2}}){{1,3}}"
    rf"(?:(?i:{_NUMBER})\.\s)?(?:[A-Z]{{1,2}}[\s.]?)?\d[\d.-]{{0,9}}"
)
_STANDARD = re.compile(_NUMBERED)
_CALLED = every("kinds", "standard")
_DATED_STANDARD = re.compile(
    rf"(?<![\w/]){_NUMBERED}(?<=\d)\s?[:–-]\s?(?:19|20)\d\d\b|\bISO (?:{alternatives(_CALLED)}) (?i:{_NUMBER})\b"
)
# Judgments: two parties with a year in brackets or a reporter behind them, a court's name first, a neutral citation.
_PARTIES = re.compile(
    r"^.{0,200}?\S\s(?:v|vs)\.?\s\S.{0,200}?(?:[\[(]\d{4}[\])]|\d{1,4}\s[A-Z][\w.\s]{1,14}\s\d{1,5}|\bECHR\b)|\b(?:ECLI|EU:[CTF]):",
    re.DOTALL,
)
_COURT = re.compile(
    rf"(?:{_laws('courts', 'town_courts', 'begin_case')})[\s,]{{1,2}}\S|(?:\w{{4,12}} )?(?:{_laws('case')}) [CT]\W"
)
# Statutes: an act by its name and year, a section of a code, a regulation by its number.
_COUNTRY = r"(?:[^\W\d_]{4,12}\. )?"  # "BRASIL. Lei nº 10.406"
_ACT = re.compile(
    rf"^[A-Z][^.\[\]“\"]{{3,160}}? (?:{_laws('acts', 'codes')})(?: \([^()]{{2,30}}\))?,?"
    r" (?:[a-z]{2} |R?S[A-Z]{1,3} )?\d{4}\b|\bPub\.? L\."
    r"|, SI \d{4}/\d{1,4}\b|\[\d{4}\] OJ [LC]\s?\d|§{1,2}\s?\d.{0,40}$|\b\d{1,3} (?:U\.?S\.?C|C\.?F\.?R)\b"
    rf"|^(?:(?:{_laws('regulation_of')}) )*(?:{_laws('regulations')})s? "
    rf"(?:\((?:{_laws('union')})\)|\d{{2,4}}/\d{{1,4}}|(?i:{_NUMBER})\b)"
    rf"|^{_COUNTRY}(?:{_laws('by_number')})(?: [^\W\d_]{{3,14}}){{0,2}}"
    rf" (?:n[º°.o]{{1,2}} ?)?\d[\d./-]{{1,12}},? (?:{_laws('of_day')}) \d"
    rf"|^(?:{_laws('series')})\s?\d{{4}}|^{_COUNTRY}(?:{_laws('by_name')})\b.{{0,60}}\d|^(?:{_laws('of_the_union')})"
    r" \S{0,8}\s?\(?\S{0,6}\)?\s?\S{0,3}\s?\d{2,4}/\d"
)


_GAZETTES = (*every("laws", "gazettes"), *every("laws", "treaty_series"))
_GAZETTED = re.compile(rf"(?<!\w)(?:{alternatives(_GAZETTES)})(?!\w)")
_GAZETTE_CUES, _DIRECTED_CUES = cues_of(_GAZETTES), cues_of(every("kinds", "directed"))
_PUBLIC_LAW = re.compile(r"\bPub\. ?L\. ?(?:No\.|\d)")
_PATENT_CUES = cues_of((*every("kinds", "patents"), "wo", "ep"))
_ACT_KEYS = ("acts", "codes", "regulations", "by_number", "by_name", "of_the_union", "series")
_ACT_CUES = cues_of((*("Pub", "OJ", "SI", "USC", "CFR"), *(word for key in _ACT_KEYS for word in every("laws", key))))
_ACT_SIGNS = ("§", "U.S.C", "C.F.R")
_DIGITS_THEN = re.compile(rf"\d\s?[:–-]\s?(?:19|20)\d\d\b|ISO (?:{alternatives(_CALLED)})")


def _speaks_of_acts(head: str, words: frozenset[str]) -> bool:
    return not _ACT_CUES.isdisjoint(words) or any(map(head.__contains__, _ACT_SIGNS))


def unusual_type(fields: Mapping[str, Any], raw: str, around: str, genre: str) -> str:
    """patent, jurisdiction, legislation, techreport (of a standard), misc (of films, broadcasts, software, data) or "".

    fields: those of a Reference. around: its text without the title. genre: what the tagger read as the kind of work.
    """
    head = raw[:600]
    words = words_in(raw)
    if ("[p" in raw or "[P" in raw or not _PATENT_CUES.isdisjoint(words)) and _PATENT.search(around):
        return "patent"
    number = fields.get("number") or ""
    if number and _PATENT_NUMBER.match(number) and not fields.get("container"):
        return "patent"
    if "[" in raw and (lettered := _LETTERED.search(raw)):
        return "mastersthesis" if lettered["mark"] == "D" and is_lower(raw) else _BY_LETTER[lettered["mark"]]
    persons = any(map(_GIVEN, fields.get("authors") or ()))
    if "Pub" in head and _PUBLIC_LAW.search(head):
        return "legislation"
    if not persons and not fields.get("isbn"):
        if _COURT.match(head) or ((" v" in head or "ECLI" in head or "EU:" in head) and _PARTIES.search(head)):
            return "jurisdiction"
        if not fields.get("publisher") and _speaks_of_acts(head, words) and _ACT.search(head):
            return "legislation"
        if not fields.get("publisher") and not _GAZETTE_CUES.isdisjoint(words) and _GAZETTED.search(head):
            return "legislation"
        if not fields.get("volume") and not _DIRECTED_CUES.isdisjoint(words) and _DIRECTED.search(raw):
            return "misc"
        known_by = head[:40], fields.get("title") or "", number
        numbered = any(map(_STANDARD.match, known_by)) or (_DIGITS_THEN.search(head) and _DATED_STANDARD.search(head))
        if not fields.get("volume") and numbered:
            return "techreport"
    if ("RFC" in raw or "raft" in raw or "W3C" in raw) and _RFC.search(raw):
        return "techreport"
    if not _LOW_SEASONS.isdisjoint(words) and not _LOW_SEASONS.isdisjoint(words_in(around)) and _EPISODE.search(raw):
        return "misc"
    brackets = [genre, *(_BRACKETS.findall(around) if "[" in around else ())]
    titled = _BRACKETS.findall(fields.get("title") or "") if "[" in (fields.get("title") or "") else ()
    if not fields.get("volume") and (
        any(map(_MEDIA.search, filter(None, brackets))) or any(map(_MEDIA.fullmatch, titled))
    ):
        return "misc"
    # An organisation's own "Version 25.0" is a program, whoever is its publisher.
    published = fields.get("isbn") or fields.get("container") or (fields.get("publisher") and persons)
    if not published and _VERSION.search(raw):
        return "misc"
    host = fields.get("publisher") or ""
    archived = fields.get("doi") and not fields.get("isbn") and any(map(host.__contains__, _DATA_HOSTS))
    if (host in _HOSTS or archived) and not fields.get("volume"):
        return "misc"
    if not fields.get("container") and any(map(_PAPERS.fullmatch, brackets)):
        return "techreport"
    return ""
