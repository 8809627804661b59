"""The .bbl files of biber: works whose fields stand apart, and that stand for .bib files that are not there."""

from __future__ import annotations

from pathlib import Path

from refcheck import Settings, check
from refcheck.reading import read
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.formats.bbl import read_bbl, written_back

BBL = r"""% $ biblatex auxiliary file $
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{ruiz2010}{article}{}
      \name{author}{3}{}{%
        {{hash=aa}{%
           family={Ruiz},
           familyi={R\bibinitperiod},
           given={Ana\bibnamedelima María},
           giveni={A\bibinitperiod\bibinitdelim M\bibinitperiod}}}%
        {{hash=bb}{%
           family={Velde},
           given={Jan},
           prefix={van\bibnamedelimb der}}}%
        {{hash=cc}{%
           family={{Instituto Nacional de Estadística}}}}%
      }
      \list{publisher}{1}{%
        {North {Holland}}%
      }
      \strng{namehash}{d7}
      \field{sortinit}{R}
      \field{journaltitle}{Revista de {Ríos}}
      \field{title}{Los \emph{ríos}: una guía}
      \field{urlday}{2}
      \field{urlmonth}{5}
      \field{urlyear}{2020}
      \field{year}{2010}
      \field{pages}{1\bibrangedash 20}
      \range{pages}{20}
      \verb{doi}
      \verb 10.5555/xyz_123
      \endverb
    \endentry
    \entry{knuth}{book}{}
      \true{moreauthor}
      \name{author}{1}{}{%
        {{}%
         {Knuth}{K\bibinitperiod}%
         {Donald\bibnamedelima E.}{D\bibinitperiod}%
         {}{}%
         {}{}}%
      }
      \field{title}{Fundamental algorithms}
      \field{year}{1968}
    \endentry
  \enddatalist
\endrefsection
\refsection{1}
    \entry{knuth}{book}{}
      \field{title}{Again}
    \endentry
\endrefsection
"""


def test_works_are_written_back_once_with_their_lines() -> None:
    first, second = bib_entries(written_back(BBL))
    assert (first.key, first.line, second.key, second.line) == ("ruiz2010", 4, "knuth", 35)
    fields = first.data["fields"] if first.data else {}
    assert fields["author"] == "Ruiz, Ana María and van der Velde, Jan and {Instituto Nacional de Estadística}"
    assert fields["pages"] == "1--20"
    assert fields["urldate"] == "2020-05-02"
    assert "sortinit" not in fields
    assert second.data and second.data["fields"]["author"] == "Knuth, Donald E. and others"


def test_a_name_without_given_names_is_one_of_a_body_where_it_has_several_words() -> None:
    name = "\\name{author}{1}{}{%\n{{hash=x}{%\nfamily={Consejo Vecinal}}}%\n}\n"
    text = f"\\entry{{a}}{{misc}}{{}}\n{name}\\field{{title}}{{}}\n\\endentry"
    (entry,) = bib_entries(written_back(text))
    assert entry.data and entry.data["fields"] == {"author": "{Consejo Vecinal}"}


def test_what_is_not_closed_ends_nowhere() -> None:
    text = "\\entry{a}{misc}{}\n\\field{title}{Open\n\\field{year}{1999}\n\\endentry\n"
    (entry,) = bib_entries(written_back(text))
    assert entry.data and entry.data["fields"] == {"year": "1999"}


def test_one_of_bibtex_is_latex(tmp_path: Path) -> None:
    text = "\\begin{thebibliography}{1}\n\\bibitem{knuth} D. Knuth. Algorithms. 1968.\n\\end{thebibliography}\n"
    assert written_back(text) == ""
    assert read_bbl(text).format == "latex"
    (tmp_path / "a.bbl").write_text(BBL)
    assert [reference.title for reference in check(tmp_path / "a.bbl", settings=Settings(locked=True)).references] == [
        "Los ríos: una guía",
        "Fundamental algorithms",
    ]


MAIN = r"""\documentclass{book}
\addbibresource{refs.bib}
\begin{document}
\include{uno}
\printbibliography
\end{document}
"""


def test_it_stands_for_a_bib_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(MAIN)
    (tmp_path / "uno.tex").write_text("\\chapter{Uno}\nEl río \\autocite{ruiz2010}, y \\cite{knuth}.\n")
    (tmp_path / "main.bbl").write_text(BBL)
    for name in ("main.tex", "uno.tex"):
        article = read(tmp_path / name)
        assert [entry.key for entry in article.entries] == ["ruiz2010", "knuth"]
        assert not article.unread


def test_the_bib_file_comes_first_and_what_both_lack_is_said(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{knuth, title = {Seminumerical algorithms}, year = 1969}\n")
    (tmp_path / "main.tex").write_text(MAIN.replace("\\include{uno}", "\\cite{knuth,ruiz2010,nadie}"))
    (tmp_path / "main.bbl").write_text(BBL)
    report = check(tmp_path / "main.tex", settings=Settings(locked=True))
    assert [reference.title for reference in report.references] == ["Seminumerical algorithms", "Los ríos: una guía"]
    assert [f.message for f in report.findings if f.check == "unread"] == ["nadie is not in refs.bib, main.bbl."]
