"""How strongly an entry speaks for a work, field by field."""

import pytest

from refcheck.matching.score import BIAS, WEIGHTS, score, without
from refcheck.model import Name, Work
from refcheck.parsing import parse
from tests.comparing.examples import RAW, WORK, cited, registered

JOURNAL = "American Journal of Orthopsychiatry"
REFERENCE = cited(raw=RAW.replace("Am. J. Orthopsychiatry", JOURNAL), container=JOURNAL)


def test_the_weights_of_the_levels_are_added() -> None:
    found = score(REFERENCE, WORK)
    assert found.log_odds == pytest.approx(BIAS + sum(WEIGHTS[f][level] for f, level in found.levels.items()))
    less = without(found, "pages")
    assert less.levels["pages"] == "silent"
    assert found.log_odds - less.log_odds == pytest.approx(WEIGHTS["pages"]["same"])
    assert found.says("title", "near", "same") and not found.says("title", "near")


def test_each_work_is_scored_once_for_an_entry() -> None:
    made = cited()
    assert score(made, WORK) is score(made, WORK)
    assert score(made, registered(volume="12")) is not score(made, WORK)


def test_across_scripts_what_differs_proves_nothing() -> None:
    cyrillic = Work(
        "crossref", titles=("Дождь на крышах города",), authors=(Name("Иванов", "И."),), years=(2001,), pages="3-4"
    )
    spelt = score(parse("Ivanov, I. (2001). Dozhd na kryshakh goroda. Pogoda, 1(2), 3-4."), cyrillic)
    assert spelt.work is cyrillic
    assert (spelt.levels["title"], spelt.levels["authors"], spelt.levels["pages"]) == ("same", "only", "same")
    printed = parse("Petrov, A. (2001). Rain upon many roofs in towns. Weather, 1(2), 3-4.")
    translated = score(printed, cyrillic)
    assert (translated.levels["title"], translated.levels["authors"]) == ("silent", "none")  # Petrov is not Иванов
    assert translated.levels["pages"] == "same" and translated.work is cyrillic
    latin = Work("crossref", titles=("Snow",), authors=(Name("Rowe", "T."),), years=(2001,))
    other = score(printed, latin)
    assert (other.levels["title"], other.levels["authors"]) == ("other", "none")
