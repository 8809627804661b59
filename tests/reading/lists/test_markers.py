"""Numbers: where a list of them begins, and where it goes on."""

import pytest

from refcheck.reading import read
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.markers import by_marker, counted_on, labels_joined, lettered
from tests.articles.forms import docx, docx_paragraph

A = "Bowlby, J. (1969). Attachment and loss: Vol. 1. Attachment. New York: Basic Books."
B = "Herman, J. L. (1992). Trauma and recovery. New York: Basic Books."
C = "Van der Kolk, B. A. (2014). The body keeps the score: Brain, mind, and body in the healing of trauma. Viking."


def test_a_list_begins_behind_other_numbers() -> None:
    rows = ["It is so by the mass of it.", "(1) where the mass is that of both", "(2) and the spin is none."]
    listed = [f"[{n}] {r}" for n, r in enumerate((A, B, C), 1)]
    found = read("\n".join([*rows, *listed]), path="x.txt").entries
    assert [entry.raw for entry in found] == [A, B, C]


def block(*rows: str) -> Block:
    return Block(Kind.PARAGRAPH, tuple(Line(n, row) for n, row in enumerate(rows, 1)))


@pytest.mark.parametrize(("one", "other"), [("[{}]", "({})"), ("{}.", "[{}]"), ("({})", "{}.")])
def test_signs_of_another_kind_do_not_go_on_with_a_list(one: str, other: str) -> None:
    rows = [f"{one.format(1)} Asen", f"{one.format(2)} Berg", f"{other.format(3)} is no item", f"{one.format(3)} Claes"]
    assert [piece.marker for piece in by_marker(block(*rows))] == [one.format(n) for n in (1, 2, 3)]


def test_a_list_goes_on_in_the_next_block() -> None:
    last = by_marker(block("[1] Asen", "[2] Berg"))[-1]
    pieces = by_marker(block("that is the end of it", "[3] Claes", "[4] Dahl"), last=last)
    assert [piece.marker for piece in pieces] == ["", "[3]", "[4]"]
    assert {piece.group for piece in pieces[1:]} == {last.group}


def test_a_second_one_begins_another_list() -> None:
    pieces = by_marker(block("1. Asen", "2. Berg", "1. Claes", "2. Dahl", "3. Eik"))
    assert [piece.marker for piece in pieces] == ["1.", "2.", "1.", "2.", "3."]
    assert pieces[0].group == pieces[1].group != pieces[2].group == pieces[4].group


def test_a_volume_at_the_beginning_of_a_line_begins_no_list() -> None:
    pieces = by_marker(block("1. Bowlby, J. Attachment and loss: Vol.", "1. Attachment.", "2. Asen", "3. Berg"))
    assert [piece.marker for piece in pieces] == ["1.", "2.", "3."]


def test_items_are_counted_on_where_the_next_has_the_next_number() -> None:
    blocks = [block(f"{n}. {r}") for n, r in ((1, A), (2, B), (3, C))]
    assert counted_on(blocks) == {id(one) for one in blocks[:2]}
    assert counted_on(blocks[:2]) == set()
    assert counted_on([block(f"{n}. {r}") for n, r in ((1, A), (7, B), (9, C))]) == set()


LETTERED = [
    "[Comp_Geom] de Berg, Mark; Overmars, Mark; Computational Geometry. Algorithms and Applications, 2008.",
    "[GrnPoly]: Grünbaum, Branko: Selfintersections of Polygons, WA 98195-4350, S. 1.",
    "[Knu] Knuth, Donald E.: The Art of Computer Programming. Addison-Wesley, 1997.",
    "[Вик] Викулов, П. Основы теории. М.: Наука, 2003.",
]


def test_labels_of_letters_divide_a_list_and_are_not_read() -> None:
    article = read("Dit is een tekst over meetkunde.\n\nLiteratuur\n\n" + "\n\n".join(LETTERED), path="a.txt")
    assert [entry.raw for entry in article.entries] == [text.split("]", 1)[1].strip(": ") for text in LETTERED]
    assert [entry.key for entry in article.entries] == ["Comp_Geom", "GrnPoly", "Knu", "Вик"]


