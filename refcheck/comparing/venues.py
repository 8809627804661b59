"""Comparing containers: journals by ISO 4 abbreviation and ISSN, books and proceedings by words.

Kinds that agree: "same", "abbreviated", "issn", "part" (a series or the name without its section), "seen" (the entry
prints the name, though another was read). Kinds that differ: "other", "typo" (some letters).
Not comparable: "none", "script", "preprint", "seen" (no name was read, but the registered one is printed), "publisher"
(a book's, which is printed).
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from refcheck import patterns as re
from refcheck.comparing.align import FUNCTION_WORDS, content
from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable
from refcheck.comparing.printed import FURNITURE, entry_text, is_typed, lacks, nearly, prints, witness
from refcheck.identifiers.check_digits import clean_issn
from refcheck.language.fold import fold, plain, script, spelling, squash, words
from refcheck.language.scripts import in_latin, same_script
from refcheck.language.words import every
from refcheck.model import Reference, Work

_MISREAD = 80
"""Per cent of the letters of a name that are printed where it was read as a title."""
MAX_NAMES = 12  # names of a record's container that are compared; real records have fewer
_GENERIC = frozenset(every("compare", "venue_words"))
_NATIONS = {short: full for short, *full in map(str.split, every("compare", "nations"))}
SKIPPED = FUNCTION_WORDS - {"a", "e", "i", "o", "am", "im"}
"""Small words that tell no journal from another; "Physical Review A" and "Am. J. ..." need theirs."""


def compare_venue(reference: Reference, work: Work) -> Comparison:
    """The printed journal, book or proceedings beside every container name of the record. Kinds: see the module."""
    found = _compare_venue(reference, work)
    if found.agrees or all(same_script(reference.container, name) for name in work.containers[:MAX_NAMES]):
        return found
    latin = _compare_venue(*in_latin(reference, work))
    return found._replace(verdict=latin.verdict, kind=latin.kind) if latin.agrees else found


def _compare_venue(reference: Reference, work: Work) -> Comparison:
    """``compare_venue`` without corrections to the names."""
    printed = reference.container
    registered = [plain(name) for name in work.containers[:MAX_NAMES] + work.short_containers[:MAX_NAMES] if name]
    shown = registered[0] if registered else ""
    if not registered:
        kind = Kind.PUBLISHER if _prints_publisher(reference, work) else Kind.NONE
        return incomparable("container", printed, shown, kind)
    if not printed:
        seen = is_typed(reference) and (is_name_of(reference.title, work) or _seen(reference, registered))
        return incomparable("container", printed, shown, Kind.SEEN if seen else Kind.NONE)
    confidence = reference.confidence.get("container", 1.0)

    def told(verdict: Verdict, kind: Kind) -> Comparison:
        return Comparison("container", verdict, kind, printed, shown, confidence=confidence)

    if reference.issn and clean_issn(reference.issn) in {clean_issn(issn) for issn in work.issn} - {""}:
        return told(Verdict.AGREE, Kind.ISSN)
    if printed in registered:
        return told(Verdict.AGREE, Kind.SAME)
    names = [form for form in (printed, _PLACE.sub("", printed), reference.series) if form]
    for ours in names:
        for theirs in registered:
            alike = _compare(ours, theirs)
            if alike:
                return told(Verdict.AGREE, alike)
    if confidence < 1.0 and _seen(reference, registered):
        return told(Verdict.AGREE, Kind.SEEN)
    if script(printed) not in {script(theirs) for theirs in registered}:
        return incomparable("container", printed, shown, Kind.SCRIPT)
    misread = any(nearly(witness(reference), theirs) for theirs in registered)
    return told(Verdict.DIFFER, Kind.TYPO if misread else Kind.OTHER)


def is_name_of(text: str, work: Work) -> bool:
    """Whether a text is a name of the journal or book that a work is in, perhaps with letters wrong, such as one read
    as a title."""
    names = (*work.containers[:MAX_NAMES], *work.short_containers[:MAX_NAMES])
    if any(_compare(plain(text), plain(name)) for name in names):
        return True
    letters = squash(text)
    runs = (squash(name) for name in names) if len(letters) > 6 else ()
    return any(len(run) > 6 and partial_ratio(letters, run) > _MISREAD for run in runs)


def _seen(reference: Reference, registered: Sequence[str]) -> bool:
    """Whether the entry prints one of these names, whole or abbreviated, whatever was parsed."""
    rest = witness(reference).replace(reference.title, " ", 1)
    if any(_printed_in(rest, theirs) or _stands_in(witness(reference), theirs) for theirs in registered):
        return True
    return any(_abbreviated_in(rest, theirs) for theirs in registered)


def _prints_publisher(reference: Reference, work: Work) -> bool:
    """Whether the entry prints what is proper to the name of a book's publisher."""
    proper = [word for word in content(words(work.publisher)) if word.key not in FURNITURE]
    return bool(proper) and not lacks(witness(reference), proper)


