"""Whether a PDF was read whole: what its text cites and its list lacks may have been lost in reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from refcheck.foreign import number
from refcheck.model import Article, Entry, UnreadReason
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.look import has_year
from refcheck.sentences import say

_SIGN = "[\ufffd\ue000-\uf8ff\x00-\x08]"  # a letter for which the font has no meaning
_LOST = re.compile(rf"[^\W\d_]{_SIGN}|{_SIGN}[^\W\d_]")  # alone it is a bullet, or belongs to a formula
_SHARE_LOST = 0.001  # of the words
_UNDIVIDED = 40  # letters in a row; addresses apart, no word is so long
_SHARE_UNDIVIDED = 0.002
_SHARE_SINGLE = 0.3  # of the words have one letter where each letter stands alone
_BETWEEN = 60  # letters; a running head between two entries has fewer
_AUTHOR = 2.5  # points: a line begins with a family name and initials
_OUTSIDE = 5  # lines that begin so; fewer may cite in the text, or say how to cite the article
_LONG = 3.5  # times the usual length of an entry
_LEAST_LONG = 500  # characters


def doubts(article: Article) -> Iterator[str]:
    """The signs that a PDF or its list was not read whole; none for other formats."""
    if article.format != "pdf":
        return
    text = "\n".join(line for _, line in article.lines)
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    raws = [entry.raw for entry in article.entries]
    if len(_LOST.findall(text)) > len(words) * _SHARE_LOST or any(map(_LOST.search, raws)):
        yield say("some letters have no meaning in its fonts")
    if _badly_divided(words):
        yield say("its words are not divided as they should be")
    if _numbers_jump(article.entries):
        yield say("the numbers of its list jump")
    if _other_text(article):
        yield say("other text stands between the entries of its list")
    if article.entries and sum(_opens_reference(line) for _, line in article.lines) >= _OUTSIDE:
        yield say("references stand outside of its list")
    lengths = [len(raw) for raw in raws]
    long = len(raws) > 2 and max(lengths) > max(_LEAST_LONG, _LONG * median(lengths))
    if long or any(item.reason == UnreadReason.GLUED for item in article.unread):
        yield say("an entry of its list seems to hold two references")


def _opens_reference(line: str) -> bool:
    return has_year(line) and author_points(line) >= _AUTHOR


def _badly_divided(words: Sequence[str]) -> bool:
    undivided = sum(len(word) > _UNDIVIDED and word.isalpha() for word in words)
    single = sum(len(word) == 1 for word in words)
    return undivided > len(words) * _SHARE_UNDIVIDED or single > len(words) * _SHARE_SINGLE


def _numbers_jump(entries: tuple[Entry, ...]) -> bool:
    """Whether the entries are numbered, and some number is missing."""
    numbers = [value for entry in entries if (value := number(entry.marker.strip("[](){}.: "))) is not None]
    if len(numbers) * 2 <= len(entries):
        return False
    return len(numbers) < len(entries) or any(after != before + 1 for before, after in pairwise([0, *numbers]))


def _other_text(article: Article) -> bool:
    """Whether there is text between two entries of one list."""
    rest = [(line, len(text.strip())) for line, text in article.lines]
    for before, after in pairwise(article.entries):
        if before.heading != after.heading or after.line <= before.end_line + 1:
            continue
        if sum(letters for line, letters in rest if before.end_line < line < after.line) >= _BETWEEN:
            return True
    return False
