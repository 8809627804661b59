"""Splitting names in bibliographies into family, given, particle and suffix, in the order printed.

The style is recognised by the pieces between commas, semicolons and words for "and": "Kolk, B. A. van
der", "Kolk BA van der", "B. A. van der Kolk", "KOLK Bessel", "Nelson Goff, Briana & Reisbig, Allison", "HoffmanDC".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from refcheck import patterns as re
from refcheck.language.fold import runs_of_letters
from refcheck.language.words import alternatives, every, signs
from refcheck.model import Name
from refcheck.parsing.people.east_asian import EAST_ASIAN, east_asian_names
from refcheck.parsing.people.forms import organisations_by_form
from refcheck.parsing.people.organisations import (
    ends_known,
    is_acronym,
    is_called_organisation,
    is_known,
    may_be_organisation,
    organisations_in,
)
from refcheck.parsing.people.person import (
    has_trailing_particle,
    irish_joined,
    irish_parted,
    is_initials,
    is_suffix,
    is_whole,
    person,
    single,
    starts_with_initials,
    turned,
    with_capital_initials,
    with_family,
)
from refcheck.parsing.people.roles import may_hold_roles, without_roles
from refcheck.parsing.tagging.known_words import codes, is_given_name

MAX_NAMES = 400

_AND_WORD = alternatives(every("parts", "and"))
# What joins names begins with one of a few signs, so that a search passes over all else.
_AND = re.compile(
    rf"[,;\s&/](?:(?<=[,;\s])(?<!\s\s)\s*(?:&amp;|&|{_AND_WORD})[ \t]+(?=[^\W\d_])"
    r"|(?<=&)(?:amp;)?|(?<=\s)[+·]\s|(?<=/))"
)
_GLUED_AND = re.compile(rf"\.(?=[a-z])(?=(?:{_AND_WORD})[ \t]+[^\W\d_])")  # "Aulette, J.and Michalowski, R."
_BEHIND_AND = "|".join(rf"(?<=\s{re.escape(word)}\s)" for word in every("parts", "and"))
_DOUBLE = re.compile(
    rf"(?:^|(?<=[,;&]\s)|{_BEHIND_AND})(?!(?:{_AND_WORD})\s)(?:[^\W\d_]{{2,12}}\s){{0,2}}[^\W\d_]{{3,20}} "
    rf"(?:{alternatives(every('names', 'double'))}) [^\W\d_]{{3,20}}(?=,\s[^\W\d_]{{1,20}}\b|\s[A-Z]{{1,4}}(?:[,;.]|$))"
)
_DOUBLE_CUES = tuple(f" {word} " for word in every("names", "double"))
_SPELT_OUT = re.compile(r"[A-ZÀ-Þ]{2,8}\s\((?=[^()]{0,60}[a-zß-ÿ])[^()\d]{8,90}\)?")
# "Moles (Abraham)", "Domin (J.-L.), Richard (P.)"
_GIVEN_IN_BRACKETS = re.compile(
    r"(?<=[^\W\d_])\s\((?=[^()]{0,40}[^\W\d_A-Z]|[A-ZÀ-Þ](?:\.|$))([A-ZÀ-Þ][^\d()]{0,40})(?:\)|$)"
)
_GROUP_IN_BRACKETS = re.compile(rf"\s\[([A-Z][^\[\]]{{1,60}}\s(?:{alternatives(every('names', 'group_heads'))}))\]?")
# Hungarian: "Szekeres György – Erdős Pál", Italian: "M. Bellini - G. Ferri".
_IN_FULL = r"[^\W\d_a-z][\w.-]{0,20}(?:\s[^\W\d_a-z][\w.-]{0,20}){1,2}"
_DASH = re.compile(r"\s[–-]\s")
_TURNED = r"[^\W\d_a-z][\w’'-]{1,25},\s(?:[^\W\d_a-z]\.[ -]?){1,3}"
_DASHED = re.compile(
    "|".join(rf"{name}(?:{_DASH.pattern}{name}){{1,5}}" for name in (_IN_FULL, _TURNED.rstrip() + r"(?<! )"))
)
# "Dean II, D. A.", "Davis Jr., S."
_SUFFIX_INSIDE = re.compile(
    rf"(?<=[^\W\d_]{{3}})\s((?:{alternatives(every('names', 'generations'))})\.?),(?=\s[A-Z]\.)", re.IGNORECASE
)
_GENERATIONS = frozenset(every("names", "generations"))
_HEBREW_AND = re.compile(
    r"(?:(?<=[\u05d0-\u05ea'׳])|(?<=,)(?=[^,]*,[^,]*$))\s+"
    rf"(?P<and>{alternatives(signs('he', 'and'))})(?!(?P=and))(?=[\u05d0-\u05ea]{{2}})"
)
_LEAD = re.compile(
    rf"^[\s\W\d]*?(?=[^\W\d_]|['’][ts]\b)(?:(?:{alternatives(every('names', 'by'))})\s*:\s*|[a-z]\)\s+"
    rf"|(?:{alternatives((*every('names', 'lead'), *every('names', 'for_group')))})\s+)?",
    re.IGNORECASE,
)
_LEADING = frozenset(words.split()[0].lower() for key in ("by", "lead", "for_group") for words in every("names", key))
_MARKED = re.compile(
    rf"\W{{0,3}}(?:{alternatives(every('titles', 'retracted'))})\b[^,:\]]{{0,12}}[:\]]\s?", re.IGNORECASE
)
# Signs that point to footnotes and affiliations, dots for omitted names, separators of other scripts.
_MARKS = re.compile(r"\s?\([*†‡]\)|[*†‡§¶‖#¹²³⁴⁵⁶⁷⁸⁹]{1,4}")
_SHORT = frozenset(every("names", "short_given"))
_HANDLE = re.compile(r"\s?\[@[^\[\]]{1,40}\]?")
_BEHIND_INITIAL = re.compile(r"(?<=\b[A-Z]\.)\s\[[^\[\]]{1,40}\]?")  # "Fogarty, M. [Grammar Girl]", "Janet, P. [Paul]"
_AND_FIRST = re.compile(rf"^\s*(?:{_AND_WORD})\s")
_DEGREE_CUES = tuple(f"{word}." for word in every("names", "degrees"))
_DEGREES = re.compile(rf"\b(?:{alternatives(every('names', 'degrees'))})\.\s?")
_DOTS = re.compile(rf"(?:[,;]\s?|\s)(?:…|\.\s?\.\s?\.)\s?[,;]?\s?(?:&|(?:{_AND_WORD})\b)?\s?")
_WORD = re.compile(r"[^\W\d_]{1,40}")


class Names(NamedTuple):
    """Names in printed order. et_al: the list says that it is cut short."""

    names: tuple[Name, ...]
    et_al: bool


@lru_cache(maxsize=1024)  # the lists of an article name the same people again and again
def parse_names(text: str, family_signs: int = 1) -> Names:
    """A printed list of authors or editors -> names, without role words ("(Eds.)", "Hrsg.") and "et al.".

    family_signs: how many signs of an undivided East Asian name are the family's; 0 when they are all.
    """
    stripped, cut = irish_joined(with_capital_initials(text[:20_000])), False
    low = stripped.lower()
    words = runs_of_letters(low)
    if "[@" in stripped:  # "Chaucer Doth Tweet [@LeVostreGC]": without a comma it is the account's name
        stripped = _HANDLE.sub("", stripped).strip()
        if "," not in stripped:
            return Names((Name(literal=stripped),), cut)
    if (":" in stripped or "]" in stripped) and (mark := _MARKED.match(stripped)):
        return parse_names(stripped[mark.end() :], family_signs)
    east_asian = not low.isascii() and EAST_ASIAN.search(low)
    if east_asian or may_hold_roles(low, words):
        stripped, cut = without_roles(stripped)
    if "." in stripped and any(map(stripped.__contains__, _DEGREE_CUES)):
        stripped = _DEGREES.sub("", stripped)
    if not stripped.isascii() or "*" in stripped or ". ." in stripped or "..." in stripped:
        stripped = _DOTS.sub(", ", _MARKS.sub("", stripped)).replace("،", ",").replace("؛", ";")
    head, comma, rest = stripped.partition(",") if stripped[:1].isdigit() else ("", "", "")
    if head and (bodies := organisations_in(head)):  # "1000 Genomes Project Consortium"
        others = parse_names(rest) if comma else Names((), False)
        return Names((*(Name(literal=name) for name in bodies), *others.names), cut or others.et_al)
    if not _is_name(*stripped.split(None, 1)[:1]):
        stripped = _LEAD.sub("", stripped, count=1)
    if not (stripped := stripped.strip(" ,;:&/-–—")):
        return Names((), cut)
    if east_asian and EAST_ASIAN.search(stripped):
        return Names(east_asian_names(stripped, family_signs), cut)
    organised = may_be_organisation(words) or (bool(words) and ends_known(words[-1]) and is_known(stripped))
    if " (" in stripped and _SPELT_OUT.fullmatch(stripped):  # "OMB (Office of Management and Budget)"
        return Names((Name(literal=f"{stripped.rstrip(')')})"),), cut)
    called = organised or is_acronym(stripped)
    if bodies := organisations_by_form(stripped) or (organisations_in(stripped) if called else []):
        return Names(tuple(Name(literal=name) for name in bodies), cut)
    if (" – " in stripped or " - " in stripped) and _DASHED.fullmatch(stripped):
        stripped = _DASH.sub("; ", stripped)
    if " [" in stripped:  # "L. Kumar [STAR Collaboration"
        stripped = _BEHIND_INITIAL.sub("", stripped)
        stripped = _GROUP_IN_BRACKETS.sub(r"; \1", stripped)
    if "(" in stripped:  # "Moles (Abraham)"
        stripped = _GIVEN_IN_BRACKETS.sub(r", \1", stripped)
    pieces = _pieces(stripped if _GENERATIONS.isdisjoint(words) else _SUFFIX_INSIDE.sub(r", \1,", stripped))
    if " ו" in stripped:  # "כהן, דוד ולוי, רחל": the Hebrew "and" is written with the family behind it
        apart = [piece for group in _pieces(_HEBREW_AND.sub(" & ", stripped)) for piece in group]
        pieces = pieces if len(apart) % 2 else [apart[i : i + 2] for i in range(0, len(apart), 2)]
    names: list[Name] = []
    style = _style(pieces)
    if style == "whole" and _all_turned(pieces):
        style, pieces = "family-first", [[word for piece in group for word in piece.split()] for group in pieces]
    read_whole = single if organised else person
    paired = ";" in stripped or all(len(some) == 2 for some in pieces)
    for i, group in enumerate(pieces):
        names.extend(_read_group(group, style, read_whole, first=i == 0, paired=paired))
        if len(names) > MAX_NAMES:
            break
    found = [_tidy(name) for name in names[:MAX_NAMES] if name.family or name.literal]
    return Names(tuple(found if stripped.isascii() else map(irish_parted, found)), cut)


def _is_name(first: str = "") -> bool:
    """Whether the first word of a list is certainly one of its names, as it is in most."""
    return first[:1].isalpha() and first[1:2] != ")" and first.rstrip(":").lower() not in _LEADING


def _tidy(name: Name) -> Name:
    """The name without the full stop that ended the list: "Douglas.", "Jan." but "D.", "Chr."."""
    given = name.given
    last = given[:-1].rpartition(" ")[2] if given.endswith(".") and given.count(".") == 1 else ""
    if (len(last) > 2 and last[-3:].islower()) or (
        len(last) == 3 and last[1:].islower() and is_given_name(last) and last.lower() not in _SHORT
    ):
        return Name(name.family, given[:-1], name.particle, name.suffix, name.literal)
    return name


def _pieces(text: str) -> list[list[str]]:
    """The pieces between commas of each group."""
    several = ";" in text  # "Massachusetts General Hospital, Department of Neurology; ..." is one
    groups = [
        [group.strip()]
        if several and "," in group and len(organisations_in(group)) == 1
        else [piece.strip() for piece in group.split(",") if piece.strip(" .")]
        for group in _groups(text)
    ]
    return [group for group in groups if group]


def _groups(text: str) -> list[str]:
    """The text divided at semicolons and words for "and", but not inside a double family name: "de la Cruz y Pérez,
    J."."""
    if ";" in text:
        return [
            part
            for piece in text.split(";")
            for part in (
                [_LEAD.sub("", _AND_FIRST.sub("", piece))] if len(organisations_in(piece)) == 1 else _groups(piece)
            )
        ]
    if any(map(text.__contains__, _DOUBLE_CUES)):
        text = _DOUBLE.sub(lambda match: match[0].replace(" ", "\u00a0"), text)
        return [group.replace("\u00a0", " ") for group in _AND.split(text)]
    return _AND.split(_GLUED_AND.sub(". ", text) if "." in text else text)


