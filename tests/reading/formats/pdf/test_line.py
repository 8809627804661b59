"""Lines of a PDF and the stretch of a column in which each stands."""

from refcheck.reading.formats.pdf.line import Placed, lines_of, text_of, unless_glued
from refcheck.reading.formats.pdf.page import Row

ROWS = [
    Row("Abril, A. 2011. Rivers of the plain.", 50, 700, 10),
    Row("  Lima: Andes.", 60, 688, 10),
    Row("", 50, 660),
    Row("Brandt, K. 2012. On lichens.", 50, 660, 10),
    Row("Cole, D. 2013. On mosses.", 300, 700, 10),
    Row("\fDahl, E. 2009. Snow.", 50, 700, 10),
]


def test_a_step_upwards_and_a_new_page_begin_a_stretch() -> None:
    lines = list(lines_of(ROWS))
    assert [line.index for line in lines] == [0, 1, 3, 4, 5]
    assert [line.piece for line in lines] == [0, 0, 0, 1, 2]
    assert [line.gap for line in lines] == [True, False, True, False, True]
    assert text_of(lines[:2]) == "Abril, A. 2011. Rivers of the plain. Lima: Andes."


def test_a_reference_that_would_hold_others_is_none() -> None:
    more = (
        "and what became of the fields beside them in the long years of the drought, told once more by those who stayed"
    )
    texts = [
        f"Abril, A. 2011. Rivers of the plain {more}",
        *(f"{name}, D. 201{i}. Mosses {more}" for i, name in enumerate(("Cole", "Dahl", "Egger", "Frei"))),
    ]
    lines = {line.index: line for line in lines_of([Row(text, 50, 700 - 12 * at, 10) for at, text in enumerate(texts)])}
    assert unless_glued([Placed((0,)), Placed((1,)), Placed((2,))], lines)
    assert not unless_glued([Placed((0, 1, 2, 3, 4)), Placed((1,)), Placed((2,))], lines)
