"""Whether a name is an organisation's: a known one, or one with words typical of organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from refcheck import patterns as re
from refcheck.language.words import alternatives, every

DATA = Path(__file__).parents[2] / "data" / "organisations.txt"

# Words typical of organisations; "*" stands for their beginning or end.
_ORGANISATIONS = every("parts", "organisations")
_CALLED = frozenset(word for word in _ORGANISATIONS if "*" not in word)
_STEMS = tuple(word[:-1] for word in _ORGANISATIONS if word.endswith("*"))
_ENDINGS = tuple(word[1:] for word in _ORGANISATIONS if word.startswith("*"))
_FIRST, _LAST = frozenset(stem[:3] for stem in _STEMS), frozenset(ending[-3:] for ending in _ENDINGS)
_SMALL = frozenset(every("compare", "small"))
_WORD = re.compile(r"[^\W\d_]{1,40}")
_ACRONYM = re.compile(r"[^\W\d_a-zß-öø-ÿ]{2,5}")
# Initials, "Family, Given", several people: what an organisation's name never holds.
_AND_WORD = alternatives(every("parts", "and"))
_PERSON = re.compile(
    rf"\b[^\W\d_]\.|(?<![^\W\d_])[^\W\d_]{{2,}},\s*[^\W\d_]+\s*(?:$|;|&|,\s*(?:&|(?:{_AND_WORD})\b))"
    r"|\b[A-Z]{1,3}\s*(?:,|$)|;"
)
_INITIALS = re.compile(r"\b[A-Z]{1,3}\s*(?:,|$)")
_BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{0,40}[)\]]?|\b[UE]\.\s?[SUK]\.")
_OPENED = frozenset("([.")
_AND = re.compile(rf"(\s(?:&|{_AND_WORD})\s)")
_AND_OR_COMMA = re.compile(rf"\s?(?:,\s(?:(?:&|{_AND_WORD})\s)?|\s(?:&|{_AND_WORD})\s)\s?")


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Names folded by ``_folded``, and words that no people's names hold (training/parsing_organisations.py)."""
    names, words = DATA.read_text("utf-8").splitlines()
    return frozenset(map(_folded, names.split("|"))), frozenset(words.split())


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.lower()))


def is_known(name: str) -> bool:
    """Whether it is an organisation in the list that comes with refcheck."""
    return _folded(name) in _known()[0]


def ends_known(word: str) -> bool:
    """Whether the name of a known organisation ends in this word; a quick test."""
    return word.lower() in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.rpartition(" ")[2] for name in _known()[0])


def begins_known(word: str) -> bool:
    """Whether the names of two known organisations or more begin with this word: "National", "European"."""
    return word.lower() in _first_words()


@cache
def _first_words() -> frozenset[str]:
    counted = Counter(name.partition(" ")[0] for name in _known()[0] if " " in name)
    return frozenset(word for word, count in counted.items() if count > 1)


def is_acronym(text: str) -> bool:
    """ "WHO", "OECD"."""
    return len(text) < 6 and text.isupper() and bool(_ACRONYM.fullmatch(text))


def is_called_organisation(words: Collection[str]) -> bool:
    """Whether any of these lower-case words is typical of organisations."""
    if not _CALLED.isdisjoint(words):
        return True
    for word in words:  # few begin or end so, which three letters show
        if word[-3:] in _LAST and len(word) > 5 and word.endswith(_ENDINGS):
            return True
        if word[:3] in _FIRST and len(word) > 5 and word.startswith(_STEMS):
            return True
    return False


def is_organisations_own(word: str) -> bool:
    """Whether a lower-case word begins or ends as no surname does, so not by a short ending ("Lovibond").

    >>> is_organisations_own("nationalbank"), is_organisations_own("lovibond")
    (True, False)
    """
    return word.endswith(_LONG_ENDINGS) or word.startswith(_LONG_STEMS)


_LONG_ENDINGS = tuple(ending for ending in _ENDINGS if len(ending) > 5)
_LONG_STEMS = tuple(stem for stem in _STEMS if len(stem) > 6)