def _style(groups: list[list[str]]) -> str:
    """How one list prints its names.

    ``family-first``: a comma separates family and given names; ``first-inverted``: only in the first name; ``whole``:
    each name is one piece ("J. Smith", "Smith J").
    """
    if max(map(len, groups), default=1) == 1:
        return "whole"
    first = groups[0]
    if len(first) >= 2:
        if is_initials(first[1]) or has_trailing_particle(first[1]):
            return "family-first"
        if is_whole(first[0]):
            return "whole"
        words = [len(piece.split()) for piece in first]
        later = [len(piece.split()) for piece in (*first[2:], *(p for g in groups[1:] for p in g))]
        begins = words[0] == 1 or (first[0][0].islower() and words[0] < 5)  # "van der Berg, Neha, Ana Rossi, and ..."
        if begins and words[1] <= 2 and later and min(later) > 1 and all(len(g) == 1 for g in groups[1:]):
            return "first-inverted"  # "Bratberg, Espen, Oivind A. Nilsen und Kjell Vaage"
        if len(first) == 2 and min(words) > 1 and not is_whole(first[1]):  # "GERST Detlef, HARDWIG Thomas"
            return "whole"
        capital = [piece.isupper() and len(piece) > 2 for piece in first]
        if len(first) % 2 == 0 and all(capital[::2]) and not any(capital[1::2]):
            return "family-first"  # "STRINDBERG, August, ŽITNÝ, Milan a Jozef SZABÓ"
        if all(_in_capitals(piece.split()) for piece in first):
            return "whole"  # "ZHANG San, LI Si"
        if len(first) == 2 and max(words) == 1 and [len(g) for g in groups[1:]] == [1] and " " not in groups[1][0]:
            return "whole"  # "Lu, Shen and Wang": families alone
        if len(first) == 2:
            called = is_called_organisation(_WORD.findall(first[0].lower()))
            short = words[0] <= 3 or (first[0][0].islower() and words[0] <= 5)  # "de la Cruz y Pérez, Juan"
            return "family-first" if short and not called else "whole"
        if len(first) % 2 == 0 and len(groups[-1]) == 2 and not any(map(is_whole, first)):
            return "family-first"  # "Hernández Sampieri, Roberto, Fernández Collado, Carlos, & Baptista Lucio, Pilar"
        # "Heublein, Ulrich, Hutzsch, Christopher": single words in pairs
        if words[0] == 1 and len(first) % 2 == 0 and (max(words) > 1 or len(groups[-1]) == 2 or len(groups) == 1):
            return "family-first"
        if words[0] == 1 and words[1] == 2 and is_whole(first[1]) and not starts_with_initials(first[1]):
            return "family-first"  # "Kuhn, Thomas S., Paul Hoyningen-Huene, and ..."
    return "whole"


