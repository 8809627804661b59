"""The arithmetic of a linear-chain CRF: the probability of each label, and the likeliest sequence of labels, of many
references at once.

Labels are of fields: first those that only a first token has, ``begun`` in number and each of one of the first fields,
then one of each field, in the same order.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SURE = 0.49  # where a reference's doubts sum to less, no other sequence of labels can be likelier
_LEAST = 1e-3  # less probable labels of a token are not tried: in a long text in doubt that would be all of them
_ROUNDING = 1.01  # a probability computed in two ways differs by less
_SHRINKING = 16  # tokens after which the chances, which shrink by up to 10 ** -6 a token, are made to sum to 1 again

Transitions = list[list[float]]  # from one label to the next


class Chances(NamedTuple):
    """For each label at each token [token, label, reference]: its probability, 0 behind the last token; its probability
    by the tokens up to there alone, times a factor of the token's own; and the probability of each field there."""

    each: NDArray[Any]
    so_far: NDArray[Any]
    fields: NDArray[Any]


def ways_of(transitions: NDArray[Any]) -> NDArray[np.float64]:
    """How transitions lead forward, then backward: the factors by which the chances of labels reach a token from the
    one before it, and from the one behind it."""
    import numpy as np

    backward = np.exp(transitions - transitions.max()).astype(np.float64)
    return np.stack((backward.T, backward))


def chances(states: NDArray[Any], ways: NDArray[np.float64], lengths: NDArray[Any], begun: int) -> Chances:
    """The probabilities of labels (forward and backward), from states [token, label, reference].

    Backward is forward from the end with the transitions transposed, so one pass does both (``ways_of``). ``lengths``
    ascend.
    """
    import numpy as np

    length = len(states)
    emitted = np.exp(states - np.maximum.reduce(states, axis=1, keepdims=True), dtype=np.float64)
    reached = np.stack((emitted, emitted[::-1]), axis=1)
    arrived = np.empty_like(reached)
    arrived[0] = 1.0
    # How many references begin there, seen from the end, or later.
    uneven = lengths[0] < length
    ended = lengths.searchsorted(np.arange(length)[::-1], "right").tolist() if uneven else [0] * length
    before = reached[0]
    for t, (here, now, behind) in enumerate(zip(arrived[1:], reached[1:], ended, strict=False), 1):
        np.matmul(ways, before, out=here)
        if t % _SHRINKING == 0:
            here /= here.sum(axis=1, keepdims=True)
        if behind:
            here[1, :, :behind] = 1.0
        now *= here
        before = now
    each = reached[:, 0] * arrived[::-1, 1]
    each /= np.add.reduce(each, axis=1, keepdims=True)
    if uneven:
        each *= (np.arange(length)[:, None] < lengths)[:, None]
    fields = each[:, begun:].copy()
    fields[:, :begun] += each[:, :begun]
    return Chances(each, reached[:, 0], fields)


def likeliest(
    states: NDArray[Any],
    known: Chances,
    transitions: Transitions,
    ways: NDArray[Any],
    lengths: NDArray[Any],
    begun: int,
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The likeliest sequence of fields, and the probability of each field by itself [token, reference].

    Take the fields that are likeliest one by one. Any other sequence is at most as probable as the chance that one of
    these is wrong, so theirs is the likeliest wherever it is more probable than that. Where their doubts sum to less
    than one half it is; elsewhere its probability is computed. Only the remaining references need a search, among the
    labels that are likelier by themselves than that sequence (and than one in a thousand).
    """
    import numpy as np

    best: NDArray[np.intp] = known.fields.argmax(axis=1)
    probabilities = np.maximum.reduce(known.fields, axis=1)
    doubtful = (lengths - np.add.reduce(probabilities) > _SURE).nonzero()[0]
    if not len(doubtful):
        return best, probabilities
    fields, inside = best[:, doubtful], np.arange(len(best))[:, None] < lengths[doubtful]
    # A field that begins has its first label where there is one.
    goes_on = fields >= begun
    goes_on[1:] |= fields[1:] == fields[:-1]
    least = _together(fields + begun * goes_on, known, doubtful, inside, ways) / _ROUNDING
    doubts = 1 - np.minimum.reduce(probabilities[:, doubtful], initial=1, where=inside)
    np.maximum(least, _LEAST, out=least)
    for i, likely in zip(doubtful[least < doubts].tolist(), least[least < doubts].tolist(), strict=True):
        end = lengths[i]
        found = np.array(_searched(states[:end, :, i], transitions, known.each[:end, :, i] >= likely))
        best[:end, i] = found - begun * (found >= begun)
        probabilities[:end, i] = known.fields[np.arange(end), best[:end, i], i]
    return best, probabilities


def _together(
    labels: NDArray[Any], known: Chances, among: NDArray[Any], inside: NDArray[Any], ways: NDArray[Any]
) -> NDArray[Any]:
    """The probabilities of whole sequences of labels [token, reference], of some references: each is that of the last
    label, times that of each earlier one given the next."""
    import numpy as np

    moved = ways[1]
    before, behind = labels[:-1], labels[1:]
    so_far = known.so_far.transpose(0, 2, 1)[:-1, among]
    all_ways = np.add.reduce(so_far * moved.T[behind], axis=2)
    token, reference = np.ogrid[: len(before), : len(among)]
    given = so_far[token, reference, before] * moved[before, behind] / all_ways
    last = np.add.reduce(inside) - 1
    ending = known.each[last, labels[last, reference[0]], among]
    together: NDArray[Any] = ending * np.multiply.reduce(given, initial=1, where=inside[1:])
    return together


def _searched(states: NDArray[Any], transitions: Transitions, among: NDArray[np.bool_]) -> list[int]:
    """The likeliest sequence of labels of one reference (Viterbi), from states [token, label], among the labels at each
    token that may be of it."""
    found = among.nonzero()
    reached: list[tuple[float, int]] = []  # the score of the best way to each label of the last token
    came: list[dict[int, int]] = []  # and the label before it there
    for _, group in groupby(zip(*(column.tolist() for column in (*found, states[found])), strict=True), itemgetter(0)):
        before, reached, ways = reached, [], {}
        for _, label, score in group:
            best, ways[label] = max(
                [(to_there + transitions[last][label], last) for to_there, last in before] or [(0.0, 0)]
            )
            reached.append((best + score, label))
        came.append(ways)
    labels = [max(reached)[1]]
    for ways in came[:0:-1]:
        labels.append(ways[labels[-1]])
    return labels[::-1]
