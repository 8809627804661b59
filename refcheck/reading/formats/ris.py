"""Records with tags, as reference managers and databases export them: RIS, PubMed's .nbib, EndNote's tagged .enw.

Each record becomes an entry whose ``data`` is a CSL-JSON item. RIS has no standard: the tags are those of Reference
Manager's specification (refman.com/support/risformat_intro.asp) and of what Zotero, EndNote, Mendeley, Web of Science,
Scopus, IEEE, JSTOR and publishers write; MEDLINE's are at https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from refcheck import patterns as re
from refcheck.foreign import NOT_GIVEN
from refcheck.identifiers import DOI_LEAD, DOI_PREFIX
from refcheck.language.dates import parse_date
from refcheck.model import Entry, Markup
from refcheck.reading.document import Document
from refcheck.reading.encoding import undoubled
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.managers import compose

TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "INPR": "article-journal",
    "ABST": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "SER": "book", "CTLG": "book", "CLSWK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
    "CPAPER": "paper-conference", "CONF": "paper-conference", "THES": "thesis", "RPRT": "report", "GOVDOC": "report",
    "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset", "AGGR": "dataset",
    "DBASE": "dataset",
    "COMP": "software", "PAT": "patent", "UNPB": "manuscript", "MANSCPT": "manuscript", "STAND": "standard",
    "STAT": "legislation", "BILL": "bill", "LEGAL": "legislation", "CASE": "legal_case", "VIDEO": "motion_picture",
    "MPCT": "motion_picture", "MULTI": "motion_picture", "SOUND": "song", "MUSIC": "song", "PAMP": "pamphlet",
    # EndNote's "%0", and MEDLINE's "PT"
    "Journal Article": "article-journal", "Book": "book", "Book Section": "chapter", "Book Chapter": "chapter",
    "Conference Paper": "paper-conference", "Conference Proceedings": "paper-conference", "Thesis": "thesis",
    "Report": "report", "Web Page": "webpage", "Newspaper Article": "article-newspaper", "Patent": "patent",
    "Computer Program": "software", "Dataset": "dataset", "Magazine Article": "article-magazine",
}  # fmt: skip
"""Type of a record -> CSL's; of several, the first is the one that is written."""
# CSL variable -> tags: the first that a record has counts.
_RIS = {
    "title": "TI T1 CT", "container-title": "T2 JF BT JO JA J2", "collection-title": "T3", "volume": "VL",
    "issue": "IS CP", "publisher": "PB PU", "publisher-place": "CY PP PI", "edition": "ET", "DOI": "DO L3",
    "URL": "UR L2",
    "language": "LA", "genre": "M3", "citation-key": "ID", "PMCID": "C2", "note": "N1", "abstract": "AB N2",
    "article-number": "C7", "type": "TY", "sn": "SN", "number": "M1", "pmid": "AN", "from": "SP", "to": "EP",
    "accessed": "Y2",
}  # fmt: skip
_MEDLINE = {
    "title": "TI BTI", "container-title": "JT TA CTI BTI", "volume": "VI", "issue": "IP", "page": "PG",
    "language": "LA", "publisher": "PB", "publisher-place": "PL", "sn": "ISBN IS", "pmid": "PMID", "PMCID": "PMC",
    "type": "PT", "abstract": "AB",
}  # fmt: skip
_ENDNOTE = {
    "title": "%T", "container-title": "%J %B", "collection-title": "%S", "volume": "%V", "issue": "%N", "page": "%P",
    "publisher": "%I", "publisher-place": "%C", "edition": "%7", "DOI": "%R", "URL": "%U", "language": "%G",
    "genre": "%9", "accessed": "%[", "first": "%&", "abstract": "%X", "note": "%Z", "type": "%0", "sn": "%@",
    "citation-key": "%F",
}  # fmt: skip


class Tagged(NamedTuple):
    """How the records of one format are written."""

    line: re.Pattern[str]  # a tag and its value, at the beginning of a line
    first: str  # the tag a record begins with
    fields: Mapping[str, str]
    people: Mapping[str, Sequence[str]]  # CSL role -> tags; of several words, where the first has none the next count
    dates: str


RIS = Tagged(
    re.compile(r"([A-Z][A-Z0-9])(?: {1,2}-(?: |$)| {2}-)(.*)"), "TY", _RIS,
    {"author": ("AU A1",), "editor": ("ED", "A2"), "translator": ("A4",)}, "PY Y1 DA",
)  # fmt: skip
MEDLINE = Tagged(
    re.compile(r"([A-Z]{2,4})\s{0,2}- (.*)"), "PMID", _MEDLINE, {"author": ("FAU", "AU"), "editor": ("FED", "ED")}, "DP"
)
ENDNOTE = Tagged(
    re.compile(r"(%[0-9A-Z@?!#$\]&(^><\[=~+*]) (.*)"), "%0", _ENDNOTE, {"author": ("%A",), "editor": ("%E",)}, "%D %8"
)
_LOWER = RIS._replace(line=re.compile(r"([a-z][a-z0-9]) {2}-(?: |$)(.*)"), first="ty")
_GLUED = re.compile(r"\s(?=[A-Z][A-Z0-9] {1,2}- )")  # where a record was pasted with its lines run together


