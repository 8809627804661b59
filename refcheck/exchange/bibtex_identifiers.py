"""The identifiers of a BibTeX entry, from the fields meant for them and from any others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from refcheck import patterns as re
from refcheck.identifiers.check_digits import clean_isbn, clean_issn, valid_isbn, valid_issn
from refcheck.identifiers.find import BAD_ISBN, clean_doi, clean_handle, find_identifiers
from refcheck.language.latex import verbatim
from refcheck.language.words import alternatives, every
from refcheck.model import Problem, ProblemKind
from refcheck.sentences import say

Text = Callable[..., str]
_ARXIV = re.compile(
    r"\s*(?:arxiv\s*:\s*|(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf|html)/|/?abs/)?"
    r"(?:[a-z-]{2,9}\.[a-z]{2}/)?"
    r"(?P<id>\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]{1,9}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,2})?(?:\.pdf)?"
    r"\s*(?:\[[\w., -]{2,40}\])?\s*",
    re.IGNORECASE,
)
_ISBNS = re.compile(r"(?<!\d)(?:97[89][ -]?(?:\d[ -]?){9}\d|(?:\d[ -]?){9}[\dXx])(?!\d)")
_ISSNS = re.compile(r"(?<![\dXx])(?<!\d-)\d{4}[ -]?\d{3}[\dXx](?![\dXx-])")
_CALLED_ISSN = re.compile(r"(?<!\d)(\d{4}-?\d{3}[\dXx]) ?\(ISSN\)", re.IGNORECASE)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# What introduces the work's own address: "Available at", "[Online]. Available:", "Accessed 3 May 2021,".
ACCESS = alternatives(every("parts", "access_words"))
_DAY = r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d"  # "3. Mai 2019", "3 de mayo de 2019"
ACCESS_WORDS = re.compile(
    rf"\W*(?:(?:{ACCESS}|{_DAY}|\d{{1,4}}|[a-z]{{3,9}}\.?(?:\s\d{{1,2}}|-\d{{4}}))\b\W*){{0,12}}",
    re.IGNORECASE,
)


def without_strays(fields: Mapping[str, str]) -> tuple[Mapping[str, str], dict[str, str]]:
    """The fields but for those that hold an identifier in place of what they are for ("volume = {abs/1706.03762}"), and
    these identifiers by kind."""
    strays: dict[str, str] = {}
    places = []
    for name in _LOCATORS:
        value = fields.get(name, "")
        if value and not value.isdecimal() and _MAY_IDENTIFY.search(value) and (found := _alone(name, value, fields)):
            strays |= found
            places.append(name)
    return ({name: value for name, value in fields.items() if name not in places}, strays) if places else (fields, {})


_LOCATORS = ("volume", "number", "issue", "pages", "eid", "isbn", "series")


def _alone(name: str, value: str, fields: Mapping[str, str]) -> dict[str, str]:
    """The identifier that is all of a field, by its kind; {} if there is none, or one that the field is meant for."""
    value = verbatim(value).rstrip(".")
    if match := _ARXIV.fullmatch(value):
        where = " ".join(fields.get(place, "") for place in _PLACES).lower()
        if re.search("[a-z]", value) or "arxiv" in where or "corr" in where:
            return {"arxiv": match["id"].lower()}
    found = find_identifiers(value)
    alone = len(found) == 1 and found[0].start == 0 and found[0].end == len(value) and found[0].kind != name
    return {found[0].kind: found[0].value} if alone else {}


def identifiers_of(
    fields: Mapping[str, str], strays: Mapping[str, str], text: Text, problems: list[Problem], own_note: bool = False
) -> dict[str, Any]:
    """The doi, url, isbn, issn, arxiv, pmid, pmcid and handle, from whichever field holds them.

    strays: those that ``without_strays`` found. own_note: the only address in the note is the work's, as for programs
    and web pages. Faults found on the way are added to ``problems``.
    """
    scheme = text("archiveprefix", "eprinttype").lower()
    eprint = verbatim(fields.get("eprint", ""))
    noted: dict[str, str] = {}
    where = ""
    for name in ("version", "title", "addendum", "note", "howpublished", "publisher", "journal"):
        whole = name in ("journal", "title", "publisher")
        if name in fields and (not whole or "://" in fields[name]):
            found_there = _noted(fields[name], anywhere=whole or name == "howpublished")
            noted |= {} if name == "title" and "isbn" in found_there else found_there  # a review's names the book
    if "arxiv" not in noted and (announced := _announced(fields.get("note", ""))):
        noted["arxiv"] = announced
    if own_note and not noted and _MAY_LINK.search(note := fields.get("note", "")):
        found = find_identifiers(verbatim(note))
        where = found[0].value if [one.kind for one in found] == ["url"] else ""
    if "note" in fields and (line := DOI_LINE.search(fields["note"])):
        noted.setdefault("doi", clean_doi(line[1]))
    noted |= strays
    url = _address(fields)
    doi = clean_doi(_first_doi(verbatim(fields.get("doi", "")), fields.get("pages", "")))
    handle = verbatim(fields.get("hdl", "")) or (eprint if scheme in ("hdl", "handle") else "")
    if not doi:
        doi = clean_doi(url) if "doi.org/" in url or re.match(r"(?:doi:\s?)?10\.", url, re.I) else noted.get("doi", "")
        doi = doi or (clean_doi(eprint) if "/10." in eprint or scheme == "doi" else "") or doi_in(url)
        doi = doi or doi_in(verbatim(fields.get("ee", "")))  # DBLP's link, beside an address of the user's
        if not doi and "journal" in fields and fields.get("crossref", "").startswith("10."):
            doi = clean_doi(fields["crossref"])  # as SciELO has them
        handle = handle or clean_handle(verbatim(fields.get("doi", ""))) or clean_handle(url)
    if fields.get("doi") and not doi and not handle:
        problems.append(Problem.of(ProblemKind.DOI, say("malformed DOI")))
    isbn, issn = (
        text("isbn", "eisbn", "isbn-13", "isbn13", "isbn-10", "isbn10"),
        text("issn", "eissn", "e-issn", "issn-l"),
    )
    if isbn or issn:
        isbn, issn = _numbers(isbn.translate(_HYPHENS), issn.translate(_HYPHENS), problems)
    isbn, issn = isbn or noted.get("isbn", ""), issn or noted.get("issn", "")
    linked = {one.kind: one.value for one in find_identifiers(url)} if url and _LINKED.search(url) else {}
    pubmed = {"pmid": "pmid", "pubmed": "pmid", "medline": "pmid", "pmc": "pmcid", "pmcid": "pmcid"}.get(scheme, "")
    pmid = _PMID.search(fields.get("pmid") or (eprint if pubmed == "pmid" else ""))
    pmid = pmid or _PUBMED.fullmatch(fields.get("url", ""))
    pmcid = _PMCID.search(fields.get("pmcid") or fields.get("pmc") or (eprint if pubmed == "pmcid" else ""))
    return {
        "doi": doi,
        "url": url or noted.get("url") or where,
        "isbn": isbn,
        "issn": issn,
        "arxiv": _arxiv(fields, scheme, eprint) or linked.get("arxiv") or noted.get("arxiv", ""),
        "pmid": pmid[pmid.lastindex or 0] if pmid else linked.get("pmid") or noted.get("pmid", ""),
        "pmcid": f"PMC{pmcid[0]}" if pmcid else linked.get("pmcid") or noted.get("pmcid", ""),
        "handle": handle,
    }


_PMID, _PMCID = re.compile(r"(?<!\d)\d{1,8}(?!\d)"), re.compile(r"\d{1,9}")
_PUBMED = re.compile(
    r"\s*(?:PM|PMID|MEDLINE|PubMed)\s?:\s?(\d{4,8})\s*", re.IGNORECASE
)  # Reference Manager's addresses


def doi_in(url: str) -> str:
    """The DOI in a publisher's address of the work: ".../doi/abs/10.1111/rssb.12123"."""
    found = find_identifiers(url) if "10." in url and "/suppl" not in url else []
    doi = found[0].value if [one.kind for one in found] == ["doi"] else ""
    return (
        re.sub(r"v\d{1,2}(?:\.[a-z-]{1,20}){0,3}$", "", doi) if doi.startswith("10.1101/") else doi
    )  # bioRxiv's addresses name the version