def may_be_organisation(words: Sequence[str]) -> bool:
    """Whether a list of names with these lower-case words may include an organisation; a quick test, since most do
    not."""
    return is_called_organisation(words) or not _known()[1].isdisjoint(words)


def holds_their_word(words: Collection[str]) -> bool:
    """Whether any of these words as printed, but in capitals of their own, is one that organisations' names hold and
    people's do not: "Norges" in "Norges Bank", not "wa" in "Ngũgĩ wa Thiong'o"."""
    return not _known()[1].isdisjoint(word.lower() for word in words if word[0].isupper())


def is_organisation(text: str) -> bool:
    """Whether the whole text is one organisation: a known one, an acronym, or words that people are not called.

    >>> is_organisation("Human Rights Watch"), is_organisation("Jane Watch")
    (True, False)
    """
    if is_acronym(text):
        return True
    words = _WORD.findall(text.lower())
    names, theirs = _known()
    if " ".join(words) in names:
        return True
    if not may_be_organisation(words):
        return False
    bare = _BRACKETED.sub("", text) if not _OPENED.isdisjoint(text) else text
    head, comma, rest = bare.partition(",")
    people = "." in bare or ";" in bare or _INITIALS.search(rest)
    heads = _WORD.findall(head.lower()) if comma and not people else ()
    if len(heads) > 2 and is_called_organisation(heads):  # "Department of Health, Education and Welfare"
        return True
    if _PERSON.search(bare):  # but "Landesanstalt für Medien NRW"
        return len(words) > 3 and not {",", ";", "."} & set(bare) and is_called_organisation(words)
    if is_called_organisation(words):
        return True
    content = [word for word in words if word not in _SMALL]
    return len(content) > 1 and theirs.issuperset(content)


def organisations_in(text: str) -> list[str]:
    """The organisations in a text that names nothing else, each without its acronym in brackets; [] for other texts.

    >>> organisations_in("Gezondheidsraad en Raad voor Volksgezondheid")
    ['Gezondheidsraad', 'Raad voor Volksgezondheid']
    """
    if "," in text and len(listed := _listed(text)) > 1:
        return listed
    if not is_organisation(text):
        return []
    return [_tidied(text)] if is_known(text) else list(map(_tidied, _halves(text)))


def _halves(text: str) -> list[str]:
    """A text divided where "and" stands between two organisations, not within the name of one: "Department of
    Agriculture", "Department of Health and Human Services"."""
    first, *others = _AND.split(text)
    if "," in first.rstrip(",") or not _is_own(first):  # "Ministry of Housing, Towns and Parks"
        return [text]
    halves = [first]
    for joint, half in zip(others[::2], others[1::2], strict=True):
        if _is_own(half):
            halves.append(half)
        else:
            halves[-1] += joint + half
    return halves


def _is_own(half: str) -> bool:
    return is_known(half) or is_called_organisation(_WORD.findall(half.lower()))


def _listed(text: str) -> list[str]:
    """ "UNICEF, World Health Organization": known organisations of which one at least signs by letters; a department
    stands behind its ministry in full."""
    pieces = [piece.strip(" .") for piece in _AND_OR_COMMA.split(text)]
    short = [piece for piece in pieces if piece.isupper() and piece.isalpha() and 2 < len(piece) < 9]
    full = [piece for piece in pieces if _folded(piece) in _known()[0]] if short else []
    if not short or not full or not set(pieces) <= {*short, *full}:
        return []
    letters = {"".join(word[0] for word in piece.split() if word[0].isupper()) for piece in full}
    return [] if letters.intersection(short) else pieces


_STOPPED = re.compile(rf"\b(?:[A-Z]|{alternatives(every('names', 'firms'))})\.$")


def _tidied(name: str) -> str:
    """The name without the acronym in brackets after it and the full stop of the list."""
    bare = re.sub(r"\s?[(\[][^()\[\]]{1,40}[)\]]?$", "", name.strip()) or name
    return bare if _STOPPED.search(bare) else bare.rstrip(".")
