"""A list by its places on the page: numbers that count on, lines that hang, and what belongs to the page instead."""

from collections.abc import Sequence

from refcheck.reading.formats.pdf.hung import RULED
from refcheck.reading.formats.pdf.listing import placed
from refcheck.reading.formats.pdf.page import Row

SHORT = [
    ("Abril, A. 2011. Rivers of the plain.", "Lima: Andes."),
    ("Brandt, K. & Cole, D. 2012. On the slow growth of lichens.", "Botany, 4, 11-19."),
    ("Dahl, E. 2009. Snow and its measures.", "Oslo: Fjell."),
    ("Egger, F. 2015. Paths across a bog.", "Moor, 7, 3-8."),
]


def rows(*lines: tuple[float, float, str], size: float = 10) -> list[Row]:
    return [Row(text, left, foot, size) for left, foot, text in lines]


def listed(
    marks: Sequence[str], left: float, first: float, step: float, hang: float = 20, gap: float = 12
) -> list[Row]:
    """Entries of two lines, one below the other."""
    out, foot = [], first
    for mark, (one, other) in zip(marks, SHORT * 9, strict=False):
        out += rows((left, foot, f"{mark} {one}".strip()), (left + hang, foot - step, other))
        foot -= step + gap
    return out


def texts(page: Sequence[Row]) -> list[str]:
    return [" ".join(page[index].text.strip() for index in entry.rows) for entry in placed(page) if not entry.heads]


HEAD = rows((50, 700, "References"))
WHOLE = [" ".join(one) for one in SHORT]


def test_numbers_divide_however_far_apart_the_lines_stand() -> None:
    page: list[Row] = [*HEAD]
    for row in listed([f"[{n}]" for n in range(1, 5)], 50, 680, 16, gap=11):
        page += [Row("", row.left, row.foot), row]
    assert texts(page) == [f"[{n}] {text}" for n, text in enumerate(WHOLE, 1)]
    assert [entry.marker for entry in placed(page)] == ["", "[1]", "[2]", "[3]", "[4]"]


def test_a_number_that_stands_further_in_than_its_lines_divides_too() -> None:
    assert texts([*HEAD, *listed([f"{n}." for n in range(1, 5)], 70, 680, 12, hang=-20)]) == [
        f"{n}. {text}" for n, text in enumerate(WHOLE, 1)
    ]


def test_a_figure_at_the_beginning_of_a_line_is_no_number() -> None:
    page = rows(
        (50, 700, "References"),
        (50, 680, "1. Abril, A. 2011. Rivers, vol."),
        (70, 668, "2. Lima: Andes."),
        (50, 656, "2. Dahl, E. 2009. Snow. Oslo: Fjell."),
        (50, 644, "3. Egger, F. 2015. Paths across a bog."),
    )
    assert [text[:12] for text in texts(page)] == ["1. Abril, A.", "2. Dahl, E. ", "3. Egger, F."]


def test_lines_of_the_page_between_two_columns_belong_to_no_reference() -> None:
    left, right = listed(["[1]", "[2]"], 50, 680, 12), listed(["[3]", "[4]"], 320, 700, 12)
    foot = [Row("Journal of Lichens 2016", 150, 40, 8)]
    assert texts([*HEAD, *left, *foot, *right])[1] == f"[2] {WHOLE[1]}"


def test_the_last_number_ends_where_its_lines_no_longer_hang() -> None:
    behind = rows((50, 560, "Frida Egger lives in a hut."), (50, 548, "She counts lichens since 2011."))
    page = [*HEAD, *listed([f"[{n}]" for n in range(1, 5)], 50, 680, 12)]
    assert texts([*page, *behind])[-1] == f"[4] {WHOLE[3]}"


def test_the_last_reference_goes_on_where_a_line_breaks_off() -> None:
    page = [*HEAD, *listed([f"[{n}]" for n in range(1, 5)], 50, 680, 12)]
    last = [
        Row("[5] Fuchs, G. 2016. Individual comparisons of hedges. Biome-", 50, 584, 10),
        Row("trics, 1, 80-83.", 50, 572, 10),
    ]
    assert texts([*page, *last])[-1].endswith("Biome- trics, 1, 80-83.")