DOI_LINE = re.compile(r"^\s{0,20}DOI:\s?(10\.\S{7,300})\s{0,20}$", re.MULTILINE)  # of Zotero's field Extra
# Behind a DOI: a second one, or words behind a blank that breaks none.
_BEHIND_DOI = re.compile(r"(?<![\s,;])[\s,;]++(?=(?:https?://\S{0,30}|doi:?\s?)?10\.\d{4})|(?<=\d)\s+(?=[A-Z(\[])")


def _first_doi(value: str, pages: str) -> str:
    """A field's first DOI, without what stands behind it, unless only a later one ends in the number of the first page:
    INSPIRE may have that of an erratum before the article's."""
    start = max(0, value.find("10."))
    behind = _BEHIND_DOI.search(value, start)
    if behind is None:
        return value
    first, later = value[start : behind.start()], value[behind.end() :]
    page = _FIRST_PAGE.match(pages)
    if page and later.startswith("10.") and not first.endswith(page[0]):
        later = _first_doi(later, pages)
        return later if re.search(rf"\D{page[0]}\Z", later) else first
    return first


_FIRST_PAGE = re.compile(r"\d{2,7}(?=\s?[-–]|\Z)")


def _address(fields: Mapping[str, str]) -> str:
    url = next((fields[name] for name in ("url", "ee", "link") if fields.get(name)), "")
    if not url and "://" not in fields.get("howpublished", ""):
        url = fields.get("bdsk-url-1", "")  # BibDesk's links may lead anywhere
    if not url and "://" in fields.get("address", ""):
        url = fields["address"]
    if not url and is_address(told := verbatim(fields.get("howpublished", ""))) and not find_identifiers(told):
        url = told
    if ("\\" in url or "5C" in url) and url.count("://") > 1:
        url = _NEXT_ADDRESS.sub(" ", url)
    return address_of(verbatim(url)) if url else ""


