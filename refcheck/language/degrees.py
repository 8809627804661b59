"""The degree that a thesis was written for, by the words in any language that name its kind."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.language.words import alternatives, every

_DOCTORAL = re.compile(alternatives(every("kinds", "doctorates")), re.IGNORECASE)
_LOWER = re.compile(alternatives(every("kinds", "lower_degrees")), re.IGNORECASE)


def is_doctoral(says: str) -> bool:
    """Whether the words for the kind of a thesis ("Tesis doctoral", "PhD thesis") name a doctorate.

    >>> is_doctoral("Thèse de doctorat"), is_doctoral("Thesis")
    (True, False)
    """
    return bool(_DOCTORAL.search(says))


def is_lower(says: str) -> bool:
    """Whether they name a degree below it.

    >>> is_lower("M.Sc. thesis"), is_lower("Dissertation"), is_lower("Doctoral dissertation, Master's Programme")
    (True, False, False)
    """
    return bool(_LOWER.search(says)) and not is_doctoral(says)
