"""Splitting one person's name, whole or with its family name separate, into family, given, particle and suffix."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from refcheck import patterns as re
from refcheck.language.lexicon import LEADING_PARTICLES, OTHERS, PARTICLES
from refcheck.language.words import alternatives, every, subject
from refcheck.model import Name
from refcheck.parsing.people.organisations import is_acronym, is_organisation
from refcheck.parsing.tagging.known_words import codes, is_given_name

_FAMILY_PREFIXES = frozenset(every("names", "family_prefixes"))
_SHORT_GIVEN = frozenset(every("names", "short_given"))
_FAMILY_PARTS = frozenset(every("names", "family_parts"))
_SUFFIXES = frozenset(every("names", "suffixes"))
_GENERATIONS = every("names", "generations")
_JUNIOR = tuple(word for word in _GENERATIONS if word.isalpha() and not set(word) <= set("iv"))
_JUNIOR_LETTERS = tuple(map(str.upper, _JUNIOR))
_SUFFIX_AT_END = re.compile(rf"(?<![\s,])[\s,]+((?:{alternatives(_GENERATIONS)})\.?)$", re.IGNORECASE)
_INITIAL_AT_END = re.compile(r"\W?[^\W\d_]\.$")
_BEHIND_FAMILY = frozenset(every("names", "given"))
_SECOND_SYLLABLE = re.compile(r"(?<=[^\W\d_a-zß-öø-ÿ])\.?-[a-zß-öø-ÿ]{1,2}(?![^\W\d_])\.?")  # "Zhang Y-j", "Seo, M.-j."
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")  # "Kim Young-sam": a given name of two syllables
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-Z]{1,5}(?:-[A-Z]{1,2})?$)")
_BEHIND_INITIALS = alternatives(word.capitalize() for word in _GENERATIONS if not set(word) <= set("iv"))
_GLUED_SUFFIX = re.compile(rf"(?<=[a-zà-öø-ÿ])([A-Z]{{1,4}})({_BEHIND_INITIALS})\.?$")


def is_suffix(word: str) -> bool:
    """Whether a word stands behind names: "Jr.", "III", "Filho"."""
    return word.lower().removesuffix(".") in _SUFFIXES


def turned(first: str, second: str) -> int:
    """For two lower-case words of a name: 1 if the family name comes first, -1 if the given name does, 0 if unknown."""
    before, behind = codes(first)[0].upper(), codes(second)[0].upper()
    if second in _BEHIND_FAMILY and first not in _BEHIND_FAMILY:
        return 1  # "Csapó Benő"
    if not before and codes(second)[0] == "G" and len(first) > 3 and first.isalpha():
        return 1  # "Falus Iván"
    return 1 if before == "F" and behind == "G" else -1 if before == "G" != behind else 0


_IBERIAN = (words for code in ("es", "pt") for words in subject("names")[code].values())
_OF = alternatives({word for words in _IBERIAN for word in words if word in PARTICLES and word[0] == "d"})
_PARTICLED = re.compile(rf"[B-DF-HJ-NP-TV-Z](?:{_OF}|d[aeo])")  # PubMed: "Meneghim Mde C"


@lru_cache(maxsize=8192)
def is_initials(piece: str) -> bool:
    """Whether a piece consists of initials: "E. C.", "RT", "J.-P.", "Th."; short lower-case names do not count."""
    if piece.isalpha():
        return len(piece) < 5 and (piece.isupper() or _PARTICLED.fullmatch(piece) is not None)
    core = _with_one_initial(piece).replace(".", " ").replace("-", " ").split()
    if not core or len(core) > 6:
        return False
    dotted = "." in piece
    return all(
        (len(w) == 1 and w.isupper())
        or (len(w) <= 4 and w.isupper())
        or (len(w) <= 3 and dotted and w[0].isupper() and len(core) <= 4)
        or _PARTICLED.fullmatch(w)
        for w in core
    )


def _with_one_initial(piece: str) -> str:
    """A piece in which "Y.-j." is one initial."""
    return _SECOND_SYLLABLE.sub(".", piece) if "-" in piece else piece


def starts_with_initials(piece: str) -> bool:
    """ "D. J. Hansen": initials, then the family."""
    words = piece.replace(".", ". ").split()
    return len(words) > 1 and is_initials(words[0]) and len(words[0].strip(".")) <= 3 and not is_initials(words[-1])


def _is_tail(word: str) -> bool:
    """A particle behind the initials: "de" or "De", but not the initial "E."; "v." is short for von."""
    return word == "v." or (word.lower().strip(".") in PARTICLES and (word[0].islower() or len(word.strip(".")) > 1))


_IRISH, _JOINED = re.compile(r"(?<!\w)Ó (?=[A-ZÀ-Þ][a-zà-ÿ])"), "Ó\u2060"


def irish_joined(text: str) -> str:
    """Names with the Irish "Ó Gráda" in one, since "Ó" is read as an initial; ``irish_parted`` undoes that."""
    return _IRISH.sub(_JOINED, text) if "Ó " in text else text


def irish_parted(name: Name) -> Name:
    """A name that was read from an ``irish_joined`` list, as printed."""
    if _JOINED not in name.family + name.given + name.literal:
        return name
    family, given, literal = (part.replace(_JOINED, "Ó ") for part in (name.family, name.given, name.literal))
    return replace(name, family=family, given=given, literal=literal)


_SMALL_NAME = re.compile(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,}){0,2} (?P<initials>[^\W\d_]{1,2})")
_CUT_SHORT = frozenset(phrase.rstrip(".") for phrase in OTHERS)


def with_capital_initials(text: str) -> str:
    """A list in small letters throughout with its initials in capitals, which alone tell them from names and from what
    cuts a list short ("ym" in Finnish): "wang JT, kim YM, et al". Other lists as they are."""
    pieces = text.split(", ") if text.islower() else []
    found = []
    for piece in pieces:
        bare = piece.rstrip(".")
        match = None if bare in _CUT_SHORT else _SMALL_NAME.fullmatch(bare)
        if match is None and bare not in _CUT_SHORT:
            return text
        start = match.start("initials") if match else len(piece)
        found.append(piece[:start] + piece[start:].upper())
    return ", ".join(found) if len(found) > 1 else text


def has_trailing_particle(piece: str) -> bool:
    """ "B. van der", "BA van der": initials with the particle behind."""
    words = piece.split()
    while len(words) > 1 and _is_tail(words[-1]):
        words.pop()
    return len(words) < len(piece.split()) and is_initials(" ".join(words))


@lru_cache(maxsize=8192)
def is_whole(piece: str) -> bool:
    """Whether a piece has both family and given names: "J. Smith", "Smith JA", "HoffmanDC", "Kolk BA van der"."""
    words = _with_one_initial(piece).replace(".", ". ").split()
    if len(words) < 2:
        return piece[:1].isupper() and bool(_GLUED.search(piece) or _GLUED_SUFFIX.search(piece))  # but "mongoDB"
    if len(words) == 2 and words[1].strip(".").lower() in _JUNIOR and not _are_letters(piece):
        return False  # "COUTO JR., A. F."
    while len(words) > 2 and (_is_tail(words[-1]) or is_suffix(words[-1])):  # not the initial of "Vande Velde L"
        words.pop()
    behind = list(dropwhile(_is_tail, words))
    if len(behind) == 1 and words[0].islower():
        return False  # "de la O"
    if behind != words and all(len(word) > 2 for word in behind) and (piece.isupper() or not is_initials(words[-1])):
        return False  # "VON KROGH", "DE LA CROIX"
    return (is_initials(words[0]) and len(words[0].strip(".")) <= 3) or (
        is_initials(words[-1]) and not words[-1].islower() and not _all_upper_name(words)
    )


def _are_letters(piece: str) -> bool:
    """ "Landis JR": the initials J. R. behind a family that is not in capitals, not "junior"."""
    return piece.endswith(_JUNIOR_LETTERS) and not piece.isupper()


def _all_upper_name(words: list[str]) -> bool:
    """ "MARTÍN LOU": all capitals, so the last short word need not be initials."""
    return all(w.isupper() for w in words) and "." not in words[-1] and len(words[-1]) > 3


def with_family(family: str, given: str) -> Name:
    """ "van der Kolk" + "B. A."; "Kolk" + "B. A. van der"."""
    family_words, given_words = family.split(), given.split()
    particle: list[str] = []
    while (
        len(family_words) > 1
        and (family_words[0].lower() in LEADING_PARTICLES or family_words[0] == "v.")
        and (family_words[0].lower() not in _FAMILY_PARTS or particle)
    ):
        particle.append(family_words.pop(0))
    tail: list[str] = []
    while len(given_words) > 1 and _is_tail(given_words[-1]):
        tail.insert(0, given_words.pop().strip("."))
    suffix = ""
    if (
        len(given_words) > 1
        and is_suffix(given_words[-1])
        and not given_words[-1].isdigit()
        and len(given_words[-1]) > 1
    ):
        suffix = given_words.pop()
    if len(family_words) > 1 and is_suffix(family_words[-1]) and len(family_words[-1]) < 4:
        suffix = family_words.pop()
    return Name(" ".join(family_words).strip(" .,:"), " ".join(given_words), " ".join(particle or tail), suffix)


def _may_end_in_suffix(piece: str) -> bool:
    """A quick test, since few names do."""
    return piece.rstrip(".").lower().endswith(_GENERATIONS)


def undivided(printed: str) -> Name:
    """A name that a register or a program gives as one text, "Bessel van der Kolk", "Kolk, Bessel van der" or an
    organisation's."""
    bare = _trimmed(printed)
    family, _, given = (part.strip() for part in bare.partition(","))
    return with_family(family, given.replace(",", " ")) if given and not is_organisation(bare) else single(bare)


