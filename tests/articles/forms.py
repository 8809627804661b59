"""One small article in every format refcheck reads, made on the spot: the packed formats need no binary files here."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from html import escape

FORMATS = ("txt", "md", "html", "tex", "rst", "ipynb", "xml", "docx", "odt", "epub", "pdf")


@dataclass(frozen=True)
class Piece:
    """An article. In references *...* is set in italics."""

    title: str
    paragraphs: tuple[str, ...]
    heading: str
    references: tuple[str, ...]
    after: tuple[str, ...] = ()
    language: str = "en"

    @property
    def plain(self) -> tuple[str, ...]:
        """The references without italics."""
        return tuple(reference.replace("*", "") for reference in self.references)


def render(piece: Piece, format: str) -> bytes:
    """The article as a file of this format."""
    made = globals()[f"_{format}"](piece)
    return made if isinstance(made, bytes) else made.encode("utf-8")


def _txt(p: Piece) -> str:
    listed = "\n".join(f"- {reference}" for reference in p.plain)
    return "\n\n".join([p.title, *p.paragraphs, p.heading, listed, *p.after]) + "\n"


def _md(p: Piece) -> str:
    listed = "\n".join(f"- {reference}" for reference in p.references)
    return "\n\n".join([f"# {p.title}", *p.paragraphs, f"## {p.heading}", listed, *p.after]) + "\n"


def _spans(reference: str, start: str, end: str) -> str:
    return re.sub(r"\*([^*]+)\*", lambda match: f"{start}{match[1]}{end}", reference)


def _body(p: Piece) -> str:
    listed = "\n".join(f"<li>{_spans(escape(r, False), '<em>', '</em>')}</li>" for r in p.references)
    before = "\n".join(f"<p>{escape(text)}</p>" for text in p.paragraphs)
    after = "\n".join(f"<p>{escape(text)}</p>" for text in p.after)
    return f"<h1>{escape(p.title)}</h1>\n{before}\n<h2>{p.heading}</h2>\n<ul>\n{listed}\n</ul>\n{after}"


def _html(p: Piece) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{p.language}"><head><meta '
        f'charset="utf-8"><title>{escape(p.title)}</title></head>\n'
        f"<body>\n<nav><ul><li><a href='/'>Home</a></li></ul></nav>\n{_body(p)}\n<footer>© "
        f"2020</footer></body></html>\n"
    )


def _tex(p: Piece) -> str:
    def safe(text: str) -> str:
        return re.sub(r"([&%$#_])", r"\\\1", text)

    items = "\n".join(
        rf"\bibitem{{r{n}}} {_spans(safe(r), chr(92) + 'emph{', '}')}" for n, r in enumerate(p.references)
    )
    return "\n\n".join(
        [
            rf"\documentclass{{article}}\title{{{p.title}}}\begin{{document}}\maketitle",
            *map(safe, p.paragraphs),
            "\\begin{thebibliography}{9}\n" + items + "\n" + r"\end{thebibliography}",
            *map(safe, p.after),
            r"\end{document}",
        ]
    )


def _rst(p: Piece) -> str:
    listed = "\n".join(f"* {reference}" for reference in p.references)
    heads = (f"{p.title}\n{'=' * len(p.title)}", f"{p.heading}\n{'-' * len(p.heading)}")
    return "\n\n".join([heads[0], *p.paragraphs, heads[1], listed, *p.after]) + "\n"


def _ipynb(p: Piece) -> str:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": text}
        for text in (
            f"# {p.title}",
            *p.paragraphs,
            f"## {p.heading}\n\n" + "\n".join(f"- {r}" for r in p.references),
            *p.after,
        )
    ]
    code = {"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], "source": "print('no reference')"}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [code, *cells]})


def _xml(p: Piece) -> str:
    refs = "\n".join(
        f'<ref id="r{n}"><mixed-citation>{_spans(escape(r), "<italic>", "</italic>")}</mixed-citation></ref>'
        for n, r in enumerate(p.references)
    )
    text = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in (*p.paragraphs, *p.after))
    return (
        f'<?xml version="1.0"?>\n<article xml:lang="{p.language}" article-type="research-article"><front><article-meta>'
        f"<title-group><article-title>{escape(p.title)}</article-title></title-group></article-meta></front>\n"
        f"<body>{text}</body>\n<back><ref-list><title>{p.heading}</title>\n{refs}\n</ref-list></back></article>\n"
    )


def packed(files: dict[str, str]) -> bytes:
    """A zip file; the first member is stored, as EPUB and ODT want their mimetype."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, text) in enumerate(files.items()):
            archive.writestr(name, text, zipfile.ZIP_STORED if index == 0 else None)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(paragraphs: str, **more: str) -> bytes:
    """A DOCX around the XML of its paragraphs; more: other members, "__" for "/"."""
    styles = (
        f'<w:styles {_W}><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{paragraphs}</w:body></w:document>",
            "word/styles.xml": styles,
            **{name.replace("__", "/"): text for name, text in more.items()},
        }
    )


