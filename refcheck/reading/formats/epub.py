"""EPUB: the pages of the spine, in order, as one document."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from refcheck.errors import UnreadableArticle
from refcheck.language.dates import find_day
from refcheck.reading.document import Block, Document, clean, shifted
from refcheck.reading.encoding import decode
from refcheck.reading.formats.archive import Archive, local
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.html import read_html


def read_epub(data: bytes, path: str) -> Document:
    """An EPUB -> Document; lines are counted across its pages. Raises UnreadableArticle if it is damaged."""
    archive = Archive(data, path)
    container = archive.xml("META-INF/container.xml")
    roots = (
        [e.get("full-path") for e in container.iter() if local(e.tag) == "rootfile"] if container is not None else []
    )
    package = archive.xml(roots[0]) if roots and roots[0] else None
    if package is None:
        raise UnreadableArticle(f"{path}: damaged file (no package document)")
    base = posixpath.dirname(roots[0])
    items = {e.get("id"): e for e in package.iter() if local(e.tag) == "item"}
    facts: dict[str, list[str]] = {}
    for element in package.iter():
        if local(element.tag) in ("title", "language", "date") and element.text:
            facts.setdefault(local(element.tag), []).append(clean(element.text))
        elif local(element.tag) == "meta" and element.get("property") == "dcterms:modified" and element.text:
            facts.setdefault("modified", []).append(element.text)
    blocks: list[Block] = []
    offset = 0
    seen: set[str] = set()  # a spine may name one page thousands of times
    for reference in package.iter():
        item = items.get(reference.get("idref")) if local(reference.tag) == "itemref" else None
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(base, unquote(item.get("href") or "")))
        page = b"" if name in seen else archive.read(name)
        seen.add(name)
        if not page:
            continue
        text = decode(page, path)
        blocks.extend(shifted(read_html(text).blocks, offset))
        offset += text.count("\n") + 1
    dates = [found for name in ("modified", "date") for value in facts.get(name, ()) if (found := find_day(value))]
    return Document(
        "epub",
        tuple(blocks),
        (facts.get("title") or [""])[0],
        dates[0] if dates else None,
        (facts.get("language") or [""])[0],
    )


FORMAT = Format("epub", (".epub",), unpack=read_epub)
