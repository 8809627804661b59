"""The sequence tagger: a linear-chain CRF over tokens, with the probability of each label.

python-crfsuite trains it (``training/parsing_train.py``); here its weights are read and the best labels and their
probabilities computed for many references at once, since numpy is slow on one and fast on many.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, count, repeat
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from refcheck.parsing.features import TEMPLATES, Columns, describe
from refcheck.parsing.tokens import Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = Path(__file__).parent.parent / "data" / "parsing.npz"
_BATCH = 64  # references tagged together


class Tagged(NamedTuple):
    """One label a token, and the probability of each."""

    labels: list[str]
    marginals: list[float]


class _Weights(NamedTuple):
    """A model as trained: ``states[rows[template][values], label]`` and ``transitions[from, to]``.

    ``values`` are those of the template's columns, a single one by itself; row 0 is for those unknown, and all 0.
    """

    labels: list[str]
    rows: dict[tuple[str, ...], dict[Any, int]]
    states: NDArray[np.float32]
    transitions: NDArray[np.float32]


@cache
def _weights(model: Path) -> _Weights:
    import numpy as np

    with np.load(model) as stored:
        rows: dict[tuple[str, ...], dict[Any, int]] = {}
        number = count(1)
        for template, line in zip(TEMPLATES, stored["attributes"].tobytes().decode().split("\n"), strict=True):
            values = list(map(sys.intern, line.split("\t"))) if line else []
            keys = zip(*[iter(values)] * len(template), strict=True) if len(template) > 1 else values
            rows[template] = dict(zip(keys, number, strict=False))  # the keys end first: no number is lost
        states = np.pad(stored["states"].astype(np.float32), ((1, 0), (0, 0)))
        transitions = stored["transitions"].astype(np.float32)
        return _Weights(stored["labels"].tolist(), rows, states, transitions)


def tag(references: Sequence[tuple[Sequence[Token], str]], model: Path = MODEL) -> list[Tagged]:
    """Labels of tokenized references (``training/PARSING.md`` lists them), each with the text behind its last token."""
    out = [Tagged([], [])] * len(references)
    by_length = sorted((i for i, (tokens, _) in enumerate(references) if tokens), key=lambda i: len(references[i][0]))
    for start in range(0, len(by_length), _BATCH):
        batch = by_length[start : start + _BATCH]
        for i, tagged in zip(batch, _tag_batch([references[i] for i in batch], _weights(model)), strict=True):
            out[i] = tagged
    return out


def _tag_batch(references: Sequence[tuple[Sequence[Token], str]], weights: _Weights) -> list[Tagged]:
    import numpy as np

    lengths = np.array([len(tokens) for tokens, _ in references])
    described = [describe(tokens, tail) for tokens, tail in references]
    columns = {name: list(chain.from_iterable(map(itemgetter(name), described))) for name in described[0]}
    scores = sum(weights.states.take(_rows(weights, template, columns), axis=0) for template in TEMPLATES)
    states = np.zeros((lengths.max(), len(references), len(weights.labels)), np.float32)
    within = np.arange(lengths.max())[:, None] < lengths  # [token, reference]
    # The tokens lie reference by reference, the states token by token.
    states.transpose(1, 0, 2)[within.T] = scores
    transitions = weights.transitions
    best = _best(states, transitions, lengths)
    probabilities = np.take_along_axis(_marginals(states, transitions, within), best[..., None], axis=2)[..., 0]
    names = weights.labels
    return [
        Tagged([names[label] for label in best[:length, i].tolist()], probabilities[:length, i].tolist())
        for i, length in enumerate(lengths.tolist())
    ]


def _rows(weights: _Weights, template: tuple[str, ...], columns: Columns) -> NDArray[np.intp]:
    """The rows of ``weights.states`` for the attribute that a template makes of each token."""
    import numpy as np

    values = [columns[name] for name in template]
    keys: Iterable[Any] = zip(*values, strict=True) if len(values) > 1 else values[0]
    return np.fromiter(map(weights.rows[template].get, keys, repeat(0)), np.intp, len(values[0]))


def _best(states: NDArray[Any], transitions: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """The likeliest labels together [token, reference] (Viterbi)."""
    import numpy as np

    came_from = np.zeros(states.shape, np.intp)
    reached = states.copy()
    to_from = np.ascontiguousarray(transitions.T)
    for t in range(1, len(states)):
        paths = reached[t - 1][:, None, :] + to_from
        came_from[t] = paths.argmax(axis=2)
        reached[t] += paths.max(axis=2)
    every = np.arange(len(lengths))
    last = reached[lengths - 1, every].argmax(axis=1)
    best = np.empty(states.shape[:2], np.intp)
    label = last
    for t in range(len(states) - 1, -1, -1):
        if t + 1 < len(states):
            label = np.where(t + 1 < lengths, came_from[t + 1, every, label], last)
        best[t] = label
    return best


def _marginals(states: NDArray[Any], transitions: NDArray[Any], within: NDArray[Any]) -> NDArray[Any]:
    """The probability of each label of each token [token, reference, label] (forward and backward)."""
    import numpy as np

    emitted = np.exp(states - states.max(axis=2, keepdims=True))
    moved = np.exp(transitions - transitions.max())
    forward = emitted.copy()
    for t in range(1, len(states)):
        reached = forward[t - 1] @ moved
        forward[t] *= reached / reached.sum(axis=1, keepdims=True)
    backward = np.ones_like(states)
    for t in range(len(states) - 2, -1, -1):
        reached = (emitted[t + 1] * backward[t + 1]) @ moved.T
        reached /= reached.sum(axis=1, keepdims=True)
        backward[t] = np.where(within[t + 1][:, None], reached, 1.0)
    product = forward * backward
    probabilities: NDArray[Any] = product / product.sum(axis=2, keepdims=True)
    return probabilities
