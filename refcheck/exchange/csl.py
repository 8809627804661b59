"""CSL-JSON (from citeproc, Zotero, or the JATS reader) into References, and References into CSL-JSON."""

from __future__ import annotations

import html
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from refcheck import patterns as re
from refcheck.exchange.bibtex_identifiers import DOI_LINE, Text, address_of, doi_in, is_address, without_strays
from refcheck.exchange.bibtex_languages import language_of
from refcheck.exchange.bibtex_people import people_of
from refcheck.exchange.bibtex_publishers import without_address
from refcheck.exchange.bibtex_read import edition_of, pages_of, volume_and_issue
from refcheck.exchange.csl_parts import KINDS, TYPES, divided, issued
from refcheck.exchange.dates import iso_date
from refcheck.exchange.extras import extras
from refcheck.identifiers.check_digits import clean_isbn, clean_issn, valid_isbn
from refcheck.identifiers.find import BAD_ISBN, clean_doi, clean_handle, find_identifiers
from refcheck.language.degrees import is_lower
from refcheck.language.detect import detect_title
from refcheck.language.latex import to_text
from refcheck.language.printable import clean
from refcheck.model import Name, Reference, WorkType
from refcheck.parsing.people.person import undivided
from refcheck.parsing.tagging.known_words import is_given_name
from refcheck.worktype import CROSSREF, bibtex_name

# What BibTeX has no word for, and what reference managers call any article.
_KINDS = KINDS | {name: WorkType.CHAPTER for name, kind in KINDS.items() if kind is WorkType.ENTRY}
_KINDS |= {"article": WorkType.ARTICLE}
_PERHAPS_PREPRINTS = (WorkType.ARTICLE, WorkType.OTHER, WorkType.WEB_PAGE, WorkType.MANUSCRIPT)
_NUMBERED = ("techreport", "misc", "book", "standard", "patent", "legislation", "jurisdiction", "online", "dataset")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")


