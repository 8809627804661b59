"""What the tagger sees of each token: its word, shape and lexica, its neighbours, the gaps, the segment it stands in.

Everything that depends on a word, a gap or a few neighbours alone is computed once and cached: joining strings is what
takes the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from refcheck.parsing.lexicon import codes
from refcheck.parsing.roles import ROLES
from refcheck.parsing.tokens import Token

_CACHE_LIMIT = 50_000  # words, gaps and sets of neighbours remembered each; some 100 MB when all are full


class _Word(NamedTuple):
    """What is known of a word by itself."""

    features: tuple[str, ...]
    before: str  # the feature it is to the word behind it ...
    after: str  # ... and to the word before it: lower case, digits as their count
    shape: str
    kind: str  # role, or lexicon code, or shape: the short form that neighbours see
    initial: bool
    digit: bool
    lower: bool
    year: bool
    venue: int  # -2 (a title's word) .. 2 (a journal's word)


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


@lru_cache(maxsize=_CACHE_LIMIT)
def _describe(text: str, kind: str) -> _Word:
    if kind:
        low = f"<{kind}>"
        return _Word((f"id={kind}",), f"-1={low}", f"+1={low}", low, low, False, False, False, False, 0)
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
    lower = shape in ("x", "xx")
    return _Word(tuple(features), f"-1={low}", f"+1={low}", shape, short, initial, digit, lower, year, score)


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


@lru_cache(maxsize=_CACHE_LIMIT)
def _gap(text: str) -> str:
    """A gap in a small alphabet: quotes and dashes each as one sign, at most five.

    Blanks count only where nothing else stands, since PDFs scatter them around punctuation.
    """
    signs = "".join(_GAP_CLASSES.get(char, char if char in ".,:;()[]/&?!" else "*") for char in text[:40])
    return signs.replace(" ", "")[:5] or signs[:1]


@lru_cache(maxsize=_CACHE_LIMIT)
def _between(gap: str, here: str, shape: str, next_gap: str) -> tuple[str, ...]:
    return (
        f"<{gap}",
        f">{next_gap}",
        f"<{gap}|{here}",
        f">{here}|{next_gap}",
        f"<{gap}>{next_gap}{shape[0]}",
    )


_BREAKS = frozenset('.?!"()[];')
_SMALL_BREAKS = _BREAKS | frozenset(",:")
_NESTING = frozenset("\"'()[]")
_POSITIONS = tuple(f"i={i if i < 3 else 3 + (i - 3) // 3}" for i in range(19))


def _segments(words: Sequence[_Word], gaps: Sequence[str]) -> tuple[list[int], list[int]]:
    """Starts of the segments, and of the small ones that commas part too; the full stop of an initial parts none."""
    starts, small = [0], [0]
    for i in range(1, len(words)):
        gap = gaps[i]
        if gap and gap != " " and not (gap == "." and words[i - 1].initial) and not _SMALL_BREAKS.isdisjoint(gap):
            small.append(i)
            if not _BREAKS.isdisjoint(gap):
                starts.append(i)
    return starts, small


def _small_kinds(words: Sequence[_Word], starts: Sequence[int]) -> list[str]:
    """Per token: what the stretch between commas that it stands in looks like, with the stretches beside it."""
    bounds = list(zip(starts, [*starts[1:], len(words)], strict=True))
    kinds = ["^", *(_segment_kind(words[s:e]) for s, e in bounds), "$"]
    out: list[str] = []
    for number, (start, end) in enumerate(bounds, 1):
        out.extend([f"c={kinds[number - 1]}{kinds[number]}{kinds[number + 1]}"] * (end - start))
    return out


def _next_digits(words: Sequence[_Word], gaps: Sequence[str]) -> list[str]:
    """Per token: how far the next number is, what stands before it and whether it is a year."""
    out = ["d=$"] * len(words)
    distance, about = 99, ""
    for i in range(len(words) - 1, -1, -1):
        if distance < 7:
            out[i] = f"d={distance}{about}"
        distance += 1
        if words[i].digit:
            distance, about = 1, ("y" if words[i].year else "n") + gaps[i]
    return out


def _segment_kind(words: Sequence[_Word]) -> str:
    """What a segment looks like: Y year, D digits, N names, C conference, P publisher, J journal, T L text, o other."""
    n = len(words)
    digits = initials = lower = venue = 0
    year = False
    for word in words:
        digits += word.digit
        initials += word.initial
        lower += word.lower
        venue += word.venue
        year = year or word.year
    if year and n <= 3:
        return "Y"
    if digits * 2 >= n:
        return "D"
    if words[0].shape[0] == "<":
        return "I"
    if initials * 4 >= n:
        return "N"
    roles = {word.kind for word in words}
    if "conf" in roles:
        return "C"
    if "publ" in roles or ("place" in roles and n < 7):
        return "P"
    if "journal" in roles or (venue >= n and n < 9):
        return "J"
    if n > 3 and lower * 5 >= n * 2:
        return "T" if n < 9 else "L"
    return f"o{min(n, 5)}"


def featurize(tokens: Sequence[Token], tail: str) -> list[list[str]]:
    """One list of attributes a token; ``tail`` is the punctuation after the last token."""
    n = len(tokens)
    words = [_describe("", token.kind) if token.kind else _describe(token.text, "") for token in tokens]
    gaps = [_gap(token.gap) for token in tokens]
    gaps.append(_gap(tail))
    starts, small_starts = _segments(words, gaps)
    small, digits = _small_kinds(words, small_starts), _next_digits(words, gaps)
    ends = [*starts[1:], n]
    segments = ["^", *(_segment_kind(words[s:e]) for s, e in zip(starts, ends, strict=True)), "$", "$"]
    kinds = ["^", "^", *(word.kind for word in words), "$", "$"]
    left_words = ["-1=", *(word.before for word in words)]
    right_words = [*(word.after for word in words), "+1="]
    out: list[list[str]] = []
    quotes = singles = depth = texts = 0
    year, inside = "", "00"
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        before, kind, after = segments[number - 1 : number + 2]
        about = (f"k={before}{kind}{after}", f"K={kind}{after}{segments[number + 2]}", f"t={min(texts, 3)}{kind}{year}")
        for i in range(start, end):
            word, gap, next_gap = words[i], gaps[i], gaps[i + 1]
            if not _NESTING.isdisjoint(gap):
                quotes += gap.count('"')
                singles += gap.count("'")
                depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
                quoted = 1 if quotes & 1 else 2 if singles & 1 else 3 if quotes or singles else 0
                inside = f"{quoted}{min(depth, 1)}"
            far_left, left, here, right, far_right = kinds[i : i + 5]
            attributes = [
                *word.features,
                *about,
                *_between(gap, here, word.shape, next_gap),
                f"-{left}|{gap}",
                f"+{next_gap}|{right}",
                f"-{left}|{here}",
                f"+{here}|{right}",
                f"2+{right}|{far_right}",
                f"2-{far_left}|{left}",
                f"3-{left}|{gap}|{here}|{next_gap}|{right}",
                f"q={inside}{year}",
                _POSITIONS[min(i, 18)],
                left_words[i],
                right_words[i + 1],
                small[i],
                digits[i],
            ]
            if i + 6 > n:
                attributes.append(f"j={n - i}")
            if i == start:
                attributes.append(f"^{before}{kind}")
            if i == end - 1:
                attributes.append(f"${kind}{after}")
            if word.year:
                year = "y"
            out.append(attributes)
        texts += kind[0] in "TLJCo"
    return out
