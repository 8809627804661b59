"""A page as rows: indents, gaps, the size of the letters, and no numbers that count the lines."""

import io

import pypdf

from refcheck.reading.formats.pdf_page import Row, laid_out
from tests.reading.formats.test_pdf import pdf


def rows(page: list[tuple[float, float, str]]) -> list[Row]:
    return laid_out(pypdf.PdfReader(io.BytesIO(pdf([page]))).pages[0])


def test_an_indent_becomes_blanks_and_a_gap_a_row_without_text() -> None:
    page = [
        (50.0, 700.0, "One"),
        (62.0, 688.0, "two"),
        (50.0, 676.0, "three"),
        (50.0, 664.0, "four"),
        (50.0, 630.0, "Five"),
    ]
    assert [row.text for row in rows(page)] == ["One", "   two", "three", "four", "", "Five"]


def test_a_row_knows_the_size_of_its_letters() -> None:
    assert [row.size for row in rows([(50.0, 700.0, "14|Title"), (50.0, 680.0, "Text")])] == [14.0, 10.0]


def test_numbers_in_the_margin_go_where_they_count_most_of_the_lines() -> None:
    text = [(50.0, 700.0 - 12 * n, f"Line {chr(97 + n)}") for n in range(8)]
    numbers = [(30.0, 700.0 - 12 * n, f"6|{n + 97}") for n in range(8)]
    mixed = [one for pair in zip(text, numbers, strict=True) for one in pair]
    assert [row.text for row in rows(mixed)] == [f"Line {chr(97 + n)}" for n in range(8)]
    few = [*text, *((30.0, 600.0 - 12 * n, f"{n + 1}") for n in range(4))]
    assert [row.text for row in rows(few)][-1] == "4"
