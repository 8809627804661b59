"""Makes refcheck/data/letters.bin: how the letters of people's names differ from those of what is no person.

    python -m training.parsing_letters

People are those of the records (``parsing_lexicon``), each in both orders; nobody is what publishers, journals and
affiliations are called, two or three words of titles, and the organisations of our own list. A logistic regression over
groups of letters; a tenth of the families and of the other names is left out of the training, and scored.
"""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from refcheck.parsing.people.letters import BUCKETS, DATA, SCALE, ZERO, buckets, person_odds
from refcheck.parsing.people.organisations import holds_their_word
from refcheck.parsing.tagging.known_words import codes
from training.parsing_corpora import SHARED, evaluation, norm, rows
from training.parsing_lexicon import works
from training.parsing_venues import journals, publishers
from training.render_apa import organisations

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʻ‘-])+")
_TITLED = ("linkedbooks_train", "anystyle_ugly", "misc_jats")
OFTEN = 4  # names with a word, after which it tells no more
ROUNDS, BATCH, STEP, DECAY = 10, 2000, 0.1, 2e-6


def people() -> Iterator[tuple[str, str]]:
    """(given, family) of people whose given names are printed in full."""
    for _, _, authors in works():
        for family, given in authors[:30]:
            first = given.split()[:1]
            if holds_their_word(f"{given} {family}".split()):
                continue  # a group that a record takes for a person
            if first and "." not in given and _NAME.fullmatch(first[0]) and len(first[0]) > 2 and family[1:].islower():
                yield given.strip(), family.strip()


def titles() -> Iterator[str]:
    _, kept_out = evaluation()
    for title, _, _ in works():
        yield title
    for name in _TITLED:
        for row in rows(SHARED / "parsing" / f"{name}.jsonl.gz"):
            yield from (title for title in row.get("title") or () if norm(title) not in kept_out)


def affiliations() -> Iterator[str]:
    for row in rows(SHARED / "records" / "crossref_records.jsonl.gz"):
        for author in row.get("author") or ():
            for affiliation in author.get("affiliation") or ():
                yield from re.split(r"[,;]|\s\s|(?<=[a-z])\.\s", affiliation.get("name") or "")


def _short(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        bare = name.strip(" .")
        if 1 < len(bare.split()) < 7 and not re.search(r"[\d@,;.:]", bare) and max(bare) < "\u0370":
            yield bare


def nobody(rng: random.Random) -> Iterator[str]:
    """Names that are no person's."""
    for source in (publishers(), journals(), affiliations()):
        yield from _short(source)
    for line in organisations().values():
        yield from (name for name in _short(line) for _ in range(6))
    for title in titles():
        words = re.findall(r"[^\W\d_]{2,25}", title)
        if len(words) < 3 or max(title) > "\u0370":
            continue
        for _ in range(2):
            start, length = rng.randrange(len(words) - 1), rng.choice((2, 2, 3))
            some = words[start : start + length]
            if rng.random() < 0.8:
                some = [word[0].upper() + word[1:] for word in some]
            yield " ".join([some[0][0].upper() + some[0][1:], *some[1:]])


def kept_out(name: str) -> bool:
    return zlib.crc32(name.lower().encode()) % 10 == 0


def examples() -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Names with 1 for a person's, to train with and to score with."""
    rng = random.Random(3)
    train, held = [], []
    for given, family in sorted(set(people())):
        for name in (f"{given} {family}", f"{family} {given}"):
            if max(name) < "\u0370" or "\u1e00" < max(name) < "\u1eff":
                (held if kept_out(family) else train).append((name, 1))
    for name in nobody(rng):
        (held if kept_out(name) else train).append((name, 0))
    rng.shuffle(train)
    return train, held


def rare(names: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The names less those of which every word was met often: what is asked about is not frequent."""
    met: Counter[tuple[str, int]] = Counter()
    found = []
    for name, truth in names:
        words = [(word.lower(), truth) for word in name.split()]
        if min(met[word] for word in words) < OFTEN:
            found.append((name, truth))
            met.update(words)
    return found


def fit(train: Sequence[tuple[str, int]]) -> bytes:
    """The weights by which people and nobody, as if there were as many of both, are told apart best."""
    told = [list(buckets(name)) for name, _ in train]
    starts = np.concatenate([[0], np.cumsum([len(of) for of in told])])
    flat, of = np.array([i for some in told for i in some]), np.repeat(np.arange(len(told)), np.diff(starts))
    truth = np.array([truth for _, truth in train], float)
    weigh = np.where(truth == 1, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    weights, squares = np.zeros(BUCKETS), np.full(BUCKETS, 1e-8)
    for _ in range(ROUNDS):
        for begin in range(0, len(train), BATCH):
            end = min(begin + BATCH, len(train))
            part, within = flat[starts[begin] : starts[end]], of[starts[begin] : starts[end]] - begin
            score = np.bincount(within, weights[part], end - begin)
            error = (1 / (1 + np.exp(-score)) - truth[begin:end]) * weigh[begin:end]
            gradient = np.bincount(part, error[within], BUCKETS) / BATCH + DECAY * weights
            squares += gradient**2
            weights -= STEP * gradient / np.sqrt(squares)
    return bytes((np.clip(np.round(SCALE * weights), -ZERO, ZERO - 1) + ZERO).astype(np.uint8))


def main() -> None:
    train, held = examples()
    some = rare(train)
    print(len(some), "of", len(train), "names,", sum(truth for _, truth in some), "of people")
    DATA.write_bytes(fit(some))
    for truth, who in ((1, "people"), (0, "nobody")):
        names = [name for name, told in held if told == truth]
        unknown = [name for name in names if not any(codes(word.lower())[0] for word in name.split())]
        for what, asked in (("all", names), ("unknown", unknown)):
            right = sum((person_odds(name) > 0) == truth for name in asked)
            print(f"{who}, {what}: {right} of {len(asked)} = {right / len(asked):.3f}")


if __name__ == "__main__":
    main()
