"""Identifiers in text: DOI, ISBN, ISSN, arXiv, PMID, PMCID, handle, URL; found, cleaned, checked and repaired by rules.

Sources of the rules: DOI Handbook 2.2 (syntax), Crossref's DOI regular expressions (2015), arXiv's identifier schemes.
Every pattern is bounded, so hostile text takes linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from refcheck import patterns as re
from refcheck.identifiers import DOI_LEAD, DOI_PREFIX, REGISTRANT
from refcheck.identifiers.check_digits import clean_isbn, clean_issn, valid_isbn, valid_issn
from refcheck.language.words import alternatives, every
from refcheck.model import Problem, ProblemKind
from refcheck.sentences import say

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad-"  # the hyphen last, so that it may stand in a character class
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_PLAIN_DASH = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212"}

# A pattern that begins with a plain character is found many times faster: first the DOI, then the prefix before it.
_IN_DOI = r"[^\s\"'«»“”‘’{}|\\^`]"
_DOI = re.compile(
    rf"10\.(?<![\d.]10\.){REGISTRANT}(?:\s?/\s?|%2f){_IN_DOI}{{1,300}}"
    # Split by a blank or a line end: after a sign that cannot end a DOI, before one that cannot begin a word.
    rf"(?:(?<=[a-z\d][-_/])\s(?=[a-z\d]{{1,40}}[\d.]){_IN_DOI}{{1,100}}|\s(?=[._-][a-z\d]){_IN_DOI}{{1,100}}"
    r"|(?<=/journal\.)\sp[a-z]{3}\.\d{7}(?!\d)|(?<=/journal\.p[a-z]{3}\.)\s\d{7}(?!\d)"  # PLOS
    r"|(?<=\.\d{4}\.)\s\d{5,7}(?=\W*$)|(?<=\.\d{4}\.\d{2}\.)\s\d{3}(?!\d)|(?<=[a-z]\.)\s20\d\d\.(?:\d\d\.\d{3}|\d{6})(?!\d)){0,3}"
)
_RESOLVER = r"doi\.org\s?/\s?(?:doi\s?:\s?)?"
_BEFORE_DOI = re.compile(
    rf"https?(?:\s?:\s?/\s?/\s?(?:(?:dx|www)\.)?{_RESOLVER}|://[\w.-]{{1,80}}/(?:[\w-]{{1,40}}/){{0,4}})\Z"
    rf"|dx\.{_RESOLVER}\Z|www\.{_RESOLVER}\Z"
    r"|doi(?:\.org\s?/\s?(?:doi\s?:\s?)?|(?<!\wdoi)\s?[:.=]?\s?(?:https?://(?:dx\.)?doi\.org/)?)\Z"
)
_DOI_ONLY = re.compile(rf"{DOI_PREFIX}\S{{1,300}}", re.IGNORECASE)
_LEAD = re.compile(rf"^{DOI_LEAD}+", re.IGNORECASE)
# Text run on after a DOI on web pages and in PDFs that is never part of one; without one of the cues there is none.
_FIRST = {phrase.split()[0] for table in ("roles", "lists") for phrase in every(table, "accessed")}
_ACCESS = alternatives(word for word in _FIRST if word.isalpha() and len(word) > 3)
_DOI_TAIL_CUE = re.compile(
    r"doi|pii|url|arxiv|cross|pubmed|medline|google|science|pmid|pmcid|epub|iss|isb|http|www"
    rf"|[.,;](?:{_ACCESS})|utm_|fbcl|/full|/abs|pdf|/html|/met|/summ|/fig|/tab|[?#]\w+="
)
_DOI_TAIL = re.compile(
    r"(?:(?<=\d)google|\[(?:doi|pii)\]?|[.,;]url(?:https?)?\b.*|(?<!/)\[?arxiv\b.*"
    r"|\[?(?<!/)(?:crossref|pubmed|medline|google\s?scholar|web\s?of\s?science){1,5}\b.*"
    r"|[.,;]?\s?(?:pmid|pmcid|epub|isbn|issn(?!\.\d{4}-\d{3}[\dx]\.\d))\b.*"
    rf"|(?:(?<![.,;)\]])[.,;)\]]+)?(?:https?:|www\.|arxiv:).*|[.,;](?:{_ACCESS})\b.*|[#?](?:utm_|fbclid).*"
    r"|/(?:full|abstract|pdf|epdf|fulltext|html|meta|metrics|summary|(?:figures|tables)/\d{1,3})(?:[?#].*)?|(?:\.pdf)?[?#]\w{1,30}=.*|\.pdf)$",
    re.IGNORECASE,
)
_CLOSERS = {")": "(", "]": "[", ">": "<", "}": "{"}

_URL = re.compile(
    r"(?i:https?\s?:\s?/\s?/\s?|ftp://|\bwww\.(?=[\w-]{2,}))[^\s<>\"«»“”‘’{}|\\^`\u3000-\u9fff\uac00-\ud7af]{2,900}"
)
_BARE_URL = re.compile(r"(?<=[,.”\"] )(?:[a-z\d][a-z\d-]{0,40}\.){1,3}(?:com|org|net|edu|gov|io|uk)/\S{2,900}")  # MLA
_BROKEN = re.compile(r"\s[a-z\d][a-z\d]*[/_-][\w%~./-]{1,300}$")  # what stands last behind "files/" and a blank
_ARXIV = re.compile(
    r"(?:arxiv\s?(?:preprint\s?)?(?:e-?prints?\s?)?(?:arxiv\s?)?[:.]?\s?\[?(?:\s?abs/)?|(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf|html|ftp/arxiv/papers/\d{4})/)"
    r"(?:[a-z-]{2,8}(?:\.[a-z]{2})?/(?=\d{4}\.))?(?P<id>\d{4}\.\d{4,5}|[a-z][a-z-]{1,9}(?:\.[a-z]{2})?/\s?\d{7})(?P<version>v\d{1,2})?(?:\.pdf)?(?:\s?\[[a-z-]{2,10}(?:\.[a-z]{2})?\])?",
    re.IGNORECASE,
)
# The archive names used before 2007 are distinctive enough without "arXiv".
_ARXIV_OLD = re.compile(
    r"\b(?P<id>(?:hep-(?:th|ph|ex|lat)|astro-ph|cond-mat|gr-qc|quant-ph|nucl-(?:th|ex)|math-ph|math|physics|nlin|cs|q-bio)"
    r"(?:\.[A-Z]{2})?/\d{7})(?P<version>v\d)?\b"
)
# Physicists end a reference with the number alone: "Phys. Rev. Lett. 115, 231301 (2015), 1503.02641." Year and month
# begin it, four digits follow until 2014 and five since.
_BARE_ARXIV = re.compile(
    r",\s?(?P<id>(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\s?\.\s?\d{4}|(?:1[5-9]|2\d)(?:0[1-9]|1[0-2])\s?\.\s?\d{5})"
    r"(?:v\d)?(?:\s?\[[a-z-]{2,10}(?:\.[A-Za-z]{2})?\])?\s?\.?\s?$"
)
_PMCID = re.compile(
    r"\b(?:(?:pubmed\s?central\s?)?pmc(?:id)?\s?[:#]?\s?(?:pmc\s?)?|pmc/articles/pmc)(?P<id>\d{4,9})\b", re.IGNORECASE
)
_PMID = re.compile(
    r"(?:\b(?:pubmed\s?)?pmid\s?[:#]?\s?|\bpubmed\s?:\s?|(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/)"
    r"(?P<id>\d{4,9})\b/?",
    re.IGNORECASE,
)
_ISBN = re.compile(
    rf"\b(?P<prefix>isbn(?:[\s{DASHES}]?1[03])?\s?[:.]?\s?)?(?P<id>(?:97[89][\s{DASHES}]?)?\d(?:[\s{DASHES}]?\d){{8}}[\s{DASHES}]?[\dxX])(?![\d{DASHES}])",
    re.IGNORECASE,
)
_ISSN = re.compile(
    rf"\be?-?issn(?:\s?[-(]?[a-z]{{1,8}}\)?)?\s?[:.]?\s?(?P<id>\d{{4}}\s?[{DASHES}]?\s?\d{{3}}[\dxX])\b", re.IGNORECASE
)
_HANDLE = re.compile(
    r"(?:https?://hdl\.handle\.net/|\bhdl\s?:\s?(?:https?://hdl\.handle\.net/)?|\bhdl\.handle\.net/)(?P<id>\d[\w.]{0,20}/[^\s<>\"]{1,100})",
    re.IGNORECASE,
)
# https://shortdoi.org: "https://doi.org/10/abc", "https://doi.org/abc", "doi:10/abc". It is a handle, "10/abc".
_SHORT_DOI = re.compile(r"doi(?:\.org/(?:10/)?|(?<!\wdoi)\s?:\s?10/)(?P<id>[a-z0-9]{3,10})(?![\w/-]|\.\w)")
_BEFORE_SHORT_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?(?:short)?\Z")

BAD_ISBN = Problem.of(ProblemKind.ISBN, say("bad ISBN check digit"))
_BAD_ISSN = Problem.of(ProblemKind.ISSN, say("bad ISSN check digit"))


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier in a text. ``text[start:end]`` is all of it, including "doi:" and the like."""

    kind: str  # doi isbn issn arxiv pmid pmcid handle url
    value: str  # clean: a DOI bare and lower-case, an ISBN without hyphens, a PMCID with its "PMC"
    start: int
    end: int
    problem: Problem | None = None  # what is wrong with it as printed


