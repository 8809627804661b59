"""What the tests here share."""

from __future__ import annotations

import numpy as np

from refcheck.topics.strangeness import strangeness

ATTACHMENT: Works = [
    ("Childhood trauma and distress tolerance in young adulthood", "Journal of Aggression, Maltreatment & Trauma"),
    ("Attachment style and posttraumatic stress symptoms after childhood abuse", "Journal of Traumatic Stress"),
    ("Attachment in adults: Clinical and developmental perspectives", ""),
    ("Romantic love conceptualized as an attachment process", "Journal of Personality and Social Psychology"),
    ("The long-term effects of child abuse and neglect on relationships", "Child Abuse & Neglect"),
    ("Posttraumatic stress disorder in the National Comorbidity Survey", "Archives of General Psychiatry"),
    ("Attachment, emotion regulation and depression in young adults", "Journal of Counseling Psychology"),
    ("Couple therapy for trauma survivors", "Family Process"),
    ("Patterns of attachment: A psychological study of the strange situation", "Erlbaum"),
]


OPTIMIZATION = (
    "Conflict, harmony, and independence: Relationships in evolutionary multi-criterion optimisation",
    "Evolutionary Multi-Criterion Optimization",
)


POLYMER = ("Thermal stability of polyethylene nanocomposites with layered silicates", "Polymer")


def flagged(works: Works) -> list[int]:
    return np.flatnonzero(strangeness(works) > 0).tolist()


Works = list[tuple[str, str]]
