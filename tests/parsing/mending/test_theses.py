"""Advisors, universities and their cities, and numbers in front of the degree."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import theses
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(theses), ids=lambda case: case["rule"])
def test_each_rule_finds_what_the_tagger_misreads(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"]
    assert without != case["fields"]


@pytest.mark.parametrize(
    ("text", "publisher", "place"),
    [
        (
            'Kurz, M. (2013), "Tests on the partial copula", Unpublished Master\'s Thesis, Department of Statistics, '
            "Ludwig-Maximilians-University Munich.",
            "Department of Statistics, Ludwig-Maximilians-University Munich",
            "",
        ),
        (
            "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, Dept. Elect. Eng., Harvard Univ., Cambridge, "
            "MA, USA, 1993.",
            "Dept. Elect. Eng., Harvard Univ",
            "Cambridge, MA, USA",
        ),
        ("Haraway, D. (2015). Staying with the trouble. Duke University Press.", "Duke University Press", ""),
    ],
)
def test_university_and_place(text: str, publisher: str, place: str) -> None:
    found = parse(text)
    assert (found.publisher, found.place) == (publisher, place)


@pytest.mark.parametrize(
    "raw",
    [
        "Иванов И. И. Методы анализа : дис. ... канд. техн. наук. Саратов, 2006. 150 с.",
        "Иванов И. И. Методы анализа : автореф. дис. ... канд. техн. наук. – Саратов, 2006. – 24 с.",
        "Иванов И. И. Методы анализа : дис. ... д-ра филол. наук : 10.02.01. Саратов, 2006. 150 с.",
    ],
)
def test_a_city_alone_behind_the_kind_of_thesis_publishes_nothing(raw: str) -> None:
    found = parse(raw)
    assert (found.type, found.title, found.place, found.publisher) == ("phdthesis", "Методы анализа", "Саратов", "")