def find_identifiers(text: str) -> list[Identifier]:
    """All identifiers in a text, in order, without overlaps. A DOI or arXiv address is not also reported as a URL."""
    return list(_identifiers(text))


@lru_cache(maxsize=1024)  # the parser, the checks and matching all search the same entry
def _identifiers(text: str) -> tuple[Identifier, ...]:
    taken: list[Identifier] = []
    low = text.replace("İ", "I").lower()  # the only letter that gets longer in lower case
    for needles, finder in _FINDERS:
        if not any(map(low.__contains__, needles)):
            continue
        for found in finder(text, low):
            if all(found.end <= other.start or found.start >= other.end for other in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda identifier: identifier.start))


def _find_arxiv(text: str, low: str) -> Iterator[Identifier]:
    for match in _ARXIV.finditer(text):
        yield Identifier("arxiv", match["id"].lower().replace(" ", ""), match.start(), match.end())


def _find_old_arxiv(text: str, low: str) -> Iterator[Identifier]:
    for match in _ARXIV_OLD.finditer(text):
        yield Identifier("arxiv", match["id"].lower(), match.start(), match.end())


def _find_bare_arxiv(text: str, low: str) -> Iterator[Identifier]:
    if match := _BARE_ARXIV.search(text, max(0, len(text) - 40)):
        yield Identifier("arxiv", re.sub(r"\s", "", match["id"]), *match.span("id"))


