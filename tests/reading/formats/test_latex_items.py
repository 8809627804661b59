"""Items of thebibliography as the styles of BibTeX, and people, write them."""

from __future__ import annotations

import pytest

from refcheck.reading import read
from refcheck.reading.formats.latex_items import closing, written_out


def _entries(items: str, head: str = "") -> list[str]:
    text = (
        f"\\documentclass{{article}}\n{head}\n\\begin{{document}}\nAs in \\cite{{a}}.\n"
        f"\\begin{{thebibliography}}{{9}}\n{items}\n\\end{{thebibliography}}\n\\end{{document}}\n"
    )
    return [f"{entry.key}|{entry.raw}" for entry in read(text, path="a.tex").entries]


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        (  # REVTeX, which defines its commands in the list
            "\\providecommand \\bibinfo [0]{\\@secondoftwo}%\n\\bibitem [{\\citenamefont {Haldane}(1988)}]{a}%\n"
            "  \\BibitemOpen\n  \\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {F.~D.}\\ \\bibnamefont\n"
            "  {Haldane}},\\ }\\href {\\doibase 10.1103/PhysRevLett.61.2015} {\\bibfield\n  {journal} {\\bibinfo\n"
            "  {journal} {Phys. Rev. Lett.}\\ }\\textbf {\\bibinfo {volume} {61}},\\ \\bibinfo {pages} {2015}\n"
            "  (\\bibinfo {year} {1988})}\\BibitemShut\n  {NoStop}%",
            "a|F. D. Haldane, https://doi.org/10.1103/PhysRevLett.61.2015 Phys. Rev. Lett. 61, 2015 (1988)",
        ),
        (  # ACM
            "\\bibitem[Lamport(1978)]%\n        {a}\n\\bibfield{author}{\\bibinfo{person}{Leslie Lamport}.}\n"
            "  \\bibinfo{year}{1978}\\natexlab{}.\n\\newblock \\showarticletitle{Time and clocks}.\n"
            "\\newblock \\bibinfo{journal}{\\emph{Commun. ACM}} \\bibinfo{volume}{21},\n  \\bibinfo{number}{7}\n",
            "a|Leslie Lamport. 1978. Time and clocks. Commun. ACM 21, 7",
        ),
        (  # apacite
            "\\bibitem [\\protect \\citeauthoryear {%\nBaddeley%\n}{%\nBaddeley%\n}{%\n{\\protect \\APACyear {1992}}%\n"
            "}]{%\na}\n\\APACinsertmetastar {%\na}%\n\\begin{APACrefauthors}%\nBaddeley, A.%\n\\end{APACrefauthors}%\n"
            "\\newblock\n\\APACrefYearMonthDay{1992}{}{}.\n\\newblock\n{\\BBOQ}\\APACrefatitle {Working memory} {"
            "Working\nmemory}.{\\BBCQ}\n\\newblock\n\\APACjournalVolNumPages{Science}{255}{5044}{556--559}.",
            "a|Baddeley, A. (1992). Working memory. Science, 255(5044), 556–559.",
        ),
        (  # AASTeX: a label broken over lines, with accents in it; a journal that has no other name
            "\\bibitem[{{Hopkins} {et~al.}(2018){Hopkins}, {Kere{\\v s}},\n  {Faucher-Gigu{\\`e}re}, \\& {Narayanan}}]"
            "{a}\n{Hopkins}, P.~F., {Kere{\\v s}}, D., {et~al.} 2018, \\mnras, 480,\n  800",
            "a|Hopkins, P. F., Kereš, D., et al. 2018, Monthly Notices of the Royal Astronomical Society, 480, 800",
        ),
        (  # BioMed Central
            "\\ifx \\byear \\undefined \\def \\byear#1{#1}\\fi\n\\ifx \\blpage \\undefined \\def \\blpage #1{#1}\\fi\n"
            "\\bibitem{a}\n\\begin{barticle}\n\\bauthor{\\bsnm{Schein}, \\binits{J.}}, \\betal:\n"
            "\\batitle{Of trees}.\n\\bjtitle{Nature}\n\\bvolume{7},\n\\bfpage{909}--\\blpage{912}\n(\\byear{2010})\n"
            "\\end{barticle}\n\\endbibitem",
            "a|Schein, J., et al.: Of trees. Nature 7, 909–912 (2010)",
        ),
        (  # IEEE
            "\\providecommand{\\url}[1]{#1}\n\\csname url@samestyle\\endcsname\n\\bibitem{a}\nH.~Kopka, \\emph{A Guide"
            " to \\LaTeX}, 3rd~ed.\\hskip 1em plus\n  0.5em minus 0.4em\\relax Harlow: Addison, 1999.",
            "a|H. Kopka, A Guide to LaTeX, 3rd ed. Harlow: Addison, 1999.",
        ),
        (
            "\\bibitem{a} \\bysame, \\emph{Cohomologie galoisienne}, Springer, 1964. \\MR{MR0150130 (27 \\#133)}",
            "a|—, Cohomologie galoisienne, Springer, 1964.",
        ),
    ],
)
def test_the_styles_of_bibtex(items: str, printed: str) -> None:
    assert _entries(items) == [printed]


