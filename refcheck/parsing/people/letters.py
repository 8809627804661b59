"""Whether a name that no list knows is a person's, by the letters of its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from refcheck.parsing.people.organisations import is_acronym

DATA = Path(__file__).parents[2] / "data" / "letters.bin"
"""A byte for each bucket of groups of letters: its weight and ``ZERO`` (training/parsing_letters.py)."""
BUCKETS, ZERO, SCALE = 1 << 16, 128, 20


def buckets(name: str) -> Iterator[int]:
    """Where the weights are of all that tells something: the groups of up to four letters in its words, of which the
    ends are letters too, its number of words, the length of those in small letters, and words of few capitals."""
    words = name.replace("’", "'").replace("ʻ", "'").split()
    found = [f"#{min(len(words), 5)}"]
    for word in words:
        small = word[0].islower()
        marked = f"{'_' if small else '^'}{word.lower()}$"
        found += [marked[i : i + size] for size in (3, 4) for i in range(len(marked) - size + 1)]
        found += [f"_{min(len(word), 5)}"] if small else ["AA"] if is_acronym(word) else []
    return (crc32(group.encode()) % BUCKETS for group in found)


@cache
def _weights() -> bytes:
    return DATA.read_bytes()


def person_odds(name: str) -> float:
    """The logarithm of the odds that a name is a person's, where one kind is as frequent as the other.

    >>> person_odds("Okwuosa Nwachukwu") > 0 > person_odds("Polar Wind Project")
    True
    """
    weights = _weights()
    return sum(weights[bucket] - ZERO for bucket in buckets(name)) / SCALE
