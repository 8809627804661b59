"""A name alone behind a title: a journal's or a publisher's."""

import pytest

from refcheck.parsing.mending import venues
from refcheck.parsing.mending.venues import journal_odds, words_of
from refcheck.parsing.references import read_fields
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize("case", cases_of(venues), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    ("name", "journal"),
    [
        ("Sleep Health", True),
        ("Journal of Things", True),
        ("De Bezige Bij", False),
        ("Cambridge University Press", False),
    ],
)
def test_words_tell_a_journal_from_a_publisher(name: str, journal: bool) -> None:
    assert (journal_odds(name) > 0) is journal


def test_words_that_tell_nothing_weigh_nothing() -> None:
    assert journal_odds("") == journal_odds("12 & 3") == journal_odds("Qzxkvw") == 0
    assert list(words_of("L’Année 2001, Sci.")) == ["année", "sci"]


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ("Vos, T. (2016). The silent garden. Kyklos.", "container"),
        ("Vos, T. (2016). The silent garden. Gerontologie.", "container"),
        ("Vos, T. (2017, 4 september). Waarom de trein te laat komt. De Ochtend.", "container"),
        ("Vos, T. (2016). The silent garden. Querido.", "publisher"),
        ("Vos, T. (2016). The silent garden. Academic Press.", "publisher"),
    ],
)
def test_a_name_alone_is_a_journal_by_its_name_or_by_the_day(raw: str, field: str) -> None:
    (found,) = read_fields([raw])
    assert [name for name in ("container", "publisher") if found.get(name)] == [field]
