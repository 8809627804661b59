"""Plain text into blocks."""

from refcheck.reading.document import Kind
from refcheck.reading.lists.paragraphs import read_text


def kinds(text: str) -> list[tuple[str, str, int]]:
    return [(str(block.kind), block.text, block.line) for block in read_text(text).blocks]


def test_blank_lines_part_paragraphs() -> None:
    assert kinds("One\ntwo.\n\nThree.\n") == [("paragraph", "One two.", 1), ("paragraph", "Three.", 4)]
    assert kinds("") == kinds(" \n\f\n") == []


def test_a_line_under_a_short_line_makes_it_a_heading() -> None:
    (heading, body) = read_text("Sources\n=======\nWords.\n").blocks
    assert (heading.kind, heading.text, heading.level, body.text) == (Kind.HEADING, "Sources", 1, "Words.")
    assert kinds("One\ntwo\n-----\nthree") == [("paragraph", "One two", 1), ("paragraph", "three", 4)]
    assert kinds("## Sources ##") == [("heading", "Sources", 1)]


def test_a_lone_name_of_a_list_is_a_heading_and_a_sentence_is_none() -> None:
    assert kinds("Bibliography\n\nWords.")[0] == ("heading", "Bibliography", 1)
    assert kinds("Bibliography.\n\nWords.")[0][0] == "paragraph"


def test_quoted_strings_are_items_of_one_list() -> None:
    text = '"Smith, J. (2010). Stars of the north.",\n"Kuhn, T. (1962). The \\"structure\\" of it.",\n'
    blocks = read_text(text).blocks
    assert [block.kind for block in blocks] == [Kind.ITEM, Kind.ITEM]
    assert blocks[0].group == blocks[1].group > 0
    assert blocks[1].text == 'Kuhn, T. (1962). The "structure" of it.'


def test_page_numbers_marks_of_mail_and_ignore_comments_are_no_text() -> None:
    assert kinds("> One\n> two\n12\nthree\n") == [("paragraph", "One two three", 1)]
    assert kinds("One\nrefcheck: ignore[uncited] known\ntwo") == [("paragraph", "One two", 1)]


def test_footnotes_at_the_foot_of_pages_are_notes() -> None:
    page = "Words of a page that say something.\n\n_____\n 1 Smith, J. (2010). Stars. Mind, 3, 1-9.\n"
    second = "More words.\n\n_____\n 2 Kuhn, T. (1962). Structure. Chicago,\n pp. 3-4.\n"
    notes = [block for block in read_text(f"{page}\f\n{second}").blocks if block.kind is Kind.NOTE]
    assert [(note.marker, note.text) for note in notes] == [
        ("1", "Smith, J. (2010). Stars. Mind, 3, 1-9."),
        ("2", "Kuhn, T. (1962). Structure. Chicago, pp. 3-4."),
    ]
    assert not [block for block in read_text(page).blocks if block.kind is Kind.NOTE]  # one alone may be anything
