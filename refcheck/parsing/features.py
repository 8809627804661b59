"""What the tagger sees of each token: its word, shape and lexica, its neighbours, the gaps, the segment it stands in.

A token is described in columns; a template names the columns whose values together are one attribute. What depends on
a word or a gap alone is computed once and cached.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from refcheck.parsing.lexicon import codes
from refcheck.parsing.roles import ROLES
from refcheck.parsing.tokens import Token

_CACHE_LIMIT = 50_000  # words and gaps remembered each; some 30 MB when all are full

_NAMES = """
    shape low end begin names venue role age low-1 low+1 gap gap+1 gap|short short|gap+1 gap|gap+1|sign
    short-1|gap short-1|short short-2|short-1 gap+1|short+1 short|short+1 short+1|short+2
    short-1|gap|short|gap+1|short+1 segments ahead passed|dated inside|dated position rest
    stretches digits first last
"""
TEMPLATES = tuple(tuple(name.split("|")) for name in _NAMES.split())
# One value a token and column; None where there is none, and then no attribute of a template that names it.
Columns = Mapping[str, Sequence[str | None]]


class _Word(NamedTuple):
    """What is known of a word by itself."""

    shape: str
    low: str | None  # in lower case
    end: str | None  # its last three letters, its first three
    begin: str | None
    names: str | None
    venue: str | None
    role: str | None
    age: str | None  # of a number: old or recent year, one or two digits
    near: str  # how neighbours see it: in lower case, digits as their count
    short: str  # role, or lexicon code, or shape: the short form that neighbours see
    tally: int  # what it adds to a segment's tally


# A segment is tallied by one sum: each thing counted has ten bits of an integer, enough for MAX_TOKENS.
_COUNTED = ("digit", "initial", "lower", "year", "conf", "publ", "place", "journal", "score")
_ONE = {name: 1 << 10 * i for i, name in enumerate(_COUNTED)}
_DIGIT, _INITIAL, _YEAR = _ONE["digit"], _ONE["initial"], _ONE["year"]


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
        sign = f"<{kind}>"
        return _Word(sign, None, None, None, None, None, None, None, sign, sign, 0)
    low = text.lower()
    shape = _shape(text)
    role = ROLES.get(low)
    tally = _ONE.get(role or "", 0)
    if shape[0] == "9":
        year = len(text) == 4 and "1400" <= text < "2050"
        age = ("old" if text < "1900" else "new") if year else str(len(text)) if len(text) < 3 else None
        tally += _ONE["digit"] + year * _YEAR
        return _Word(
            shape, None, None, None, None, None, role, age, f"<{len(text)}>", "yr" if year else role or shape, tally
        )
    names, venue = codes(low)
    score = int(venue) if venue else 0
    tally += (len(text) <= 3 and text.isupper()) * _INITIAL + (shape in ("x", "xx")) * _ONE["lower"]
    lexical = (names if names and not score else f"v{venue}") if names or venue else ""
    # The model's own strings are interned too, so that they are told equal at once.
    low, short = sys.intern(low), sys.intern(role or shape + lexical)
    end, begin = (sys.intern(low[-3:]), sys.intern(low[:3])) if len(low) > 3 else (None, None)
    tally += score * _ONE["score"]
    return _Word(shape, low, end, begin, names or None, venue or None, role, None, low, short, tally)


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
    return sys.intern(signs.replace(" ", "")[:5] or signs[:1])


_BREAKS = frozenset('.?!"()[];')
_SMALL_BREAKS = _BREAKS | frozenset(",:")
_NESTING = frozenset("\"'()[]")


def _segments(tallies: Sequence[int], gaps: Sequence[str]) -> tuple[list[int], list[int]]:
    """Starts of the segments, and of the small ones that commas part too; the full stop of an initial parts none."""
    starts, small = [0], [0]
    for i in range(1, len(tallies)):
        gap = gaps[i]
        if gap and gap != " " and not (gap == "." and tallies[i - 1] & _INITIAL) and not _SMALL_BREAKS.isdisjoint(gap):
            small.append(i)
            if not _BREAKS.isdisjoint(gap):
                starts.append(i)
    return starts, small


def _kinds(words: Sequence[_Word], tallies: Sequence[int], bounds: Sequence[tuple[int, int]]) -> list[str]:
    """What each segment looks like, with a sign before the first and two behind the last."""
    kinds = [_segment_kind(end - start, sum(tallies[start:end]), words[start].shape[0] == "<") for start, end in bounds]
    return ["^", *kinds, "$", "$"]


@lru_cache(maxsize=_CACHE_LIMIT)
def _about(before: str, kind: str, after: str, next_but_one: str, texts: int) -> tuple[str, str, str, str, str]:
    """What a segment stands between, what comes next, how much text came before; its first edge and its last."""
    ends = f"{before} {kind}", f"{kind} {after}"
    return f"{before} {kind} {after}", f"{kind} {after} {next_but_one}", f"{texts} {kind}", *ends


def _segmented(words: Sequence[_Word], tallies: Sequence[int], starts: Sequence[int]) -> dict[str, list[str | None]]:
    """Per token: its segment between those beside it, what comes next, how much text came before, its edges."""
    segments: list[str | None] = []
    ahead: list[str | None] = []
    passed: list[str | None] = []
    first: list[str | None] = [None] * len(words)
    last = first.copy()
    bounds = list(zip(starts, [*starts[1:], len(words)], strict=True))
    kinds = _kinds(words, tallies, bounds)
    texts = 0
    for number, (start, end) in enumerate(bounds, 1):
        here, then, past, first[start], last[end - 1] = _about(*kinds[number - 1 : number + 3], min(texts, 3))
        length = end - start
        segments += [here] * length
        ahead += [then] * length
        passed += [past] * length
        texts += kinds[number][0] in "TLJCo"
    return {"segments": segments, "ahead": ahead, "passed": passed, "first": first, "last": last}


def _stretches(words: Sequence[_Word], tallies: Sequence[int], starts: Sequence[int]) -> list[str]:
    """Per token: what the stretch between commas that it stands in looks like, with the stretches beside it."""
    bounds = list(zip(starts, [*starts[1:], len(words)], strict=True))
    kinds = _kinds(words, tallies, bounds)
    out: list[str] = []
    for number, (start, end) in enumerate(bounds, 1):
        out += [f"{kinds[number - 1]} {kinds[number]} {kinds[number + 1]}"] * (end - start)
    return out


def _next_digits(tallies: Sequence[int], gaps: Sequence[str]) -> list[str]:
    """Per token: how far the next number is, what stands before it and whether it is a year."""
    out = ["$"] * len(tallies)
    distance, about = 99, ""
    for i in range(len(tallies) - 1, -1, -1):
        if distance < 7:
            out[i] = f"{distance}{about}"
        distance += 1
        if tallies[i] & _DIGIT:
            distance, about = 1, ("y" if tallies[i] & _YEAR else "n") + gaps[i]
    return out


@lru_cache(maxsize=_CACHE_LIMIT)
def _segment_kind(n: int, tally: int, identifier: bool) -> str:
    """Per token: its segment between those beside it, what comes next, the text that came before, its edges."""
    digits, initials, lower, year, conf, publ, place, journal = (tally >> 10 * i & 1023 for i in range(8))
    score = tally >> 80
    if year and n <= 3:
        return "Y"
    if digits * 2 >= n:
        return "D"
    if identifier:
        return "I"
    if initials * 4 >= n:
        return "N"
    if conf:
        return "C"
    if publ or (place and n < 7):
        return "P"
    if journal or (score >= n and n < 9):
        return "J"
    if n > 3 and lower * 5 >= n * 2:
        return "T" if n < 9 else "L"
    return f"o{min(n, 5)}"


_POSITIONS = [str(i if i < 3 else 3 + (i - 3) // 3) for i in range(18)]
_RESTS = ["5", "4", "3", "2", "1"]  # tokens from one on, where they are few


def _nesting(gaps: Sequence[str]) -> list[str]:
    """Per gap but the last: which quotation marks are open behind it, or were, and whether a bracket is."""
    out: list[str] = []
    quotes = singles = depth = 0
    now = "00"
    for i, gap in enumerate(gaps):
        if not _NESTING.isdisjoint(gap):
            out += [now] * (i - len(out))
            quotes += gap.count('"')
            singles += gap.count("'")
            depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
            quoted = 1 if quotes & 1 else 2 if singles & 1 else 3 if quotes or singles else 0
            now = f"{quoted}{min(depth, 1)}"
    return out + [now] * (len(gaps) - 1 - len(out))


def _dated(tallies: Sequence[int]) -> list[str]:
    """Per token: "y" where a year stands somewhere before."""
    first = next((i for i, tally in enumerate(tallies) if tally & _YEAR), len(tallies))
    return ([""] * (first + 1) + ["y"] * (len(tallies) - first - 1))[: len(tallies)]


def describe(tokens: Sequence[Token], tail: str) -> Columns:
    """The columns that ``TEMPLATES`` name, a value a token each; ``tail`` is the punctuation after the last token."""
    n = len(tokens)
    words = [_describe("", token.kind) if token.kind else _describe(token.text, "") for token in tokens]
    gaps = [_gap(token.gap) for token in tokens]
    gaps.append(_gap(tail))
    tallies = [word.tally for word in words]
    starts, small_starts = _segments(tallies, gaps)
    own = dict(zip(_Word._fields, map(list, zip(*words, strict=True)), strict=True))
    short, near = ["^", "^", *own["short"], "$", "$"], ["", *own["near"], ""]
    return {
        **{name: own[name] for name in ("shape", "low", "end", "begin", "names", "venue", "role", "age", "short")},
        "inside": _nesting(gaps),
        "dated": _dated(tallies),
        **_segmented(words, tallies, starts),
        "sign": [shape[0] for shape in own["shape"]],
        "low-1": near[:n],
        "low+1": near[2:],
        "gap": gaps[:n],
        "gap+1": gaps[1:],
        "short-2": short[:n],
        "short-1": short[1 : n + 1],
        "short+1": short[3 : n + 3],
        "short+2": short[4:],
        "stretches": _stretches(words, tallies, small_starts),
        "digits": _next_digits(tallies, gaps),
        "position": [*_POSITIONS[:n], *["8"] * (n - 18)],
        "rest": [*[None] * (n - 5), *_RESTS[-n:]],
    }


def attributes(columns: Columns) -> list[list[str]]:
    """The attributes of each token as text, for training."""
    out: list[list[str]] = [[] for _ in columns["short"]]
    for template in TEMPLATES:
        for i, values in enumerate(zip(*(columns[name] for name in template), strict=True)):
            if None not in values:
                out[i].append("\t".join(["|".join(template), *values]))
    return out
