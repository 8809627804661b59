"""Names in a BibTeX field that something else than "and" joins: commas, semicolons, "&", words of other languages."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.exchange.bibtex_braces import COMMA, FULL, INITIALS_FIRST, split_outside_braces
from refcheck.exchange.bibtex_organisations import INITIALS, is_called
from refcheck.exchange.bibtex_particles import DOTTED
from refcheck.language.latex import to_text
from refcheck.language.words import alternatives, every
from refcheck.parsing.people.organisations import is_known
from refcheck.parsing.tagging.known_words import is_given_name

DEGREES = "|".join(word.replace(".", r"\.?\s?") for word in every("names", "behind_names"))
"""Degrees and orders behind names, as alternatives of a pattern."""
VANCOUVER = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]['’\w-]{0,30}(?: [^\W\d_][\w'’-]{1,30}){0,2} [A-Z]{1,3}")
_SEMICOLON = re.compile(r";")
_LEADING_SIGN = re.compile(r"^(?:\{\\&\}|\\?&)\s*")  # "Alder, A., {\&} Birch, B."
_AMPERSAND = re.compile(r"\s\\?&\s")
_FAMILIES = re.compile(r"([^\W\d_a-z][^\W\d_]{2,20})\s(?:\{\\&\}|\\?&)\s([^\W\d_a-z][^\W\d_]{2,20})")
_INITIALS_LAST = re.compile(r"[^\W\d_][\w'’-]+(?: [\w'’-]{2,30}){0,2} (?:[^\W\d_a-z]\.[\s-]?){1,4}")
_SUFFIXES = alternatives(every("names", "suffixes"))
_SUFFIX = re.compile(
    rf"\{{?(?:{_SUFFIXES}|i{{1,3}}|{DEGREES})\.?\}}?",
    re.IGNORECASE,
)


def apart(part: str, in_order: bool = False) -> list[tuple[str, str]]:
    """(name, sign) of one name, or of several separated by ";", "," or "&" instead of "and".

    in_order: the names around it have no comma, so that its comma stands between two names: "Ann Alder, Bo Birch".
    """
    if part > "\u2e80" and _EAST_ASIAN_LIST.fullmatch(part):
        names = _SIGNS.findall(part)
        return [(name, part[len(names[0])]) for name in names]
    if ";" in part:
        pieces = [piece.strip(" \t\n,") for piece in split_outside_braces(part, _SEMICOLON)]
        if len([piece for piece in pieces if piece]) > 1:
            return [(piece, ";") for piece in pieces]
    joined = "\n" in part or (part.count(" ") > 2 and not _JOINTS.isdisjoint(part.split()))
    if joined and (names := _joined_otherwise(part, in_order)):
        return names
    if both := _FAMILIES.fullmatch(part) if "&" in part else None:  # "Haupt \& Kane"
        firm = is_called(part) or is_known(part.replace("\\", ""))
        return [(part, "")] if firm else [(both[1], "&"), (both[2], "&")]
    if "&" in part and "," in part:
        pieces = [piece.strip(" \t\n,") for piece in split_outside_braces(part, _AMPERSAND)]
        if len(pieces) > 1 and all("," in piece for piece in pieces):
            return [(name, "&") for piece in pieces for name, _ in apart(piece)]
    if part.count(",") and "=" not in part:
        pieces = [piece.strip() for piece in split_outside_braces(part, COMMA)]
        pieces = [_LEADING_SIGN.sub("", piece) if "&" in piece else piece for piece in pieces if piece]
        single = sum(" " not in piece for piece in pieces)
        whole = not single or (single == 1 and len(pieces) > 4)  # "Ann Alder, Bo Birch, Cedar, Di Dogwood, Ed Elm"
        if len(pieces) > 3 or (len(pieces) == 3 and whole and not any(map(_SUFFIX.fullmatch, pieces))):
            if len(pieces) % 2 == 0 and all(map(INITIALS.fullmatch, pieces[1::2])):
                return [(f"{family}, {given}", ",") for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
            return [(piece, ",") for piece in pieces] if whole else [(part, ",")]
        if (
            len(pieces) == 2
            and not pieces[0].isalpha()
            and (  # a family name alone is the usual case
                all(map(INITIALS_FIRST.fullmatch, pieces))
                or all(map(_INITIALS_LAST.fullmatch, pieces))
                or all(map(VANCOUVER.fullmatch, pieces))
                or (all(map(FULL.fullmatch, pieces)) and _are_two(pieces[0], pieces[1], in_order))
            )
        ):
            return [(piece, ",") for piece in pieces]
    return [(part, "")]


# "谢昕、王小增", "김철수, 이영희": a comma of Latin lists may stand behind a family, but none has three syllables.
_EAST_ASIAN_LIST = re.compile(
    r"[\u3005\u3041-\u9fff\uac00-\ud7af]{2,6}(?:\s?[，、；]\s?[\u3005\u3041-\u9fff\uac00-\ud7af]{2,6}){1,99}"
    r"|[\uac00-\ud7af]{3}(?:,\s?[\uac00-\ud7af]{3}){1,99}"
)
_SIGNS = re.compile(r"[\u3005\u3041-\u9fff\uac00-\ud7af]+")


def _joined_otherwise(part: str, in_order: bool) -> list[tuple[str, str]]:
    """The names that a sign or a word of another language joins ("Juárez, Ana y Gil, Eva"), if all look like people's;
    in "Ortega y Gasset, José" the word is part of a name."""
    joint = _JOINT.search(part)
    pieces = split_outside_braces(part, _JOINT)
    if joint is None or len(pieces) < 2:
        return []
    names = [name for piece in pieces for name, _ in apart(piece.strip(" \t\n,"), in_order)]
    first = any(map(_is_given_first, names)) or all(map(_INITIALS_LAST.fullmatch, names))
    first = first or len(joint[0].strip()) > 2  # "und": no part of a name between capitals, as "y" may be
    people = first and all(map(_looks_personal, names))
    return [(name, joint[0].strip(" \\\n") or "\u21b5") for name in names] if people else []


_JOINTS = frozenset(["&", r"\&", "/", "|", "--", "–", *every("parts", "and")]) - {"and"}
_JOINT = re.compile(rf"\s(?:{alternatives(_JOINTS)})\s|\n")


def _looks_personal(name: str) -> bool:
    """Whether it has the form of one person's name: "Family, Given", or several words."""
    name = to_text(name)
    family, comma, given = name.partition(",")
    if comma:
        return 0 < len(family.split()) < 4 and given.strip()[:1].isupper() and "," not in given
    return 1 < len(name.split()) < 5 and name[0].isupper() and not is_called(name)


