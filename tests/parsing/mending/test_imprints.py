"""What each rule is for: a string that the tagger alone misreads, and the fields that the rule finds in it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Reference
from refcheck.parsing.mending.rules import RULES, repaired
from refcheck.parsing.references import read_fields
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import tokenize

CASES = [json.loads(line) for line in (Path(__file__).parent / "rules.jsonl").read_text("utf-8").splitlines()]
SHOWN_ELSEWHERE = {
    "translator-in-brackets",  # test_rules
    "split-at-comma-in",  # works on misread scans alone: five of the 810 references of linkedbooks
}
LABELS = ["author", "title", "container", "volume", "issue", "pages", "date", "publisher", "place", "series", "other"]


def _read(text: str, *without: str) -> Reference:
    (fields,) = read_fields([text], without=without)
    return Reference(**fields)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}-{i}" for i, case in enumerate(CASES)])
def test_a_rule_finds_what_the_tagger_alone_misses(case: dict[str, dict[str, object]]) -> None:
    with_it, without = _read(str(case["text"])), _read(str(case["text"]), str(case["rule"]))
    assert {name: getattr(with_it, name) for name in case["fields"]} == case["fields"]
    assert {name: getattr(without, name) for name in case["fields"]} != case["fields"]


def test_every_rule_is_shown_at_work() -> None:
    assert set(RULES) - {case["rule"] for case in CASES} == SHOWN_ELSEWHERE


def test_a_mended_label_is_less_sure() -> None:
    raw = "Foo 1980 Compt. Rend. 290, 599"
    labels = ["author", "date", "container", "container", "volume", "volume"]
    tagged = repaired(raw, tokenize(raw), Tagged(labels, [1.0] * 6))
    assert tagged.marginals[:5] == [1.0] * 5
    assert tagged.marginals[5] < 0.9


def test_what_is_right_stays_untouched() -> None:
    raw = "Smith J. Some title. Mind. 1950;59:433."
    answer = Tagged(["author", "author", "title", "title", "container", "date", "volume", "pages"], [0.9] * 8)
    assert repaired(raw, tokenize(raw), answer) is answer


TEXT = "Rossi A. Venezia Ve nezia in In 1987 1859 63 XII II pp vol. a cura di Id. AA VV Verlag della (eds.) sgg"


@given(
    st.lists(
        st.tuples(st.sampled_from(TEXT.split()), st.sampled_from([" ", ", ", ". ", " - ", " («", "», ", ": ", "). "]))
    ),
    st.data(),
)
def test_any_labels_of_any_text_are_mended_one_for_one(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    raw = "".join(word + gap for word, gap in pieces)
    tokens = tokenize(raw)
    labels = [data.draw(st.sampled_from(LABELS)) for _ in tokens]
    tagged = repaired(raw, tokens, Tagged(labels, [0.9] * len(labels)))
    assert len(tagged.labels) == len(tagged.marginals) == len(tokens)
    assert set(tagged.labels) <= set(LABELS)
    assert all(0 < probability <= 0.9 for probability in tagged.marginals)
