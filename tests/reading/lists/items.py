"""What the tests here share."""

from __future__ import annotations

from refcheck.model import Entry
from refcheck.reading import read

A = "Bowlby, J. (1969). Attachment and loss: Vol. 1. Attachment. New York: Basic Books."


B = (
    "Hazan, C., & Shaver, P. (1987). Romantic love conceptualized as an attachment process. Journal of Personality and "
    "Social Psychology, 52(3), 511-524. https://doi.org/10.1037/0022-3514.52.3.511"
)


C = "Van der Kolk, B. A. (2014). The body keeps the score: Brain, mind, and body in the healing of trauma. Viking."


def entries(listed: str, suffix: str = "txt") -> tuple[Entry, ...]:
    heading = {"txt": "Bronnen", "md": "## Bronnen", "html": "<h2>Bronnen</h2>"}[suffix]
    return read(f"Titel\n\n{PROSE}\n\n{heading}\n\n{listed}\n", path=f"x.{suffix}").entries


def raws(listed: str, suffix: str = "txt") -> list[str]:
    return [entry.raw for entry in entries(listed, suffix)]


PROSE = "Wie valt, kijkt eerst naar zijn moeder en dan pas naar zijn knie."
