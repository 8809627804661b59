"""References told apart by their lines."""

import pytest

from refcheck.reading import read
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.lines import by_line, open_end, stands, whole_paragraphs
from tests.reading.lists.examples import REFERENCES


def paragraph(*rows: str | tuple[int, str], kind: Kind = Kind.PARAGRAPH, hard: bool = False, marker: str = "") -> Block:
    lines = []
    for number, row in enumerate(rows, 1):
        indent, text = row if isinstance(row, tuple) else (0, row)
        lines.append(Line(number, text, indent=indent, hard=hard and number > 1))
    return Block(kind, tuple(lines), marker=marker)


def test_one_reference_a_line() -> None:
    assert [piece.text for piece in by_line(paragraph(*REFERENCES), fixed=False)] == list(REFERENCES)


def test_lines_that_hang_belong_to_the_one_that_does_not() -> None:
    first, second = REFERENCES[0], REFERENCES[2]
    rows = [(0, first[:40]), (4, first[40:]), (0, second[:30]), (4, second[30:])]
    assert [piece.line for piece in by_line(paragraph(*rows), fixed=False)] == [1, 3]


def test_a_reference_broken_over_two_lines_is_one() -> None:
    text = REFERENCES[1]
    middle = text.index("Journal")
    block = paragraph(text[:middle].strip(), text[middle:], kind=Kind.ITEM)
    assert len(by_line(block, fixed=True)) == 1


def test_what_hangs_on_its_marker_is_one() -> None:
    block = paragraph((4, REFERENCES[0]), (4, REFERENCES[2]), kind=Kind.ITEM, marker="1.")
    assert by_line(block, fixed=True) == [block]


def test_three_wrapped_paragraphs_in_a_row_are_one_reference_each() -> None:
    wrapped = [paragraph(text[:50].strip(), text[50:].strip()) for text in REFERENCES]
    assert whole_paragraphs(wrapped) == {id(block) for block in wrapped}
    assert whole_paragraphs(wrapped[:2]) == set()
    assert whole_paragraphs([]) == set()


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("Bowlby, J.,", True), ("Smith and", True), ("Basic Books.", False), ("https://a.org/b/", False)],
)
def test_a_text_that_breaks_off(text: str, is_open: bool) -> None:
    assert open_end(text) is is_open


def test_a_whole_reference_stands_alone() -> None:
    assert stands(REFERENCES[0]) and not stands("Bowlby, J. (1969).") and not stands("New York: Basic Books.")


def test_the_widest_step_between_indents_divides() -> None:
    rows = [
        (8 if place else 0 if n < 2 else 3, text) for n, one in enumerate(REFERENCES[:4]) for place, text in halves(one)
    ]
    pieces = by_line(paragraph(*rows), False)
    assert [piece.text for piece in pieces] == list(REFERENCES[:4])


def test_a_paragraph_may_begin_with_the_rest_of_an_entry() -> None:
    rows = [
        (6, "Oxford: Oxford University Press."),
        *((6 * place, text) for one in REFERENCES[:3] for place, text in halves(one)),
    ]
    pieces = by_line(paragraph(*rows), False)
    assert [piece.text for piece in pieces] == ["Oxford: Oxford University Press.", *REFERENCES[:3]]


