"""The weights and thresholds of ``refcheck.resolving.scoring`` and ``matching``: a logistic regression on field levels.

    python training/matching_weights.py [--sample 300]

Prints the tables to paste. Data: the half of ``../shared/data/matching`` that ``benchmarks/matching.py`` never scores,
each string with the 20 candidates its search gives. The rebuilt records agree too well with their strings, so each gold
record is also altered at random:

- still the same work: a wrong year, volume, page, container or title word; authors missing or replaced; values not
  registered, as of a book. These are what the metadata checks are to find, so identity must survive one or two of them.
- another work: a sibling (same authors, journal, year, volume; other title and page), a namesake (same title; other
  people, place and year), the next part of a series, the same people's other work.

L2-regularised, fitted by Newton's method (numpy).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.matching import Case, for_training, library, sample, strings, twins
from refcheck.model import Reference, Work
from refcheck.parsing import parse_many
from refcheck.resolving.scoring import WEIGHTS, Printed, score

Change = Callable[[Work, Work, random.Random], Work]


def _years(work: Work, by: int) -> Work:
    return replace(work, years=tuple(year + by for year in work.years))


def _moved(number: str, by: int) -> str:
    digits = "".join(c for c in number.split("-")[0] if c.isdigit())[:9]
    return str(int(digits or 0) + by)


def _one_word(work: Work, other: Work, rng: random.Random) -> Work:
    words = work.titles[0].split() if work.titles else []
    theirs = other.titles[0].split() if other.titles else []
    if not words or not theirs:
        return work
    words[rng.randrange(len(words))] = rng.choice(theirs)
    return replace(work, titles=(" ".join(words),))


SLIPS: list[Change] = [
    lambda w, o, r: _years(w, r.choice((-1, 1))),
    lambda w, o, r: _years(w, r.choice((-9, -4, -3, -2, 2, 3, 4, 7, 10))),
    lambda w, o, r: replace(w, volume=_moved(w.volume, r.randint(1, 9))) if w.volume else w,
    lambda w, o, r: replace(w, pages=_moved(w.pages, r.randint(1, 90))) if w.pages else w,
    lambda w, o, r: replace(w, containers=o.containers, short_containers=()),
    _one_word,
    _one_word,
    lambda w, o, r: replace(w, authors=o.authors),
    lambda w, o, r: replace(w, authors=(*o.authors[:1], *w.authors[1:])),
    lambda w, o, r: replace(w, authors=w.authors[:1]),
    lambda w, o, r: replace(w, authors=()),
    lambda w, o, r: replace(w, containers=(), volume="", pages=""),
    lambda w, o, r: replace(w, containers=(), volume="", pages=""),
    lambda w, o, r: replace(w, pages=""),
    lambda w, o, r: replace(w, years=()),
    lambda w, o, r: replace(w, volume="", issue=""),
    lambda w, o, r: replace(w, titles=o.titles),
]


def _sibling(w: Work, o: Work, r: random.Random) -> Work:
    return replace(w, titles=o.titles, pages=_moved(w.pages, r.randint(5, 400)) if w.pages else "")


def _namesake(w: Work, o: Work, r: random.Random) -> Work:
    return replace(o, titles=w.titles)


def _next_part(w: Work, o: Work, r: random.Random) -> Work:
    title = f"{w.titles[0] if w.titles else ''} {r.choice(('II', 'III', 'Part 2', '2'))}"
    pages = _moved(w.pages, r.randint(5, 400)) if w.pages else ""
    return replace(_years(w, r.choice((0, 0, 1, 2))), titles=(title,), pages=pages)


def _same_people(w: Work, o: Work, r: random.Random) -> Work:
    return replace(o, authors=w.authors, years=r.choice((w.years, o.years)), containers=r.choice((w, o)).containers)


OTHERS: list[Change] = [_sibling, _sibling, _namesake, _next_part, _same_people, lambda w, o, r: o]


def altered(gold: Work, pool: list[Work], rng: random.Random) -> Iterator[tuple[Work, bool]]:
    """Records that are still the same work (True), and records of others (False)."""
    for _ in range(3):
        work = gold
        for change in rng.sample(SLIPS, rng.choice((1, 1, 2))):
            work = change(work, rng.choice(pool), rng)
        yield work, True
    for change in rng.sample(OTHERS, 3):
        other = change(gold, rng.choice(pool), rng)
        yield replace(other, containers=(), volume="", pages="") if rng.random() < 0.25 else other, False


FEATURES = [(field, level) for field, levels in WEIGHTS.items() for level in levels]


def row(printed: Printed, work: Work) -> list[int]:
    """One-hot levels of a pair, and a one for the bias."""
    levels = score(printed, work).levels
    return [int(levels[field] == level) for field, level in FEATURES] + [1]


def fit(x: np.ndarray, y: np.ndarray, penalty: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method; the bias is not penalised."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], penalty)
    ridge[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge * weights
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=300, help="strings a style")
    options = parser.parse_args()
    cases = list(strings())
    shelf = library(cases)
    chosen = [c for group in sample((c for c in cases if for_training(c.doi)), options.sample).values() for c in group]
    references = parse_many([case.raw for case in chosen])
    found = [(c, r, shelf.candidates(c.raw)) for c, r in zip(chosen, references, strict=True)]
    report(*examples(found))


def examples(found: list[tuple[Case, Reference, list[Work]]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, labels, and whether each row is an altered record."""
    rng = random.Random(2026)
    pool = [work for _, _, works in found for work in works[:3] if work.titles]
    rows, labels, made = [], [], []
    for case, reference, works in found:
        printed = Printed(reference)
        gold = next((work for work in works if work.doi == case.doi), None)
        for work in works:
            if not work.containers:
                continue  # rows of the index that lack it for no reason a real one has
            same = gold is not None and (work.doi == gold.doi or twins(gold, work))
            rows.append(row(printed, work)), labels.append(same), made.append(False)
        for work, same in altered(gold, pool, rng) if gold else ():
            rows.append(row(printed, work)), labels.append(same), made.append(True)
    return np.array(rows, dtype=float), np.array(labels, dtype=float), np.array(made)


def report(x: np.ndarray, y: np.ndarray, made: np.ndarray) -> None:
    """Print the weights, and what each threshold lets through."""
    weights = fit(x, y)
    print(f"BIAS = {weights[-1]:.2f}\nWEIGHTS: Mapping[str, Mapping[str, float]] = {{")
    for field, levels in WEIGHTS.items():
        values = {level: round(float(weights[FEATURES.index((field, level))]), 2) for level in levels}
        print(f'    "{field}": {values},'.replace("'", '"'))
    print("}\n\nthreshold: recall and false share among candidates; same work kept and others let through, altered")
    odds = x @ weights
    for threshold in np.arange(-4, 6.5, 0.5):
        over = odds >= threshold
        shares = [over[(y == label) & (made == which)].mean() for which in (False, True) for label in (1, 0)]
        print(f"{threshold:5.1f}  " + "  ".join(f"{share:7.4f}" for share in shares))


if __name__ == "__main__":
    main()
