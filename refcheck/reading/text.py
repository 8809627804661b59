"""Plain text -> blocks: paragraphs between blank lines, bullets and numbers as items, underlined or lone headings."""

from __future__ import annotations

import re

from refcheck.reading.document import Block, Document, Kind, Line, clean
from refcheck.reading.headings import heading_grade

_RULE = re.compile(r"^\s*([-=_*~#·•.]\s?){3,}$")
_HASHES = re.compile(r"^(#{1,6}|={2,6})\s+(\S.{0,120}?)\s*[#=]*$")


def read_text(text: str) -> Document:
    """Text -> Document; nothing is declared in plain text, so only blocks."""
    blocks: list[Block] = []
    rows: list[Line] = []

    def end_paragraph() -> None:
        if rows:
            blocks.append(Block(Kind.PARAGRAPH, tuple(rows)))
            rows.clear()

    for number, row in enumerate(text.split("\n"), 1):
        expanded = row.replace("\f", "").expandtabs(4).replace("\xa0", " ")
        stripped = clean(expanded)
        if not stripped:
            end_paragraph()
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
        line = Line(number, stripped, indent=len(expanded) - len(expanded.lstrip()))
        if heading_grade(stripped):
            end_paragraph()
            blocks.append(Block(Kind.HEADING, (line,), level=2))
            continue
        rows.append(line)
    end_paragraph()
    return Document("text", tuple(blocks))
