"""Completing page ranges, and distinguishing article numbers from pages."""

from __future__ import annotations

from string import ascii_letters

from refcheck import patterns as re
from refcheck.foreign import number
from refcheck.identifiers import DOI_PREFIX
from refcheck.identifiers.find import DASHES
from refcheck.language.words import alternatives, every, subject

_LAST_PAGE = 999_999_999  # larger numbers are codes
_TO = rf"\s?(?:[~～_{DASHES}]\s?[{DASHES}]?|\b(?:{alternatives(every('parts', 'page_range'))})\b)\s?"
_ROMAN = r"(?<![a-z])(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,4})(?:x[cl]|l?x{0,4})(?:i[xv]|v?i{0,4})(?![a-z])"
_RANGE = re.compile(
    rf"(?P<first>[a-z]{{0,4}}\d{{1,8}}[a-z]?(?:\.e\d{{1,4}})?|{_ROMAN})(?P<to>{_TO})"
    rf"(?P<last>[a-z]{{0,4}}\d{{1,8}}[a-z]?(?:\.e\d{{1,4}})?|{_ROMAN})(?![a-z\d_])",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?P<first>\d{{1,8}})(?P<to>[{DASHES}])(?P<last>\d{{1,8}})")
# Pages counted within a part that each repeats: "12:1--12:25", "276.e1--e7", "012003-1--012003-15", "II-123--II-130",
# "A-12--A-20", "30.6.1--30.6.4", "L 119/1--L 119/88", "3_3--3_15".
_WITHIN = re.compile(
    rf"(?P<part>(?:[LC]\s)?(?:(?:\d?[a-z]{{0,4}}\d{{1,9}}[a-z]?|\b[a-z](?=[{DASHES}]\d)|{_ROMAN})[:./_{DASHES}]){{1,2}})(?P<first>[a-z]?\d{{1,5}}){_TO}"
    r"(?:(?P=part)(?P<last>[a-z]?\d{1,5})|(?P<short>e\d{1,4}))(?!\w)",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(rf"([a-z]{{0,2}}\d{{4,7}}[a-z]?){_TO}\1-(\d{{1,3}})(?!\w)", re.IGNORECASE)  # "79540S-79540S-8"
_WORDS = [word.rstrip("_") for word in every("roles", "pp")]
_GLUED = subject("parts")["en"]["page_counts"]  # "p12"
_LABEL = re.compile(rf"\W{{0,3}}(?:(?i:{alternatives(_WORDS)})\b\.?|{alternatives(_GLUED)})\s{{0,3}}(?=\d)")
_BEHIND = [*(word for word in every("roles", "pp") if len(word) < 3 and word[-1] != "_"), *every("parts", "following")]
# A letter behind the digits is part of an article's number, unless it stands for pages or for "and following".
_SINGLE = re.compile(
    rf"[a-z]{{0,4}}[-.]?\d(?:[\w.:]{{0,14}}\d)?(?:(?!(?:{alternatives(_BEHIND)})\b)[a-z]{{1,2}})?(?:(?=(?:{alternatives(_BEHIND)})\b)|(?![a-z]{{3}}))|\b{_ROMAN}\b",
    re.IGNORECASE,
)


def complete_pages(text: str) -> str:
    """Pages as printed ("pp. 451-60", "S12–8", "e11745") -> "451--460", "S12--S18", "e11745"; "" if there are none.

    The last page of a shortened range takes its missing first digits and its letter from the first page. Two numbers
    around a hyphen that would run backwards are an article number ("LL16-04").
    """
    label = None if text[:1].isdigit() else _LABEL.match(text)
    text = text[label.end() if label else 0 :][:200]
    if " " in text and _THOUSANDS.fullmatch(text):
        text = _PARTING.sub("", text)  # IEEE: "11 234–11 246"
    plain = _PLAIN.fullmatch(text)  # as most are: no search for the other two then
    if not plain and (match := _OF_PAPER.search(text)):
        return f"{match[1]}--{match[1]}-{match[2]}"
    if not plain and (match := _WITHIN.search(text)):
        part = match["part"]
        return f"{part}{match['first']}--{part}{match['last'] or match['short']}"
    if match := plain or _RANGE.search(text):
        first, last = match["first"], match["last"]
        letters, digits = _apart(first)
        last_letters, last_digits = _apart(last)
        if len(first) == 1 and first.isupper() and match["to"] == "-" and last_digits:
            return f"{first}-{last}"  # "C-7"
        if digits and last_digits:
            whole, part = digits.rstrip(ascii_letters), last_digits.partition(".")[0].rstrip(ascii_letters)
            if len(part) < len(whole):
                last_digits = whole[: len(whole) - len(part)] + last_digits
            behind = last_digits.partition(".")[0].rstrip(ascii_letters)
            start, end = number(whole, _LAST_PAGE), number(behind, _LAST_PAGE)
            padded = part[:1] == "0" and len(part) > len(whole)  # "WE2-05"
            backwards = padded or (start is not None and end is not None and end < start)
            if backwards and match["to"] == "-" and last_letters in ("", letters):
                return f"{first}-{last}"
            last = (last_letters or letters) + last_digits
        return first if first == last else f"{first}--{last}"
    match = _SINGLE.search(text)
    return match[0].rstrip(".:") if match else ""


def list_of_pages(text: str) -> str:
    """The pages of a field that holds nothing else, each range completed: "7,41,73-7" -> "7, 41, 73--77".

    "" for a DOI, an address or an arXiv number in that field. Commas between thousands are left out.
    """
    if _NO_PAGES.search(text):
        return ""
    if _CODE.fullmatch(text):
        return re.sub(rf"[{DASHES}]+", "-", text)
    if "," in text or ";" in text:
        if _THOUSANDS.fullmatch(text):
            text = _PARTING.sub("", text)
        parts = [complete_pages(part) for part in _AND.split(text)] if _LIST.fullmatch(text) else []
        if len(parts) > 1 and all(parts):
            return ", ".join(parts)
        if not parts and (first := _FIRST.match(text)):  # "163, s13643-019-1074-9", "7, 12 pages"
            text = first[0]
    return complete_pages(text)


# "xviii+480" is the number of a book's pages, "XX--XX" what is left of a form.
_NO_PAGES = re.compile(
    rf"{DOI_PREFIX}|://|doi\.org|arxiv|ascl:|^\W{{0,3}}(?:(x{{1,4}})\W{{1,5}}\1\W{{0,3}}$|[ivxlc]{{1,9}}\s?\+\s?\d)",
    re.IGNORECASE,
)
_PARTING = re.compile(r"(?<=\d)[,\s](?=\d)")
_THOUSANDS = re.compile(rf"\d{{1,3}}[,\s]\d{{3}}\s?[{DASHES}]{{1,3}}\s?\d{{1,3}}[,\s]\d{{3}}")
_AND = re.compile(r"\s?[,;]\s?")
# "ENEURO.0389-21.2022", "JCLI-D-12-00001.1", medRxiv's "2020.01.25.20016832"
_CODE = re.compile(
    rf"[a-z]{{2,9}}\.\d[\d{DASHES}]{{1,12}}\.[\d.{DASHES}]{{1,12}}|[a-z]{{2,8}}-[a-z]-\d\d-\d{{4,5}}\.\d|20\d\d\.\d\d\.\d\d\.\d{{6,8}}",
    re.IGNORECASE,
)
# The number of pages of a whole work: "314", "xviii, 487 p."
_TOTAL = re.compile(r"\W{0,3}(?:[ivxlc]{1,9}\W{1,3})?\d{1,4}(?:\s?[^\W\d_]{1,7})?\W{0,3}", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether pages printed with a whole book, thesis or report can only be their number."""
    return _TOTAL.fullmatch(text) is not None


_FIRST = re.compile(
    rf"[a-z]{{0,2}}\d{{1,8}}(?:\s?[{DASHES}]{{1,3}}\s?[a-z]{{0,2}}\d{{1,8}})?(?=\s?[,;])", re.IGNORECASE
)
_LIST = re.compile(
    rf"\s*(?:[a-z]{{0,2}}\d{{1,6}}(?:\s?[{DASHES}]{{1,3}}\s?[a-z]{{0,2}}\d{{1,6}})?\s?(?:[,;]\s?|$)){{2,20}}", re.I
)


def _apart(page: str) -> tuple[str, str]:
    """The letters before a page number and the rest: "S123" -> ("S", "123"); a page without digits -> (page, "")."""
    if page.isdecimal():
        return "", page
    match = _LETTERED.match(page)
    return (match[1], match[2]) if match else (page, "")


_LETTERED = re.compile(r"([A-Za-z]*)(\d+[A-Za-z]?(?:\.e\d+)?)")
