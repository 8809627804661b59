"""Links inside a document, code and other parts: what the markup says is cited, and what cites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck import Report
from tests.reading.formats.checking import A, B, W, checked, tied


def of(report: Report, *checks: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.check in checks]


def test_a_link_of_an_entry_to_itself_cites_nothing(tmp_path: Path) -> None:
    listed = f'<li id="n-1">{A} <a href="#n-1">#</a></li><li id="n-2">{B}</li>'
    assert tied(checked(tmp_path, "a.html", f"<p>{W}</p><h2>References</h2><ol>{listed}</ol>")) == set()


def test_a_link_to_the_heading_cites_nothing(tmp_path: Path) -> None:
    text = (
        f'<p>{W} <a href="#refs">List</a></p><div id="refs"><h2>References</h2><ul><li>{A}</li><li>{B}</li></ul></div>'
    )
    assert tied(checked(tmp_path, "a.html", text)) == set()


XREF = "<xref ref-type='bibr' rid='{0}'>[{1}]</xref>"


def jats(body: str, refs: str, more: str = "") -> str:
    return (
        f"<article><front><article-meta/></front><body>{body}</body><back><ref-list><title>References</title>{refs}"
        f"</ref-list></back>{more}</article>"
    )


def test_one_citation_printed_and_with_its_fields(tmp_path: Path) -> None:
    fields = (
        "<element-citation publication-type='journal'><person-group person-group-type='author'><name>"
        "<surname>Neal</surname><given-names>RM</given-names></name></person-group>"
        "<article-title>Slice sampling</article-title><source>Annals of Statistics</source><year>2003</year>"
        "</element-citation>"
    )
    ref = f"<ref id='r1'><mixed-citation>{A}</mixed-citation>{fields}</ref>"
    report = checked(tmp_path, "a.xml", jats(f"<p>{W} {XREF.format('r1', 1)}</p>", ref))
    assert [(r.raw, r.title) for r in report.references] == [(A, "Slice sampling")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            "{w} Write `(Smith, 2010)` and `[^x]`, as in\n\n```\nJones and Miller (2001) [@key]\n```\n\n"
            "## References\n\n- {a}\n- {b}\n",
        ),
        (
            "a.rst",
            "T\n=\n\n{w} Write ``(Smith, 2010)``, as in::\n\n    Jones and Miller (2001)\n\n"
            "References\n----------\n\n- {a}\n- {b}\n",
        ),
        (
            "a.html",
            "<p>{w} <code>(Smith, 2010)</code></p><pre>Jones and Miller (2001)</pre><h2>References</h2>"
            "<ul><li>{a}</li><li>{b}</li></ul>",
        ),
        (
            "a.tex",
            "\\begin{{document}}\n{w} Write \\verb|(Smith, 2010)|.\n\n\\begin{{verbatim}}\nJones and Miller (2001)\n"
            "\\end{{verbatim}}\n\\section{{References}}\n\n{a}\n\n{b}\n\\end{{document}}\n",
        ),
    ],
)  # fmt: skip
def test_code_cites_nothing(name: str, text: str, tmp_path: Path) -> None:
    report = checked(tmp_path, name, text.format(w=W, a=A, b=B))
    assert len(report.references) == 2 and not of(report, "unlisted", "unread")


def test_a_biography_behind_a_line_is_no_entry(tmp_path: Path) -> None:
    who = "Frank Havemann, Dr. rer. nat., geboren 1949 in Berlin, Studium an der Humboldt-Universität zu Berlin."
    listed = f"<h2>Literatur</h2><p>{A}</p><p>{B}</p><hr><p>{who}</p><p>Ada Weber, Redakteurin.</p>"
    assert len(checked(tmp_path, "a.html", f"<p>{W}</p>{listed}").references) == 2
    text = f"# T\n\n{W}\n\n## Literatur\n\n{A}\n\n{B}\n\n* * *\n\n{who}\n\nAda Weber, Redakteurin.\n"
    assert len(checked(tmp_path, "a.md", text).references) == 2
