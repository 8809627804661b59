"""How sure it is that a list of names was split correctly, judged by the resulting names."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model import Name
from refcheck.parsing.people.organisations import is_organisation

_SIGNS = str.maketrans("", "", " '’‘`´-‐‑.")


def certainty(names: Sequence[Name]) -> float:
    """How often a list with such names was split correctly, 0..1, when the tagger was sure of the whole list.

    The shares are those of the 8,111 lists of GROBID's, EXCITE's, SciELO's and PLOS' references that the tagger found
    with a probability of 0.9 or more, rounded; what looks like none of these was right in 98 of 100.
    """
    families = [name.family for name in names if name.family]
    if len(families) > 1 and any(len(family) == 1 for family in families):
        return 0.1  # "A. K" and "Gupta": initials that were taken for a person
    alone = sum(1 for name in names if name.family and not name.given)
    if alone and len(families) > 1:
        return 0.2 if alone == len(families) else 0.45
    if alone or any(" " in name.literal and not is_organisation(name.literal) for name in names):
        return 0.8
    if any(len(name.given.split()) > 3 for name in names):
        return 0.5
    if any(name.literal for name in names) and families:
        return 0.6
    if any(family[0].islower() or (len(family) < 4 and family.isupper() and family.isascii()) for family in families):
        return 0.6  # "Cardoso RMA" turned round
    letters = "".join([name.family + name.given for name in names]).translate(_SIGNS)
    if letters and not letters.isalpha():
        return 0.75
    return 1.0
