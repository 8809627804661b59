"""The sequence tagger: a linear-chain CRF over tokens, with the probability of each label.

python-crfsuite trains it (``training/parsing_train.py``); here its weights are read and the best labels and their
probabilities computed for many references at once, since numpy is slow on one and fast on many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from refcheck.parsing.tagging.features import TEMPLATES, Digits, describe, digits_of, flat, keys, space
from refcheck.parsing.tagging.tokens import Token
from refcheck.parsing.tagging.words import (
    OWN,
    Alphabet,
    Known,
    alphabet_of,
    attributes_of,
    gap_of,
    numbers_of_gap,
    numbers_of_word,
    word_of,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = Path(__file__).parents[2] / "data" / "parsing.npz"
_BATCH = 12_000  # tokens tagged together, the shorter references counted as long as the longest of theirs
LIKELY = 0.3
_SURE = 0.49  # the sum of doubts in a reference's labels below which no other labels can be likelier together
_SUMMED = 256  # tokens whose weights are summed together
_DENSE = 1 << 19  # a template with no more possible keys has a table of them all


class Tagged(NamedTuple):
    """One label a token, and the probability of each; of labels that no token got, that one should have (at least
    ``LIKELY``)."""

    labels: list[str]
    marginals: list[float]
    missed: Mapping[str, float] = MappingProxyType({})


class _Model(NamedTuple):
    """A model as trained: ``states[row, label]`` of each attribute and ``transitions[from, to]``.

    Row 0 is for attributes unknown, and all 0. ``words`` holds the rows of the attributes that a word gives, and then
    what ``describe`` wants of it; ``rows`` finds those of the templates' attributes, by their ``keys``.
    """

    labels: list[str]
    alphabet: Alphabet
    words: Known
    gaps: Known
    digits: Digits
    rows: Callable[[NDArray[np.int64]], NDArray[Any]]
    states: NDArray[np.float32]
    transitions: NDArray[np.float32]


@cache
def _model(path: Path) -> _Model:
    import numpy as np

    with np.load(path) as stored:
        shorts, gaps, *texts = (line.split("\t") for line in stored["texts"].tobytes().decode().split("\n"))
        alphabet = alphabet_of(shorts, gaps)
        number = count(1)  # the texts of a line end first, so that zip loses none
        lines: list[dict[str | None, int]] = [dict(zip(line, number, strict=False)) for line in texts]
        known = np.split(stored["keys"], np.cumsum(stored["sizes"])[:-1])
        rows = _finder(known, [space(template, alphabet) for template in TEMPLATES], 1 + sum(map(len, texts)))
        states = np.pad(stored["states"].astype(np.float32), ((1, 0), (0, 0)))
        labels, transitions = stored["labels"].tolist(), stored["transitions"].astype(np.float32)
    finds = [line.get for line in lines]

    def about_word(text: str) -> tuple[int, ...]:
        word = word_of(text)
        own = [find(value, 0) for find, value in zip(finds, attributes_of(word), strict=True)]
        return *own, *numbers_of_word(word, alphabet)

    known_gaps = Known(lambda text: numbers_of_gap(gap_of(text), alphabet))
    return _Model(labels, alphabet, Known(about_word), known_gaps, digits_of(alphabet), rows, states, transitions)


def _finder(
    known: Sequence[NDArray[np.int64]], sizes: Sequence[int], first: int
) -> Callable[[NDArray[np.int64]], NDArray[Any]]:
    """What tells the rows [template, token] of keys: those ``known``, sorted and of each template below its size, have
    the rows from ``first`` on, others 0."""
    import numpy as np

    firsts = np.cumsum([first, *map(len, known)])
    dense = [i for i, size in enumerate(sizes) if size <= _DENSE]
    # The tables of the small templates lie one behind the other, so that all are asked at once.
    begins = np.cumsum([0, *(sizes[i] for i in dense)])
    table = np.zeros(begins[-1], np.int32)
    for i, begin in zip(dense, begins.tolist(), strict=False):
        table[begin + known[i]] = np.arange(firsts[i], firsts[i + 1])

    def find(wanted: NDArray[np.int64]) -> NDArray[Any]:
        rows = np.empty(wanted.shape, np.int32)
        rows[dense] = table.take(wanted[dense] + begins[:-1, None])
        for i in range(len(sizes)):
            if sizes[i] > _DENSE:
                found = np.minimum(known[i].searchsorted(wanted[i]), len(known[i]) - 1)
                rows[i] = np.where(known[i][found] == wanted[i], firsts[i] + found, 0)
        return rows

    return find


def tag(references: Sequence[tuple[Sequence[Token], str]], model: Path = MODEL) -> list[Tagged]:
    """Labels of tokenized references (``training/PARSING.md`` lists them), each with the text behind its last token."""
    out = [Tagged([], [])] * len(references)
    for batch in _batches([len(tokens) for tokens, _ in references]):
        for i, tagged in zip(batch, _tag_batch([references[i] for i in batch], _model(model)), strict=True):
            out[i] = tagged
    return out


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the references that have tokens, the shortest first, in batches."""
    batch: list[int] = []
    for i in sorted((i for i, length in enumerate(lengths) if length), key=lengths.__getitem__):
        if (len(batch) + 1) * lengths[i] > _BATCH and batch:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _tag_batch(references: Sequence[tuple[Sequence[Token], str]], model: _Model) -> list[Tagged]:
    import numpy as np

    lengths = np.array([len(tokens) for tokens, _ in references])
    # The tokens lie reference by reference, the states token by token.
    within = np.arange(lengths.max())[:, None] < lengths  # [token, reference]
    states = np.zeros((*within.T.shape, len(model.labels)), np.float32)
    states[within.T] = _scores(references, lengths, model)
    states = np.ascontiguousarray(states.transpose(1, 2, 0))  # [token, label, reference]
    marginals = _marginals(states, model.transitions, lengths)
    best = _likeliest(states, marginals, model.transitions, lengths, within)
    probabilities = marginals[np.arange(len(best))[:, None], best, np.arange(len(lengths))]
    names = model.labels
    out = [
        Tagged([names[label] for label in labels[:length]], sure[:length])
        for length, labels, sure in zip(lengths.tolist(), best.T.tolist(), probabilities.T.tolist(), strict=True)
    ]
    likeliest = marginals.max(axis=0, where=within[:, None], initial=0.0)  # [label, reference]
    for label, i in np.argwhere(likeliest >= LIKELY).tolist():
        if names[label] not in out[i].labels:
            out[i] = out[i]._replace(missed={**out[i].missed, names[label]: float(likeliest[label, i])})
    return out


