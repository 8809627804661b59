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

from refcheck.parsing.tagging.chances import Transitions, chances, likeliest, ways_of
from refcheck.parsing.tagging.features import TEMPLATES, describe, flat, places, space
from refcheck.parsing.tagging.tokens import Token
from refcheck.parsing.tagging.words import (
    ATTRIBUTES,
    IN_ROW,
    Alphabet,
    Known,
    alphabet_of,
    gap_of,
    numbers_of_gap,
    rows_maker,
)
from refcheck.products import rows_alone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = Path(__file__).parents[2] / "data" / "parsing.npz"
_BATCH = 2_000  # tokens tagged together, the shorter references counted as long as the longest of theirs
LIKELY = 0.3
_NEVER = -30.0  # the score of what cannot be
_SUMMED = 256  # tokens whose weights are summed together
_DENSE = 1 << 19  # a template with at most this many possible keys has a table of all of them


class Tagged(NamedTuple):
    """One label per token with its probability; and for labels that no token got, their highest probability at any
    token (if at least ``LIKELY``)."""

    labels: list[str]
    marginals: list[float]
    missed: Mapping[str, float] = MappingProxyType({})


class _Model(NamedTuple):
    """A model as trained: ``states[row, label]`` of each attribute and ``transitions[from][to]``.

    A field's first token has a label of its own, "+title": where a field may begin is learned apart from how it goes
    on, so that few begin in the middle of a phrase. These labels come first, of the first ``begun`` of the ``fields``,
    then one of each field. As "title" only follows "+title" or itself, and "+title" neither, fields tell the labels.

    Row 0, all zeros, stands for unknown attributes. ``words`` gives the rows of a word's own attributes, then the
    numbers that ``describe`` needs; ``rows`` finds the rows of the templates' attributes from what ``describe``
    returns.
    """

    fields: list[str]
    begun: int
    alphabet: Alphabet
    words: Known
    gaps: Known
    rows: Callable[[NDArray[np.int32]], NDArray[Any]]
    states: NDArray[np.float32]
    transitions: Transitions
    ways: NDArray[np.float64]


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
        labels = stored["labels"].tolist()
        firsts = [label[1:] for label in labels if label[0] == "+"]
        fields = [*firsts, *(label for label in labels if label[0] != "+" and label not in firsts)]
        order = [labels.index(label) for label in (*(f"+{field}" for field in firsts), *fields)]
        states = weights_of(stored, order)
        transitions = stored["transitions"].astype(np.float32)[np.ix_(order, order)]
    known_gaps = Known(lambda texts: [numbers_of_gap(gap_of(text), alphabet) for text in texts])
    known_words, ways = Known(rows_maker(lines, alphabet)), ways_of(transitions)
    moves = transitions.tolist()
    return _Model(fields, len(firsts), alphabet, known_words, known_gaps, rows, states, moves, ways)


def weights_of(stored: Mapping[str, Any], order: Sequence[int] = ()) -> NDArray[np.float32]:
    """The weights [attribute, label] in a model's file, which holds only those that are not 0. Row 0 is all zeros.

    order: of the labels, if not the file's.
    """
    import numpy as np

    counts, labels = stored["counts"], len(stored["labels"])
    weights = np.zeros((1 + len(counts), labels), np.float32)
    at = np.repeat(np.arange(labels, labels * len(weights), labels, dtype=np.int32), counts)
    at += np.argsort(order).astype(np.uint8)[stored["columns"]] if order else stored["columns"]
    weights.ravel()[at] = stored["weights"]
    return weights


def _finder(
    known: Sequence[NDArray[np.int64]], alphabet: Alphabet, first: int
) -> Callable[[NDArray[np.int32]], NDArray[Any]]:
    """What tells the rows by the columns of tokens, in any order of templates: the keys that are ``known``, sorted and
    of each template, have the rows from ``first`` on, others 0."""
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
    wide_rows = np.concatenate([np.arange(ends[i] - len(known[i]), ends[i], dtype=np.int32) for i in wide.tolist()])
    wide_keys, wide_rows = np.append(wide_keys, 1 << 62), np.append(wide_rows, np.int32(0))  # behind the last
    order = np.concatenate((dense, wide))
    counted, begin, few = places(alphabet)[order], begins[order][:, None], len(dense)
    alone = rows_alone(counted.size)

    def find(columns: NDArray[np.int32]) -> NDArray[Any]:
        keys = np.empty((len(counted), columns.shape[1]), np.int64)
        for i in range(0, columns.shape[1], alone):
            keys[:, i : i + alone] = counted @ columns[:, i : i + alone].astype(np.float64)
        keys += begin
        wanted = keys[few:]
        at = wide_keys.searchsorted(wanted)
        return np.concatenate((table.take(keys[:few]), np.where(wide_keys.take(at) == wanted, wide_rows.take(at), 0)))

    return find


