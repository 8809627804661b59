"""Comparing author lists by family name.

Kinds that agree: "same"; "truncated" (et al., or only the first are printed and all of them fit).
Kinds that differ: "all" (no name in common), "first" (another first author), "other" (someone else among them),
"missing" (fewer are printed without et al.), "extra" (more are printed than registered), "misspelt", "given" (another
given name), "order".
Not comparable: "none" (missing on a side), "organisation", "script".
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from refcheck import patterns as re
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.names import (
    display,
    family_keys,
    forms,
    given_fits,
    is_nobody,
    is_organisation,
    misspelt,
    name_words,
    same_family,
)
from refcheck.comparing.printed import entry_text, prints, witness
from refcheck.language.fold import keys, script, squash, words
from refcheck.language.scripts import ALPHABETS, in_latin, is_korean
from refcheck.language.words import alternatives, every
from refcheck.model import Name, Reference, Work
from refcheck.sentences import Sentence, joined, say

MAX_NAMES = 400  # authors compared; longer lists are never printed in full
SOUNDS_ALIKE, MAX_SOUNDED = 0.6, 30
"""Similarity of letters from which a foreigner's name in another script ("Шекспир") may be the one printed; tried only
with at most so many names on either side."""
_ET_AL = re.compile(rf"(?<!\w)(?:{alternatives(every('compare', 'cut_off'))})(?!\w)|…|\.\.\.")


def compare_authors(reference: Reference, work: Work) -> Comparison:
    """The printed authors (or an edited book's editors) beside the record's. Kinds: see the module."""
    ours = (reference.authors or reference.editors)[:MAX_NAMES]
    theirs = _registered(work, edited=not reference.authors)[:MAX_NAMES]
    if not ours or not theirs or _in_one_script(ours, theirs):
        return _compare(reference, work)
    found = _compare(*in_latin(reference, work))
    if found.differs and (found.kind != Kind.ALL or not _spelt_out(ours, theirs) or _alike(*in_latin(reference, work))):
        return incomparable("authors", "the names are in different scripts", _list(ours), _list(theirs), Kind.SCRIPT)
    return replace(found, printed=_list(ours), registered=_list(theirs))


def _in_one_script(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether two lists share a script, except where one is in Latin letters and the other has several scripts."""
    mine, other = ({script(str(name)) for name in names} - {""} for names in (ours, theirs))
    return mine == other or (bool(mine & other) and {"latin"} not in (mine, other)) or not mine or not other


def _spelt_out(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether different names can be told apart across their scripts: both are alphabets that write vowels, or Korean
    family names have only a few spellings."""
    return all(script(str(name)) in (*ALPHABETS, "latin", "") or is_korean(name) for name in (*ours, *theirs))


def _alike(reference: Reference, work: Work) -> bool:
    """Whether a printed name sounds like a registered one, as "Freud" like "Freyd", which is Фрейд in Latin letters."""
    ours, theirs = reference.authors or reference.editors, _registered(work, edited=not reference.authors)
    return any(
        Indel.normalized_similarity(mine, other) >= SOUNDS_ALIKE
        for mine in _keys_of(ours[:MAX_SOUNDED])
        for other in _keys_of(theirs[:MAX_SOUNDED])
    )


def _compare(reference: Reference, work: Work) -> Comparison:
    """``compare_authors`` of names in one script."""
    ours = (reference.authors or reference.editors)[:MAX_NAMES]
    everybody = _registered(work, edited=not reference.authors)
    known = _keys_of(ours)
    registered = tuple(n for n in everybody if family_keys(n) and (not is_nobody(n) or family_keys(n) & known))
    theirs = registered[:MAX_NAMES]
    printed_text, registered_text = _list(ours), _list(theirs)

    def nothing(kind: Kind, why: str) -> Comparison:
        return incomparable("authors", why, printed_text, registered_text, kind)

    if not ours or not theirs:
        return nothing(Kind.NONE, "the record names no author" if ours else "no author could be read in the entry")
    ours = tuple(n for n in ours if (name_words(n) and not is_nobody(n)) or family_keys(n) & _keys_of(registered))
    if not ours:
        return nothing(Kind.NONE, "no name could be read in the entry")
    everyone = (*theirs, *(name for name in (*work.authors, *work.editors, *work.translators) if name not in theirs))
    matches = _match(ours, everyone)
    torn = _torn(reference, work, ours, everyone, matches)
    if not any(at is not None for at in matches) and all(_of_title(reference, name, work) for name in ours):
        return nothing(Kind.NONE, "no author could be read in the entry")
    if not all(torn):
        ours = tuple(name for name, gone in zip(ours, torn, strict=True) if not gone)
        matches = [at for at, gone in zip(matches, torn, strict=True) if not gone]
    strangers = [name for name, at in zip(ours, matches, strict=True) if at is None]
    found = len(ours) - len(strangers)
    printed_registered = _printed(reference, theirs, {at for at in matches if at is not None})
    confidence = reference.confidence.get("authors", reference.confidence.get("author", 1.0))

    def told(verdict: Verdict, kind: Kind, why: str = "") -> Comparison:
        return Comparison("authors", verdict, kind, printed_text, registered_text, why, confidence)

    organisations = any(map(is_organisation, ours)) or is_organisation(theirs[0])
    if organisations and not found and not any(printed_registered):
        if any(map(is_organisation, ours)) and is_organisation(theirs[0]):
            return nothing(Kind.ORGANISATION, "organisations are named in many ways")
        return nothing(Kind.ORGANISATION, "one side names an organisation")
    short = reference.et_al or bool(_ET_AL.search(entry_text(witness(reference).replace(reference.title, " ", 1))))
    if not strangers:
        return told(*_known(ours, theirs, everyone, matches, printed_registered, short))
    if all(name.family and name.given for name in ours) and not printed_registered[0]:
        confidence = max(confidence, 0.5)  # plausible names, and the first registered one is not printed anywhere
    if not found and not any(printed_registered):
        slips = [name for name in strangers if any(misspelt(name, other) for other in theirs)]
        if not slips:
            why = say("none of the printed authors is an author of the registered work")
            return told(Verdict.DIFFER, Kind.ALL, why)
    return told(*_strangers(work, ours, theirs, matches, printed_registered, short))


def _torn(
    reference: Reference, work: Work, ours: tuple[Name, ...], everyone: tuple[Name, ...], matches: list[int | None]
) -> list[bool]:
    """For each printed name, whether it is an artefact of the parser: made from another's given names ("Wasserman,
    Harry H." read as two), from words of the title, or from a piece of a word."""
    known = frozenset().union(*map(name_words, everyone))
    title = _title_words(work)
    entry = frozenset(keys(entry_text(witness(reference))))
    out = []
    for name, at in zip(ours, matches, strict=True):
        parts = name_words(name)
        of_title = _of_title(reference, name, work) or (len(parts) > 1 and parts <= known | title)
        piece = bool(reference.confidence) and bool(entry) and not parts & entry
        out.append(at is None and (parts <= known or of_title or piece))
    return out


def _of_title(reference: Reference, name: Name, work: Work) -> bool:
    """Whether a printed name consists of two or more words of the title, or all of them, printed only once."""
    parts, title = name_words(name), _title_words(work)
    if not parts or not parts <= title or (len(parts) == 1 and parts != title):
        return False
    printed = Counter(keys(entry_text(witness(reference))))
    return all(printed[part] < 2 for part in parts)


def _title_words(work: Work) -> frozenset[str]:
    return frozenset(key for form in work.titles[:3] for key in keys(form))


def _registered(work: Work, edited: bool) -> tuple[Name, ...]:
    """The names the entry should print first: the record's authors, or its editors if it has none."""
    if edited:
        return work.editors or work.authors
    return work.authors or work.editors


def _list(names: tuple[Name, ...]) -> str:
    shown = "; ".join(display(name) for name in names[:6])
    return f"{shown}; …" if len(names) > 6 else shown


def _keys_of(names: tuple[Name, ...]) -> frozenset[str]:
    return frozenset().union(*map(family_keys, names))


def _match(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> list[int | None]:
    """For each printed name, the index of the same registered name, or None; each is used once, the nearest first."""
    used: set[int] = set()
    out: list[int | None] = []
    for position, name in enumerate(ours):
        fits = [i for i, other in enumerate(theirs) if i not in used and _same(name, other)]
        best = min(fits, key=lambda i: (not given_fits(name, theirs[i]), abs(i - position)), default=None)
        if best is not None:
            used.add(best)
        out.append(best)
    return out


def _same(ours: Name, theirs: Name) -> bool:
    return same_family(ours, theirs) or squash(str(ours)) == squash(str(theirs)) != ""


def _printed(reference: Reference, theirs: tuple[Name, ...], matched: set[int]) -> list[bool]:
    """For each registered author, whether the entry prints the name, not counting a namesake's."""
    taken: Counter[str] = Counter()
    for at in matched:
        if at < len(theirs):
            taken.update(family_keys(theirs[at]))
    tokens = Counter(keys(entry_text(witness(reference))))
    out = []
    for i, name in enumerate(theirs):
        there = i in matched or _is_printed(reference, name)
        if there and i not in matched:
            namesakes = max((taken[key] for key in family_keys(name)), default=0)
            there = not namesakes or max(tokens[key] for key in family_keys(name)) > namesakes
        out.append(there)
    return out


def _is_printed(reference: Reference, name: Name) -> bool:
    """Whether the entry prints a registered author's family name anywhere, whatever was parsed."""
    found = _entry_words(witness(reference))
    if not is_organisation(name) and family_keys(name) & found:
        return True
    family = name.family or name.literal
    parts = name_words(Name(family=family))
    if not parts and all(len(word) == 1 for word in keys(family)):  # "M.S, Manjunath": initials for a family name
        return prints(witness(reference), family)
    return bool(parts) and parts <= found


@lru_cache(maxsize=4096)
def _entry_words(raw: str) -> frozenset[str]:
    """The entry's words, and neighbouring pairs and triples, folded, for names of several words or with a particle."""
    text = entry_text(raw)
    folded = keys(text)
    pairs = {a + b for a, b in itertools.pairwise(folded) if len(b) > 1}
    triples = {a + b + c for a, b, c in zip(folded, folded[1:], folded[2:], strict=False) if len(c) > 1}
    spelt_out = {form for word in words(text) if not word.text.isascii() for form in forms(word.text)}
    return frozenset({word for word in folded if len(word) > 1} | pairs | triples | spelt_out)


def _known(
    ours: tuple[Name, ...],
    theirs: tuple[Name, ...],
    everyone: tuple[Name, ...],
    matches: list[int | None],
    printed: list[bool],
    short: bool,
) -> tuple[Verdict, Kind, str]:
    """The verdict if every printed author is registered: whether any are missing, and whether given names fit."""
    people = [everyone[at] for at in matches if at is not None]
    if all(map(is_organisation, ours)) and all(map(is_organisation, people)):
        return Verdict.AGREE, Kind.SAME, "the group is registered beside its members"
    absent = [n for n, there in zip(theirs, printed, strict=True) if not there and not is_organisation(n)]
    if absent and not short:
        if theirs[0] in absent:
            why = say("the registered first author “{name}” is missing", name=display(theirs[0]))
            return Verdict.DIFFER, Kind.FIRST, why
        missing = joined((display(name) for name in absent[:3]), "{first}; {rest}")
        why = say("{n} of {total} registered authors missing: {names}", n=len(absent), total=len(theirs), names=missing)
        return Verdict.DIFFER, Kind.MISSING, why
    families = frozenset().union(*(name_words(Name(family=other.family)) for other in everyone))
    for name, other in zip(ours, people, strict=True):
        if not given_fits(name, other) and not name_words(Name(family=name.given)) & families:
            return Verdict.DIFFER, Kind.GIVEN, _printed_for(name, other)
    if absent:
        return Verdict.AGREE, Kind.TRUNCATED, "the list is declared to be shortened"
    if not printed[0] or people[0] == theirs[0] or people[0] not in theirs or theirs[0] not in people:
        return Verdict.AGREE, Kind.SAME, ""
    why = say("the record names “{name}” first", name=display(theirs[0]))
    return (Verdict.AGREE if short else Verdict.DIFFER), Kind.ORDER, why


def _printed_for(name: Name, other: Name) -> Sentence:
    printed, registered = display(name), display(other)
    return say("“{printed}” is printed where “{registered}” is registered", printed=printed, registered=registered)


FIRST_AUTHOR_ONLY = ("10.1001/",)
"""Registrants whose records of the years before the web name the first author alone, by family name and initials: of
7,025 such records of the JAMA Network among Crossref's 15,680 in ../shared/data, 7,018 have one author, of all others'
1,280 have 372."""


def _in_full(name: Name, ours: tuple[Name, ...], work: Work) -> bool:
    """Whether a record's only author is the work's only author. A family name alone is often the first of several,
    since such records were made from citations, and so is one with initials if the registrant knew no more."""
    given = name_words(Name(family=name.given))
    families = frozenset().union(*(name_words(Name(family=other.family)) for other in ours))
    spelt_out = any(len(word) > 2 for word in given)
    whole = spelt_out or (bool(name.given) and not work.doi.startswith(FIRST_AUTHOR_ONLY))
    return whole and not given & families


def _strangers(
    work: Work,
    ours: tuple[Name, ...],
    theirs: tuple[Name, ...],
    matches: list[int | None],
    printed: list[bool],
    short: bool,
) -> tuple[Verdict, Kind, str]:
    """The verdict if some printed authors aren't registered: slips, artefacts of the parser, or someone else."""
    taken = {at for at in matches if at is not None}
    free = [name for i, name in enumerate(theirs) if i not in taken]
    unprinted = [name for name, there in zip(theirs, printed, strict=True) if not there and name in free]
    slips = []
    others = []
    for position, (name, at) in enumerate(zip(ours, matches, strict=True)):
        if at is not None:
            continue
        meant = next((other for other in free if misspelt(name, other)), None)
        if meant is not None:
            slips.append((name, meant))
        else:
            others.append((position, name))
    unsaid = [(name, meant) for name, meant in slips if meant in unprinted]
    unprinted = [name for name in unprinted if name not in {meant for _, meant in slips}]
    if unsaid and (not others or not unprinted):
        name, meant = unsaid[0]
        return Verdict.DIFFER, Kind.MISSPELT, _printed_for(name, meant)
    if not others:
        return Verdict.AGREE, Kind.SAME, "the registered name is printed in the entry"
    if not unprinted:
        if len(ours) > len(theirs) and (len(theirs) > 1 or _in_full(theirs[0], ours, work)):
            names = joined(say("“{name}”", name=display(name)) for _, name in others[:3])
            return Verdict.DIFFER, Kind.EXTRA, say("{names} is printed but not registered as an author", names=names)
        return Verdict.AGREE, Kind.SAME, "every registered author is printed in the entry"
    position, name = others[0]
    if position == 0 and theirs[0] in unprinted:
        return Verdict.DIFFER, Kind.FIRST, _printed_for(name, theirs[0])
    if short and position >= len(theirs):
        return Verdict.AGREE, Kind.TRUNCATED, ""
    return Verdict.DIFFER, Kind.OTHER, say("“{name}” is not an author of the registered work", name=display(name))
