"""The entry as printed, as a witness against the parser: is a registered value there, whatever was parsed?"""

from __future__ import annotations

import re
from functools import lru_cache

from refcheck.comparing.fold import MAX_TEXT, Word, plain, spelling, words

_LINKS = re.compile(
    r"https?://\S{1,500}|www\.\S{1,500}|(?:doi:?\s{0,2})?10\.\d{4,9}/\S{1,300}|\b(?:isbn|issn)[:\s]{0,3}[\dXx -]{8,20}",
    re.IGNORECASE,
)
_BIBTEX_KEY = re.compile(r"^\s{0,20}@\w{1,40}\s{0,5}[{(][^,\n]{0,200},")
_BOUNDARY = re.compile(r"[.:;?!,()\[\]\"“”„«»/|]|\s[-–—]+\s?|[–—]")
_CLOSING = re.compile(r"[.?!,\"“”„«»/|]")


@lru_cache(maxsize=4096)
def entry_text(raw: str) -> str:
    """The raw entry without markup, and with identifiers and links blanked: their digits are no year and no page.

    The key of a BibTeX block is a label, so it goes too.
    """
    raw = _BIBTEX_KEY.sub(" ", raw, count=1)
    return plain(_LINKS.sub(" ", raw[:MAX_TEXT]))


@lru_cache(maxsize=4096)
def _entry_keys(raw: str) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    found = words(entry_text(raw))
    return found, tuple(spelling(word.key) for word in found)


def prints(raw: str, text: str, *, bounded: bool = False, closed: bool = False) -> bool:
    """Whether the entry (its raw text) prints these words one after another, spelling and punctuation aside.

    bounded: they must also begin and end at punctuation, so that a title isn't found inside a longer one. closed: what
    follows them must end a title, so that no subtitle comes after.
    """
    wanted = tuple(spelling(word.key) for word in words(text))
    if not wanted:
        return False
    plain_entry = entry_text(raw)
    found, keys = _entry_keys(raw)
    for at in range(len(keys) - len(wanted) + 1):
        if keys[at] == wanted[0] and keys[at : at + len(wanted)] == wanted:
            end = at + len(wanted)
            last = _CLOSING if closed else _BOUNDARY
            if not bounded or (_open(plain_entry, found, at, _BOUNDARY) and _open(plain_entry, found, end, last)):
                return True
    return False


def _open(raw: str, found: tuple[Word, ...], at: int, boundary: re.Pattern[str]) -> bool:
    """Whether the entry has a boundary (punctuation, or its end) before its word number ``at``."""
    if at in (0, len(found)):
        return True
    return bool(boundary.search(raw[found[at - 1].end : found[at].start]))


def prints_letters(raw: str, text: str) -> bool:
    """Whether the entry prints these letters, wherever word breaks fall: finds names and words glued by a bad scan."""
    wanted = "".join(word.key for word in words(text))
    return len(wanted) >= 12 and wanted in _entry_letters(raw)


@lru_cache(maxsize=4096)
def _entry_letters(raw: str) -> str:
    return "".join(word.key for word in _entry_keys(raw)[0])


def numbers(raw: str) -> tuple[str, ...]:
    """The numbers and mixed codes the entry prints outside its identifiers, folded, in order: "451", "e11745"."""
    return tuple(word.key for word in _entry_keys(raw)[0] if any(c.isdigit() for c in word.key))