# Mendeley: the end of a line between two addresses.
_NEXT_ADDRESS = re.compile(
    r"(?:(?:%|\{\\%\})5C|\$\\backslash\$|\{?\\textbackslash\}?\s?(?:\{\})?|\\)n(?=https?:|ftp:|papers\d?:)"
)


def is_address(text: str) -> bool:
    """Whether it is an address and nothing else, perhaps without its scheme."""
    return "/" in text and not any(map(str.isspace, text)) and _ADDRESS.match(text) is not None


def address_of(url: str) -> str:
    """The first address of a field; "" if it holds none, a path on somebody's disk for example."""
    url = _BROKEN.sub("", url)
    if "// " in url:
        url = _SCHEME_APART.sub("", url)
    if any(map(str.isspace, url)):  # several addresses, one among words, or one with blanks in the name of a file
        found = [one for one in url.split() if re.match(r"<?(?:https?://|ftp://|www\.)", one, re.IGNORECASE)]
        if len(found) == 1 and _FILE_WITH_BLANKS.fullmatch(url):
            return "%20".join(url.split())
        url = found[0].rstrip(",;") if found else url
    url = url.strip('<>"')
    if _ADDRESS.match(url):
        return url
    within = _ADDRESS_WITHIN.search(url)  # "hhttps://...", a number of Web of Science, a path on somebody's disk
    return within[0] if within else ""


_ADDRESS = re.compile(
    r"(?:https?|ftp)://|www\.|(?:doi:\s?)?10\.\d{4}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}(?::\d{1,5})?(?:[/?#]|$)",
    re.IGNORECASE,
)
# A line's end within an address, which goes on in the next line.
_BROKEN = re.compile(r"(?<=[/_=&?.#-])[ \t]{0,9}\r?\n\s{0,60}(?!https?:|ftp:|www\.)(?=[^\s{}]{1,300}\s{0,60}\Z)")
_SCHEME_APART = re.compile(r"(?<=://)\s(?=[\w-]{1,60}\.)")
_FILE_WITH_BLANKS = re.compile(
    r"(?:https?|ftp)://[^\s<>]{1,300}(?: [\w.()/-]{1,60}){1,12}\.(?:pdf|html?|docx?|xlsx?|pptx?)"
)
_ADDRESS_WITHIN = re.compile(r"(?:https?|ftp)://[^\s{}]{1,900}", re.IGNORECASE)


_LINKED = re.compile(r"\barxiv\.org/|\bncbi\.nlm\.nih\.gov/|\beuropepmc\.org/", re.IGNORECASE)
_PLACES = ("journal", "journaltitle", "booktitle", "institution", "publisher", "organization", "howpublished")


