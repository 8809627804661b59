"""One reference of a report -> what its card on the page shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from refcheck.comparing import Comparison, compare
from refcheck.model import Evidence, Finding, Identity, Reference, Report, Resolution, Severity, Work
from refcheck.reports.page.differing import Words, differing
from refcheck.reports.words import clean, deciding, label, names, open_findings, shorten, source_name
from refcheck.resolving.registers import registers

TONES = {
    Identity.VERIFIED: "ok",
    Identity.OTHER_WORK: "error",
    Identity.AMBIGUOUS: "warning",
    Identity.ABSENT: "error",
    Identity.UNCHECKED: "unchecked",
    Identity.NOT_INDEXED: "plain",
}
"""The colour of an identity."""

SIGNS = {"error": "✕", "warning": "!", "unchecked": "?", "plain": "–", "note": "i", "ok": "✓"}
"""The shape beside a colour, worst first."""


_WORLDCAT = ("https://search.worldcat.org/search?q=", "WorldCat")
"""Where people look for books; no program may, so it is no register."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its printed value beside the registered one."""

    field: str
    state: str  # same, differs or alone (not compared)
    printed: Words
    registered: Words


@dataclass(frozen=True, slots=True)
class Link:
    """An address to follow; ``kind`` is a label of the page."""

    kind: str
    address: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that may be the one cited."""

    title: str
    people: str
    year: int | None
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the page shows about one reference."""

    number: int  # 1-based
    label: str
    tone: str  # error, warning, note, ok, unchecked or plain: the verdict at a glance
    reference: Reference
    resolution: Resolution | None
    by: tuple[str, str]  # the register that knew it, and how it was asked (a label of the page)
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]
    links: tuple[Link, ...]

    @property
    def differs(self) -> bool:
        """Whether any field of the comparison differs."""
        return any(row.state == "differs" for row in self.rows)


def cards(report: Report) -> tuple[Card, ...]:
    """The cards in the order of the list."""
    shown = open_findings(report)
    out = []
    for index, reference in enumerate(report.references):
        resolution = report.resolutions[index] if report.resolutions else None
        own = tuple(finding for finding in shown if finding.reference == index)
        out.append(
            Card(
                number=index + 1,
                label=label(reference),
                tone=_tone(own, resolution),
                reference=reference,
                resolution=resolution,
                by=_by(resolution) if resolution else ("", ""),
                rows=tuple(_rows(reference, resolution.work, own)) if resolution and resolution.work else (),
                findings=own,
                accepted=tuple(f for f in report.findings if f.reference == index and f.accepted),
                candidates=tuple(_candidate(work) for work in resolution.candidates[:5]) if resolution else (),
                links=tuple(_links(reference, resolution)),
            )
        )
    return tuple(out)


def _tone(findings: Sequence[Finding], resolution: Resolution | None) -> str:
    """An error or a warning, else what is wrong with the identity, else a note."""
    worst = findings[0].severity if findings else None
    identity = TONES[resolution.identity] if resolution else "plain"
    if worst in (Severity.ERROR, Severity.WARNING) or (worst is Severity.NOTE and identity == "ok"):
        return str(worst)
    return identity


def _by(resolution: Resolution) -> tuple[str, str]:
    if resolution.work is None:
        return "", ""
    answer = deciding(resolution)
    kind = answer.question.partition(":")[0] if answer else ""
    how = kind if kind in ("doi", "isbn", "pmid") else "identifier"
    if resolution.evidence is not Evidence.IDENTIFIER:
        how = "" if resolution.evidence is Evidence.NONE else str(resolution.evidence)
    return source_name(resolution.work.source), how


def _rows(reference: Reference, work: Work, findings: Sequence[Finding]) -> Iterator[Row]:
    """The fields present on either side. Whether a field differs is decided by the checks' findings."""
    beside = compare(reference, work)
    compared: dict[str, Comparison] = {
        "authors": beside.authors,
        "editors": beside.authors,
        "title": beside.title,
        "container": beside.container,
        "year": beside.year,
        **{part.field: part for part in beside.locator.parts},
    }
    year = f"{reference.year}{reference.year_suffix}" if reference.year is not None else ""
    registered_title = ": ".join([*work.titles[:1], *work.subtitles[:1]])
    values = {
        "authors": (names(reference.authors), names(work.authors) if reference.authors else ""),
        "editors": (names(reference.editors), names(work.editors or work.authors) if reference.editors else ""),
        "title": (reference.title, registered_title),
        "container": (reference.container, next(iter(work.containers), "")),
        "year": (year, ", ".join(map(str, work.years))),
        "volume": (reference.volume, work.volume),
        "issue": (reference.issue, work.issue),
        "pages": (reference.pages.replace("--", "–"), (work.article_number or work.pages).replace("--", "–")),
        "publisher": (reference.publisher, work.publisher),
        "doi": (reference.doi, work.doi),
        "isbn": (reference.isbn, ", ".join(work.isbn)),
    }
    found = {finding.field for finding in findings if finding.registered}
    for field, (printed, registered) in values.items():
        printed, registered = clean(printed), clean(registered)
        if not printed and not registered:
            continue
        words = differing(printed, registered, least=2 if field in ("authors", "editors") else 1)
        same = bool(printed and registered) and not any(d for side in words for _, d in side)
        verdict = compared.get(field)
        if printed and registered and (field in found or (verdict is not None and verdict.differs)):
            state = "differs"
        elif same or (verdict is not None and verdict.agrees and printed and registered):
            state = "same"
        else:
            state = "alone"
        if state != "differs":
            words = [(printed, False)], [(registered, False)]
        yield Row(field, state, *words)


def _candidate(work: Work) -> Candidate:
    title = clean(": ".join([*work.titles[:1], *work.subtitles[:1]])) or clean(work.doi)
    people = shorten(clean(names(work.authors or work.editors)), 120)
    return Candidate(title, people, next(iter(work.years), None), doi_address(work.doi) or web_address(work.url))


def _links(reference: Reference, resolution: Resolution | None) -> Iterator[Link]:
    seen = {""}
    work = resolution.work if resolution else None
    wanted = [
        Link("link.work", doi_address(work.doi) if work else ""),
        Link("link.record", web_address(work.url) if work else ""),
        Link("link.printed", doi_address(reference.doi) or web_address(reference.url)),
    ]
    if work is not None:
        wanted += [Link("link.notice", doi_address(update.doi)) for update in work.updates[:5]]
    if resolution is None or resolution.identity is not Identity.VERIFIED:
        words = quote(shorten(clean(f"{reference.title} {label(reference)}"), 200), safe="", errors="replace")
        pages = [(source.search_page, source.title) for source in registers().values() if source.search_page]
        wanted += [Link("link.search", address + words, title) for address, title in (*pages, _WORLDCAT)]
    for link in wanted:
        if link.address not in seen:
            seen.add(link.address)
            yield link


def doi_address(doi: str) -> str:
    """The address that resolves a DOI, or "" for anything else."""
    doi = clean(doi)
    return f"https://doi.org/{quote(doi, safe='/:;().', errors='replace')}" if doi.startswith("10.") else ""


def web_address(url: str) -> str:
    """``url`` if it is a plain http or https address, else "", since nothing else may become a link."""
    url = clean(url)
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    plain = parts.scheme in ("http", "https") and host and not parts.username and not any(c in url for c in "<>\"'` \\")
    return url if plain else ""