def _compare(ours: str, theirs: str) -> Kind | None:
    """How two container names agree, or None."""
    mine, other = _names(ours), _names(theirs)
    if not mine or not other:
        return None
    if mine == other or "".join(mine) == "".join(other):
        return Kind.SAME
    if abbreviates(mine, other) or abbreviates(other, mine) or _glued("".join(mine), other):
        return Kind.ABBREVIATED
    if _acronym(ours, other) or _acronym(theirs, mine):
        return Kind.ABBREVIATED
    for whole, part in ((mine, other), (other, mine)):
        # "Physical Review A: Atomic, ..." for "Physical Review A"; "..., Series B"; a place or body after the name
        if len(part) >= 2 and any(abbreviates(part, whole[i : i + n]) for i, n in _windows(part, whole)):
            return Kind.PART
    return None


def _windows(part: list[str], whole: list[str]) -> list[tuple[int, int]]:
    """Where a name may stand in a longer one, as (start, end): at its start or end; [] if it has only generic words."""
    if all(word in _GENERIC for word in part) or len(part) >= len(whole):
        return []
    return [(0, len(part)), (len(whole) - len(part), len(part))]


_PLACE = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)|\bU\.?\s?S\.?(?:\s?A\.?)?|\bU\.?\s?K\.?)\s{0,3}$")
"""What catalogues put behind a journal's name to tell it from another of the name: "(Leipzig)", "U S A"."""


def _names(text: str) -> list[str]:
    found = [part for word in words(text) for part in _NATIONS.get(word.key, (word.key,)) if part not in SKIPPED]
    return found or [word.key for word in words(text)]


def abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each word of ``short`` abbreviates the corresponding word of ``full``, by ISO 4 or more loosely.

    A word may be cut ("Psychol"), contracted ("Natl", "Intl") or glued ("PloS One", "BioMed").
    """
    if len(short) == len(full):
        return all(_stem(a, b) for a, b in zip(short, full, strict=True))
    if len(short) > len(full):
        return False
    # some short forms drop words: the others must match words of the full name in order, beginning with the first
    if not short or len(short) * 2 < len(full) or not _stem(short[0], full[0]):
        return False
    at = 0
    for word in short:
        while at < len(full) and not _stem(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return all(word in _GENERIC for word in full if not any(_stem(s, word) for s in short))


def _glued(letters: str, full: list[str]) -> bool:
    """Whether letters are the beginnings of all words of a name, run together: "postgradmedj"."""
    if not 1 < len(full) <= 12 or len(letters) > 80:
        return False
    reached = {0}
    for word in full:
        reached = {at + n for at in reached for n in range(1, len(word) + 1) if letters[at : at + n] == word[:n]}
    return len(letters) in reached


def _stem(short: str, full: str) -> bool:
    if short == full or spelling(short) == spelling(full):
        return True
    if full.startswith(short):
        return True
    if short.startswith(full) or short[0] != full[0] or len(short) >= len(full) or len(short) < 2:
        return short.rstrip("s") == full.rstrip("s")
    letters = iter(full)
    contracted = all(letter in letters for letter in short)
    return contracted and len(short) <= max(4, len(full) * 2 // 3)


def _acronym(text: str, full: list[str]) -> bool:
    """Whether a text is an acronym of a part of a name: "PNAS" of the Proceedings of the National Academy of Sciences
    of the United States of America. One of a whole name is ``_glued``."""
    letters = plain(text).replace(".", "").replace(" ", "")
    if not 2 < len(letters) <= 8 or not letters.isupper():
        return False
    return fold(letters) in "".join(word[0] for word in full)


def _printed_in(raw: str, theirs: str) -> bool:
    """Whether the entry prints a container's name; a short name of one word counts only in capitals ("JAMA")."""
    if len(words(theirs)) > 1 or len(theirs) > 5:
        return prints(raw, theirs)
    return theirs.isupper() and len(theirs) > 2 and any(word.text == theirs for word in words(entry_text(raw)))


def _stands_in(raw: str, theirs: str) -> bool:
    """Whether the entry has a name of several words, two only between punctuation, even where the title was read."""
    size = len(content(words(theirs)))
    return size > 1 and prints(raw, theirs, bounded=size < 3)


def _abbreviated_in(raw: str, theirs: str) -> bool:
    """Whether the entry prints an abbreviation of this name anywhere, whatever was parsed as the container."""
    full = _names(theirs)
    found = _names(entry_text(raw))
    if len(full) < 2:
        return False
    return any(
        abbreviates(found[i : i + len(full)], full)
        for i in range(len(found) - len(full) + 1)
        if found[i][0] == full[0][0]
    )
