"""Two lists of names side by side: which printed name is which registered one, and which the entry prints anywhere."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from refcheck.comparing.names import (
    family_keys,
    forms,
    given_fits,
    is_organisation,
    is_spelt_out,
    name_words,
    same_family,
    words_of,
)
from refcheck.comparing.printed import entry_text, nearly, prints, witness
from refcheck.comparing.remembered import remembered
from refcheck.language.fold import keys, squash, words
from refcheck.model import Name, Reference, Work


def one_by_one(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether persons are the registered ones in their order: the same families, the same or fitting given names."""
    return len(ours) == len(theirs) and all(
        _is_one(a, b) and not is_organisation(b) for a, b in zip(ours, theirs, strict=True)
    )


def _is_one(ours: Name, theirs: Name) -> bool:
    """Whether two names are one person's at first sight, who may be named by the family alone."""
    if ours.family != theirs.family or ours.particle != theirs.particle or len(ours.family) < 2:
        return False
    if not ours.given or not theirs.given:
        return is_spelt_out(ours.family)
    return ours.given == theirs.given or given_fits(ours, theirs)


def _may_be_one(ours: Name, theirs: Name) -> bool:
    """Whether two names share a word or the first letter of family or particle, as forms of one name do."""
    if not (family_keys(ours) | name_words(ours)).isdisjoint(family_keys(theirs) | name_words(theirs)):
        return True
    first, other = ({squash(part)[:1] for part in (n.particle, n.family or n.literal) if part} for n in (ours, theirs))
    return not first.isdisjoint(other)


def printed_words(reference: Reference) -> tuple[str, ...]:
    """The words that the entry prints, in order."""
    return keys(entry_text(witness(reference)))


@remembered
def tokens(reference: Reference) -> Mapping[str, int]:
    """How often the entry prints each word; 0 for one that it doesn't."""
    return Counter(printed_words(reference))


@remembered
def title_words(work: Work) -> frozenset[str]:
    """The words of a record's titles."""
    return frozenset(itertools.chain.from_iterable(map(keys, work.titles[:3])))


def match(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> list[int | None]:
    """For each printed name, the index of the same registered name, or None; each is used once, the nearest first."""
    used: set[int] = set()
    out: list[int | None] = []
    for position, name in enumerate(ours):
        best = None
        if position < len(theirs) and position not in used and _is_one(name, theirs[position]):
            best = position
        elif len(used) < len(theirs):
            fits = [
                i for i, other in enumerate(theirs) if i not in used and _may_be_one(name, other) and _same(name, other)
            ]
            best = min(fits, key=lambda i: (not given_fits(name, theirs[i]), abs(i - position)), default=None)
        if best is not None:
            used.add(best)
        out.append(best)
    return out


def _same(ours: Name, theirs: Name) -> bool:
    return same_family(ours, theirs) or squash(str(ours)) == squash(str(theirs)) != ""


def printed_names(reference: Reference, work: Work, theirs: tuple[Name, ...], matched: set[int]) -> list[bool]:
    """For each registered author, whether the entry prints the name, not counting a namesake's or one in the title."""
    if len(matched.intersection(range(len(theirs)))) == len(theirs):
        return [True] * len(theirs)
    taken = Counter(title_words(work))
    for at in matched:
        if at < len(theirs):
            taken.update(family_keys(theirs[at]))
    there_are = tokens(reference)
    out = []
    for i, name in enumerate(theirs):
        there = i in matched or is_printed(reference, name)
        if there and i not in matched:
            namesakes = max((taken[key] for key in family_keys(name)), default=0)
            there = not namesakes or max(there_are[key] for key in family_keys(name)) > namesakes
        out.append(there)
    return out


def is_printed(reference: Reference, name: Name) -> bool:
    """Whether the entry prints a registered author's family name anywhere, whatever was parsed."""
    found = _entry_words(witness(reference))
    if not is_organisation(name) and family_keys(name) & found:
        return True
    family = name.family or name.literal
    parts = words_of(family)
    if not parts and all(len(word) == 1 for word in keys(family)):  # "M.S, Manjunath": initials for a family name
        return prints(witness(reference), family)
    return bool(parts) and parts <= found


def is_smudged(text: str, work: Work, name: Name) -> bool:
    """Whether a text has a registered author's family name of six or more letters torn or with some of them wrong, as
    machines read it ("Her berW" for Herbert), where it isn't a word of the record's title."""
    family = name.family or name.literal
    if is_organisation(name) or not title_words(work).isdisjoint(keys(family)):
        return False
    return nearly(text, family, least=6)


@lru_cache(maxsize=4096)
def _entry_words(raw: str) -> frozenset[str]:
    """The entry's words, and neighbouring pairs and triples, folded, for names of several words or with a particle."""
    text = entry_text(raw)
    folded = keys(text)
    pairs = {a + b for a, b in itertools.pairwise(folded) if len(b) > 1}
    triples = {a + b + c for a, b, c in zip(folded, folded[1:], folded[2:], strict=False) if len(c) > 1}
    spelt_out = {form for word in words(text) if not word.text.isascii() for form in forms(word.text)}
    return frozenset({word for word in folded if len(word) > 1} | pairs | triples | spelt_out)
