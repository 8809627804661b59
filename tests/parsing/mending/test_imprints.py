"""Publishers and places."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import imprints
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(imprints), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


def test_what_is_published_on_a_day_names_its_site_last() -> None:
    found = parse(
        "Janssen, P. (2021, 4 mei). Named Entities: Definition, Examples, and Guide. Fietsen Nu. https://example.org/a"
    )
    assert found.title == "Named Entities: Definition, Examples, and Guide"
