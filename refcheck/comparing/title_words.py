"""Two titles compared word by word: the same, the same except for a subtitle, a slip or some words, or different."""

from __future__ import annotations

from typing import NamedTuple

from refcheck import patterns as re
from refcheck.comparing.about import is_about
from refcheck.comparing.align import ROMAN, Edit, align, content, similarity, strangers
from refcheck.comparing.comparison import Kind, Verdict
from refcheck.language.fold import Word, fold, plain, words
from refcheck.language.words import every
from refcheck.sentences import joined, say

CUT = 0.8
"""How much a title is like one that has lost both its ends, at least."""
OTHER_TITLE = 0.5
"""Below this share of content letters in common two titles are called different titles, above it variants of one."""

_BREAK = re.compile(r"[:.;?!()\[\]\"“”„«»/|]|\s[-–—]+\s?|[–—]")
_MATH = re.compile(r"\$[^$]{1,300}\$|<mml:|<math|\\\(|\\[a-z]+\{|[=^]", re.IGNORECASE)
_DANGLING = frozenset(word for word in map(fold, every("compare", "dangling")) if len(word) > 1)
"""Words no title ends on, though "Vitamin A" is one: registries cut titles at italics ("Competitiveness of")."""


class Worded(NamedTuple):
    """Two titles word by word."""

    verdict: Verdict
    kind: Kind
    why: str = ""
    likeness: float = 0.0
    numbered: bool = False  # they differ in a number


def compare_words(ours: str, theirs: str, whole: bool = True) -> Worded:
    """Two titles word by word. whole: no other registered form continues ``theirs``."""
    mine, other = words(ours), words(theirs)
    if strangers(mine, other):
        return Worded(Verdict.DIFFER, Kind.OTHER, say("it is another title"))
    edits = align(mine, other)
    near = similarity(mine, other)
    if edits and (_MATH.search(ours) or _MATH.search(theirs)):
        edits = tuple(edit for edit in edits if not _formula(edit))
    edits = tuple(edit for edit in edits if not _same_symbol(edit))
    if _turned_name(edits, len(mine)):
        edits = ()
    if not edits:
        return Worded(Verdict.AGREE, Kind.SAME, "", max(near, 0.95))
    numbered = any(map(_numbers, edits))
    if len(edits) == 1:
        if longer := _one_end(edits[0], ours, theirs, whole):
            near = max(near, _prefix(mine if longer is Kind.SHORTENED else other))
            return Worded(Verdict.AGREE, longer, "", near, numbered)
        more = edits[0].printed
        if whole and not edits[0].registered and len(content(more)) > 1 and edits[0].at == len(other) > 2:
            rest = " ".join(word.text for word in more)
            why: str = say("the registered title ends before “{rest}”", rest=rest)
            return Worded(Verdict.DIFFER, Kind.LONGER, why, max(near, 0.6), numbered)
    if near < OTHER_TITLE:
        return Worded(Verdict.DIFFER, Kind.OTHER, say("it is another title"), near)
    kind = Kind.TYPO if all(edit.kind == "typo" for edit in edits) else Kind.WORDS
    if len(content(other)) > 3 and all(
        edit.at in (0, len(mine) - len(edit.printed)) and not edit.registered for edit in edits
    ):
        near = max(near, CUT)  # the registered title has lost both its ends
    why = joined((edit.told() for edit in edits[:3]), "{first}; {rest}")
    return Worded(Verdict.DIFFER, kind, why, near, numbered)


def _numbers(edit: Edit) -> bool:
    """Whether words that differ have a number, Arabic or Roman; more than two are a review's pages and prices."""
    both = bool(edit.printed and edit.registered)  # then "G3" is one too; alone it is the beginning of something else
    keys = [word.key for word in edit.printed + edit.registered]
    numbers = [k for k in keys if k.isdigit() or k in ROMAN or (both and any(map(str.isdigit, k)))]
    return 0 < len(numbers) < 3


def _one_end(edit: Edit, ours: str, theirs: str, whole: bool) -> Kind | None:
    """SHORTENED or EXTENDED if two titles differ only at one end, and there as by a subtitle; else None."""
    mine, other = words(ours), words(theirs)
    at_end = edit.at + len(edit.printed) == len(mine)
    if is_about(ours) != is_about(theirs):
        return None
    if at_end and not edit.printed and _breaks_before(theirs, edit.registered[0]):
        return Kind.SHORTENED
    if edit.at == 0 and not edit.printed and _breaks_before(theirs, other[len(edit.registered)]):
        return Kind.SHORTENED
    if edit.registered:
        return None
    if at_end and len(other) >= 2 and other[-1].key in _DANGLING:
        return Kind.EXTENDED
    if edit.at == 0 and len(content(other)) > 1 and not other[0].text[0].isupper() and other[0].text[0].isalpha():
        return Kind.EXTENDED
    if whole and at_end and _breaks_before(ours, edit.printed[0]):
        return Kind.EXTENDED
    return None


def _prefix(sequence: tuple[Word, ...]) -> float:
    """How sure a title cut at a break is, 0..1: four content words make it as good as whole."""
    return min(0.95, 0.55 + 0.1 * len(content(sequence)))


def _breaks_before(text: str, word: Word) -> bool:
    """Whether punctuation that may separate title and subtitle precedes a word, skipping articles."""
    before = plain(text)[: word.start].rstrip()
    return bool(_BREAK.search(plain(text)[max(0, len(before) - 1) : word.start]))


def _formula(edit: Edit) -> bool:
    """Whether all words of an edit look like symbols: short or with digits."""
    return all(
        len(word.key) <= 2 or not word.key.isalpha() or "\\" in word.text for word in edit.printed + edit.registered
    )


def _same_symbol(edit: Edit) -> bool:
    """Whether an edit is a symbol of the same letters and digits with its indices reordered: "Bs0", "B s 0"."""
    ours, theirs = (sorted("".join(word.key for word in side)) for side in (edit.printed, edit.registered))
    return ours == theirs and len(ours) <= 6 and any(map(str.isdigit, ours)) and any(map(str.isalpha, ours))


def _turned_name(edits: tuple[Edit, ...], length: int) -> bool:
    """Whether titles differ only in the order of a name at their end, as a review's may: "by Jean Bally", "Bally,
    Jean"."""
    if not edits or edits[0].at < length / 2:
        return False
    ours, theirs = (sorted(word.key for word in words if word.key not in _BY) for words in _sides(edits))
    return ours == theirs and len(ours) <= 3


_BY = frozenset(every("compare", "by"))


def _sides(edits: tuple[Edit, ...]) -> tuple[list[Word], list[Word]]:
    return [word for edit in edits for word in edit.printed], [word for edit in edits for word in edit.registered]