def _is_given_first(name: str) -> bool:
    """Whether it is written "Family, Given", or begins with a given name or an initial and ends in neither."""
    words = to_text(name).split()
    if "," in name:
        return not is_called(to_text(name))
    first = is_given_name(words[0]) or DOTTED.fullmatch(words[0]) is not None
    return first and len(words[-1]) > 1 and words[-1][-1] != "." and not is_given_name(words[-1])


def _are_two(first: str, second: str, in_order: bool) -> bool:
    """Whether a comma stands between two full names, and not behind a family name of several words ("García Lorca,
    Federico Ángel"): both begin with a given name and end in none, or with an initial before their last word.

    in_order: the names around have no comma; then the first word and the last decide.
    """
    if is_called(first) or is_called(second):
        return False
    if _INITIAL_WITHIN.search(first):  # "Edward L. Alder, Richard M. Ryan": no family name
        return True
    given = [is_given_name(name.split()[0]) or _INITIAL_WITHIN.search(name) is not None for name in (first, second)]
    family = [not is_given_name(name.split()[-1]) and name[-1] != "." for name in (first, second)]
    return (given[0] and family[1]) if in_order else (all(given) and all(family))


_INITIAL_WITHIN = re.compile(r"\s[^\W\d_a-z]\.\s[^\W\d_]{2}")  # "Otto R. R. Kozak"
