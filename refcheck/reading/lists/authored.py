"""Whether a text begins with its authors, in any language and style."""

from __future__ import annotations

import re
from functools import lru_cache

from refcheck import patterns
from refcheck.language.lexicon import BARE_OTHERS
from refcheck.language.words import alternatives, every

_UP = r"[^\W\d_a-zß-öø-ÿα-ωά-ώа-џ]"  # a letter that is not lower case
_PARTICLES = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in every("names", "particles"))
_PARTICLE = rf"(?:(?:{_PARTICLES}|{alternatives(every('names', 'prefixes'))})[\s-]?)"
AND = alternatives((*every("citations", "connectors"), *every("lists", "and")))
"""Words for "and", as alternatives of a pattern."""
_WORD = rf"(?:{_UP}\w{{0,2}}\.|{_UP}[\w'’\u02bc-]{{0,30}})"
_WITHIN = alternatives((*every("names", "double"), *every("names", "particles")))
_FAMILY = rf"{_PARTICLE}{{0,3}}{_WORD}(?:[\s-](?:(?:{_WITHIN})\s)?{_WORD}){{0,3}}"
_INITIALS = rf"(?:{_UP}{{1,2}}\.?[\s-]?){{1,4}}"
PERSON = rf"{_FAMILY},\s?{_INITIALS}"
"""A family name with its initials behind it, as a pattern."""

_GIVEN = rf"(?:{_UP}\.(?:-{_UP}\.)?|{_UP}[\w’'´`¨-]{{0,60}}(?:(?<=-)\s\w{{1,60}})?)"
_JUNIOR = rf"(?:,?\s(?:{alternatives(map(str.capitalize, every('names', 'generations')))})\.)?"
_FULL_NAME = rf"{_GIVEN}(?:\s{_PARTICLE}{{0,2}}{_GIVEN}){{0,4}}{_JUNIOR}"
_CUT = rf"(?:,?\s(?:{alternatives(BARE_OTHERS)}))?"
NAMES_YEAR = patterns.compile(  # ACL: "Franz Josef Och and Hermann Ney. 2002a. Discriminative training"
    rf"{_FULL_NAME}(?:(?:,|,?\s(?:{AND}))\s{_FULL_NAME}){{0,30}}"
    rf"{_CUT}\.\s(?:19|20)\d\d[a-z]?\.\s(?=\S)"
)
"""Authors with their given names written out, then the year between full stops."""
_TWO_NAMES = rf"{_GIVEN}(?:\s{_PARTICLE}{{0,2}}{_GIVEN}){{1,4}}{_JUNIOR}"
NAMES_TITLE_YEAR = patterns.compile(  # BibTeX plain: "Eryn Brown and Chris Woolston. Why ... matters. Nature, 2018."
    rf"{_TWO_NAMES}(?:(?:,|,?\s(?:{AND}))\s{_TWO_NAMES}){{0,30}}{_CUT}\.\s"
    r"(?:[^\s.]{1,40}\s){1,40}[^\s.]{2,40}[.?!]\s[^\n]{2,300}[,.]\s(?:[^\W\d_]{3,12}\.?\s)?(?:1[5-9]|20)\d\d[a-z]?\.?\Z"
)
"""Two names in full at least, a title, and the year at the end."""

