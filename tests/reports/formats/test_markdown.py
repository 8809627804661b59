"""Markdown for a comment: short enough, and hostile text stays text."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from refcheck.reports import render
from refcheck.reports.formats.markdown import escape
from tests.reports import example

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True}).enable("table")


def page(text):
    return lxml_html.fromstring(f"<div>{MARKDOWN.render(text)}</div>")


def test_markdown_says_it_all_in_tables() -> None:
    root = page(render([example.seed()], "markdown"))
    assert root.findtext("h2") == "refcheck: 1 error, 3 warnings, 1 note, 1 unchecked"
    findings, claim, sources = root.iter("table")
    assert [len(table.findall("tbody/tr")) for table in (findings, claim, sources)] == [6, 4, 5]
    assert "error" in findings.find("tbody/tr").text_content()
    assert "contradicted" in claim.text_content()
    assert root.find(".//details/summary").text == "All 5 references"
    assert [link.get("href") for link in root.iter("a")] == ["https://doi.org/10.1007/3-540-36970-8_2"]


def test_markdown_stays_within_a_comment() -> None:
    text = render([example.seed()] * 100, "markdown")
    assert len(text) < 65_536
    assert re.search(r"_\d+ more articles: too long for a comment", text)


def test_markdown_of_a_long_list_shows_the_worst_first() -> None:
    seed = example.seed()
    error = next(finding for finding in seed.findings if finding.severity == "error")
    many = tuple(replace(seed.findings[0], line=n, message="because " * 30) for n in range(400))
    text = render([replace(seed, findings=(*many, error))], "markdown")
    assert 55_000 < len(text) < 65_536
    rows = [line for line in text.splitlines() if line.startswith(("| ❌", "| ⚠️", "| ⏳"))]
    assert rows[0].startswith("| ❌ error")
    # 400 warnings, the error and the source that could not be checked
    assert f"_{402 - len(rows)} more rows: too long for a comment" in text
    assert "| criterion | verdict | evidence |" in text
    assert "_All 5 references: too long for a comment" in text


def test_markdown_hostile_text_is_text() -> None:
    root = page(render([example.hostile()], "markdown"))
    assert {element.tag for element in root.iter()} <= {
        "div", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "details", "summary"
    }  # fmt: skip
    assert "<script>alert(1)</script>" in root.text_content()
    assert "@team" not in re.sub("`[^`]*`", "", render([example.hostile()], "markdown"))


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cf"]), max_size=60))
def test_markdown_escape_shows_what_was_given(text) -> None:
    shown = page("x " + escape(text) + " x").text_content()
    assert shown.split() == f"x {' '.join(text.split())} x".split()