def tag(references: Sequence[tuple[Sequence[Token], str]], model: Path = MODEL) -> list[Tagged]:
    """The labels (``training/PARSING.md`` lists them) of tokenized references, each with the text behind its last
    token."""
    out = [Tagged([], [])] * len(references)
    lengths = [len(tokens) for tokens, _ in references]
    for batch in _batches(lengths, rows_alone(_model(model).ways[0].size) if any(lengths) else 1):
        for i, tagged in zip(batch, _tag_batch([references[i] for i in batch], _model(model)), strict=True):
            out[i] = tagged
    return out


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """The indices of the references that have tokens, the shortest first, in batches of at most ``most``."""
    batch: list[int] = []
    for i in sorted((i for i, length in enumerate(lengths) if length), key=lengths.__getitem__):
        if batch and (len(batch) == most or (len(batch) + 1) * lengths[i] > _BATCH):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _tag_batch(references: Sequence[tuple[Sequence[Token], str]], model: _Model) -> list[Tagged]:
    import numpy as np

    lengths = np.array([len(tokens) for tokens, _ in references])
    states = _stacked(_scores(references, lengths, model), lengths)
    states[0, model.begun : 2 * model.begun] = _NEVER  # what begins does so with its first label
    known = chances(states, model.ways, lengths, model.begun)
    best, probabilities = likeliest(states, known, model.transitions, model.ways, lengths, model.begun)
    out = [
        Tagged(list(map(model.fields.__getitem__, fields[:length])), sure[:length])
        for length, fields, sure in zip(lengths.tolist(), best.T.tolist(), probabilities.T.tolist(), strict=True)
    ]
    most = np.maximum.reduce(known.fields)  # [field, reference]
    for field, i in zip(*(found.tolist() for found in (most >= LIKELY).nonzero()), strict=True):
        name = model.fields[field]
        if name not in out[i].labels:
            out[i] = out[i]._replace(missed={**out[i].missed, name: float(most[field, i])})
    return out


def _stacked(scores: NDArray[np.float32], lengths: NDArray[np.intp]) -> NDArray[np.float32]:
    """Scores [token, label] of one reference after another as [token, label, reference], padded with 0. ``lengths``
    ascend."""
    import numpy as np

    many, longest = len(lengths), lengths[-1]
    if len(scores) == longest * many:
        filled = scores.reshape(many, longest, -1)
    else:
        filled = np.zeros((many, longest, scores.shape[1]), np.float32)
        filled[np.arange(longest) < lengths[:, None]] = scores
    return np.ascontiguousarray(filled.transpose(1, 2, 0))


def _scores(
    references: Sequence[tuple[Sequence[Token], str]], lengths: NDArray[np.intp], model: _Model
) -> NDArray[np.float32]:
    """The sum of the weights of a token's attributes for each label [token, label]."""
    import numpy as np

    words, gaps = flat(references)
    word_rows, gap_rows = model.words.of(words), model.gaps.of(gaps)
    before, behind = map(ATTRIBUTES.index, ("near-1", "near+1"))
    at, columns = describe(word_rows[:, len(IN_ROW) :], gap_rows, lengths)
    of_words = word_rows.T[[*map(IN_ROW.index, ATTRIBUTES)]]
    of_words[before, 1:] = of_words[before, :-1]
    of_words[behind, :-1] = of_words[behind, 1:]
    of_words = of_words[:, at]
    # Some tokens at a time, so that what is summed stays in the processor's cache.
    parts = []
    for i in range(0, len(at), _SUMMED):
        rows = np.concatenate((of_words[:, i : i + _SUMMED], model.rows(columns[:, i : i + _SUMMED])))
        parts.append(np.add.reduce(model.states.take(rows, axis=0)))
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
