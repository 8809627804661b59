"""What only looks like a denial is none, and a near miss is no claim."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from refcheck.claim.sentence import find_claim

SENTENCES = tomllib.loads(Path(__file__).with_name("claim_sentences.toml").read_text(encoding="utf-8"))


OTHERS = [(language, text) for language, cases in SENTENCES.items() for text in cases.get("no", [])]


def read(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"), start=1))


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_near_miss_is_left_alone(language: str, text: str) -> None:
    assert find_claim(read(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "No source is cited in this article without our editors having checked its quality and reliability.",
        "All sources of this text were, without exception, checked for validity and quality.",
        "We checked every source of this article: they are reliable and not outdated.",
    ],
)
def test_what_only_looks_like_a_denial_is_a_claim(text: str) -> None:
    assert find_claim(read(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons testé cette hypothèse en examinant les références utilisées par les écrits d'avant.",
        "We checked all references cited by earlier studies.",
        "Wir haben die von früheren Studien zitierten Quellen auf Qualität und Aktualität geprüft.",
        "Hemos revisado las fuentes citadas por los trabajos anteriores.",
        "Abbiamo verificato le fonti citate dagli studi precedenti.",
        "We hebben de door eerdere studies geciteerde bronnen gecontroleerd.",
        "Vi granskade alla källor som användes av tidigare studier.",
    ],
)
def test_sources_that_other_works_cite_are_not_the_article_s(text: str) -> None:
    assert find_claim(read(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "All references cited were checked by our editors, books and articles alike, for quality.",
        "All sources cited by this article were checked by our editors for quality and reliability.",
        "Die in diesem Artikel zitierten Quellen wurden von unserer Redaktion sorgfältig auf Qualität geprüft.",
        "The works cited were assessed by experts and studies were checked for validity by our editors.",
    ],
)
def test_sources_that_editors_reviewed_are_claimed(text: str) -> None:
    assert find_claim(read(text)) is not None
