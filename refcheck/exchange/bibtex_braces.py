"""Lists of people that stand in one pair of braces, as if they were one name; what stands outside of braces."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.exchange.bibtex_organisations import is_called
from refcheck.language.latex import to_text
from refcheck.language.lexicon import PARTICLES
from refcheck.language.words import alternatives
from refcheck.parsing.tagging.known_words import is_given_name

AND = re.compile(r"(?<!\s)\s+(?:and\s+)+", re.IGNORECASE)
COMMA = re.compile(r",")
BLANK_OR_TIE = re.compile(r"(?:\s|(?<!\\)~)+")
_PARTICLES = alternatives(particle for particle in PARTICLES if particle.isalpha())
FULL = re.compile(
    rf"[^\W\d_a-z][\w'’-]+\.?(?: (?:(?:{_PARTICLES}) ){{0,3}}[^\W\d_a-z](?:[\w'’-]+|\.(?:[A-Z]\.)?)){{1,3}}"
)
INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[\s~-]*){1,4}[^\W\d_](?:[^\W\d_]|['’-])+")


def lists_bared(value: str) -> str:
    """A field of names without the braces around several people."""
    if "}, " in value and "," in value.partition("}, ")[0]:
        value = _LIST_IN_FAMILY.sub(lambda found: f"{found[1]}, {found[2]}".replace(r"{\&}", "&"), value)
    if _ALL_IN_BRACES.fullmatch(value) and all(
        is_person(name) and not is_called(name) for name in AND.split(value[1:-1].strip())
    ):
        return value[1:-1]
    if "}, " in value and "&" in value:
        value = _PAIR_IN_FAMILY.sub(r"\1, \2 & \3, ", value)
    if value[:1] == "{" and _EACH.fullmatch(value):
        names = [name[1:-1] for name in AND.split(value)]
        if all(is_person(name) and "," not in name and not is_called(name) for name in names) and any(
            map(_INITIAL.search, names)
        ):
            return " and ".join(names)
    if ";" in value:
        value = _SEMICOLONS.sub(lambda found: found[0] if is_called(found[1]) else found[1], value)
    return _GROUP.sub(_bared, value) if "," in value else value


def is_person(name: str) -> bool:
    """Whether it is written "Ann Alder" or "A. Alder", "Alder, A." or "Alder, Ann"."""
    family, comma, given = name.partition(", ")
    if not comma:
        return FULL.fullmatch(name) is not None or INITIALS_FIRST.fullmatch(name) is not None
    if _CAPITALS.fullmatch(given):
        return True
    named = is_given_name(given.partition(" ")[0]) or _INITIAL.search(given) is not None
    return named and not is_called(family)


def _bared(group: re.Match[str]) -> str:
    """What is in the braces, if commas part the names of people there; else the group as it is."""
    names = [name for name in map(str.strip, to_text(group[1]).split(",")) if name]
    full = [name.split() for name in names if FULL.fullmatch(name) or INITIALS_FIRST.fullmatch(name)]
    given = sum(is_given_name(words[0]) or words[0][-1] == "." for words in full)
    if len(names) == 2:  # "{Ann Alder, Bo Birch}, Cy Cedar"; not "{García Lorca, Federico Ángel}"
        people = len(full) == 2 and is_given_name(full[1][0]) and not any(is_given_name(words[-1]) for words in full)
    else:
        people = len(full) > 2 and len(full) >= len(names) - 1 and given * 2 >= len(full)
    people = people and not any(map(is_called, names))
    return ", ".join(names) if people else group[0]


_CAPITALS = re.compile(r"(?:[^\W\d_a-zß-ÿ]\.?[ -]?){1,4}")
_ALL_IN_BRACES = re.compile(r"\{[^{}]{3,2000}\sand\s[^{}]{3,2000}\}")  # author = "{Ann Alder and Bo Birch}"
# A list that Mendeley took for one name: "{Rojas, R., Feyen, L. {\&} Watkiss}, P"
_LIST_IN_FAMILY = re.compile(
    r"\{((?:[^{}]|\{\\&\}){3,300}?,\s?(?:[A-Z]\.[ -]?){1,3}(?:[^{}]|\{\\&\}){3,300})\}, "
    r"((?:[A-Z]\.?[ -]?){1,3})(?=\s+and\s|\s*\Z)"
)
# "{Alder, Ann; Birch, Bo; Cedar}, Cy", "{Alder, A.; Birch, B.}"
_SEMICOLONS = re.compile(
    r"\{((?:[^{},;]{2,40}, ?[^\W\d_a-z][^{},;]{0,40};\s?){1,99}[^{};]{2,80})\}(?=, |\s+and\s|\s*\Z)"
)
_PART = r"((?:[^{}&,]|\{(?:[^{}&]|\{[^{}]{0,4}\}){0,9}\}){2,60})"
_PAIR_IN_FAMILY = re.compile(  # "{Alder, Ann {\&} Birch}, Bo"
    rf"\{{{_PART}, {_PART} (?:\{{\\&\}}|\\?&) {_PART}\}}, (?=[^\W\d_a-z])"
)
# "{Ann Alder, Bo Birch, Cy Cedar}, Di Dogwood", "{Ann Alder,Bo Birch,Cy Cedar}", maybe with accents
_EACH = re.compile(r"\{[^{}]{3,60}\}(?:\s+and\s+\{[^{}]{3,60}\}){1,99}")  # "{Ana B. Alder} and {Bruna Birch}"
_INITIAL = re.compile(r"\s[^\W\d_a-z]\.")
_GROUP = re.compile(r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,9}\}){0,12}\}){9,2000})\}")


def split_outside_braces(value: str, separator: re.Pattern[str]) -> list[str]:
    """A text divided at a separator, but not within braces."""
    if "{" not in value:  # the plain methods are twice as fast
        if separator is COMMA:
            return value.split(",")
        return value.split() if separator is BLANK_OR_TIE and "~" not in value else separator.split(value)
    parts, start, depth, counted = [], 0, 0, 0
    for match in separator.finditer(value):
        depth += value.count("{", counted, match.start()) - value.count("}", counted, match.start())
        counted = match.start()
        if depth <= 0:
            parts.append(value[start : match.start()])
            start = match.end()
    parts.append(value[start:])
    return parts
