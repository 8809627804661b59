"""Bibliographies that say below each work what it is good for: the entry ends where the comment begins."""

from __future__ import annotations

import textwrap

import pytest

from refcheck.reading import read

WORKS = (
    ("Ash, A. (1990). *Of moths and lamps*. London: Poyser.", "A first book for those who keep a trap in the garden."),
    (
        "Birch, B., & Cedar, C. (2004). Wings at night. *Journal of Moths*, 12(3), 45–67.",
        "In this study of more than 300 gardens the authors count moths over ten years, beginning in 1994, and find "
        "that the number of species falls wherever the lamps are white; they are careful to say that weather plays a "
        "part too and that the traps were not all of the same kind. (vv)",
    ),
    (
        "Dorn, D. (2011). *Nachtfalter*. Stuttgart: Ulmer.",
        "Wer Raupen sucht, findet hier Fotos von fast allen Arten und eine Karte für jede.",
    ),
)
FORMS = {
    "a break behind the entry": ("{0}  \n{1}\n", ""),
    "a paragraph of its own": ("{0}\n\n{1}\n", ""),
    "inside the item": ("{0}\n\n  {1}\n", "- "),
    "an item inside the item": ("{0}\n  - {1}\n", "- "),
    "a quotation": ("{0}\n\n> {1}\n", ""),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [0, 60])
def test_the_comment_is_no_part_of_the_entry(form: str, width: int) -> None:
    pattern, marker = FORMS[form]
    rows = [marker + pattern.format(work, _wrapped(comment, width, marker)) for work, comment in WORKS]
    article = read("# Moths\n\nThey fly at night.\n\n## Annotated bibliography\n\n" + "\n".join(rows), path="a.md")
    assert [entry.raw for entry in article.entries] == [work.replace("*", "") for work, _ in WORKS]


@pytest.mark.parametrize("width", [0, 60])
def test_without_a_heading(width: int) -> None:
    rows = [f"{work}  \n{_wrapped(comment, width, '')}\n" for work, comment in WORKS]
    article = read("# Moths\n\nThey fly at night.\n\n## What we read\n\n" + "\n".join(rows), path="a.md")
    assert [entry.raw for entry in article.entries] == [work.replace("*", "") for work, _ in WORKS]


def _wrapped(text: str, width: int, marker: str) -> str:
    return ("\n" + " " * len(marker)).join(textwrap.wrap(text, width)) if width else text


def test_a_year_in_brackets_behind_a_break_still_begins_an_entry() -> None:
    works = "  \n".join(work for work, _ in WORKS)
    assert len(read(f"# Moths\n\nText.\n\n## References\n\n{works}\n", path="a.md").entries) == 3


SAID = (  # works of other styles and languages, with comments that name years, people and works
    (
        "Ong, Walter J. *Orality and Literacy*. London: Methuen, 1982.",
        "Shows what writing did to thought, and sets it beside Havelock (1963) and McLuhan (1962). Readable.",
    ),
    (
        "Darnton, Robert. “What Is the History of Books?” *Daedalus* 111, no. 3 (1982): 65–83.",
        "The circuit, drawn once.",
    ),
    (
        "Martin, Henri-Jean. *Histoire et pouvoirs de l’écrit*. Paris : Perrin, 1988.",
        "Un livre qui va des tablettes à l’écran.\n\nLe deuxième chapitre est le plus utile. On y lira Goody aussi.",
    ),
    ("Giesecke, Michael: *Der Buchdruck in der frühen Neuzeit*. Frankfurt am Main: Suhrkamp, 1991.", "Umfangreich."),
    (
        "Petrucci, Armando. *La scrittura: ideologia e rappresentazione*. Torino: Einaudi, 1986.",
        "Le scritte sui muri di Roma, dal 1400 a oggi; Cardona ne aveva parlato prima.",
    ),
)


@pytest.mark.parametrize(
    "pattern",
    [
        "{0}\n\n{1}\n",
        "**{0}**\n\n> {1}\n",
        "### {0}\n\n{1}\n",
        "{0}\n\n*Annotation:* {1}\n",
        "- {0}\n\n  {1}\n",
        "1. {0}\n\n   {1}\n",
        "<p>{0}</p>\n<p>{1}</p>\n",
    ],
)
def test_comments_that_name_works_and_years_are_none_of_the_list(pattern: str) -> None:
    indent = " " * (len(pattern) - len(pattern.lstrip("-1. ")) if pattern[0] in "-1" else 0)
    rows = [pattern.format(work, comment.replace("\n\n", f"\n\n{indent}")) for work, comment in SAID]
    article = read("# Writing\n\n## Annotated bibliography\n\n" + "\n".join(rows), path="a.md")
    assert [entry.line for entry in article.entries] and len(article.entries) == len(SAID)
    assert all("Readable" not in entry.raw and "Umfangreich" not in entry.raw for entry in article.entries)


def test_the_works_of_a_sorted_list_go_on_below_its_headings() -> None:
    rows = [f"{work}\n\n{comment}\n" for work, comment in SAID]
    parts = "\n".join(("## Print", *rows[:3], "## Walls", *rows[3:]))
    assert len(read(f"# Annotated bibliography\n\n{parts}", path="a.md").entries) == len(SAID)


def test_addresses_and_second_halves_below_works_are_theirs() -> None:
    works = ("Ash, A. (1990). *Of moths and lamps*. London: Poyser.", "Birch, B. (2004). *Wings*. Paris: Belin.")
    rows = [f"{work}\n\nhttps://example.org/{k}\n" for k, work in enumerate(works * 2)]
    entries = read("# Moths\n\n## References\n\n" + "\n".join(rows), path="a.md").entries
    assert len(entries) == 4 and all("https://example.org/" in entry.raw for entry in entries)


@pytest.mark.parametrize(
    "told",
    [
        "Argues that the law of 1850 changed what people thought of lamps.",
        "L’auteur montre comment les jardins ont changé entre 1750 et 1850.",
        "Der Aufsatz zeigt, wie die Gärten nach dem Krieg von 1618 bis 1648 wieder wuchsen.",
        "El libro describe los jardines, que cambiaron en 1492.",
        "Le riforme del 1850 cambiarono tutto.",
    ],
)
def test_a_year_in_every_comment_makes_it_no_half_of_a_reference(told: str) -> None:
    rows = "\n\n".join(f"{work}\n\n{told}" for work, _ in WORKS)
    article = read(f"# Moths\n\nThey fly at night.\n\n## Annotated bibliography\n\n{rows}\n", path="a.md")
    assert [entry.raw for entry in article.entries] == [work.replace("*", "") for work, _ in WORKS]
