"""PDF: the text layer as it is laid out, without running heads and page numbers. Needs the extra ``pdf`` (pypdf)."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from refcheck.errors import UnreadableArticle
from refcheck.reading.document import Document, clean
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.text import read_text

MAX_PAGES = 2_000


def read_pdf(data: bytes, path: str) -> Document:
    """A PDF -> Document; lines are those of its text. RefcheckError: no pypdf, no text layer, locked or damaged."""
    try:
        import pypdf
    except ImportError:
        raise UnreadableArticle(
            f"{path}: reading PDF needs one more package: pip install 'refcheck-editorial[pdf]'"
        ) from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its remarks on damage are no message to an editor
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [_laid_out(page) for page in reader.pages[:MAX_PAGES]]
        title = str((reader.metadata.title if reader.metadata else "") or "")
        language = str(reader.root_object.get("/Lang", ""))
    except Exception as error:  # pypdf raises many kinds for damaged and for encrypted files
        raise UnreadableArticle(f"{path}: cannot be read as PDF ({clean(str(error))[:100]})") from None
    if not any(page.strip() for page in pages):
        raise UnreadableArticle(f"{path}: has no text layer (a scan?); run OCR over it first")
    text = _composed("\n\f".join(_without_running_heads(pages)))
    return replace(
        read_text(text), format="pdf", title=title if len(title) > 8 and " " in title else "", language=language
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page and where it begins: points from the left and from the foot of the page."""

    text: str
    left: float
    foot: float


_COLUMN = 60  # points: what begins further to the right or the left stands in another column, or in the middle of it
_BLANK = 4  # points: the width of a blank
_GAP = 1.25  # lines: a step down that is larger has a blank line in it
_RAISED = 6  # points: a smaller step is that of an index or a power


def _laid_out(page: Any) -> str:
    """The text of a page with its indents as blanks and its gaps as blank lines, as in a text file.

    Both divide references that print no number: a hanging indent, or a space between them.
    """
    rows = _rows(page)
    steps = sorted(a.foot - b.foot for a, b in pairwise(rows) if _below(a, b) and a.foot - b.foot > _RAISED)
    gap = _GAP * steps[len(steps) // 4] if steps else 0.0  # in a list most steps may be gaps
    out: list[str] = []
    column: list[_Row] = []

    def end_column() -> None:
        margin = min((row.left for row in column), default=0.0)
        for above, row in zip([None, *column], column, strict=False):
            if above and above.foot - row.foot > gap:
                out.append("")
            out.append(" " * round((row.left - margin) / _BLANK) + row.text)
        column.clear()

    for row in rows:
        if column and not (_below(column[-1], row) and abs(row.left - min(x.left for x in column)) < _COLUMN):
            end_column()
        column.append(row)
    end_column()
    return "\n".join(out)


def _below(above: _Row, row: _Row) -> bool:
    """The next line of the same column."""
    return above.foot > row.foot and abs(above.left - row.left) < _COLUMN


def _rows(page: Any) -> list[_Row]:
    rows: list[_Row] = []
    parts: list[str] = []
    start: tuple[float, float] | None = None

    def end_row() -> None:
        nonlocal start
        if text := "".join(parts).strip():
            rows.append(_Row(text, *(start or (0.0, 0.0))))
        parts.clear()
        start = None

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        nonlocal start
        for index, piece in enumerate(text.split("\n")):
            if index:
                end_row()
            if start is None and piece.strip():
                start = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            parts.append(piece)

    page.extract_text(visitor_text=visit)
    end_row()
    return rows


_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SPACING = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "¸": "\u0327"}
_ACCENTED = re.compile(r"([´`¨ˆ˜ˇ])\s?([A-Za-zı])|([a-zA-Z])\s?(¸)")


def _composed(text: str) -> str:
    """Ligatures as letters, and accents that TeX's old fonts print beside their letter put on it."""
    text = _ACCENTED.sub(
        lambda m: unicodedata.normalize("NFC", (m[2] or m[3]).replace("ı", "i") + _SPACING[m[1] or m[4]]), text
    )
    return text.translate(_LIGATURES)


def _without_running_heads(pages: list[str]) -> list[str]:
    """Pages without the first and last lines that come back, page numbers aside, on many pages."""
    rows = [page.split("\n") for page in pages]
    edges = [_edge(page) for page in rows]
    keys = Counter(key for page, edge in zip(rows, edges, strict=True) for key in {_key(page[i]) for i in edge})
    often = {key for key, count in keys.items() if count >= max(3, len(pages) * 0.3)}
    return [
        "\n".join(
            row
            for i, row in enumerate(page)
            if not (i in edge and (_key(row) in often or re.fullmatch(r"\s*[-–]?\s?\d{1,4}\s?[-–]?\s*", row)))
        )
        for page, edge in zip(rows, edges, strict=True)
    ]


def _edge(page: list[str]) -> set[int]:
    """The places of the first and the last three lines of a page that print anything."""
    printed = [i for i, row in enumerate(page) if row.strip()]
    return {*printed[:3], *printed[-3:]}


def _key(row: str) -> str:
    return re.sub(r"\d+", "#", clean(row))


FORMAT = Format("pdf", (".pdf",), unpack=read_pdf)
