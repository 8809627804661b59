"""Whether a line is the heading of a bibliography, by the tables ``headings`` in ``refcheck/data/words``."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile

from refcheck import patterns as re
from refcheck.language import words
from refcheck.language.fold import unaccented

STRONG, WEAK = 2, 1
"""STRONG: such a heading promises a list. WEAK (notes, links, further reading, a longer phrase): it may head one."""

_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5}|[A-Z])[.):]?\s+")
_CONTENTS = re.compile(r"(?:\.\s?){3,80}\d{1,4}$|…\s?\d{1,4}$")  # a line of a table of contents, with its page
_CAPTION = re.compile(  # "Fonte: (SILVA; SOUZA, 2006, p. 2)", below a figure
    r"[:：]\s?[(（\[].{0,80}\d{4}[a-z]?(?:\s?[,:;][^()]{0,12}\d{1,4}(?:[-–]\d{1,4})?)?\W{0,3}$"
)
_LABELLED = re.compile(
    r"([^\d\s]{2,20}(?:\s[^\d\s]{2,20})??)(?:\s|(?<=[\u3040-\u9fff\uac00-\ud7af]))"
    r"(?:[a-zа-я]|\d{1,2}|[ivx]{1,4})(?:[.:)–—-]|\s|$)"
)
_SPACED = re.compile(r"(?:[^\W\d_]\s){4,30}[^\W\d_]")  # "B I B L I O G R A P H Y"
_LONG = 9  # letters of a word that one wrong letter leaves recognisable: not "courses" for "sources"
_EDGE = re.compile(r"^[\W_\d]+")
_PAREN = re.compile(  # "(1990)", "{#refs .unnumbered}"
    r"(?:(?<!\s)\s+)?(?:[(（\[][^()（）\[\]]{0,60}[)）\]]|\{[:#.][^{}]{0,60}\})\s*"
)
_JOIN = re.compile(r"(?:(?<!\s)\s+)?(?:[,&+/|·;:–—-]|＆|、|・)\s*")


def fold(text: str) -> str:
    """``text`` without case, accents and extra white space, for looking it up."""
    return " ".join(unaccented(text).split())


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    groups = ("list", "notes", "end", "and", "about")
    made = {group: {heading_core(word) for word in words.every("headings", group)} for group in groups}
    return tuple(frozenset(made[group]) for group in groups)  # type: ignore[return-value]


@cache
def _starts() -> tuple[frozenset[str], frozenset[str]]:
    strong = _lexicon()[0]
    names = frozenset(w for w in strong if " " not in w and (len(w) >= 6 or (len(w) >= 3 and w[0] >= "\uac00")))
    return names, frozenset(w for w in strong if "\u3040" <= w[:1] <= "\u9fff")


def heading_grade(text: str) -> int:
    """STRONG, WEAK or 0 for a line of text."""
    if len(text) > 90 or _CONTENTS.search(text) or _CAPTION.search(text):
        return 0
    core = heading_core(text)
    if not core or core.count(" ") > 8:
        return 0
    _, notes, _, joins, _ = _lexicon()
    if core in _link_labels():
        return 0
    if _promises(core):
        return STRONG
    if core in notes:
        return WEAK
    parts = [part for part in _JOIN.split(core) if part]
    if len(parts) == 1:
        pieces = core.split(" ")
        cuts = [i for i, word in enumerate(pieces) if word in joins]
        parts = [" ".join(pieces[a:b]) for a, b in zip([0, *(i + 1 for i in cuts)], [*cuts, len(pieces)], strict=True)]
    if len(parts) == 1 and "\u3040" <= core[0] <= "\u9fff":  # "参考资料与注释", without blanks
        parts = next((core.split(word) for word in sorted(joins) if word in core[1:-1] and not word.isascii()), parts)
    known = [_promises(part) for part in parts]
    if len(parts) > 1 and all(k or p in notes for k, p in zip(known, parts, strict=True)):
        return STRONG if any(known) else WEAK
    return 0


@cache
def _link_labels() -> frozenset[str]:
    """What publishers print below each reference: "Reference Source"."""
    return frozenset(map(fold, words.every("lists", "links")))


def _promises(core: str) -> bool:
    """Whether a folded heading names a list: alone, misspelt, or among words that say which works it has ("Used
    literature", "Referências da pesquisa") or name one again ("Références bibliographies")."""
    strong, *_, about = _lexicon()
    if core in strong or _misspelt(core):
        return True
    pieces = core.split(" ")
    before, behind = (
        len([*takewhile(lambda piece: piece in about or piece in strong, one)]) for one in (pieces, pieces[::-1])
    )
    return any(
        " ".join(pieces[first:last]) in strong
        for first in range(min(before + 1, len(pieces)))
        for last in range(max(first + 1, len(pieces) - behind), len(pieces) + 1)
    )


def _misspelt(core: str) -> bool:
    """Whether a word is that of a list with one letter missing, too many, wrong or out of place: "Refrences"."""
    _, notes, end, *_ = _lexicon()
    return len(core) >= _LONG and core not in notes | end and not _clipped().isdisjoint(_clips(core))


@cache
def _clipped() -> frozenset[str]:
    return frozenset(clip for word in _lexicon()[0] if len(word) >= _LONG and " " not in word for clip in _clips(word))


def _clips(word: str) -> list[str]:
    """The word, and what is left of it without one of its letters, but the first."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


def heading_like(text: str) -> bool:
    """Whether the first or last word of what the markup calls a heading names a list ("Wetenschappelijke bronnen")."""
    core = heading_core(text)
    pieces = re.split(r"[ /&,:-]+", core)
    names, ideographic = _starts()
    if len(pieces) <= 7 and (pieces[0] in names or pieces[-1] in names):
        return True
    return len(core) <= 16 and any(name in core for name in ideographic)


def ends_list(text: str) -> bool:
    """Whether a heading never belongs to a bibliography: comments, about the author, read also, share; also with its
    letter or number: "Appendix A: Tables"."""
    core, end = heading_core(text), _lexicon()[2]
    if core in end:
        return True
    labelled = _LABELLED.match(core)
    return labelled is not None and labelled[1] in end


def unnumbered(text: str) -> str:
    """A heading without its number."""
    return _NUMBER.sub("", text)


@lru_cache(maxsize=4096)
def heading_core(text: str) -> str:
    """A heading without numbering, brackets, colon, emoji and decoration, folded."""
    text = _PAREN.sub(" ", text).strip()
    text = text.replace(" ", "") if _SPACED.fullmatch(text) else text
    core = _EDGE.sub("", _NUMBER.sub("", text))
    return fold(_EDGE.sub("", core[::-1])[::-1])  # searched for from every letter, an end takes the square of the time
