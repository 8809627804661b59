"""References without a heading."""

import pytest

from refcheck.reading import read
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.headless import carried_on, lone_reference, without_heading
from refcheck.reading.lists.sections import Section
from tests.reading.lists.examples import PROSE, REFERENCES

LONG = f"{PROSE} {PROSE}"


def blocks(*texts: str, kind: Kind = Kind.PARAGRAPH, **markup: object) -> list[Block]:
    return [Block(kind, (Line(number, text),), **markup) for number, text in enumerate(texts, 1)]  # type: ignore[arg-type]


def said(found: list[Block]) -> list[str]:
    return [block.text for block in found]


def test_several_close_together_are_a_list() -> None:
    assert said(without_heading(blocks(LONG, *REFERENCES))) == list(REFERENCES)
    assert without_heading(blocks(LONG, PROSE)) == without_heading([]) == []


def test_one_alone_or_two_far_apart_are_none() -> None:
    assert without_heading(blocks(LONG, REFERENCES[0], LONG)) == []
    assert without_heading(blocks(REFERENCES[0], *[LONG] * 4, REFERENCES[2])) == []


def test_the_one_at_the_end_behind_running_text() -> None:
    def lone(*texts: str) -> Block | None:
        return lone_reference([(Section(0, members=blocks(*texts)), ())])

    found = lone(LONG, LONG, REFERENCES[1])
    assert found is not None and found.text == REFERENCES[1]
    last = lone(LONG, REFERENCES[1], "J. Doe, 2020")  # who wrote it stands behind
    assert last is not None and last.text == REFERENCES[1]
    assert lone(REFERENCES[1]) is None  # nothing cites it
    assert lone(LONG, REFERENCES[1], LONG) is None


def test_a_group_right_behind_a_list_is_three_and_hardly_more() -> None:
    assert said(carried_on(Section(0, members=blocks(*REFERENCES)))) == list(REFERENCES)
    assert carried_on(Section(0, members=blocks(*REFERENCES[:2]))) == []
    assert carried_on(Section(0, members=blocks(*REFERENCES, LONG, LONG, LONG))) == []


NUMBERED = {
    "en": (
        "[1] Press, W. H., Understanding data better. Princeton University Press 1997",
        "[2] Neal, R. M., Slice sampling. Annals of Statistics, 31, 2003, pp. 705-767",
        "[3] Odersky, M., Spoon, L., Programming in Scala, Second Edition. Artima 2010",
        "[4] Scala Standard Library 2.9.1. [http://example.org/api](http://example.org/api). Accessed 25.1.2012",
        "[5] Turing A.M., Computing Machinery and Intelligence. Mind, nr. 59, 1950. pp. 433-460",
    ),
    "pl": (
        "1. Kowalski J., Wstęp do rachunku. Wydawnictwo Naukowe PWN, Warszawa 1999",
        "2. Nowak A., Analiza danych. WNT, Warszawa 2003, s. 12-40",
        "3. Dokumentacja języka Scala, https://example.org/api",
        "4. Lis P., Teoria grafów. PWN, Warszawa 2001",
    ),
    "fr": (
        "(1) Durand, P., Le temps retrouvé. Gallimard, Paris 1997",
        "(2) Petit, A., La mesure. Annales, 31, 2003, p. 705-767",
        "(3) Site de la mairie, https://example.org/mairie",
        "(4) Leroy, M., Histoire de la ville. Seuil, Paris 2010",
    ),
}


@pytest.mark.parametrize("language", NUMBERED)
def test_numbers_that_go_on_are_items_of_a_list_without_a_heading(language: str) -> None:
    items = NUMBERED[language]
    text = f"{PROSE}\n\n" + "\n\n".join(items) + "\n"
    assert len(read(text, path="a.md").entries) == len(items)
    assert len(read(text, path="a.txt").entries) == len(items)


def test_a_second_group_goes_on_with_the_numbers() -> None:
    first, last = NUMBERED["en"][:4], "[6] Scala's site [http://example.org/](http://example.org/). Read 24.2.2012"
    text = f"{PROSE}\n\n" + "\n\n".join((*first, NUMBERED["en"][4], "#More", last)) + "\n"
    assert len(read(text, path="a.md").entries) == 6


