"""The text of a PDF, read by a program of its own with bounds on its time and memory."""

import zlib

import pytest

from refcheck.reading.formats.pdf import text as pdf_text
from tests.reading.formats.pdf.test_document import pdf


def stream(content: bytes, more: str = "") -> bytes:
    """A PDF of one page with this content, packed."""
    packed = zlib.compress(content, 9)
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> " + more.encode() + b" >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources " + font + b" >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.4\n"
    for number, value in enumerate(objects, 1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    return body + b"trailer << /Root 1 0 R >>"


def words(content: bytes) -> list[list[str]]:
    return [line.words for page in pdf_text.read(stream(content)).pages for line in page]


def test_a_line_has_its_words_their_places_and_the_size_of_their_letters() -> None:
    (line,) = pdf_text.read(pdf([[(50.0, 700.0, "12|Two words")]])).pages[0]
    assert line.words == ["Two", "words"] and line.foot == 700.0
    assert [tuple(pair) for pair in line.sizes] == [(12.0, 8)]
    assert line.lefts[0] == 50.0 and 70 < line.lefts[1] < 80 and not line.bold


def test_an_accent_printed_over_a_letter_is_its_accent() -> None:
    boxes = {
        0: (0.0, 5.0),
        1: (6.0, 8.0),
        2: (5.0, 9.0),
        3: (9.0, 14.0),
        4: (20.0, 24.0),
        5: (30.0, 32.0),
        6: (1.0, 4.0),
    }
    accented = [{0: "G", 1: "´"}, {2: "o", 3: "m"}, {4: "5"}, {5: "°"}, {6: "\ufffd"}]
    pdf_text._put_on([1, 5, 6], accented, boxes.__getitem__)
    assert ["".join(word.values()) for word in accented] == ["Góm", "", "5", "°", ""]


def test_an_accent_that_counts_as_a_letter_is_put_on_too_and_a_broken_word_joined_where_it_begins() -> None:
    edges = [(0, 4), (5, 9), (5.5, 8), (9, 13), (20, 24), (21, 23), (24.5, 28), (40, 44), (44, 48), (45, 47)]
    printed = [{0: "m", 1: "e"}, {2: "ˆ"}, {3: "m"}, {4: "c", 5: "¸"}, {6: "a"}, {7: "n", 8: "a"}, {9: "˜"}]
    pdf_text._put_on([2, 5, 9], printed, lambda index: edges[index])
    assert [text for word in printed if (text := "".join(word.values()))] == ["mêm", "ça", "nã"]


def test_what_stands_upright_in_the_margin_is_no_text() -> None:
    upright = b"BT /F1 10 Tf 1 0 0 1 50 700 Tm (Text) Tj 0 1 -1 0 20 300 Tm (Downloaded from a site) Tj ET"
    assert words(upright) == [["Text"]]


def test_damage_is_said() -> None:
    with pytest.raises(pdf_text.Unreadable, match="damaged"):
        pdf_text.read(b"%PDF-1.7 and nothing else")


def test_the_program_itself() -> None:
    made = pdf_text._document(pdf([[(50.0, 700.0, "Text")], [(50.0, 700.0, "More")]]))
    assert [[line.words for line in page] for page in made["pages"]] == [[["Text"]], [["More"]]]


def test_a_file_that_unpacks_to_more_than_an_article_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "_MAX_CHARACTERS", 20)
    many = stream(b"BT /F1 10 Tf 50 700 Td " + b"(abc def) Tj 0 -12 Td " * 20 + b"ET")
    assert pdf_text._document(many) == {"error": "too long"}


def test_a_small_raised_figure_behind_a_year_is_no_part_of_it() -> None:
    raised = b"BT /F1 10 Tf 1 0 0 1 50 700 Tm (In 1999) Tj 4 Ts /F1 6 Tf (12) Tj 0 Ts /F1 10 Tf (, and 2004) Tj ET"
    assert words(raised) == [["In", "1999¹²,", "and", "2004"]]


def test_small_raised_figures_at_the_beginning_of_a_line_are_superscripts() -> None:
    def first(label: str, rise: int, text: str) -> str:
        content = f"BT /F1 6 Tf 1 0 0 1 50 {700 + rise} Tm ({label}) Tj /F1 10 Tf 1 0 0 1 60 700 Tm ({text}) Tj ET"
        return " ".join(words(content.encode())[0])

    assert first("12", 4, "M. Born, 1926").replace(" ", "") == "¹²M.Born,1926"
    assert first("12", 0, "Stars are small").startswith("12")  # the number of the line
    assert first("a", 4, "Lund").startswith("a")


def test_a_soft_hyphen_that_is_printed_is_a_hyphen() -> None:
    content = stream(b"BT /F1 10 Tf 50 700 Td (1979\\2552015) Tj ET")
    content = content.replace(b"/Helvetica", b"/Helvetica /Encoding /WinAnsiEncoding")
    assert [line.words for line in pdf_text.read(content).pages[0]] == [["1979-2015"]]
