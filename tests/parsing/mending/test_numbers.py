"""Volumes, issues, pages and years run together or taken for each other."""

import pytest

from refcheck import parse
from refcheck.parsing.mending import numbers
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(numbers), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


def test_dates_in_an_address_that_ends_the_entry_are_passed_over() -> None:
    law = "Artikel 3 Archiefwet 1995 https://wetten.example.nl/jci1.3:c:BWBR0007376&artikel=3&z=2022-05-01&g=2022-05-01"
    assert parse(law).url.endswith("2022-05-01")
