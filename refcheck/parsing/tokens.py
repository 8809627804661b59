"""A reference string cut into tokens: words and numbers, with the punctuation between them kept as the gap before each.

Only what can carry a label is a token, so that a sequence is short and tagging fast. Fields that the web has glued
("trauma27(7)", "HoffmanDC", "IEEETrans") are cut apart; identifiers, found by rule before, are one token each.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from refcheck.parsing.identifiers import Identifier

MAX_TOKENS = 400  # of one reference; what follows is left unread

_UPPER = "".join(c for c in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x1F00)]) if c.isupper())
_LOWER = "".join(c for c in map(chr, [*range(0x61, 0x530), *range(0x1E00, 0x1F00)]) if c.islower())
_HAN = "\u2e80-\u303b\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f"
_HANGUL = "\uac00-\ud7af"
_LETTER = rf"(?:[^\W\d_{_HAN}{_HANGUL}]|[{_MARKS}])"
# Capitals inside these names are no glue: McDonald, DeVries, LeBlanc, MacArthur.
_PREFIXES = "Mc|Mac|De|Le|La|Di|Du|Van|Von|Fitz|Lo|Ph|El|Al|Da|Ma|Dell|Della|Mc|Pub|Med"
_PIECE = (
    rf"(?:(?!(?:{_PREFIXES})[{_UPPER}])[{_UPPER}][{_LOWER}{_MARKS}]{{1,30}}(?=[{_UPPER}])"
    rf"|[{_UPPER}]{{1,6}}(?=[{_UPPER}][{_LOWER}]{{2}})"
    rf"|{_LETTER}{{0,30}}[{_LOWER}]{{3}}(?=\d)"
    rf"|{_LETTER}(?:{_LETTER}|\d){{0,60}})"
)
_TOKEN = re.compile(
    rf"[{_HAN}]{{1,200}}|[{_HANGUL}]{{1,60}}|{_PIECE}(?:['’‘`\-\u2010\u2011]{_PIECE}){{0,6}}|\d{{1,12}}"
)


class Token(NamedTuple):
    """``raw[start:end]``, the gap of punctuation and blanks before it, and the kind of identifier it is, if any."""

    text: str
    start: int
    end: int
    gap: str
    kind: str = ""  # "" for words and numbers, else doi, url, ...


def tokenize(raw: str, identifiers: Sequence[Identifier] = ()) -> list[Token]:
    """Tokens of a reference string in order, at most ``MAX_TOKENS``. Texts are interned: the tagger caches by them."""
    tokens: list[Token] = []
    before = position = 0
    for identifier in (*identifiers, None):
        stop = identifier.start if identifier else len(raw)
        for match in _TOKEN.finditer(raw, position, stop):
            start, end = match.span()
            tokens.append(Token(sys.intern(match[0]), start, end, raw[before:start]))
            before = end
        if identifier is None or len(tokens) >= MAX_TOKENS:
            break
        tokens.append(Token(raw[stop : identifier.end], stop, identifier.end, raw[before:stop], identifier.kind))
        before = position = identifier.end
    return tokens[:MAX_TOKENS]
