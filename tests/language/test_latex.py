"""LaTeX to text."""

import pytest

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.language.fold import keys
from refcheck.language.latex import verbatim, without_commands


def test_ampersands_and_entities_are_characters() -> None:
    block = "@article{a, author={{Procter & Gamble}}, title={{Q&amp;A: 50% of R&D}}, journal={Maths &amp; \\& Rest}}"
    (reference,) = read_bibtex(block)
    assert (reference.title, reference.container) == ("Q&A: 50% of R&D", "Maths & & Rest")
    assert reference.authors[0].literal == "Procter & Gamble"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"The {\TeX}book and \LaTeX{}", "The TeXbook and LaTeX"),
        (r"\ConTeXt{} and \MiKTeX, \pdfLaTeX\ in \METAFONT", "ConTeXt and MiKTeX, pdfLaTeX in METAFONT"),
        (r"CO$_{2}$ at $10^{-3}$ of $^{13}$C and $\mathrm{H}_2$O", "CO2 at 10-3 of 13C and H2O"),
        (r"$\beta$-amyloid in $\mu$m", "β-amyloid in μm"),
        ("US$5 and $6", "US$5 and $6"),
        (r"Vol.\ 2, \S 3 of \P{}4, \copyright\ Smith", "Vol. 2, §3 of ¶4, © Smith"),
        (r"the $\epsilon_r$ of \(\alpha_s\) and $\kappa_2$", "the ϵr of αs and κ2"),
        (
            "elevated [CO_2], NO_x and PM_{2.5}, not COVID_19 or data_2",
            "elevated [CO2], NOx and PM2.5, not COVID_19 or data_2",
        ),
        (r"1D Ly-\$\textbackslash alpha\$ in \$\textbackslash{{Lambda}}\${{CDM}}", "1D Ly-α in ΛCDM"),
        (r"\textitEucalyptus, 13CO_2", "Eucalyptus, 13CO2"),
        (r"Trees of Arity $\le\omega$ in \o\ss", "Trees of Arity ≤ω in øß"),
        (r"Green\char39{}s function", "Green's function"),
        (r'Nystr{\\"o}m in a \\ new line', "Nyström in a new line"),
        (r"about \textasciitilde{}5 of $z$\textasciitilde 2, a tie~here", "about ~5 of z~2, a tie here"),
        (r"See \href{http://example.org/a_b}{the {\it text}}", "See the text"),
        (
            r"In $\mathit{p}\overline{p}$ at $\sqrt{\mathit{s}}\phantom{\rule{0ex}{0ex}}=$ 1.8 TeV",
            "In pp\u0305 at √(s)= 1.8 TeV",
        ),
    ],
)
def test_formulas_and_commands_read_as_registers_print_them(value: str, text: str) -> None:
    (reference,) = read_bibtex(f"@book{{a, title={{{value}}}}}")
    assert reference.title == text


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        (r"\'Etude of na\"{\i}ve \o re in \v{C}apek", "Étude of naïve øre in Čapek"),
        (r"$\beta$-amyloid, R\&D, 5\,km", "$β$-amyloid, R&D, 5 km"),
        (r"First\\Second \mymacro*{third} super\-market", "First Second  {third} supermarket"),
        (r"C:\2020\10", r"C:\2020\10"),
    ],
)
def test_prose_keeps_its_letters_and_loses_its_commands(prose: str, text: str) -> None:
    assert without_commands(prose) == text


def test_what_registers_leave_of_latex_folds_like_what_an_article_prints() -> None:
    assert keys(r"\'Etude of $\beta$-amyloid in \emph{\o re}") == keys("Étude of β-amyloid in øre")


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("10.1000/a_b", "10.1000/a_b"),
        (r"10.1000/a\_b{\_}c", "10.1000/a_b_c"),
        (r"\url{https://example.org/$\sim$me}", "https://example.org/~me"),
        (r"https://example.org/\textasciitilde{}me/\~{}you", "https://example.org/~me/~you"),
        (r"10.1002/1097{\textless}1::AID{\textgreater}3$<$2", "10.1002/1097<1::AID>3<2"),
        (r"10.1000\slash{}a\textunderscore b", "10.1000/a_b"),
        (r"\href{https://example.org/a\%20b}", "https://example.org/a%20b"),
    ],
)
def test_addresses_and_dois_lose_the_escapes_only(value: str, bare: str) -> None:
    assert verbatim(value) == bare
