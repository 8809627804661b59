"""The words that announce a part of a reference ("vol", "Hrsg", "pp"), in all languages.

``ROLES`` maps a lower-case word to its role; the tagger sees only the role, so it learns the same from "Jahrg." and
"årg.".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refcheck.language.dates import MONTHS, SEASONS
from refcheck.language.words import alternatives, every

ORDER = (
    "vol", "iss", "pp", "eds", "edn", "in", "transl", "thesis", "report", "access",
    "conf", "journal", "publ", "inst", "series", "art", "press", "ch", "and", "nodate",
    "etal", "of", "place",
)  # fmt: skip
"""The roles; a word with several has the first of them."""


def _roles() -> dict[str, str]:
    found: dict[str, str] = {}
    for role in ORDER:
        for word in every("roles", role):
            found.setdefault(word.rstrip("_"), role)
    found.update((word, "month") for word in (*MONTHS, *SEASONS) if found.get(word) != "of")
    return found


ROLES = _roles()
"""Word in lower case -> its role. A feature of the tagger (``trained.py``)."""

NTH = rf"(?:{alternatives(every('parts', 'nth'))})"
"""Pattern of what stands behind the digits of an ordinal: "3rd", "3e", "3ª"."""
OF_DAY = rf"(?:(?:{alternatives(every('dates', 'of'))})(?:(?<=['’])|\s))"
"""Pattern of what joins a day, its month and the year: "7 de octubre de 2010", "5 d'agost"."""


def _ampersands(phrases: Iterable[str]) -> Iterator[str]:
    """ "and others" -> "& others"; nothing for an abbreviation ("y cols.")."""
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        if rest and phrase[-1] != "." and first in every("parts", "and"):
            yield f"& {rest}"


OTHERS = (*every("names", "others"), *_ampersands(every("names", "others")))
"""What stands for the people a list doesn't name, as printed: "et al.", "u. a.", "and # others" ("#": a number). What
ends with a stop is an abbreviation."""
BARE_OTHERS = tuple(
    dict.fromkeys(
        form
        for phrase in (others.casefold().rstrip(".") for others in OTHERS if "#" not in others)
        for form in (phrase, phrase.replace(". ", "."), phrase.replace(". ", ""))
    )
)
"""The same in small letters, without the final stop, with and without the stops in it: "et al", "u.a", "ua"."""
RUN_ON_OTHERS = every("names", "run_on_others")
"""The same glued to a name, in scripts without blanks: "等"."""

LEADING_PARTICLES = frozenset((*every("names", "particles"), *every("names", "more_particles"))) - set(
    every("names", "inner_particles")
)
"""Small words that a family name may begin with, in lower case: "van", "de", "la"."""
PARTICLES = LEADING_PARTICLES | set(every("names", "particles")) | set(every("names", "inner_particles"))
"""Small words before or within a family name, in lower case: "van", "ibn", "y"."""
ANY_PARTICLES = PARTICLES | set(every("names", "ignored_particles"))
"""These, and those that are written as part of a family name and ignored when names are compared: "vander", "mac"."""

ARTICLES = frozenset(every("behind", "articles"))
"""Articles in small letters: "the", "un"."""
PRESENTED = rf"(?:\w+\s)?(?:{alternatives(every('compare', 'presented'))})(?!\w)"
"""Pattern of how a talk or a poster is called where a container would stand: "Paper presented at"."""
