"""Keys of personal names: family names with and without particles, initials, organisations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Indel

from refcheck import patterns as re
from refcheck.language.fold import fold, keys, plain, script
from refcheck.language.lexicon import ANY_PARTICLES
from refcheck.language.words import alternatives, every
from refcheck.model import Name

if TYPE_CHECKING:
    from nicknames import NickNamer

_PARTICLES = frozenset(map(fold, ANY_PARTICLES))
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[\s.\-‐‑–]+")
SUFFIXES = frozenset(every("compare", "suffixes"))
JOINTS = frozenset(every("compare", "joints"))
"""Words between names that a parser may take for one."""
_ORGANISATION = re.compile(rf"\b(?:{alternatives(every('compare', 'bodies'))})\b", re.IGNORECASE)
_BODY = re.compile(alternatives(every("compare", "groups")), re.IGNORECASE)
"""Family names in a list of bodies that was read as one of persons ("The CMS and LHCb Collaborations")."""
_NO_GIVEN = _PARTICLES | SUFFIXES
_NO_NAMES = _NO_GIVEN | JOINTS
_NOBODY = frozenset(map(fold, every("compare", "nobody")))
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)


def is_organisation(name: Name) -> bool:
    """Whether a name is an organisation's: it has an organisation's word, or four or more words and no given name.

    That includes an organisation split like a person ("Group, European Society of Cardiology Working").
    """
    if _BODY.fullmatch(name.family):
        return True
    if name.given:
        text = f"{name.given} {name.particle} {name.family}"
        return len(text.split()) >= 4 and len(set(_ORGANISATION.findall(text[:300]))) >= 2
    text = name.literal or name.family
    return bool(text) and (bool(_ORGANISATION.search(text[:300])) or len(text.split()) >= 4)


def is_nobody(name: Name) -> bool:
    """Whether a name means that there is none: "Anonymous", "NA", "&NA;", a lone initial ("C.")."""
    if name.given and len(name.family) > 1 and name.family.isalpha():
        return False
    text = plain((name.literal or name.family).replace("&NA;", "NA"))
    alone = not name.given and (fold(text).strip(" .[]-") in _NOBODY or not any(map(str.isalnum, text)))
    return alone or (text.isascii() and not any(len(word) > 1 for word in keys(str(name))))


def is_spelt_out(family: str) -> bool:
    """Whether a family name is a word, or two with a hyphen: no initials, particles or signs."""
    return len(family) > 1 and (family.isalpha() or family.replace("-", "").isalpha())


def display(name: Name) -> str:
    """A name as an editor would write it: "van der Kolk, B."."""
    return plain(str(name))


def name_words(name: Name) -> frozenset[str]:
    """The folded words of a name that have two or more letters, without particles and suffixes, unless the name has
    only those ("Le, A.")."""
    return words_of(name.family, name.given, name.particle, name.literal)


@lru_cache(maxsize=4096)  # by its parts, whose hash is quicker than a name's
def words_of(family: str, given: str = "", particle: str = "", literal: str = "") -> frozenset[str]:
    """``name_words`` of a name by its parts, or of one part alone."""
    text = f"{literal} {particle} {family} {given}"
    found = frozenset([word for word in _keys(text) if len(word) > 1 and word not in _NO_NAMES])
    if found or not given or family.islower():
        return found
    return frozenset([word for word in _keys(family) if len(word) > 1 and word in _PARTICLES])


_keys = keys.__wrapped__  # what is made of names is remembered here


def forms(text: str) -> frozenset[str]:
    """A name run together and folded, with umlauts dropped and with umlauts spelt out: "muller", "mueller"."""
    return frozenset("".join(keys(form)) for form in {text, plain(text).translate(_UMLAUTS)}) - {""}


_SLAVIC = tuple(
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"^t(?=s?ch)|(?<=[aeiou])t(?=s?ch[aeiou])", ""),
        (r"kh", "h"),
        (r"zh", "z"),
        (r"(?<=[bdhklmnprstvz])(?:iy|ij|ii|yi|yj|y|j)$", "i"),
        (r"(?<=[a-z])[jy](?=[aeou])", "i"),
    )
)


def _slavic(family: str) -> str:
    """A Slavic family name reduced to one Latin spelling: "tchaikovsky", "chaikovskii" -> "chaikovski"."""
    for pattern, spelt in _SLAVIC:
        family = pattern.sub(spelt, family)
    return family


_CARONS = str.maketrans({"č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "j": "y", "c": "ts"})


def _without_carons(family: str) -> str:
    """The usual spelling of a name in scholarly transliteration: "Chruščev" -> "khrushchev"; "" without carons."""
    low = family.lower()
    return low.replace("ch", "kh").translate(_CARONS) if any(letter in low for letter in "čšž") else ""


@lru_cache(maxsize=4096)
def family_keys(name: Name) -> frozenset[str]:
    """The keys of a family name: with and without particle, each half of a double name, letters only.

    For a literal name: its last word (if given names come first) and its first (if the family name does).
    """
    if not any(map(str.isalpha, name.family)):
        text, comma, _ = (name.literal or name.given).partition(",")
        parts = [word for word in plain(text).split() if len(word) > 2 and fold(word) not in SUFFIXES]
        if not comma and len(parts) > 1:
            return forms(parts[0]) | forms(parts[-1]) | forms(text)
        return forms(text)
    base = [part for part in _PARTS.split(plain(name.family)) if part]
    base = [part for part in base if fold(part) not in SUFFIXES] or base
    bare = [part for part in base if fold(part) not in _PARTICLES] or base
    found = forms("".join(base)) | forms("".join(bare)) | forms(name.particle + name.family)
    if len(bare) > 1:
        found |= {form for part in bare if len(part) > 2 for form in forms(part)}
    found |= forms(_without_carons("".join(base)))
    return found | {_slavic(form) for form in found if form.isascii()}


def same_family(ours: Name, theirs: Name) -> bool:
    """Whether two names may be one person's by family name, whichever part the registrant took for it, or one
    organisation's: one says no other words than the other."""
    if is_organisation(ours) and is_organisation(theirs):
        mine, other = name_words(ours), name_words(theirs)
        return mine <= other or other <= mine
    if family_keys(ours) & family_keys(theirs) or _cut_short(ours, theirs):
        return True
    mine, other = name_words(ours), name_words(theirs)
    if not mine or not other:
        return False
    # family and given swapped, or the whole name in one field: every full word of the shorter is in the longer
    small, large = sorted((mine, other), key=len)
    if small <= large and max(map(len, small)) > 3:
        return True
    if ours.family.isupper() and len(ours.family) <= 6 and family_keys(Name(family=ours.given)) & family_keys(theirs):
        return True  # "Pathirage LPMMK": initials taken for the family name
    family = words_of(ours.family or ours.literal)
    return bool(family & words_of(theirs.given)) and other >= family


