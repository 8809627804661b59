"""Markdown files with their children: knitr's ``{r child="part.Rmd"}``, Quarto's ``{{< include part.qmd >}}``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from refcheck import patterns as re
from refcheck.reading.document import Document, renumbered
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.markdown import read_markdown
from refcheck.reading.front import front_matter
from refcheck.reading.project import inside, small_text

_CHUNK = re.compile(r"[ \t]{0,9}(```+)\s{0,9}\{r\b[^}\n]{0,300}?\bchild\s{0,9}=\s{0,9}([^}\n]{1,1000})\}")
_INCLUDE = re.compile(r"[ \t]{0,9}\{\{<\s{1,9}include\s{1,9}(\S{1,300}?)\s{1,9}>\}\}[ \t]{0,9}$")
_QUOTED = re.compile(r"[\"']([^\"'\n]{1,300}\.(?:[Rr]?md|qmd))[\"']")
_MARKDOWN = (".md", ".rmd", ".qmd")
_MOST = 200  # files of one article


def read_with_children(text: str, path: str = "") -> Document:
    """Markdown -> Document. path: the text's file; what its children say stands on the line that names them."""
    file = Path(path) if path else None
    if file is None or not ("child" in text or "include" in text) or not file.is_file():
        return read_markdown(text)
    rows = list(_rows(text, file.resolve(), {file.resolve()}))
    read = read_markdown("\n".join(row for _, row in rows))
    return renumbered(read, [number for number, _ in rows])


def _rows(text: str, file: Path, seen: set[Path]) -> Iterator[tuple[int, str]]:
    """The rows of a text and of its children, each with its line in the text. seen: the files that were read so far."""
    fence = ""
    for number, row in enumerate(text.split("\n"), 1):
        if fence:  # the rest of a chunk that a child replaces
            fence = "" if row.strip() == fence else fence
            yield number, ""
            continue
        chunk, include = _CHUNK.match(row), _INCLUDE.match(row)
        names = _QUOTED.findall(chunk[2]) if chunk else [include[1]] if include else []
        children = [(child, inner) for name in names if (inner := _text_of(child := file.parent / name, file, seen))]
        if not children:
            yield number, row
        for child, inner in children:
            yield from ((number, one) for _, one in _rows(inner, child.resolve(), seen))
            yield number, ""
        fence = chunk[1] if chunk and children else ""


def _text_of(child: Path, file: Path, seen: set[Path]) -> str:
    """A child's text without its front matter; "" for a file that is read already, or no part of the article."""
    found = child.resolve()
    fits = found.suffix.lower() in _MARKDOWN and found not in seen and len(seen) < _MOST
    if not fits or not inside(found, file.parent):
        return ""
    seen.add(found)
    return front_matter(small_text(found))[1]


FORMAT = Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd"), read=read_with_children)
