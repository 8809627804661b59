"""Jupyter notebooks: the Markdown cells as one Markdown text."""

from __future__ import annotations

from dataclasses import replace

from refcheck.errors import UnreadableArticle
from refcheck.foreign import parse_json
from refcheck.reading.document import Document
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.markdown import read_markdown


def read_ipynb(text: str, path: str) -> Document:
    """A notebook -> Document; lines are those of its Markdown and raw cells, one blank line between two cells.

    Raises UnreadableArticle if the file is not JSON or has no cells.
    """
    try:
        notebook = parse_json(text)
    except ValueError as error:
        raise UnreadableArticle(f"{path}: is not a notebook ({error})") from None
    cells = _cells(notebook)
    if cells is None:
        raise UnreadableArticle(f"{path}: is not a notebook (it has no list of cells)")
    source = "\n\n".join(filter(None, map(_text, cells)))
    return replace(read_markdown(source), format="ipynb", source=source)


def _cells(notebook: object) -> list[object] | None:
    """The cells; those of the fourth format, or those of all worksheets of the third (of 2014)."""
    if not isinstance(notebook, dict):
        return None
    sheets = notebook.get("worksheets")
    parts = [notebook, *(sheets if isinstance(sheets, list) else ())]
    lists = [part["cells"] for part in parts if isinstance(part, dict) and isinstance(part.get("cells"), list)]
    return [cell for cells in lists for cell in cells] if lists else None


def _text(cell: object) -> str:
    """The text of a Markdown or raw cell; "" for any other, and for malformed ones."""
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("markdown", "raw"):
        return ""
    source = cell.get("source")
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))


FORMAT = Format("ipynb", (".ipynb",), read=read_ipynb)
