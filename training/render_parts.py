"""Templates for labelled text, and the noise of the web and of PDFs over it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Protocol

from training.parsing_corpora import Example, Span

Part = tuple[str, str]  # text, label ("" for what no field is)


class Maker(Protocol):
    """What draws the pieces of one reference: names, titles and words of its language (render.py)."""

    dice: random.Random
    code: str
    names_as: str
    dot: str
    between: str
    last: str

    def pick(self, name: str) -> str:
        """A word or phrase of the language's pack."""

    def title(self) -> str:
        """A title."""

    def people(self, most: int = 6) -> list[tuple[str, str]]:
        """Persons: family, given."""

    def name(self, person: tuple[str, str], index: int) -> str:
        """One of them as printed, the first having index 0."""

    def names(self, people: Sequence[tuple[str, str]]) -> str:
        """All of them as printed."""


def titled_by(dice: random.Random, maker: Maker, title: str) -> str:
    """A title that says a year or a name, as dates and people do: "Paris 1919: Six Months", "Frida Kahlo"."""
    first = dice.randint(1789, 2024)
    last = first + dice.randint(1, 30)
    noun, person = maker.pick("nouns"), f"{maker.pick('givens')} {maker.pick('families')}"
    head, colon, rest = title.partition(": ")
    forms = [
        f"{first} {title}", f"{head} {first}{colon or ': '}{rest or noun}", f"{title}, {first}", f"{title} {first}",
        f"{title}, {first}–{last}", f"{title}, {first}-{last}", f"{head} ({first}–{last})", f"{first}: {title}",
        f"{noun} {first}", person, person, f"{person}: {noun}", f"{person} {dice.choice(['and', '&', '—'])} {noun}",
        f"The {first} {title}",
    ]  # fmt: skip
    made = dice.choice(forms)
    return made[0].upper() + made[1:]


# The letters of a template's places and the labels they stand for.
LABELS = {
    "a": "author", "e": "editor", "t": "title", "c": "container", "v": "volume", "i": "issue", "p": "pages",
    "y": "date", "l": "place", "h": "publisher", "d": "edition", "s": "series", "g": "genre", "n": "number",
}  # fmt: skip
_PIECE = re.compile(r"\{(\w)\}|<([^<>]*)>")


def fill(template: str, values: dict[str, str]) -> list[Part]:
    """Template -> parts. "{v}" is a field, "<...>" is left out when a field in it is empty, the rest is text.

    >>> fill("{c}, {v}<({i})>", {"c": "Mind", "v": "59", "i": ""})
    [('Mind', 'container'), (', ', ''), ('59', 'volume')]
    """
    parts: list[Part] = []
    position = 0
    for match in _PIECE.finditer(template):
        parts.append((template[position : match.start()], ""))
        position = match.end()
        if match[1]:
            parts.append((values[match[1]], LABELS[match[1]]))
        elif all(values[letter] for letter in re.findall(r"\{(\w)\}", match[2])):
            parts += fill(match[2], values)
    parts.append((template[position:], ""))
    return [(text, label) for text, label in parts if text]


def closed(parts: list[Part], dice: random.Random) -> list[Part]:
    """Brackets balanced at the end and a final full stop, mostly."""
    text = "".join(t for t, _ in parts)
    if text.count("(") > text.count(")"):
        parts.append((")", ""))
    if dice.random() < 0.75 and not text.endswith("."):
        parts.append((".", ""))
    return parts


def example_of(parts: Sequence[Part], source: str) -> Example:
    raw = ""
    spans: list[Span] = []
    for text, label in parts:
        if label:
            spans.append((len(raw), len(raw) + len(text), label))
        raw += text
    return Example(raw, tuple(spans), source)


def noisy(dice: random.Random, parts: list[Part]) -> list[Part]:
    """The parts with what happens to references on the way: glued fields, lost stops, misread letters."""
    roll = dice.random()
    if roll < 0.06:  # italics lost: the blank between container and volume goes with them
        labels = ["", *(label for _, label in parts), ""]
        between = [labels[k] == "container" and labels[k + 2] == "volume" for k in range(len(parts))]
        return [
            ("" if glue and text in (" ", ", ") else text, la) for (text, la), glue in zip(parts, between, strict=True)
        ]
    if roll < 0.10:  # blanks behind punctuation lost
        return [(re.sub(r"(?<=[.,:;]) ", "", t) if la in ("", "author") else t, la) for t, la in parts]
    if roll < 0.13:  # punctuation between fields lost
        return [(t if la else re.sub(r"[.,:;]", "", t) or " ", la) for t, la in parts]
    if roll < 0.16:  # blanks before punctuation, as PDFs give
        return [(re.sub(r"(?<=\w)([.,:;)])", r" \1", t), la) for t, la in parts]
    if roll < 0.18:  # misread letters
        return [("".join(_misread(c, dice) for c in t), la) for t, la in parts]
    if roll < 0.20:
        return [(t.upper() if la == "title" else t, la) for t, la in parts]
    if roll < 0.22:  # words broken over a line
        broken = dice.choice([r"\1- \2", r"\1 - \2"])
        return [(re.sub(r"([^\W\d_]{4})([^\W\d_]{3})", broken, t, count=1) if la else t, la) for t, la in parts]
    if roll < 0.24:
        return [(re.sub(r" (?=[A-Z])", "", t) if la == "container" else t, la) for t, la in parts]
    return parts


def _misread(char: str, dice: random.Random) -> str:
    return dice.choice("lI1O0rnce") if char.isalpha() and dice.random() < 0.02 else char


def scattered(example: Example, dice: random.Random) -> Example:
    """The same reference as PDFs give it: blanks before punctuation instead of behind it, some lost, some too many."""
    raw: list[str] = []
    moved: list[int] = []  # new position of each old character
    text = example.raw
    for i, char in enumerate(text):
        moved.append(len(raw))
        if char in ".,:;)" and i and text[i - 1] != " " and dice.random() < 0.5:
            raw.append(" ")
            moved[-1] += 1
        if char == " " and ((text[i - 1 : i] in ".,:;" and dice.random() < 0.5) or dice.random() < 0.03):
            continue
        raw.append(char)
        if char == "(" and dice.random() < 0.3:
            raw.append(" ")
    moved.append(len(raw))
    spans = tuple((moved[start], moved[end - 1] + 1, label) for start, end, label in example.spans if end > start)
    return Example("".join(raw), spans, example.source)
