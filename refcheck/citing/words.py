"""The words of in-text citations, and the folding by which names in text and list are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from refcheck import patterns as re
from refcheck.language.fold import ascii_words, unaccented
from refcheck.language.words import every, subject

# not a decade: "1960s", "1960's", "1960-е"
YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(?<![\w./–-]\d{4})([a-rt-z])?(?!\w|-[а-яё]|(?<=0)['’]s(?!\w))")
_WORD = re.compile(r"[^\W_]+")
RUN_TOGETHER = re.compile(r"[㐀-鿿々가-힯]{2,6}")
"""Family and given name without a blank."""


@cache
def lexicon() -> Mapping[str, tuple[str, ...]]:
    """The words of in-text citations by kind: the tables ``citations`` in ``refcheck/data/words``."""
    kinds = {kind for table in subject("citations").values() for kind in table}
    return {kind: every("citations", kind) for kind in kinds}


@cache
def word_set(kind: str) -> frozenset[str]:
    """The words of one kind, as a set."""
    return frozenset(lexicon()[kind])


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The words of a text in base letters, separated by single blanks."""
    text = unaccented(text)
    return " ".join(ascii_words(text) if text.isascii() else _WORD.findall(text))


def family_forms(word: str) -> tuple[str, ...]:
    """``word`` and, where names are written without a blank, the first characters that may be its family name.

    >>> family_forms("土居健郎")
    ('土居健郎', '土', '土居', '土居健')
    """
    if word.isascii() or not RUN_TOGETHER.fullmatch(word):
        return (word,)
    return (word, *(word[:k] for k in range(1, min(len(word), 4))))


@cache
def citing_words() -> tuple[str, ...]:
    """Endings of the text before a cited name, as whole words: " cited", " study by", " auch"."""
    return tuple(f" {words}" for words in lexicon()["citing"] + lexicon()["also"])
