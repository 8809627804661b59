"""Typst: keys that are no labels, lists named in calls or by the file that includes a chapter, text without code."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck import Settings, check
from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.first_look import may_hold_list
from refcheck.reading.formats.typst import read_typst
from tests.reading.formats.test_hayagriva import HAYAGRIVA

BIB = """@book{ruiz2010, author = {Ruiz, Ana}, title = {Los ríos}, year = 2010}
@book{weil, author = {Weil, Simone}, title = {La gravedad}, year = 1947}
"""


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("Véase @ruiz2010[p. 3] y @weil.", ["ruiz2010", "weil"]),
        ('#cite(<weil>, form: "prose") y #cite(label("poe:1845")), #cite("eco").', ["weil", "poe:1845", "eco"]),
        ('#cite(form: "prose", <weil>) y #citet("poe"), #citep(supplement: [p. 3], <eco>)', ["weil", "poe", "eco"]),
        ('#figure(image("a.png"), caption: [Como @weil]) <fig>\nSegún @fig.', ["weil"]),
        ("= Uno <uno>\nComo en @uno, `@shown`, a\\@b.es y c@d.es.\n// @gone\n/* @gone\n*/", []),
        ('#import "@preview/x:0.1.0": y\n```py\n@weil\n```', []),
        ('#bibliography("a.bib", full: true)\n', ["*"]),
    ],
)
def test_citations(said: str, keys: list[str]) -> None:
    assert [cited.key for cited in read_typst(said).cited] == keys


def test_a_bare_key_may_be_a_label_of_another_file_unless_it_has_a_year() -> None:
    found = read_typst("@weil @ruiz2010 #cite(<poe>)").cited
    assert [(cited.key, cited.sure) for cited in found] == [("weil", False), ("ruiz2010", True), ("poe", True)]


def test_text_without_its_code() -> None:
    text = """#set text(lang: "es")
#show: ieee.with(
  title: [Los ríos],
  authors: ((name: "Ana"),),
)
#let twice(x) = {
  x * 2
}
= Introducción <intro>
#text(size: 9pt)[
    Véase #link("https://example.org/a")[esto] y _cursiva_, *fuerte*.#footnote[Una
nota de veras larga.] #if true [no] else [tampoco]
]
/ Término: su descripción
#quote(block: true)[Habla otra.] #unclosed(
+ Smith, John. 2010. _A long title of a book_. New York: Norton.
"""
    read = read_typst(text)
    assert (read.format, read.title, read.language) == ("typst", "Los ríos", "es")
    said = [(block.kind, block.line, block.text) for block in read.blocks]
    assert said[:3] == [
        (Kind.HEADING, 9, "Introducción"),
        (Kind.PARAGRAPH, 11, "Véase esto y cursiva, fuerte.[^11.1]"),
        (Kind.NOTE, 11, "Una nota de veras larga."),
    ]
    assert (read.blocks[1].links, read.blocks[1].italics) == (("https://example.org/a",), ("cursiva",))
    assert read.blocks[-1].text == "Smith, John. 2010. A long title of a book. New York: Norton."


@pytest.mark.parametrize(
    "named",
    [
        '#bibliography("refs.bib")',
        '#bibliography(("refs.bib", "more.yml"), title: none, style: "apa")',
        '#show: thesis.with(bib: "/refs.bib")',
        '#bibliography(\n  title: [Lista],\n  "more.yml",\n)',
    ],
)
def test_the_list_it_names(named: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "more.yml").write_text(HAYAGRIVA)
    (tmp_path / "a.typ").write_text(f"= Uno\nVéase @weil, @ruiz2010 y @nadie2001.\n{named}\n")
    report = check(tmp_path / "a.typ", settings=Settings(locked=True))
    assert [reference.key for reference in report.references] == ["weil", "ruiz2010"]
    (said,) = (f.message for f in report.findings if f.check == "unread")
    assert said.startswith("nadie2001 is not in ")


def test_a_book_and_its_chapters(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "main.typ").write_text(
        '= Libro\n#include "chapters/uno.typ"\n\nY @ruiz2010.\n#bibliography("refs.bib")\n'
    )
    (tmp_path / "chapters" / "uno.typ").write_text('= Uno\n\n\n\nVéase @weil.\n#include "../main.typ"\n')
    assert [(entry.key, entry.line) for entry in read(tmp_path / "main.typ").entries] == [("weil", 2), ("ruiz2010", 4)]
    (chapter,) = read(tmp_path / "chapters" / "uno.typ").entries
    assert (chapter.key, chapter.line) == ("weil", 5)


def test_the_first_look_sees_bare_keys() -> None:
    assert may_hold_list("= Uno\nVéase @weil.\n".encode())
    assert may_hold_list(b"#cite(<weil>)")
