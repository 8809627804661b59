"""Which reader a file goes to: by its suffix, and where that tells nothing by its first lines."""

from __future__ import annotations

import re
from pathlib import Path

from refcheck.reading.document import Document
from refcheck.reading.encoding import decode, normalise

SUFFIXES = {
    ".txt": "text", ".text": "text", ".asc": "text", ".eml": "text",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".mdx": "markdown", ".rmd": "markdown", ".qmd": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".jsx": "html", ".tsx": "html", ".vue": "html", ".svelte": "html", ".astro": "html",
    ".tex": "latex", ".latex": "latex", ".ltx": "latex", ".bbl": "latex",
    ".bib": "bibtex", ".bibtex": "bibtex",
    ".rst": "rst", ".rest": "rst",
    ".ipynb": "ipynb", ".docx": "docx", ".docm": "docx", ".odt": "odt", ".ott": "odt", ".epub": "epub", ".pdf": "pdf",
}  # fmt: skip
_MARKDOWN = re.compile(
    r"^(?:---\n[\w-]+:|\+\+\+\n|#{1,6} \S)|^\s{0,3}(?:[*+-]|\d{1,2}\.) .*\n|\*\*\S[^*\n]{0,200}\*\*|\]\(https?://|^\[\^[^\]\n]+\]:|(?<!\w)[*_]\w[^*_\n]{2,80}\w[*_](?!\w)",
    re.M,
)


def document(data: bytes, path: Path | None, text: str | None = None) -> Document:
    """The bytes of a file, or a text given as such, as a Document. Raises RefcheckError when they cannot be read."""
    shown = str(path) if path else "<text>"
    if text is None:
        text = decode(data, shown)
    else:
        text = normalise(text)
    return read_as(guess(text, path), text)


def guess(text: str, path: Path | None = None) -> str:
    """The format of a text: by the suffix of its path, or by what it looks like."""
    named = SUFFIXES.get(path.suffix.lower(), "") if path else ""
    head = text[:4000].lstrip()
    if named in ("", "html", "text") or (path and path.suffix.lower() in (".xml", ".nxml")):
        if (
            re.match(
                r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+article|<!--.{0,500}?-->\s*|<article\s[^>]*(?:dtd-version|article-type))",
                head,
                re.S | re.I,
            )
            and ("<front" in text[:20_000] or "<ref-list" in text or "<body" in text[:20_000])
            and "<html" not in head.lower()
        ):
            return "jats"
    if named:
        return named
    if re.match(
        r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|section|main)\b",
        head,
        re.S | re.I,
    ):
        return "html"
    if re.search(r"^\s*\\(?:documentclass|begin\{|section|bibitem|chapter)", text[:200_000], re.M):
        return "latex"
    if re.match(r"(?:%.*\n\s*)*@\s*[A-Za-z]+\s*[{(]", head):
        return "bibtex"
    if head.startswith("{") and '"cells"' in text[:100_000] and '"nbformat"' in text:
        return "ipynb"
    if re.search(r"<(?:li|p|h[1-6])[\s>].{0,2000}?</(?:li|p|h[1-6])>", text[:200_000], re.S) and not re.search(
        r"^#{1,6} ", text, re.M
    ):
        return "html"
    if re.search(r"^\.\. (?:_[^:\n]+:|\[[^\]\n]+\]|[\w-]+::)", text, re.M):
        return "rst"
    return "markdown" if len(_MARKDOWN.findall(text[:200_000])) > 1 else "text"


def read_as(format: str, text: str) -> Document:
    """A text read as one format."""
    if format == "markdown":
        from refcheck.reading.markdown import read_markdown

        return read_markdown(text)
    if format == "html":
        from refcheck.reading.html import read_html

        return read_html(text)
    if format == "bibtex":
        from refcheck.reading.bib import read_bib

        return read_bib(text)
    from refcheck.reading.text import read_text

    return read_text(text)