_AUTHOR = (
    (3.0, re.compile(rf"{_PARTICLE}{{0,3}}{_WORD}(?:[\s-]{_WORD}){{0,3}},\s?(?:{_UP}{{1,2}}\.[\s-]?){{1,4}}")),
    (3.0, re.compile(rf"{_PARTICLE}{{0,3}}{_WORD}(?:[\s-]{_WORD}){{0,2}}\s{_UP}{{1,3}}(?:[,.;:]|\s\()")),  # Smith JA,
    (3.0, re.compile(rf"{_WORD}(?:[\s-]{_WORD})?\s(?:{_UP}\.[\s-]?){{1,3}}")),  # Иванов И. И.
    (2.5, re.compile(rf"(?:{_UP}[a-zа-я]?\.[\s-]?){{1,4}}{_PARTICLE}{{0,2}}{_WORD}")),  # J. A. Smith
    (
        2.0,
        re.compile(
            rf"{_PARTICLE}{{0,3}}{_WORD}(?:[\s-]{_WORD}){{0,2}},\s{_UP}\w*[\w.-]*(?:\s{_WORD}){{0,2}}[\s,.;:(&–-]"
        ),
    ),
    (
        1.5,
        re.compile(
            r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f’'‘. -]{3,60}[,،][ \u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f]"
        ),
    ),
)
_TURNED = re.compile(rf"{_FAMILY},\s{_WORD}(?:\s{_WORD}){{0,4}};\s{_FAMILY},\s{_UP}")  # SOUZA, ANA LIMA; CARMO, RUI
_EAST_ASIAN = (
    (2.5, patterns.compile(r"[\u3400-\u9fff々\uac00-\ud7af\u30a0-\u30ff・·]{2,12}\s?[(（〔\[]\s?\d{4}")),
    (
        2.0,
        patterns.compile(
            r"[\u3400-\u9fff々\uac00-\ud7af]{2,4}(?:[,，、;；·・．.:：]|\s[\u3400-\u9fff々]{1,3}[,，、;；．.:：])"
        ),
    ),
)
_YEAR_ALONE = re.compile(r"\.\s(?:19|20)\d\d[a-z]?\.\s")
_NAMED_TITLE = re.compile(  # Jane Doe and John Smith, "A title", / Hans Thie: Rotes Grün. Pioniere und ...
    rf"(?:{_UP}[\w’'-]+\s(?:{_UP}\.\s){{0,2}}(?:{_PARTICLE}){{0,2}}{_UP}[\w’'-]+"
    rf"(?:,?\s(?:{AND})\s|,\s)?){{1,4}}"
    rf"(?:[,.:]\s[“\"„«‘‹]|:\s(?={_UP})(?:[^\W\d_]\S*\s){{4}})"
)
_BEFORE_YEAR = (
    # Ipsos 2016 Citizens ...
    re.compile(rf"{_UP}[\w&.-]{{0,60}}(?:\s{_UP}[\w&.-]{{0,60}}){{0,4}}\s(?:19|20)\d\d[a-z]?\s[“\"‘«]?{_UP}"),
    # FRIEDMANN Georges, 1964, / IG METALL, 1980, / Zhu et al. 2019. / Kaminska 2019.
    re.compile(rf"{_UP}{{2,60}}(?:[ -]{_UP}{{2,60}}){{0,2}}\s{_UP}\w{{1,60}}[,;.:]"),
    re.compile(rf"{_UP}[^.,()\d]{{2,70}}(?:,\s[^.,()\d]{{2,40}}){{0,6}},\s(?:1[5-9]|20)\d\d[a-z]?[,.:;]"),
    re.compile(rf"{_FAMILY},?\s(?:{alternatives(BARE_OTHERS)})(?!\w)"),
    re.compile(rf"{_WORD}(?:\s(?:{AND})\s{_WORD})?,?\s(?:1[5-9]|20)\d\d[a-z]?[.,:;]\s"),
)
_AGAIN = alternatives(word for key in ("same_author", "same_work", "cited_work") for word in every("lists", key))
_REPEAT = re.compile(rf"(?:[—–―_-]\s?){{2,}}[.,:;\s(]|(?:{_AGAIN})[.,\s]", re.I)
_ORGANISATION = re.compile(
    rf"{_UP}[^.()（）]{{2,110}}(?:\.\s{_UP}[^.()（）]{{2,60}})?\.?\s?[(（]\s?(?:(?!1[0-2]|[03-9]|2[1-36-9])\d{{4}}|[a-z]\.\s?[a-zåä]\.)"
)
_BRACKETS = frozenset("(（")
_LOWER_WORD = re.compile(r"(?<!\w)[a-zß-öø-ÿα-ωа-џ]\w{3,}")
_PROSE = tuple(f"{word} " for word in every("lists", "prose"))


def author_points(text: str) -> float:
    """How surely the text begins with an author: 0 to 3."""
    return _author_points(text[:400])


@lru_cache(maxsize=2048)
def _author_points(text: str) -> float:
    best = 0.0
    if text.startswith(_PROSE):  # "In Hastie et al. 2020, some ..."
        return best
    for points, pattern in (*_AUTHOR, *(_EAST_ASIAN if text[:1] > "\u3000" else ())):
        if points > best and pattern.match(text):
            best = points
    if best < 3 and _YEAR_ALONE.search(text) and NAMES_YEAR.match(text):
        best = 3.0
    if best < 3 and ";" in text and _TURNED.match(text):
        best = 3.0
    if best < 2.5 and _NAMED_TITLE.match(text):
        best = 2.5
    if best < 2 and any(pattern.match(text) for pattern in _BEFORE_YEAR):
        best = 2.0
    if (
        best < 2
        and not _BRACKETS.isdisjoint(text)
        and (match := _ORGANISATION.match(text))
        and len(_LOWER_WORD.findall(match[0])) <= 3
    ):
        best = 2.0
    if best < 2 and _REPEAT.match(text):
        best = 2.0
    return best


def begins_entry(text: str) -> bool:
    """Whether the text begins with an author, surely enough to begin an entry."""
    return author_points(text) >= 2