def _cut_short(ours: Name, theirs: Name) -> bool:
    """Whether one family name is the beginning of the other, even a mere particle, and the given names fit: "Santa, F."
    for "Santa Cruz, Francisco", "Vanden" for "Van den Broeck"."""
    short, long = sorted((keys(f"{name.particle} {name.family}") for name in (ours, theirs)), key=len)
    beginnings = {"".join(long[:end]) for end in range(1, len(long))}
    return "".join(short) in beginnings and _given_names_fit(ours, theirs)


def misspelt(ours: Name, theirs: Name) -> bool:
    """Whether two family names differ by a slip: one letter, or two of a long name, or a doubtful transliteration."""
    for mine in family_keys(ours):
        for other in family_keys(theirs):
            longer = max(len(mine), len(other))
            if min(len(mine), len(other)) < 3 or longer < 4:
                continue
            distance = OSA.distance(mine, other)
            if distance <= (1 if longer < 7 else 2) and not (longer < 5 and mine[0] != other[0]):
                return True
    return False


def given_fits(ours: Name, theirs: Name) -> bool:
    """Whether the given names may be one person's: each in the shorter list is a form of one in the longer.

    In any order. A form is an initial, an abbreviation, a beginning ("Alex"), a pet name ("Bill" for William), or the
    same name in another transliteration ("Yuliya", "Julia") or with a slip. "" fits everything, as do initials that
    transliterations interchange.
    """
    if _given_names_fit(ours, theirs):
        return True
    if not family_keys(ours) & family_keys(theirs) or words_of(theirs.given) & words_of(ours.family):
        return True  # one side's family name is the other's given name
    if fold(ours.given) in _PARTICLES or fold(theirs.given) in _PARTICLES:
        return True  # the particle was taken for one
    return "…" in f"{ours.given}{ours.family}" or bool(  # names were left out, or a family name of two words was split
        words_of(ours.given) & words_of(theirs.family)
    )


