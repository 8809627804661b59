"""Notes that only point to a work: its title, set as a link, with its author, place or date."""

from __future__ import annotations

import re
from functools import cache

from refcheck.language.words import every
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.behind import leaves_list

_LONGEST = 200  # characters
_WORD = re.compile(r"[^\W\d_]{4,}")


def points(block: Block) -> bool:
    """Whether a note only points: "John Gruber, [Markdown philosophy](...)", "See [API Documentation](...), July 2017".

    A sentence around the link ("It has been used in an early demo") is an explanation, and a single word ("here") is
    not a title.
    """
    if block.kind is not Kind.NOTE or len(block.linked) != 1 or len(block.links) != 1 or len(block.text) > _LONGEST:
        return False
    title = block.linked[0]
    if " " not in title or "://" in title or leaves_list(block.text):
        return False
    said = _signals().sub(" ", block.text.replace(title, " ", 1))
    return all(word[0].isupper() for word in _WORD.findall(said))


@cache
def _signals() -> re.Pattern[str]:
    """Words before a title that only say that it is cited."""
    words = (word for group in ("signals", "also", "prefixes", "according") for word in every("citations", group))
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)", re.I)
