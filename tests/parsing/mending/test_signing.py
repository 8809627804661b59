"""Groups and organisations before the title, and standards that nobody signs."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import signing
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(signing), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    "group",
    [
        *("on behalf of the CHARM Investigators", "per il Gruppo di Studio Maree", "au nom du Groupe Marées"),
        *("namens de Werkgroep Getijden", "im Namen der Arbeitsgemeinschaft Gezeiten"),
    ],
)
def test_a_group_signs_in_any_language(group: str) -> None:
    found = parse(f"Martin L, Alder A; {group}. Tides of the gulf. Chest. 2011;3(2):15-21.")
    assert ([name.family or name.literal for name in found.authors][:2], found.title) == (
        ["Martin", "Alder"],
        "Tides of the gulf",
    )


@pytest.mark.parametrize(
    ("raw", "family", "title"),
    [
        ("Nowak J. Ekonomia. Wyd. 3 popr. Warszawa: PWN, 2004.", "Nowak", "Ekonomia"),
        ("Петров А. В. История. М.: Наука, 2004. 300 с.", "Петров", "История"),
    ],
)
def test_a_title_of_one_word_behind_initials_is_no_name(raw: str, family: str, title: str) -> None:
    found = parse(raw)
    assert ([name.family for name in found.authors], found.title) == ([family], title)
