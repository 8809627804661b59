"""HTML: anchors, tables, and text in <pre>."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.reading.document import Kind
from refcheck.reading.formats.html import read_html
from tests.reading.formats.checking import A, B, W, checked, tied


@pytest.mark.parametrize(
    "listed",
    [
        '<ol><li id="n-1"><cite>{0}</cite></li><li id="n-2">{1}</li></ol>',
        '<p id="n-1">{0}</p><p id="n-2">{1}</p>',
        '<div class="refs"><div id="n-1">{0}</div><div id="n-2">{1}</div></div>',
        '<ul><li><a name="n-1"></a>{0}</li><li><span id="n-2"></span>{1}</li></ul>',
    ],
)
def test_anchors_of_html(listed: str, tmp_path: Path) -> None:
    text = f'<p>{W} Here<sup><a href="#n-1">[a]</a></sup> and <a href="#n-2">there</a>.</p><h2>References</h2>'
    assert tied(checked(tmp_path, "a.html", text + listed.format(A, B))) == {0, 1}


def test_a_page_of_plain_text_in_pre_is_read(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        "a.html",
        f"<html><body><pre>\n{W}\nSee Neal (2003).\n\nReferences\n\n{A}\n\n{B}\n</pre></body></html>",
    )
    assert len(report.references) == 2 and tied(report) == {0}


def test_a_header_of_a_table_is_no_heading_of_a_list(tmp_path: Path) -> None:
    row = "<tr><th>Film</th><td>2011</td><td>A pilot relives eight minutes, by Jones, D. (2011).</td></tr>"
    table = f"<table><thead><tr><th>Title</th><th>Year</th><th>Source</th></tr></thead><tbody>{row * 3}</tbody></table>"
    assert checked(tmp_path, "a.html", f"<p>{W}</p>{table}").references == ()


def test_lists_tables_quotations_and_breaks_are_blocks() -> None:
    page = (
        "<p>One<br><br>two</p><dl><dt>Alder<dd>Tides. <p>2010</p></dd><dt>Birch</dt></dl>"
        "<ul><li><p>A</p><p>B</p></li></ul><table><tr><td>x</td><td>y</td></tr></table><hr><p>after</p>"
        "<div><span>1</span><span>Watson J. Tides.</span></div><blockquote><p>said</p></blockquote>"
    )
    blocks = read_html(page).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (Kind.PARAGRAPH, "One"),
        (Kind.PARAGRAPH, "two"),
        (Kind.ITEM, "Alder Tides. 2010"),
        (Kind.ITEM, "Birch"),
        (Kind.ITEM, "A B"),
        (Kind.ITEM, "x y"),
        (Kind.PARAGRAPH, "after"),
        (Kind.PARAGRAPH, "1 Watson J. Tides."),
        (Kind.PARAGRAPH, "said"),
    ]
    assert [block.text for block in blocks if block.quoted] == ["said"]


def test_a_note_within_its_line_is_a_note() -> None:
    page = (
        '<p>Tolman <span class="footnote" id="fn7">Tolman, E. C. (1930). <em>Maze performance in rats</em>. '
        'Psychology, 4, 257–275.</span> trained rats<span class="footnote"><a href="#f1">1</a></span> for days.</p>'
    )
    blocks = read_html(f"<h1>Rats</h1>{page}").blocks
    assert [(b.kind, b.text[:12]) for b in blocks[1:]] == [
        (Kind.NOTE, "Tolman, E. C"),
        (Kind.PARAGRAPH, "Tolman train"),
    ]
    assert blocks[2].text == "Tolman trained rats1 for days."
    assert [block.key for block in blocks[1:]] == ["fn7", ""]