def _all_turned(groups: list[list[str]]) -> bool:
    """Whether all names have the family name first without a comma: "Guo Jinyun, Liu Xin"."""
    printed = []
    for piece in (piece for group in groups for piece in group):
        printed.append(piece.split())
        if len(printed[-1]) != 2:
            return False
    if all(map(_in_capitals, printed)) and any(len(words[0]) > 3 for words in printed):
        return True  # "ZHANG San, LI Si"
    people = [[word.lower() for word in words] for words in printed]
    alone = len(people) < 2 and not (people and all(map(str.isupper, printed[0])))  # but "FORNARO PASQUALE"
    if alone or any("." in words[0] or len(words[1]) < 2 for words in people):
        return False
    orders = [turned(*words) for words in people]
    return 1 in orders and -1 not in orders


def _in_capitals(words: list[str]) -> bool:
    """ "LI Si": the first word in capitals, and only that."""
    return (
        len(words) == 2
        and len(words[0]) > 1
        and words[0].isupper()
        and words[0].isalpha()
        and words[1][:1].isupper()
        and words[1][1:].islower()
    )


def _read_group(
    pieces: list[str], style: str, read_whole: Callable[[str], Name], *, first: bool, paired: bool
) -> list[Name]:
    names: list[Name] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        following = pieces[i + 1] if i + 1 < len(pieces) else ""
        if names and is_suffix(piece):
            last = names[-1]
            names[-1] = Name(last.family, last.given, last.particle, piece, last.literal)
            i += 1
            continue
        inverted = style == "family-first" or (style == "first-inverted" and first and i == 0)
        certain = inverted and len(pieces) == 2 and paired and not _are_direct(piece, following)
        if (
            following
            and is_suffix(following)
            and i + 2 < len(pieces)
            and (
                is_initials(pieces[i + 2]) or (following.endswith(".") and not is_whole(piece))
            )  # "QUIGLEY, JR., Martin"
        ):
            name = with_family(piece, pieces[i + 2])
            names.append(Name(name.family, name.given, name.particle, following))
            i += 3
        elif (following and not is_whole(piece) and not (" " in piece and is_suffix(following))) and (
            is_initials(following)
            or has_trailing_particle(following)
            or (
                inverted
                and (
                    certain
                    or style == "first-inverted"
                    or not (starts_with_initials(following) or _are_direct(piece, following))
                )
            )
        ):
            names.append(with_family(piece, following))
            i += 2
            if i < len(pieces) and is_suffix(pieces[i]):
                names[-1] = Name(names[-1].family, names[-1].given, names[-1].particle, pieces[i])
                i += 1
        else:
            names.append(read_whole(piece))
            i += 1
    return names


def _are_direct(*pieces: str) -> bool:
    """Whether each piece is a whole name, given name first: "Maren Lübcke", "Thomas Malsch"."""
    printed = [piece.split() for piece in pieces]
    if any(len(words) < 2 or is_initials(words[1]) for words in printed):
        return False
    known = [codes(words[0].lower())[0].upper() for words in printed]
    return "G" in known and {"G", "B"}.issuperset(known)
