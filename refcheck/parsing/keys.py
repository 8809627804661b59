"""BibTeX keys: family name, year and first telling word of the title; stable, plain ASCII, unique in their list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Set
from dataclasses import replace

from refcheck.model import Reference
from refcheck.parsing.roles import ROLES

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "ı": "i",
    }
)
_WORD = re.compile(r"[a-z0-9]+")


def _plain(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("'", "").replace("’", "")
    return _WORD.findall(folded)


def make_key(reference: Reference) -> str:
    """A key such as "berenz2018multimodal"; a reference without name, year and title gives "reference"."""
    people = reference.authors or reference.editors
    name = "".join(_plain(people[0].family or people[0].literal)[:2]) if people else ""
    words = [w for w in _plain(reference.title or reference.container) if len(w) > 2 and ROLES.get(w) != "of"]
    year = str(reference.year) if reference.year else ""
    return f"{name[:30]}{year}{words[0][:20] if words else ''}" or "reference"


def with_keys(references: Iterable[Reference], taken: Set[str] = frozenset()) -> tuple[Reference, ...]:
    """The same references with keys that occur once: the second of a kind gets "-b", the third "-c", ... then "-27".

    A key that a reference already has (from a .bib file) is kept, unless an earlier one has it.
    """
    used = {key.lower() for key in taken}
    out = []
    for reference in references:
        base = reference.key or make_key(reference)
        key, number = base, 1
        while key.lower() in used:  # BibTeX itself takes "Smith2020" and "smith2020" for one key
            number += 1
            key = f"{base}-{chr(96 + number) if number <= 26 else number}"
        used.add(key.lower())
        out.append(replace(reference, key=key) if key != reference.key else reference)
    return tuple(out)