def docx_paragraph(text: str, style: str = "", numbered: bool = False) -> str:
    """One w:p; *...* becomes a run in italics."""
    runs = "".join(
        f'<w:r>{"<w:rPr><w:i/></w:rPr>" if n % 2 else ""}<w:t xml:space="preserve">{escape(part, False)}</w:t></w:r>'
        for n, part in enumerate(text.split("*"))
        if part
    )
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr/>" if numbered else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _docx(p: Piece) -> bytes:
    rows = [docx_paragraph(p.title, "Titel"), *map(docx_paragraph, p.paragraphs), docx_paragraph(p.heading, "Kop1")]
    rows += [docx_paragraph(r, numbered=True) for r in p.references] + [docx_paragraph(text) for text in p.after]
    return docx("".join(rows))


ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str) -> bytes:
    """An ODT around the XML of its text; the style "I" is italic."""
    content = (
        f"<office:document-content {ODT_SPACES}><office:automatic-styles><style:style style:name='I' "
        f"style:family='text'>"
        f"<style:text-properties fo:font-style='italic'/></style:style></office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _odt(p: Piece) -> bytes:
    def spans(text: str) -> str:
        return _spans(escape(text, False), '<text:span text:style-name="I">', "</text:span>")

    listed = "".join(f"<text:list-item><text:p>{spans(r)}</text:p></text:list-item>" for r in p.references)
    return odt(
        f'<text:h text:outline-level="1">{escape(p.title)}</text:h>'
        + "".join(f"<text:p>{escape(text)}</text:p>" for text in p.paragraphs)
        + f'<text:h text:outline-level="2">{p.heading}</text:h><text:list>{listed}</text:list>'
        + "".join(f"<text:p>{escape(text)}</text:p>" for text in p.after)
    )


def _epub(p: Piece) -> bytes:
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    package = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{escape(p.title)}</dc:title>'
        f"<dc:language>{p.language}</dc:language><dc:date>2020-05-06</dc:date></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" properties="nav"/><item id="one" href="text/one.xhtml"/></manifest>'
        '<spine><itemref idref="nav"/><itemref idref="one"/></spine></package>'
    )
    page = f'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{_body(p)}</body></html>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            "OPS/nav.xhtml": "<html><body><ol><li>Smith, J. (2001). Not in the article. Journal, 1(1), "
            "1-2.</li></ol></body></html>",
            "OPS/text/one.xhtml": page,
        }
    )


def _pdf(p: Piece) -> bytes:
    """A PDF of one column, lines broken at 80 characters, words hyphenated nowhere; Latin letters only."""
    rows: list[str] = []
    for text in (
        p.title,
        "",
        *p.paragraphs,
        "",
        p.heading,
        *(f"[{n}] {r}" for n, r in enumerate(p.plain, 1)),
        "",
        *p.after,
    ):
        row = ""
        for word in text.split():
            if len(row) + len(word) > 80:
                rows.append(row)
                row = ""
            row = f"{row} {word}".strip()
        rows.append(row)
    pages = [rows[at : at + 45] for at in range(0, len(rows), 45)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for number, page in enumerate(pages, 1):
        shown = "".join("({}) Tj T*\n".format(re.sub(r"([()\\])", r"\\\1", row)) for row in page)
        stream = f"BT /F1 10 Tf 14 TL 50 780 Td\n{shown}ET\nBT /F1 8 Tf 300 30 Td ({number}) Tj ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << "
            f"/Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")
