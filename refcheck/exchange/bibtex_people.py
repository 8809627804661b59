"""The names in a BibTeX or biblatex field, however they are separated."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.exchange.bibtex_braces import AND, FULL, INITIALS_FIRST, is_person, lists_bared
from refcheck.exchange.bibtex_organisations import (
    FIRMS,
    INITIALS,
    WITH_ACRONYM,
    is_called,
    organisation_of,
    whole_organisations,
)
from refcheck.exchange.bibtex_particles import (
    DOTTED,
    all_turned_round,
    are_turned_initials,
    behind_given,
    given_first,
    turned_round,
)
from refcheck.language.latex import to_text, without_entities
from refcheck.language.lexicon import OTHERS
from refcheck.language.words import alternatives, every
from refcheck.model import Name
from refcheck.parsing.people.organisations import is_known
from refcheck.parsing.tagging.known_words import is_given_name


def people_of(value: str) -> tuple[tuple[Name, ...], bool, str]:
    """A BibTeX name list ("van der Kolk, B. A. and {WHO} and others") -> its names, whether it ends in "others", and
    the sign used in place of "and", or ""."""
    persons: list[str] = []
    et_al, sign = False, ""
    if _MARKS_OF.search(value):
        value = _FOOTNOTE_MARK.sub("", value)
    if first := _FIRST_AND.match(value):
        value = value[first.end() :]
    if "%" in value:
        value = _REMARK.sub(" ", value)
    if "\\" in value:
        value = _EMPHASIZED.sub(r"\1", _LETTER_APART.sub(r"{\1}", value))
    if "{" in value:
        value = lists_bared(value.replace("{,}", ","))
    parts = whole_organisations(_split_outside_braces(without_entities(value), AND))
    in_order = len(parts) > 1 and sum("," in part for part in parts) == 1  # the other names are "Ann Alder"
    for part in parts:
        part = (_ROLE.sub("", part) if "(" in part else part).strip(" \t\n,")
        if _OTHERS.fullmatch(part) or (not part[:1].isupper() and re.sub(r"[\W_]", "", part) in _OTHER_WORDS):
            et_al = et_al or bool(part)
            continue
        if part[:1] == "{" and part[-1:] == "}" and _ET_AL.search(part[1:-1]):  # "{J. Alder et al.}"
            part = part[1:-1]
        if part[-9:].rpartition(" ")[2].rpartition("~")[2].strip(".,;").lower() in _LAST_WORDS and (
            cut := _ET_AL.search(part)
        ):
            et_al, part = True, part[: cut.start()].strip(" \t\n,;")
        if not part.isascii() and (cut := _RUN_ON.search(part)):
            et_al, part = True, part[: cut.start()]
        for person, found in _apart(part, in_order):
            sign = sign or found
            if person:
                persons.append(person)
    bare = [person for person in persons if "," not in person]
    if bare and len(persons) > 1 and all(map(_VANCOUVER.fullmatch, bare)):
        # "Alder A": in one name alone that may be a given name
        persons = [person if "," in person else ", ".join(person.rsplit(None, 1)) for person in persons]
    if len(persons) > 1 and all_turned_round(persons):
        persons = [", ".join(reversed(person.split(", "))) for person in persons]
    people = map(_read_person, persons)
    return tuple(name for name in people if name.family or name.literal), et_al, sign


# What stands behind a name on a title page, and the number by which DBLP tells namesakes apart.
_MARKS_OF = re.compile(r"[$*†‡]|\\(?:text|dd?ag)|\d\d\d\d|[a-z]\d")
_FOOTNOTE_MARK = re.compile(
    r"\\textsuperscript\s?\{[^{}]{0,40}\}|\$\s?\^\s?(?:\{[^{}]{0,40}\}|\\?\w+|\*)\s?\$|\s\d{4}(?=\s+and\s|\s*$)"
    r"|(?<=[a-zß-ÿ]{2})[1-9](?=\s+and\s|,\s|\s*$)|(?<=\w)\s?(?:[*†‡]|\\\*|\\d?dag(?![a-z])(?:\{\})?)+(?=[\s,}]|\Z)"
)
_ROLES = alternatives([*every("parts", "editors"), *every("parts", "makers"), *every("parts", "translators")])
_ROLE = re.compile(rf"\(\s?(?:{_ROLES})\.?\s?\)", re.IGNORECASE)  # "Birch, Bo (Eds.)"
_ASIDE = re.compile(r"(?<!\s)\s{1,9}\([^(){}]{1,60}\)\Z")  # "Nicoletta Calzolari (Conference Chair)"
_REMARK = re.compile(r"(?<!\\)%[^\n]{0,200}\n")  # TeX's
_FIRST_AND = re.compile(r"\s*and\s+(?=\S)", re.IGNORECASE)
_OTHERS = re.compile(r"\{?(?:others|(?:et\.?|\\?&) al\.?|al\.?,? ?(?:\\?&)?)\}?", re.IGNORECASE)
_OTHER_LISTS = [words for words in OTHERS if "#" not in words]
_OTHER_WORDS = frozenset(
    re.sub(r"\W", "", words.lower()) for said in _OTHER_LISTS for words in (said, said.partition(" ")[2] or said)
)
# The blank that ends the name of a letter: "\O yvind H\aa land"
_LETTER_APART = re.compile(r"(\\(?:[oOlLij]|aa|AA|ae|AE|oe|OE|ss))\s+(?=[a-zà-ÿ])(?!and\s)")
# One's own name in bold, "et al." in italics.
_EMPHASIZED = re.compile(
    r"(?:\\(?:text(?:bf|it|sc)|emph|underline)\s?\{|\{\s?\\(?:bf|em|it|sc|sl)\s)\s?((?:[^{}]|\{[^{}]{0,9}\}){3,80}?)\s?\}"
)
_VANCOUVER = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]['’\w-]{0,30}(?: [^\W\d_][\w'’-]{1,30}){0,2} [A-Z]{1,3}")
_DEGREES = "|".join(word.replace(".", r"\.?\s?") for word in every("names", "behind_names"))
_DEGREE = re.compile(rf"(?:{_DEGREES})\.?", re.IGNORECASE)
_TWO_INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2}")
_ET_AL = re.compile(
    r"(?:^|[,;]|(?<!\s)\s)\s*(?:(?i:(?:et\.?|\\?&)(?:\s+|\s?~\s?)al\.?|,\s*others)"
    rf"|(?:{alternatives(words.rstrip('.') for words in _OTHER_LISTS)})\.?|\.\.\.|…|\\l?dots)\s*$"
)
_RUN_ON = re.compile(rf"(?<=[\u3005-\u9fff])[，、,]?\s?(?:{alternatives(every('names', 'run_on_others'))})\Z")
# A quick test: what those lists end in, as far as nine characters hold it.
_LAST_WORDS = frozenset(words[-9:].rpartition(" ")[2].strip(".") for words in _OTHER_LISTS) | {"", "al", "others", "…"}
_LAST_WORDS |= {words.replace(" ", "").strip(".") for words in _OTHER_LISTS if words[-1] == "."}  # "u.a."
_LAST_WORDS |= {"dots", "ldots", "\\dots", "\\ldots"}
_SEMICOLON, _COMMA, _BLANK = re.compile(r";"), re.compile(r","), re.compile(r"\s+")
_BLANK_OR_TIE = re.compile(r"(?:\s|(?<!\\)~)+")
_LEADING_SIGN = re.compile(r"^(?:\{\\&\}|\\?&)\s*")  # "Alder, A., {\&} Birch, B."
_AMPERSAND = re.compile(r"\s\\?&\s")
_FAMILIES = re.compile(r"([^\W\d_a-z][^\W\d_]{2,20})\s(?:\{\\&\}|\\?&)\s([^\W\d_a-z][^\W\d_]{2,20})")
_INITIALS_LAST = re.compile(r"[^\W\d_][\w'’-]+(?: [\w'’-]{2,30}){0,2} (?:[^\W\d_a-z]\.[\s-]?){1,4}")
_GLUED = re.compile(r"((?:[^\W\d_a-z]\.-?){1,4})([^\W\d_a-z][^\W\d_.]+)")  # "C.D.Birch"
_SUFFIXES = alternatives(every("names", "suffixes"))
_SUFFIX = re.compile(
    rf"\{{?(?:{_SUFFIXES}|i{{1,3}}|{_DEGREES})\.?\}}?",
    re.IGNORECASE,
)


def _apart(part: str, in_order: bool = False) -> list[tuple[str, str]]:
    """(name, sign) of one name, or of several separated by ";", "," or "&" instead of "and".

    in_order: the names around it have no comma, so that its comma stands between two names: "Ann Alder, Bo Birch".
    """
    if ";" in part:
        pieces = [piece.strip(" \t\n,") for piece in _split_outside_braces(part, _SEMICOLON)]
        if len([piece for piece in pieces if piece]) > 1:
            return [(piece, ";") for piece in pieces]
    joined = "\n" in part or (part.count(" ") > 2 and not _JOINTS.isdisjoint(part.split()))
    if joined and (names := _joined_otherwise(part, in_order)):
        return names
    if both := _FAMILIES.fullmatch(part) if "&" in part else None:  # "Haupt \& Kane"
        firm = is_called(part) or is_known(part.replace("\\", ""))
        return [(part, "")] if firm else [(both[1], "&"), (both[2], "&")]
    if "&" in part and "," in part:
        pieces = [piece.strip(" \t\n,") for piece in _split_outside_braces(part, _AMPERSAND)]
        if len(pieces) > 1 and all("," in piece for piece in pieces):
            return [(name, "&") for piece in pieces for name, _ in _apart(piece)]
    if part.count(",") and "=" not in part:
        pieces = [piece.strip() for piece in _split_outside_braces(part, _COMMA)]
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
                or all(map(_VANCOUVER.fullmatch, pieces))
                or (all(map(FULL.fullmatch, pieces)) and _are_two(pieces[0], pieces[1], in_order))
            )
        ):
            return [(piece, ",") for piece in pieces]
    return [(part, "")]


def _joined_otherwise(part: str, in_order: bool) -> list[tuple[str, str]]:
    """The names that a sign or a word of another language joins ("Juárez, Ana y Gil, Eva"), if all look like people's;
    in "Ortega y Gasset, José" the word is part of a name."""
    joint = _JOINT.search(part)
    pieces = _split_outside_braces(part, _JOINT)
    if joint is None or len(pieces) < 2:
        return []
    names = [name for piece in pieces for name, _ in _apart(piece.strip(" \t\n,"), in_order)]
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


def _split_outside_braces(value: str, separator: re.Pattern[str]) -> list[str]:
    if "{" not in value:  # the plain methods are twice as fast
        if separator is _COMMA:
            return value.split(",")
        return value.split() if separator is _BLANK_OR_TIE and "~" not in value else separator.split(value)
    parts, start, depth, counted = [], 0, 0, 0
    for match in separator.finditer(value):
        depth += value.count("{", counted, match.start()) - value.count("}", counted, match.start())
        counted = match.start()
        if depth <= 0:
            parts.append(value[start : match.start()])
            start = match.end()
    parts.append(value[start:])
    return parts


# biblatex's extended name format: "family=Fontaine, given=Jean, prefix=de la".
_NAMED_PART = re.compile(r"\s{0,9}\"?(family|given|prefix|suffix)\s{0,9}=\s{0,9}(.{1,300}?)\"?", re.DOTALL)


def _without_suffix(parts: list[str]) -> tuple[list[str], str]:
    """The parts of a name between commas without a generation, a degree or a number that tells namesakes apart, and
    that; "" for none."""
    if len(parts) == 2 and _NO_FAMILY.fullmatch(parts[0]):  # "III, Hal Daumé" in PMLR, "0001, Mohamed Mohamed"
        return parts[1:], parts[0]
    if len(parts) > 1 and _DEGREE.fullmatch(parts[-1]) and not _are_initials(parts):  # "Ann Alder, MD"
        return parts[:-1], parts[-1]
    if len(parts) == 3 and _GENERATION.fullmatch(parts[2]):  # "Alder, Ann B., Jr"
        return parts[:2], parts[2]
    if len(parts) > 2 or (len(parts) > 1 and _GENERATION.fullmatch(parts[1])):
        return [parts[0], *parts[2:]], parts[1]
    return parts, ""


def _extended(text: str) -> Name | None:
    """A name in biblatex's extended format; None for any other."""
    named = [_NAMED_PART.fullmatch(part) for part in _split_outside_braces(text, _COMMA)]
    part = {match[1]: to_text(match[2]) for match in named if match}
    if not part.keys() & {"family", "given"}:
        return None
    if part.keys() == {"family", "given"} and (body := organisation_of([part["family"], part["given"]])):
        return Name(literal=body)
    return Name(*(part.get(name, "") for name in ("family", "given", "prefix", "suffix")))


