"""PDF: indents and gaps divide what prints no number; what stands behind a list, or only has its heading, is none."""

from refcheck.reading import read

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
    """A PDF of pages, each of lines: points from the left and from the foot, and the text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        stream = "BT /F1 10 Tf " + " ".join(
            f"1 0 0 1 {x} {y} Tm ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj"
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
