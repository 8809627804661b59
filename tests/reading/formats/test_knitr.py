"""Articles in several files: knitr's children and what Quarto includes."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.reading import read

BIB = """@book{ruiz2010, author = {Ruiz, Ana}, title = {Los ríos}, year = 2010}
@book{weil1947, author = {Weil, Simone}, title = {La gravedad}, year = 1947}
"""
HEAD = "---\ntitle: Libro\nbibliography: refs.bib\n---\n\n"


@pytest.mark.parametrize(
    "named",
    [
        '```{r child="parts/uno.Rmd"}\n```\n',
        "```{r parts, echo = FALSE, child = c('parts/dos.Rmd', 'parts/uno.Rmd')}\n# nada\n```\n",
        "{{< include parts/uno.Rmd >}}\n",
    ],
)
def test_what_is_cited_in_a_child_stands_on_the_line_that_names_it(named: str, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "parts" / "uno.Rmd").write_text(
        "---\ntitle: Uno\n---\n\n# Uno\n\nVéase @weil1947.\n{{< include dos.Rmd >}}\n"
    )
    (tmp_path / "parts" / "dos.Rmd").write_text("Nada.\n\n{{< include uno.Rmd >}}\n")
    (tmp_path / "libro.Rmd").write_text(f"{HEAD}{named}\nY [@ruiz2010].\n")
    article = read(tmp_path / "libro.Rmd")
    last = (HEAD + named).count("\n") + 2
    assert [(entry.key, entry.line) for entry in article.entries] == [("weil1947", 6), ("ruiz2010", last)]
    assert article.title == "Libro"


def test_what_is_shown_or_lies_elsewhere_is_no_child(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "out.md").write_text("Véase [@weil1947].\n")
    text = "# Uno\n\n{{< include ../out.md >}}\n{{< include lost.qmd >}}\n```{r child='../out.md'}\n```\n"
    (tmp_path / "book" / "a.qmd").write_text(text)
    article = read(tmp_path / "book" / "a.qmd")
    assert not article.entries and not article.unread
