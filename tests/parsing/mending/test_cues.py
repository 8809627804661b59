"""Signs and words that tell a rule to look at a text: without them it has nothing to do there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.parsing.mending.cues import CUES, Watch
from refcheck.parsing.mending.rules import ORDER, is_met, told_by_signs
from refcheck.parsing.tagging.tagger import tag
from refcheck.parsing.tagging.tokens import tokenize, words_in
from tests.parsing.mending.examples import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["rule"]))
def test_a_rule_that_nothing_tells_has_nothing_to_do(case: dict[str, str]) -> None:
    text, tokens = case["text"], tokenize(case["text"])
    labels, (by_signs,) = tag([(tokens, "")])[0].labels, told_by_signs([text])
    for n, (rule, needs) in enumerate(ORDER.items()):
        told = rule not in CUES or by_signs >> n & 1 or any(words <= words_in(text) for words in CUES[rule].phrases)
        if not told and all(is_met(need, frozenset(labels)) for need in needs.split()):
            mended = labels.copy()
            rule(text, tokens, mended)
            assert mended == labels, rule


SIGNS = ("(", "), ", " v ", ". № ", "第", "Art. no.", "Eugène, éd.", "No.1", "à 12/4", "0.00", "0")
PIECES = (*SIGNS, "x", " ", "é", "7", "١", "\n", "\ud800")


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=5))
def test_signs_are_found_in_each_of_many_texts(texts: list[str]) -> None:
    found = Watch([[sign] for sign in SIGNS]).standing(texts)
    noughts = str.maketrans("123456789", "000000000")
    for text, standing in zip(texts, found, strict=True):
        plain = text.translate(noughts)
        assert [standing >> n & 1 for n in range(len(SIGNS))] == [sign.translate(noughts) in plain for sign in SIGNS]


def test_any_sign_of_a_group_tells_it() -> None:
    assert Watch([["t.1", "vol. 1"], [], ["t."]]).standing(["t.3", "a vol. 12", "t 3", "vol. ٣", ""]) == [5, 1, 0, 0, 0]
