"""The rules together: each is shown at work in the tests of its module, and can be left out by its name."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.parsing.mending import rules
from refcheck.parsing.mending.cues import Rule
from refcheck.parsing.mending.rules import ORDER, RULES, is_met, repaired
from refcheck.parsing.references import read_fields
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import Token, tokenize
from tests.parsing.mending.examples import CASES, tagged

HERE = Path(__file__).parent
SHOWN_ELSEWHERE = {
    "one-list",  # test_long: lists of a hundred names
    *(
        "years-not-pages",
        "imprint-in-brackets",
    ),  # strings of the sets that are not ours
    "place-behind-title",
    "split-at-comma-in",  # works on misread scans alone: five of the 810 references of linkedbooks
}
LABELS = [
    "author",
    "editor",
    "title",
    "container",
    "volume",
    "issue",
    "pages",
    "date",
    "publisher",
    "place",
    "series",
    "other",
]


def test_every_rule_is_shown_at_work() -> None:
    assert set(RULES) - {case["rule"] for case in CASES} == SHOWN_ELSEWHERE
    modules = {RULES[case["rule"]].__module__.rpartition(".")[2] for case in CASES}
    assert [name for name in modules if "cases_of(" not in (HERE / f"test_{name}.py").read_text("utf-8")] == []


def test_a_mended_label_is_less_sure() -> None:
    raw = "Alder, Heather. “Occupation: Sailor.” The Harbour Journal 94.2 (2010): 11-29."
    tokens, answer = tagged(raw)
    (mended,) = repaired([raw], [tokens], [answer])
    changed = [i for i, label in enumerate(answer.labels) if mended.labels[i] != label]
    assert [mended.labels[i] for i in changed] == ["issue"]
    assert [mended.marginals[i] < 0.9 for i in changed] == [True]
    rest = [i for i in range(len(tokens)) if i not in changed]
    assert [mended.marginals[i] for i in rest] == [answer.marginals[i] for i in rest]


def test_what_is_right_stays_untouched() -> None:
    raw = "Smith J. Some title. Mind. 1950;59:433-60."
    tokens, answer = tagged(raw)
    assert repaired([raw], [tokens], [answer])[0] is answer


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
    (tagged,) = repaired([raw], [tokens], [Tagged(labels, [0.9] * len(labels))])
    assert len(tagged.labels) == len(tagged.marginals) == len(tokens)
    assert set(tagged.labels) <= set(LABELS)
    assert all(0 < probability <= 0.9 for probability in tagged.marginals)


def test_a_rule_is_asked_only_where_the_labels_are_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def watched(rule: Rule) -> Rule:
        def seen(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
            now = frozenset(labels)
            asked.append((rule.__name__, all(is_met(need, now) for need in ORDER[rule].split())))
            rule(raw, tokens, labels)

        return seen

    monkeypatch.setattr(rules, "_IN_ORDER", list(map(watched, ORDER)))
    texts = [case["text"] for case in CASES]
    repaired(texts, *zip(*map(tagged, texts), strict=True))
    assert len({name for name, _ in asked}) > len(ORDER) * 0.8
    assert [name for name, met in asked if not met] == []


def test_a_rule_can_be_left_out_by_its_name() -> None:
    text = "Miranda v. Arizona, 384 U.S. 436, 444 (1966)."
    assert "law-report" in RULES
    (with_rule,), (without,) = read_fields([text]), read_fields([text], without=("law-report",))
    assert with_rule["pages"] == "436"
    assert with_rule != without
