"""References as RIS, the format every reference manager imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refcheck.exchange.csl_parts import TYPES
from refcheck.exchange.dates import iso_date
from refcheck.exchange.extras import extras
from refcheck.language.latex import to_text
from refcheck.language.printable import clean
from refcheck.model import Name, Reference, WorkType
from refcheck.reading.formats.ris import TYPES as READ

_FIRST = {csl: tag for tag, csl in reversed(READ.items())}
_TYPES = {kind: _FIRST[csl] for kind, csl in TYPES.items()} | {WorkType.PROCEEDINGS: "CONF"}


RIS_FIELDS = {"note": "N1", "annote": "N1", "abstract": "AB", "keywords": "KW", "type": "M3", "shorttitle": "ST"}
"""BibTeX fields that a Reference does not hold and RIS does -> their tags."""


def write_ris(references: Iterable[Reference]) -> str:
    """References as RIS text, one record each, CRLF line ends as the format asks."""
    return "".join(
        "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(reference)) + "ER  - \r\n\r\n"
        for reference in references
    )


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    first, _, last = reference.pages.partition("--") if "," not in reference.pages else (reference.pages, "", "")
    date = (
        f"{reference.year:04}/{reference.month:02}/{f'{reference.day:02}' if reference.day else ''}"
        if reference.year and reference.month
        else ""
    )
    others = extras(reference)
    pairs = [
        ("TY", _TYPES.get(reference.kind, "GEN")),
        ("ID", reference.key),
        *(("AU", _name(name)) for name in reference.authors),
        *(("A2" if reference.authors else "ED", _name(name)) for name in reference.editors),
        *(("A4", _name(name)) for name in reference.translators),
        ("TI", reference.title),
        ("T2", reference.container),
        ("T3", reference.series),
        ("PY", str(reference.year or "")),
        ("DA", date),
        ("VL", reference.volume),
        ("IS", reference.issue or reference.number),
        ("SP", first),
        ("EP", last),
        ("ET", reference.edition),
        ("PB", reference.publisher),
        ("CY", reference.place),
        ("SN", reference.isbn),
        ("SN", reference.issn),
        ("DO", reference.doi),
        *(("UR", address) for address in _addresses(reference)),
        ("Y2", iso_date(reference.accessed).replace("-", "/") or reference.accessed),
        ("AN", reference.pmid),
        ("C2", reference.pmcid),
        ("LA", reference.language),
        *((RIS_FIELDS[name], to_text(value)) for name, value in others.items() if name in RIS_FIELDS),
        ("M3", "Master's thesis" if reference.type == "mastersthesis" and "type" not in others else ""),
    ]
    for tag, value in pairs:
        if value:
            yield tag, clean(value)


def _addresses(reference: Reference) -> Iterator[str]:
    yield reference.url
    if reference.arxiv and reference.arxiv not in reference.url:
        yield f"https://arxiv.org/abs/{reference.arxiv}"
    if reference.handle and not reference.url:
        yield f"https://hdl.handle.net/{reference.handle}"


def _name(name: Name) -> str:
    if name.literal:  # with a final comma, or readers take the last word for a family name
        return f"{name.literal.replace(',', ' ')},"
    return ", ".join(part for part in (f"{name.particle} {name.family}".strip(), name.given, name.suffix) if part)
