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

from refcheck.parsing.tagging.features import TEMPLATES, describe, flat, places, space
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
_SURE = 0.49  # where a reference's doubts sum to less, no other sequence of labels can be likelier
_ROUNDING = 1.01  # a probability computed in two ways differs by less
_SUMMED = 256  # tokens whose weights are summed together
_DENSE = 1 << 19  # a template with at most this many possible keys has a table of all of them


class Tagged(NamedTuple):
    """One label per token with its probability; and for labels that no token got, their highest probability at any
    token (if at least ``LIKELY``)."""

    labels: list[str]
    marginals: list[float]
    missed: Mapping[str, float] = MappingProxyType({})


class _Model(NamedTuple):
    """A model as trained: ``states[row, label]`` of each attribute and ``transitions[from, to]``.

    Row 0, all zeros, stands for unknown attributes. ``words`` gives the rows of a word's own attributes, then the
    numbers that ``describe`` needs; ``rows`` finds the rows of the templates' attributes from what ``describe``
    returns.
    """

    labels: list[str]
    alphabet: Alphabet
    words: Known
    gaps: Known
    rows: Callable[[NDArray[np.int32]], NDArray[Any]]
    states: NDArray[np.float32]
    transitions: NDArray[np.float32]


@cache
def _model(path: Path) -> _Model:
    import numpy as np

    with np.load(path) as stored:
        shorts, gaps, *texts = (line.split("\t") for line in stored["texts"].tobytes().decode().split("\n"))
        alphabet = alphabet_of(shorts, gaps)
        number = count(1)  # zip finds the end of a line's texts before it takes a number, so none is lost
        lines: list[dict[str | None, int]] = [dict(zip(line, number, strict=False)) for line in texts]
        known = np.split(stored["keys"], np.cumsum(stored["sizes"])[:-1])
        rows = _finder(known, alphabet, 1 + sum(map(len, texts)))
        states = weights_of(stored)
        labels, transitions = stored["labels"].tolist(), stored["transitions"].astype(np.float32)
    finds = [line.get for line in lines]

    def about_word(text: str) -> tuple[int, ...]:
        word = word_of(text)
        own = [find(value, 0) for find, value in zip(finds, attributes_of(word), strict=True)]
        return *own, *numbers_of_word(word, alphabet)

    known_gaps = Known(lambda text: numbers_of_gap(gap_of(text), alphabet))
    return _Model(labels, alphabet, Known(about_word), known_gaps, rows, states, transitions)


def weights_of(stored: Mapping[str, Any]) -> NDArray[np.float32]:
    """The weights [attribute, label] in a model's file, which holds only those that are not 0. Row 0 is all zeros."""
    import numpy as np

    counts, labels = stored["counts"], len(stored["labels"])
    weights = np.zeros((1 + len(counts), labels), np.float32)
    at = np.repeat(np.arange(labels, labels * len(weights), labels, dtype=np.int32), counts)
    at += stored["columns"]
    weights.ravel()[at] = stored["weights"]
    return weights


def _finder(
    known: Sequence[NDArray[np.int64]], alphabet: Alphabet, first: int
) -> Callable[[NDArray[np.int32]], NDArray[Any]]:
    """What tells the rows [template, token] by the columns of tokens: the keys that are ``known``, sorted and of each
    template, have the rows from ``first`` on, others 0."""
    import numpy as np

    sizes = np.array([space(template, alphabet) for template in TEMPLATES])
    dense, wide = np.flatnonzero(sizes <= _DENSE), np.flatnonzero(sizes > _DENSE)
    # The keys of one template lie behind those of another, so that all are looked up at once: the few in a table.
    begins = np.zeros_like(sizes)
    for group in (dense, wide):
        begins[group] = sizes[group].cumsum() - sizes[group]
    ends = first + np.cumsum([len(keys) for keys in known])
    table = np.zeros(sizes[dense].sum(), np.int32)
    for i in dense.tolist():
        table[begins[i] + known[i]] = np.arange(ends[i] - len(known[i]), ends[i])
    wide_keys = np.concatenate([begins[i] + known[i] for i in wide.tolist()])
    wide_rows = np.concatenate([np.arange(ends[i] - len(known[i]), ends[i]) for i in wide.tolist()])
    counted, begin = places(alphabet), begins[:, None]

    def find(columns: NDArray[np.int32]) -> NDArray[Any]:
        keys = (counted @ columns.astype(np.float64)).astype(np.int64)
        keys += begin
        rows = np.empty(keys.shape, np.int32)
        rows[dense] = table.take(keys[dense])
        wanted = keys[wide]
        at = np.minimum(wide_keys.searchsorted(wanted), len(wide_keys) - 1)
        rows[wide] = np.where(wide_keys[at] == wanted, wide_rows[at], 0)
        return rows

    return find


def tag(references: Sequence[tuple[Sequence[Token], str]], model: Path = MODEL) -> list[Tagged]:
    """The labels (``training/PARSING.md`` lists them) of tokenized references, each with the text behind its last
    token."""
    out = [Tagged([], [])] * len(references)
    for batch in _batches([len(tokens) for tokens, _ in references]):
        for i, tagged in zip(batch, _tag_batch([references[i] for i in batch], _model(model)), strict=True):
            out[i] = tagged
    return out


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The indices of the references that have tokens, the shortest first, in batches."""
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
    within = np.arange(lengths[-1])[:, None] < lengths  # [token, reference]
    states = _stacked(_scores(references, lengths, model), within)
    known = _chances(states, model.transitions, lengths)
    best, probabilities = _likeliest(states, known, model.transitions, lengths, within)
    names = model.labels
    out = [
        Tagged([names[label] for label in labels[:length]], sure[:length])
        for length, labels, sure in zip(lengths.tolist(), best.T.tolist(), probabilities.T.tolist(), strict=True)
    ]
    likeliest = known.each.max(axis=0, where=within[:, None], initial=0.0)  # [label, reference]
    for label, i in zip(*(found.tolist() for found in (likeliest >= LIKELY).nonzero()), strict=True):
        if names[label] not in out[i].labels:
            out[i] = out[i]._replace(missed={**out[i].missed, names[label]: float(likeliest[label, i])})
    return out


def _stacked(scores: NDArray[np.float32], within: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Scores [token, label] of one reference after another as [token, label, reference], padded with 0."""
    import numpy as np

    longest, many = within.shape
    if len(scores) == longest * many:
        filled = scores.reshape(many, longest, -1)
    else:
        filled = np.zeros((many, longest, scores.shape[1]), np.float32)
        filled[within.T] = scores
    return np.ascontiguousarray(filled.transpose(1, 2, 0))


