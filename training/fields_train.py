"""Trains refcheck/data/fields.npz: ``nice python -m training.fields_train`` (about ten minutes on one core).

A multinomial logistic regression over hashed words, word parts and word pairs of title and venue (``_fields.features``)
into 26 fields, fitted with AdaGrad. Works known only as cited get their label from their venue's name, from what stands
beside them in the same bibliography and, in the second round, from the model of the first. The weights that matter most
are kept, as 8-bit integers.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refcheck.language.trained import remember
from refcheck.topics.model import features
from training.fields_asjc import FIELDS, relatedness, shares_of_venue
from training.fields_corpus import Row, corpus
from training.fields_journals import shares_of_journal

OUT = Path("refcheck/data/fields.npz")
KEPT = 145_000  # features: 26 bytes of weights and 4 of hash each
WEIGHT = {
    "tib": 1,
    "csl": 0.4,
    "crossref": 1,
    "computing": 0.5,
    "reviews": 0.4,
    "openalex": 1.5,
    "words": 0.4,
    "journals": 1,
    "parsed": 0.15,
    "cited": 1,
}

Floats = NDArray[np.float32]


def design(pairs: Sequence[tuple[str, str]], vocabulary: NDArray[np.uint32] | None = None, least: int = 3) -> tuple:
    """(rows x known features, vocabulary); a row is scaled by 1/sqrt(its features).

    Without a vocabulary one is made of the hashes that occur in ``least`` rows or more.
    """
    hashed = [np.array(sorted(features(title, venue)), dtype=np.uint32) for title, venue in pairs]
    flat = np.concatenate(hashed)
    if vocabulary is None:
        unique, counts = np.unique(flat, return_counts=True)
        vocabulary = unique[counts >= least]
    at = np.minimum(np.searchsorted(vocabulary, flat), len(vocabulary) - 1)
    known = vocabulary[at] == flat
    rows = np.repeat(np.arange(len(pairs)), [len(h) for h in hashed])[known]
    shape = (len(pairs), len(vocabulary))
    matrix = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, at[known])), shape=shape)
    scale = 1 / np.sqrt(np.maximum(np.diff(matrix.indptr), 1))
    return sparse.diags(scale.astype(np.float32)) @ matrix, vocabulary


def softmax(z: Floats) -> Floats:
    """Rows to shares."""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def fit(x: sparse.csr_matrix, y: Floats, weight: Floats, epochs: int) -> tuple[Floats, Floats]:
    """Weights (features x fields) and bias that tell ``y`` from ``x``: AdaGrad, batches of 4096, rate 1."""
    chance = np.random.default_rng(1)
    w, b = np.zeros((x.shape[1], y.shape[1]), np.float32), np.zeros(y.shape[1], np.float32)
    seen_w, seen_b = np.full_like(w, 1e-6), np.full_like(b, 1e-6)
    for epoch in range(epochs):
        loss = 0.0
        for rows in np.array_split(chance.permutation(len(y)), len(y) // 4096 + 1):
            batch, share = x[rows], weight[rows, None] / weight[rows].sum()
            used, at = np.unique(batch.indices, return_inverse=True)  # the features of these rows: a tenth of all
            batch = sparse.csr_matrix((batch.data, at, batch.indptr), shape=(len(rows), len(used)))
            p = softmax(batch @ w[used] + b)
            loss -= float((weight[rows, None] * y[rows] * np.log(p + 1e-9)).sum())
            gradient = (p - y[rows]) * share
            dw = np.asarray(batch.T @ gradient)
            db = gradient.sum(axis=0)
            seen_w[used] += dw * dw
            seen_b += db * db
            w[used] -= dw / np.sqrt(seen_w[used])
            b -= db / np.sqrt(seen_b)
        print(f"epoch {epoch}: loss {loss / weight.sum():.4f}", file=sys.stderr, flush=True)
    return w, b


def labels(rows: Sequence[Row]) -> Floats:
    """Rows x fields, each row sums to 1 or is 0 where the label is unknown."""
    y = np.zeros((len(rows), len(FIELDS)), np.float32)
    for i, row in enumerate(rows):
        for field, share in row.label.items():
            y[i, FIELDS.index(field)] = share
    return y / np.maximum(y.sum(axis=1, keepdims=True), 1e-9)


def even(y: Floats, weight: Floats) -> Floats:
    """Row weights with rare fields raised: by the root of how rare each is."""
    mass = (y * weight[:, None]).sum(axis=0) + 50
    return (weight * (y @ np.sqrt(mass.mean() / mass))).astype(np.float32)


def cited_labels(rows: Sequence[Row], guess: Floats | None) -> Floats:
    """Labels of works known only as cited: the venue's words, the model's guess, and the bibliography around them."""
    listed = [shares_of_journal(row.venue) for row in rows]
    named = [shares or shares_of_venue(row.venue) for shares, row in zip(listed, rows, strict=True)]
    own = np.array([[shares.get(field, 0.0) for field in FIELDS] for shares in named])
    trust = np.where(own.sum(axis=1) == 0, 0, np.where([bool(shares) for shares in listed], 0.8, 0.6))[:, None]
    own = trust * own + (1 - trust) * (1 / len(FIELDS) if guess is None else guess)
    lists = defaultdict(list)
    for i, row in enumerate(rows):
        lists[row.group].append(i)
    related, out = relatedness(), own.copy()
    for group, members in lists.items():
        if group and len(members) >= 4:
            others = own[members].sum(axis=0) - own[members] + 1.5 / len(FIELDS)
            company = others / others.sum(axis=1, keepdims=True)
            out[members] = own[members] * (company @ related + 0.03)
    return (out / out.sum(axis=1, keepdims=True)).astype(np.float32)


def save(vocabulary: NDArray[np.uint32], w: Floats, b: Floats, rows_with: NDArray[np.int64]) -> None:
    """Keep the features whose weights move the most titles; 8 bits a weight."""
    w = w - w.mean(axis=1, keepdims=True)
    best = np.sort(np.argsort(-np.abs(w).max(axis=1) * rows_with**0.4)[:KEPT])
    scale = np.abs(w[best]).max() / 127
    np.savez_compressed(
        OUT,
        hashes=vocabulary[best],
        weights=np.clip(np.round(w[best] / scale), -127, 127).astype(np.int8),
        scale=np.float32(scale),
        bias=b - b.mean(),
        relatedness=relatedness().astype(np.float32),
        fields=np.array(FIELDS),
    )
    remember(OUT.name)
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB, {len(best)} of {len(vocabulary)} features", file=sys.stderr)


def main() -> None:
    """Two rounds: the second learns from the cited works as the first sees them."""
    rows = corpus()
    pairs, at = [], []
    for i, row in enumerate(rows):  # as the model will meet them: together, and each alone
        views = {(row.title, row.venue), (row.title, "")}
        if i % 4 == 0 or not row.title:  # venues come often
            views.add(("", row.venue))
        views -= {("", "")}
        pairs += sorted(views)
        at += [i] * len(views)
    x, vocabulary = design(pairs)
    print(f"{len(rows)} works, {x.shape[0]} rows, {x.shape[1]} features", file=sys.stderr)
    weight = np.array([WEIGHT[row.source] for row in rows], np.float32)
    y = labels(rows)
    unknown = np.flatnonzero(y.sum(axis=1) == 0)
    guess = None
    for epochs in (3, 14):
        y[unknown] = cited_labels([rows[i] for i in unknown], guess)
        w, b = fit(x, y[at], even(y[at], weight[at]), epochs)
        full, _ = design([(rows[i].title, rows[i].venue) for i in unknown], vocabulary)
        guess = softmax(full @ w + b)
    save(vocabulary, w, b, np.diff(x.tocsc().indptr))


if __name__ == "__main__":
    main()
