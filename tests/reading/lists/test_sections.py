"""A document cut at its headings."""

from dataclasses import replace

import pytest

from refcheck.reading import read
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


def test_headings_that_only_sort_a_list_are_none() -> None:
    years = document(
        (2, "2019"), (0, REFERENCES[0]), (2, "2018"), (0, REFERENCES[1]), (2, "1990er"), (0, REFERENCES[2])
    )
    assert [len(section.members) for section in cut_at_headings(years)] == [0, 3]
    letters = document((2, "Bibliography"), (3, "A"), (0, REFERENCES[0]), (3, "K–M"), (0, REFERENCES[1]))
    assert [len(section.members) for section in cut_at_headings(letters)] == [0, 0, 2]
    assert len(cut_at_headings(document((2, "2019"), (0, PROSE), (3, "2018"), (0, PROSE)))) == 3


def test_authors_above_their_work_belong_to_it() -> None:
    works = [
        ("Ana Gil Ruiz", "«El mar y la memoria». Gredos, Madrid (1999)"),
        ("Nils Holm", "“Snow.” Fram, Oslo (2004)"),
    ]
    works.append(("Institute of Tides", "“Tables of the tides.” London (2011)"))
    parts = [(3, authors) if k == 0 else (0, work) for authors, work in works for k in (0, 1)]
    (_, listed) = cut_at_headings(document((2, "Bibliografía"), *parts))
    assert [block.text for block in listed.members] == [f"{authors}. {work}" for authors, work in works]
    kinds = [
        (3, "Books"),
        (0, "“Snow.” Oslo (2004)"),
        (3, "Web"),
        (0, "“Ice.” Oslo (2004)"),
        (3, "Film"),
        (0, "“Sun”, 1999"),
    ]
    assert len(cut_at_headings(document((2, "Bibliografía"), *kinds))) == 5


def test_the_title_of_a_page_may_head_a_list_and_promises_none() -> None:
    (_, listed) = cut_at_headings([Block(Kind.HEADING, (Line(1, "Bibliography"),)), *document((0, REFERENCES[0]))])
    assert (listed.grade, len(listed.members)) == (WEAK, 1)


def test_rules_between_references_end_no_list() -> None:
    blocks = [replace(block, ruled=True) for block in document(*((0, text) for text in REFERENCES[:4]))]
    assert len(cut_at_headings([*document((2, "Bibliography")), *blocks])) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "Literature review",
        "Revisão da literatura",
        "Revisión de literatura",
        "Przegląd literatury",
        "Literaturübersicht",
        "Revue de la littérature",
        "Tinjauan Pustaka",
        "Обзор литературы",
        "文献综述",
    ],
)
def test_a_review_of_the_literature_is_no_list(heading: str) -> None:
    sections = cut_at_headings(document((1, "Title"), (2, heading), (0, PROSE)))
    assert [section.grade for section in sections] == [0, 0, 0]


@pytest.mark.parametrize(
    "heading", ["10.3 Elektronische Literatur", "7.2. Fuentes electrónicas", "3.1 Printed sources"]
)
def test_a_numbered_line_that_names_sources_is_a_heading_also_behind_a_break(heading: str) -> None:
    alone = Block(Kind.PARAGRAPH, (Line(1, heading),))
    behind = Block(Kind.PARAGRAPH, (Line(1, REFERENCES[0]), Line(2, heading, hard=True)))
    assert [block.kind for block in with_inline_headings([alone, behind])] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.HEADING,
    ]


def test_a_figure_before_a_sentence_about_sources_is_none() -> None:
    rows = ("3.5 million sources", "2.1 In 2015 we looked for other literature", "1.2 Methods")
    blocks = [Block(Kind.PARAGRAPH, (Line(1, row),)) for row in rows[1:]]
    assert with_inline_headings(blocks) == blocks


def test_numbers_go_on_below_another_heading() -> None:
    works = "\n".join(f"{n}. {one}" for n, one in enumerate(REFERENCES[:3], 1))
    head = f"# Eaux\n\n{PROSE}\n\n## Bibliographie\n\n"
    text = f"{head}{works}\n\n**À propos :**\n\n4. **Portail des eaux** (eaux.example.org)\n"
    assert len(read(text, path="x.md").entries) == 4
    assert len(read(text.replace("4. ", "1. "), path="x.md").entries) == 3


def test_a_heading_on_two_lines_is_one() -> None:
    for first, second in (("Referências", "Bibliográficas"), ("Список", "литературы"), ("Works", "cited")):
        sections = cut_at_headings(document((1, "Title"), (0, PROSE), (1, first), (1, second), (0, REFERENCES[0])))
        assert [(section.grade, section.heading) for section in sections[-1:]] == [(STRONG, f"{first} {second}")]
    sections = cut_at_headings(document((1, "References"), (1, "Books"), (0, REFERENCES[0])))
    assert sections[-1].heading == "Books"


@pytest.mark.parametrize(
    "said", ["Fehr, Klein, and Schmidt (2007) [fig:bonus]", "Fehr & Klein (2007) {#fig:bonus}", "Fehr and Klein (2007)"]
)
def test_the_source_of_a_figure_opens_no_list(said: str) -> None:
    blocks = with_inline_headings(document((0, f"Source: {said}")))
    assert [block.text for block in blocks] == [f"Source: {said}"]
