"""How strongly an entry speaks for a work, field by field."""

import pytest

from refcheck.matching.printed import Printed
from refcheck.matching.score import BIAS, WEIGHTS, score, without
from tests.comparing.examples import RAW, WORK, cited, registered

JOURNAL = "American Journal of Orthopsychiatry"
REFERENCE = cited(raw=RAW.replace("Am. J. Orthopsychiatry", JOURNAL), container=JOURNAL)


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
