"""The small words that say what the next thing in a reference is, in the languages bibliographies are written in.

``ROLES`` maps a lower-case word to its role; the tagger reads the role, so that "Jahrg." and "årg." teach it the same.
"""

from __future__ import annotations

from refcheck.language.dates import MONTHS, SEASONS
from refcheck.language.words import every

ORDER = (
    "vol", "iss", "pp", "eds", "edn", "in", "transl", "thesis", "report", "access",
    "conf", "journal", "publ", "inst", "series", "art", "press", "ch", "and", "nodate",
    "etal", "of", "place",
)  # fmt: skip
"""The roles; a word that plays several counts for the first of them."""


def _roles() -> dict[str, str]:
    found: dict[str, str] = {}
    for role in ORDER:
        for word in every("roles", role):
            found.setdefault(word.rstrip("_"), role)
    found.update((word, "month") for word in (*MONTHS, *SEASONS) if found.get(word) != "of")
    return found


ROLES = _roles()
"""Word in lower case -> its role. A feature of the tagger (``trained.py``)."""
