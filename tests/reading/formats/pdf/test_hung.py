"""Lists whose lines hang, or with a blank line between two references, and what stands behind the last of them."""

from collections.abc import Callable, Sequence

from refcheck.reading.formats.pdf.hung import hung, spaced
from refcheck.reading.formats.pdf.line import Line, Placed, lines_of
from refcheck.reading.formats.pdf.page import Row

ENTRIES = [
    ("Abril, A. 2011. Rivers of the plain. Lima:", "Andes."),
    ("Brandt, K. & Cole, D. 2012. On the slow growth of", "lichens. Botany, 4, 11-19."),
    ("Dahl, E. 2009. Snow and its measures.", "https://example.org/snow"),
    ("Egger, F. 2015. Paths across a bog.", "Moor, 7, 3-8."),
]


def page(step: float, apart: float, left: float = 50, first: float = 700) -> list[Row]:
    """The entries, the second line of each further in by a step, and a gap between two where they are so far apart."""
    rows: list[Row] = []
    foot = first
    for one, other in ENTRIES:
        if rows and apart > 12:
            rows.append(Row("", left, foot))
        rows += [Row(one, left, foot, 10), Row(f"  {other}", left + step, foot - 12, 10)]
        foot -= 12 + apart
    return rows


def behind(*texts: str, left: float = 50, first: float = 500) -> list[Row]:
    return [Row("", left, first), *(Row(text, left, first - 12 * at, 10) for at, text in enumerate(texts))]


def read(way: Callable[[Sequence[Line]], list[Placed]], rows: Sequence[Row]) -> list[str]:
    return [" ".join(rows[index].text.strip() for index in one.rows) for one in way(list(lines_of(rows)))]


WHOLE = [" ".join(one) for one in ENTRIES]


def test_lines_that_hang() -> None:
    assert read(hung, page(20, 12)) == WHOLE
    assert read(hung, page(0, 12)) == []


def test_the_addresses_of_the_authors_behind_a_list_are_none_of_it() -> None:
    address = behind(
        "Elena Ruiz", "Department of Geology, University of the North,", "Calle 4, Lima", "ruiz@north.example"
    )
    assert read(hung, [*page(20, 12), *address]) == WHOLE
    german = behind("Institut für Moore, Universität am See,", "Uferweg 3, 10115 Berlin")
    assert read(hung, [*page(20, 12), *german]) == WHOLE


def test_the_day_on_which_an_article_came_in_and_its_rights_end_a_list() -> None:
    assert read(hung, [*page(20, 12), *behind("Received: February 2000; revised: October 2000")]) == WHOLE
    assert read(hung, [*page(20, 12), *behind("Eingegangen am 3. Mai 2004, angenommen am 5. Juni 2004")]) == WHOLE
    assert (
        read(hung, [*page(20, 12), *behind("Copyright © 2015 Dahl and Egger. This is an open-access article")]) == WHOLE
    )


def test_a_centred_title_of_what_follows_ends_a_list_without_a_blank_line() -> None:
    captions = [
        Row("Figure Captions", 260, 580, 10),
        *(Row(f"{n} of the bogs that were seen by Egger et al. (2015)", 50, 568 - 12 * n, 10) for n in range(4)),
    ]
    assert read(hung, [*page(20, 12), *captions]) == WHOLE


def test_how_to_cite_the_article_is_no_reference_though_it_begins_two_lines_at_the_margin() -> None:
    how = behind("Cite this article: Moor, G. (2016). Bogs.", "Political Bogs, 24-39. https://doi.org/10.1234/bogs")
    assert read(hung, [*page(20, 12), *how]) == WHOLE
    german = behind("Zitiervorschlag: Moor, G. (2016). Moore.", "Moor, 7, 24-39. https://doi.org/10.1234/bogs")
    assert read(hung, [*page(20, 12), *german]) == WHOLE


def test_a_last_reference_without_a_year_that_hangs_is_one() -> None:
    last = [
        Row("Frei, G. In press. Where the peat was cut in the", 50, 560, 10),
        Row("  old days. Oslo: Fjell.", 70, 548, 10),
    ]
    assert read(hung, [*page(20, 12), *last])[4:] == [
        "Frei, G. In press. Where the peat was cut in the old days. Oslo: Fjell."
    ]


def test_blank_lines_divide_where_nothing_hangs() -> None:
    assert read(spaced, page(0, 24)) == WHOLE
    assert read(spaced, page(0, 12)) == []


def test_on_the_next_page_a_name_begins_the_next_reference_and_other_words_go_on() -> None:
    again = [
        Row(f"\f{row.text}" if at == 0 else row.text, row.left, row.foot, row.size)
        for at, row in enumerate(page(0, 24))
    ]
    assert read(spaced, [*page(0, 24), *again]) == WHOLE * 2
    cut = [*page(0, 24)[:-1], Row("\fMoor, 7, 3-8.", 50, 700, 10)]
    assert read(spaced, cut) == WHOLE


def test_behind_an_address_or_a_label_of_the_publisher_the_next_column_begins_the_next_reference() -> None:
    for end in ("https://example.org/snow", "PubMed Abstract | Publisher Full Text"):
        rows = [
            *page(0, 24)[:-3],
            Row(end, 50, 560, 10),
            Row("Egger, F. 2015. Paths across a bog. Moor,", 300, 700, 10),
            Row("7, 3-8.", 300, 688, 10),
        ]
        assert read(spaced, rows)[-1] == WHOLE[-1], end


def test_a_list_that_is_not_apart_throughout_is_left_alone() -> None:
    rows = [
        *page(0, 24),
        Row("Frei, G. 2016. Peat. Oslo: Fjell.", 50, 544, 10),
        Row("Gut, H. 2017. Reed. Oslo: Fjell.", 50, 532, 10),
    ]
    assert read(spaced, rows) == []


def test_single_lines_set_far_apart_are_no_list() -> None:
    rows = [
        row
        for at in range(6)
        for row in (Row("", 50, 700 - 30 * at), Row(f"Abril, A. 201{at}. Rivers.", 50, 700 - 30 * at, 10))
    ]
    assert read(spaced, rows) == []
