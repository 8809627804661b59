"""Plain text -> blocks: paragraphs between blank lines, bullets and numbers as items, underlined or lone headings."""

from __future__ import annotations

import re

from refcheck.reading.document import Block, Document, Kind, Line, clean
from refcheck.reading.headings import STRONG, ends_list, heading_grade
from refcheck.reading.ignores import is_ignore

_RULE = re.compile(r"^\s*([-=_*~#·•.]\s?){3,}$")
_PAGE_NUMBER = re.compile(r"\d{1,3}$|[-–—]\s?\d{1,4}\s?[-–—]$")
_QUOTED = re.compile(r"""([\"'`])(.{25,4000})\1,?$""")
_MAILED = re.compile(r"^\s{0,3}(?:>\s?){1,10}")
_HASHES = re.compile(r"^(#{1,6}|={2,6})\s+(\S.{0,120}?)\s*[#=]*$")


def read_text(text: str) -> Document:
    """Text -> Document; nothing is declared in plain text, so only blocks."""
    blocks: list[Block] = []
    rows: list[Line] = []
    group = 0

    def end_paragraph() -> None:
        if rows:
            blocks.append(Block(Kind.PARAGRAPH, tuple(rows)))
            rows.clear()

    for number, row in enumerate(text.split("\n"), 1):
        row = _MAILED.sub("", row)
        expanded = row.replace("\f", "").expandtabs(4).replace("\xa0", " ")
        stripped = clean(expanded)
        if not stripped:
            end_paragraph()
            continue
        if is_ignore(stripped):
            continue
        if _RULE.match(stripped):
            # A line of dashes under a single short line makes it a heading, anywhere else it only ends a paragraph.
            under = len(rows) == 1 and len(rows[0].text) < 100 and stripped[0] in "=-~"
            if under:
                blocks.append(Block(Kind.HEADING, tuple(rows), level=1 if stripped[0] == "=" else 2))
                rows.clear()
            end_paragraph()
            continue
        if match := _HASHES.match(stripped):
            end_paragraph()
            blocks.append(Block(Kind.HEADING, (Line(number, match[2]),), level=len(match[1])))
            continue
        if rows and _PAGE_NUMBER.match(stripped):
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
    """A lone line that names a list or ends one. Inside a paragraph: only behind a finished sentence."""
    if text.endswith((".", ",", ";")) or not (heading_grade(text) or (len(text) < 40 and ends_list(text))):
        return False
    if not rows:
        return True
    return heading_grade(text) == STRONG and not text[0].islower() and rows[-1].text[-1:] in ".!?:)0123456789"
