"""BibTeX keys: family name, year and first content word of the title; stable, plain ASCII, unique in their list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from refcheck import patterns as re
from refcheck.language.fold import unaccented
from refcheck.language.lexicon import ROLES
from refcheck.model import Name, Reference

_WORD = re.compile(r"[a-z0-9]+")
_LONG_WORD = re.compile(r"[a-z0-9]{3,}")


def _plain(text: str) -> str:
    return unaccented(text).replace("'", "")


def make_key(people: Sequence[Name], year: int | None, title: str) -> str:
    """A key such as "berenz2018multimodal"; "reference" without name, year and title."""
    name = "".join(_WORD.findall(_plain(people[0].family or people[0].literal))[:2]) if people else ""
    words = (match[0] for match in _LONG_WORD.finditer(_plain(title)))
    word = next((word for word in words if ROLES.get(word) != "of"), "")
    return f"{name[:30]}{year or ''}{word[:20]}" or "reference"


class Keys:
    """Unique keys of one list: the second equal key gets "-b", the third "-c", ... then "-27"."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._written: set[str] = set()  # exactly as written
        self._last: dict[str, int] = {}  # wanted key -> the last number given to it, from which to go on

    def unique(self, wanted: str, *, given: bool = False) -> str:
        """``wanted``, or the next free variant. BibTeX itself takes "Smith2020" and "smith2020" for one key; a key that
        is given, by a .bib file, stays as it is where no other is written the same, as biber and pandoc have it."""
        if given and wanted not in self._written:
            self._written.add(wanted)
            self._used.add(wanted.lower())
            return wanted
        key, number = wanted, self._last.get(wanted.lower(), 1)
        while key.lower() in self._used:
            number += 1
            key = f"{wanted}-{chr(96 + number) if number <= 26 else number}"
        self._last[wanted.lower()] = number
        self._used.add(key.lower())
        self._written.add(key)
        return key


def with_keys(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The same references, each with a unique key; keys from a .bib file are kept if possible."""
    keys = Keys()
    out = []
    for reference in references:
        people, title = reference.authors or reference.editors, reference.title or reference.container
        made = reference.key or make_key(people, reference.year, title)
        key = keys.unique(made, given=bool(reference.key))
        out.append(replace(reference, key=key) if key != reference.key else reference)
    return tuple(out)
