"""Report + the article's text -> the text with its list corrected, in the list's own style; nothing else is touched.

Certain, so applied by ``fix``: a DOI that is printed in another form than the list's, and the missing DOI of a work
whose identity is verified. Shown by ``diff`` only: a year, volume, issue, page range or words of a title that differ
from the record. A value that does not occur exactly once on the entry's lines is left alone.
"""

from __future__ import annotations

import difflib
import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from refcheck import patterns as re
from refcheck.checks.support.style import ADDRESS, doi_lead
from refcheck.comparing import compare
from refcheck.identifiers.find import clean_doi, find_identifiers
from refcheck.model import Finding, Identity, Reference, Report, Resolution
from refcheck.reading.encoding import encoding_of
from refcheck.reports.page.differing import corrected

EDITABLE = ("text", "markdown", "html", "latex", "rst", "bibtex")
"""Formats whose file is the text that was read; the others would have to be unpacked and packed again."""

_TEX = {character: "\\" + character for character in "%#_&$"}
_CLOSER = re.compile(r"(?:</[a-zA-Z]{1,20}>|<br\s?/?>|<!--(?:(?!-->).){0,300}-->|\\\\)$")
_MARKUP = re.compile(r"<[^<>]{1,300}>|\\[a-zA-Z]{1,30}|\[[^\[\]]{0,300}\]:?|\{[\w:-]{1,60}\}")
_BIBTEX_FIELD = re.compile(r'^(?P<indent>\s*)(?P<name>[A-Za-z][\w-]*)(?P<equals>\s*=\s*)(?P<open>[{"]?)')


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in one line of the article."""

    line: int  # 1-based
    start: int  # 0-based, in characters of the line
    end: int  # exclusive
    new: str
    reference: int  # 0-based index in Report.references
    field: str
    why: str
    certain: bool


def fix(article_text: str, report: Report) -> str:
    """The article with its certain fixes applied; ``article_text`` is the text the report was made from."""
    return _apply(article_text, [edit for edit in edits(article_text, report) if edit.certain])


def diff(article_text: str, report: Report) -> str:
    """A unified diff with every possible correction, certain or not; "" when there is none."""
    after = _apply(article_text, edits(article_text, report))
    path = report.article.path
    lines = difflib.unified_diff(_lines(article_text), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def source_text(report: Report) -> str | None:
    """The text of the file the report was made from, or None if it is gone, has changed or is not editable text."""
    article, path = report.article, Path(report.article.path.replace("\0", ""))
    if article.format not in EDITABLE or not article.sha256 or not path.is_file():
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != article.sha256:
        return None
    name = encoding_of(data)
    try:
        text = data.decode(name)
        return text if text.encode(name) == data else None
    except UnicodeError:
        return None


def edits(article_text: str, report: Report) -> list[Edit]:
    """All edits, in the order of the lines; none overlap."""
    if report.article.format not in EDITABLE or not report.resolutions:
        return []
    lines = _lines(article_text)
    style = _style(report.references)
    found: list[Edit] = []
    for index, (reference, resolution) in enumerate(zip(report.references, report.resolutions, strict=True)):
        entry = reference.entry
        if entry is None or not 1 <= entry.line <= entry.end_line <= len(lines):
            continue
        place = _Place(lines, entry.line, entry.end_line, report.article.format, index)
        open_ = [finding for finding in report.findings if finding.reference == index and not finding.accepted]
        found += _doi_form(place, reference, resolution, style)
        found += _doi_missing(place, reference, resolution, style, open_)
        for finding in open_:
            found += _field(place, finding, resolution)
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda e: (e.line, e.start, not e.certain)):
        if not kept or kept[-1].line != edit.line or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


@dataclass(frozen=True, slots=True)
class _Place:
    """The lines of one entry."""

    lines: Sequence[str]
    first: int
    last: int
    format: str
    reference: int

    def once(self, pattern: str) -> tuple[int, re.Match[str]] | None:
        """The line number and match of what occurs exactly once on the entry's lines, or None."""
        numbers = range(self.first, self.last + 1)
        hits = [(number, match) for number in numbers for match in re.finditer(pattern, self.lines[number - 1])]
        return hits[0] if len(hits) == 1 else None

    def edit(self, line: int, start: int, end: int, new: str, field: str, why: str, certain: bool) -> Edit:
        return Edit(line, start, end, new, self.reference, field, why, certain)

    def escape(self, text: str) -> str:
        """``text`` as the article's format writes it."""
        if self.format == "html":
            return html.escape(text, quote=True)
        if self.format in ("latex", "bibtex"):
            return "".join(_TEX.get(character, character) for character in text)
        return text


@dataclass(frozen=True, slots=True)
class _Style:
    """How a list prints its DOIs."""

    lead: str  # "doi:" or "DOI " where most entries print so, else the resolver's address
    stops: bool  # an entry that ends with a DOI ends with a full stop


def _style(references: Sequence[Reference]) -> _Style:
    last = [r.raw.rstrip() for r in references if r.doi and r.raw.rstrip(" .").lower().endswith(r.doi.rstrip("."))]
    return _Style(doi_lead(references), sum(raw.endswith(".") for raw in last) * 2 > len(last))