def test_macros_of_the_author() -> None:
    head = (
        "\\def\\npb#1#2#3{{Nucl. Phys. }{\\bf B#1} (#2) #3}\n\\newcommand{\\PRL}{Phys.\\ Rev.\\ Lett.\\ }\n"
        "\\newcommand{\\hepth}[1]{{\\tt hep-th/#1}}\n\\newcommand{\\seen}[1][x]{#1}\n\\def\\loop{\\loop}"
    )
    items = (
        "\\bibitem{a} E.~Witten, {\\it String dynamics}, \\npb{443}{1995}{85}, \\hepth{9503124}.\n"
        "\\bibitem{b} J.~Polchinski, ``Dirichlet branes,'' \\PRL {\\bf 75} (1995) 4724."
    )
    assert _entries(items, head) == [
        "a|E. Witten, String dynamics, Nucl. Phys. B443 (1995) 85, hep-th/9503124.",
        "b|J. Polchinski, “Dirichlet branes,” Phys. Rev. Lett. 75 (1995) 4724.",
    ]


def test_text_outside_a_list_stays_as_it_is() -> None:
    text = "\\def\\PRL{Phys. Rev. Lett.}\n\\begin{document}\nIn \\PRL, \\apj.\n\\end{document}\n"
    assert written_out(text) == text
    listed = "In \\apj.\n\\begin{thebibliography}{9}\n\\bibitem{a} A, \\apj, 1.\n\\end{thebibliography}\n\\apj\n"
    made = written_out(listed)
    assert made.startswith("In \\apj.") and made.endswith("\\apj\n") and "A, Astrophysical Journal, 1." in made


def test_lines_stay_where_they_are() -> None:
    items = "\\bibitem[{A\n(1)}]{k}\nA\n\\x\n{b}\n\\bibitem{l} C\n"
    text = f"\\begin{{thebibliography}}{{9}}\n\\def\\x#1{{#1}}\n{items}\\end{{thebibliography}}"
    made = written_out(text).split("\n")
    assert len(made) == text.count("\n") + 1
    assert made[7] == "\\bibitem{l} C"


def test_macros_that_name_each_other_end() -> None:
    names = (("aa", "bb"), ("bb", "cc"), ("cc", "aa"))
    head = "".join(f"\\def\\{name}" + "{" + f"\\{to}" * 9 + "}\n" for name, to in names)
    text = f"{head}\\bibitem{{k}} \\aa"
    assert len(written_out(text)) < 100_000


@pytest.mark.parametrize(
    ("text", "pair", "end"),
    [("a{b}c}d", "{}", 6), ("a\\}b}c", "{}", 5), ("{]}b]c", "[]", 5), ("a[b]c]d", "[]", 6), ("open", "{}", 4)],
)
def test_where_a_group_closes(text: str, pair: str, end: int) -> None:
    assert closing(text, 0, pair) == end
