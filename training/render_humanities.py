"""Works of the humanities in six languages, of our own words (render_humanities.toml): titles, people, cities."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from training.render_words import invented

TONGUES = {"it": 8, "fr": 6, "de": 5, "en": 6, "es": 2, "la": 2}  # how often a work is in a language
# How often words give way to made-up ones, so that the tagger learns where they stand.
_INVENTED = {"families": 0.45, "things": 0.25, "cities": 0.15, "journals": 0.25, "publishers": 0.3}


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    text = (Path(__file__).parent / "render_humanities.toml").read_text("utf-8")
    return {
        code: {name: values.split("|") for name, values in table.items()} for code, table in tomllib.loads(text).items()
    }


class Tongue:
    """The words of one language, drawn by dice."""

    def __init__(self, dice: random.Random, code: str) -> None:
        self.dice, self.code = dice, code

    def pick(self, name: str) -> str:
        drawn = self.dice.choice(_words()[self.code][name])
        if self.dice.random() < _INVENTED.get(name, 0):
            return invented(self.dice, "it" if self.code == "la" else self.code, drawn)
        return drawn

    def title(self) -> str:
        """A title, often with a subtitle or a second sentence."""
        pattern = self.pick("heads")
        roll = self.dice.random()
        if roll < 0.35:
            pattern += self.pick("subtitles")
        elif roll < 0.55:
            pattern += self.dice.choice([". ", ". ", ", ", ": "]) + self.pick("heads")
        makers: dict[str, Callable[[], str]] = {
            "s": lambda: self.pick("things"),
            "g": lambda: self.pick("genitives"),
            "c": lambda: re.split(r"[,/-]", self.pick("cities"))[0],
            "n": lambda: f"{self.pick('givens')} {self.pick('families')}",
            "t": lambda: self.pick("times"),
        }
        while match := re.search(r"\{(\w)\}", pattern):
            pattern = pattern[: match.start()] + makers[match[1]]() + pattern[match.end() :]
        title = _contracted(pattern)
        return title[0].upper() + title[1:]


_ARTICLE = re.compile(r"\b(?:di|a|su|de|à) (?:il|lo|la|i|gli|les?|el|l')(?:(?<=')|\b)")
_FORMS = {
    "di il": "del", "di lo": "dello", "di la": "della", "di i": "dei", "di gli": "degli", "di le": "delle",
    "di l'": "dell'", "a il": "al", "a la": "alla", "a i": "ai", "a gli": "agli", "a le": "alle", "a l'": "all'",
    "su il": "sul", "su la": "sulla", "su i": "sui", "su gli": "sugli", "su le": "sulle", "su l'": "sull'",
    "de le": "du", "de les": "des", "à le": "au", "à les": "aux", "de el": "del",
}  # fmt: skip


def _contracted(text: str) -> str:
    """ "Storia di il ducato" -> "Storia del ducato"."""
    return _ARTICLE.sub(lambda match: _FORMS.get(match[0], match[0]), text)