def _find_dois(text: str, low: str) -> Iterator[Identifier]:
    position = 0
    while match := _DOI.search(low, position):
        start = match.start()
        if value := clean_doi(match[0]):
            before = _BEFORE_DOI.search(low, max(position, start - 140), start)
            end = start + _consumed(match[0], value)
            yield Identifier("doi", value, before.start() if before else start, end)
            position = max(end, start + 3)
        else:
            position = start + 3


def _consumed(printed: str, value: str) -> int:
    """How many characters of ``printed``, including blanks and invisible ones, the cleaned ``value`` accounts for."""
    if printed.startswith(value):
        return len(value)
    left, i = len(value), 0
    while left and i < len(printed):
        encoded = _ENCODED.match(printed, i)
        if encoded or (not printed[i].isspace() and ord(printed[i]) not in _INVISIBLE):
            left -= 1
        i = encoded.end() if encoded else i + 1
    return i


def _find_handles(text: str, low: str) -> Iterator[Identifier]:
    for match in _HANDLE.finditer(text):
        value = _trim(match["id"])
        yield Identifier("handle", value, match.start(), match.start("id") + len(value))


def _find_short_dois(text: str, low: str) -> Iterator[Identifier]:
    position = 0
    for match in _SHORT_DOI.finditer(low):
        before = _BEFORE_SHORT_DOI.search(low, max(position, match.start() - 20), match.start())
        position = match.end()
        yield Identifier("handle", f"10/{match['id']}", before.start() if before else match.start(), match.end())