def read_ris(text: str) -> Document:
    """A file of records -> Document whose entries are its records."""
    return Document("ris", entries=tuple(ris_entries(text)))


def ris_entries(text: str) -> list[Entry]:
    """The records of a text as Entries with markup "csl", in order; what stands before and between them is left out."""
    return [
        Entry(compose(item), start, end, markup=Markup.CSL, data=item, key=str(item.get("citation-key", "")))
        for item, start, end in _items(text)
    ]


def pasted_item(text: str) -> dict[str, Any] | None:
    """The CSL-JSON item of one record, its lines maybe run together; None for a text that is not a record."""
    kind = _kind(text)
    if kind is RIS and "\n" not in text.strip():
        text = _GLUED.sub("\n", text)
    return next((item for item, _, _ in _items(text)), None) if kind and kind.line.match(text.lstrip()) else None


def _kind(text: str) -> Tagged | None:
    """The format of the text's records, None when it has none."""
    for kind in (RIS, MEDLINE, ENDNOTE, _LOWER):
        if re.search(rf"^[^\S\n]*{kind.first}(?: {{0,2}}-| )", text, re.MULTILINE):
            return kind
    return RIS if _WITHOUT_TYPE.search(text) else None


_WITHOUT_TYPE = re.compile(r"^(?:T1|TI|A1|AU|JO|JF) {2}- ", re.MULTILINE)  # a record that lost its first line


def _items(text: str) -> Iterator[tuple[dict[str, Any], int, int]]:
    kind = _kind(text)
    if kind is None:
        return
    values: dict[str, list[str]] = {}
    start = end = 0
    last, together = "", True  # no line without a tag stands before this one
    for number, line in enumerate(undoubled(text).lstrip("\ufeff").split("\n"), 1):
        match = kind.line.match(line.strip() if kind is not MEDLINE else line.rstrip())
        if match is None:
            together = False
            if last and line.strip() and values:  # the value goes on
                values[last][-1] += f" {line.strip()}"
                end = number
            continue
        tag = match[1].upper()
        first = kind.first.upper()
        if tag == "ER" or (tag == first and not (values and together and first not in values)):
            if values and (tag == "ER" or first in values or not _TITLES.isdisjoint(values)):
                yield _item(values, RIS if kind is _LOWER else kind), start, end
            values = {}
        together = True
        start = start if values else number
        last = "" if tag == "ER" else tag
        if last:
            values.setdefault(last, []).append(match[2].strip().upper() if last == "TY" else match[2].strip())
            end = number
    if values:
        yield _item(values, RIS if kind is _LOWER else kind), start, end


_TITLES = frozenset(
    ("TI", "T1")
)  # what a record that lost its first line has, and a line of Ovid's between two has not


def _item(values: Mapping[str, Sequence[str]], kind: Tagged) -> dict[str, Any]:
    """One record as a CSL-JSON item."""

    def all_of(tags: str) -> list[str]:
        found = (" ".join(value.split()) for tag in tags.split() for value in values.get(tag, ()))
        return [value for value in found if value and value not in NOT_GIVEN]

    found = {name: found[0] for name, tags in kind.fields.items() if (found := all_of(tags))}
    item: dict[str, Any] = {name: value for name, value in found.items() if name not in _TRANSLATED}
    for name in ("title", "container-title", "collection-title", "number", "volume"):
        if "{" in found.get(name, "") and "\\" not in item.get(name, ""):
            item[name] = found[name] = _SHIELD.sub(r"\1", found[name])
    unnamed = "article-journal" if kind is MEDLINE else "document"
    # Scopus: a paper in a series
    tags = "M3 TY" if kind is RIS and values.get("TY") == ["SER"] else kind.fields["type"]
    item["type"] = next((TYPES[name] for name in all_of(tags) if name in TYPES), unnamed)
    for role, choices in kind.people.items():
        people = next((people for tags in choices if (people := all_of(tags))), [])
        item[role] = [{"literal" if name[-1] == "," else "name": name.strip(",; ")} for name in people]
    if kind is MEDLINE:
        _as_medline(item, all_of)
    online = kind is RIS and all(parse_date(" ".join(all_of(tag))).month for tag in ("Y1", "DA"))
    if issued := _date(all_of("DA" if online else kind.dates)):  # Atypon: online first, and in an issue
        item["issued"] = issued
    if day := re.findall(r"\d{1,4}", found.get("accessed", "").partition(":")[0])[:3]:
        item["accessed"] = {"date-parts": [[int(part) for part in day]]}
    if others := all_of("UR")[1:] if kind is RIS else []:  # for the identifiers in them
        item["note"] = " ".join([*others, item.get("note", "")]).strip()
    if not item.get("PMCID") and (pmc := next(filter(None, map(_PMC.search, all_of("U2 L2 UR"))), None)):
        item["PMCID"] = pmc[0]
    if own := next(filter(None, map(_PMID.search, all_of("U1 U2") if kind is RIS else [])), None):
        item["PMID"] = own[0]
    if not item.get("DOI") and (doi := next(filter(_DOI.match, all_of("M3 N1 UR") if kind is RIS else []), "")):
        item["DOI"] = doi
        item.pop("genre" if item.get("genre") == doi else "", None)
    _placed(item, found, all_of("JF") if kind is RIS else ())
    if (pmid := found.get("pmid", "").lower().removeprefix("pmid:").strip()).isdecimal() and len(pmid) < 9:
        item["PMID"] = pmid
    _numbered(item, found, all_of(kind.fields["sn"]))
    return {name: value for name, value in item.items() if value}


