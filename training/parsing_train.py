"""Trains refcheck/data/parsing.npz; training/PARSING.md says on what and how well it does.

python -m training.parsing_train [--without SET ...] [--output PATH] [--iterations N]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from refcheck.parsing.features import TEMPLATES, attributes, describe
from refcheck.parsing.tagger import MODEL
from training.parsing_corpora import Example, labelled, token_labels
from training.render import render
from training.render_parts import scattered

SEEDS = (20251122, 20251123)  # of the models that are averaged: each has its own renderings
ITERATIONS = 60
# How much of a set is used: the largest and noisiest are cut, the best labelled counts twice.
SHARE = {"linkedbooks": 0.12, "glutton": 0.25, "plos_allofplos": 0.5, "grobid_corpus": 2.0, "anystyle_core": 2.0}
RENDERED = 11_000  # references made by training/render.py
SCATTERED = 0.1  # of all references get the blanks that PDFs scatter


def examples(without: Iterable[str] = (), seed: int = SEEDS[0]) -> list[Example]:
    """All training references, real and rendered, without the sets named."""
    dice = random.Random(seed)
    left_out = set(without)
    chosen: list[Example] = []
    for example in labelled():
        if example.source not in left_out:
            share = SHARE.get(example.source, 1.0)
            chosen.extend([example] * (int(share) + (dice.random() < share % 1)))
    chosen.extend(render(RENDERED, seed))
    return [scattered(example, dice) if dice.random() < SCATTERED else example for example in chosen]


def fitted(data: Iterable[Example], iterations: int) -> Any:
    """The weights of a model trained on labelled references, as pycrfsuite's ``ParsedDump``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.15, "c2": 0.01, "max_iterations": iterations, "feature.minfreq": 3})
    for example in data:
        tokens, labels = token_labels(example)
        if len(tokens) > 2:
            trainer.append(attributes(describe(tokens, example.raw[tokens[-1].end :])), labels)
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "parsing.crfsuite")
        trainer.train(path)
        tagger.open(path)
        return tagger.info()


def train(data: Sequence[Iterable[Example]], output: Path, iterations: int) -> None:
    """Trains a model on each of some collections of references and writes their mean.

    A model's objective is concave, so the mean of two is no worse on the references of both than they are on average,
    and better on others. Written are arrays: labels; attributes, their values parted by tabulators, a line a template;
    states, a row an attribute; transitions.
    """
    start = time.time()
    models = [fitted(examples, iterations) for examples in data]
    known = sorted({name for model in models for name, _ in model.state_features})
    lines = [[name for name in known if name.partition("\t")[0] == "|".join(template)] for template in TEMPLATES]
    names = [name for line in lines for name in line]
    row = {name: i for i, name in enumerate(names)}
    labels = sorted({label for model in models for label in model.labels})
    column = {label: i for i, label in enumerate(labels)}
    states, transitions = np.zeros((len(names), len(labels))), np.zeros((len(labels), len(labels)))
    for model in models:
        for (name, label), weight in model.state_features.items():
            states[row[name], column[label]] += weight / len(models)
        for (before, label), weight in model.transitions.items():
            transitions[column[before], column[label]] += weight / len(models)
    text = "\n".join("\t".join(name.partition("\t")[2] for name in line) for line in lines)
    np.savez_compressed(
        output,
        labels=labels,
        attributes=np.frombuffer(text.encode(), np.uint8),
        states=states.astype(np.float16),
        transitions=transitions.astype(np.float32),
    )
    print(f"{time.time() - start:.0f} s, {output.stat().st_size / 1e6:.1f} MB: {output.name}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", action="append", default=[], help="leave a set out, to measure on it")
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--iterations", type=int, default=ITERATIONS)
    args = parser.parse_args()
    train([examples(args.without, seed) for seed in SEEDS], args.output, args.iterations)


if __name__ == "__main__":
    main()
