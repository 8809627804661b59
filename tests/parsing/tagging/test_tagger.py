"""The tagger's arithmetic against counting every path, and that references tagged together stay apart."""

import itertools

import numpy as np
import pytest

from refcheck.parsing.tagging.tagger import _best, _chances, _likeliest, tag
from refcheck.parsing.tagging.tokens import tokenize
from tests.parsing.tagging.examples import REFERENCES


def test_best_path_and_probabilities_are_those_of_all_paths() -> None:
    dice = np.random.default_rng(7)
    lengths, labels = np.array([1, 2, 4]), 3
    transitions = dice.normal(size=(labels, labels))
    states = dice.normal(size=(4, labels, 3))
    best, marginals = _best(states, transitions, lengths), _chances(states, transitions, lengths).each
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


@pytest.mark.parametrize("seed", range(20))
def test_labels_are_those_of_a_search_whether_one_was_needed_or_not(seed: int) -> None:
    dice = np.random.default_rng(seed)
    lengths = np.sort(dice.integers(1, 9, size=40))
    within = np.arange(lengths[-1])[:, None] < lengths
    transitions, states = dice.normal(size=(4, 4)), 3 * dice.normal(size=(lengths[-1], 4, 40))
    known = _chances(states, transitions, lengths)
    labels, probabilities = _likeliest(states, known, transitions, lengths, within)
    assert (labels == _best(states, transitions, lengths))[within].all()
    assert probabilities[0].tolist() == known.each[0, labels[0], np.arange(40)].tolist()


def test_references_tagged_together_are_tagged_as_alone() -> None:
    tokenized = [(tokenize(raw), ".") for raw in (*REFERENCES, "")]
    together = tag(tokenized)
    assert [len(t.labels) for t in together] == [len(tokens) for tokens, _ in tokenized]
    for item, tagged in zip(tokenized, together, strict=True):
        alone = tag([item])[0]
        assert alone.labels == tagged.labels
        assert alone.marginals == pytest.approx(tagged.marginals)


def test_long_sequences_keep_probabilities() -> None:
    tagged = tag([(tokenize("word " * 390 + "1999."), "")])[0]
    assert len(tagged.marginals) == 391
    assert all(0 <= p <= 1.0001 for p in tagged.marginals)
