"""LaTeX with chunks of R."""

from __future__ import annotations

from pathlib import Path

from refcheck.reading import read
from refcheck.reading.sweave import without_chunks

BIB = "@book{arendt1958, author={Arendt, Hannah}, title={The human condition}, year={1958}}\n"


def test_chunks_are_no_text_and_children_are_files() -> None:
    text = "A.\n<<setup, echo=FALSE>>=\nx <- '\\\\cite{none}'\n@\nB.\n<<one, child = 'one.Rnw'>>=\n@\nC."
    assert without_chunks(text) == "A.\n\n\n\nB.\n\\input{one.Rnw}\n\nC."
    assert without_chunks("a << b >> c\n@article{k}") == "a << b >> c\n@article{k}"


def test_an_article_and_its_chapters(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "one.Rnw").write_text("\\section{One}\nWork \\cite{arendt1958}.\n<<>>=\nplot(1)\n@\n")
    main = "\\begin{document}\n<<one, child='one.Rnw'>>=\n@\n\\bibliography{refs}\n\\end{document}\n"
    (tmp_path / "paper.Rnw").write_text(f"\\documentclass{{article}}\n{main}")
    assert [entry.line for entry in read(tmp_path / "paper.Rnw").entries] == [3]
    assert [entry.key for entry in read(tmp_path / "one.Rnw").entries] == ["arendt1958"]
