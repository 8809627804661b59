"""Fields that reference managers leave in a document."""

import json
from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.formats.managers import csl_entries, is_csl
from tests.articles.forms import docx, docx_paragraph, odt


def test_zotero_fields_become_csl(tmp_path: Path) -> None:
    item = {
        "type": "book",
        "title": "Biophilia",
        "author": [{"family": "Wilson", "given": "E. O."}],
        "issued": {"date-parts": [[1984]]},
    }
    code = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [{"id": 1, "itemData": item}]})

    def field(code: str, inside: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{code.replace('&', '&amp;')}</w:instrText></w:r><w:r><w:fldChar "
            f'w:fldCharType="separate"/></w:r>'
            f'{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    cite = f"<w:p><w:r><w:t>People love life </w:t></w:r>{field(code, '<w:r><w:t>(Wilson, 1984)</w:t></w:r>')}</w:p>"
    start = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_BIBL {} '
        "CSL_BIBLIOGRAPHY</w:instrText></w:r>"
    )
    start += (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Wilson, Edward. 1984. Biophilia. '
        "Harvard.</w:t></w:r></w:p>"
    )
    end = '<w:p><w:r><w:t>Short one.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    file = tmp_path / "zotero.docx"
    file.write_bytes(
        docx(docx_paragraph("On life", "Titel") + cite + start + end + docx_paragraph("The end of the text."))
    )
    article = read(file)
    assert [entry.raw for entry in article.entries] == ["Wilson, Edward. 1984. Biophilia. Harvard.", "Short one."]
    assert article.entries[0].markup == "csl"
    assert article.entries[0].data["author"] == [{"family": "Wilson", "given": "E. O."}]
    assert article.entries[1].markup == "text"


def test_cited_items_without_a_printed_list_are_entries(tmp_path: Path) -> None:
    item = {
        "title": "Biophilia",
        "author": [{"family": "Wilson", "given": "E. O."}],
        "publisher": "Harvard",
        "issued": {"date-parts": [[1984]]},
    }
    name = (
        "ZOTERO_ITEM CSL_CITATION "
        + json.dumps({"citationItems": [{"itemData": item}]}).replace('"', "&quot;")
        + " RND1"
    )
    file = tmp_path / "zotero.odt"
    file.write_bytes(
        odt(f'<text:p>People love life <text:reference-mark-start text:name="{name}"/>(Wilson, 1984).</text:p>')
    )
    entries = read(file).entries
    assert [entry.raw for entry in entries] == ["Wilson, E. O. (1984). Biophilia. Harvard."]
    assert entries[0].markup == "csl"


def test_word_source_list(tmp_path: Path) -> None:
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:SourceType>Book</b:SourceType>'
        "<b:Title>Biophilia</b:Title><b:Year>1984</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Wilson</b:Last>"
        "<b:First>Edward</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"
    )
    file = tmp_path / "word.docx"
    file.write_bytes(
        docx(docx_paragraph("People love life."), customXml__item1__xml="", **{"customXml__item2.xml": sources})
    )
    (entry,) = read(file).entries
    assert entry.data["author"] == [{"family": "Wilson", "given": "Edward"}]
    assert entry.data["type"] == "book"


@pytest.mark.parametrize("end", ["", "---\n", "...\n", "---", "\n---\n\n"])
def test_a_block_of_yaml_may_be_closed(end: str) -> None:
    text = f"---\nreferences:\n- id: wilson1984\n  type: book\n  title: Biophilia\n{end}"
    assert [entry.key for entry in csl_entries(text)] == ["wilson1984"]


def test_crossrefs_items_have_no_id_and_lists_for_titles() -> None:
    text = '[{"DOI": "10.1000/1", "type": "journal-article", "title": ["Fires"], "container-title": ["J. Fires"]}]'
    assert is_csl(text)
    (entry,) = csl_entries(text)
    assert (entry.key, entry.data["title"], entry.data["container-title"]) == ("", "Fires", "J. Fires")


def test_dates_however_they_are_named_and_variables_in_a_note() -> None:
    note = "A note. {:issued: 2015-07-27/2016-03-30}{:editor: Doe || John}{:editor: United Nations}{:volume: 3}"
    text = json.dumps(
        [{"id": 1, "title": "A", "issued": {"date_parts": [[1988]]}}, {"id": 2, "title": "B", "note": note}]
    )
    first, second = (entry.data for entry in csl_entries(text))
    assert first["issued"] == {"date-parts": [[1988]]}
    assert second["issued"] == {"date-parts": [["2015", "07", "27"]]}
    assert second["editor"] == [{"family": "Doe", "given": "John"}, {"literal": "United Nations"}]
    assert second["volume"] == "3"
