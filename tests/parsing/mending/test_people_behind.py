"""Who made a work, by where the names stand: behind the title, behind "In", before the date."""

import pytest

from refcheck.parsing.mending import people_behind
from refcheck.parsing.tagging.tokens import tokenize
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(people_behind), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize("before, label", [("other", "editor"), ("volume", "volume")])
def test_an_initial_in_front_of_another_is_of_the_name(before: str, label: str) -> None:
    raw = "Automata (no. 1), C. E. Lund, Ed."
    labels = ["container", "other", "volume", before, "editor", "editor", "other"]
    people_behind.initial_in_front(raw, tokenize(raw), labels)
    assert labels[3:6] == [label, "editor", "editor"]


def test_editors_behind_in_are_no_series_of_a_book() -> None:
    raw = "Essays. In J. Holm (Ed.). Collected Papers. Oxford: Clarendon"
    labels = ["title", "other", "editor", "editor", "other", "title", "title", "place", "publisher"]
    people_behind.series_behind_people(raw, tokenize(raw), labels)
    assert "series" not in labels
