"""The tagger's arithmetic against counting every path, and that references tagged together stay apart."""

import itertools

import numpy as np
import pytest

from refcheck.parsing.features import TEMPLATES, attributes, describe
from refcheck.parsing.tagger import _best, _marginals, tag
from refcheck.parsing.tokens import tokenize

REFERENCES = (
    "Bowlby, J. (1969). Attachment and loss. Basic Books.",
    "Kuhn TS. The structure of scientific revolutions. Chicago: University of Chicago Press; 1962.",
    "x",
    "Müller, A.: „Über Bindung“, in: Psychologie heute 12 (1998), H. 3, S. 5–9.",
)


def test_best_path_and_probabilities_are_those_of_all_paths() -> None:
    dice = np.random.default_rng(7)
    lengths, labels = np.array([4, 2, 1]), 3
    transitions = dice.normal(size=(labels, labels))
    states = dice.normal(size=(4, 3, labels))
    within = np.arange(4)[:, None] < lengths
    best, marginals = _best(states, transitions, lengths), _marginals(states, transitions, within)
    for r, length in enumerate(lengths.tolist()):
        paths = list(itertools.product(range(labels), repeat=length))
        scores = np.array(
            [
                sum(states[t, r, y] for t, y in enumerate(path))
                + sum(transitions[a, b] for a, b in itertools.pairwise(path))
                for path in paths
            ]
        )
        assert tuple(best[:length, r].tolist()) == paths[int(scores.argmax())]
        weights = np.exp(scores) / np.exp(scores).sum()
        for t in range(length):
            share = [sum(w for w, path in zip(weights, paths, strict=True) if path[t] == y) for y in range(labels)]
            assert marginals[t, r] == pytest.approx(share)


def test_references_tagged_together_are_tagged_as_alone() -> None:
    tokenized = [(tokenize(raw), ".") for raw in (*REFERENCES, "")]
    together = tag(tokenized)
    assert [len(t.labels) for t in together] == [len(tokens) for tokens, _ in tokenized]
    for item, tagged in zip(tokenized, together, strict=True):
        alone = tag([item])[0]
        assert alone.labels == tagged.labels
        assert alone.marginals == pytest.approx(tagged.marginals)


@pytest.mark.parametrize("raw", REFERENCES)
def test_every_column_has_a_value_a_token(raw: str) -> None:
    tokens = tokenize(raw)
    columns = describe(tokens, ".")
    assert {name for template in TEMPLATES for name in template} == set(columns)
    assert {len(values) for values in columns.values()} == {len(tokens)}
    assert all("\n" not in name for names in attributes(columns) for name in names)


def test_long_sequences_keep_probabilities() -> None:
    tagged = tag([(tokenize("word " * 390 + "1999."), "")])[0]
    assert len(tagged.marginals) == 391
    assert all(0 <= p <= 1.0001 for p in tagged.marginals)
