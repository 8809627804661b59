"""The entry as printed, to check the parser: is a registered value there, whatever was parsed?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.fuzz import partial_ratio

from refcheck import patterns as re
from refcheck.comparing.remembered import remembered
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.fold import MAX_TEXT, Word, between, keys, plain, spelling, spelt
from refcheck.language.words import every
from refcheck.model import Markup, Reference

FURNITURE = frozenset(every("compare", "furniture"))
"""Words of a reference that no record needs to explain."""
_LINKS = re.compile(
    rf"https?://\S{{1,500}}|www\.\S{{1,500}}|(?:doi:?\s{{0,2}})?{DOI_PREFIX}\S{{1,300}}"
    r"|\b(?:isbn|issn)[:\s]{0,3}[\dXx -]{8,20}",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<![0-9])[0-9]{1,4}(?: [0-9]{1,4}){1,3}(?![0-9])")
NEARLY = 85
"""Per cent of a value's letters from which it may be printed in bad letters."""
_BIBTEX_KEY = re.compile(r"^\s{0,20}@\w{1,40}\s{0,5}[{(][^,\n]{0,200},")
_BOUNDARY = re.compile(r"[.:;?!,()\[\]\"“”„«»/|]|\s[-–—]+\s?|[–—]")
_CLOSING = re.compile(r"[.?!,\"“”„«»/|]")


@lru_cache(maxsize=4096)
def entry_text(raw: str) -> str:
    """The raw entry without markup, identifiers and links, whose digits are neither years nor pages.

    The key of a BibTeX block, a mere label, is removed too.
    """
    raw = _BIBTEX_KEY.sub(" ", raw, count=1) if "@" in raw else raw
    return plain(_unlinked(raw[:MAX_TEXT]))


def _unlinked(text: str) -> str:
    """A text without identifiers and links. Most have none, which a look for what each has shows at once."""
    low = text.casefold()
    linked = "://" in low or "10." in low or "www." in low or "sbn" in low or "ssn" in low
    return _LINKS.sub(" ", text) if linked else text


def is_typed(reference: Reference) -> bool:
    """Whether the entry was written for readers, so that its text is the only evidence; BibTeX and CSL items have
    separate fields."""
    return bool(reference.raw) and (reference.entry is None or reference.entry.markup == Markup.TEXT)


def witness(reference: Reference) -> str:
    """The text that shows what an entry prints of a work: the raw string of a typed entry, which the parser may have
    misread; the printed fields of a BibTeX or CSL item, which exclude abstract, notes, files and keywords."""
    return reference.raw if is_typed(reference) else _fields(reference)


_LABEL = re.compile(r"\W{0,3}(?:\[\w{1,12}\]|\(\d{1,4}\)|\d{1,3}[.)])\s*")


def unlabelled(text: str) -> str:
    """An entry without the number or key before it."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


@remembered
def _fields(reference: Reference) -> str:
    people = reference.authors or reference.editors
    pages = reference.pages.replace("--", "-")
    parts = (
        ", ".join(map(str, people)),
        str(reference.year or ""),
        reference.title,
        reference.translated_title,
        ", ".join(map(str, reference.editors)) if reference.authors else "",
        reference.container,
        reference.series,
        reference.volume,
        f"({reference.issue})" if reference.issue else "",
        pages,
        reference.edition,
        reference.publisher,
        reference.place,
    )
    return ". ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def letters_of(raw: str) -> str:
    """The letters that an entry prints, run together."""
    return "".join(map(spelling, keys(entry_text(raw))))


@lru_cache(maxsize=4096)
def _gaps(raw: str) -> Mapping[int, str]:
    """What an entry prints before each word and behind the last, by the place in its letters; a stop at both ends."""
    text = entry_text(raw)
    starts = accumulate([len(spelling(key)) for key in keys(text)], initial=0)
    return dict(zip(starts, [".", *between(text)[1:-1], "."], strict=False))


@lru_cache(maxsize=4096)
def run(text: str) -> str:
    """The words of a value run together."""
    return "".join(map(spelling, keys(_unlinked(text[:MAX_TEXT]))))


def prints(raw: str, text: str, *, bounded: bool = False, closed: bool = False) -> bool:
    """Whether the entry prints these words in a row, apart from spelling, spaces and punctuation.

    raw: the entry's text. bounded: they must begin and end at punctuation, so that a title isn't found inside a longer
    one. closed: whatever follows must end a title, so that no subtitle follows.
    """
    wanted, letters = run(text), letters_of(raw)
    ending = _CLOSING if closed else _BOUNDARY
    at = letters.find(wanted) if wanted else -1
    while at >= 0:
        before, behind = _gaps(raw).get(at), _gaps(raw).get(at + len(wanted))
        if before is not None and behind is not None:
            begun = not bounded or _BOUNDARY.search(before)
            if begun and (not (bounded or closed) or ending.search(behind)):
                return True
        at = letters.find(wanted, at + 1)
    return False


@lru_cache(maxsize=4096)
def _bad_numbers(raw: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Numbers that the entry prints broken up, as a bad scan has them ("3 7 41" is 3741), and those with letters."""
    broken = frozenset(part.replace(" ", "").lstrip("0") for part in _BROKEN.findall(entry_text(raw)))
    return broken, tuple(word for word in numbers(raw) if len(word) > 2 and not word.isdigit())


def smudged(raw: str, number: str) -> bool:
    """Whether the entry prints a number broken up or, if it has three or more digits, with letters for a third of them
    at most ("11T7" for 1167)."""
    broken, mixed = _bad_numbers(raw)
    if number in broken:
        return True
    wrong = ([a for a, b in zip(word, number, strict=True) if a != b] for word in mixed if len(word) == len(number))
    return any(len(letters) * 3 <= len(number) and all(map(str.isalpha, letters)) for letters in wrong)


def nearly(raw: str, text: str, *, least: int = 10) -> bool:
    """Whether the entry prints a value of ten letters, or as many as are the least, with some of them wrong."""
    letters, value = letters_of(raw), run(text)
    return least <= len(value) <= len(letters) and partial_ratio(value, letters) > NEARLY


def lacks(raw: str, found: Iterable[Word]) -> bool:
    """Whether any of these words with four or more letters is missing from the entry, whatever was parsed."""
    text = letters_of(raw)
    return any(len(word.key) > 3 and spelling(word.key) not in text for word in found)


def share(letters: str, text: str) -> float:
    """How much of a value stands among letters, 0..1 by its longer words."""
    longer = [word for word in spelt(text) if len(word) > 3 or not word.isascii()] or spelt(text)
    return sum([len(word) for word in longer if word in letters]) / max(1, sum(map(len, longer)))


@lru_cache(maxsize=4096)
def numbers(raw: str) -> tuple[str, ...]:
    """The numbers and mixed codes that the entry prints outside identifiers, folded, in order: "451", "e11745"."""
    return tuple(key for key in keys(entry_text(raw)) if any(c.isdigit() for c in key))
