"""What stands in the slot of the date."""

import pytest

from refcheck.model import Reference
from refcheck.parsing import parse
from refcheck.parsing.mending import slots
from tests.parsing.mending.examples import Case, cases_of, with_and_without


def _families(reference: Reference) -> list[str]:
    return [name.family or name.literal for name in reference.authors]


@pytest.mark.parametrize(
    ("slot", "year"),
    [
        ("im Erscheinen", None),
        ("in druk", None),
        ("eingereicht", None),
        ("no prelo", None),
        ("under review", None),
        ("2018, March 3–5", 2018),
        ("2021, 7 november", 2021),
        ("c. 420 B.C.E./1998", 1998),
        ("2019–2020", 2019),
        ("2016, Fall/Winter", 2016),
    ],
)
def test_nothing_of_the_slot_of_the_date_leaks(slot: str, year: int | None) -> None:
    found = parse(
        f"Visser, M., & Bakker, J. H. ({slot}). Sleep and memory in old age. Ageing Research Reviews, 31, 4–19."
    )
    assert (_families(found), found.title) == (["Visser", "Bakker"], "Sleep and memory in old age")
    assert found.year == year


@pytest.mark.parametrize("case", cases_of(slots), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without
