"""The tagger's arithmetic against counting every path, and that references tagged together stay apart."""

import itertools
import threading

import numpy as np
import pytest

from refcheck.parsing.tagging.features import TEMPLATES, Columns, describe, digits_of, flat, keys, space
from refcheck.parsing.tagging.tagger import _best, _marginals, tag
from refcheck.parsing.tagging.tokens import tokenize
from refcheck.parsing.tagging.words import Known, alphabet_of, gap_of, numbers_of_gap, numbers_of_word, word_of

REFERENCES = (
    "Bowlby, J. (1969). Attachment and loss. Basic Books.",
    "Kuhn TS. The structure of scientific revolutions. Chicago: University of Chicago Press; 1962.",
    "x",
    "Müller, A.: „Über Bindung“, in: Psychologie heute 12 (1998), H. 3, S. 5–9.",
)


def test_best_path_and_probabilities_are_those_of_all_paths() -> None:
    dice = np.random.default_rng(7)
    lengths, labels = np.array([1, 2, 4]), 3
    transitions = dice.normal(size=(labels, labels))
    states = dice.normal(size=(4, labels, 3))
    best, marginals = _best(states, transitions, lengths), _marginals(states, transitions, lengths)
    for r, length in enumerate(lengths.tolist()):
        paths = list(itertools.product(range(labels), repeat=length))
        scores = np.array(
            [
                sum(states[t, y, r] for t, y in enumerate(path))
                + sum(transitions[a, b] for a, b in itertools.pairwise(path))
                for path in paths
            ]
        )
        assert tuple(best[:length, r].tolist()) == paths[int(scores.argmax())]
        weights = np.exp(scores) / np.exp(scores).sum()
        for t in range(length):
            share = [sum(w for w, path in zip(weights, paths, strict=True) if path[t] == y) for y in range(labels)]
            assert marginals[t, :, r] == pytest.approx(share)


def test_references_tagged_together_are_tagged_as_alone() -> None:
    tokenized = [(tokenize(raw), ".") for raw in (*REFERENCES, "")]
    together = tag(tokenized)
    assert [len(t.labels) for t in together] == [len(tokens) for tokens, _ in tokenized]
    for item, tagged in zip(tokenized, together, strict=True):
        alone = tag([item])[0]
        assert alone.labels == tagged.labels
        assert alone.marginals == pytest.approx(tagged.marginals)


def described(*raws: str) -> tuple[list[str], Columns]:
    """The texts of all tokens, and their columns with an alphabet of all that stands in the references."""
    tokenized = [(tokenize(raw), ".") for raw in raws]
    words, gaps = flat(tokenized)
    alphabet = alphabet_of(sorted({word_of(word).short for word in words}), sorted(set(map(gap_of, gaps))))
    word_rows = np.array([numbers_of_word(word_of(word), alphabet) for word in words])
    gap_rows = np.array([numbers_of_gap(gap_of(gap), alphabet) for gap in gaps])
    at, columns = describe(word_rows, gap_rows, np.array([len(tokens) for tokens, _ in tokenized]))
    for template, key in zip(TEMPLATES, keys(columns, digits_of(alphabet)), strict=True):
        assert (key < space(template, alphabet)).all()
    return [words[i] for i in at.tolist()], columns


@pytest.mark.parametrize("raw", REFERENCES)
def test_every_column_has_a_value_a_token(raw: str) -> None:
    words, columns = described(raw)
    assert words == [token.text for token in tokenize(raw)]
    assert {name for template in TEMPLATES for name in template} == set(columns)
    assert {len(values) for values in columns.values()} == {len(words)}


def test_columns_of_references_described_together_are_those_of_each_alone() -> None:
    raws = (*REFERENCES, "((„ [ 5", "a 1 ) b ( c 1999", *REFERENCES)
    _, together = described(*raws)
    alone = [described(raw)[1] for raw in raws]
    numbered_by_text = ("short", "gap")  # numbered anew for each alphabet
    for name, values in together.items():
        if not name.startswith(numbered_by_text):
            assert values.tolist() == [value for columns in alone for value in columns[name].tolist()], name


def test_a_number_ahead_is_counted_within_its_reference_only() -> None:
    words, columns = described("Kuhn, Structure", "1962, (12) „a“ b")
    assert words == ["Kuhn", "Structure", "1962", "12", "a", "b"]
    assert columns["distance"].tolist() == [7, 7, 1, 7, 7, 7]
    assert columns["dated"].tolist() == [1, 1, 1, 2, 2, 2]
    assert columns["inside"].tolist() == [1, 1, 1, 2, 3, 7]


def test_a_table_of_texts_grows_and_starts_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcheck.parsing.tagging.words._CACHE_LIMIT", 3)
    known = Known(lambda text: (len(text), ord(text[0])))
    for texts in (["a", "bb", "a"], ["ccc", "bb"], ["dddd"], ["bb"], []):
        assert known.of(texts).tolist() == [[len(text), ord(text[0])] for text in texts]


def test_a_table_of_texts_is_not_emptied_while_another_thread_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcheck.parsing.tagging.words._CACHE_LIMIT", 2)

    def flood() -> None:
        for texts in (["v", "w", "x"], ["y", "z"]):
            known.of(texts)

    def about(text: str) -> tuple[int, ...]:
        if text == "b":
            other.start()
            other.join(0.2)  # it has to wait for the table
        return (ord(text),)

    known, other = Known(about), threading.Thread(target=flood)
    assert known.of(["a", "b"]).tolist() == [[ord("a")], [ord("b")]]
    other.join()
    assert known.of(["z", "a"]).tolist() == [[ord("z")], [ord("a")]]


def test_long_sequences_keep_probabilities() -> None:
    tagged = tag([(tokenize("word " * 390 + "1999."), "")])[0]
    assert len(tagged.marginals) == 391
    assert all(0 <= p <= 1.0001 for p in tagged.marginals)
