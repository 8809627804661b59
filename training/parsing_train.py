"""Trains refcheck/data/parsing.crfsuite; training/PARSING.md says on what and how well it does.

python -m training.parsing_train [--without SET ...] [--output PATH] [--iterations N]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from refcheck.parsing.features import featurize
from refcheck.parsing.tagger import MODEL
from training.parsing_corpora import Example, labelled, token_labels
from training.render import render

SEED = 20251122
ITERATIONS = 70
# Sets so large or so noisy that a part of them is enough.
RENDERED = 14_000  # references made by training/render.py
SHARE = {"linkedbooks": 0.2, "glutton": 0.5}


def examples(without: Iterable[str] = ()) -> list[Example]:
    dice = random.Random(SEED)
    left_out = set(without)
    real = [e for e in labelled() if e.source not in left_out and dice.random() < SHARE.get(e.source, 1.0)]
    return [*real, *render(RENDERED, SEED)]


def train(data: Iterable[Example], output: Path, iterations: int) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.15, "c2": 0.01, "max_iterations": iterations, "feature.minfreq": 3})
    count = 0
    for example in data:
        tokens, labels = token_labels(example)
        if len(tokens) < 3:
            continue
        trainer.append(featurize(tokens, example.raw[tokens[-1].end :]), labels)
        count += 1
    start = time.time()
    trainer.train(str(output))
    print(
        f"{count} references, {time.time() - start:.0f} s, {output.stat().st_size / 1e6:.1f} MB: {output.name}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", action="append", default=[], help="leave a set out, to measure on it")
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--iterations", type=int, default=ITERATIONS)
    args = parser.parse_args()
    train(examples(args.without), args.output, args.iterations)


if __name__ == "__main__":
    main()
