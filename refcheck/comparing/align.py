"""Aligning two word sequences so that a swapped word shows but spelling, hyphens and articles don't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA, Indel, Levenshtein

from refcheck import patterns as re
from refcheck.comparing.remembered import remembered
from refcheck.language.fold import Word, fold, spelling
from refcheck.language.words import every, subject
from refcheck.sentences import Sentence, say

FUNCTION_WORDS = frozenset(map(fold, every("compare", "small")))
"""Folded articles, prepositions and conjunctions that titles gain and lose in citing; never a negation."""

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_COUNTS = (ROMAN, *(table.get("numbers", ()) for table in subject("compare").values()))
_NUMBERS = {word: str(number) for words in _COUNTS for number, word in enumerate(words, start=1)}


_GREEK = re.compile("alpha|beta|gamma|delta|epsilon|kappa|lambda|omega|sigma|theta")


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where the sequences differ: the printed and the registered words there. kind: see ``align``."""

    kind: str
    printed: tuple[Word, ...]
    registered: tuple[Word, ...]
    at: int  # index in the printed words

    def told(self) -> Sentence:
        """The edit as a clause for an editor."""
        ours = " ".join(word.text for word in self.printed)
        theirs = " ".join(word.text for word in self.registered)
        if not theirs:
            return say("“{printed}” is not in the registered title", printed=ours)
        if not ours:
            return say("the registered “{registered}” is missing", registered=theirs)
        return say("“{printed}” is printed where “{registered}” is registered", printed=ours, registered=theirs)


def align(printed: Sequence[Word], registered: Sequence[Word]) -> tuple[Edit, ...]:
    """The meaningful edits between two word sequences; () when they agree.

    Kinds, from light to heavy: "typo" (one letter of a long word, a plural), "word" (anything else).
    """
    ours, theirs = _spelt(printed), _spelt(registered)
    edits = []
    for i, j, k, m in _blocks(ours, theirs):
        kind = _kind([w.key for w in printed[i:j]], [w.key for w in registered[k:m]])
        if kind:
            edits.append(Edit(kind, tuple(printed[i:j]), tuple(registered[k:m]), i))
    return tuple(edits)


def similarity(printed: Sequence[Word], registered: Sequence[Word]) -> float:
    """The share of both sequences' letters, in content words, that align in order, 0..1 (Dice coefficient)."""
    ours = _content(printed)
    theirs = _content(registered)
    total = sum(map(len, ours)) + sum(map(len, theirs))
    if not total:
        return 0.0
    same = sum(
        sum(map(len, ours[op.src_start : op.src_end])) for op in Indel.opcodes(ours, theirs) if op.tag == "equal"
    )
    if same * 2 < total and "".join(ours) and "".join(theirs):
        # word boundaries may be lost (glued or spaced text): compare letters where hardly any word is shared
        letters = Indel.normalized_similarity("".join(ours), "".join(theirs))
        if letters > 0.9:
            return float(letters)
    return 2 * same / total


def strangers(printed: Sequence[Word], registered: Sequence[Word]) -> bool:
    """Whether two sequences have too little in common to be variants or parts of each other, which is quickly seen."""
    ours, theirs = _content(printed), _content(registered)
    left = set(theirs)
    shared = sum(len(word) for word in ours if word in left)
    mine, other = "".join(ours), "".join(theirs)
    return shared * 2 < min(len(mine), len(other)) and Indel.normalized_similarity(mine, other, score_cutoff=0.5) == 0.0


@remembered
def _spelt(sequence: Sequence[Word]) -> list[str]:
    return [spelling(word.key) for word in sequence]


@remembered
def _content(sequence: Sequence[Word]) -> list[str]:
    return [spelling(word.key) for word in sequence if word.key not in FUNCTION_WORDS] or _spelt(sequence)


def is_function_word(key: str) -> bool:
    """Whether a folded word may be added to or dropped from a title without changing it."""
    return key in FUNCTION_WORDS


def content(sequence: Sequence[Word]) -> list[Word]:
    """The words that carry meaning, without articles, prepositions and the like."""
    return [word for word in sequence if not is_function_word(word.key)]


def _blocks(ours: list[str], theirs: list[str]) -> list[tuple[int, int, int, int]]:
    """Maximal runs of differing words as (start, end) in each; runs with a single joining word between stay apart."""
    blocks: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(ours, theirs):
        if op.tag == "equal":
            continue
        if blocks and blocks[-1][1] == op.src_start and blocks[-1][3] == op.dest_start:
            i, _, k, _ = blocks.pop()
            blocks.append((i, op.src_end, k, op.dest_end))
        else:
            blocks.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return blocks


def _kind(ours: list[str], theirs: list[str]) -> str:
    """ "" if the two runs of words mean the same, else "typo" or "word"."""
    if "".join(ours) == "".join(theirs):  # a word split at a line break: "com- pounds"
        return ""
    ours = [w for w in ours if not is_function_word(w)]
    theirs = [w for w in theirs if not is_function_word(w)]
    mine, other = "".join(map(spelling, ours)), "".join(map(spelling, theirs))
    if mine == other:
        return ""
    if [_NUMBERS.get(w, w) for w in ours] == [_NUMBERS.get(w, w) for w in theirs]:
        return ""
    if _greek_lost("".join(ours), "".join(theirs)) or _greek_lost("".join(theirs), "".join(ours)):
        return ""
    if not mine or not other or any(c.isdigit() for c in mine + other):
        return "word"
    longer = max(len(mine), len(other))
    if longer >= 6 and len(ours) <= len(theirs) + 1 and len(theirs) <= len(ours) + 1:
        distance = OSA.distance(mine, other, score_cutoff=2)
        if mine.endswith(other) or other.endswith(mine):
            return "word"  # a prefix reverses a word's meaning: symmetric, asymmetric
        if distance <= 1 or (longer >= 12 and distance <= 2 and mine[:4] == other[:4]):
            return "typo"
    if mine.rstrip("s") == other.rstrip("s") and len(mine) > 3:
        return "typo"
    return "word"


def _greek_lost(full: str, other: str) -> bool:
    """Whether one is the other without its Greek letter, or with a Latin one for it: "β1" as "1", "Aβ" as "Ab"."""
    if not _GREEK.search(full) or _GREEK.search(other):
        return False
    return other != "" and other in (_GREEK.sub("", full), _GREEK.sub(lambda match: match[0][0], full))
