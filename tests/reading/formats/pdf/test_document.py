"""PDF: indents and gaps divide what prints no number; what stands behind a list, or only has its heading, is none."""

import pytest

from refcheck.reading import read
from refcheck.reading.formats.pdf.document import _heads, _without_running_heads
from refcheck.reading.formats.pdf.page import Row

LIST = [
    ["Brown, P., Assink, J. D., & Astiz, L. 2013, Nature, 503,", "238"],
    ["Greenstreet, S., & Gladman, B. 2012, Icarus, 217, 355"],
    ["Mainzer et al. 2011, ApJ, 741, 90"],
    ["Mainzer et al. 2014, ApJ, 792, 30"],
    ["Muinonen, K. 2014, in Asteroids, Comets, Meteors, eds.", "Lister et al. (Helsinki, Finland), 118"],
    ["Trilling et al. 2017, AJ, submitted"],
    ["Werner, S. C. 2002, Icarus, 156, 287"],
]
PROSE = ["Asteroids are small, and there are a great many of them that nobody", "has ever seen or counted in a survey."]


def pdf(pages: list[list[tuple[float, float, str]]]) -> bytes:
    """A PDF of pages, each of lines: points from the left and from the foot, and the text ("14|A" in 14 points)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        stream = "BT " + " ".join(
            f"/F1 {(sized := text.rpartition('|'))[0] or 10} Tf 1 0 0 1 {x} {y} Tm "
            f"({sized[2].replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj"
            for x, y, text in page
        )
        objects.append(f"<< /Length {len(stream) + 3} >>\nstream\n{stream} ET\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "%PDF-1.4\n"
    places = []
    for number, value in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{value}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return (body + head + f"startxref\n{len(body)}\n%%EOF").encode("latin-1")


def page(parts: list[tuple[list[str], float]], gap: float = 0, left: float = 50) -> list[tuple[float, float, str]]:
    """Paragraphs one below the other: (lines, indent of all but the first), and points between the paragraphs."""
    rows, y = [], 700.0
    for lines, hanging in parts:
        for index, line in enumerate(lines):
            rows.append((left + (hanging if index else 0), y, line))
            y -= 12
        y -= gap
    return rows


def raws(*pages: list[tuple[float, float, str]]) -> list[str]:
    return [entry.raw for entry in read(pdf(list(pages)), path="x.pdf").entries]


HEAD: list[tuple[list[str], float]] = [(PROSE, 0), (["References"], 0)]


def test_a_hanging_indent_divides() -> None:
    assert raws(page([*HEAD, *((one, 9) for one in LIST)])) == [" ".join(one) for one in LIST]


def test_a_gap_divides() -> None:
    assert raws(page([*HEAD, *((one, 0) for one in LIST)], gap=5)) == [" ".join(one) for one in LIST]


def test_a_list_in_two_columns() -> None:
    second = [(x, y, text) for x, y, text in page([(one, 9) for one in LIST[4:]], left=320)]
    assert raws([*page([*HEAD, *((one, 9) for one in LIST[:4])]), *second]) == [" ".join(one) for one in LIST]


def test_what_follows_a_sorted_list_out_of_its_order_is_no_part_of_it() -> None:
    figure = page([(["Figure 1. The sizes of asteroids, by survey."], 0), (["Rabinowitz et al. (2000)"], 0)], gap=20)
    assert raws(page([*HEAD, *((one, 9) for one in LIST)]), figure) == [" ".join(one) for one in LIST]


def test_a_line_of_the_table_of_contents_opens_no_list() -> None:
    contents = page(
        [(["Contents"], 0), (["References 3"], 0), (["Smith et al. (2010) is said to be first here."], 0)], gap=9
    )
    assert raws(contents, page([*HEAD, *((one, 9) for one in LIST)])) == [" ".join(one) for one in LIST]


def test_a_numbered_list_goes_on_over_a_break() -> None:
    numbered = [[f"[{n}] {one[0]}", *one[1:]] for n, one in enumerate(LIST, 1)]
    second = page([(["2 At higher energies there may be more of them."], 0), *((one, 15) for one in numbered[4:])])
    found = raws(page([*HEAD, *((one, 15) for one in numbered[:4])]), second)
    assert len(found) == len(LIST) and found[4:] == [" ".join(one) for one in LIST[4:]]


ENTRIES = [" ".join(one) for one in LIST]
TITLED: list[tuple[list[str], float]] = [(PROSE, 0), (["14|References"], 0), *((one, 9) for one in LIST)]


def test_what_follows_in_a_section_of_its_own_is_no_part_of_the_list() -> None:
    behind = [
        (["14|Anhang A"], 0),
        (["Tabelle 1 nennt die Orte, an denen gemessen wurde"], 0),
        (["Kiel 2004, Berlin 2006"], 0),
    ]
    assert raws(page([*TITLED, *behind])) == ENTRIES
    series = [(["14|In dieser Reihe sind erschienen"], 0), (["Albach, H. 1993, Zerrissene Netze, Berlin, 14 S."], 0)]
    assert raws(page([*TITLED, *series])) == ENTRIES


def test_a_box_between_two_references_ends_no_list() -> None:
    first, second = TITLED[:5], TITLED[5:]
    box = [(["12|Main messages"], 0), (["There are more asteroids than anybody has seen."], 0)]
    assert raws(page([*first, *box]), page(second)) == ENTRIES


def counted(rows: list[tuple[float, float, str]], first: int, step: int = 1) -> list[tuple[float, float, str]]:
    """The rows of a page with their numbers in the left margin, as a manuscript has them."""
    out = []
    for number, (x, y, text) in enumerate(rows, first):
        out.append((x, y, text))
        if number % step == 0:
            out.append((30, y, f"6|{number}"))
    return out


def test_numbers_that_count_the_lines_are_no_text() -> None:
    assert raws(counted(page([*HEAD, *((one, 9) for one in LIST)]), 398)) == ENTRIES
    twice = [*((one, 9) for one in LIST), *(([one[0].replace("20", "19"), *one[1:]], 9) for one in LIST)]
    found = raws(counted(page([*HEAD, *twice]), 101, step=5))
    assert found[: len(LIST)] == ENTRIES and len(found) == len(twice)


def test_numbers_of_references_are_not_taken_for_line_numbers() -> None:
    numbered = [([f"{n}. {one[0]}", *one[1:]], 9.0) for n, one in enumerate(LIST, 1)]
    assert raws(page([(PROSE, 0), (["Literatur"], 0), *numbered])) == ENTRIES


def test_a_page_may_begin_with_the_rest_of_an_entry() -> None:
    rest = [(59, 700.0, LIST[4][1]), *((x, y - 12, text) for x, y, text in page([(one, 9) for one in LIST[5:]]))]
    first = page([*HEAD, *((one, 9) for one in LIST[:4]), ([LIST[4][0]], 9)])
    assert raws(first, rest) == ENTRIES


def test_a_numbered_item_ends_where_the_next_number_begins() -> None:
    items = [
        ["1. Gesundheitsamt der Stadt (2012). Befragung 2012", "Bericht des Amtes. Bonn, Stadtverlag."],
        ["2. Park, A. (1997). Unterschiede in Umfragen. The", "International Survey Programme. London: Sage."],
        ["3. Weiss, B. (2001). Von Haus zu Haus. Bern: Haupt."],
        ["4. Wilks D 2006 Statistical methods. Paris: Seuil."],
    ]
    found = raws(page([(PROSE, 0), (["Literatur"], 0), *((one, 0) for one in items)], gap=6))
    assert found == [" ".join(one).split(" ", 1)[1] for one in items]


def test_two_margins_in_a_column_divide_all_the_same() -> None:
    rows = page([*HEAD, *((one, 20) for one in LIST)])
    shifted = [(x + 8 if 8 < i < 20 else x, y, text) for i, (x, y, text) in enumerate(rows)]
    assert raws(shifted) == ENTRIES


def test_figures_that_a_font_only_names() -> None:
    named = [
        [one.replace("2013", "/two.oldstyle/zero.oldstyle/one.oldstyle/three.oldstyle") for one in LIST[0]],
        *LIST[1:],
    ]
    assert raws(page([*HEAD, *((one, 9) for one in named)])) == ENTRIES


def test_a_heading_at_the_head_of_a_page_is_one() -> None:
    """Whatever the last line of the page before, and with the list at another margin."""
    entries = [(entry, 15.0) for entry in LIST[1:]]
    body = page([(PROSE, 0.0)] * 12)
    under = [(x, y - 30, text) for x, y, text in page(entries)]
    first = [(275.0, 700.0, "References"), *under]
    assert raws(body, first) == [" ".join(entry) for entry in LIST[1:]]
    behind = [(50.0, 700.0, "14|A Appendix"), *((x, y - 30, t) for x, y, t in page([(PROSE, 0.0)]))]
    assert raws(body, first, behind) == [" ".join(entry) for entry in LIST[1:]]


WRAPPED = [
    ["Brown, P., Assink, J. D., & Astiz, L. 2013, Nature,", "503, 238"],
    ["Greenstreet, S., & Gladman, B. 2012, Icarus,", "217, 355"],
    ["Mainzer et al. 2011, The Astrophysical Journal,", "741, 90"],
    ["Muinonen, K. 2014, in Asteroids, Comets, Meteors, eds.", "Lister et al. (Helsinki, Finland), 118"],
    ["Trilling et al. 2017, AJ, submitted"],
    ["Werner, S. C. 2002, The Journal of Craters,", "156, 287"],
]


def test_the_running_head_of_a_chapter_is_no_part_of_its_list() -> None:
    pages = []
    for number, entries in enumerate((WRAPPED[:2], WRAPPED[2:4], WRAPPED[4:]), 1):
        rows = page([*(HEAD if number == 1 else []), *((one, 9) for one in entries)])
        pages.append([(50.0, 740.0, f"CHAPTER 5. OF SMALL BODIES {60 + number}"), *rows])
    others = [page([(PROSE, 0)]) for _ in range(12)]
    assert raws(*others, *pages) == [" ".join(one) for one in WRAPPED]


def test_lines_of_a_page_that_recur_go_however_many_they_are() -> None:
    review = ["JSB", "#111", "JSB", "#111", "JSB 2019 Submission. CONFIDENTIAL REVIEW COPY."]
    head = [(50.0, 770.0 - 8 * n, text) for n, text in enumerate(review)]
    first, second = page([*HEAD, *((one, 9) for one in WRAPPED[:4])]), page([(one, 9) for one in WRAPPED[4:]])
    assert raws([*head, *page([(PROSE, 0)])], [*head, *first], [*head, *second]) == [" ".join(one) for one in WRAPPED]


def test_a_title_in_large_bold_letters_may_name_a_year() -> None:
    assert _heads(Row("A Other Models of the Survey (1996", 72.0, 700.0, 17.0, bold=True), 12.0)
    assert not _heads(Row("Survey of the Small Bodies (1996)", 72.0, 700.0, 12.0, bold=True), 12.0)


def test_the_source_of_a_figure_is_no_list() -> None:
    caption = [(50.0, 690.0, "Fonte: (PEREIRA; COSTA, 2006)"), (50.0, 670.0, PROSE[0])]
    assert raws(caption, page([*HEAD, *((one, 9) for one in WRAPPED)])) == [" ".join(one) for one in WRAPPED]
    assert raws([(50.0, 690.0, "Fonte: Autoria propria (2024)"), (50.0, 678.0, PROSE[0])]) == []


def test_rows_of_a_table_that_compares_works_are_no_references() -> None:
    table = [f"{name} et al. (201{n}) X {name}er (2011) X X" for n, name in enumerate(("Lind", "Berg", "Holm", "Dahl"))]
    survey = page([(["2 Literature Review"], 0), *(([one], 0) for one in table)], gap=6)
    assert raws(survey, page([*HEAD, *((one, 9) for one in WRAPPED)])) == [" ".join(one) for one in WRAPPED]


def test_the_foot_of_two_pages_is_no_reference() -> None:
    foot = (
        40.0,
        55.0,
        "8|Vega, A., & Goring, B. (2023). moths: A package. Journal of Software, 0(0), 1. See example.org.",
    )
    first, second = page([(PROSE, 0)]), page([(["References"], 0), *((one, 9) for one in WRAPPED)])
    assert raws([*first, foot], [*second, foot]) == [" ".join(one) for one in WRAPPED]


@pytest.mark.parametrize(
    "edge", ["2 | www.example.org/10.1234/moths.2015 Vega et al.", "Journal of Moths, 2015 | 2", "12 │ 3. Kapitel"]
)
def test_a_page_number_with_a_bar_is_at_an_edge(edge: str) -> None:
    rows = [Row(lines[0], 10.0, 0.0) for lines in LIST]
    for page_ in ([*rows, Row(edge, 10.0, 0.0)], [Row(edge, 10.0, 0.0), *rows]):
        assert [list(one) for one in _without_running_heads([page_])] == [rows]


def test_the_heading_of_a_list_is_a_running_head_on_its_next_page() -> None:
    first = page([*HEAD, *((one, 9) for one in LIST[:4])])
    second = [(50.0, 760.0, "References"), *page([(one, 9) for one in LIST[4:]])]
    assert raws(first, second) == [" ".join(one) for one in LIST]


def test_a_line_that_two_pages_share_may_be_text() -> None:
    shared = "Brown, P., Assink, J. D., & Astiz, L. 2013, Nature, 503, 238"
    first = page([*HEAD, ([shared], 9), *((one, 9) for one in LIST[1:4])])
    second = page([(one, 9) for one in (*LIST[4:], [shared])])
    assert raws(first, second).count(shared) == 2


PHYSICS = ["E. Noether, Nachr. Ges. Wiss. 1918, 235 (1918).", "L. Meitner, Z. Phys. 9, 131 (1922)."]


def test_a_list_without_a_heading_has_no_notes_and_nothing_of_the_text_beside_it() -> None:
    text = [f"This is line {n} of the running text of an article about atoms" for n in range(9)]
    claim = ["1. Bohr, N. (1913). The spectrum varies most in this year."]
    listed = [
        ([f"[{n}] {one}"], 0.0) for n, one in enumerate([*PHYSICS[:2], "M. Goeppert, Ann. Phys. 9, 273 (1931)."], 1)
    ]
    affiliation = [(50.0, 90.0, "7|1 Seminary of Physics, Lund"), (50.0, 80.0, "7|2 Hall of Stars, Delft")]
    found = raws([*page([(text, 0), (claim, 0)]), *affiliation], page([(text, 0), *listed]))
    assert found == [*PHYSICS[:2], "M. Goeppert, Ann. Phys. 9, 273 (1931)."]


def test_who_the_authors_are_is_no_part_of_a_numbered_list() -> None:
    numbered = [([f"[{n}] {one[0]}", *one[1:]], 15.0) for n, one in enumerate(LIST, 1)]
    about = ["A. Weber, B. S., was born in Hall, Austria, in 1981. She received", "her degree in Graz in 2008."]
    assert raws(page([*HEAD, *numbered, (["14|"], 0), (about, 0)])) == [" ".join(one) for one in LIST]


def test_bullets_of_lines_that_hang_are_no_text() -> None:
    assert raws(page([*HEAD, *(([f"\xb7 {one[0]}", *one[1:]], 9) for one in LIST)])) == [" ".join(one) for one in LIST]
