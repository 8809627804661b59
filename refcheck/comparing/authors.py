"""Comparing author lists by family name.

Kinds that agree: "same"; "truncated" (et al., or only the first are printed and all of them fit); "seen" (every
registered name is printed in the entry, among others that were read).
Kinds that differ: "all" (no name in common), "first" (another first author), "other" (someone else among them),
"missing" (fewer are printed without et al.), "extra" (more are printed than registered), "misspelt", "given" (another
given name), "order".
Not comparable: "none" (missing on a side), "seen" (no name was read, but the first registered one is printed),
"smudged" (it is printed with letters wrong, as by a machine), "organisation", "script".
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from refcheck import patterns as re
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.name_lists import (
    is_printed,
    is_smudged,
    match,
    one_by_one,
    printed_names,
    printed_words,
    title_words,
    tokens,
)
from refcheck.comparing.names import (
    display,
    family_keys,
    given_fits,
    is_nobody,
    is_organisation,
    is_spelt_out,
    misspelt,
    name_words,
    words_of,
)
from refcheck.comparing.printed import entry_text, is_typed, witness
from refcheck.comparing.remembered import remembered
from refcheck.language.fold import MAX_TEXT, script
from refcheck.language.lexicon import OTHERS
from refcheck.language.scripts import ALPHABETS, in_latin, is_korean
from refcheck.language.words import alternatives
from refcheck.model import Name, Reference, Work
from refcheck.sentences import Sentence, joined, plural, say

MAX_NAMES = 400  # authors compared; longer lists are never printed in full
SHOWN = 6  # names of a list that a comparison shows
SOUNDS_ALIKE, MAX_SOUNDED = 0.6, 30
"""Similarity of letters from which a foreigner's name in another script ("Шекспир") may be the one printed; tried only
with at most MAX_SOUNDED names on either side."""
_MARKUP = re.compile(r"[&<\\{}]")
_SAID = [words for words in OTHERS if " " in words and "#" not in words]  # "vd" alone may be a word of a title
_ET_AL = re.compile(rf"(?<!\w)(?:{alternatives(_SAID)})(?!\w)|…|\.\.\.")


def compare_authors(reference: Reference, work: Work) -> Comparison:
    """The printed authors (or an edited book's editors) beside the record's. Kinds: see the module."""
    ours = (reference.authors or reference.editors)[:MAX_NAMES]
    theirs = _registered(work, edited=not reference.authors)[:MAX_NAMES]
    if not ours or not theirs or _in_one_script(ours, theirs):
        return _compare(reference, work)
    found = _compare(*in_latin(reference, work))
    if found.differs and (found.kind != Kind.ALL or not _spelt_out(ours, theirs) or _alike(*in_latin(reference, work))):
        return incomparable("authors", _list(ours), _list(theirs), Kind.SCRIPT)
    return found._replace(printed=_list(ours), registered=_list(theirs))


def _in_one_script(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether two lists share a script, except where one is in Latin letters and the other has several scripts."""
    if len(ours) <= SHOWN >= len(theirs) and _list(ours).isascii() and _list(theirs).isascii():
        return True
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
    confidence = reference.confidence.get("authors", reference.confidence.get("author", 1.0))
    if ours and not everybody:
        return incomparable("authors", _list(ours))
    one = bool(ours) and one_by_one(ours, everybody)
    if one or (everybody and _heads(reference, work, ours, everybody)):
        kind = Kind.SAME if one else Kind.SEEN
        return Comparison("authors", Verdict.AGREE, kind, _list(ours), _list(everybody), "", confidence)
    known = _keys_of(ours)
    registered = tuple(n for n in everybody if family_keys(n) and (not is_nobody(n) or family_keys(n) & known))
    theirs = registered[:MAX_NAMES]
    printed_text, registered_text = _list(ours), _list(theirs)

    def nothing(kind: Kind) -> Comparison:
        return incomparable("authors", printed_text, registered_text, kind)

    if not ours or not theirs:
        return nothing(_unread(reference, work, theirs[:1]))
    families = _keys_of(registered)
    ours = tuple(n for n in ours if (name_words(n) and not is_nobody(n)) or family_keys(n) & families)
    if not ours:
        return nothing(_unread(reference, work, theirs[:1]))
    everyone = (*theirs, *(name for name in (*work.authors, *work.editors, *work.translators) if name not in theirs))
    matches = match(ours, everyone)
    torn = _torn(reference, work, ours, everyone, matches)
    if not any(at is not None for at in matches) and all(_of_title(reference, name_words(name), work) for name in ours):
        return nothing(Kind.NONE)
    if not all(torn):
        ours = tuple(name for name, gone in zip(ours, torn, strict=True) if not gone)
        matches = [at for at, gone in zip(matches, torn, strict=True) if not gone]
    strangers = [name for name, at in zip(ours, matches, strict=True) if at is None]
    found = len(ours) - len(strangers)
    printed_registered = printed_names(reference, work, theirs, {at for at in matches if at is not None})

    def told(verdict: Verdict, kind: Kind, why: str = "") -> Comparison:
        return Comparison("authors", verdict, kind, printed_text, registered_text, why, confidence)

    organisations = any(map(is_organisation, ours)) or is_organisation(theirs[0])
    if organisations and not found and not any(printed_registered):
        return nothing(Kind.ORGANISATION)
    if not strangers:
        return told(*_known(reference, ours, theirs, everyone, matches, printed_registered))
    if all(name.family and name.given for name in ours) and not printed_registered[0]:
        confidence = max(confidence, 0.5)  # plausible names, and the first registered one is not printed anywhere
    if not found and not any(printed_registered):
        slips = [name for name in strangers if any(misspelt(name, other) for other in theirs)]
        if not slips and is_typed(reference) and is_smudged(_run_together(ours), work, theirs[0]):
            return nothing(Kind.SMUDGED)
        if not slips:
            why = say("none of the printed authors is an author of the registered work")
            return told(Verdict.DIFFER, Kind.ALL, why)
    return told(*_strangers(reference, work, ours, theirs, matches, printed_registered))


def _unread(reference: Reference, work: Work, first: tuple[Name, ...]) -> Kind:
    """How an entry whose names were not read prints the first registered one: SEEN, SMUDGED or NONE."""
    if not is_typed(reference) or not first:
        return Kind.NONE
    if is_printed(reference, first[0]):
        return Kind.SEEN
    return Kind.SMUDGED if is_smudged(witness(reference), work, first[0]) else Kind.NONE


def _run_together(names: tuple[Name, ...]) -> str:
    """Names as they are printed in either order, since a torn one was read as any part of one."""
    return " ".join(f"{name.given} {name.particle} {name.family} {name.literal}. {name}." for name in names)


def _heads(reference: Reference, work: Work, ours: tuple[Name, ...], everybody: tuple[Name, ...]) -> bool:
    """Whether a record names the first of several printed authors alone, by the family name: those made from citations
    do, and here it is quickly seen."""
    first = everybody[0]
    if len(ours) < 2 or len(work.authors) + len(work.editors) + len(work.translators) > 1 or first.given:
        return False
    if ours[0].family != first.family or ours[0].particle != first.particle or not is_spelt_out(first.family):
        return False
    known = name_words(first)
    for name in ours[1:]:
        parts = name_words(name)
        if parts and not is_nobody(name) and not _is_made(reference, work, parts, known):
            return True
    return False


@remembered
def _is_cut_off(reference: Reference) -> bool:
    """Whether an entry says that its list of authors goes on."""
    return reference.et_al or bool(_ET_AL.search(entry_text(witness(reference).replace(reference.title, " ", 1))))


def _torn(
    reference: Reference, work: Work, ours: tuple[Name, ...], everyone: tuple[Name, ...], matches: list[int | None]
) -> list[bool]:
    """For each printed name, whether it is an artefact of the parser: made from another's given names ("Wasserman,
    Harry H." read as two), from words of the title, or from a piece of a word."""
    if None not in matches:
        return [False] * len(ours)
    known = frozenset().union(*map(name_words, everyone))
    return [
        at is None and _is_made(reference, work, name_words(name), known)
        for name, at in zip(ours, matches, strict=True)
    ]


def _is_made(reference: Reference, work: Work, parts: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a printed name that is none of those registered is an artefact. parts, known: the words of both."""
    strange = parts - known
    if not strange or (reference.confidence and (entry := printed_words(reference)) and parts.isdisjoint(entry)):
        return True
    return strange <= title_words(work) and (len(parts) > 1 or _of_title(reference, parts, work))


def _of_title(reference: Reference, parts: frozenset[str], work: Work) -> bool:
    """Whether the words of a printed name are two or more of the title, or all of them, printed only once."""
    if not parts or not is_typed(reference):
        return False
    title = title_words(work)
    if not parts <= title or (len(parts) == 1 and parts != title):
        return False
    printed = tokens(reference)
    return all(printed[part] < 2 for part in parts)


def _registered(work: Work, edited: bool) -> tuple[Name, ...]:
    """The names the entry should print first: the record's authors, or its editors if it has none."""
    if edited:
        return work.editors or work.authors
    return work.authors or work.editors


@remembered
def _list(names: tuple[Name, ...]) -> str:
    shown = "; ".join(map(str, names[:SHOWN]))
    if not shown.isascii() or len(shown) > MAX_TEXT or _MARKUP.search(shown):
        shown = "; ".join(map(display, names[:SHOWN]))
    return f"{shown}; …" if len(names) > SHOWN else shown


def _keys_of(names: tuple[Name, ...]) -> frozenset[str]:
    return frozenset().union(*map(family_keys, names))


def _known(
    reference: Reference,
    ours: tuple[Name, ...],
    theirs: tuple[Name, ...],
    everyone: tuple[Name, ...],
    matches: list[int | None],
    printed: list[bool],
) -> tuple[Verdict, Kind, str]:
    """The verdict if every printed author is registered: whether any are missing, and whether given names fit."""
    people = [everyone[at] for at in matches if at is not None]
    if all(map(is_organisation, ours)) and all(map(is_organisation, people)):
        return Verdict.AGREE, Kind.SAME, ""
    absent = [n for n, there in zip(theirs, printed, strict=True) if not there and not is_organisation(n)]
    if absent and not _is_cut_off(reference):
        if theirs[0] in absent:
            why = say("the registered first author “{name}” is missing", name=display(theirs[0]))
            return Verdict.DIFFER, Kind.FIRST, why
        missing = joined((display(name) for name in absent[:3]), "{first}; {rest}")
        why = say("{n} of {total} registered authors missing: {names}", n=len(absent), total=len(theirs), names=missing)
        return Verdict.DIFFER, Kind.MISSING, why
    families = frozenset().union(*(words_of(other.family) for other in everyone))
    for name, other in zip(ours, people, strict=True):
        if not given_fits(name, other) and not words_of(name.given) & families:
            return Verdict.DIFFER, Kind.GIVEN, _printed_for(name, other)
    if absent:
        return Verdict.AGREE, Kind.TRUNCATED, ""
    if not printed[0] or people[0] == theirs[0] or people[0] not in theirs or theirs[0] not in people:
        return Verdict.AGREE, Kind.SAME, ""
    if _is_cut_off(reference):
        return Verdict.AGREE, Kind.ORDER, ""
    return Verdict.DIFFER, Kind.ORDER, say("the record names “{name}” first", name=display(theirs[0]))


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
    given = words_of(name.given)
    families = frozenset().union(*(words_of(other.family) for other in ours))
    spelt_out = any(len(word) > 2 for word in given)
    whole = spelt_out or (bool(name.given) and not work.doi.startswith(FIRST_AUTHOR_ONLY))
    return whole and not given & families


def _strangers(
    reference: Reference,
    work: Work,
    ours: tuple[Name, ...],
    theirs: tuple[Name, ...],
    matches: list[int | None],
    printed: list[bool],
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
        return Verdict.AGREE, Kind.SEEN, ""
    if not unprinted:
        if len(ours) > len(theirs) and (len(theirs) > 1 or _in_full(theirs[0], ours, work)):
            extra = [say("“{name}”", name=display(name)) for _, name in others[:3]]
            said = plural(
                len(extra),
                "{names} is printed but not registered as an author",
                "{names} are printed but not registered as authors",
                names=joined(extra),
            )
            return Verdict.DIFFER, Kind.EXTRA, said
        return Verdict.AGREE, Kind.SEEN, ""
    position, name = others[0]
    if position == 0 and theirs[0] in unprinted:
        return Verdict.DIFFER, Kind.FIRST, _printed_for(name, theirs[0])
    if position >= len(theirs) and _is_cut_off(reference):
        return Verdict.AGREE, Kind.TRUNCATED, ""
    return Verdict.DIFFER, Kind.OTHER, say("“{name}” is not an author of the registered work", name=display(name))
