"""What the tests here share."""

from __future__ import annotations

from refcheck.model import Name, Reference

ARTICLE = Reference(
    raw="x",
    key="kolk1996",
    type="article",
    authors=(Name("Kolk", "B. A.", "van der"), Name(literal="WHO")),
    title="Dissociation",
    container="American Journal of Psychiatry",
    year=1996,
    month=7,
    volume="153",
    issue="7",
    pages="83--93",
    doi="10.1176/ajp.153.7.83",
)
