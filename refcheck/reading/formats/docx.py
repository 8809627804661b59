"""DOCX -> blocks: styles, numbering, notes, and the fields of Zotero, Mendeley and Word's own bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from refcheck import patterns as re
from refcheck.errors import UnreadableArticle
from refcheck.foreign import number
from refcheck.language.dates import find_day
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Document, Kind, Writer, clean
from refcheck.reading.formats.archive import Archive, local
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.managers import csl_items, unique

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KNOWN = re.compile(
    rf"(?:{alternatives(every('headings', 'style'))}) ?\d$|title$|bibliography|toc |table of figures$"
    r"|(?:contents|index|(?:figure|illustration|object|table|user) index) (?:\d|heading)"
)
"""Styles that say what a paragraph is; the last ones are tables of contents, of figures, and indexes."""
_GALLERY = "Table of Contents"  # of a content control
_LONG_HEADING = 200  # characters; a longer paragraph only looks like a heading
_HEADING = re.compile(rf"(?:{alternatives(every('headings', 'style'))}) ?(\d)")
_LISTS = re.compile(r"ZOTERO_BIBL|CSL_BIBLIOGRAPHY|EN\.REFLIST|^\s*BIBLIOGRAPHY\b|ADDIN\s+Mendeley Bibliography")


def read_docx(data: bytes, path: str) -> Document:
    """A DOCX -> Document; line k is its k-th line of text. Raises UnreadableArticle if it is damaged."""
    archive = Archive(data, path)
    root = archive.xml("word/document.xml")
    if root is None:
        raise UnreadableArticle(f"{path}: damaged file (no word/document.xml)")
    reader = _Reader(_styles(archive), _links(archive, "document"))
    for paragraph in root.iter(f"{_W}p"):
        reader.paragraph(paragraph)
    for tag in ("footnote", "endnote"):
        notes = archive.xml(f"word/{tag}s.xml")
        reader.links = _links(archive, f"{tag}s")
        for note in notes.iter(f"{_W}{tag}") if notes is not None else ():
            if note.get(f"{_W}type") in (None, "normal"):
                reader.note(note, _label(note, tag))
    core = archive.xml("docProps/core.xml")
    facts = {local(e.tag): clean(e.text or "") for e in core.iter()} if core is not None else {}
    when = find_day(facts.get("modified", "")) or find_day(facts.get("created", ""))
    items = [*reader.items, *_word_sources(archive)]
    return Document(
        "docx",
        tuple(reader.blocks),
        facts.get("title", ""),
        when,
        facts.get("language", ""),
        items=tuple(unique(items)),
    )


def _styles(archive: Archive) -> Mapping[str, tuple[str, bool]]:
    """Style id -> (name in English, whether it numbers its paragraphs).

    A style that the author made is named after the heading, bibliography or contents that it is based on.
    """
    root = archive.xml("word/styles.xml")
    styles = {style.get(f"{_W}styleId") or "": style for style in root.iter(f"{_W}style")} if root is not None else {}
    out = {}
    for one, style in styles.items():
        numbered = next(style.iter(f"{_W}numPr"), None) is not None
        above = _ancestry(style, styles)
        names = [_attribute(element, "name").lower() for element in above]
        names += [f"heading {depth + 1}" for element in above if (depth := _depth(element)) is not None]
        out[one] = (next((name for name in names if _KNOWN.match(name)), names[0]), numbered)
    return out


def _ancestry(style: Any, styles: Mapping[str, Any]) -> list[Any]:
    """A style and those that it is based on, the nearest first."""
    line = [style]
    while (above := styles.get(_attribute(line[-1], "basedOn"))) is not None and above not in line:
        line.append(above)
    return line


def _attribute(element: Any, tag: str) -> str:
    """The value of an element's child, or "": ``<w:name w:val="heading 1"/>``."""
    child = element.find(f"{_W}{tag}")
    return (child.get(f"{_W}val") or "") if child is not None else ""


def _links(archive: Archive, part: str) -> Mapping[str, str]:
    """Id -> address, for the links of a part of the document."""
    root = archive.xml(f"word/_rels/{part}.xml.rels")
    return {e.get("Id"): e.get("Target") for e in root} if root is not None else {}


def _depth(element: Any) -> int | None:
    """The outline level of a paragraph or a style, from 0; None for body text."""
    level = element.find(f"{_W}pPr/{_W}outlineLvl")
    return number(level.get(f"{_W}val"), 5) if level is not None else None


