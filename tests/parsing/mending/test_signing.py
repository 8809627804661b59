"""Groups and organisations before the title, and standards that nobody signs."""

import pytest

from refcheck.parsing.mending import signing
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(signing), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without
