"""Which subjects are cited together: a bilinear logistic regression over the traits of a reference and of its list.

A cosine says that statistics is as far from medicine as linguistics is. The regression learns from bibliographies which
of the two stands in a medical list.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np

from refcheck.topics.cocitation import Vectors, read
from refcheck.topics.strangeness import blocks, traits
from training.topics_lists import Listed, alike

PER_REPOSITORY, PER_LIST = 100, 30  # at most so many lists of a repository, references of a list
FAR_BELOW = 0.3  # cosine of the fields of two lists; below it, one has nothing to do with the other
STEPS, BATCH, RATE, SHRINK = 800, 256, 0.01, 1e-4


def affinity(lists: Sequence[Listed], vectors: Vectors) -> np.ndarray:
    """The weights that tell a reference of the list from one of a list of other fields (traits x traits of the rest).

    lists: with their mixes of fields. Adam on batches of a list, one of its references, and one of a far list.
    """
    rng = random.Random(0)
    chosen = rng.sample(lists, len(lists))
    taken: Counter[str] = Counter()
    few = []
    for listed in chosen:
        taken[listed.group] += 1
        if taken[listed.group] <= PER_REPOSITORY and listed.mix is not None:
            few.append(listed)
    parts = [rng.sample(listed.works, min(PER_LIST, len(listed.works))) for listed in few]
    about, whole = (
        side.astype(np.float32) for side in traits(read([work for part in parts for work in part], vectors))
    )
    start = np.cumsum([0, *map(len, parts)])
    near = alike(np.array([listed.mix for listed in few]))
    far = [np.flatnonzero(row < FAR_BELOW) for row in near]
    hosts = [i for i in range(len(few)) if len(far[i]) > 20]
    weights = np.zeros((whole.shape[1], about.shape[1] + 1), dtype=np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    draw = np.random.default_rng(0)
    truth = np.tile([0.0, 1.0], BATCH)
    for step in range(STEPS):
        references, others = [], []
        for i in draw.choice(hosts, BATCH):
            n = start[i + 1] - start[i]
            own, *rest = start[i] + draw.permutation(n)[: draw.integers(4, PER_LIST + 1)]
            j = draw.choice(far[i])
            references += [own, draw.integers(start[j], start[j + 1])]
            others += [about[rest].sum(axis=0)] * 2
        company = np.column_stack([blocks(np.array(others), vectors.split), np.ones(2 * BATCH)])
        odds = ((whole[references] @ weights) * company).sum(axis=1)
        error = (1 / (1 + np.exp(-odds)) - truth) / (2 * BATCH)
        slope = whole[references].T @ (company * error[:, None]) + SHRINK * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        pace = RATE * (1 - step / STEPS) / (1 - 0.9 ** (step + 1))
        weights -= pace * mean / (np.sqrt(spread / (1 - 0.999 ** (step + 1))) + 1e-8)
    return weights
