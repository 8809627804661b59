"""The arithmetic of a linear-chain CRF: the probability of each label, and the likeliest sequence of labels, of many
references at once.

Labels are of fields: first those that only a first token has, ``begun`` in number and each of one of the first fields,
then one of each field, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SURE = 0.49  # where a reference's doubts sum to less, no other sequence of labels can be likelier
_LEAST = 1e-3  # less probable labels of a token are not tried: in a long text in doubt that would be all of them
_ROUNDING = 1.01  # a probability computed in two ways differs by less
_SHRINKING = 16  # tokens after which the chances, which shrink by up to 10 ** -6 a token, are made to sum to 1 again
_NONE = -1  # the label of what is no token

Transitions = list[list[float]]  # from one label to the next


class Chances(NamedTuple):
    """For each label at each token [token, label, reference]: its probability, 0 behind the last token; its probability
    by the tokens up to there alone, and by those before it, times factors of the token's own; and the probability of
    each field there."""

    each: NDArray[Any]
    so_far: NDArray[Any]
    before: NDArray[Any]
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
        if t % _SHRINKING == 0:
            before /= before.sum(axis=1, keepdims=True)
        np.matmul(ways, before, out=here)
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
    return Chances(each, reached[:, 0], arrived[:, 0], fields)


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

    probabilities = np.maximum.reduce(known.fields, axis=1)
    best: NDArray[np.intp] = (known.fields == probabilities[:, None]).argmax(axis=1)  # quicker than of numbers
    doubtful = (lengths - np.add.reduce(probabilities) > _SURE).nonzero()[0]
    if not len(doubtful):
        return best, probabilities
    fields, inside = best[:, doubtful], np.arange(len(best))[:, None] < lengths[doubtful]
    # A field that begins has its first label where there is one.
    goes_on = fields >= begun
    goes_on[1:] |= fields[1:] == fields[:-1]
    least = _together(fields + begun * goes_on, known, doubtful, inside, ways[1]) / _ROUNDING
    doubts = 1 - np.minimum.reduce(probabilities[:, doubtful], initial=1, where=inside)
    np.maximum(least, _LEAST, out=least)
    searched = (least < doubts).nonzero()[0]
    if len(searched):
        among = doubtful[searched]
        found = _searched(states[:, :, among], transitions, known.each[:, :, among] >= least[searched])
        found -= begun * (found >= begun)
        best[:, among] = found
        probabilities[:, among] = np.take_along_axis(known.fields[:, :, among], found[:, None], axis=1)[:, 0]
    return best, probabilities


def _together(
    labels: NDArray[Any], known: Chances, among: NDArray[Any], inside: NDArray[Any], moved: NDArray[Any]
) -> NDArray[Any]:
    """The probabilities of whole sequences of labels [token, reference], of some references: each is that of the last
    label, times that of each earlier one given the next."""
    import numpy as np

    before, behind = labels[:-1], labels[1:]
    token, reference = np.arange(len(before))[:, None], among[None]
    given = known.so_far[token, before, reference] * moved[before, behind] / known.before[token + 1, behind, reference]
    last = np.add.reduce(inside) - 1
    ending = known.each[last, labels[last, np.arange(len(among))], among]
    together: NDArray[Any] = ending * np.multiply.reduce(given, initial=1, where=inside[1:])
    return together


def _searched(states: NDArray[Any], transitions: Transitions, likely: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The likeliest sequences of labels [token, reference] (Viterbi), from states [token, label, reference], among the
    labels at each token that may be of them; 0 behind the last token.

    Most tokens have only one. What is likeliest between two of these does not depend on what is further away. So all
    references are one sequence here, with nothing behind each.
    """
    import numpy as np

    moves = [[*row, 0.0] for row in (*transitions, [0.0] * len(transitions))]  # with those from and to nothing
    many = np.add.reduce(likely, axis=1)  # [token, reference]
    first = np.full((len(many) + 1, many.shape[1]), _NONE)
    np.copyto(first[:-1], likely.argmax(axis=1), where=many > 0)
    labels = first.T.ravel().tolist()
    reference, token, label = (likely & (many > 1)[:, None]).transpose(2, 0, 1).nonzero()
    choices: dict[int, list[tuple[int, float]]] = {}  # place in all -> the labels there with their scores
    found = reference * len(first) + token, label, states[token, label, reference]
    for i, to, own in zip(*(each.tolist() for each in found), strict=True):
        choices.setdefault(i, []).append((to, own))
    reached: list[tuple[float, int]] = []  # the score of the best way to each label of the last token
    came: list[dict[int, int]] = []  # and the label before it there
    for i, those in choices.items():
        if i - 1 not in choices:
            reached, came = [(0.0, labels[i - 1])], []
        before, reached, ways = reached, [], {}
        for to, own in those:
            best, ways[to] = max([(so_far + moves[last][to], last) for so_far, last in before])
            reached.append((best + own, to))
        came.append(ways)
        if i + 1 not in choices:
            behind = labels[i + 1]
            labels[i] = max([(so_far + moves[last][behind], last) for so_far, last in reached])[1]
            for back, ways in enumerate(came[:0:-1]):
                labels[i - back - 1] = ways[labels[i - back]]
    together: NDArray[np.intp] = np.array(labels).reshape(first.T.shape).T[:-1]
    return np.maximum(together, 0)
