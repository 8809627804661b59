"""Markdown: links within a page; a paragraph without markup is read without the parser, and says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.formats.markdown import _parser, read_markdown
from tests.reading.formats.checking import A, B, W, checked, tied


def test_links_of_markdown(tmp_path: Path) -> None:
    text = (
        f'{W} [1](#r1) and <a href="#r2">2</a>.\n\n## References\n\n- <a id="r1"></a>{A}\n- <span id="r2">{B}</span>\n'
    )
    assert tied(checked(tmp_path, "a.md", text)) == {0, 1}


PARAGRAPHS = (
    "Two lines\nof text.",
    "A break  \nis meant.",
    "One blank \nbehind a line.",
    "Some *stars*, `code`, a\\* sign, &amp; <b>tags</b> and <https://example.org>.",
    "A [link][1] and ![a picture](x.png) and ~~a line~~.\n\n[1]: https://example.org",
    "| a | b |\n|---|---|\n| one | *two* |",
    "- an item\n  that goes on\n\n> and words\nof others",
)


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_plain_paragraph_is_read_as_the_parser_reads_it(text: str) -> None:
    whole = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])

    def said(parser: MarkdownIt) -> list[tuple[str, str]]:
        return [(x.type, x.content) for token in parser.parse(text) for x in token.children or () if x.content or x.tag]

    assert said(_parser()) == said(whole)


def test_tags_within_the_line_and_notes_of_several_paragraphs() -> None:
    document = read_markdown(
        'Text<sup><a href="#n1">1</a></sup> <i>slanted</i> <a href="https://example.org/a">here</a><br>next '
        '<span id="n2">named</span>.\n\nA note.[^a]\n\n[^a]: First line\ngoing on.\n\n    A second paragraph of\n'
        "the note.\n\n[^b]: Another.\n\n```python\nprint(1)\n```\n\n    an indented line\n"
    )
    first = document.blocks[0]
    assert (first.text, first.italics, first.links) == (
        "Text1 slanted here next named.", ("slanted",), ("https://example.org/a",)
    )  # fmt: skip
    assert ([pointer.anchor for pointer in first.pointers], first.anchors) == (["n1"], ("n2",))
    notes = [(block.text, block.key) for block in document.blocks if block.kind is Kind.NOTE]
    assert notes == [("First line going on.", "a"), ("A second paragraph of the note.", "a"), ("Another.", "b")]
    assert [block.text for block in document.blocks if block.kind is Kind.CODE] == ["print(1)"]
    assert document.blocks[-1].text == "an indented line"


def test_the_fences_of_pandocs_divisions_are_none_of_the_text() -> None:
    works = ("Ash, A. (1990). Of moths. London: Poyser.", "Birch, B. (2004). Wings. Paris: Belin.")
    columns = f"::: {{.column width=50%}}\n{works[0]}\n:::\n::: left\n{works[1]}\n:::"
    entries = read(f"# Moths\n\n## References\n\n:::: {{.columns}}\n{columns}\n::::\n", path="a.md").entries
    assert [(entry.line, entry.raw) for entry in entries] == [(7, works[0]), (10, works[1])]
