"""What the tests here share."""

from __future__ import annotations

from refcheck.model import Name, Reference

BUCH = Reference(
    raw="Hinrichsen, Uwe: Das erfundene Gedächtnis der Städte. München: Beck 1998.",
    type="book",
    authors=(Name("Hinrichsen", "Uwe"),),
    title="Das erfundene Gedächtnis der Städte",
    year=1998,
    place="München",
    publisher="Beck",
)


PAPER = Reference(
    raw="Doe, J. (2017). Attention for all. In Advances in Neural Information Processing Systems.",
    type="inproceedings",
    authors=(Name("Doe", "J."),),
    title="Attention for all the networks",
    container="Advances in Neural Information Processing Systems",
    year=2017,
)


BOOK = Reference(
    raw="Sperling, M. B., & Berman, W. H. (Eds.). (1994). Attachment in adults. Guilford.",
    type="book",
    editors=(Name(family="Sperling", given="M. B."), Name(family="Berman", given="W. H.")),
    title="Attachment in adults",
    year=1994,
    publisher="Guilford",
)


def outcomes(resolution):
    return {(a.source, a.question.partition(":")[0]): a.outcome for a in resolution.answers}
