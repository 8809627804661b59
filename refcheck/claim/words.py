"""The words of editorial claims, and where in a sentence they fill which role (tables ``claim`` in
``refcheck/data/words``).

A role is a list of stems per language: sources, reviewed, quality, who reviews, whose sources, negation ... Text is
matched without case and accents. The first letters of its words show which languages a sentence may be in.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from refcheck import patterns as re
from refcheck.language.fold import unaccented
from refcheck.language.words import ANY, subject

NAMES = ("quality", "reliability", "currency", "validity", "accuracy")
_ACTS, _OBJECTS = ("review", "noreview", "chosen"), ("source", "works", "article", "elsewhere")
_LARGE = (*_OBJECTS, *_ACTS, *NAMES, "ours", "cited", "all", "outsider", "study")
_SMALL = ("duty", "not", "said", "plain", "this", "here")  # roles of short words, never the beginning of a longer one
_BRIEF = ("ours", "cited", "all", "chosen", "works")  # roles whose short stems are whole words
_WORD = re.compile(r"[^\W_]+")
_PARTED = r"\w*(?!\w)[^.;:]{0,80}?(?<!\w)"  # "kijkt elke bron na"


def fold(text: str) -> str:
    """The base letters of a text, as the stems are spelt: æ becomes a ("last" for "læst")."""
    return unaccented(text.replace("æ", "a").replace("Æ", "a"))


def spoken(folded: str) -> set[str]:
    """The languages in which the sentence mentions sources and something reviewed or chosen."""
    found = speaks(folded, "object")
    return found & speaks(folded, "act") if found else found


def speaks(folded: str, kind: str) -> set[str]:
    """The languages in which the sentence may have a word of a kind: "object" (sources, works), "act" (reviewed,
    chosen) or "name" (quality, currency, ...)."""
    found = set().union(*(_of_word(kind, word) for word in _WORD.findall(folded)))
    if not folded.isascii():
        found |= {language for language, pattern in _written_inside(kind) if pattern.search(folded)}
    return found


@lru_cache(maxsize=512)
def spans(folded: str, language: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Role -> the (start, end) spans of ``folded`` that fill it, in reading order."""
    found = {role: tuple(m.span() for m in p.finditer(folded)) for role, p in patterns(language).items()}
    # "valide" and "studies" are not acts, and "peer-reviewed" is not the review in question
    nouns = {a for role in ("validity", "works") for a, _ in found[role]}
    found["review"] = tuple(
        one for one in found["review"] if one[0] not in nouns and not any(a <= one[0] < b for a, b in found["noreview"])
    )
    # Vietnamese "ban" is "you", but not in "ban biên tập", the editors
    found["duty"] = tuple(one for one in found["duty"] if not any(a <= one[0] < b for a, b in found["ours"]))
    return found


def opens_inside(language: str) -> bool:
    """Whether the language's words are not separated by blanks, or carry prefixes."""
    return bool(_data()[language].get("inside"))


@cache
def function_words(language: str) -> frozenset[str]:
    """The commonest words of a language, folded: articles, prepositions, forms of "be" and "have"."""
    return frozenset(fold(str(subject("detect").get(language, {}).get("Latin", ""))).split())


@cache
def common(role: str) -> Stems:
    """The words of a role with a single list for all languages (section ``any``)."""
    return Stems(_stems(ANY, role))


@cache
def before_article() -> re.Pattern[str]:
    """A preposition, and perhaps a short word, just before "article"."""
    words = "|".join(re.escape(stem.strip("_").replace("_", " ")) for stem in _stems(ANY, "before"))
    return re.compile(rf"(?<!\w)(?:{words})(?:\s+[^\s\W]{{1,7}})?[\s']+$")


@cache
def editorial(language: str) -> Stems:
    """The words of ``ours`` that only the article's editors use: "our team", since "team" alone may be a study's."""
    anybody = set(_stems(ANY, "team"))
    stems = [stem for stem in _stems(language, "ours") if stem.rstrip("_") not in anybody and stem not in anybody]
    return Stems(stems, inside=True) if opens_inside(language) else Stems(_whole_if_short(stems, 4))


@cache
def editors(language: str) -> Stems:
    """The words of ``ours`` that name editors, alone or after another word; many languages share them."""
    known = _stems("any", "editors")
    compounds = [stem for stem in _stems(language, "ours") if any(one in stem for one in known)]
    return Stems(known + compounds, inside=opens_inside(language))


def by_us(folded: str, language: str) -> bool:
    """Whether a verb of reviewing or citing is in the first person plural by its ending alone."""
    return _verb_ends(folded, language, "we", ("review", "chosen", "cited"))


def we_shall(folded: str, language: str) -> bool:
    """Whether a verb of reviewing is in the first person plural of the future by its ending alone."""
    return _verb_ends(folded, language, "we_shall", ("review",))


