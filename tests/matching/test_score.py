"""How strongly an entry speaks for a work, field by field."""

import pytest

from refcheck.matching.printed import Printed
from refcheck.matching.score import BIAS, WEIGHTS, score, without
from refcheck.model import Name, Reference, Work
from tests.comparing.examples import RAW, WORK, cited, registered

JOURNAL = "American Journal of Orthopsychiatry"
REFERENCE = cited(raw=RAW.replace("Am. J. Orthopsychiatry", JOURNAL), container=JOURNAL)


def levels(reference: Reference, work: Work) -> dict[str, str]:
    return dict(score(Printed(reference), work).levels)


def test_a_work_that_agrees_in_all_says_so_in_every_field() -> None:
    assert levels(REFERENCE, WORK) == {
        "title": "same",
        "rest": "none",
        "authors": "many",
        "year": "same",
        "container": "same",
        "volume": "same",
        "pages": "same",
    }


@pytest.mark.parametrize(
    ("field", "fields", "level"),
    [
        ("year", {"years": (2007,)}, "near"),
        ("year", {"years": (1987,)}, "other"),
        ("year", {"years": ()}, "silent"),
        ("volume", {"volume": "12"}, "other"),
        ("pages", {"pages": "9-10"}, "other"),
        ("pages", {"pages": "440-460"}, "inside"),
        ("authors", {"authors": (Name("Smith", "T."),)}, "none"),
        ("authors", {"authors": ()}, "silent"),
        ("container", {"containers": ("Physics of Fluids",)}, "other"),
    ],
)
def test_a_record_that_differs_in_one_field(field: str, fields: dict[str, object], level: str) -> None:
    assert levels(REFERENCE, registered(**fields))[field] == level


def test_the_weights_of_the_levels_are_added() -> None:
    found = score(Printed(REFERENCE), WORK)
    assert found.log_odds == pytest.approx(BIAS + sum(WEIGHTS[f][level] for f, level in found.levels.items()))
    less = without(found, "pages")
    assert less.levels["pages"] == "silent"
    assert found.log_odds - less.log_odds == pytest.approx(WEIGHTS["pages"]["same"])
    assert found.says("title", "near", "same") and not found.says("title", "near")


def test_each_work_is_scored_once_for_an_entry() -> None:
    made = Printed(cited())
    assert score(made, WORK) is score(made, WORK)
    assert score(made, registered(volume="12")) is not score(made, WORK)
