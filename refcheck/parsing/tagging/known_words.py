"""What single words are known as: people's names, words of journals, words of titles (data/parsing_words.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

LEXICON = Path(__file__).parents[2] / "data" / "parsing_words.txt"
BEGINNING = 2  # letters


@cache
def _lines() -> Mapping[str, str]:
    """The first letters of words -> what ``training/parsing_lexicon.py`` writes of all that begin so: groups parted by
    tabulators, of a code "names|venue" and the words that have it."""
    return dict(line.split("\t", 1) for line in LEXICON.read_text(encoding="utf-8").split("\n"))


@lru_cache(maxsize=1 << 12)
def _beginning(letters: str) -> Mapping[str, tuple[str, str]]:
    """Word -> its codes, of those that begin with these letters: an article needs few of all the words."""
    known: dict[str, tuple[str, str]] = {}
    for group in _lines().get(letters, "|").split("\t"):
        code, *words = group.split(" ")
        names, _, venue = code.partition("|")
        known.update(dict.fromkeys(words, (names, venue)))
    return known


def codes(word: str) -> tuple[str, str]:
    """A lower-case word's code as a name (F f family, G g given, B b both, "" none), and its venue score as text."""
    return _beginning(word[:BEGINNING]).get(word, ("", ""))


def venue_score(word: str) -> int:
    """How typical a lower-case word is of journals' names (2, 1) rather than of titles (-1, -2); 0 for neither."""
    venue = codes(word)[1]
    return int(venue) if venue else 0


def is_given_name(word: str) -> bool:
    """Whether a word is known mainly as a given name, not as a family name."""
    return codes(word.lower())[0] in ("G", "g")
