"""How sure it is that a list of names was split correctly, judged by the resulting names."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model import Name
from refcheck.parsing.people.organisations import is_organisation

_ASCII_SIGNS = b" '`-."  # of which bytes are freed in a fifth of the time
_SIGNS = str.maketrans("", "", " '’‘`´-‐‑.")


def certainty(names: Sequence[Name]) -> float:
    """How often a list with such names was split correctly, 0..1, when the tagger was sure of the whole list.

    The shares are those of the 8,111 lists of GROBID's, EXCITE's, SciELO's and PLOS' references that the tagger found
    with a probability of 0.9 or more, rounded; what looks like none of these was right in 98 of 100.
    """
    families = [name.family for name in names if name.family]
    if len(families) > 1 and 1 in map(len, families):
        return 0.1  # "A. K" and "Gupta": initials that were taken for a person
    given = [name.given for name in names if name.family]
    alone = given.count("")
    if alone and len(families) > 1:
        return 0.2 if alone == len(families) else 0.45
    literals = [name.literal for name in names if name.literal]
    if alone or not all(map(is_organisation, (literal for literal in literals if " " in literal))):
        return 0.8
    if any(len(each.split()) > 3 for each in given if " " in each):
        return 0.5
    if literals and families:
        return 0.6
    if any(family[0].islower() for family in families):
        return 0.6
    if any(family.isupper() and family.isascii() for family in families if len(family) < 4):
        return 0.6  # "Cardoso RMA" turned round
    letters = "".join((*families, *given))
    bare = letters.encode().translate(None, _ASCII_SIGNS) if letters.isascii() else letters.translate(_SIGNS)
    return 0.75 if bare and not bare.isalpha() else 1.0