def test_lines_that_hang_go_on_in_the_next_column() -> None:
    left = listed([""] * 3, 50, 680, 12)
    rest = [Row(left[-1].text, 340, 700, 10), *listed([""], 320, 688, 12)]
    found = texts([*HEAD, *left[:-1], *rest])
    assert found == [*WHOLE[:3], WHOLE[0]]


def test_two_margins_on_a_page_are_margins_both() -> None:
    page = [*HEAD, *listed([""] * 2, 50, 680, 12), *listed([""] * 2, 55, 632, 12)]
    assert texts(page) == [*WHOLE[:2], *WHOLE[:2]]


def test_paragraphs_about_the_authors_are_no_part_of_the_last_reference() -> None:
    behind = [Row("", 90, 560, 10), *rows((90, 560, "FRIDA EGGER is a lecturer"), (90, 548, "at the school of bogs."))]
    assert texts([*HEAD, *listed([""] * 4, 50, 680, 12), *behind]) == WHOLE


def test_a_title_in_larger_letters_ends_the_list() -> None:
    title = [Row("", 50, 560, 10), Row("A Models of 1996", 50, 560, 16, bold=True)]
    assert texts([*HEAD, *listed([""] * 4, 50, 680, 12), *title]) == WHOLE


def test_a_rule_that_repeats_the_author_is_drawn_and_not_printed() -> None:
    assert RULED.match(". 2007. “Second thoughts.”") and RULED.match(", 2007") and not RULED.match("Dahl, E. 2007.")
    page = [*HEAD, *listed([""] * 3, 50, 680, 12)]
    again = [Row("", 90, 608, 10), *rows((90, 608, ". 2016. Snow again."), (70, 596, "Oslo: Fjell."))]
    assert texts([*page, *again]) == [*WHOLE[:3], ". 2016. Snow again. Oslo: Fjell."]


def test_a_list_that_shows_neither_is_left_alone() -> None:
    flush = rows(*((50, 680 - 12 * n, text) for n, text in enumerate(line for one in SHORT for line in one)))
    assert placed([*HEAD, *flush]) == []
    assert placed(listed([""] * 4, 50, 680, 12)) == []
    assert placed([]) == []


def test_references_that_would_hold_others_are_not_divided_so() -> None:
    long = [
        (
            70.0,
            400.0 - 12 * n,
            f"{chr(65 + n)}dams, {chr(65 + n)}. & Bell, C. (19{70 + n}) A long title " + "of it " * 9,
        )
        for n in range(9)
    ]
    page = [
        *HEAD,
        *listed([f"[{n}]" for n in range(1, 5)], 50, 680, 12),
        *rows(*long),
        *rows((50, 90, "[5] Zorn, B. 2003. Ends.")),
    ]
    assert placed(page) == []


def test_a_list_of_figures_or_an_appendix_with_its_letter_ends_the_list() -> None:
    for title in ("LIST OF FIGURES", "Anhang B: Fragebogen", "Appendix A"):
        foot = 680 - 4 * 26
        behind = [Row("", 50, foot), *rows((50, foot, title), (50, foot - 12, "Fig. 1. The snow of 2009 by month."))]
        assert texts([*HEAD, *listed([""] * 4, 50, 680, 12, gap=14), *behind]) == WHOLE


def test_a_list_set_like_paragraphs_with_their_first_lines_further_in() -> None:
    page, foot = rows((50, 715, "References")), 700.0
    for one, other in SHORT:
        page += rows((68, foot, one), (50, foot - 12, other))
        foot -= 24
    assert texts(page) == [" ".join(one) for one in SHORT]


def test_running_text_set_so_is_no_list() -> None:
    page, foot = rows((50, 715, "References")), 700.0
    for one in ("These are found", "Nothing is known", "All others were", "It has been so"):
        page += rows(
            (68, foot, f"{one} where they had been"), (50, foot - 12, "left behind, and no other place was named")
        )
        foot -= 24
    assert texts(page) == []