def _given_names_fit(ours: Name, theirs: Name) -> bool:
    """``given_fits`` for two names whose family and given parts are not confused."""
    return (
        _one_by_one(_given(ours.given), _given(theirs.given))
        or script(ours.given) != script(theirs.given)
        or _sound("".join(keys(ours.given))) == _sound("".join(keys(theirs.given)))
    )


def _one_by_one(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each of the fewer given names is a form of another of the more."""
    fewer, more = sorted((ours, theirs), key=len)
    left = list(more)
    for name in fewer:
        fit = next((other for other in left if _one_given(name, other)), None)
        if fit is None:
            return False
        left.remove(fit)
    return True


@lru_cache(maxsize=4096)
def _given(text: str) -> tuple[str, ...]:
    """The given names folded, initials as single letters: "Jean-Paul B." -> jean, paul, b; "ME" -> m, e."""
    out: list[str] = []
    for part in _LETTERS.findall(plain(text)):
        folded = fold(part)
        if folded in _NO_GIVEN and len(folded) > 1 and not part.isupper():  # "Smith, A., Jr." in BibTeX
            continue
        # run-together initials are at most three capitals that do not look like a word
        out += folded if part.isupper() and len(part) <= 3 else [folded]
    return tuple(out)


def _one_given(one: str, other: str) -> bool:
    """Whether two given names or initials may be one person's."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short == long[0] or any({short, long[0]} <= letters for letters in _INTERCHANGED)
    mine, theirs = _sound(short), _sound(long)
    if theirs.startswith(mine) or Indel.normalized_similarity(mine, theirs) >= ONE_GIVEN:
        return True
    if len(short) <= 3 and short[0] == long[0] and not _syllable(short):  # "Wm", "Thos"
        return True
    return _pet_name(short, long)


ONE_GIVEN = 0.7
"""Similarity of the sounds of two given names from which they may be one, spelt by two systems or with a slip."""
_LETTERS_TEXT = "eo bvw bp ckq cz ct tz ch hk dt dj dz eijy fp ft gh gj gk jz hx jx uw"
_INTERCHANGED = tuple(map(frozenset, _LETTERS_TEXT.split()))
"""Initials that transliterations, or the forms of a name in several languages, have for one: Yuri is Iurii and Jurij,
Xiao is Hsiao, Vasiliy is Basil, Feodor is Theodor."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|tsch|tsh|sch|sh|zh|ch|cz|dzh|dj", "s"),
        (r"ph|v|w", "f"),
        (r"kh|ck|q|c(?=[aou]|[^eiyh]|$)|h(?=[^aeiou]|$)", "k"),
        (r"x", "ks"),
        (r"ts|tz|z|c", "s"),
        (r"^[jy](?=[eaou])|^i(?=e)", "i"),
        (r"^ie|^e", "e"),
        (r"y|j", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def _sound(given: str) -> str:
    """A folded given name with the letters that transliterations spell differently reduced to one spelling."""
    for pattern, sound in _SOUNDS:
        given = pattern.sub(sound, given)
    return given


def _syllable(text: str) -> bool:
    return any(vowel in text for vowel in "aeiouy")


@cache
def _namer() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()


def _pet_name(one: str, other: str) -> bool:
    """Whether one is short for the other, or both for a third, in English (data of the library nicknames)."""
    namer = _namer()
    mine, theirs = ({name, *namer.canonicals_of(name)} for name in (one, other))
    return bool(mine & theirs)
