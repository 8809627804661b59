"""LaTeX as pandoc writes it: links within the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.formats.latex import read_latex
from tests.reading.formats.checking import A, B, W, checked, tied


def test_links_that_pandoc_writes_into_latex(tmp_path: Path) -> None:
    text = (
        f"\\begin{{document}}\n{W} (\\protect\\hyperlink{{ref-b}}{{1997}}).\n\n\\hypertarget{{references}}{{%\n"
        "\\section*{References}\\label{references}}\n\\addcontentsline{toc}{section}{References}\n\n"
        f"\\leavevmode\\hypertarget{{ref-a}}{{}}%\n{A}\n\n\\leavevmode\\hypertarget{{ref-b}}{{}}%\n{B}\n\\end{{document}}\n"
    )
    report = checked(tmp_path, "a.tex", text)
    assert [reference.raw[:5] for reference in report.references] == ["Neal,", "Press"]
    assert 1 in tied(report)


def test_an_item_of_the_list_that_pandoc_prints_is_one_reference(tmp_path: Path) -> None:
    first = "Eren AM, Sogin ML. 2015. Minimum entropy decomposition: Unsupervised. The ISME Journal 9:968--979."
    item = "\\leavevmode\\hypertarget{{ref-{0}}}{{}}%\n\\CSLLeftMargin{{{1}. }}\n\\CSLRightInline{{{2}}}\n\n"
    second = "\\textbf{Schloss PD}. 2021. Amplicon\nsequence variants.\nThe Journal of Microbes \\textbf{6}:1--9."
    text = (
        "\\documentclass{article}\\begin{document}\nIt is said.\n\n"
        + "\\hypertarget{references}{%\n\\section*{References}}\n\n"
        + "".join(item.format(f"a{n}", n, raw) for n, raw in enumerate((first, second), 1))
        + "\\end{document}\n"
    )
    entries = read(text, path="a.tex").entries
    assert [entry.raw.split(".")[0] for entry in entries] == ["Eren AM, Sogin ML", "Schloss PD"]
    assert [entry.marker for entry in entries] == ["1.", "2."]


def test_a_comma_too_many_cites_nothing() -> None:
    document = read_latex(
        "\\begin{document}\n\\citet{neal1996,}, \\citep{ ,press1997} and \\cite{}.\n\\end{document}\n"
    )
    assert [cited.key for cited in document.cited] == ["neal1996", "press1997"]


def test_a_key_on_the_line_below_its_command_is_cited() -> None:
    document = read_latex(
        "\\begin{document}\nKako kaže \\cite\n{horvat2020} i \\parencite [str. 3]\n  {babic2021}.\n\\end{document}\n"
    )
    assert [cited.key for cited in document.cited] == ["horvat2020", "babic2021"]


@pytest.mark.parametrize(
    "row",
    [
        r"\renewcommand\citepunct{;\penalty\citepunctpenalty \hskip.13em}",
        r"\newcommand{\mycite}[1]{\cite{#1}}",
        r"\renewcommand*{\cite}[2][]{\autocite[#1]{#2}}",
        r"\def\citeleft{(}",
        r"\providecommand\citeauthoryear{Autor, Jahr}",
        r"\setcitestyle{numbers,square}",
        r"\citestyle{acm}",
        r"\citetext{voir aussi plus haut}",
        r"\AtEveryCitekey{\clearfield{note}}",
    ],
)
def test_a_macro_that_is_defined_or_set_cites_nothing(row: str) -> None:
    document = read_latex(
        f"\\begin{{document}}\n{row}\nText \\citep[p.~3]{{ruiz2019, Müller:20a}}.\n\\end{{document}}\n"
    )
    assert [cited.key for cited in document.cited] == ["ruiz2019", "Müller:20a"]


def test_a_note_without_words_is_none() -> None:
    document = read_latex(r"\begin{document}Rain\footnote{} fell\footnote{ } on it.\footnote{So it did.}\end{document}")
    assert [block.text.count("[^") for block in document.blocks if block.kind is not Kind.NOTE] == [1]


ROWS = (
    "Müller, Hans (2010): Das Wetter der Alpen. München: Beck.",
    "Keller, Rita und Vogt, Udo (2012): Nebel im Tal. In: Zeitschrift für Klima 12(3), S. 45–67.",
    "Иванов И. И. Дождь и город. М.: Наука, 2010. № 3.",
)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("tabular", "{} & {}"), ("longtable", "{{[{}]}} & {}"), ("tabularx", "{}. & {}"), ("xltabular", "{} & {} & "),
    ],
)  # fmt: skip
def test_a_list_that_is_a_table_is_read_without_its_cells(table: str, row: str) -> None:
    rows = "\n".join(f"{row.format(n, text)} \\\\ \\hline" for n, text in enumerate(ROWS, 1)).replace("№ ", "\\No~")
    made = (
        "\\documentclass{article}\\begin{document}\\section{Wetter} Es regnet.\n\\section*{Literatur}\n"
        f"\\begin{{{table}}}{{lp{{10cm}}l}}\n{rows}\n\\end{{{table}}}\n\\end{{document}}"
    )
    assert [entry.raw for entry in read(made, path="x.tex").entries] == list(ROWS)
    assert read(made.replace("Literatur", "Daten"), path="x.tex").entries == ()


def test_a_command_that_prints_nothing_leaves_the_next_word() -> None:
    said = "Roux, Anne. 2012. Le brouillard. \\emph{Climat} 3(2):5--9."
    text = f"\\section*{{References}}\n\n\\noindent\\hangindent=1cm {said}"
    (entry,) = read(text, path="x.tex").entries
    assert entry.raw == "Roux, Anne. 2012. Le brouillard. Climat 3(2):5–9."


@pytest.mark.parametrize(
    "label",
    [
        r"[\protect\citeauthoryear{Hale}{2019}]",
        r"[\protect\citeauthoryear{Hale et al}{Hale et~al.}{2019}]",
        "[{\\citenamefont{Hale}\n  \\emph {et~al.}(2019)}]",
        r"[\citeproctext]",
    ],
)
def test_commands_in_the_label_of_an_item_cite_nothing(label: str) -> None:
    text = (
        "\\documentclass{article}\\begin{document}\nCrusts \\citep[see][]{hale2019} and \\citeauthor{hale2019}.\n"
        f"\\begin{{thebibliography}}{{9}}\n\\bibitem{label}{{hale2019}} Hale, J.: Crusts. Soil 3(1), 1--9 (2019)\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )
    article = read(text, path="a.tex")
    assert [entry.key for entry in article.entries] == ["hale2019"]
    assert {mention.text for mention in article.mentions} == {"hale2019"}
