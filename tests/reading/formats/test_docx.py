"""DOCX: fields of managers, content controls, notes, and Word's own sources."""

import base64
import json
from pathlib import Path

import pytest

from refcheck.errors import UnreadableArticle
from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.formats.docx import read_docx
from tests.articles.forms import _W, docx, docx_paragraph, packed
from tests.reading.formats.checking import A, B, W, checked, tied

ENTRY = "Kolk, B. (2014). The body keeps the score. Viking."
ITEM = {"id": 1, "type": "book", "title": "The body keeps the score", "author": [{"family": "Kolk"}]}


def field(code: str, inside: str) -> str:
    """A complex field around runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_the_field_of_a_manager_is_the_list_and_ends() -> None:
    listed = f"<w:p>{field('ADDIN ZOTERO_BIBL {}', f'<w:r><w:t>{ENTRY}</w:t></w:r>')}</w:p>"
    first, after = read_docx(docx(listed + docx_paragraph("After.")), "a.docx").blocks
    assert (first.text, first.listed, after.listed) == (ENTRY, True, False)


@pytest.mark.parametrize(
    "around",
    [
        "<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    ],
)
def test_a_content_control_is_the_list(around: str) -> None:
    (block,) = read_docx(docx(around.format(docx_paragraph(ENTRY))), "a.docx").blocks
    assert block.listed


def test_items_of_mendeley_and_of_a_broken_tag() -> None:
    tag = base64.b64encode(json.dumps({"citationItems": [{"itemData": ITEM}]}).encode()).decode()
    control = '<w:p><w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{}"/></w:sdtPr></w:sdt></w:p>'
    assert [i["title"] for i in read_docx(docx(control.format(tag)), "a.docx").items] == [ITEM["title"]]
    assert read_docx(docx(control.format("a")), "a.docx").items == ()


def test_notes_breaks_tabs_outline_levels_and_styles() -> None:
    body = (
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Second level</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>x</w:t><w:br/><w:t>next</w:t>"
        '<w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r></w:p>'
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>All bold</w:t></w:r></w:p>"
        '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Not bold</w:t></w:r></w:p>'
    )
    notes = f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{docx_paragraph(ENTRY)}'
    ends = f'<w:endnotes {_W}><w:endnote w:id="3">{docx_paragraph("An end.")}</w:endnote></w:endnotes>'
    document = read_docx(
        docx(body, **{
            "word__footnotes.xml": f"{notes}</w:footnote></w:footnotes>", "word__endnotes.xml": ends,
            "docProps__core.xml": "<c><title>T</title><created>2020-02-01</created><language>de</language></c>",
        }),
        "a.docx",
    )  # fmt: skip
    heading, text, bold, plain, note, end = document.blocks
    assert (heading.kind, heading.level) == (Kind.HEADING, 3)
    assert [line.text for line in text.lines] == ["one two-x", "next[^2][^e3]"]
    assert (bold.kind, plain.kind) == (Kind.HEADING, Kind.PARAGRAPH)
    assert [(b.kind, b.key, b.text) for b in (note, end)] == [(Kind.NOTE, "2", ENTRY), (Kind.NOTE, "e3", "An end.")]
    assert (document.title, str(document.date), document.language) == ("T", "2020-02-01", "de")


STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Ueber"><w:name w:val="Kapitel"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Rubrik"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="Inh"><w:name w:val="toc 2"/></w:style>'
    '<w:style w:styleId="Ind"><w:name w:val="Index"/><w:basedOn w:val="Ind"/></w:style>'
    '<w:style w:styleId="Bib1"><w:name w:val="Bibliography 1"/><w:basedOn w:val="Ind"/></w:style>'
    '<w:style w:styleId="BibH"><w:name w:val="Bibliography Heading"/><w:basedOn w:val="Ind"/></w:style>'
)


def styled(style: str, text: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_styles_are_what_they_are_based_on_and_contents_are_no_text() -> None:
    body = "".join((
        styled("Inh", "8 Literatur 53"), styled("Inh", "Leiterin Einkauf, Mexiko 57"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{docx_paragraph('Inhalt 3')}</w:sdtContent></w:sdt>",
        styled("Ueber", "Einleitung"), styled("Own", "Diskussion"), styled("Ueber", "Ein langer Satz. " * 20),
        styled("BibH", "Literatur"), styled("Bib1", ENTRY), styled("Ind", "Absatz"),
    ))  # fmt: skip
    blocks = read_docx(docx(body, **{"word__styles.xml": f"<w:styles {_W}>{STYLES}</w:styles>"}), "a.docx").blocks
    assert [(block.kind, block.text[:12], block.listed) for block in blocks] == [
        (Kind.HEADING, "Einleitung", False), (Kind.HEADING, "Diskussion", False),
        (Kind.PARAGRAPH, "Ein langer S", False), (Kind.HEADING, "Literatur", False),
        (Kind.PARAGRAPH, "Kolk, B. (20", True), (Kind.PARAGRAPH, "Absatz", False),
    ]  # fmt: skip


def test_words_own_sources() -> None:
    sources = (
        '<b:Sources xmlns:b="x"><b:Source><b:SourceType>BookSection</b:SourceType><b:Title>Trauma</b:Title>'
        "<b:BookTitle>Handbook</b:BookTitle><b:Year>2014</b:Year><b:Author><b:Author><b:NameList><b:Person>"
        "<b:Last>Kolk</b:Last><b:First>B.</b:First><b:Middle>A.</b:Middle></b:Person></b:NameList></b:Author>"
        "<b:Editor><b:NameList><b:Person><b:Last>Orr</b:Last></b:Person></b:NameList></b:Editor></b:Author></b:Source>"
        "<b:Source><b:Title>Report</b:Title><b:Author><b:Author><b:Corporate>WHO</b:Corporate></b:Author></b:Author>"
        "</b:Source><b:Source><b:Year>1999</b:Year></b:Source></b:Sources>"
    )
    first, second = read_docx(docx("", **{"customXml__item1.xml": sources, "customXml__item2.xml": "<x/>"}), "a").items
    assert (first["type"], first["container-title"]) == ("chapter", "Handbook")
    assert first["issued"] == {"date-parts": [[2014]]}
    assert first["author"] == [{"family": "Kolk", "given": "B. A."}]
    assert first["editor"] == [{"family": "Orr", "given": ""}]
    assert second["author"] == [{"literal": "WHO"}]


def test_a_file_without_its_document_is_damaged() -> None:
    with pytest.raises(UnreadableArticle, match=r"no word/document\.xml"):
        read_docx(packed({"[Content_Types].xml": "<Types/>"}), "a.docx")


def test_links_of_docx(tmp_path: Path) -> None:
    link = '<w:p><w:r><w:t>{0}</w:t></w:r><w:hyperlink w:anchor="b1"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>'
    mark = '<w:p><w:bookmarkStart w:id="0" w:name="b1"/><w:r><w:t>{0}</w:t></w:r></w:p>'
    heading = docx_paragraph("References", "Heading1")
    report = checked(tmp_path, "a.docx", docx(link.format(W) + heading + docx_paragraph(A) + mark.format(B)))
    assert tied(report) == {1}


def test_what_a_tracked_change_takes_away_is_not_read() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    gone = (
        "<w:del w:id='1'><w:r><w:delText>Old.</w:delText></w:r><w:r><w:footnoteReference w:id='3'/></w:r></w:del>"
        f"<w:moveFrom w:id='2'>{run.format('This was moved away.')}</w:moveFrom>"
    )
    new = f"<w:ins w:id='4'>{run.format('New words.')}</w:ins>"
    article = read(docx(f"<w:p>{run.format('Kept words. ')}{gone}{new}</w:p>"), path="a.docx")
    assert article.text == "Kept words. New words."