def halves(text: str) -> list[tuple[int, str]]:
    words = text.split(" ")
    return list(enumerate((" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :]))))


@pytest.mark.parametrize("name", ["Kay Alan.", "Müller Jörg.", "Иванов Пётр.", "García Lorca Federico."])
def test_a_name_on_a_line_of_its_own_is_no_heading_of_its_reference(name: str) -> None:
    rows = (name, "The Reactive Engine. 1969 Ph.D.", "thesis, University of Utah.")
    assert len(by_line(paragraph(*rows), fixed=False)) == 1


def test_lines_of_paragraphs_whose_first_line_is_indented() -> None:
    rows = [
        (4, "DILLON, Roberto. The 6-11 framework: a new methodology for game analysis."),
        (0, "In: NATIONAL CONFERENCE ON ARTIFICIAL INTELLIGENCE, 2004, San Jose."),
        (4, "HUNICKE, Robin; LEBLANC, Marc. MDA: A Formal Approach to Game"),
        (0, "Design and Game Research. Article, 2004."),
    ]
    assert [piece.line for piece in by_line(paragraph(*rows), fixed=False)] == [1, 3]


def test_a_line_with_the_imprint_belongs_to_the_work_above() -> None:
    text = (
        "# Titel\n\nText.\n\n## Literatur\n\nTouitou, Cécile (dir.) (2020). *Bibliothèques publiques britanniques\n"
        "contemporaines: autopsie.* [La Numérique]\nVilleurbanne: Presses de l'enssib, 2020,\n<https://doi.org/10.4000/b.1>\n"
    )
    assert [entry.end_line for entry in read(text, path="x.md").entries] == [10]


def test_authors_in_capitals_and_in_order_divide_lines_that_nothing_else_divides() -> None:
    listed = "\n".join(
        (
            "ANTLR. Documentation. Disponível em:",
            "<https://example.org/doc>. Acesso em: 26 mar. 2017.",
            "APACHE GROOVY. Integrating Groovy into applications. Disponível em:",
            "<http://example.org/groovy>. Acesso em: 20 mai. 2017.",
            "EVANS, Eric. Domain-driven design: atacando as complexidades no coração do",
            "software. Rio de Janeiro: Alta Books, 2010.",
            "JAVA. Obtenha informações sobre a tecnologia. Disponível em:",
            "<https://example.org/about>. Acesso em: 22 mai. 2017.",
            "ØRSTED, Hans; ÅGREN, Nils. Om naturens ånd. København: Gyldendal,",
            "1851.",
        )
    )
    found = read(f"Texto\n\nUm texto sobre gramáticas.\n\nReferências\n\n{listed}\n", path="x.txt").entries
    assert [entry.raw.split(".")[0] for entry in found][:4] == ["ANTLR", "APACHE GROOVY", "EVANS, Eric", "JAVA"]
    assert len(found) == 5


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        (
            (
                "Novák J., Řeky severu, Praha 2003.",
                "Dvořák A., Města a trhy v dobách, kdy se obchodovalo se solí a kožešinami,",
                "Český časopis historický 107, 2009, s. 301-320.",
                "Svoboda P., Dějiny soli, Brno 2014.",
                "Černý T., Studny ve městech Moravy od středověku do konce osmnáctého",
                "století, Olomouc 2018.",
            ),
            [1, 2, 4, 5],
        ),
        (
            (
                "Miller J., Rivers of the north, Oxford 2003.",
                "Brown A., Towns and markets in the days when salt and furs were traded along the",
                "rivers, Journal of Urban History 12, 2009, pp. 301-320.",
                "Clark P., A history of salt, London 2014.",
            ),
            [1, 2, 4],
        ),
        (
            (
                '"How Towns Grew Rich in the Years before the War." The Guardian, 4 June',
                "2012, p. 12.",
                '"The Rivers of the North." Encyclopaedia Britannica, 2010.',
                '"Salt: A Short History of the Mineral That Made the World." BBC',
                "News, 3 Mar. 2015.",
            ),
            [1, 3, 4],
        ),
        (
            (
                "«Come crescono le città», Corriere della Sera, 3 marzo 2015, p. 12.",
                "«Il sale», La Stampa, 1 maggio 2016.",
                "«I pozzi di Bari», L'Espresso, 7 aprile 2017.",
            ),
            [1, 2, 3],
        ),
        (
            (
                'Miller, John. "How Towns Grew Rich in the Years before the War and after It." In',
                '"Towns and Markets", Journal of Urban History 12 (2012), pp. 45-60.',
            ),
            [1],
        ),
    ],
)
def test_short_references_and_titles_in_quotation_marks_begin_on_their_lines(
    rows: tuple[str, ...], starts: list[int]
) -> None:
    assert [piece.line for piece in by_line(paragraph(*rows), fixed=False)] == starts