def _find_pubmed(text: str, low: str) -> Iterator[Identifier]:
    for match in _PMCID.finditer(text):
        yield Identifier("pmcid", f"PMC{match['id']}", match.start(), match.end())
    for match in _PMID.finditer(text):
        yield Identifier("pmid", match["id"], match.start(), match.end())


def _find_urls(text: str, low: str) -> Iterator[Identifier]:
    for match in (_URL if "://" in low or ": //" in low or "www." in low else _BARE_URL).finditer(text):
        broken = _BROKEN.match(text, match.end()) if match[0][-1] == "/" else None
        printed = _trim(match[0] + broken[0] if broken else match[0])
        value = re.sub(r"\s", "", printed).translate(_INVISIBLE)
        if len(value) > 10 or "." in value:
            yield Identifier("url", value, match.start(), match.start() + len(printed))


def _find_books(text: str, low: str) -> Iterator[Identifier]:
    for match in _ISSN.finditer(text):
        value = clean_issn(match["id"])
        yield Identifier("issn", value, match.start(), match.end(), None if valid_issn(value) else _BAD_ISSN)
    for match in _ISBN.finditer(text):
        value = clean_isbn(match["id"])
        good = valid_isbn(value)
        # Ten digits may be many other things; they count only after "ISBN" or as a valid ISBN-13.
        if match["prefix"] or (good and len(value) == 13):
            yield Identifier("isbn", value, match.start(), match.end(), None if good else BAD_ISBN)


# What a text must contain, in lower case, to be worth searching; in order of precedence.
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[str, str], Iterator[Identifier]]], ...] = (
    (("arxiv",), _find_arxiv),
    (("/9", "/0"), _find_old_arxiv),
    (("07", "08", "09", "1", "2"), _find_bare_arxiv),
    (("10.",), _find_dois),
    (("hdl",), _find_handles),
    (("doi",), _find_short_dois),
    (("pmc", "pmid", "pubmed"), _find_pubmed),
    (("://", ": //", "www.", ".com/", ".org/", ".net/", ".edu/", ".gov/", ".io/", ".eu/", ".uk/"), _find_urls),
    (("isbn", "issn", "978", "979"), _find_books),
)


def _trim(text: str) -> str:
    """``text`` without the punctuation of the sentence around it; closing brackets stay if they were opened inside."""
    while text:
        last = text[-1]
        if last in ".,;:!?'\"«»“”‘’*…·([" or (last in _CLOSERS and text.count(last) > text.count(_CLOSERS[last])):
            text = text[:-1]
        else:
            break
    return text


def clean_doi(text: str) -> str:
    """The bare lower-case DOI in a printed one (any prefix, trailing debris), or "" when there is none.

    >>> clean_doi("https://doi.org/10.1037/0002-9432.76.4.451.")
    '10.1037/0002-9432.76.4.451'
    """
    return next(iter(readings(text)), "")


def bare_doi(text: str) -> str:
    """A DOI that stands alone, in lower case and without its resolver or scheme. Nothing is cut off its end: a register
    means what it says.

    >>> bare_doi("DOI: 10.1000/A‐b.pdf"), bare_doi("info:doi/10.1000/a&lt;b&gt;")
    ('10.1000/a-b.pdf', '10.1000/a<b>')
    """
    return _LEAD.sub("", _plain(text))


def _plain(text: str) -> str:
    """A printed DOI in lower case, without blanks, and with its hyphens, "%3C" and "&lt;" as they are registered."""
    text = "".join(text[:2000].lower().split())
    if not text.isascii():
        text = text.translate(_INVISIBLE).translate(_PLAIN_DASH)
    if "&" in text or "%" in text or "\\" in text:
        text = _ENCODED.sub(_decoded, text).replace("\\/", "/")
    return text