def _placed(item: dict[str, Any], found: Mapping[str, str], journals: Sequence[str]) -> None:
    """The pages of an item, and the journal or series that it stands in. journals: by their full names."""
    if item["type"].startswith("article") and journals:
        item["container-title"] = journals[0]  # EBSCO has a second title as "T2"
    elif item["type"] == "report" and "collection-title" not in item and "container-title" in item:
        item["collection-title"] = item.pop("container-title")
    if _RANGE.fullmatch(found.get("first", "")):  # Open Journal Systems has the number of pages as "%P"
        item["page"] = found["first"]
    if pages := "-".join(filter(None, (found.get("from", ""), found.get("to", "")))):
        item["page"] = pages


_SHIELD = re.compile(r"\{([^{}]{1,200})\}")  # DBLP's records keep BibTeX's braces around capitals
_DOI = re.compile(rf"{DOI_LEAD}?{DOI_PREFIX}\S+$", re.IGNORECASE)
_PMC = re.compile(r"PMC\d{4,9}(?=\[pmcid\]|/|$)")
_PMID = re.compile(r"\b\d{4,8}(?=\[pmid\])")
_RANGE = re.compile(r"\w{1,9}[-–]\w{1,9}")
_TRANSLATED = frozenset(("type", "first", "sn", "pmid", "from", "to", "number", "accessed"))
_NUMBERED = frozenset(("patent", "report", "standard", "legislation", "bill"))


def _numbered(item: dict[str, Any], found: Mapping[str, str], numbers: Sequence[str]) -> None:
    """``numbers``, which stand under "SN": ISBN, ISSN, or the number of a patent or report, as its kind and length
    say."""
    for number in numbers:
        digits = [re.sub(r"\W", "", part) for part in re.split(r"[\s,;(]+", number)]
        if any(re.fullmatch(r"(?:97[89])?\d{9}[\dXx]", part) for part in digits):
            item.setdefault("ISBN", number)
        elif re.fullmatch(r"\d{7}[\dXx]", digits[0]):
            item.setdefault("ISSN", number)
    if item["type"] in _NUMBERED:
        own = numbers[0] if numbers and "ISBN" not in item and "ISSN" not in item else ""
        item["number"] = own or found.get("number", "") or item.pop("issue", "")


def _as_medline(item: dict[str, Any], all_of: Any) -> None:
    """What only MEDLINE has: groups as authors, a title that ends in a stop or stands in brackets, "[doi]"."""
    item["author"] += [{"literal": name} for name in all_of("CN")]
    item["title"] = re.sub(r"^\[(.*)\]$", r"\1", item.get("title", "").rstrip(".")).rstrip(".")
    if item.get("container-title") == item["title"]:  # a whole book
        del item["container-title"]
    item["DOI"] = next((v.split()[0] for v in all_of("LID AID") if v.endswith("[doi]")), "")


def _date(printed: Sequence[str]) -> dict[str, Any]:
    """The most exact of a record's dates ("2015", "2015/05/12/", "May 12", "2011 Jan 8") as CSL has it."""
    dates = [parse_date(text) for text in printed]
    year = next((date.year for date in dates if date.year), None)
    dates += [parse_date(f"{text} {year}") for text, date in zip(printed, dates, strict=True) if not date.year]
    known = [[part for part in (date.year, date.month, date.day) if part] for date in dates if date.year == year]
    return {"date-parts": [max(known, key=len)]} if year else {}


FORMAT = Format("ris", (".ris", ".nbib", ".enw"), read=lambda text, _: read_ris(text))
