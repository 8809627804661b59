"""The editorial claim is told from its near misses, in every language of the sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.claim.sentence import find_claim
from refcheck.model import CRITERIA

SENTENCES = tomllib.loads(Path(__file__).with_name("claim_sentences.toml").read_text(encoding="utf-8"))
CLAIMS = [(language, text) for language, cases in SENTENCES.items() for text in cases.get("yes", [])]
OTHERS = [(language, text) for language, cases in SENTENCES.items() for text in cases.get("no", [])]
ROUNDS = tomllib.loads(Path(__file__).with_name("claim_rounds.toml").read_text(encoding="utf-8"))
ENGLISH = SENTENCES["en"]["yes"][0]


def read(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"), start=1))


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_a_claim_is_found_and_its_language_told(language: str, text: str) -> None:
    found = find_claim(read(f"An article about something else.\n\n{text}\n\n"))
    assert found is not None
    assert found.language == language
    assert found.line == 3


@pytest.mark.parametrize("name", ROUNDS)
def test_nineteen_of_twenty_fresh_sentences_of_a_round_are_told_right(name: str) -> None:
    cases = [
        (wanted, text)
        for language in ROUNDS[name].values()
        if isinstance(language, dict)
        for wanted in ("yes", "no")
        for text in language.get(wanted, [])
    ]
    wrong = [text for wanted, text in cases if (find_claim(read(text)) is not None) is not (wanted == "yes")]
    assert len(cases) >= 50
    assert len(wrong) <= 0.05 * len(cases), wrong


def test_sources_of_the_sentence_before_are_taken_up() -> None:
    text = "Everything we cite is in the list of references. Our editors judged each for reliability and timeliness."
    found = find_claim(read(text))
    assert found is not None
    assert found.text == text
    assert (
        find_claim(read("References are listed below. Our editors check each article for accuracy and quality."))
        is None
    )


def test_there_are_enough_sentences_in_enough_languages() -> None:
    assert len(SENTENCES) >= 40
    assert len(CLAIMS) + len(OTHERS) >= 250


def test_two_sentences_of_one_claim_are_quoted_together_with_their_criteria() -> None:
    found = find_claim(read(f"Intro.\n\n{ENGLISH}"))
    assert found is not None
    assert found.text == ENGLISH
    assert found.criteria == CRITERIA


def test_a_claim_wrapped_over_lines_keeps_its_lines() -> None:
    words = ENGLISH.split()
    wrapped = [" ".join(words[k : k + 8]) for k in range(0, len(words), 8)]
    found = find_claim(read("\n".join(["Intro.", "", *wrapped, "", "After."])))
    assert found is not None
    assert (found.line, found.end_line) == (3, 2 + len(wrapped))


def test_only_the_criteria_that_are_named_are_reported() -> None:
    found = find_claim(
        read("All sources cited here were checked by our editors for quality and for how current they are.")
    )
    assert found is not None
    assert found.criteria == ("quality", "currency")


def test_a_claim_over_two_sentences_that_each_say_half() -> None:
    text = "Our editors have reviewed all the sources of this article. Quality, reliability and validity were assessed."
    found = find_claim(read(text))
    assert found is not None
    assert found.text == text
    assert found.criteria == ("quality", "reliability", "validity")


def test_a_claim_among_much_other_text_is_found_once_and_quoted_alone() -> None:
    prose = "\n\n".join(f"Paragraph {k} is about bonds, trust and how people cope." for k in range(400))
    found = find_claim(read(f"{prose}\n\n{ENGLISH}\n\n{prose}"))
    assert found is not None
    assert found.text == ENGLISH


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    found = find_claim(read(text))
    assert found is None or found.text


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="abcdefgh ,;\n", max_size=200), st.text(alphabet="abcdefgh ,;\n", max_size=200))
def test_neighbouring_paragraphs_change_nothing(before: str, after: str) -> None:
    found = find_claim(read(f"{before}\n\n{ENGLISH}\n\n{after}"))
    assert found is not None
    assert found.text == ENGLISH


def test_a_solver_that_satisfies_clauses_reviews_nothing() -> None:
    said = "Solvers used in our studies are strict on satisfying all clauses."
    assert find_claim([(1, said)]) is None
    assert find_claim([(1, "Our editors satisfied themselves that all sources of this article are reliable.")])


@pytest.mark.parametrize(
    "said",
    [
        "市場予想などは元記事を参照し、公的機関の公式サイトで確認できる制度や周辺データを補足した。",
        "引用した統計は各機関の公式サイトで検証可能な資料を参照した。",
    ],
)
def test_what_can_be_checked_elsewhere_was_not_reviewed_here(said: str) -> None:
    assert find_claim([(1, said)], "ja") is None
    assert find_claim([(1, "本稿で引用したすべての文献は、編集部が信頼性を確認しました。")], "ja") is not None
