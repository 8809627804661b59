"""Organisations among the names of a BibTeX field that are not in braces, as they should be."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.latex import to_text
from refcheck.language.lexicon import PARTICLES
from refcheck.language.words import alternatives, every, subject
from refcheck.parsing.people.organisations import (
    begins_known,
    ends_known,
    is_called_organisation,
    is_known,
    is_organisations_own,
)
from refcheck.parsing.tagging.known_words import codes, is_given_name

INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s~-]*){1,4}")
WITH_ACRONYM = re.compile(r"[^(){}]{4,200}\s\([A-Z][A-Z\d-]{1,8}\)")
# Organisations end in these; Google Scholar turns them round as if they were names: "Team, R Core".
FIRMS = frozenset(every("names", "firms"))
_HEADS = frozenset((*every("parts", "heads"), *(firm.lower() for firm in FIRMS if len(firm) > 2 and "." not in firm)))
_ARTICLES = tuple(f"{word.capitalize()} " for word in subject("behind")["en"]["articles"] if len(word) > 2)


def whole_organisations(parts: list[str]) -> list[str]:
    """The parts, but for those of an organisation's name without braces: "Food and Drug Administration"."""
    if all("," in part for part in parts):
        return parts
    out: list[str] = []
    for part in parts:
        head = out[-1].partition(",")[0] if out and "," in out[-1] and "{" not in out[-1] else ""
        if head and "," not in part and "{" not in part and _OF.search(head) and is_called(head):
            out[-1] = f"{{{out[-1]} and {part}}}"  # "Department of Health, Education and Welfare"
            continue
        before = out[-1] if out and "," not in part and "," not in out[-1] else ""
        bare = before and "{" not in part and "{" not in before
        goes_on = bare and "." not in part and "." not in before and _goes_on(before, part)
        if goes_on or (bare and is_known(f"{before} and {part}")):
            out[-1] = f"{{{before} and {part}}}"
        else:
            out.append(part)
    return out


def _goes_on(name: str, part: str) -> bool:
    """Whether an organisation's name goes on behind its "and": "Ministry of Health and Welfare"."""
    words = part.split()
    first = name.partition(" ")[0]
    # "Food and Drug Administration", "National Aeronautics and Space Administration"; not "Plato and World Bank"
    if len(words) > 1 and (first == name or (begins_known(first) and not is_called(name) and not is_known(first))):
        whole = name.istitle() and not is_given_name(first) and not is_known(part) and not is_known(name)
        return whole and (is_called(part) or _is_head(words[-1].lower()))
    if not _OF.search(name) or not is_called(name) or not words or part.isupper() or is_called(part):
        return False
    return len(words) < 4 and not is_given_name(words[0])


_OF_WORDS = frozenset(every("parts", "of_bodies"))
_OF = re.compile(rf"\s(?:{alternatives(_OF_WORDS)})\s")


def is_called(name: str) -> bool:
    """Whether a word of it is typical of organisations."""
    return is_called_organisation(set(name.lower().split()))


def _is_head(word: str) -> bool:
    """Whether an organisation's name ends in this lower-case word, or in its plural: "Study Groups"."""
    return word in _HEADS or word.removesuffix("s") in _HEADS


def _opens(word: str) -> bool:
    """Whether a lower-case word at the beginning of a name is an organisation's and nobody's given name."""
    return len(word) > 3 and is_called_organisation({word}) and not is_given_name(word)


def _are_common(words: Sequence[str]) -> bool:
    """Whether all these words are usual in titles or in journals' names, and nobody is called so: "Red Hat"."""
    return all(len(word) > 2 and (code := codes(word.lower()))[1].strip("0") and not code[0] for word in words)


def _begins_with_organisation(words: Sequence[str]) -> bool:
    """Whether the first word is an organisation that is nobody's namesake: "Google Brain", "NASA Ames"."""
    return len(words[0]) > 2 and is_known(words[0]) and not codes(words[0].lower())[0]