PHYSICS = [
    "A. Sommerfeld, Ann. Phys. 51, 1 (1916).",
    "M. Curie y P. Langevin, Anales Fis. 12, 33 (1921).",
    "Л. Ландау, ЖЭТФ 11, 592 (1941).",
    "E. Fermi, Nuovo Cimento 11, 1 (1934).",
]
THANKS = rows((50, 760, "Wir danken allen, die uns geholfen haben, und dem Rat"), (50, 748, "für seine Mittel."))


def unheaded(*marks: str) -> list[Row]:
    return [
        *THANKS,
        *rows(*((50, 700 - 12 * n, mark + one) for n, (mark, one) in enumerate(zip(marks, PHYSICS, strict=False)))),
    ]


def test_a_list_without_a_heading_is_known_by_its_numbers() -> None:
    for marks in (("[1] ", "[2] ", "[3] ", "[4] "), ("¹", "²", "³", "⁴")):
        page = unheaded(*marks)
        assert texts(page) == [mark + one for mark, one in zip(marks, PHYSICS, strict=True)]
        assert all(entry.listed for entry in placed(page))
    assert placed(unheaded("1 ", "2 ", "3 ", "4 ")) == []


def test_what_is_numbered_so_and_no_list_is_left_alone() -> None:
    said = ["nimmt man an, dass es eine Lösung gibt.", "so folgt 1934 der zweite Satz.", "die Reihe konvergiert."]
    claims = rows(*((50, 700 - 12 * n, f"[{n}] {one}") for n, one in enumerate(said, 1)))
    assert placed([*THANKS, *claims]) == []
    text = rows(*((50, 680 - 12 * n, f"the text says more of this in line {n} and goes") for n in range(9)))
    apart = [row for one in unheaded("[1] ", "[2] ", "[3] ", "[4] ")[2:] for row in (one, *text)]
    assert placed([*THANKS, *apart]) == []


def test_a_figure_may_stand_between_two_columns_of_a_list_without_a_heading() -> None:
    first, second = unheaded("[1] ", "[2] ")[2:], unheaded("", "", "[3] ", "[4] ")[-2:]
    figure = rows((50, 640, "Abb. 3. Die Stufen."), size=8)
    assert len(texts([*THANKS, *first, *figure, *second])) == 4


def test_a_number_may_stand_close_to_a_title_in_quotation_marks() -> None:
    items = [
        ("1.", "“Rapport annuel.” Ville de Lyon, 2011."),
        ("2.", "«Дневник». Москва, 2009."),
        ("3.", "Dahl, E. 2009."),
    ]
    page = [*HEAD, *rows(*((50, 680 - 12 * n, f"{mark}{one}") for n, (mark, one) in enumerate(items)))]
    assert [entry.marker for entry in placed(page)] == ["", "1.", "2.", "3."]


def test_a_stop_behind_a_label_is_no_text() -> None:
    page = [*HEAD, *listed([f"[{n}]." for n in range(1, 5)], 50, 680, 12)]
    assert [entry.marker for entry in placed(page)] == ["", "[1].", "[2].", "[3].", "[4]."]


def test_a_number_that_lost_its_stop_and_one_before_a_question_are_numbers() -> None:
    items = [("1.", "Abril, A. 2011. Rivers."), ("2", "EPA. Clean cars, 2018."), ("3.", "Dahl, E. 2009. Snow.")]
    page = [*HEAD, *rows(*((50, 680 - 12 * n, f"{mark} {one}") for n, (mark, one) in enumerate(items)))]
    assert [entry.marker for entry in placed(page)] == ["", "1.", "2", "3."]
    asked = ["¿De dónde viene la nieve? 2022", "Blockchain. 2021", "“Nieve.” 2020", "¿Qué es un atlas? 2019"]
    page = [*HEAD, *rows(*((50, 680 - 12 * n, f"{n} {one}") for n, one in enumerate(asked, 1)))]
    assert [entry.marker for entry in placed(page)] == ["", "1", "2", "3", "4"]
