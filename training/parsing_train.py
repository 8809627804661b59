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
from training.render_parts import scattered

SEED = 20251122
ITERATIONS = 80
# How much of a set is used: the largest and noisiest are cut, the best labelled counts twice.
SHARE = {"linkedbooks": 0.12, "glutton": 0.25, "plos_allofplos": 0.5, "grobid_corpus": 2.0, "anystyle_core": 2.0}
RENDERED = 14_000  # references made by training/render.py
SCATTERED = 0.1  # of all references get the blanks that PDFs scatter


def examples(without: Iterable[str] = ()) -> list[Example]:
    """All training references, real and rendered, without the sets named."""
    dice = random.Random(SEED)
    left_out = set(without)
    chosen: list[Example] = []
    for example in labelled():
        if example.source not in left_out:
            share = SHARE.get(example.source, 1.0)
            chosen.extend([example] * (int(share) + (dice.random() < share % 1)))
    chosen.extend(render(RENDERED, SEED))
    return [scattered(example, dice) if dice.random() < SCATTERED else example for example in chosen]


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
