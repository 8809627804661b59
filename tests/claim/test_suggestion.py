"""The sentence that may truthfully be printed."""

from __future__ import annotations

import pytest

from refcheck.claim.judge import judge
from refcheck.claim.sentence import find_claim
from refcheck.language.words import subject
from refcheck.model import CRITERIA
from tests.checks.cases import case

SUGGESTIONS = subject("suggestion")


@pytest.mark.parametrize("language", SUGGESTIONS)
def test_what_is_suggested_for_upheld_criteria_is_a_claim_in_that_language_and_nothing_else_is(language: str) -> None:
    said = {
        name: find_claim([(1, words.format(n=21, k=1, date="2026-05-01", years="2018"))])
        for name, words in SUGGESTIONS[language].items()
    }
    assert said["all"] is not None
    assert (said["all"].language, said["all"].criteria) == (language, CRITERIA)
    assert said["some"] is None
    assert said["none"] is None


def test_one_year_is_told_once() -> None:
    assert judge(case((1990, 1990))).suggestion.endswith("years of publication: 1990.")


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("nl", "Alle bronnen van dit artikel (5)"),
        ("de", "Alle Quellen"),
        ("fr", "Toutes les sources"),
        ("es", "Todas las fuentes"),
        ("it", "Tutte le fonti"),
        ("pt", "Todas as fontes"),
        ("nb", "Alle kildene"),
        ("da", "Alle kilder"),
        ("sv", "Alla källor"),
        ("pl", "Jakość"),
        ("xx", "All sources"),
    ],
)
def test_the_suggestion_is_in_the_articles_language(language: str, start: str) -> None:
    assert judge(case(language=language)).suggestion.startswith(start)