def readings(text: str) -> tuple[str, ...]:
    """The DOIs that a printed one could be, likeliest first: without text run on after it, and unchanged.

    A suffix with a digit must be left: "10.3969/j.issn.1004-4132.2010.01.020" stays whole. "%3C", "&lt;" are decoded.

    >>> readings("https://doi.org/10.5194/acp-10-1.pdf")
    ('10.5194/acp-10-1', '10.5194/acp-10-1.pdf')
    """
    match = _DOI_ONLY.search(_plain(text))
    if match is None:
        return ()
    whole = match[0]
    doi = _trim(whole)
    if "<" in doi and not re.search(r"<\d{1,6}:", doi):  # markup, not the "<1661::aid" of a SICI
        whole = doi = _trim(doi.partition("<")[0])
    if not doi.partition("/")[2].strip("/"):  # nothing but punctuation behind the prefix
        return ()
    forms = [doi, whole.rstrip(",;:")]
    if _DOI_TAIL_CUE.search(doi):
        cut = _trim(_DOI_TAIL.sub("", doi))
        if any(map(str.isdecimal, cut.partition("/")[2])) and cut.count("(") == cut.count(")"):
            forms.insert(0, cut)
    return tuple(form for form in dict.fromkeys(forms) if _DOI_ONLY.fullmatch(form))


_ENCODED = re.compile(r"%[2357][0-9a-f]|&(?:lt|gt|amp|#60|#62|#38);")
"""Characters of a DOI as addresses and markup write them, in lower case; no blanks, and no letters or digits."""
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&#60;": "<", "&#62;": ">", "&#38;": "&"}


def _decoded(match: re.Match[str]) -> str:
    char = _ENTITIES.get(match[0]) or chr(int(match[0][1:], 16))
    return match[0] if char.isspace() or char == "\x7f" else char


@lru_cache(maxsize=1024)
def repair_doi(doi: str) -> tuple[str, ...]:
    """The DOIs that may have been meant by one that does not resolve, likeliest first; never ``doi`` itself.

    Undoes a trailing word or bracket, an OCR "l" or "O" in the prefix, a doubled prefix, a version or file name at the
    end, blanks and dashes, a cut "(SICI)".
    """
    prefix, _, suffix = bare_doi(doi).partition("/")
    prefix = prefix.translate(str.maketrans("lio,", "110."))
    if re.fullmatch(r"10\d{4,5}", prefix):
        prefix = f"10.{prefix[2:]}"
    fixed = f"{prefix}/{suffix}"
    doubled = re.search(rf"({DOI_PREFIX}.+)", suffix)
    candidates = [
        doubled[1] if doubled else "",
        fixed,
        _trim(fixed),
        _DOI_TAIL.sub("", fixed),
        re.sub(r"(?:v\d|\.v\d|/v\d|/-/dcsupplemental|\.s\d{3}|\.x?html?)$", "", fixed),
        re.sub(r"[._,;]?(?<![a-z])[a-z]{4,}$", "", fixed) if re.search(r"\d[._,;]?[a-z]{4,}$", fixed) else "",
        re.sub(r"\(?(?:19|20)\d\d\)?$", "", fixed) if re.search(r"\((?:19|20)\d\d\)?$", fixed) else "",
        fixed.replace("//", "/"),
        fixed.replace("_", "-") if "_" in fixed else "",
    ]
    return tuple(dict.fromkeys(c for c in candidates if c and c != doi and _DOI_ONLY.fullmatch(c)))


def clean_handle(text: str) -> str:
    """The bare handle in a printed one ("hdl:1887/1", its address, a short DOI such as "10/abc"), or ""."""
    text = text[:2000].strip()
    prefix = "doi:" if re.match(r"10/\w", text) else "hdl:" if re.match(r"[1-9][\d.]*/", text) else ""
    return next((found.value for found in find_identifiers(prefix + text) if found.kind == "handle"), "")