def single(piece: str) -> Name:
    """A name in one piece, of a person or of an organisation."""
    bare = _trimmed(piece)
    bare = _SUFFIX_AT_END.sub("", bare) if _may_end_in_suffix(bare) else bare
    return Name(literal=bare) if is_organisation(bare) else person(piece)


def _trimmed(piece: str) -> str:
    """``piece`` without the punctuation around it, but with the full stop of a final initial."""
    return piece.strip(" ,:;()[]" if piece[-1:] == "." and _INITIAL_AT_END.match(piece[-3:]) else " .,:;()[]")


def person(piece: str) -> Name:
    """A person's name in one piece, in either order; more than six words are an organisation's."""
    piece = _trimmed(piece)
    suffix = ""
    suffixed = _may_end_in_suffix(piece)
    if suffixed and (match := _SUFFIX_AT_END.search(piece)) and not _are_letters(piece):
        suffix, piece = match[1], piece[: match.start()]
    if is_acronym(piece) or len(piece.split()) > 6:
        return Name(literal=piece)
    if piece[-1:].isupper() and (piece[0].isupper() or " " in piece):
        piece = _GLUED.sub(" ", piece)
    elif suffixed and (match := _GLUED_SUFFIX.search(piece)):  # "MainousAG3rd"
        piece, suffix = f"{piece[: match.start()]} {match[1]}", match[2]
    words = piece.replace(" .", ".").replace(".", ". ").replace(". -", ".-").split()
    if not words:
        return Name()
    if len(words) == 1:
        return Name(words[0].strip("."), suffix=suffix)
    # Vancouver: the initials last, particles maybe behind them.
    tail = len(words)
    while tail > 2 and words[tail - 1].islower() and words[tail - 1] in PARTICLES:
        tail -= 1
    start = tail
    dotted = words[tail - 1].endswith(".")  # "LE GALL Y.": of the capitals only the dotted are initials
    while start > 1 and is_initials(words[start - 1]) and len(words[start - 1].rstrip(".")) <= 4:
        if dotted and not words[start - 1].endswith(".") and len(words[start - 1]) > 1:
            break
        start -= 1
    if not dotted and len(words[tail - 1]) > 2 and any(word.endswith(".") for word in words[start : tail - 1]):
        start = tail  # "Ronald R. PLEW": initials have full stops there
    if start < tail and (not _all_upper_name(words[:tail]) or len(words[tail - 1]) <= 3):
        letters = all(len(w.strip(".")) == 1 for w in words[start:tail])
        if (
            (dotted and start > 1 and words[start - 1].isupper())
            or (not is_initials(words[0]) and not _is_capital_family(words))
            or (
                letters and "." not in words[0] and len(words[0]) > 1  # "YAO A. C."
            )
        ):
            if start > 1 and dotted and (words[0].isupper() > words[1].isupper() or _is_turned(words[:start])):
                start = 1  # "BREMNER Robert H.", "Drucker Peter F."
            name = with_family(" ".join(words[:start]), " ".join(words[start:]))
            return replace(name, suffix=suffix) if suffix else name
    if len(words) == 2 and words[0].isupper() and 1 < len(words[0]) < 4 and _are_initials(*words):
        return Name(words[1].strip(".,"), words[0], suffix=suffix)  # "HLA Hart"
    # A family in capitals beside given names that are not: "GERST Detlef", "Detlef GERST".
    capital = [len(w) > 2 and w.isupper() and "." not in w for w in words]
    for i in range(len(words) - 2, -1, -1):  # "LE BRAS Hervé"
        capital[i] = capital[i] or (capital[i + 1] and words[i].isupper() and words[i].lower() in PARTICLES)
    if (
        any(capital)
        and not all(capital)
        and any(len(w) > 2 and not w.isupper() and w.lower() not in PARTICLES for w in words)
    ):
        family = " ".join(w for w, c in zip(words, capital, strict=True) if c)
        particles = [w for w in words if w.lower() in PARTICLES and w.islower()]
        given = " ".join(w for w, c in zip(words, capital, strict=True) if not c and w not in particles)
        return Name(family, given, " ".join(particles), suffix)
    return _direct(words, suffix)