def _verb_ends(folded: str, language: str, endings: str, roles: tuple[str, ...]) -> bool:
    known = tuple(_stems(language, endings))
    found = spans(folded, language)
    return bool(known) and any(folded[a:b].endswith(known) for role in roles for a, b in found[role])


def of_what(folded: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of a bare noun after "sources of": "of stress", but not "of this article"."""
    joints = "|".join(rf"{joint}\s?" if joint.endswith("'") else rf"{joint}\s" for joint in _stems(language, "of"))
    for _, end in spans(folded, language)["source"]:
        found = re.compile(rf"\s(?:{joints})([^\W\d_]+)").match(folded, end) if joints else None
        if found:
            yield found.span(1)


@cache
def patterns(language: str) -> Mapping[str, Stems]:
    """Role -> its stems in the language."""
    inside, blanks = (bool(_data()[language].get(flag)) for flag in ("inside", "blanks"))
    made = {}
    for role in (*_LARGE, *_SMALL):
        stems = _stems(language, role)
        if inside and (role in _LARGE or not blanks):
            made[role] = Stems(stems, inside=True)
        else:
            made[role] = Stems(_whole_if_short(stems, 6 if role in _SMALL else 4 if role in _BRIEF else 0))
    return made


def _data() -> Mapping[str, Mapping[str, object]]:
    return subject("claim")


def _stems(language: str, role: str) -> list[str]:
    """The folded stems of a role, including the words for editors that many languages share."""
    stems = str(_data()[language].get(role, "")).split()
    if role == "ours":
        stems += [stem for stem in str(_data()[ANY]["editors"]).split() if stem not in stems]
    return [fold(stem) for stem in stems]


def _whole_if_short(stems: Sequence[str], shortest: int) -> list[str]:
    return [stem if len(stem) >= shortest else stem.rstrip("_") + "_" for stem in stems]


class Stems:
    """Stems to look for in folded text: at the beginning of words or, with ``inside``, anywhere.

    Few sentences contain a stem of a given role, and finding that out is faster than compiling its pattern.
    """

    def __init__(self, stems: Sequence[str], *, inside: bool = False) -> None:
        self._stems, self._inside = sorted(stems, key=len, reverse=True), inside
        self._parts = [re.split("[_~]", stem.strip("_^")) for stem in self._stems]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, or None."""
        return self._pattern.search(text) if self._may_stand_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in ``text[start:end]``, in order."""
        return self._pattern.finditer(text, start, end) if self._may_stand_in(text) else iter(())

    def _may_stand_in(self, text: str) -> bool:
        made = "_pattern" in self.__dict__  # once compiled, the pattern is faster
        return made or any(all(map(text.__contains__, parts)) for parts in self._parts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        inner: list[str] = []
        opening: list[str] = []
        for stem in self._stems:
            body = r"[\s\u200c]+".join(re.escape(part) for part in stem.strip("_^").split("_"))
            body = body.replace("\\~", _PARTED)
            if self._inside:
                inner.append(body.replace("]+", "]?"))
            else:
                (opening if stem[0] == "^" else inner).append(body + (r"(?!\w)" if stem.endswith("_") else r"\w*"))
        if not inner:
            return re.compile(r"(?!)")
        if self._inside:
            return re.compile("|".join(inner))
        at_once = rf"|^\W*(?:{'|'.join(opening)})" if opening else ""  # "^" marks a stem that opens the sentence
        return re.compile(rf"(?<!\w)[וו]?(?:{'|'.join(inner)}){at_once}")


_TOLD_BY = {"object": ("source", "works"), "act": ("review", "chosen"), "name": NAMES}


@cache
def _openings(kind: str) -> Mapping[str, frozenset[str]]:
    """First word of a stem of the kind -> the languages that have it, where stems begin words."""
    table: dict[str, set[str]] = {}
    for language in _data():
        if language != ANY and not opens_inside(language):
            for role in _TOLD_BY[kind]:
                for stem in _stems(language, role):
                    table.setdefault(re.split("[_~]", stem.strip("_"))[0], set()).add(language)
    return {stem: frozenset(languages) for stem, languages in table.items()}


@cache
def _written_inside(kind: str) -> tuple[tuple[str, Stems], ...]:
    """(language, the words of a kind) for languages whose stems may stand inside a word."""
    chosen = [language for language in _data() if language != ANY and opens_inside(language)]
    stems = ((one, [stem for role in _TOLD_BY[kind] for stem in _stems(one, role)]) for one in chosen)
    return tuple((one, Stems(stems_of_kind, inside=True)) for one, stems_of_kind in stems)


@lru_cache(maxsize=8192)
def _of_word(kind: str, word: str) -> frozenset[str]:
    table = _openings(kind)
    found: set[str] = set()
    for size in range(1, min(len(word), 24) + 1):
        found |= table.get(word[:size], frozenset())
    return frozenset(found)
