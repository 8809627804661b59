"""The names in a BibTeX or biblatex field, however they are separated."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.exchange.bibtex_braces import (
    AND,
    BLANK_OR_TIE,
    COMMA,
    is_person,
    lists_bared,
    split_outside_braces,
)
from refcheck.exchange.bibtex_joints import DEGREES, VANCOUVER, apart
from refcheck.exchange.bibtex_organisations import (
    FIRMS,
    WITH_ACRONYM,
    is_called,
    organisation_of,
    whole_organisations,
)
from refcheck.exchange.bibtex_particles import (
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
    parts = whole_organisations(split_outside_braces(without_entities(value), AND))
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
        for person, found in apart(part, in_order):
            sign = sign or found
            if person:
                persons.append(person)
    bare = [person for person in persons if "," not in person]
    if bare and len(persons) > 1 and all(map(VANCOUVER.fullmatch, bare)):
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
_DEGREE = re.compile(rf"(?:{DEGREES})\.?", re.IGNORECASE)
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
_BLANK = re.compile(r"\s+")
_GLUED = re.compile(r"((?:[^\W\d_a-z]\.-?){1,4})([^\W\d_a-z][^\W\d_.]+)")  # "C.D.Birch"


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
    named = [_NAMED_PART.fullmatch(part) for part in split_outside_braces(text, COMMA)]
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
    elif text.startswith("{") and text.endswith("}") and len(split_outside_braces(text, _BLANK)) == 1:
        inner = to_text(text)
        # One word in braces is a person's name; several are an organisation or a name that must not be split.
        return Name(literal=inner) if " " in inner else Name(family=inner)
    if text.endswith(")") and "," not in text and not WITH_ACRONYM.fullmatch(text):
        text = _ASIDE.sub("", text)
    pieces = split_outside_braces(text, COMMA)
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
    first = split_outside_braces(parts[0], BLANK_OR_TIE)
    least = 2 if len(parts) == 1 and parts[0][-1:] in "IV" else 1  # "Philip II", but "Nobody Jr"
    if len(first) > least and _GENERATION.fullmatch(first[-1]):
        suffix = suffix or first[-1]
        first = first[:-1]
    given: list[str] = []
    if len(parts) > 1:
        given = split_outside_braces(parts[-1], BLANK_OR_TIE) if parts[-1][-1].islower() else [parts[-1]]
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
_TITLE = re.compile(rf"(?:{DEGREES}|{alternatives(every('names', 'degrees'))})\.?", re.IGNORECASE)
_NO_FAMILY = re.compile(r"(?:[JS]r|I{2,3}|IV|\d{4})\.?")
_GENERATION = re.compile(r"\{?(?:[JjSs]r|JR|SR)\.?\}?|\{?(?:I{2,3}|IV)\}?")  # what no initial is written like
_WITH_STOP = re.compile(r"\s[^\W\d_][^\W\d_A-Z]{3,30}\.\Z")  # the stop at the end of a list of names


def _are_initials(parts: list[str]) -> bool:
    """ "Alder, M. D.", "van Dyk, MD": behind a family name alone, what could be a degree are initials."""
    family = len(parts) == 2 and (" " not in parts[0] or parts[0][0].islower())
    return family and _TWO_INITIALS.fullmatch(parts[1]) is not None