def write_csl(references: Iterable[Reference]) -> str:
    """References as the text of a CSL-JSON array, one item each, ending in a newline."""
    items = [to_csl(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def to_csl(reference: Reference) -> dict[str, Any]:
    """One Reference as a CSL-JSON item; absent fields are left out."""
    item: dict[str, Any] = {"id": clean(reference.key), "type": TYPES.get(reference.kind, "document")}
    preprint = bool(reference.arxiv) and (not reference.container or _ARCHIVE.match(reference.container) is not None)
    if (reference.kind is WorkType.ARTICLE and not (reference.container or reference.issn)) or (
        preprint and reference.kind in _PERHAPS_PREPRINTS
    ):
        item["type"] = "article"
    for field, names in (
        ("author", reference.authors),
        ("editor", reference.editors),
        ("translator", reference.translators),
    ):
        if names:
            item[field] = [_to_name(name) for name in names]
    if reference.year:
        parts = [reference.year, reference.month, reference.day]
        item["issued"] = {"date-parts": [parts[: parts.index(None)] if None in parts else parts]}
    if reference.accessed:
        day = [int(part) for part in iso_date(reference.accessed).split("-") if part]
        item["accessed"] = {"date-parts": [day]} if day else {"raw": clean(reference.accessed)}
    texts = {
        "title": reference.title,
        "container-title": reference.container,
        "collection-title": reference.series,
        "volume": reference.volume,
        "issue": reference.issue,
        "number": reference.number,
        "page": reference.pages.replace("--", "-"),
        "edition": reference.edition,
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "DOI": reference.doi,
        "URL": reference.url,
        "ISBN": reference.isbn,
        "ISSN": reference.issn,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "language": reference.language,
    }
    if reference.arxiv:  # as Zotero writes it: the only fields that styles print an arXiv number from
        texts["number"] = texts["number"] or f"arXiv:{reference.arxiv}"
        texts["publisher"] = texts["publisher"] or ("arXiv" if preprint else "")
        texts["URL"] = texts["URL"] or f"https://arxiv.org/abs/{reference.arxiv}"
    if reference.handle:
        texts["URL"] = texts["URL"] or f"https://hdl.handle.net/{reference.handle}"
    texts |= {CSL_FIELDS[name]: to_text(value) for name, value in extras(reference).items() if name in CSL_FIELDS}
    item.update({name: clean(value) for name, value in texts.items() if value})
    if reference.type == "mastersthesis":
        item.setdefault("genre", "Master's thesis")
    if reference.arxiv:
        item["note"] = " ".join(filter(None, (f"arXiv:{clean(reference.arxiv)}", item.get("note", ""))))
    return item


_ARCHIVE = re.compile(r"arxiv|corr\b", re.IGNORECASE)
CSL_FIELDS = {
    "note": "note",
    "abstract": "abstract",
    "keywords": "keyword",
    "version": "version",
    "chapter": "chapter-number",
    "type": "genre",
    "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes",
    "eventtitle": "event-title",
    "venue": "event-place",
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
}
"""BibTeX fields that a Reference does not hold and CSL does -> their names there (CSL 1.0.2, appendix IV)."""


def _to_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": clean(name.literal)}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle, "suffix": name.suffix}
    return {key: clean(value) for key, value in parts.items() if value}


def from_csl(item: Mapping[str, Any], raw: str = "") -> Reference:
    """A CSL-JSON item -> Reference. raw: the text printed for it. Values of the wrong kind are ignored."""
    text = partial(_text, item)
    kind = bibtex_name(_KINDS.get(text("type")) or CROSSREF.get(text("type"), WorkType.OTHER))
    if kind == "phdthesis" and is_lower(text("genre")):
        kind = "mastersthesis"
    year, month, day, letter = issued(item.get("issued") or item.get("published"))
    isbn = clean_isbn(text("ISBN").partition(" ")[0])
    told = f"{text('note')} {text('number')} {text('URL')} {text('DOI')}"
    if "arxiv" in (place := f"{text('container-title')} {text('archive')}:{text('archive_location')}").lower():
        told += f" {place}"
    noted = {i.kind: i.value for i in find_identifiers(told)}
    container = text("container-title")
    printed = {"volume": text("volume"), "issue": text("issue"), "journal": container}
    places, strays = without_strays(printed)
    arxiv = noted.get("arxiv", "") or strays.get("arxiv", "")
    volume, issue = volume_and_issue(places.get("volume", ""), places.get("issue", ""))
    own_number = text("number")
    if not own_number and not volume and kind in _NUMBERED:  # of a report or in a series, as in BibTeX
        own_number, issue = issue, ""
    authors, et_al = _names(item.get("author") or item.get("director"))
    title = _with_subtitle(text("title"), text("subtitle"))
    return Reference(
        raw=raw or title,
        key=re.sub(r"[\s,{}\"#%~\\()='@]", "", text("citation-key", "citekey")),
        type=kind,
        authors=authors,
        et_al=et_al,
        editors=_names(item.get("editor") or item.get("container-author"))[0],
        translators=_names(item.get("translator"))[0],
        title=title,
        container="" if is_address(container) else container,
        series=text("collection-title"),
        year=year,
        year_suffix=letter,
        month=month,
        day=day,
        volume=volume,
        issue=issue or (own_number if kind == "article" and not arxiv else ""),
        pages=pages_of(kind, text("page", "article-number", "page-first")),
        number="" if kind == "article" or own_number.lower().startswith("arxiv:") else own_number,
        edition=edition_of(text("edition")),
        publisher=without_address(text("publisher")),
        place=text("publisher-place"),
        doi=(doi := _doi(text, str(item.get("note", "")))),
        handle="" if doi else clean_handle(text("DOI") or text("URL")),
        doi_printed=text("DOI"),
        url=address_of(text("URL")) or (address_of(container) if is_address(container) else ""),
        accessed=_accessed(item.get("accessed")),
        isbn=isbn,
        issn=clean_issn(re.split(r"[\s,;(]", text("ISSN"))[0]),
        arxiv=arxiv,
        pmid=text("PMID") or noted.get("pmid", ""),
        pmcid=text("PMCID") or noted.get("pmcid", ""),
        language=language_of(text("language")) or detect_title(title),
        problems=(BAD_ISBN,) if isbn and not valid_isbn(isbn) else (),
    )


def _doi(text: Text, note: str) -> str:
    """The DOI from its own variable, an address, a line of Zotero's field Extra, or the address behind a publisher."""
    if doi := clean_doi(text("DOI")) or (clean_doi(text("URL")) if "doi.org/" in text("URL") else doi_in(text("URL"))):
        return doi
    if line := DOI_LINE.search(note):
        return clean_doi(line[1])
    behind = find_identifiers(publisher) if "://" in (publisher := text("publisher")) else []
    return next((found.value for found in behind if found.kind == "doi"), "")


def _with_subtitle(title: str, subtitle: str) -> str:
    return f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title


def _text(item: Mapping[str, Any], *names: str) -> str:
    """The first of these variables that has a value, without markup; "" if none has."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, str | int | float) and str(value).strip():
            return " ".join(_TAG.sub("", html.unescape(str(value))).split())
    return ""


def _names(value: Any) -> tuple[tuple[Name, ...], bool]:
    """The names in a CSL variable, and whether "et al." ends them."""
    et_al = False
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, Sequence) or isinstance(value, str):
        return (), et_al
    names: list[Name] = []
    # Names that a record does not divide are people's if one of them begins with a given name.
    whole = [str(person["name"]) for person in value if isinstance(person, Mapping) and person.get("name")]
    of_people = any(name.strip() and is_given_name(name.split()[0]) for name in whole)
    for person in value:
        if not isinstance(person, Mapping):
            continue
        get = {str(k): html.unescape(" ".join(v.split())) for k, v in person.items() if isinstance(v, str)}
        if found := divided(defaultdict(str, get).__getitem__):
            names.append(found)
        elif literal := get.get("literal") or get.get("name"):
            several, others, sign = people_of(literal)
            et_al = et_al or others
            if sign or (len(several) != 1 and all(name.given for name in several)):
                names += several
            elif not get.get("literal") and _is_person(literal, of_people):
                names.append(undivided(literal) if _FAMILY_FIRST.fullmatch(literal) else several[0])
            else:
                names.append(Name(literal=literal))
        elif get.get("given"):
            names.append(Name(literal=get["given"]))
    return tuple(names), et_al


def _is_person(name: str, of_people: bool) -> bool:
    """Whether a name that is not divided is a person's: it has a comma or initials ("Alder, Ann", "A. B. Alder",
    "Alder AB"), or stands among people's."""
    return bool("," in name or _INITIALED.fullmatch(name) or (of_people and _PLAIN.fullmatch(name)))


_PLAIN = re.compile(r"[^\W\d_]['’\w-]{1,30}\.?(?: [^\W\d_](?:['’\w-]{1,30}|\.)){1,4}")
# "Alder AB", "Birch A.B. Jr", "Cedar JA 3rd"
_FAMILY_FIRST = re.compile(r"[^,]{2,60}? (?:[^\W\d_a-z]\.?-?){1,4}(?: (?:[JS]r\.?|\d[a-z]{2}|I{2,3}|IV))?")
_INITIALED = re.compile(
    r"(?:[^\W\d_]\.[\s-]?){1,4}[^\W\d_].{1,60}"
    r"|[^\W\d_](?:['’][^\W\d_])?[^\W\d_A-ZÀ-Þ]['’\w -]{0,60} (?:(?:[^\W\d_]\.[ -]?){1,4}|[A-Z]{1,4})"
    r"(?: (?:[JS]r|\d[a-z]{2}))?"
)


def _accessed(value: Any) -> str:
    """A CSL access date as text: as printed where the file has it, else in ISO form, as exact as known."""
    if isinstance(value, Mapping) and isinstance(printed := value.get("raw") or value.get("literal"), str):
        return " ".join(printed.split())
    year, month, day, _ = issued(value)
    return "-".join(f"{number:02}" for number in (year, month, day and month and day) if number)