def _doi_form(place: _Place, reference: Reference, resolution: Resolution, style: _Style) -> Iterator[Edit]:
    """The entry's DOI in the form the list uses, where it is printed in another."""
    printed, doi = reference.doi_printed, reference.doi
    if not doi or not printed or resolution.identity is Identity.OTHER_WORK:
        return
    at = printed.lower().find(doi)
    if resolution.repaired_doi and resolution.identity is Identity.VERIFIED:
        own = resolution.repaired_doi
    elif at >= 0:
        own = printed[at : at + len(doi)]  # in the letters' own case
    else:
        return
    if place.format == "bibtex":
        new = own
    elif printed.startswith(style.lead) and style.lead != ADDRESS:
        new = style.lead + own
    else:
        new = ADDRESS + own
    hit = place.once(
        r"(?<![\w/.:{(])" + re.escape(printed) + r"(?![\w/{}])" if place.format != "bibtex" else re.escape(printed)
    )
    plain = place.format == "bibtex" or place.escape(new) == new  # a BibTeX doi field is taken as it is
    if hit and plain and printed != new:
        line, match = hit
        end = match.end()
        if not style.stops and place.format != "bibtex" and re.fullmatch(r"\.\s*", place.lines[line - 1][end:]):
            end += 1
        yield place.edit(line, match.start(), end, new, "doi", f"print the DOI as {new}", certain=True)


def _doi_missing(
    place: _Place, reference: Reference, resolution: Resolution, style: _Style, findings: Sequence[Finding]
) -> Iterator[Edit]:
    """The DOI that ``doi-missing`` found, after the entry's last word."""
    if resolution.identity is not Identity.VERIFIED or resolution.work is None or reference.doi:
        return
    doi = clean_doi(resolution.work.doi)
    if not doi or not any(finding.check == "doi-missing" for finding in findings):
        return
    why = f"add the DOI {doi}"
    if place.format == "bibtex":
        yield from _bibtex_field(place, "doi", doi, why)
        return
    text = _without_closers(place.lines[place.last - 1])
    tail = _letters(_MARKUP.sub("", html.unescape(text)))[-8:]
    if not tail or not _letters(reference.raw).endswith(tail):
        return  # the line ends with something that does not belong to the entry
    new = rf"\url{{{ADDRESS}{doi}}}" if place.format == "latex" else place.escape(style.lead + doi)
    new = (" " if text.endswith((".", "!", "?")) else ". ") + new + ("." if style.stops else "")
    yield place.edit(place.last, len(text), len(text), new, "doi", why, certain=True)


def _without_closers(line: str) -> str:
    """``line`` up to the last of the entry's own text: closing tags, comments and line breaks cut off."""
    text = line.rstrip()
    for _ in range(20):
        closer = _CLOSER.search(text, max(0, len(text) - 320))
        if closer is None:
            break
        text = text[: closer.start()].rstrip()
    return text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _bibtex_field(place: _Place, name: str, value: str, why: str) -> Iterator[Edit]:
    """One more field at the end of a BibTeX block, indented, aligned and delimited as the field before it."""
    number = place.last
    line = place.lines[number - 1].rstrip()
    if not line.endswith("}"):
        return
    if line.strip() == "}":
        number = next((n for n in range(place.last - 1, place.first, -1) if place.lines[n - 1].strip()), 0)
        line = place.lines[number - 1].rstrip() if number else ""
        at = len(line)
    else:
        at = len(line) - 1
    model = _BIBTEX_FIELD.match(line)
    if not number or not model or number == place.first:
        if number == place.last == place.first:  # a block on one line
            yield place.edit(number, at, at, f", {name} = {{{value}}}", name, why, certain=True)
        return
    width = len(model["name"]) + len(model["equals"].partition("=")[0])
    equals = "=" + model["equals"].partition("=")[2]
    comma = line[:at].endswith(",")
    field = f"{model['indent']}{name:<{width}}{equals}{{{value}}}"
    end = "\r\n" if place.lines[number - 1].endswith("\r\n") else "\n"
    new = f"{end}{field}," if comma else f",{end}{field}"
    yield place.edit(number, at, at, new, name, why, certain=True)


def _field(place: _Place, finding: Finding, resolution: Resolution) -> Iterator[Edit]:
    """A printed value that differs from the record's, replaced: never certain, since the record may be wrong."""
    if resolution.identity is not Identity.VERIFIED or resolution.work is None:
        return
    if finding.field == "locator":
        parts = [
            (part.field, part.printed, part.registered)
            for part in compare(resolution.reference, resolution.work).locator.parts
            if part.differs
        ]
    elif finding.field in ("year", "volume", "issue", "pages", "title"):
        parts = [(finding.field, finding.printed, finding.registered)]
    else:
        return
    for field, printed, registered in parts:
        if not printed or not registered:
            continue
        new = place.escape(corrected(printed, registered) if field == "title" else registered)
        hit = place.once(_printed_pattern(place.escape(printed)))
        if hit is None or _in_identifier(place.lines[hit[0] - 1], hit[1].start()):
            continue
        line, match = hit
        if field == "pages":
            dash = re.search(r"\s?[-–—]+\s?", match[0])
            new = re.sub(r"\s?[-–—]+\s?", dash[0] if dash else "-", new)
        if match[0] != new:
            why = f"{field}: {printed} is registered as {registered}"
            yield place.edit(line, match.start(), match.end(), new, field, why, certain=False)


def _printed_pattern(printed: str) -> str:
    """What finds a printed value in the file: any dash for "--", any blank for a blank, whole words only."""
    pattern = re.escape(printed).replace(r"\-\-", "-{1,2}").replace(r"\ ", r"\s+")
    pattern = re.sub(r"(?:-\{1,2\}|\\-|–|—)", "[-–—]{1,2}", pattern)
    return rf"(?<!\w){pattern}(?!\w)"


def _in_identifier(line: str, position: int) -> bool:
    return any(found.start <= position < found.end for found in find_identifiers(line))


def _lines(text: str) -> list[str]:
    """Lines with their ends, as the reader counts them: a line ends at LF only."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _apply(text: str, chosen: Sequence[Edit]) -> str:
    lines = _lines(text)
    for edit in reversed(chosen):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.new + line[edit.end :]
    return "".join(lines)
