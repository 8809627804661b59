"""Editors, translators and editions that words in the text tell of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Name
from refcheck.parsing import parse
from refcheck.parsing.people.introduced import introductions


@pytest.mark.parametrize(
    ("text", "editors", "translators"),
    [
        ("An Inquiry. Edited by R. H. Campbell and A. S. Skinner. 2 vols.", ["R. H. Campbell and A. S. Skinner"], []),
        ("Quaderni del carcere, a cura di V. Gerratana, Einaudi, Torino 1975", ["V. Gerratana"], []),
        ("Osmanlı İmparatorluğu, çev. Ruşen Sezer, Yapı Kredi Yayınları", [], ["Ruşen Sezer"]),
        ("The Wretched of the Earth. Translated by Richard Philcox. New York", [], ["Richard Philcox"]),
        ("L’espace public, trad. de l’allemand par Marc B. de Launay, Paris", [], ["Marc B. de Launay"]),
        ("Дорога к рабству / пер. с англ. М. Б. Гнедовского. М.: Новое издательство", [], ["М. Б. Гнедовского"]),
        (
            "Der Prozess, hrsg. von Max Brod, aus dem Englischen von Anna van der Au.",
            ["Max Brod"],
            ["Anna van der Au"],
        ),
        ("On the Vocabulary, as edited by J. Benzing. Zeitschrift", [], []),
        ("Expertisen, hrsg. vom Amt, hrsg. von Deutsches Zentrum für Altersfragen", [], []),
    ],
)
def test_people_behind_a_phrase(text: str, editors: list[str], translators: list[str]) -> None:
    found = list(introductions().finditer(text))
    assert [match["people"] for match in found if match["edited"]] == editors
    assert [match["people"] for match in found if not match["edited"]] == translators


@given(st.text(alphabet="aAbeditd by.,V&é ", max_size=200))
def test_people_stand_behind_their_phrase(text: str) -> None:
    assert all(match.start() < match.start("people") < match.end() for match in introductions().finditer(text))


def test_a_title_ends_before_the_phrase() -> None:
    raw = "İnalcık, Halil, Osmanlı İmparatorluğu: Klasik Çağ, çev. Ruşen Sezer, Yapı Kredi Yayınları, İstanbul 2003."
    found = parse(raw)
    assert found.title == "Osmanlı İmparatorluğu: Klasik Çağ"
    assert found.translators == (Name("Sezer", "Ruşen"),)


@pytest.mark.parametrize(
    ("raw", "edition"),
    [
        ("Bowlby, John. Attachment and Loss. Vol. 1, Attachment. 2nd ed. New York: Basic Books, 1982.", "2nd ed"),
        ("Hirsjärvi, S. & Sajavaara, P. 2009. Tutki ja kirjoita. 15. uud. p. Helsinki: Tammi.", "15. uud. p"),
        ("Mulisch, H. (1992). De ontdekking van de hemel (1e druk). Amsterdam: De Bezige Bij.", "1e druk"),
    ],
)
def test_an_edition_is_no_part_of_the_title(raw: str, edition: str) -> None:
    found = parse(raw)
    assert found.edition == edition
    assert edition not in found.title


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Inception [Film]", "Inception"), ("What is trauma? [Audio podcast episode]", "What is trauma?")],
)
def test_what_kind_of_thing_it_is_stands_in_no_title(title: str, expected: str) -> None:
    assert parse(f"Nolan, C. (2010). {title}. Warner Bros. Pictures.").title == expected