def _arxiv(fields: Mapping[str, str], scheme: str, eprint: str) -> str:
    """The arXiv number from eprint, from fields of that name, or written out in journal, volume or address."""
    if eprint and scheme in ("arxiv", ""):
        if match := _ARXIV.fullmatch(eprint):
            return match["id"].lower()
        archive = verbatim(fields.get("primaryclass") or fields.get("eprintclass", "")).lower()
        if scheme and archive and re.fullmatch(r"\d{7}(?:v\d)?", eprint):
            return f"{archive}/{eprint[:7]}"
    for name in ("arxivid", "arxiv", "arxiv-id"):
        if name in fields and (match := _ARXIV.fullmatch(verbatim(fields[name]))):
            return match["id"].lower()
    for name in ("eprint", *_PLACES, "url", "ee", "volume", "number", "pages", "series", "doi", "pdf"):
        value = fields.get(name, "")
        if "arxiv" in value.lower():
            for found in find_identifiers(verbatim(value)):
                if found.kind == "arxiv":
                    return found.value
    bare = eprint.lower().removeprefix("arxiv:").strip()
    return bare if "arxiv" in scheme and _LIKE_ARXIV.match(bare) else ""


_LIKE_ARXIV = re.compile(
    r"(?:[a-z-]{2,9}(?:\.[a-z]{2})?/\d|(?:0[7-9]|[1-9]\d)(?:0[1-9]|1[0-2]))\d?[\d.]"
)  # right or wrong, but not Mendeley's "ecog.02097" or "00028282"


def _numbers(isbns: str, issns: str, problems: list[Problem]) -> tuple[str, str]:
    """The first valid ISBN and ISSN, each also looked for in the other's field."""
    isbns = isbns if isbns.strip("0 -") else ""  # what a program makes of no number
    books = [clean_isbn(found) for found in _ISBNS.findall(isbns)]
    series = [clean_issn(found) for found in _ISSNS.findall(issns)]
    if not series and "issn" in isbns.lower():  # Scopus: "03029743 (ISSN); 9783540457770 (ISBN)"
        series = [clean_issn(found) for found in _CALLED_ISSN.findall(isbns)]
    if not books and (strays := [clean_issn(found) for found in _ISSNS.findall(isbns)]):
        series, isbns = series or strays, ""
    if not books and len(issns) > 9:
        books = [found for found in map(clean_isbn, _ISBNS.findall(issns)) if not series or valid_isbn(found)]
    isbn = next(filter(valid_isbn, books), "") or (books[0] if books else clean_isbn(re.split(r"[,; ]", isbns)[0]))
    if isbn and not valid_isbn(isbn):
        problems.append(BAD_ISBN)
    return isbn, next(filter(valid_issn, series), "") or (series[0] if series else "")


def _noted(note: str, anywhere: bool = False) -> dict[str, str]:
    """Identifiers by kind that open a note, or follow words of access; later ones may belong to another work.

    anywhere: the field is about this work alone, so an identifier anywhere in it counts.
    """
    if not note or not _MAY_IDENTIFY.search(note):
        return {}
    if "\n" in note:
        note = _IN_LINES.sub(lambda match: "".join(match[0].split()), note)
    note = verbatim(_HREF.sub(r" \1 ", note)).replace(":~", ": ")
    if "://" in note:  # Google Scholar: "http://yann. lecun. com/exdb/mnist/"
        note = re.sub(r"(?<=\w)\. (?=[a-z]{2,20}(?:\. [a-z]|/))", ".", note)
    found = find_identifiers(note)
    if found and (anywhere or found[0].start < 3 or ACCESS_WORDS.fullmatch(note[: found[0].start])):
        return {one.kind: one.value for one in reversed(found)}
    return {}


def _announced(note: str) -> str:
    """The only arXiv number of a note that begins with what has become of the work, or with its pages: "To appear in
    JMLR, arXiv:1706.03762"."""
    if "arxiv" not in note.lower() or not _STATUS.match(note):
        return ""
    found = {one.value for one in find_identifiers(verbatim(note)) if one.kind == "arxiv"}
    return found.pop() if len(found) == 1 else ""


_STATUS = re.compile(
    rf"\W{{0,3}}(?:(?:{alternatives(every('parts', 'advance'))})"
    rf"|\d{{1,4}}\s?(?:{alternatives(every('parts', 'page_counts'))}))\b",
    re.IGNORECASE,
)
_MAY_IDENTIFY = re.compile(
    r"10\.\d|https?:|www\.|arxiv|abs/|pmid|pmc|pubmed|doi|hdl|isbn|issn|/\d{7}|\d{4}\.\d{4}", re.IGNORECASE
)
_MAY_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)
_IN_LINES = re.compile(r"\\url\s*\{[^{}\n]{1,500}\n[^{}]{1,500}\}")  # TeX leaves out the blanks within an address
_HREF = re.compile(r"\\href\s*\{([^{}]{1,900})\}\s*(?:\{[^{}]{0,900}\})?")
