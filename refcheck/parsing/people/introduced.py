"""Editors and translators that a phrase introduces: "Edited by R. Campbell and A. Skinner", "çev. Ruşen Sezer"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from refcheck.language.words import every
from refcheck.model import Name
from refcheck.parsing.people.names import parse_names
from refcheck.parsing.tagging.tokens import UPPER

_EDITED, _TRANSLATED = every("roles", "edited_by"), every("roles", "translated_by")
# The longest word of each phrase: a reference without one of them holds none.
CUES = frozenset(max(re.findall(r"[^\W_]+", phrase), key=len) for phrase in (*_EDITED, *_TRANSLATED))


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=len, reverse=True))


@cache
def _people() -> re.Pattern[str]:
    """A phrase with the people it introduces."""
    part = rf"[{UPPER}][^\W\d_]{{1,20}}(?:[-'’][^\W\d_]{{1,20}})?"
    person = (
        rf"(?:(?:[{UPPER}]\.[\s-]?){{1,3}}|(?:{part}\s){{1,2}}(?:[{UPPER}]\.\s)?)"
        rf"(?:(?:van|von|de|der|den|di|da|del|la|le)\s){{0,2}}{part}"
    )
    return re.compile(
        rf"(?:(?<=[.,;:)\]?!]\s)|(?<=[(\[]))(?P<phrase>(?i:(?P<edited>{_any_of(_EDITED)})|{_any_of(_TRANSLATED)})\s?"
        rf"(?P<people>{person}(?:(?:,\s{person}){{0,4}},?\s(?:and|&|und|en|et|e|y|i|og|och|ve|и)\s{person})?)"
        r"(?!\w|\s(?:für|for|of|des|du|della)\b))"
    )


class Contributors(NamedTuple):
    """Editors and translators as introduced, and the first phrase with its people, as printed."""

    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    phrase: str = ""


def find_contributors(text: str) -> Contributors:
    """The people that phrases of a reference introduce.

    >>> find_contributors("The Wretched of the Earth. Translated by Richard Philcox.").translators[0].family
    'Philcox'
    """
    matches = list(_people().finditer(text))
    people = {bool(match["edited"]): parse_names(match["people"]).names for match in reversed(matches)}
    return Contributors(people.get(True, ()), people.get(False, ()), matches[0]["phrase"] if matches else "")
