"""Plain text -> blocks: paragraphs between blank lines, bullets and numbers as items, underlined or lone headings."""

from __future__ import annotations

from dataclasses import replace

from refcheck import patterns as re
from refcheck.reading.document import Block, Document, Kind, Line, clean
from refcheck.reading.ignores import is_ignore
from refcheck.reading.lists.headings import STRONG, ends_list, heading_grade
from refcheck.reading.lists.look import likeness

_RULE = re.compile(r"^\s*([-=_*~#·•.]\s?){3,}$")
_PAGE_NUMBER = re.compile(r"\d{1,3}$|[-–—]\s?\d{1,4}\s?[-–—]$")
_QUOTED = re.compile(r"""([\"'`])(.{25,4000})\1,?$""")
_MAILED = re.compile(r"^\s{0,3}(?:>\s?){1,10}")
_FOOT_RULE = re.compile(r"^\s*_{5,}\s*$")
_FOOTNOTE = re.compile(r"^\s{0,4}\f?\s{0,4}(\d{1,3})\s+([^\W\d_].{12,})$")
_FOOT = 40  # lines; no page has more lines of footnotes
_HASHES = re.compile(r"^(#{1,6}|={2,6})\s+(\S.{0,120}?)\s*[#=]*$")


def read_text(text: str) -> Document:
    """Text -> Document; nothing is declared in plain text, so only blocks."""
    blocks: list[Block] = []
    rows: list[Line] = []
    group = 0
    source = text.split("\n")
    notes = _page_notes(source)

    def end_paragraph() -> None:
        if rows:
            blocks.append(Block(Kind.PARAGRAPH, tuple(rows)))
            rows.clear()

    for number, row in enumerate(source, 1):
        if number in notes:
            marker, row = notes[number]
            if marker:
                end_paragraph()
                blocks.append(Block(Kind.NOTE, (), marker=marker))
            if stripped := clean(row):
                blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, Line(number, stripped)))
            continue
        row = _MAILED.sub("", row)
        expanded = row.replace("\f", "").expandtabs(4).replace("\xa0", " ")
        stripped = clean(expanded)
        if not stripped:
            end_paragraph()
            continue
        if is_ignore(stripped):
            continue
        if _RULE.match(stripped):
            # Dashes under a single short line make it a heading; anywhere else they only end a paragraph.
            under = len(rows) == 1 and len(rows[0].text) < 100 and stripped[0] in "=-~"
            if under:
                blocks.append(Block(Kind.HEADING, tuple(rows), level="=-~".index(stripped[0]) + 1))
                rows.clear()
            elif blocks and not rows and blocks[-1].kind is Kind.HEADING and blocks[-1].end_line == number - 1:
                blocks[-1] = replace(blocks[-1], level="=-~".find(stripped[0]) + 1 or 2)
            end_paragraph()
            continue
        if match := _HASHES.match(stripped):
            end_paragraph()
            blocks.append(Block(Kind.HEADING, (Line(number, match[2]),), level=len(match[1])))
            continue
        if rows and _PAGE_NUMBER.match(stripped) and not rows[-1].text.endswith((",", ":")):  # "Nature, 503," / "238"
            continue
        if match := _QUOTED.match(stripped):  # a list in JSON, YAML or source code
            end_paragraph()
            group = group if blocks and blocks[-1].group and blocks[-1].end_line == number - 1 else number
            text_inside = match[2].replace('\\"', '"').replace("\\'", "'")
            blocks.append(Block(Kind.ITEM, (Line(number, text_inside),), level=1, group=group))
            continue
        line = Line(number, stripped, indent=len(expanded) - len(expanded.lstrip()))
        if _is_heading(stripped, rows):
            end_paragraph()
            blocks.append(Block(Kind.HEADING, (line,), level=2))
            continue
        rows.append(line)
    end_paragraph()
    return Document("text", tuple(blocks))


def _is_heading(text: str, rows: list[Line]) -> bool:
    """Whether a lone line names a list or ends one; inside a paragraph, only after a finished sentence."""
    if text.endswith((".", ",", ";")) or not (heading_grade(text) or (len(text) < 40 and ends_list(text))):
        return False
    if not rows:
        return True
    return heading_grade(text) == STRONG and not text[0].islower() and rows[-1].text[-1:] in ".!?:)0123456789"


def _page_notes(rows: list[str]) -> dict[int, tuple[str, str]]:
    """Footnotes at the foot of pages in a PDF's text: line number -> (marker if a note begins there, its text).

    They begin with the next number, among a page's last lines, and the first on a page is under a rule or looks like a
    reference. They end with the page, or its number.
    """
    found: dict[int, tuple[str, str]] = {}
    due, zone, ruled = 1, False, False
    for index, row in enumerate(rows):
        if "\f" in row:
            zone = ruled = False
        if _FOOT_RULE.match(row):
            ruled = True
            continue
        match = _FOOTNOTE.match(row)
        if match and int(match[1]) == due and (zone or _begins_notes(match[2], rows, index, ruled=ruled)):
            found[index + 1] = (match[1], match[2])
            due, zone = due + 1, True
        elif zone and (not row.strip() or _PAGE_NUMBER.match(row.strip())):
            zone = ruled = False
        elif zone:
            found[index + 1] = ("", row)
    return found if due > 2 else {}


def _begins_notes(text: str, rows: list[str], index: int, *, ruled: bool) -> bool:
    """Whether a numbered line at the foot of a page may be a note with a reference, not a list's first entry."""
    ends = ("\f" in row or _PAGE_NUMBER.match(row.strip()) for row in rows[index + 1 : index + _FOOT])
    if not (ruled or any(ends)) or any(heading_grade(row.strip()) for row in rows[max(0, index - 3) : index]):
        return False
    return likeness(" ".join([text, *rows[index + 1 : index + 3]])) >= 0
