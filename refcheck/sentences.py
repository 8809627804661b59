"""Sentences that can be translated: English text that remembers its template and the values in its gaps.

A ``Sentence`` is a ``str`` in English for everything that prints or stores it. The HTML page, which may be in another
language, looks up the template's translation and fills it with the same values, which may be sentences themselves.
Templates work like gettext's msgids: written out where they are used, translated in ``refcheck/data/messages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Value: TypeAlias = "str | int"


class Sentence(str):
    """``template`` with its named {gaps} filled with ``values``, which are themselves never read as templates.

    It compares, hashes and prints like the plain text; ``+``, ``strip`` and the like return a plain ``str``.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value]) -> Sentence:
        """The template with its gaps filled. Raises KeyError when a gap has no value."""
        self = super().__new__(cls, template.format(**values))
        self.template, self.values = template, values
        return self

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, Mapping[str, Value]]]:
        return Sentence, (self.template, self.values)


def say(template: str, **values: Value) -> Sentence:
    """The sentence, clause or word ``template`` with its gaps filled: ``say("The DOI {doi} leads nowhere.", doi=...)``.

    template: a literal, or a word from a closed list; each needs a translation in every file of ``data/messages``.
    """
    return Sentence(template, values)


def plural(n: int, one: str, other: str, **values: Value) -> Sentence:
    """``say`` with the singular template ``one`` or the plural ``other``; {n} stands for the number."""
    return Sentence(one if n == 1 else other, {"n": n, **values})


def joined(parts: Iterable[str], pair: str = "{first}, {rest}", last: str = "") -> str:
    """Parts as one text: "a, b, c"; ``last`` is the template for the last two: "a, b and c"."""
    items = list(parts)
    text = items.pop() if items else ""
    template = last or pair
    for item in reversed(items):
        text, template = say(template, first=item, rest=text), pair
    return text


def translated(text: str, templates: Mapping[str, str]) -> str:
    """``text`` in another language. templates: English template -> translation; without one, text stays English."""
    if not isinstance(text, Sentence):
        return text
    values = {k: translated(v, templates) if isinstance(v, str) else v for k, v in text.values.items()}
    return templates.get(text.template, text.template).format(**values)
