"""Choosing a file's reader: by its suffix, or if that tells nothing by its first lines."""

from __future__ import annotations

from pathlib import Path

from refcheck import patterns as re
from refcheck.reading.document import Document
from refcheck.reading.encoding import decode, normalise
from refcheck.reading.formats.archive import root_at
from refcheck.reading.formats.base import by_suffix, registry
from refcheck.reading.formats.managers import is_csl
from refcheck.reading.formats.wikitext import is_dokuwiki, is_mediawiki

_MARKDOWN = re.compile(
    r"^(?:---\n[\w-]+:|\+\+\+\n|#{1,6} \S)|^\s{0,3}(?:[*+-]|\d{1,2}\.) .*\n|\*\*\S[^*\n]{0,200}\*\*|\]\(https?://"
    r"|^\[\^[^\]\n]+\]:|(?<!\w)[*_]\w[^*_\n]{2,80}\w[*_](?!\w)",
    re.M,
)


_JATS_ROOT = re.compile(  # an article, several of them, or a part of one
    r"<(?:\w{1,20}:)?(?:article|back|body|ref-list|ref|fn-group|sub-article|pmc-articleset|records?|OAI-PMH)[\s>]"
)
_JATS_PART = re.compile(
    r"<(?:\w{1,20}:)?(?:ref-list|article-meta|journal-meta|fn-group|mixed-citation|element-citation|nlm-citation)[\s/>]"
)
_TEI_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]")
_HTML_BLOCK = re.compile(r"<(?:p|li|h[1-6]|div|body|table)[\s>]", re.IGNORECASE)


def document(data: bytes, path: Path | None, text: str | None = None) -> Document:
    """The bytes of a file, or a given text, as a Document. Raises UnreadableArticle if they cannot be read."""
    shown = str(path) if path else "<text>"
    if text is None:
        packed = registry().get(_packed(data, path))
        if packed and packed.unpack:
            return packed.unpack(data, shown)
        text = decode(data, shown)
    else:
        text = normalise(text)
    format = registry()[guess(text, path)]
    assert format.read is not None  # ``guess`` returns only formats that are read as text
    return format.read(text, shown)


def _packed(data: bytes, path: Path | None) -> str:
    """The format of a file that is not text, by its first bytes or its name: docx, odt, epub, pdf; "" for text."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        head = data[:4000]
        if b"application/epub+zip" in head:
            return "epub"
        if b"application/vnd.oasis.opendocument.text" in head:
            return "odt"
        if b"word/" in data:
            return "docx"
    named = by_suffix().get(path.suffix.lower()) if path else None
    return named.name if named and named.unpack else ""


def guess(text: str, path: Path | None = None) -> str:
    """The format of a text, by the suffix of its path or by its look."""
    suffix = by_suffix().get(path.suffix.lower()) if path else None
    named = suffix.name if suffix and suffix.read else ""
    head = text[:4000].lstrip()
    if named in ("", "html", "text", "jats"):
        root = root_at(text) if head.startswith("<") else 0
        if _JATS_ROOT.match(text, root) and _JATS_PART.search(text):
            return "jats"
        if _TEI_ROOT.match(text, root):
            return "tei"
        if named in ("", "text") and (is_dokuwiki(text) or is_mediawiki(text)):
            return "wiki"
        if named == "jats" and (not head.startswith("<") or _HTML_BLOCK.search(text)):
            named = "html"  # of any other XML nothing is known that would tell a reference from a record
    if named:
        return named
    if re.match(
        r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|section|main)\b",
        head,
        re.S | re.I,
    ):
        return "html"
    if re.search(r"^[ \t]*\\(?:documentclass|begin\{|section|bibitem|chapter)", text[:200_000], re.M):
        return "latex"
    if re.match(r"(?:%.*\n\s*)*@\s*[A-Za-z]+\s*[{(]", head):
        return "bibtex"
    if head.startswith("{") and '"cells"' in text[:100_000] and '"nbformat"' in text:
        return "ipynb"
    if re.match(r"TY {1,2}- |PMID- |%0 ", head):
        return "ris"
    if is_csl(head if len(text) < 4000 else text.lstrip()):
        return "csl"
    if re.search(r"<(?:li|p|h[1-6])[\s>].{0,2000}?</(?:li|p|h[1-6])>", text[:200_000], re.S) and not re.search(
        r"^#{1,6} ", text, re.M
    ):
        return "html"
    if re.search(r"^\.\. (?:_[^:\n]+:|\[[^\]\n]+\]|[\w-]+::)", text, re.M):
        return "rst"
    return "markdown" if len(_MARKDOWN.findall(text[:200_000])) > 1 else "text"
