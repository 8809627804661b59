"""What the tests here share."""

from __future__ import annotations

from refcheck.model import Article

REFERENCES = (
    "Bowlby, J. (1969). Attachment and loss: Vol. 1. Attachment. New York: Basic Books.",
    "Hazan, C., & Shaver, P. (1987). Romantic love conceptualized as an attachment process. Journal of Personality and "
    "Social Psychology, 52(3), 511–524. https://doi.org/10.1037/0022-3514.52.3.511",
    "Herman, J. L. (1992). Trauma and recovery. New York: Basic Books.",
)


PROSE = (
    "Wie valt, kijkt eerst naar zijn moeder en dan pas naar zijn knie. Wat hij daar ziet, bepaalt of hij gaat huilen."
)


CLAIM = (
    "Alle siterte kilder ble grundig gjennomgått av teamet vårt for å sikre deres kvalitet, pålitelighet og validitet."
)


def raws(article: Article) -> list[str]:
    return [entry.raw for entry in article.entries]


def text(heading: str = "Bronnen", before: str = "", between: str = "", after: str = "", marker: str = "") -> str:
    items = [f"{marker}{reference}" for reference in REFERENCES]
    if between:
        items.insert(1, between)
    return "\n\n".join(part for part in ("Titel", PROSE, PROSE, before, heading, *items, after) if part) + "\n"