class _Reader:
    """Walks the paragraphs, counting lines and keeping track of open fields."""

    def __init__(self, styles: Mapping[str, tuple[str, bool]], links: Mapping[str, str]) -> None:
        self.blocks: list[Block] = []
        self.items: list[dict[str, Any]] = []
        self._styles, self.links = styles, links
        self._line = 0
        self._codes: list[list[str]] = []  # of the open complex fields
        self._listing = 0  # depth of the field that prints the bibliography, 0 = none
        self._began = False  # whether that field begins in this paragraph

    def paragraph(self, paragraph: Any) -> None:
        """One w:p as a block."""
        self._line += 1
        style, numbered = self._style(paragraph)
        listed, self._began = self._listing > 0, False
        writer = Writer(self._line)
        self._runs(paragraph, writer)
        if self._in_contents(paragraph, style):
            return
        listed = (listed or self._began or self._in_list(paragraph)) and not style.startswith(("heading", "title"))
        kind, level = Kind.PARAGRAPH, 0
        if match := _HEADING.match(style):
            kind, level = Kind.HEADING, int(match[1]) + 1
        elif style in ("title", "bibliography heading"):
            kind, level, listed = Kind.HEADING, 1, False
        elif numbered:
            kind, level = Kind.ITEM, 1
        elif style.startswith("bibliography"):
            listed = True
        if block := writer.block(kind, level=level, group=1 if kind is Kind.ITEM else 0, listed=listed):
            if kind is Kind.PARAGRAPH and len(block.text) < 60 and not listed and _bold(paragraph):
                block = Block(Kind.HEADING, block.lines, 6)
            elif kind is Kind.HEADING and len(block.text) > _LONG_HEADING:
                block = replace(block, kind=Kind.PARAGRAPH, level=0)
            self.blocks.append(block)

    def note(self, note: Any, label: str) -> None:
        """One footnote or endnote as a block."""
        self._line += 1
        writer = Writer(self._line)
        for paragraph in note.iter(f"{_W}p"):
            self._runs(paragraph, writer)
            writer.write(" ", self._line)
        if block := writer.block(Kind.NOTE, key=label, marker=label):
            self.blocks.append(block)

    def _style(self, paragraph: Any) -> tuple[str, bool]:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "", False
        style = properties.find(f"{_W}pStyle")
        name, numbered = (
            self._styles.get(style.get(f"{_W}val") or "", ("", False)) if style is not None else ("", False)
        )
        depth = _depth(paragraph)
        if depth is not None and not name.startswith("heading"):
            name = f"heading {depth + 1}"
        return name, numbered or properties.find(f"{_W}numPr") is not None

    def _in_contents(self, paragraph: Any, style: str) -> bool:
        """Whether the paragraph is a line of a table of contents or figures, or of an index."""
        known = _KNOWN.match(style)
        if known and not _HEADING.match(style) and style != "title" and not style.startswith("bibliography"):
            return True
        controls = (next(above.iter(f"{_W}docPartGallery"), None) for above in paragraph.iterancestors(f"{_W}sdt"))
        return any(gallery is not None and gallery.get(f"{_W}val") == _GALLERY for gallery in controls)

    def _in_list(self, paragraph: Any) -> bool:
        """Whether the paragraph is in a content control or simple field that prints the bibliography."""
        for above in paragraph.iterancestors(f"{_W}sdt", f"{_W}fldSimple"):
            if next(above.iter(f"{_W}bibliography"), None) is not None or _LISTS.search(above.get(f"{_W}instr") or ""):
                return True
            tag = next(above.iter(f"{_W}tag"), None)
            if tag is not None and "BIBLIOGRAPHY" in (tag.get(f"{_W}val") or ""):
                return True
        return False

    def _runs(self, paragraph: Any, writer: Writer) -> None:
        gone = {e for mark in paragraph.iter(f"{_W}del", f"{_W}moveFrom") for e in mark.iter()}  # tracked changes
        for element in paragraph.iter():
            if element in gone:
                continue
            tag = local(element.tag)
            if tag == "fldChar":
                self._field(element.get(f"{_W}fldCharType") or "")
            elif tag == "instrText" and self._codes:
                self._codes[-1].append(element.text or "")
            elif tag == "tag" and "MENDELEY_CITATION" in (element.get(f"{_W}val") or ""):
                self.items.extend(_mendeley(element.get(f"{_W}val") or ""))
            elif tag == "t" and element.text:
                italic = self._italic(element)
                if italic:
                    writer.slant()
                else:
                    writer.upright()
                writer.write(element.text, self._line)
            elif tag in ("tab", "noBreakHyphen") and local(element.getparent().tag) == "r":
                writer.write(" " if tag == "tab" else "-", self._line)
            elif tag in ("br", "cr"):
                self._line += 1
                writer.newline(True)
            elif tag in ("footnoteReference", "endnoteReference"):
                writer.write(f"[^{_label(element, tag.removesuffix('Reference'))}]", self._line)
            elif tag == "bookmarkStart":
                writer.anchor(element.get(f"{_W}name") or "")
            elif tag == "hyperlink" and (address := self.links.get(element.get(f"{_R}id") or "", "")).startswith(
                "http"
            ):
                writer.link(address, "".join(t.text or "" for t in element.iter(f"{_W}t")))
            elif tag == "hyperlink" and (name := element.get(f"{_W}anchor")):
                writer.point(name, self._line, "".join(element.itertext()))
        writer.upright()

    def _italic(self, text: Any) -> bool:
        mark = text.getparent().find(f"{_W}rPr/{_W}i")
        return mark is not None and mark.get(f"{_W}val") not in ("0", "false")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append([])
        elif kind == "separate" and self._codes:
            code = "".join(self._codes[-1])
            if _LISTS.search(code):
                self._listing = self._listing or len(self._codes)
                self._began = True
            elif "CSL_CITATION" in code:
                self.items.extend(csl_items(code))
        elif kind == "end" and self._codes:
            if self._listing == len(self._codes):
                self._listing = 0
            self._codes.pop()


