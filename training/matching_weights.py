"""The weights and thresholds of ``refcheck.matching.score`` and ``matching``: a logistic regression on field levels.

    python training/matching_weights.py [--sample 300]

Prints the tables to paste. Data: the half of ``../shared/data/matching`` that ``benchmarks/matching.py`` never scores,
each string with the candidates its search gives. The rebuilt records agree too well with their strings, so each gold
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
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.matching import Case, Library, for_training, judge, library, resolved, sample, strings, twins
from refcheck.matching import fitness
from refcheck.matching import identify as matching
from refcheck.matching import score as scoring
from refcheck.matching.score import WEIGHTS, score
from refcheck.model import Answer, Identity, Outcome, Reference, Work
from refcheck.parsing import parse_many

Asked = tuple[Case, Reference, list[Work]]
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


def row(reference: Reference, work: Work) -> list[int]:
    """One-hot levels of a pair, and a one for the bias."""
    levels = score(reference, work).levels
    return [int(levels[field] == level) for field, level in FEATURES] + [1]


def fitted(x: np.ndarray, y: np.ndarray) -> tuple[float, dict[str, dict[str, float]]]:
    """Bias and weights as ``scoring`` has them."""
    weights = dict(zip([*FEATURES, ("", "")], (round(float(w), 2) for w in fit(x, y)), strict=True))
    return weights["", ""], {f: {level: weights[f, level] for level in levels} for f, levels in WEIGHTS.items()}


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
    """Fit on the training half, print, and say what the other half makes of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=300, help="strings a style; half as many to report on")
    options = parser.parse_args()
    cases = list(strings())
    shelf = library(cases)
    training = _asked([case for case in cases if for_training(case.doi)], options.sample, shelf)
    bias, weights = fitted(*examples(training, shelf))
    print(f"BIAS = {bias}\nWEIGHTS: Mapping[str, Mapping[str, float]] = {{")
    for field, levels in weights.items():
        print(f'    "{field}": {levels},'.replace("'", '"'))
    print("}")
    scoring.BIAS, scoring.WEIGHTS, scoring.RANGES = bias, weights, scoring.ranges(weights)
    remembered: dict[tuple[str, Work], scoring.Score] = {}  # the pairs are the same for every threshold

    def once(reference: Reference, work: Work) -> scoring.Score:
        pair = (reference.raw, work)
        if pair not in remembered:
            remembered[pair] = score(reference, work)
        return remembered[pair]

    matching.score = once  # type: ignore[attr-defined]
    for name, value in thresholds(training, shelf).items():
        print(f"{name} = {value}")
        setattr(fitness, name, value)
    held_out = _asked([case for case in cases if not for_training(case.doi)], options.sample // 2, shelf)
    print(f"the other half: {dict(verdicts(held_out, shelf))}")


def _asked(cases: list[Case], size: int, shelf: Library) -> list[Asked]:
    chosen = [case for group in sample(cases, size).values() for case in group]
    references = parse_many([case.raw for case in chosen])
    return [(case, reference, shelf.candidates(case.raw)) for case, reference in zip(chosen, references, strict=True)]


def examples(asked: list[Asked], shelf: Library) -> tuple[np.ndarray, np.ndarray]:
    """Rows of ``row`` and whether each is a pair of one work."""
    rng = random.Random(2026)
    pool = [work for _, _, works in asked for work in works[:3] if work.titles]
    rows, labels = [], []
    for case, reference, works in asked:
        gold = shelf.gold(case)
        for work in works:
            if not work.containers:
                continue  # rows of the index that lack it for no reason a real one has
            same = gold is not None and (work.doi == gold.doi or twins(gold, work))
            rows.append(row(reference, work)), labels.append(same)
        for work, same in altered(gold, pool, rng) if gold else ():
            rows.append(row(reference, work)), labels.append(same)
    return np.array(rows, dtype=float), np.array(labels, dtype=float)


def thresholds(training: list[Asked], shelf: Library) -> dict[str, float]:
    """The value of each threshold of ``matching`` that makes the fewest mistakes on the training half, a wrong work
    counting as much as ten that are not found; of several such values the middle one."""
    chosen = {}
    for name in ("FOUND", "LEAD"):
        costs = {}
        for value in np.arange(0.25, 3.25, 0.25):
            setattr(fitness, name, value)
            counts = verdicts(training, shelf)
            costs[float(value)] = counts["missed"] + counts["ambiguous"] + 10 * (counts["wrong"] + counts["false"])
        chosen[name] = _cheapest(name, costs)
        setattr(fitness, name, chosen[name])
    chosen["OWN"] = _own(training, shelf)
    return chosen


def _own(training: list[Asked], shelf: Library) -> float:
    """The threshold for the record behind a printed DOI: altered records, half of them still the same work."""
    rng = random.Random(2027)
    pool = [work for _, _, works in training for work in works[:1] if work.titles]
    pairs = [
        (replace(reference, doi=work.doi), work, same)
        for case, reference, _ in training[::8]
        if (gold := shelf.gold(case)) is not None
        for work, same in altered(gold, pool, rng)
    ]
    costs = {}
    for value in np.arange(-4.0, 2.25, 0.25):
        fitness.OWN = float(value)
        costs[float(value)] = 0
        for reference, work, same in pairs:
            answer = Answer("crossref", f"doi:{work.doi}", Outcome.FOUND, works=(work,))
            costs[float(value)] += (matching.identify(reference, [answer]).identity is Identity.VERIFIED) != same
    return _cheapest("OWN", costs)


def _cheapest(name: str, costs: dict[float, int]) -> float:
    print(f"# {name}: " + " ".join(f"{value:g}:{cost}" for value, cost in costs.items()))
    best = [value for value, cost in costs.items() if cost == min(costs.values())]
    return best[len(best) // 2]


def verdicts(asked: list[Asked], shelf: Library) -> Counter[str]:
    """How the strings end, in the words of ``benchmarks.matching.judge``."""
    return Counter(judge(case, resolved(reference, works), shelf) for case, reference, works in asked)


if __name__ == "__main__":
    main()
