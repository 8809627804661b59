"""Frames: each at work on a string of its own."""

import pytest

from refcheck.parsing.mending import frame
from refcheck.parsing.mending.frame import Frame, rules_of
from tests.parsing.mending.examples import Case, cases_of, tagged, with_and_without


@pytest.mark.parametrize("case", cases_of(frame), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Lund, M. (1999). Waves of salt. Oxford: Blackwell, tome 3.", True),
        ("Lund, M. (1999). The story of tome 3. Oxford: Blackwell.", False),
    ],
)
def test_a_frame_keeps_what_it_must_not_overwrite(text: str, changed: bool) -> None:
    rules = rules_of({"tome": Frame(r"tome (?P<issue>\d+)", ("tome",))})
    tokens, answer = tagged(text)
    labels = answer.labels.copy()
    rules["tome"](text, tokens, labels)
    assert ("issue" in labels) is changed is (labels != answer.labels)
