"""Org mode: citations of Org, org-ref and LaTeX, notes, lists and tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from refcheck import Settings, check
from refcheck.reading.document import Kind
from refcheck.reading.first_look import may_hold_list
from refcheck.reading.formats.org import read_org

BIB = """@book{ruiz2010, author = {Ruiz, Ana}, title = {Los ríos}, year = 2010}
@book{weil, author = {Weil, Simone}, title = {La gravedad}, year = 1947}
"""
TEXT = """#+title: Los ríos
#+date: 2021-03-04
#+language: es
#+bibliography: refs.bib

* Introducción :uno:
:PROPERTIES:
:CUSTOM_ID: intro
:END:
    Como dicen [cite/t:@ruiz2010 p. 3] y [cite:véase @weil].
# [cite:@hidden]
#+begin_src elisp
(cite "[cite:@code]")
#+end_src
"""


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("[cite:@ruiz2010; see @weil p. 3]", ["ruiz2010", "weil"]),
        ("[cite/t/bare:@ruiz2010]", ["ruiz2010"]),
        ("citep:ruiz2010,weil.", ["ruiz2010", "weil"]),
        (
            "Véase citet:&ruiz2010;&weil y [[autocite:see &poe1845 p. 7;&eco][Poe]].",
            ["ruiz2010", "weil", "poe1845", "eco"],
        ),
        ("[[cite:ruiz2010]]", ["ruiz2010"]),
        (r"\autocite[3]{ruiz2010,weil}", ["ruiz2010", "weil"]),
        ("=cite:shown= ~[cite:@shown]~ https://example.org/cite:none", []),
        ("Nota.[fn:: Una nota de veras larga, [cite:@ruiz2010].]", ["ruiz2010"]),
    ],
)
def test_citations(said: str, keys: list[str]) -> None:
    assert [cited.key for cited in read_org(f"* Uno\n{said}\n").cited] == keys


def test_facts_and_what_is_not_printed() -> None:
    read = read_org(TEXT)
    assert (read.format, read.title, read.date, read.language) == ("org", "Los ríos", date(2021, 3, 4), "es")
    assert [(cited.key, cited.line) for cited in read.cited] == [("ruiz2010", 10), ("weil", 10)]
    heading, said, code = read.blocks
    assert (heading.kind, heading.text, said.line, code.kind) == (Kind.HEADING, "Introducción", 10, Kind.CODE)


@pytest.mark.parametrize(
    "named",
    [
        "#+BIBLIOGRAPHY: refs.bib",
        '#+bibliography: "refs.bib" plain option:-d',
        "bibliographystyle:plain\nbibliography:refs.bib",
        "#+LATEX_HEADER: \\addbibresource{refs.bib}",
        "[[bibliography:refs.bib]]",
    ],
)
def test_the_list_it_names(named: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "a.org").write_text(f"* Uno\n{named}\nVéase [cite:@weil] y [cite:@nadie].\n#+print_bibliography:\n")
    report = check(tmp_path / "a.org", settings=Settings(locked=True))
    assert [reference.key for reference in report.references] == ["weil"]
    assert [f.message for f in report.findings if f.check == "unread"] == ["nadie is not in refs.bib."]


def test_nothing_is_cited_that_only_the_list_has(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "a.org").write_text("#+bibliography: refs.bib\n#+nocite: @*\n* Uno\n[cite:@weil]\n")
    assert len(check(tmp_path / "a.org", settings=Settings(locked=True)).references) == 2


def test_a_list_typed_below_a_heading_and_in_notes(tmp_path: Path) -> None:
    text = """* Ensayo
Es así.[fn:1] Y más [[https://example.org/a b][aquí]], en la tabla:
| a | b |
|---+---|
| 1 | 2 |
* Referencias
- Smith, John. 2010. /A long title of a book/. New York: Norton.
- Jones, Mary. 2011. "An article with a title". /Journal of Things/ 3: 4--5.
[fn:1] Eco, Umberto. /El nombre de la rosa/. Milán: Bompiani, 1980.
"""
    read = read_org(text)
    assert [block.italics for block in read.blocks if block.kind is Kind.ITEM and block.marker] == [
        ("A long title of a book",),
        ("Journal of Things",),
    ]
    assert [(block.key, block.italics) for block in read.blocks if block.kind is Kind.NOTE] == [
        ("1", ("El nombre de la rosa",))
    ]
    assert [block.links for block in read.blocks if block.links] == [("https://example.org/a%20b",)]
    (tmp_path / "a.org").write_text(text)
    report = check(tmp_path / "a.org", settings=Settings(locked=True))
    assert [reference.year for reference in report.references] == [2010, 2011, 1980]


@pytest.mark.parametrize(
    "said", ["As [cite/t:@weil] says.", "See citep:weil.", "It is.[fn:1]\n\n[fn:1] Eco, Milan 1980."]
)
def test_the_first_look_sees_its_citations(said: str) -> None:
    assert may_hold_list(said.encode())


def test_what_is_not_exported_is_not_read() -> None:
    hidden = "* Diario :a:noexport:\n[cite:@eco]\n** Más\n[cite:@poe]\n* COMMENT No\n[cite:@no]\n"
    text = f"* Uno\n[cite:@weil]\n{hidden}* Dos\n[cite:@ruiz]\n"
    read = read_org(text)
    assert [cited.key for cited in read.cited] == ["weil", "ruiz"]
    assert [block.text for block in read.blocks if block.kind is Kind.HEADING] == ["Uno", "Dos"]
