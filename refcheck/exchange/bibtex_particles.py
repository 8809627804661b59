"""Where the given names of a person in a BibTeX field end, and particle and family name begin."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.lexicon import LEADING_PARTICLES, PARTICLES
from refcheck.language.words import every, subject
from refcheck.parsing.tagging.known_words import is_given_name

DOTTED = re.compile(r"(?:[^\W\d_a-z]\.-?){1,4}")


def given_first(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names, and particle with family name: the particle is what is in lower case before the last word."""
    if all(map(_EAST_ASIAN.fullmatch, words)):
        return words[1:], words[:1]
    if len(words) > 2 and words[-1].lower() in _BEHIND_FAMILY:  # "Roberto Silva Filho"
        given, family = given_first(words[:-1])
        return given, [*family, words[-1]]
    if len(words) > 1 and DOTTED.fullmatch(words[-1]) and not DOTTED.fullmatch(words[0]):  # "van den Alder A. B."
        start = next(i for i, word in enumerate(words) if all(map(DOTTED.fullmatch, words[i:])))
        return words[start:], words[:start]
    if all(word[:1].islower() for word in words):
        return words[:-1], words[-1:]
    if len(words) > 2 and words[-1] in PARTICLES and words[-1].islower() and words[0][0].isupper():
        given = words[1:]  # SciELO: "Carvalho Eduardo Freese de"
        return given, [*behind_given(given), words[0]]
    last = next(
        (i for i, word in enumerate(words[:-1]) if word[:1].islower() and not _SMALL_INITIAL.fullmatch(word)), -1
    )
    last = len(words) - 1 if last < 0 else last
    if last > 1 and words[last - 1] in _CAPITALIZED:
        start = last - 1
        while start > 1 and words[start - 1] in _CAPITALIZED:
            start -= 1
        western = words[start] in _NO_GIVEN or _WESTERN.match(words[-1])
        if all(map(DOTTED.fullmatch, words[:start])) or (western and is_given_name(words[0])):
            last = start
    return words[:last], words[last:]


_SMALL_INITIAL = re.compile(r"[a-ce-su-y]\.(?<!v\.)")  # "Z. a. Alder"; "v.", "d.", "z." and "t." shorten particles
_BEHIND_FAMILY = frozenset(subject("names")["pt"]["suffixes"])
# Particles that many write with a capital: "E. Le Hot", "Robert De Niro". "Le" and "Di" may be given names of Asia, and
# "Van" may end them.
_CAPITALIZED = frozenset(
    word.capitalize() for word in LEADING_PARTICLES.difference(every("names", "seldom_capitals")) if word.isalpha()
)
_NO_GIVEN = _CAPITALIZED.difference(map(str.capitalize, every("names", "also_given")))
_SYLLABLES = re.compile(r"[^\W\d_]{0,3}?[aeiouyà-ÿ]{1,3}[^\Waeiouyà-ÿ]{1,4}[aeiouyà-ÿ]", re.IGNORECASE)
# No name of one syllable that a Chinese or a Vietnamese could have: "Maria", "Luis".
_WESTERN = re.compile(
    rf"{_SYLLABLES.pattern}|(?:[bcdfgkpvw][lr]|s[cklmnptvw]|kn|tw)|[^\W\d_]{{1,9}}(?:[bdfjklsvwxz]|(?!ng|[cn]h)[^\W\d_aeiouyà-ÿ]{{2}}"
    r"|(?:a[iou]|e[aiou]|o[iu])[^\W\d_aeiouyà-ÿ]{1,2})\Z",
    re.IGNORECASE,
)


_EAST_ASIAN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,6}")


def behind_given(given: list[str], family: str = "") -> list[str]:
    """The particles at the end of given names, which belong to the family name ("Berg, Jan van den"), taken off."""
    particles: list[str] = []
    if len(given) > 1 and given[-1] in ("El", "Al"):  # "Outa, Faten El"
        particles = [given.pop()]
    while len(given) > 1 and given[0][:1].isupper() and given[-1].replace("’", "'") in PARTICLES:
        particles = [given.pop(), *particles]
    start = len(given)
    if start < 2 or given[-1] not in _CAPITALIZED:
        return particles
    while start > 1 and given[start - 1] in _CAPITALIZED:
        start -= 1
    initials = all(len(name) == 1 or DOTTED.fullmatch(name) for name in given[:start])  # "Nitto, E Di"
    western = _WESTERN.match(family) is not None
    known = initials or (
        (western or given[start] in _NO_GIVEN) and (DOTTED.fullmatch(given[0]) or is_given_name(given[0]))
    )
    if known and (western or given[start:] not in (["Van"], ["Le"])):
        given[start:], particles = [], [*given[start:], *particles]
    return particles


def turned_round(first: str, second: str) -> bool:
    """Whether given names stand before the comma: "Helton Nonato, de Souza", "Gustavo Bediaga de, Oliveira"."""
    words, behind = first.split(), second.split()
    if len(words) < 2 or is_given_name(behind[-1]):
        return False
    in_front = len(behind) > 1 and behind[0] in PARTICLES and behind[-1][:1].isupper()
    return in_front or (words[-1] in PARTICLES and is_given_name(words[0]))


def all_turned_round(names: Sequence[str]) -> bool:
    """Whether given names stand before the commas of a list: "Cristina, Birch and Marco, Alder"; one alone tells
    nothing, since many given names are family names too."""
    pairs = [name.partition(", ")[::2] for name in names]
    families = all(
        name.isalpha() and not name.isupper() and not is_given_name(name) and name not in _TITLES for _, name in pairs
    )
    return families and 3 * sum(is_given_name(name) for name, _ in pairs) >= 2 * len(pairs)


_TITLES = frozenset(every("names", "degrees"))
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[\s~-]*){1,4}")


def are_turned_initials(first: str, second: str) -> bool:
    """ "N. A., Fonseca", "J C, Fonseca": initials stand before the comma, and the family name behind it."""
    if _INITIALS.fullmatch(first):
        return not _INITIALS.fullmatch(second)
    return (
        _LETTERS_APART.fullmatch(first) is not None and _FAMILY.match(second) is not None and not is_given_name(second)
    )


# No vowel alone, which may be a whole family name: "O, Min-jun", "U, Thant".
_LETTERS_APART = re.compile(r"(?:[B-DF-HJ-NP-TV-XZ]|[^\W\d_] [^\W\d_])(?: [^\W\d_])?")
_FAMILY = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2}")
