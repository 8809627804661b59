"""LaTeX to text."""

import pytest

from refcheck.exchange.bibtex_write import read_bibtex


def test_ampersands_and_entities_are_characters() -> None:
    block = "@article{a, author={{Procter & Gamble}}, title={{Q&amp;A: 50% of R&D}}, journal={Maths &amp; \\& Rest}}"
    (reference,) = read_bibtex(block)
    assert (reference.title, reference.container) == ("Q&A: 50% of R&D", "Maths & & Rest")
    assert reference.authors[0].literal == "Procter & Gamble"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"The {\TeX}book and \LaTeX{}", "The TeXbook and LaTeX"),
        (r"CO$_{2}$ at $10^{-3}$ of $^{13}$C and $\mathrm{H}_2$O", "CO2 at 10-3 of 13C and H2O"),
        (r"$\beta$-amyloid in $\mu$m", "β-amyloid in μm"),
        ("US$5 and $6", "US$5 and $6"),
        (r"See \href{http://example.org/a_b}{the {\it text}}", "See the text"),
    ],
)
def test_formulas_and_commands_read_as_registers_print_them(value: str, text: str) -> None:
    (reference,) = read_bibtex(f"@book{{a, title={{{value}}}}}")
    assert reference.title == text
