"""What the tagger sees of each token: its word, shape and lexica, its neighbours, the gaps, the segment it stands in.

Everything that depends on one token or one gap alone is computed once and cached; the rest is string joining.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from refcheck.parsing.lexicon import codes
from refcheck.parsing.roles import ROLES
from refcheck.parsing.tokens import Token

_CACHE_LIMIT = 100_000  # words and gaps remembered; far more than one run meets, little enough for memory


class _Word(NamedTuple):
    """What is known of a word by itself."""

    features: tuple[str, ...]
    low: str  # lower case, digits as their count
    shape: str
    kind: str  # role, or lexicon code, or shape: the short form that neighbours see
    initial: bool
    digit: bool
    lower: bool
    year: bool
    venue: int  # -2 (a title's word) .. 2 (a journal's word)


_words: dict[tuple[str, str], _Word] = {}
_gaps: dict[str, str] = {}


def _shape(text: str) -> str:
    if text.isdigit():
        return f"9{min(len(text), 6)}"
    first = text[0]
    if first >= "\u2e80":
        return "K" if first < "\uac00" or first > "\ud7af" else "H"
    if text.isalpha():
        if text.isupper():
            return "X" if len(text) == 1 else "XX" if len(text) < 4 else "XXX"
        if text.islower():
            return "x" if len(text) == 1 else "xx"
        return ("Xx" if text[1:].islower() else "Xm") if first.isupper() else "xX"
    if any(c.isdigit() for c in text):
        return "X9" if first.isupper() else "x9"
    return "X-x" if first.isupper() else "x-x"


def _describe(text: str, kind: str) -> _Word:
    if kind:
        return _Word((f"id={kind}",), f"<{kind}>", f"<{kind}>", f"<{kind}>", False, False, False, False, 0)
    low = text.lower()
    shape = _shape(text)
    role = ROLES.get(low, "")
    names, venue = codes(low)
    digit = shape[0] == "9"
    year = digit and len(text) == 4 and "1400" <= text < "2050"
    features = [f"s={shape}"]
    if digit:
        if year:
            features.append("yr1" if text < "1900" else "yr2")
        elif len(text) < 3:
            features.append("d<100" if len(text) == 2 else "d<10")
        low = f"<{len(text)}>"
    else:
        features.append(f"w={low}")
        if len(low) > 3:
            features.append(f"e={low[-3:]}")
            features.append(f"b={low[:3]}")
        if names:
            features.append(f"n={names}")
        if venue:
            features.append(f"v={venue}")
    if role:
        features.append(f"r={role}")
    score = int(venue) if venue else 0
    lexical = (names if names and not score else f"v{venue}") if names or venue else ""
    short = "yr" if year else role or (shape + lexical if lexical else shape)
    initial = len(text) <= 3 and text.isupper() and not digit
    return _Word(tuple(features), low, shape, short, initial, digit, shape in ("x", "xx"), year, score)


_GAP_CLASSES = {
    **dict.fromkeys('“”„"«»‟″＂「」『』《》〈〉', '"'),
    **dict.fromkeys("‘’‚'`´", "'"),
    **dict.fromkeys("-‐‑‒–—−", "-"),
    **dict.fromkeys(" \t\n\u00a0\u2009\u202f\u3000", " "),
    "，": ",",
    "、": ",",
    "．": ".",
    "。": ".",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
}


def _gap(text: str) -> str:
    """A gap in a small alphabet: quotes, dashes and blanks each as one sign, at most five signs."""
    known = _gaps.get(text)
    if known is None:
        signs: list[str] = []
        for char in text[:40]:
            sign = _GAP_CLASSES.get(char, char if char in ".,:;()[]/&?!" else "*")
            if not (sign == " " and signs and signs[-1] == " "):
                signs.append(sign)
        known = "".join(signs[:5])
        if len(_gaps) < _CACHE_LIMIT:
            _gaps[text] = known
    return known


def _word(token: Token) -> _Word:
    key = (token.text, token.kind) if not token.kind else ("", token.kind)
    known = _words.get(key)
    if known is None:
        known = _describe(token.text, token.kind)
        if len(_words) < _CACHE_LIMIT:
            _words[key] = known
    return known


_BREAKS = frozenset('.?!"()[];')


def _segments(words: Sequence[_Word], gaps: Sequence[str]) -> list[int]:
    """Start of each segment: after a full stop, bracket, quotation mark or semicolon, but not after an initial."""
    starts = [0]
    for i in range(1, len(words)):
        gap = gaps[i]
        if (
            gap
            and gap != " "
            and not _BREAKS.isdisjoint(gap)
            and not (words[i - 1].initial and gap[0] == "." and gap.strip(". ") == "")
        ):
            starts.append(i)
    return starts


def _segment_kind(words: Sequence[_Word]) -> str:
    """What a segment looks like: Y year, D digits, N names, C conference, P publisher, J journal, T L text, o other."""
    n = len(words)
    digits = sum(w.digit for w in words)
    if n <= 3 and any(w.year for w in words):
        return "Y"
    if digits * 2 >= n:
        return "D"
    if words[0].shape[0] == "<":
        return "I"
    if sum(w.initial for w in words) * 4 >= n:
        return "N"
    roles = {w.kind for w in words}
    if "conf" in roles:
        return "C"
    if "publ" in roles or ("place" in roles and n < 7):
        return "P"
    venue = sum(w.venue for w in words)
    if "journal" in roles or (venue >= n and n < 9):
        return "J"
    lower = sum(w.lower for w in words)
    if n > 3 and lower * 5 >= n * 2:
        return "T" if n < 9 else "L"
    return f"o{min(n, 5)}"


def featurize(tokens: Sequence[Token], tail: str) -> list[list[str]]:
    """One list of attributes a token; ``tail`` is the punctuation after the last token."""
    n = len(tokens)
    words = [_word(token) for token in tokens]
    gaps = [_gap(token.gap) for token in tokens]
    gaps.append(_gap(tail))
    starts = _segments(words, gaps)
    ends = [*starts[1:], n]
    kinds = [_segment_kind(words[s:e]) for s, e in zip(starts, ends, strict=True)]
    out: list[list[str]] = []
    quotes = depth = texts = 0
    years = False
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        kind = kinds[number]
        before = kinds[number - 1] if number else "^"
        after = kinds[number + 1] if number + 1 < len(kinds) else "$"
        after2 = kinds[number + 2] if number + 2 < len(kinds) else "$"
        about = (
            f"k={before}{kind}{after}",
            f"K={kind}{after}{after2}",
            f"t={min(texts, 3)}{kind}{'y' if years else ''}",
        )
        for i in range(start, end):
            word, gap, next_gap = words[i], gaps[i], gaps[i + 1]
            if gap and gap != " ":
                quotes += gap.count('"')
                depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
            shape, here = word.shape, word.kind
            left, right = (words[i - 1] if i else None), (words[i + 1] if i + 1 < n else None)
            left_kind, right_kind = left.kind if left else "^", right.kind if right else "$"
            far_right = words[i + 2].kind if i + 2 < n else "$"
            far_left = words[i - 2].kind if i > 1 else "^"
            attributes = [
                *word.features,
                f"<{gap}",
                f">{next_gap}",
                f"<{gap}|{here}",
                f">{here}|{next_gap}",
                f"<{gap}>{next_gap}{shape[0]}",
                f"-{left_kind}|{gap}",
                f"+{next_gap}|{right_kind}",
                f"-{left_kind}|{here}",
                f"+{here}|{right_kind}",
                f"2+{right_kind}|{far_right}",
                f"2-{far_left}|{left_kind}",
                f"3-{left_kind}|{gap}|{here}|{next_gap}|{right_kind}",
                f"q={quotes & 1}{min(depth, 1)}{'y' if years else ''}",
                f"i={i if i < 3 else 3 + min((i - 3) // 3, 5)}",
                *about,
            ]
            if i > 0 and left is not None:
                attributes.append(f"-1={left.low}")
            if right is not None:
                attributes.append(f"+1={right.low}")
            if i + 6 > n:
                attributes.append(f"j={n - i}")
            if i == start:
                attributes.append(f"^{before}{kind}")
            if i == end - 1:
                attributes.append(f"${kind}{after}")
            years = years or word.year
            out.append(attributes)
        texts += kind[0] in "TLJCo"
    return out
