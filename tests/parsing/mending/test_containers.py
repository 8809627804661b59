"""Journals and books that the tagger ran into the title, or took for one."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import containers
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(containers), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    ("raw", "meeting", "place"),
    [
        (
            "de Vries, J. (2014, mei). Ouder worden. Lezing gehouden op het congres Wonen en Zorg, Utrecht.",
            "congres Wonen en Zorg",
            "Utrecht",
        ),
        (
            "Gómez, R. (2012). Los ríos. Trabajo presentado en la Universidad de Chile, Santiago.",
            "Universidad de Chile",
            "Santiago",
        ),
        (
            "Berg, L. (2016). Skog och klimat. Föredrag vid Stockholms universitet, Stockholm.",
            "Stockholms universitet",
            "Stockholm",
        ),
    ],
)
def test_what_a_talk_was_given_at_is_no_publisher(raw: str, meeting: str, place: str) -> None:
    found = parse(raw)
    assert (found.container, found.place, found.publisher, found.type) == (meeting, place, "", "inproceedings")


@pytest.mark.parametrize(
    "title", ["Talk is cheap", "Poster art of the Great War", "Talk to me. Lecture notes on speech"]
)
def test_a_title_may_speak_of_talks(title: str) -> None:
    assert parse(f"Novak, L. (2001). {title}. London: Penguin.").title == title