def _label(element: Any, kind: str) -> str:
    """A note's label; footnotes and endnotes are numbered separately, each from 1."""
    return f"{'e' if kind == 'endnote' else ''}{element.get(f'{_W}id') or ''}"


def _bold(paragraph: Any) -> bool:
    """Whether all runs with text are bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if any((t.text or "").strip() for t in run.iter(f"{_W}t"))]
    return bool(runs) and all(
        (mark := run.find(f"{_W}rPr/{_W}b")) is not None and mark.get(f"{_W}val") not in ("0", "false") for run in runs
    )


def _mendeley(tag: str) -> list[dict[str, Any]]:
    """The items of Mendeley Cite, whose content controls have base64 JSON in their tags."""
    import base64
    import binascii

    try:
        return list(csl_items(base64.b64decode(tag.rsplit("_", 1)[-1], validate=False).decode("utf-8", "replace")))
    except (binascii.Error, ValueError):
        return []


_WORD_TYPES = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book",
    "BookSection": "chapter",
    "ConferenceProceedings": "paper-conference", "Report": "report", "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
}  # fmt: skip


def _word_sources(archive: Archive) -> list[dict[str, Any]]:
    """CSL-JSON of Word's own source list (``customXml/item*.xml``, b:Sources)."""
    out = []
    for name in archive.names:
        if (
            not re.fullmatch(r"customXml/item\d+\.xml", name)
            or (root := archive.xml(name)) is None
            or local(root.tag) != "Sources"
        ):
            continue
        for source in root:
            text = {local(e.tag): clean(e.text or "") for e in source if e.text and e.text.strip()}
            item: dict[str, Any] = {
                "type": _WORD_TYPES.get(text.get("SourceType", ""), "document"),
                "title": text.get("Title", ""),
            }
            for theirs, ours in (
                ("JournalName", "container-title"), ("BookTitle", "container-title"),
                ("ConferenceName", "container-title"), ("Volume", "volume"),
                ("Issue", "issue"), ("Pages", "page"), ("Publisher", "publisher"), ("City", "publisher-place"),
                ("DOI", "DOI"), ("URL", "URL"),
                ("Edition", "edition"), ("StandardNumber", "ISBN"),
            ):  # fmt: skip
                if text.get(theirs):
                    item[ours] = text[theirs]
            if re.fullmatch(r"\d{4}", text.get("Year", "")):
                item["issued"] = {"date-parts": [[int(text["Year"])]]}
            for role, ours in (("Author", "author"), ("Editor", "editor")):
                people = [
                    e
                    for e in source.iter()
                    if local(e.tag) == "Person" and [local(a.tag) for a in e.iterancestors()][1:2] == [role]
                ]
                made = [{local(p.tag): clean(p.text or "") for p in person} for person in people]
                if made:
                    item[ours] = [
                        {
                            "family": p.get("Last", ""),
                            "given": " ".join(filter(None, (p.get("First"), p.get("Middle")))),
                        }
                        for p in made
                    ]
            corporate = next((clean(e.text or "") for e in source.iter() if local(e.tag) == "Corporate"), "")
            if corporate and "author" not in item:
                item["author"] = [{"literal": corporate}]
            if item["title"]:
                out.append(item)
    return out


FORMAT = Format("docx", (".docx", ".docm"), unpack=read_docx)
