"""A note that is a title and a link is a reference; one that says something around its link is not."""

import pytest

from refcheck.reading import read
from refcheck.reading.lists.notes import only_cites

POINTERS = (
    "[Markdown and its philosophy](https://example.org/md).",
    "John Gruber, Daring Fireball, [Markdown philosophy](https://example.org/md).",
    "As of July 2017, see [API Documentation](https://example.org/api).",
    "Zie ook [De taal van het web](https://example.org/taal).",
    "Vgl. [Die Sprache des Netzes](https://example.org/sprache), Berlin.",
    "Voir [La langue du réseau](https://example.org/langue), 2019.",
    "Véase [El lenguaje de la red](https://example.org/lengua).",
)
REMARKS = (
    "It has been used in [an early demo](https://example.org/demo).",
    "For those who do not know it, we refer them to [here](https://example.org/).",
    "See [here](https://example.org/).",
    "Wie dat niet kent, leest eerst [de handleiding](https://example.org/).",
    "Thanks to [Jane Miller](https://example.org/jane).",
    "Compare [the first](https://example.org/1) and [the second one](https://example.org/2).",
)


def noted(note: str) -> list[str]:
    text = f"# Title\n\nSomething is said here, and it is said with a note.[^1]\n\n[^1]: {note}\n"
    return [entry.raw for entry in read(text, path="x.md").entries]


@pytest.mark.parametrize("note", POINTERS)
def test_a_title_that_is_a_link_is_a_reference(note: str) -> None:
    (raw,) = noted(note)
    assert "https://example.org/" in raw


@pytest.mark.parametrize("note", REMARKS)
def test_a_remark_with_a_link_is_none(note: str) -> None:
    assert noted(note) == []


@pytest.mark.parametrize(
    "note",
    [
        "Kortmann/Stubig (1999).",
        "Kortmann et al. (2002). 3 Vergleiche Deutscher Bundestag (1999).",
        "Zur Entwicklung der Bewegung in Deutschland vgl. Gabriel (2004); Schwier (2005); Pilz & Wölki (2006).",
        "Siehe Weber 1922, S. 12; Simmel 1908, S. 3-7.",
        "On the diversity of groups within the industry, see for example: Salm, 1996; Gerst et al., 1995.",
        "Study 4 in Kahane et al. (2015) had a final sample size of N = 232, but one case was missing.",
        "Die Werte aus Holm und Berg (2011) sind mit den hier berichteten nicht vergleichbar.",
        "Sur la question de la ville voir Halbwachs (1938) et Park (1925).",
    ],
)
def test_a_note_that_names_authors_and_years_only_cites(note: str) -> None:
    assert only_cites(note)


@pytest.mark.parametrize(
    "note",
    [
        "David Miller, Grundsätze sozialer Gerechtigkeit, Frankfurt/M. 2008.",
        "Michael Young, The Rise of Meritocracy, London 1958.",
        "Bündnis 90/Die Grünen, Bundestagswahlprogramm 2009, S. 18, Berlin: Bundesgeschäftsstelle.",
        "Voir le rapport de la commission sur https://example.org/rapport (2012).",
    ],
)
def test_a_note_that_prints_a_work_is_a_reference(note: str) -> None:
    assert not only_cites(note)