def _is_turned(words: list[str]) -> bool:
    """Whether two words are a family name and a given name, each known only as such."""
    return len(words) == 2 and codes(words[0].lower())[0] != "G" == codes(words[1].lower())[0]


def _is_family(word: str) -> int:
    """How well a word is known as a family name: 2, 1 or 0."""
    return {"F": 2, "B": 2, "f": 1, "b": 1}.get(codes(word.lower())[0], 0)


def _are_initials(letters: str, word: str) -> bool:
    """Whether capitals before a word are initials rather than a family: "AV Dicey", "HLA Hart", but "LI Si"."""
    return word[1:].islower() and (not _is_family(letters) or _is_family(word) > _is_family(letters))


def _is_capital_family(words: list[str]) -> bool:
    """ "Tomáš KRÁL", "Jacques LE GOFF": a given name before a family in capitals that is too long for initials."""
    if len(words) == 3 and words[1].isupper() and words[1].lower() in PARTICLES:
        words = [words[0], words[2]]
    if len(words) != 2 or len(words[1]) < 3 or "." in words[1] or not is_given_name(words[0]):
        return False
    return len(words[1]) > 3 or _is_family(words[1]) > 0  # "César CLG"


def _direct(words: list[str], suffix: str) -> Name:
    """A name with given names first: the family name is the last word, or everything from the first particle on."""
    low = [word.lower() for word in words]
    last = len(words) - 1
    split = next((i for i in range(1, last) if low[i] in PARTICLES and words[i][0].islower()), last)
    if last == 1 and (turned(low[0], low[1]) > 0 or (_SYLLABLES.fullmatch(words[1]) and "-" not in words[0])):
        return Name(words[0], words[1], suffix=suffix)
    if split == last and low[0] in LEADING_PARTICLES:
        split = 0
    elif split == last > 1:
        capitals = words[-1].isupper() and len(words[-1]) > 2  # "H. DE PAGE"
        # Capitalised: "De Luca" holds a particle, "Al Hasan" a family name of two words.
        split = next(
            (i for i in range(1, last) if low[i] in LEADING_PARTICLES and (capitals or not is_initials(words[i]))), last
        )
        if split == last and low[-2].strip(".") in _FAMILY_PREFIXES:
            return Name(" ".join(words[-2:]).strip(".,"), " ".join(words[:-2]), suffix=suffix)
        first = next((i for i, word in enumerate(words) if not is_initials(word)), split)
        rest = words[first:]
        family = not any(word[0].islower() or word[-1] == "." or len(word) == 1 for word in rest)
        abbreviated = low[0].strip(".") in _SHORT_GIVEN
        if split == last and 0 < first < last and family and not abbreviated and not is_given_name(words[first]):
            split = first  # "R. Vinh Mau", "A. Elazari Bar On", but "M. Shawn Reichert"
    end = split
    while end < last and low[end] in PARTICLES:
        end += 1
    return Name(" ".join(words[end:]).strip(".,"), " ".join(words[:split]), " ".join(words[split:end]), suffix)
