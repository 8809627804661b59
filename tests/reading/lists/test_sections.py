"""A document cut at its headings."""

from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.headings import STRONG, WEAK
from refcheck.reading.lists.sections import cut_at_headings, opened, with_inline_headings
from tests.reading.lists.examples import PROSE, REFERENCES


def document(*parts: tuple[int, str]) -> list[Block]:
    """(level, text): 0 is a paragraph."""
    return [
        Block(Kind.HEADING if level else Kind.PARAGRAPH, (Line(number, text),), level=level)
        for number, (level, text) in enumerate(parts, 1)
    ]


def test_a_section_has_the_grade_of_its_heading() -> None:
    sections = cut_at_headings(
        document((1, "A title"), (0, PROSE), (2, "Bibliography"), (0, REFERENCES[0]), (2, "About us"))
    )
    assert [(section.grade, section.heading, section.line) for section in sections] == [
        (0, "", 0),
        (0, "A title", 1),
        (STRONG, "Bibliography", 3),
        (0, "About us", 5),
    ]
    assert [len(section.members) for section in sections] == [0, 1, 1, 0]


def test_a_heading_below_that_of_the_list_stays_inside() -> None:
    books = cut_at_headings(document((2, "Bibliography"), (3, "Books"), (0, REFERENCES[0])))[-1]
    assert books.inside and books.grade >= WEAK
    assert not cut_at_headings(document((2, "Bibliography"), (2, "Thanks"), (0, "x")))[-1].inside


def test_a_reference_set_as_a_heading_is_a_member() -> None:
    (_, listed) = cut_at_headings(document((2, "Bibliography"), (3, REFERENCES[1])))
    assert [(block.kind, block.text) for block in listed.members] == [(Kind.PARAGRAPH, REFERENCES[1])]


def test_a_name_and_a_colon_in_front_of_a_list_is_a_heading() -> None:
    made = with_inline_headings(document((0, f"Bronnen: {REFERENCES[1]}"), (0, "Bronnen:")))
    assert [(block.kind, block.text) for block in made] == [
        (Kind.HEADING, "Bronnen"),
        (Kind.PARAGRAPH, REFERENCES[1]),
        (Kind.HEADING, "Bronnen:"),
    ]
    caption = document((0, "Bron: ANP"))
    assert with_inline_headings(caption) == caption


def test_a_list_set_as_code_is_read_as_text() -> None:
    lines = tuple(Line(number, text, indent=4) for number, text in enumerate(REFERENCES, 10))
    (section,) = cut_at_headings([Block(Kind.CODE, lines)])
    members = opened(section).members
    assert [(block.line, block.text) for block in members] == list(enumerate(REFERENCES, 10))
    assert section.members[0].kind is Kind.CODE