def test_numbered_steps_without_references_are_no_list() -> None:
    steps = [f"{n}. Open the file and write down what you saw in {n + 1990}, line by line." for n in range(1, 6)]
    assert not read(f"{PROSE}\n\n" + "\n\n".join(steps), path="a.txt").entries


def test_the_lines_of_a_log_are_no_references() -> None:
    log = [
        f"Worker Nord (19{n}0) sends {n} blocks to Worker Syd, 12({n}), 3-{n}. https://example.org/{n}"
        for n in (5, 6, 7)
    ]
    assert without_heading(blocks(LONG, *log)) == []
    assert author_points("Left pointer stops at index: 101 (1249). Right") < 2


@pytest.mark.parametrize(
    "rows",
    [
        (
            "The **Soil Act** (1935): conservation as a duty.",
            "Dust Bowl Study (1932–39): what happened, and what was learned.",
            "The **Marlow Report** (1979) and the rise of soil science.",
            "Hale (1975): the distinction carries no weight in itself.",
        ),
        (
            "**Marlow Report** (1979) — a commission's report that names the three duties of a gardener.",
            "**Dust Bowl** (1932–1939) — study of wind and dust in ten counties; the farmers were not told.",
        ),
        (
            "Bodengesetz (1998): ein Meilenstein für den Schutz der Böden.",
            "Weber (2004): die Unterscheidung trägt nichts bei.",
            "Kranz (2009): der Regenwurm als Baumeister.",
        ),
        (
            "Year 1 (2026): Complete inventory of all fields. Name a lead.",
            "Year 2 (2027): Begin the work at the river (dams, locks, gates).",
            "Year 3 (2028): Complete all that remains, mills and ponds included.",
        ),
    ],
)
def test_what_a_lesson_lists_is_said_to_be_something(rows: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {row}" for row in rows)
    assert read(f"# Lesson\n\n{LONG}\n\n## History\n\n{listed}\n", path="a.md").entries == ()


def test_tables_of_a_text_that_cites_by_key_are_no_list() -> None:
    text = (
        "---\nbibliography: lost.bib\n---\n\nSoils differ [@hale1975; @moor1977], and crusts matter [@lind2001].\n\n"
        "| Case | What it taught |\n|---|---|\n| Ohio survey (1902) | Maps come first |\n"
        "| Marlow report (1979) | Someone outside must look |\n| Willow case & Beck (1966) | Ask others first |\n"
    )
    assert read(text, path="a.qmd").entries == ()


@pytest.mark.parametrize("sign", ["", "[^3]", "³"])
def test_a_sentence_that_begins_with_its_citation(sign: str) -> None:
    text = (
        f"Hale et al. (2004){sign} have proposed a latent class model for crusts, 3 of which are wet.\n\n"
        f"Moor (2006){sign} has gone on with it, and Lind agrees with most of what he says.\n\n"
        "[^3]: P. Hale, W. O. Moor. 2004. Modelling crusts when outcomes are subject to error. https://soil.example.org/1\n"
    )
    assert [entry.raw[:8] for entry in read(text, path="a.md").entries] == ["P. Hale,"]


def test_what_counts_on_between_two_is_one_of_them_and_what_has_no_number_the_rest_of_one() -> None:
    first, second, *others = NUMBERED["en"][:5]
    items = [first, second, "in two volumes", "[3] Zero performance, http://list.example.org/2017-October/1.html"]
    items += [one.replace(f"[{n}]", f"[{n + 1}]") for n, one in enumerate(others, 3)]
    assert len(read(f"{PROSE}\n\n" + "\n\n".join(items) + "\n", path="a.txt").entries) == 6


def test_what_is_said_of_works_in_a_lesson_is_no_list() -> None:
    notes = (
        "- **Rens, Clark and Holm (1997)** for the flicker paradigm itself, which this tool follows.\n"
        "- **Simon and Levin (1998)** for change blindness across cuts and across an interruption.\n"
        '- **Clark and Rens (1999)**, "mudsplashes", for the demonstration that a blank is not required.\n'
        "- **Holling (2006)** for the evidence that scene memory is substantial, which blocks it.\n"
        "- **Simon and Rens (2005)**, *Change blindness: past, present, and future*, for a treatment of it.\n"
    )
    assert not read(f"# Flicker\n\nTeaching notes.\n\n## Notes on the evidence\n\n{notes}", path="a.md").entries
