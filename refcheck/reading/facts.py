"""Facts that an article states in its text: the day it was published or last updated, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from refcheck import patterns as re
from refcheck.language.dates import find_day
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.headings import ends_list, fold, heading_grade

_POLICY = re.compile(
    alternatives(every("notices", "policy")), re.IGNORECASE
)  # policies, whose date is not the article's


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(
        {fold(word) for word in (*every("dates", "updated"), *every("dates", "published"))}, key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


_DIGIT = re.compile(r"\d")


@cache
def _updates() -> frozenset[str]:
    return frozenset(fold(word) for word in every("dates", "updated"))


def printed_date(blocks: Sequence[Block]) -> date | None:
    """The day after "Laatste update:", "Published on" and the like, or None; an update takes precedence."""
    published = None
    for block in blocks:
        for line in block.lines:
            if len(line.text) > 400 or not _DIGIT.search(line.text):
                continue
            folded = fold(line.text)
            for match in _labels().finditer(folded):
                if match.start() > 100:
                    break
                rest = folded[match.end() :].lstrip(" :-–—|.(")
                when = find_day(rest[:60])
                if when is None or not _near(rest) or _POLICY.search(line.text):
                    continue
                if match[0] in _updates():
                    return when
                published = published or when
    return published or _lone_date(blocks)


def _near(rest: str) -> bool:
    """Whether a date follows closely: at most three short words before its first digit."""
    head = re.split(r"\d", rest, maxsplit=1)[0]
    return len(head) <= 30 and head.count(" ") <= 4


def _lone_date(blocks: Sequence[Block]) -> date | None:
    """The date of a line near the top that is little else, perhaps with the author's name; not a comment's."""
    for block in blocks[:12]:
        if block.kind is Kind.HEADING and (heading_grade(block.text) or ends_list(block.text)):
            return None
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        for line in block.lines[:4]:
            words = re.findall(r"[^\W\d_]+", line.text)
            if len(line.text) <= 60 and len(words) <= 6 and (when := find_day(line.text)):
                return when
    return None


def printed_title(blocks: Sequence[Block]) -> str:
    """The first heading, or the first short line, that is not the heading of a list."""
    own = [block for block in blocks if not block.aside] or blocks
    for block in own:
        if block.kind is Kind.HEADING and not heading_grade(block.text):
            return block.text
        break
    for block in own[:5]:
        text = block.lines[0].text
        if (
            len(text) <= 150
            and not heading_grade(text)
            and not text.endswith((".", ",", ";"))
            and block.kind is not Kind.CODE
        ):
            return text
        break
    return next((b.text for b in blocks if b.kind is Kind.HEADING and b.level == 1 and not b.aside), "")