def _runs_on(words: Sequence[str]) -> bool:
    """Whether a name ends in small letters that are no particle's: "Debian Bug tracking system"."""
    small = len(words) > 2 and words[-1].isalpha() and words[-1].islower() and words[0][0].isupper()
    return small and len(words[0]) > 2 and words[-1] not in PARTICLES and not is_given_name(words[0])


def organisation_of(parts: list[str]) -> str:
    """The name of an organisation that is written, or turned round, as if it were a person; "" for a person."""
    if len(parts) == 2 and f"{parts[1]} ".startswith(_ARTICLES):  # "Press, The MIT"
        return to_text(f"{parts[1]} {parts[0]}")
    if len(parts) == 2 and ends_known(parts[0]) and is_known(f"{parts[1]} {parts[0]}"):  # "Commission, European"
        return to_text(f"{parts[1]} {parts[0]}")
    if (
        len(parts) == 2 and parts[1].rpartition(" ")[2].lower() in _OF_WORDS and is_called(parts[1])
    ):  # "Sociología, Departamento De"
        return to_text(f"{parts[1]} {parts[0]}")
    if len(parts) == 2 and " " not in parts[1] and _opens(parts[1].lower()):  # "Tübingen, Universität"
        return to_text(f"{parts[1]} {parts[0]}")
    if len(parts) == 1 and parts[0].startswith(_ARTICLES) and INITIALS.fullmatch(parts[0].partition(" ")[2]) is None:
        return to_text(parts[0])
    apart = len(parts) == 2 and " " in parts[1] and is_called(parts[1].strip("{}"))
    if apart and ((" " in parts[0] and is_called(parts[0])) or (parts[0].isupper() and parts[1][0] == "{")):
        return to_text(", ".join(parts))  # "European Commission, Joint Research Centre", "WHO, {Regional Office}"
    if len(parts) == 2 and parts[1].lower().rstrip(".") in _HEADS:  # "Acme, Inc."
        return to_text(", ".join(parts))
    if len(parts) == 1 and WITH_ACRONYM.fullmatch(parts[0]):
        return to_text(parts[0])
    if len(parts) == 2 and parts[0].isalpha() and parts[1].isalpha() and _are_common(parts):  # "Hat, Red"
        return to_text(f"{parts[1]} {parts[0]}")
    if len(parts) > 2 or (len(parts) == 2 and not _is_head(parts[0].lower())):
        return ""
    words = [*parts[1].split(), parts[0]] if len(parts) == 2 else parts[0].split()
    if len(words) < 2 or INITIALS.fullmatch(parts[-1]):
        return ""
    inner = next((i for i, word in enumerate(words[1:-1], 1) if word.islower()), 0)
    if inner and len(parts) == 1 and is_called(" ".join(words[:inner])):  # "Central Bank of Iceland"
        return to_text(" ".join(words))
    lowered = [word.lower() for word in words]
    if len(parts) == 1 and (any(map(is_organisations_own, lowered)) or _opens(lowered[0])):
        return to_text(" ".join(words))  # "Danmarks Nationalbank", "Banco Central"
    if len(parts) == 1 and words[-1].isdecimal() and words[0].isupper() and len(words[0]) > 2:  # "ETSI STF 331"
        return to_text(" ".join(words))
    if len(parts) == 1 and (_begins_with_organisation(words) or _runs_on(words)):
        return to_text(" ".join(words))
    head = words[-1].lower().rstrip(".")  # turned round, of two words only after an acronym, or if it is a plural
    in_order = len(parts) == 1 and len(words[0]) > 2 and "." not in words[0]  # "Diem Association"
    acronym = words[0].isupper() and "." not in words[0]
    headed = _is_head(head) and (len(words) > 2 or in_order or acronym or head.endswith("rs"))
    # "IEEE Xplore Digital Library", "SIL International"
    headed = headed or (acronym and in_order and not words[-1].isupper() and is_called(head))
    name = " ".join(words)
    headed = headed or (len(words) == 2 and _are_common(words))
    return to_text(name) if headed or (len(parts) == 1 and is_known(name)) else ""
