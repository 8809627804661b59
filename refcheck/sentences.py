"""Sentences that can be said in other languages: English text that remembers its template and what filled the gaps.

A ``Sentence`` is a ``str``, the English one, for everything that prints or stores it. What speaks another language (the
HTML page) looks the template up in that language and fills it with the same values, which may be sentences themselves.
Templates are gettext's msgids: written out where they are used, translated in ``refcheck/data/messages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Value: TypeAlias = "str | int"


class Sentence(str):
    """``template`` with its named {gaps} filled by ``values``. Values are never read as templates, whatever is in them.

    Equal to, hashed and written like the plain text; only ``+``, ``strip`` and the like give a plain ``str`` back.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value]) -> Sentence:
        """The template with its gaps filled; raises KeyError when a gap has no value."""
        self = super().__new__(cls, template.format(**values))
        self.template, self.values = template, values
        return self

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, Mapping[str, Value]]]:
        return Sentence, (self.template, self.values)


def say(template: str, **values: Value) -> Sentence:
    """The sentence, clause or word ``template`` with its gaps filled: ``say("The DOI {doi} leads nowhere.", doi=...)``.

    template: a literal, or a word of a closed list; each needs its line in every file of ``data/messages``.
    """
    return Sentence(template, values)


def plural(n: int, one: str, other: str, **values: Value) -> Sentence:
    """``say`` for ``n`` things, which the gap {n} tells."""
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
    """``text`` by the templates of another language (keyed by the English ones); what has none stays English."""
    if not isinstance(text, Sentence):
        return text
    values = {k: translated(v, templates) if isinstance(v, str) else v for k, v in text.values.items()}
    return templates.get(text.template, text.template).format(**values)