def _scores(
    references: Sequence[tuple[Sequence[Token], str]], lengths: NDArray[np.intp], model: _Model
) -> NDArray[np.float32]:
    """The sum of the weights of a token's attributes for each label [token, label]."""
    import numpy as np

    words, gaps = flat(references)
    word_rows, gap_rows = model.words.of(words), model.gaps.of(gaps)
    own = len(OWN)
    at, columns = describe(word_rows[:, own + 2 :], gap_rows, lengths)
    of_words = (*word_rows[at, :own].T, word_rows[at - 1, own], word_rows[at + 1, own + 1])
    rows = np.concatenate((of_words, model.rows(keys(columns, model.digits))))
    # Some tokens at a time, so that what is summed stays in the processor's cache.
    parts = [model.states.take(rows[:, i : i + _SUMMED], axis=0).sum(axis=0) for i in range(0, len(at), _SUMMED)]
    return np.concatenate(parts)


def _likeliest(
    states: NDArray[Any],
    marginals: NDArray[Any],
    transitions: NDArray[Any],
    lengths: NDArray[Any],
    within: NDArray[Any],
) -> NDArray[Any]:
    """The likeliest labels together [token, reference].

    The labels that are likeliest one by one are also the likeliest together where they are so with a probability above
    one half, which is at least 1 less what each may be wrong by. Only the other references need a search.
    """
    import numpy as np

    best: NDArray[np.intp] = marginals.argmax(axis=1)
    doubt = np.where(within, 1 - marginals.max(axis=1), 0.0)
    unsure = np.flatnonzero(doubt.sum(axis=0) > _SURE)
    if len(unsure):
        best[:, unsure] = _best(states[:, :, unsure], transitions, lengths[unsure])
    return best


def _best(states: NDArray[Any], transitions: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """The likeliest labels together [token, reference] (Viterbi), from states [token, label, reference]."""
    import numpy as np

    arriving = transitions[:, :, None]
    reached = states.copy()
    before = reached[0]
    for now in reached[1:]:
        now += (before[:, None] + arriving).max(axis=0)
        before = now
    best = np.empty((len(states), len(lengths)), np.intp)
    label = last = reached[lengths - 1, :, np.arange(len(lengths))].argmax(axis=1)
    shortest = lengths.min()
    for t in range(len(states) - 1, -1, -1):
        if t + 1 < len(states):
            label = (reached[t] + transitions[:, label]).argmax(axis=0)
        if t + 1 >= shortest:
            label = np.where(t + 1 < lengths, label, last)
        best[t] = label
    return best


def _marginals(states: NDArray[Any], transitions: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """The probability of each label of each token [token, label, reference] (forward and backward).

    Backward is forward from the end, with the transitions turned: one pass goes both ways at once. ``lengths`` ascend.
    """
    import numpy as np

    emitted = np.exp(states - states.max(axis=1, keepdims=True))
    moved = np.exp(transitions - transitions.max())
    reached = np.stack((emitted, emitted[::-1]), axis=1)
    arrived = np.ones_like(reached)
    ways, total = np.stack((moved.T, moved)), np.add.reduce
    # How many references begin there, seen from the end, or later.
    ended = lengths.searchsorted(np.arange(len(states))[::-1], "right").tolist()
    before = reached[0]
    for here, now, behind in zip(arrived[1:], reached[1:], ended, strict=False):
        np.matmul(ways, before, out=here)
        here /= total(here, axis=1, keepdims=True)
        if behind:
            here[1, :, :behind] = 1.0
        now *= here
        before = now
    probabilities: NDArray[Any] = reached[:, 0]
    probabilities *= arrived[::-1, 1]
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    return probabilities
