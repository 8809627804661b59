"""HTML -> blocks: real pages with navigation, sidebars, comments and scripts around the article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from refcheck import patterns as re
from refcheck.language.words import alternatives, every
from refcheck.reading.bibtex.entries import bib_entries, bibtex_sources, inline_bibtex
from refcheck.reading.citekeys import cited_keys, cites_keys
from refcheck.reading.document import Block, Cited, Document, Kind, Writer
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.html_head import ASIDE, stated
from refcheck.reading.front import front_date, front_language, front_matter

_SKIP = {
    "script", "style", "template", "noscript", "svg", "select", "iframe", "textarea", "math", "object", "canvas",
    "audio", "video",
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "blockquote", "figure",
    "figcaption", "table", "tbody", "thead",
    "ul", "ol", "dl", "pre", "address", "details", "summary", "form", "fieldset", "center", "body", "td", "th",
    "caption", "menu", "button",
}  # fmt: skip
_SLANTED = {"i", "em", "cite"}
_LABELLING = {"span", "b", "strong"}
_CODE = {"code", "kbd", "samp", "tt"}
_CSL_PART = re.compile(r"csl-(?:left-margin|right-inline)")  # label and text of one entry, each a <div>
_ASIDE_TAGS = {"nav", "aside", "footer"}
_OTHERS = re.compile(r"related|recommend|comment|respond|share|sharing|social|newsletter|promo|advert|cookie", re.I)
_LISTS = re.compile(rf"csl-|{alternatives(every('headings', 'class_names'))}", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?:^|\s)(?:mw-editsection|mw-cite-backlink|footnote-backref|footnote-back|reversefootnote|mw-jump-link|screen-reader-text|sr-only|headerlink|anchor)(?=$|\s)"
)
_NOTE_ID = re.compile(r"^(?:fn|footnote|endnote|note|cite_note|_ftn|_edn|ftn|edn|sdfootnote|sdendnote)[-:_.]?\w", re.I)
_NOTE_CLASS = re.compile(r"(?:^|\s)(?:footnote|endnote)(?=\s|$)")
_LABEL_LINKS = re.compile(
    r"scholar\.google|/scholar_lookup|openurl|linkinghub|pubmed|ncbi\.nlm|scopus\.com|webofscience|mathscinet|crossref\.org",
    re.I,
)
_TAGS = re.compile(r"<[^<>]{0,300}>")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_html(text: str, format: str = "html") -> Document:
    """A page or a fragment -> Document. Custom entities are not expanded, and nothing is fetched."""
    from lxml import etree

    facts, text = front_matter(text) if text.startswith(("---", "+++")) else ({}, text)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None:
        return Document(format)
    walker = _Walker(_programs(root))
    walker.walk(root)
    title, date, language = stated(root)
    return Document(
        format,
        tuple(walker.blocks),
        _TAGS.sub("", str(facts.get("title") or "")) or title or walker.title,
        front_date(facts) or date,
        front_language(facts) or language,
        cited=tuple(Cited(*found) for found in cited_keys(text)) if cites_keys(text) else (),
        library=tuple(bib_entries(inline_bibtex(text))),
        sources=bibtex_sources(text),
    )


def _programs(root: Any) -> bool:
    """Whether <pre> shows programs and their output; a page that is entirely in <pre> is plain text."""
    typed = sum(len("".join(pre.itertext())) for pre in root.iter("pre"))
    return typed * 2 < len("".join(root.itertext())) if typed else True


class _Walker:
    """Walks a tree once, without recursion, collecting blocks."""

    def __init__(self, programs: bool) -> None:
        self.blocks: list[Block] = []
        self._programs = programs  # <pre> is code
        self._opened: dict[Any, int] = {}  # open elements with a name -> blocks before them
        self._names: list[str] = []  # of the places before the text that comes next
        self._inline = 0  # depth of code within a line
        self._quotations: list[int] = []  # blocks before each quotation that is open
        self._ruled = False  # an <hr> stands before what comes next
        self.title = ""
        self._line = 1
        self._writer: Writer | None = None
        self._items: list[Any] = []  # open li, row and dt elements
        self._lists: list[int] = []  # ids of the open lists
        self._made = 0
        self._asides = 0
        self._others = 0
        self._listed = 0
        self._noted = 0
        self._heading = 0
        self._raised = 0
        self._code = 0
        self._exempt: list[int] = []
        self._around: list[tuple[Writer | None, str]] = []  # what is written around each note within a line, its id

    def walk(self, root: Any) -> None:
        """Fill ``blocks`` from the tree."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                self._line += (element.text or "").count("\n")
                self._text(element.tail)
                continue
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if (element.sourceline or 0) > self._line and element.sourceline < 65535:
                    self._line = element.sourceline
                if tag in _SKIP or tag == "head" or _UNSEEN.search(element.get("class") or ""):
                    self._line += "".join(element.itertext()).count("\n")
                    walk.skip_subtree()
                    continue
                self._open(tag, element)
                self._text(element.text)
            else:
                if not (tag in _SKIP or tag == "head" or _UNSEEN.search(element.get("class") or "")):
                    self._close(tag, element)
                self._text(element.tail)
        self._flush()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        for index, piece in enumerate(text.split("\n")):
            if index:
                self._line += 1
                if self._writer:
                    self._writer.newline(False)
            if piece.strip() and self._writer is None:
                self._writer = Writer(self._line)
            if self._writer and piece:
                if self._names and piece.strip():
                    for name in self._names[-20:]:
                        self._writer.anchor(name)
                    self._names = []
                shown = piece.translate(_SUPERSCRIPT) if self._raised else piece
                self._writer.write(shown, self._line, code=self._inline > 0 and not self._code)

    def _open(self, tag: str, element: Any) -> None:
        if element.get("id") or (tag == "a" and element.get("name")):
            self._opened[element] = len(self.blocks)
        if tag == "br":
            if self._writer and self._writer.broken and not self._items:
                self._flush()  # two <br> in a row are a blank line
            elif self._writer:
                self._writer.newline(True)
            return
        if _is_note(tag, element):
            self._around.append((self._writer, element.get("id") or ""))
            self._writer = None
            self._noted += 1
        elif tag in _SLANTED:
            self._writer = self._writer or Writer(self._line)
            self._writer.slant()
        elif tag == "sup":
            self._raised += 1
        elif self._holds_code(tag, element):
            self._flush()
            self._code += 1
        elif tag in _CODE:
            self._inline += 1
        elif tag in _HEADINGS:
            self._flush()
            self._heading = _HEADINGS[tag]
        elif tag in ("li", "tr", "dt"):
            self._flush()
            if tag != "tr" or not _lays_out(element):
                self._items.append(element)
        elif tag == "dd" or _CSL_PART.search(element.get("class") or ""):
            if self._writer:
                self._writer.write(" ", self._line)
        elif tag == "hr":
            self._flush()
            self._ruled = True
        elif tag in _BLOCKS:
            inside = bool(self._items) and tag not in ("ul", "ol", "dl", "table", "menu")
            if inside and self._writer:
                if tag in ("td", "th"):
                    self._writer.write(" ", self._line)
                else:
                    self._writer.newline(True)
            elif not inside:
                self._flush()
        if tag in ("ul", "ol", "dl", "table", "menu"):
            self._made += 1
            self._lists.append(self._made)
        if tag == "blockquote":
            self._quotations.append(len(self.blocks))
        if tag not in ("html", "body", "main", "article"):
            self._mark(tag, element, 1)

    def _close(self, tag: str, element: Any) -> None:
        if _is_note(tag, element):
            self._flush()
            self._writer, _ = self._around.pop()
            self._noted -= 1
        elif tag in _SLANTED and self._writer:
            self._writer.upright()
        elif tag == "sup":
            self._raised -= 1
        elif self._holds_code(tag, element):
            self._flush()
            self._code -= 1
        elif tag in _CODE:
            self._inline -= 1
        elif tag == "a" and self._writer:
            href = (element.get("href") or "").strip()
            if href.startswith(("http://", "https://")) and not _LABEL_LINKS.search(href):
                self._writer.link(href, "".join(element.itertext()))
            elif href.startswith("#"):
                self._writer.point(unquote(href[1:]), self._line, "".join(element.itertext()))
        elif tag in _HEADINGS:
            self._flush()
            self._heading = 0
        elif tag in ("li", "tr"):
            self._flush()
            if self._items and self._items[-1] is element:
                self._items.pop()
        elif tag in _LABELLING and self._writer and self._writer.numbered:
            self._writer.write(" ", self._line)  # <span>1</span><span>Watson
        elif tag == "dd":
            self._flush()
            if self._items and self._items[-1].tag == "dt":
                self._items.pop()
        elif tag in _BLOCKS and not _CSL_PART.search(element.get("class") or ""):
            if self._items and tag not in ("ul", "ol", "dl", "table", "menu"):
                if self._writer and tag not in ("td", "th"):
                    self._writer.newline(True)
            else:
                self._flush()
        if tag in ("ul", "ol", "dl", "table", "menu") and self._lists:
            self._lists.pop()
            if tag == "dl" and self._items and self._items[-1].tag == "dt":
                self._items.pop()
        if tag == "blockquote" and self._quotations:
            first = self._quotations.pop()
            self.blocks[first:] = (replace(block, quoted=True) for block in self.blocks[first:])
        if tag not in ("html", "body", "main", "article"):
            self._mark(tag, element, -1)
        if element in self._opened:
            self._name(element, self._opened.pop(element))

    def _holds_code(self, tag: str, element: Any) -> bool:
        """Whether the element is code: <pre>, or if <pre> is the page's plain text, the <code> in it."""
        if self._programs:
            return tag == "pre"
        return tag == "code" and element.getparent() is not None and element.getparent().tag == "pre"

    def _name(self, element: Any, before: int) -> None:
        """Give an element's name to its block, or the block it is in; an element around several blocks names none."""
        names = [name for name in (element.get("id"), element.get("name")) if name]
        made = len(self.blocks) - before
        if made == 1:
            anchors = (*self.blocks[before].anchors, *names)
            self.blocks[before] = replace(self.blocks[before], anchors=anchors)
        elif made == 0 and self._writer:
            for name in names:
                self._writer.anchor(name)
        elif made == 0:
            self._names += names

    def _mark(self, tag: str, element: Any, step: int) -> None:
        """Keep track of regions outside the article, and of those marked as its bibliography."""
        name, role = f"{element.get('class') or ''} {element.get('id') or ''}", element.get("role") or ""
        if not name.strip() and not role and tag not in _ASIDE_TAGS:
            return
        lists = bool(_LISTS.search(name)) or role in ("doc-bibliography", "doc-endnotes")
        if (
            tag in _ASIDE_TAGS or ASIDE.search(name) or role in ("navigation", "contentinfo", "banner", "complementary")
        ) and not lists:
            self._asides += step
            self._others += step if _OTHERS.search(name) else 0
        if role == "doc-bibliography" or "csl-entry" in name:
            self._listed += step
        if lists:
            self._exempt.append(1) if step > 0 else self._exempt.pop()
        noted = (tag == "li" and _NOTE_ID.match(element.get("id") or "")) or (tag == "div" and _NOTE_CLASS.search(name))
        if noted or role in ("doc-footnote", "doc-endnote"):
            self._noted += step

    def _flush(self) -> None:
        writer, self._writer = self._writer, None
        if writer is None:
            return
        kind, level = (Kind.CODE if self._code else Kind.PARAGRAPH), 0
        group = 0
        if self._heading:
            kind, level = Kind.HEADING, self._heading
        elif self._code:
            pass
        elif self._noted:
            kind = Kind.NOTE
        elif self._items and not _heads(self._items[-1]):
            kind, level = Kind.ITEM, max(1, len(self._lists))
            group = self._lists[-1] if self._lists else 0
        key = ""
        if kind is Kind.NOTE:
            ids = [self._around[-1][1]] if self._around else [item.get("id") for item in self._items[-1:]]
            key = next(filter(None, ids), "")
        block = writer.block(
            kind,
            level=level,
            group=group,
            key=key,
            aside=0 if self._exempt else (2 if self._others else min(self._asides, 1)),
            listed=self._listed > 0 and kind is not Kind.HEADING,
        )
        if block:
            block, self._ruled = replace(block, ruled=self._ruled), False
            if kind is Kind.HEADING and level == 1 and not self.title and not block.aside:
                self.title = block.text
            self.blocks.append(block)


def _is_note(tag: str, element: Any) -> bool:
    """Whether the element is a note within its line, as pages that are printed have it, not the mark of one."""
    return tag == "span" and bool(_NOTE_CLASS.search(element.get("class") or "")) and len(element.xpath("string()")) > 9


def _lays_out(row: Any) -> bool:
    """Whether a table row only lays out the page: its cells contain paragraphs or lists."""
    return next(row.iter("p", "ul", "ol", "h1", "h2", "h3", "h4", "table", "div"), None) is not None


def _heads(row: Any) -> bool:
    """Whether a table row has column headings."""
    return row.tag == "tr" and row.find("th") is not None and row.find("td") is None


FORMAT = Format(
    "html",
    (".html", ".htm", ".xhtml", ".jsx", ".tsx", ".vue", ".svelte", ".astro"),
    read=lambda text, _: read_html(text),
)
