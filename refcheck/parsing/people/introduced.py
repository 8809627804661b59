"""Editors and translators that a phrase introduces: "Edited by R. Campbell and A. Skinner", "çev. Ruşen Sezer"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from refcheck.language.lexicon import LEADING_PARTICLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.tagging.tokens import UPPER

_EDITED, _TRANSLATED = every("roles", "edited_by"), every("roles", "translated_by")
_MADE = every("roles", "made_by")  # who neither edited nor translated: "directed by", "with a foreword by"


_SMALL = frozenset(every("compare", "small"))


def cues_of(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase, of those that are not small: a reference without one of them holds none."""
    words = (re.findall(r"[^\W\d_]+", phrase.lower()) for phrase in phrases)
    return frozenset(max(of_phrase, key=lambda word: (word not in _SMALL, len(word))) for of_phrase in words)


INTRODUCING = (*_EDITED, *_TRANSLATED, *_MADE)
"""The phrases that introduce people."""
_LANGUAGE = r"[\w'’.()-]{2,20}(?:\s[\w'’.()-]{2,20})??"  # "*" in a phrase: "traduit de l'anglais (États-Unis) par"


@cache
def introduced_bodies() -> re.Pattern[str]:
    """A phrase that introduces editors with what may be an organisation behind it (group ``body``), to the next sign:
    "Hrsg. vom Institut für Arbeitsmarktforschung."."""
    joined = alternatives(every("roles", "edited_by_bodies"))
    return re.compile(rf"(?<=[.,;:)\]?!”»]\s)(?i:{joined})\s(?P<body>[{UPPER}][^.:;,()\d]{{5,100}})(?=[.,;(]|$)")


@cache
def introductions() -> re.Pattern[str]:
    """A phrase that introduces people (group ``edited`` when they are editors, ``made`` when they neither edited nor
    translated) with the people behind it."""
    edited, translated, made = (
        alternatives(words).replace(r"\w*", _LANGUAGE) for words in (_EDITED, _TRANSLATED, _MADE)
    )
    part = rf"[{UPPER}][^\W\d_]{{1,20}}(?:[-'’][^\W\d_]{{1,20}})?"
    person = (
        rf"(?:(?:[{UPPER}]\.[\s-]?){{1,3}}|(?:{part}\s){{1,2}}(?:[{UPPER}]\.\s)?)"
        rf"(?:(?:{alternatives(LEADING_PARTICLES)})\s){{0,2}}{part}"
    )
    return re.compile(
        rf"(?:(?<=[.,;:)\]?!/”»]\s)|(?<=[(\[]))(?i:(?P<edited>{edited})|(?P<made>{made})|{translated}):?\s?"
        rf"(?P<people>{person}(?:(?:,\s{person}){{0,4}},?\s(?:&|{alternatives(every('parts', 'and'))})\s{person})?)"
        rf"(?!\w|\s(?:{alternatives(every('names', 'not_behind'))})\b)"
    )