def test_brackets_before_single_paragraphs_are_no_labels() -> None:
    made = "[Online] Smith, J. (2010). A title. Press.\n\nJones, B. (2011). Another title. Press."
    (first, second) = lettered([block(row) for row in made.split("\n\n")])
    assert first.text.startswith("[Online]") and not first.marker and not second.marker


def test_numbers_may_have_dashes_behind_them() -> None:
    names = ("Attaran S", "Fellahi J", "Chen T")
    lines = [
        f"{n}------{name}. A study of the heart, part {n}. Circulation, 200{n};9:60-" for n, name in enumerate(names, 1)
    ]
    article = read("Text about it.\n\nReferences\n\n" + "\n".join(lines), path="a.txt")
    assert len(article.entries) == 3


@pytest.mark.parametrize("form", ["{}", "{}.", "{})"])
def test_headings_that_only_count_are_the_numbers_of_the_references_below_them(form: str) -> None:
    rows = "\n\n".join(f"#### {form.format(n)}\n\n{one}" for n, one in enumerate((A, B, C), 1))
    found = read(f"# Title\n\nIt is said here.\n\n## Bibliographie\n\n{rows}\n\n## Annexe\n\nThe end.\n", path="a.md")
    assert [entry.raw for entry in found.entries] == [A, B, C]


def test_chapters_that_are_only_numbered_stay_headings() -> None:
    blocks = [Block(Kind.HEADING if n % 6 == 0 else Kind.PARAGRAPH, (Line(n, str(n // 6 + 1)),)) for n in range(18)]
    assert [block.kind for block in labels_joined(blocks)] == [block.kind for block in blocks]


@pytest.mark.parametrize("form", ["{}.[{}] ", "{}. [{}] ", "({}) [{}] "])
def test_a_key_behind_a_number_is_no_part_of_the_reference(form: str) -> None:
    keyed = {"bow69": A, "her92": B, "kolk14": C}
    rows = [form.format(n, key) + one for n, (key, one) in enumerate(keyed.items(), 1)]
    found = read("Title\n\nIt is said here.\n\nReferences\n\n" + "\n".join(rows) + "\n", path="x.txt").entries
    assert {entry.key: entry.raw for entry in found} == keyed


@pytest.mark.parametrize("bullet", ["-", "•", "–", "·"])
def test_typed_bullets_before_addresses(bullet: str) -> None:
    pages = (
        "https://example.org/doppler (l’effet Doppler)",
        "https://fr.wikipedia.org/wiki/Transit",
        "www.example.org/a",
    )
    rows = [docx_paragraph(f"{bullet} {page}") for page in pages]
    file = docx(
        "".join(map(docx_paragraph, ("Title", "It is said here that stars are many.", "Sources :"))) + "".join(rows)
    )
    assert [entry.raw for entry in read(file, path="a.docx").entries] == list(pages)


def test_a_stop_behind_a_label_belongs_to_it() -> None:
    rows = (
        "[1]. Roy, L. Histoire de la ville. Paris, 2010.",
        "[2] Durand, P. Le fleuve. Lyon, 2011.",
        "[3]. Petit, A. 2012.",
    )
    (found,) = {tuple(one.text[:5] for one in by_marker(block(*rows)))}
    assert found == ("Roy, ", "Duran", "Petit")
    rows = (
        "<1> Jain AK. Algorithms for data. 1988.",
        "<2>Roy, L. Histoire. Paris, 2010.",
        "<3> 王林玉. 关系抽取方法. 2017.",
    )
    assert [one.text[:3] for one in by_marker(block(*rows))] == ["Jai", "Roy", "王林玉"]


@pytest.mark.parametrize("tick", ["✔", "✓ ", "➢ "])
def test_a_tick_is_a_bullet_even_without_a_blank(tick: str) -> None:
    pieces = by_marker(block(*(f"{tick}{one}" for one in (A, B, C))))
    assert [piece.text for piece in pieces] == [A, B, C]
    pieces = by_marker(block(f"{tick}https://example.org/a", f"{tick}https://example.org/b"))
    assert [piece.text for piece in pieces] == ["https://example.org/a", "https://example.org/b"]
