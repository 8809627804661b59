"""A page as rows: indents, gaps, the size of the letters, and no numbers that count the lines."""

from refcheck.reading.formats.pdf import text as pdf_text
from refcheck.reading.formats.pdf.page import Row, all_laid_out
from refcheck.reading.formats.pdf.text import Printed
from tests.reading.formats.pdf.test_document import pdf


def rows(page: list[tuple[float, float, str]]) -> list[Row]:
    return next(all_laid_out(pdf_text.read(pdf([page])).pages))


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


def test_a_row_whose_letters_all_differ_in_size_has_the_largest() -> None:
    sizes = [(float(size), 1) for size in range(6, 15)]
    line = pdf_text.Printed(words=list("abcdefghi"), lefts=[50.0] * 9, foot=700.0, sizes=sizes, bold=False)
    assert [row.size for row in next(all_laid_out([[line]]))] == [14.0]


def test_numbers_in_the_margin_go_where_they_count_most_of_the_lines() -> None:
    text = [(50.0, 700.0 - 12 * n, f"Line {chr(97 + n)}") for n in range(8)]
    numbers = [(30.0, 700.0 - 12 * n, f"6|{n + 97}") for n in range(8)]
    mixed = [one for pair in zip(text, numbers, strict=True) for one in pair]
    assert [row.text for row in rows(mixed)] == [f"Line {chr(97 + n)}" for n in range(8)]
    few = [*text, *((30.0, 600.0 - 12 * n, f"{n + 1}") for n in range(4))]
    assert [row.text for row in rows(few)][-1] == "4"


def test_a_running_head_outside_the_column_indents_no_line() -> None:
    page = [(40.0, 720.0, "12 Journal"), *((50.0 + 8 * (n % 2), 700.0 - 12 * n, f"Line {n}") for n in range(6))]
    assert [row.text for row in rows(page) if row.text][1:] == [f"{'  ' * (n % 2)}Line {n}" for n in range(6)]


def test_a_sign_at_another_height_ends_no_line() -> None:
    page = [(50.0, 700.0, "see www.example.org/"), (147.0, 703.5, "7|~smith."), (50.0, 688.0, "and more")]
    assert [row.text.replace(" ~", "~") for row in rows(page)] == ["see www.example.org/~smith.", "and more"]


def test_lines_of_small_print_do_not_say_how_far_apart_the_others_stand() -> None:
    text = [(50.0, 700.0 - 15 * n, f"Line {n}") for n in range(14)]
    small = [(50.0, 500.0 - 9 * n, f"6|note {n}") for n in range(30)]
    assert [row.text for row in rows([*text, *small])][:14] == [f"Line {n}" for n in range(14)]


def test_small_numbers_close_to_their_lines_count_them_too() -> None:
    page = [
        Printed(
            [str(n), "Stars", "are", "small."], [52.5, 72.0, 110.0, 130.0], 700.0 - n, [(6.0, 3), (12.0, 14)], False
        )
        for n in range(494, 500)
    ]
    assert {row.text for row in next(all_laid_out([page])) if row.text} == {"Stars are small."}


def test_two_columns_are_counted_in_both_margins_whatever_figures_stand_between() -> None:
    page = []
    for n in range(12):
        page += [(30.0, 700.0 - 12 * n, f"6|{n + 97}"), (50.0, 700.0 - 12 * n, f"Left line {chr(97 + n)}")]
    page += [(330.0, 720.0 - 6 * n, f"5|c{n}") for n in range(30)]
    for n in range(12):
        page += [(320.0, 500.0 - 12 * n, f"Right line {chr(97 + n)}"), (560.0, 500.0 - 12 * n, f"6|{n + 109}")]
    kept = [row.text for row in rows(page) if row.text and "line" in row.text]
    assert kept == [f"{side} line {chr(97 + n)}" for side in ("Left", "Right") for n in range(12)]


def test_a_small_raised_number_labels_the_line_beside_it() -> None:
    page = [
        (50.0, 700.0, "7|2"),
        (84.0, 696.0, "J. Dillon and I. Lang, Distributions."),
        (84.0, 680.0, "New York: Hill."),
    ]
    assert [row.text.strip() for row in rows(page)] == ["² J. Dillon and I. Lang, Distributions.", "New York: Hill."]


def test_numbers_of_lines_go_on_from_the_page_before() -> None:
    def lines(first: int, count: int) -> list[Printed]:
        return [
            Printed(
                [str(n), f"Stars{n}", "are", "small"],
                [52.5, 72.0, 110.0, 130.0],
                700.0 - 12 * (n - first),
                [(10, 14)],
                False,
            )
            for n in range(first, first + count)
        ]

    caption = [
        Printed(
            ["All", "words", "of", "a", "figure"], [72.0, 90.0, 120.0, 140.0, 160.0], 400.0 - 9 * n, [(9, 9)], False
        )
        for n in range(14)
    ]
    pages = [lines(1, 12), caption, [*lines(13, 4), *caption]]
    *_, last = all_laid_out(pages)
    assert [row.text for row in last if "Stars" in row.text] == [f"Stars{n} are small" for n in range(13, 17)]
    (alone,) = all_laid_out([[*lines(13, 4), *caption]])
    assert alone[0].text.startswith("13 ")


def test_a_bullet_before_a_number_in_brackets_says_nothing() -> None:
    page = [(50.0, 700.0, "- [1] Abril, A."), (50.0, 680.0, "- Abril")]
    assert [row.text.strip() for row in rows(page) if row.text] == ["[1] Abril, A.", "- Abril"]


def test_the_last_page_may_have_few_counted_lines() -> None:
    first = [
        Printed(
            [str(number * 5), "Rivers", "of", "the", "plain."],
            [20, 50, 80, 95, 110],
            700 - number * 12,
            [(10, 16)],
            False,
        )
        for number in range(1, 9)
    ]
    lines = [
        Printed(["Rivers", "of", "the", "plain."], [50, 80, 95, 110], 640 - number * 7, [(10, 16)], False)
        for number in range(9)
    ]
    last = [Printed(["45", "Brandt,", "K.", "2012."], [20, 50, 90, 105], 700, [(10, 15)], False)]
    pages = list(all_laid_out([[*first, *lines], last]))
    assert [row.text for row in pages[1] if row.text] == ["Brandt, K. 2012."]
