"""A work and a reference to it that agree in everything; tests change one field."""

from dataclasses import replace
from typing import Any

from refcheck.model import Name, Reference, Work

WORK = Work(
    "crossref",
    doi="10.1037/0002-9432.76.4.451",
    type="journal-article",
    titles=("Secondary traumatic effects in couples",),
    subtitles=("A clinician's guide",),
    authors=(Name("van der Kolk", "Bessel A."), Name("Müller", "Jörg"), Name("O'Brien", "Mary Ann")),
    years=(2006, 2005),
    containers=("American Journal of Orthopsychiatry",),
    volume="76",
    issue="4",
    pages="451-460",
    issn=("0002-9432",),
)
RAW = (
    "Kolk, B. A. van der, Mueller, J., & OBrien, M. A. (2006). Secondary traumatic effects in couples: a clinician’s "
    "guide. Am. J. Orthopsychiatry, 76(4), 451–60. https://doi.org/10.1037/0002-9432.76.4.451"
)
REFERENCE = Reference(
    raw=RAW,
    key="kolk2006",
    type="article",
    authors=(Name("Kolk", "B. A.", "van der"), Name("Mueller", "J."), Name("OBrien", "M. A.")),
    title="Secondary traumatic effects in couples: a clinician’s guide",
    container="Am. J. Orthopsychiatry",
    year=2006,
    volume="76",
    issue="4",
    pages="451--460",
    doi="10.1037/0002-9432.76.4.451",
    doi_printed="https://doi.org/10.1037/0002-9432.76.4.451",
)


def cited(**fields: Any) -> Reference:
    """REFERENCE with other fields; ``raw`` is "" unless given, so that only the fields speak."""
    return replace(REFERENCE, **({"raw": ""} | fields))


def registered(**fields: Any) -> Work:
    """WORK with other fields."""
    return replace(WORK, **fields)