def _read_person(text: str) -> Name:
    if "." in text and " " not in text and (glued := _GLUED.fullmatch(text)):
        return Name(glued[2], glued[1])
    if "=" in text:
        text = text[1:-1] if text[:1] == "{" and text[-1:] == "}" else text
        if extended := _extended(text):
            return extended
    if text.startswith("{") and (
        (_PERSON_IN_BRACES.fullmatch(text) and text[:-1].rpartition(" ")[2] not in FIRMS)
        or (text[-1] == "}" and "," in text and is_person(text[1:-1]))
    ):
        text = text[1:-1]
    elif text.startswith("{") and text.endswith("}") and len(_split_outside_braces(text, _BLANK)) == 1:
        inner = to_text(text)
        # One word in braces is a person's name; several are an organisation or a name that must not be split.
        return Name(literal=inner) if " " in inner else Name(family=inner)
    if text.endswith(")") and "," not in text and not WITH_ACRONYM.fullmatch(text):
        text = _ASIDE.sub("", text)
    pieces = _split_outside_braces(text, _COMMA)
    parts = [one for piece in pieces if (one := piece.strip()).strip("~")] or [""]  # ", Aristotle"
    twice = len(parts) == 2 and parts[0] == parts[1]
    if organisation := "" if twice or len(pieces) > len(parts) else organisation_of(parts):
        return Name(literal=organisation)
    person = len(parts) == 3 or (len(parts) == 2 and " " in parts[0] and not is_called(parts[0]))
    if person and " " in parts[-1] and is_called(parts[-1]):  # "Ann Alder, University of York"
        del parts[-1], pieces[-1]
    if len(parts) == 2 and (parts[0][-1] == "." or parts[0].isupper()) and are_turned_initials(*parts):
        parts.reverse()
    titled = len(parts) == 2 and len(parts[0]) < 7 and _TITLE.fullmatch(parts[0])  # "Phd, John Alder"
    if titled and " " in to_text(parts[1]):
        del parts[0], pieces[0]
    if len(parts) == 2 and " " in parts[0] and not twice and turned_round(*parts):
        parts = pieces = [" ".join(parts)]
    parts, suffix = _without_suffix(parts)
    if len(parts) == 1 and _WITH_STOP.search(parts[0]):
        parts = [parts[0][:-1]]
    first = _split_outside_braces(parts[0], _BLANK_OR_TIE)
    least = 2 if len(parts) == 1 and parts[0][-1:] in "IV" else 1  # "Philip II", but "Nobody Jr"
    if len(first) > least and _GENERATION.fullmatch(first[-1]):
        suffix = suffix or first[-1]
        first = first[:-1]
    given: list[str] = []
    if len(parts) > 1:
        given = _split_outside_braces(parts[-1], _BLANK_OR_TIE) if parts[-1][-1].islower() else [parts[-1]]
        first = [*behind_given(given, first[-1]), *first]
    elif len(pieces) == 1 or suffix:  # a name with a comma and nothing beside it is a family name
        given, first = given_first(first)
    end = 0
    while end < len(first) - 1 and first[end][:1].islower():
        end += 1
    family, particle = to_text(" ".join(first[end:])), to_text(" ".join(first[:end])) if end else ""
    said = to_text(" ".join(given))
    if not family:  # signs only
        family, said = said, ""
    elif said == f"{particle} {family}".strip() and _CAPITALIZED.fullmatch(family) and not is_given_name(family):
        # Google Scholar's "Intel, Intel"
        said = ""
    if "," in family and (both := _IN_BRACES.fullmatch(family)):
        family, suffix = both[1], both[2]
    return Name(family, said, particle, "" if suffix.isdecimal() else to_text(suffix))


