"""Who made a work, by where the names stand: behind the title, behind "In", before the date."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import people_behind
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(people_behind), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


def test_editors_behind_in_are_no_series_of_a_book() -> None:
    found = parse("Lund, M. Essays on tone. In J. Holm (Ed.). Collected Papers. Oxford: Clarendon, 1990.")
    assert (found.container, found.series) == ("Collected Papers", "")
