"""How much a text looks like a bibliographic reference, in any language and style.

Points are added for parts of references (an author at the beginning, year, DOI, volume and pages, publisher) and for
density of digits and punctuation, which is three to five times that of prose in every script examined, and subtracted
for prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, repeat

from refcheck.identifiers import DOI_PREFIX, REGISTRANT
from refcheck.language.lexicon import OF_DAY
from refcheck.language.words import alternatives, every, whole_words
from refcheck.reading.lists.authored import NAMES_TITLE_YEAR, author_points

SURE = 4.0
"""Score from which a text is taken for a reference without a heading's promise."""
LIKELY = 1.5
"""Score from which a text is taken for a reference in a list that a heading promises."""


def _words(key: str) -> str:
    """The words ``key`` of the tables ``lists``, as alternatives of a pattern."""
    return alternatives(every("lists", key))


# Patterns begin with what they look for, and then look what stands before it: a text is searched far more quickly so.
_YEAR = re.compile(r"(?:1[3-9]\d\d|20\d\d|2[45]\d\d|[۱١]\d{3}|٢٠\d\d|۲۰\d\d)(?<![\d./-]\d{4})(?!\d)[a-zа-я]?")
_YEAR_AT_END = re.compile(r"\d{4}[a-z]?\.?\s*\Z")
_YEAR_PAREN = re.compile(
    rf"[(（\[〔]\s?(?:(?:©|{alternatives(every('dates', 'about'))})\s?)?"
    r"(?:1[0-9]\d\d|20\d\d|[۱١][۰-۹٠-٩]{3}|[۲٢][۰٠][۰-۹٠-٩]{2}"
    r"|2[45]\d\d(?=[^()]{0,200}[\u0e00-\u0e7f]))[a-zа-я]?\s?(?:[,،/;–.年-][^()（）]{0,40})?[)）\]〕]"
    rf"|[(\[](?i:{alternatives(every('citations', 'undated'))})\.?[^()]{{0,20}}[)\]]",
)
_TO_COME = re.compile(  # "Ruiz, Ana. Forthcoming. Moths", in place of the year; not "Barbosa, S. D. J.; Silva"
    rf"[.,]\s(?:{alternatives(every('citations', 'undated'))})\.?[.,]\s(?![^\W\d_]\.|\()", re.I
)
_NARRATIVE = re.compile(
    r"[(（](?:(?<=\w\s.)|(?<=\b[^\W\d_]{2}\.\s.))(?:1[5-9]|20)\d\d[a-z]?(?:[:,]\s?(?:[^\W\d_]{1,3}\.\s?)?\d[\d–-]{0,8})?[)）]"
    r"(?:\s?\[\^?\w{1,20}\]|[¹²³⁴-⁹]{1,3})?,?\s[a-zß-öø-ÿα-ωа-џ]+\s"
)  # Smith (2010, p. 5) found that, Smith (2010)[^3] found that, Smith (2010) [3] found that
_TABLE_ROW = re.compile(  # five numbers side by side
    r"[\d(](?<!\S.)(?:(?<=\d)|(?<=\()\d)[\d.,%–-]{0,12}\)?\s(?:\(?\d[\d.,%–-]{0,12}\)?\s){4}"
)
_CAPTION = re.compile(
    rf"(?:[^\W\d_]{{4,16}}\s)?(?:{_words('captions')})\.?\s?(?:[A-Z]\.?)?\d{{1,3}}(?!\d)|(?:{_words('credits')})\s?[:©]|©",
    re.I,
)
_EQUATION = re.compile(r"=\s\S{1,4}\s[+−×*/-]\s\S")
# Searched for in text in lower case (publishers apart): several times faster than ignoring case.
_DOI = re.compile(rf"10\.(?<!\w10\.){REGISTRANT}/\S|doi(?:\.org/|(?<!\wdoi):)")
_URL = re.compile(r"https?://|www\.\w")
_ISBN = re.compile(r"\b(?:is[bs]n\b|arxiv[:.]|pmid\b|hdl\.handle)")
_STOP_NUMBER = r"\.\s?\d"
# Volumes and pages begin with a figure in most texts; only the others are searched for words.
_VOLUME = (
    re.compile(r"\d(?:\s?[(（]\d{1,4}(?:[-–/]\d{1,4})?[)）]|[巻卷권]|;\s?\d)"),
    re.compile(
        rf"№|第\s?\d+\s?[巻卷号號期辑]|제\s?\d+\s?[권호집]|n(?<!\wn)[.°º]\s?\d"
        rf"|{whole_words(every('lists', 'volume'), _STOP_NUMBER)}|{_words('volume_within')}|\[[jmdcnraz](?:/ol)?\]"
    ),
)
_PAGES = (
    re.compile(
        rf"\d(?:\s?(?:{_words('pages_behind')})\.|[頁页쪽])"
        r"|\d(?<![\d-]\d)\d{0,4}\s?[-–—‑−~～]{1,2}\s?\d{1,5}(?![\d-])"
    ),
    re.compile(rf"{whole_words(every('lists', 'pages'), _STOP_NUMBER)}|頁\d|ص\.?\s?\d|{_words('pages_within')}"),
)
_EDITED = (
    re.compile("//"),
    re.compile(whole_words((word for word in every("parts", "in") if len(word) > 1), r"(?::\s|\s[a-z]\.)")),
    re.compile(
        rf"\((?:{_words('editors')})\.?\)|{whole_words(every('lists', 'edited'), end='')}|{_words('edited_within')}"
    ),
)
_IMPRINT = re.compile(r"[A-ZÀ-Þ][\w.’-]{2,20}(?:,\s\w{2,12})?\s?:\s[A-ZÀ-Þ]")  # New York, NY: Wiley
_PUBLISHER = re.compile(rf"{whole_words(every('lists', 'publishers'))}|『|《|{_words('publishers_within')}")
ACCESSED = re.compile(rf"{whole_words(every('lists', 'accessed'))}|{_words('accessed_within')}")
_OF_WORKS = (_DOI, _URL, _VOLUME[0], _PAGES[0], *_EDITED, _VOLUME[1], _PAGES[1], _ISBN, ACCESSED)  # the commonest first
_VISITED = re.compile(  # "https://www.dwds.de/wb/raffen [02.11.2022]"
    r"(?:https?://|www\.)\S{1,400}\s[\[(](?:[^\W\d_]{1,12}[.:]?\s){0,2}\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}[\])]"
)
_QUOTED = re.compile(r"[“„«\"‘'「『《»][^“„«\"「『《]{10,200}[”“»\"’'」』》«]")
_LOWER_START = re.compile(r"[a-zß-öø-ÿα-ωа-џ]")
_LIFE = re.compile(r"\(\s?(?:1[5-9]|20)\d\d\s?[-–—~～〜]\s?(?:(?:1[5-9]|20)\d\d)?\s?\)")
_ON_DAY = re.compile(
    rf"\b\d{{1,2}}\.?\s{OF_DAY}?[^\W\d_]{{3,12}}\.?\s{OF_DAY}?(?:19|20)\d\d|[^\W\d_]{{3,9}}\s\d{{1,2}},\s(?:19|20)\d\d"
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(rf"(?:https?://|www\.|{DOI_PREFIX})\S{{0,400}}")
_LETTERS = re.compile(r"[^\W\d_]+")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A sign that is a word or a part of one, and about as wide as two letters."""
_MARKS = re.compile(r"[\d.,:;()\[\]&/–—«»“”\"<>„（），．：；、。《》『』「」،؛]")
# The signs of ASCII that are not counted as either: without them, what is left is counted far more quickly.
_NOT_ASCII = re.compile(r"[^\0-\x7f]+")
_NO_LETTERS, _NO_MARKS = (
    bytes(sign for sign in range(128) if not pattern.match(chr(sign))) for pattern in (_LETTERS, _MARKS)
)
_ENDS_WELL = re.compile(r"[.\d)\]>”\"»’'/。）］」』》]$")


def is_caption(text: str) -> bool:
    """Whether it begins as what stands below a figure: "Figure 3", "Photo: ..."."""
    return _CAPTION.match(text) is not None


WINDOW = 1200
"""Characters of a text that are looked at."""


def likeness(text: str) -> float:
    """Points: below 0 it is prose, from LIKELY on a reference in a list, from SURE on a reference anywhere."""
    return _likeness(text[:WINDOW]) - _running_on(text)


def is_like(text: str, least: float) -> bool:
    """Whether its ``likeness`` is ``least`` or more; nothing is looked for that cannot change the answer."""
    least += _running_on(text)
    return any(score >= least for score in accumulate(_points(text[:WINDOW])))


def _running_on(text: str) -> float:
    """Points to subtract for a long text."""
    if len(text) <= WINDOW or text.count(",") > len(text) / 25:  # prose has one comma in eighty characters
        return 0.0
    return min(4.0, (len(text) - WINDOW) / 500)


@lru_cache(maxsize=2048)
def _likeness(head: str) -> float:
    return sum(_points(head))


def _points(head: str) -> Iterator[float]:
    """First the points of its year, less those of prose; then those of its authors and of the other parts of a
    reference, none of them below 0."""
    if len(head) < 12:
        yield -2.0
        return
    prose = prose_points(head[:600])
    if prose >= 4:
        yield -prose
        return
    head = _LIFE.sub(" ", head)
    year = 2.0 if _YEAR_PAREN.search(head) else 1.0 if _YEAR.search(head) else 0.0
    yield (year or -1.0) - prose - _against(head)
    author = author_points(head)
    if author < 2 and _YEAR_AT_END.search(head) and NAMES_TITLE_YEAR.match(head.rstrip()):
        author = 2.0
    yield author + (author > 0 and not year)
    yield 2.0 - year if author and _TO_COME.search(head) else 0.0
    lower = head.lower()
    yield 1.0 if _holds(lower, _VOLUME) else 0.0
    yield 1.0 if _holds(lower, _PAGES) else 0.0
    yield 2.5 if _has_doi(lower) else 1.0 if _URL.search(lower) else 0.0
    yield 1.5 if _has_isbn(lower) else 0.0
    yield 0.75 if _holds(lower, _EDITED) else 0.0
    yield 1.0 if _has_publisher(head) else 0.0
    yield 1.5 if _VISITED.search(lower) else 1.0 if ACCESSED.search(lower) else 0.0
    yield 0.5 if _QUOTED.search(head) else 0.0


def _against(head: str) -> float:
    """Points to subtract for what references do not hold: a sentence that cites, a small first letter, captions."""
    points = 2.5 if _NARRATIVE.search(head) else 0.0
    points += 1.0 if _LOWER_START.match(head) else 0.0
    return points + (3.0 if is_caption(head) or _TABLE_ROW.search(head) or _EQUATION.search(head) else 0.0)


def _holds(text: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(map(re.Pattern.search, patterns, repeat(text)))


def _has_doi(lower: str) -> bool:
    return ("10." in lower or "doi" in lower) and _DOI.search(lower) is not None


def _has_isbn(lower: str) -> bool:
    return any(sign in lower for sign in ("isbn", "issn", "arxiv", "pmid", "hdl")) and _ISBN.search(lower) is not None


def _has_publisher(text: str) -> bool:
    return _PUBLISHER.search(text) is not None or (":" in text and _IMPRINT.search(text) is not None)


def prose_points(text: str) -> float:
    """Points to subtract for running text: long, with few digits and punctuation marks (not counting addresses)."""
    words = _ADDRESS.sub(" ", text) if "://" in text or "www." in text or "10." in text else text
    rest = "" if words.isascii() else "".join(_NOT_ASCII.findall(words))
    ascii_ = words.encode("ascii", "ignore")
    letters = len(ascii_.translate(None, _NO_LETTERS)) + sum(map(len, _LETTERS.findall(rest)))
    marks = len(ascii_.translate(None, _NO_MARKS)) + len(_MARKS.findall(rest))
    if letters < 40:
        return 0.0
    density = marks / letters
    if len(WIDE.findall(rest)) > letters / 3:
        density /= 2.5
    length = min(1.0, letters / 120)
    if density < 0.045:
        return 4.0 * length
    if density < 0.065:
        return 2.5 * length
    if density < 0.085:
        return 1.0 * length
    return -0.5 if density > 0.14 else 0.0


def names_publisher(text: str) -> bool:
    """Whether the text has a word of publishers, journals or conferences."""
    return bool(_PUBLISHER.search(text))


def has_year(text: str) -> bool:
    """Whether the text has a year, or what replaces one ("n.d.")."""
    return bool(_YEAR.search(text) or _YEAR_PAREN.search(text) or _TO_COME.search(text))


def names_work(text: str) -> bool:
    """Whether the text has a year and also an address, a volume, pages, a publisher, or a title of three or more words.

    A list of people has "Jansen, P. (2019). Treasurer. Utrecht." and years such as "(1934–2022)"; a programme has
    "Smith, J. – Talk on noise, 3 May 2019".
    """
    head = text[:WINDOW]
    if not has_year(head):
        return False
    plain = _LIFE.sub(" ", head)
    if says_where(plain) or _has_publisher(plain):
        return True
    if _ON_DAY.search(plain):
        return False
    rest = plain[match.end() :] if (match := _YEAR_PAREN.search(plain)) else plain
    return any(len(_WORDS.findall(part)) >= 3 or len(WIDE.findall(part)) >= 5 for part in re.split(r"[.()。]", rest))


def says_where(text: str) -> bool:
    """Whether the text has an address, a volume, pages, an editor or a publisher."""
    return _holds(text.lower(), _OF_WORKS) or names_publisher(text)


def complete(text: str) -> bool:
    """Whether a reference may end here: it has a good ending, and something after an author-year start."""
    return bool(_ENDS_WELL.search(text)) and substantial(text)


def substantial(text: str) -> bool:
    """Whether the text has a year with at least a title's length before or after it."""
    if match := _YEAR_PAREN.search(text):
        return _width(text[match.end() :]) >= 20 or _width(text[: match.start()]) > 150
    if match := _YEAR.search(text):
        return _width(text[: match.start()]) > 40 or _width(text[match.end() :]) >= 20
    return len(text) >= 30 and bool(_DOI.search(text.lower()))


def _width(text: str) -> float:
    """Length in Latin letters, counting an ideograph or syllable block as two and a half."""
    return len(text) if text.isascii() else len(text) + 1.5 * len(WIDE.findall(text))


def ends_well(text: str) -> bool:
    """Whether the text ends as references do: in a full stop, a number, a bracket, a quotation mark."""
    return bool(_ENDS_WELL.search(text))


def lower_start(text: str) -> bool:
    """Whether the text begins with a lower-case letter."""
    return bool(_LOWER_START.match(text))