# "{Birch, G.V.N.}", "{Birch G.}", "{G. Birch}"
_PERSON_IN_BRACES = re.compile(
    r"\{(?:[^\W\d_][\w'’-]+(?:, ?| )(?:[^\W\d_a-z]\.[ -]?){1,4}|(?:[^\W\d_a-z]\.[ -]?){1,4}[^\W\d_a-z][\w'’-]+)\}"
)


_IN_BRACES = re.compile(r"(.{2,60}), ?((?:[JS]r|I{2,3}|IV)\.?)")  # "J. E. {Archer, Jr.}"
_CAPITALIZED = re.compile(r"[^\W\d_a-z][^\W\d_]{2,30}")
_TITLE = re.compile(rf"(?:{_DEGREES}|{alternatives(every('names', 'degrees'))})\.?", re.IGNORECASE)
_NO_FAMILY = re.compile(r"(?:[JS]r|I{2,3}|IV|\d{4})\.?")
_GENERATION = re.compile(r"\{?(?:[JjSs]r|JR|SR)\.?\}?|\{?(?:I{2,3}|IV)\}?")  # what no initial is written like
_WITH_STOP = re.compile(r"\s[^\W\d_][^\W\d_A-Z]{3,30}\.\Z")  # the stop at the end of a list of names


def _are_initials(parts: list[str]) -> bool:
    """ "Alder, M. D.", "van Dyk, MD": behind a family name alone, what could be a degree are initials."""
    family = len(parts) == 2 and (" " not in parts[0] or parts[0][0].islower())
    return family and _TWO_INITIALS.fullmatch(parts[1]) is not None