def _scores(
    references: Sequence[tuple[Sequence[Token], str]], lengths: NDArray[np.intp], model: _Model
) -> NDArray[np.float32]:
    """The sum of the weights of a token's attributes for each label [token, label]."""
    import numpy as np

    words, gaps = flat(references)
    word_rows, gap_rows = model.words.of(words), model.gaps.of(gaps)
    own = len(OWN)
    at, columns = describe(word_rows[:, own + 2 :], gap_rows, lengths)
    of_words = np.concatenate((word_rows[at, :own].T, word_rows[at - 1, own][None], word_rows[at + 1, own + 1][None]))
    # Some tokens at a time, so that what is summed stays in the processor's cache.
    parts = []
    for i in range(0, len(at), _SUMMED):
        rows = np.concatenate((of_words[:, i : i + _SUMMED], model.rows(columns[:, i : i + _SUMMED])))
        parts.append(model.states.take(rows, axis=0).sum(axis=0))
    return np.concatenate(parts)


class _Chances(NamedTuple):
    """For each label at each token [token, label, reference]: its probability; and its probability by the tokens up to
    there alone, times a factor of the token's own."""

    each: NDArray[Any]
    so_far: NDArray[Any]


def _likeliest(
    states: NDArray[Any],
    known: _Chances,
    transitions: NDArray[Any],
    lengths: NDArray[Any],
    within: NDArray[Any],
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The likeliest sequence of labels, and the probability of each label by itself [token, reference].

    Take the labels that are likeliest one by one. Any other sequence is at most as probable as the chance that one of
    these is wrong, so theirs is the likeliest wherever it is more probable than that. Where their doubts sum to less
    than one half it is; elsewhere its probability is computed. Only the remaining references need a search.
    """
    import numpy as np

    best: NDArray[np.intp] = known.each.argmax(axis=1)
    probabilities = known.each.max(axis=1)
    doubts = 1 - probabilities
    unsure = np.flatnonzero(doubts.sum(axis=0, where=within) > _SURE)
    if len(unsure):
        together = _together(best[:, unsure], unsure, known, transitions, within[:, unsure])
        unsure = unsure[together < _ROUNDING * doubts[:, unsure].max(axis=0, where=within[:, unsure], initial=0.0)]
    if len(unsure):
        best[:, unsure] = _best(states[:, :, unsure], transitions, lengths[unsure])
        probabilities[:, unsure] = known.each[np.arange(len(best))[:, None], best[:, unsure], unsure]
    return best, probabilities


def _together(
    labels: NDArray[Any], which: NDArray[Any], known: _Chances, transitions: NDArray[Any], within: NDArray[Any]
) -> NDArray[Any]:
    """The probability of whole sequences of labels [token, reference], for the references ``which``: that of the last
    label, times that of each earlier one given the next."""
    import numpy as np

    token = np.arange(len(labels))[:, None]
    so_far, moved = known.so_far[:-1], np.exp(transitions - transitions.max())
    all_ways = (so_far[:, :, which] * moved[:, labels[1:]].transpose(1, 0, 2)).sum(axis=1)
    given = so_far[token[:-1], labels[:-1], which] * moved[labels[:-1], labels[1:]] / all_ways
    last = within.sum(axis=0) - 1
    end = known.each[last, labels[last, np.arange(len(which))], which]
    return np.asarray(end * given.prod(axis=0, where=within[1:]))


def _best(states: NDArray[Any], transitions: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """The likeliest sequence of labels [token, reference] (Viterbi), from states [token, label, reference]."""
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


def _chances(states: NDArray[Any], transitions: NDArray[Any], lengths: NDArray[Any]) -> _Chances:
    """The probabilities of labels (forward and backward), from states [token, label, reference].

    Backward is forward from the end with the transitions transposed, so one pass does both. ``lengths`` ascend.
    """
    import numpy as np

    emitted = np.exp(states - states.max(axis=1, keepdims=True))
    moved = np.exp(transitions - transitions.max())
    ways, total = np.array((moved.T, moved)), np.add.reduce
    reached = np.empty((len(states), 2, *states.shape[1:]), states.dtype)
    reached[:, 0], reached[:, 1] = emitted, emitted[::-1]
    arrived = np.empty_like(reached)
    arrived[0] = 1.0
    # How many references begin there, seen from the end, or later.
    ended = lengths.searchsorted(np.arange(len(states))[::-1], "right").tolist()
    before = reached[0]
    for here, now, behind in zip(arrived[1:], reached[1:], ended, strict=False):
        np.matmul(ways, before, here)
        here /= total(here, axis=1, keepdims=True)
        if behind:
            here[1, :, :behind] = 1.0
        now *= here
        before = now
    each: NDArray[Any] = np.multiply(reached[:, 0], arrived[::-1, 1], emitted)
    each /= each.sum(axis=1, keepdims=True)
    return _Chances(each, reached[:, 0])
