"""Matching in-text citations to entries: by family name and year, by number, by label or by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from refcheck.citing.authorship import Authorship, authorship
from refcheck.citing.words import family_forms, fold
from refcheck.foreign import number
from refcheck.model import Mention, Reference

_SHORTEST_STEM, _LONGEST_ENDING = 5, 4  # letters of an inflected name
_LONG_NAME = 6  # letters; names at least as long are recognised with one letter wrong


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its place in its paragraph.

    shape: how much it looks like a citation, for those without an entry: 0 little, 1 one name, 2 several or "et al.".
    """

    start: int
    end: int
    mention: Mention
    shape: int = 2


class Index:
    """The references, indexed by family name, number, label and key."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.written: list[Authorship] = list(map(authorship, references))
        self.by_word: dict[str, list[int]] = {}
        self.families: dict[str, tuple[str, list[int]]] = {}
        self.labels: dict[str, list[int]] = {}
        self.keys: dict[str, list[int]] = {}
        self._references = references
        self.strangers: set[tuple[str, int]] = set()  # names and years known not to be in the list
        self.labelled: set[str] = set()  # labels with letters: "TK74", "SGM+12"
        for k, (reference, who) in enumerate(zip(references, self.written, strict=True)):
            for form in dict.fromkeys([form for word in who.head.split() for form in family_forms(word)]):
                self.by_word.setdefault(form, []).append(k)
            for family in who.families if who.persons else ():
                words = last_words(family)
                if words:
                    self.families.setdefault(words[-1], (family, []))[1].append(k)
            entry = reference.entry
            if entry is None:
                continue
            for label in {entry.key, entry.marker.strip("[]^().:# ")} - {""}:
                self.labels.setdefault(label, []).append(k)
            marker = entry.marker.strip("[]^().:# ")
            if marker and not marker.isdecimal() and entry.marker.startswith("["):
                self.labelled.add(marker)
            if entry.key:
                self.keys.setdefault(entry.key.casefold(), []).append(k)

    @cached_property
    def printed(self) -> Sequence[str]:
        """Each reference as printed, folded, with the authors that a dash repeats."""
        entries = ((reference, reference.entry.repeats if reference.entry else "") for reference in self._references)
        return [f" {fold(f'{repeats} {reference.raw[:2000]}')} " for reference, repeats in entries]

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[tuple[int, set[str]]]]:
        """Year -> the references that print it, each with the words it may be cited by."""
        found: dict[int, list[tuple[int, set[str]]]] = {}
        for k, who in enumerate(self.written):
            leading = fold(who.families[0]).split()[-1:] if who.families else []
            opening = self.printed[k].split()[:1]  # even if it was not read as the first author's family name
            for year in {year for year, _ in who.years}:
                found.setdefault(year, []).append((k, {*leading, *opening}))
        return found

    def tie(self, people: Sequence[str], year: int | None, letter: str, *, alone: bool = False) -> tuple[int, ...]:
        """The best-matching entries of these people (the first must match) in that year (None: undated).

        alone: no "et al." follows them.
        """
        scored: list[tuple[int, int]] = []
        first = last_words(people[0])
        for k in self.by_word.get(first[-1], []) if first else []:
            who = self.written[k]
            if year is not None and not who.has_year(year, letter):
                continue
            score = sum(1 for person in people if fits(person, who.head))
            score -= len(people) == 1 and alone and len(who.families) > 1
            leading = who.families[:1] and fits(people[0], f" {fold(who.families[0])} ")
            exact = not who.years if year is None else (year, letter) in who.years
            scored.append((4 * score + 2 * bool(leading) + exact, k))
        best = max((score for score, _ in scored), default=0)
        chosen = [k for score, k in scored if score == best]
        if letter and len(chosen) > 1 and not any((year, letter) in self.written[k].years for k in chosen):
            place = ord(letter) - ord("a")  # the list prints no letters: a is the first of its entries, b the second
            chosen = chosen[place : place + 1] or chosen
        return tuple(chosen) or self._nearly(people, year, letter)

    def _nearly(self, people: Sequence[str], year: int | None, letter: str) -> tuple[int, ...]:
        """Entries of that year by an organisation with these initials, or by a first author spelt almost the same."""
        from rapidfuzz.distance import OSA

        wanted = "".join(last_words(people[0])[-1:])
        if year is None or (wanted, year) in self.strangers:
            return ()
        dated = [(k, known) for k, known in self.by_year.get(year, []) if self.written[k].has_year(year, letter)]
        if opened := [k for k, _ in dated if self.printed[k].startswith(f" {wanted} ")]:
            return tuple(opened)  # "RfII", whose letters were read as a name and initials
        if sum(c.isupper() for c in people[0]) > 1 and len(people[0]) <= 8 and " " not in people[0]:
            named = [k for k, _ in dated if self.written[k].abbreviated(wanted)]
            named = named or [k for k, _ in dated if f" {wanted} " in self.printed[k]][:2]  # "Geneva: WHO."
            if named and (len(named) == 1 or self.written[named[0]].abbreviated(wanted)):
                return tuple(named)
        own = [k for k, _ in dated if not self.written[k].persons and self.printed[k].endswith(f" {wanted} ")]
        if len(own) == 1 and wanted:  # "Statistisches Bundesamt (2021). ... Wiesbaden: Destatis."
            return tuple(own)
        if len(wanted) < _LONG_NAME:
            return ()
        allowed = len(wanted) // 6
        found = [k for k, known in dated if any(OSA.distance(wanted, w, score_cutoff=2) <= allowed for w in known)]
        found = found or [k for k, known in dated if any(inflected(wanted, word) for word in known)]
        if not found:
            self.strangers.add((wanted, year))
        return tuple(found) if len(found) == 1 else ()

    def numbered(self) -> dict[int, list[int]]:
        """Entries by printed number, or by position if none has a number."""
        printed: dict[int, list[int]] = {}
        for label, indexes in self.labels.items():
            if (value := number(label)) is not None:
                printed.setdefault(value, []).extend(indexes)
        return printed


def inflected(word: str, name: str) -> bool:
    """Whether ``word`` may be ``name`` in another grammatical case: "Kowalskiego", "Петровой", "Bakkers".

    >>> inflected("kowalskiego", "kowalski"), inflected("anderson", "andersson")
    (True, False)
    """
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, name, strict=False)))
    return common >= max(_SHORTEST_STEM, len(name) - 2) and len(word) - common <= _LONGEST_ENDING


@lru_cache(maxsize=4096)
def last_words(person: str) -> tuple[str, ...]:
    """The folded words of a name without initials; the last is the family name."""
    return tuple(word for word in fold(person).split() if len(word) > 1 or not word.isascii())


def fits(person: str, head: str) -> bool:
    """Whether the family name of ``person`` (its last word) occurs in the folded ``head``."""
    words = last_words(person)
    if not words or f" {words[-1]}" not in head:
        return False
    if words[-1].isascii():  # such a name is never run together with another
        return f" {words[-1]} " in head
    return any(words[-1] in family_forms(word) for word in head.split())
