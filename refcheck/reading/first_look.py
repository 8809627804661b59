"""The first look at a file found in a folder: can it contain a list of references at all?

Most files of a repository can't, and reading them takes a hundred times as long as looking for the signs that every
list has: the markup of citations, a heading that announces a list, or several lines with a year and some other part of
a reference. The look may err in one direction only: a file with a list always has a sign
(``tests/reading/test_first_look.py``).
"""

from __future__ import annotations

from functools import cache

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.lexicon import OTHERS
from refcheck.language.words import alternatives, every, whole_words
from refcheck.reading.lists.headings import STRONG, heading_grade

_PACKED = (b"%PDF-", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")  # packed files, and UTF-16, are always read
_DATE = r"(?<![\d/.-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/-])"
_MARKUP = (  # (literals, pattern): the pattern is tried only if one of the literals occurs
    (("@",), r"@\s?[A-Za-z]{4,}\s?[{(]|\[-?@[\w:.#$%&+?<>~/-]+(?:[;, ]|\](?![(\[]))|[\s;]@[\w:-]+\]"),
    (("@",), r"(?<![\w@.\\/])@[A-Za-z][\w:.-]{0,60}?(?:1[5-9]|20)\d\d"),
    (("\\",), r"\\(?:[a-z]*cite|bib|printbib|addbib|footnote|input|include|subfile)|\\hypertarget\{ref"),
    (("bibliograph",), r"\bbibliograph|^\.\. bibliography"),
    (("references",), r"^references\s*:|CSLReferences"),
    (("<ref", "<d-", "<dt-"), r"<(?:ref|d-cite)[\s>-]|<(?:d-footnote|dt-cite)[\s>-]"),
    (("<bibl", "<listbibl"), r"<(?:listBibl|bibl|biblStruct)[\s>]"),
    (("citation",), r"<(?:mixed-|element-)?citation[\s>]"),
    (("csl-entry",), r"csl-entry"),
    (("cite",), r"\{\{<?\s?cite|\{cite|:cite|\{%-?\s{0,9}(?:nocite|cite)|#cite\("),
    (("cite",), r"\[cite[:/]|(?<![\w:])[a-z]{0,8}cite[a-z]{0,8}\*?:&?[a-z]"),  # Org and org-ref
    (("@",), r"^={1,5}\s[^\n=]{1,200}$"),  # a heading of Typst, where a key is a bare word
    ((".. [",), r"^\.\. \["),
    (("isbn",), r"\bISBN\b[^\n\d]{0,30}\d"),
    # a note with a year or a link
    (
        ("]:",),
        rf"\[\^[^\]\s]{{1,40}}\]:(?:[^\n]*\n(?!\s*\n|\[\^)){{0,6}}?[^\n]*(?:{_DATE}|https?://)",
    ),
    (("[fn:",), rf"\[fn:[^\n]{{0,2000}}(?:{_DATE}|https?://)"),
    (("^[",), rf"\^\[(?!\^)[^\]\n]{{0,200}}(?:{_DATE}|https?://)"),  # such a note within the line
    (("((",), rf"\(\((?!\()[^()\n]{{0,200}}(?:{_DATE}|https?://)"),  # DokuWiki's note
    # "[1] Smith, ... 2010"
    (("[",), rf"^\s{{0,3}}(?:[-*+>]\s+)?\\?\[\d{{1,3}}\\?\][\s:.]+[^\W\d_][^\n]*{_DATE}"),
)
_IDENTIFIER = re.compile(rf"\b{DOI_PREFIX}\S{{4}}|\barXiv[:.]", re.IGNORECASE)
_FRONT = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\n.*?\n(?:---|\+\+\+|\.\.\.)[ \t]*\n", re.DOTALL)
_NAMED = re.compile(r"^(?:bibliography|references|csl)\s*[:=]", re.MULTILINE)
_YEAR = re.compile(_DATE)
_EDITORS = alternatives(every("lists", "editors"))
_OTHERS = whole_words(words.rstrip(".") for words in OTHERS if " " in words and words[-1] == ".")
_PAGES = whole_words((form for word in every("lists", "pages") for form in (word, word.capitalize())), r"\.\s?\d")
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        rf"(?<!\w)[^\W\d_]\.|{_OTHERS}|[㐀-鿿가-힣]{{2}}[,，、]",  # initials, others, names in ideographs
        rf"{_PAGES}|\d\s[сsp]\.|№\s?\d|\s//\s"
        rf"|\((?i:{_EDITORS})\.|\d\s?[:(]\s?\d|\d\s?[–—-]\s?\d",  # pages, editors, volumes
        r"[*_“”„«»\"「《]\w|</?(?:i|em|cite)\b",  # a title
        r"https?://|\bdoi\b",
    )
)
_LINE = re.compile(r"\n|\\n(?![a-z])|</?(?:li|p|h[1-6]|tr|div|br|dd|dt)\b[^>]{0,300}>", re.IGNORECASE)
_BARE = re.compile(r"<[^>]{0,300}>|[一二三四五六七八九十]{1,3}[、．.]|[#*_=:：~`\"'.,、()（）\[\]{}【】|\\>-]|\d+")
_NUMERAL = re.compile(r"(?:[ivx]{1,5}|[a-z])\s")
_LONGEST_HEADING = 70  # characters
_SHORTEST = 20  # characters of a reference
_LINES = 2  # lines that look like references; with as many there may be a list
_TABLE = re.compile(r"(?:(?:[^\t\n]{0,200}\t){5}[^\n]{0,5000}(?:\n|$)){3}")  # the beginning of a table of data


def may_hold_list(data: bytes) -> bool:
    """Whether a file's content may contain a list of references, or citations that lead to one elsewhere."""
    if data.startswith(_PACKED) or b"\0" in data[:1000]:
        return True
    text = data.decode("utf-8", "replace")
    front = _FRONT.match(text)
    if front and _NAMED.search(front[0]):
        return True
    start = front.end() if front else 0
    if _TABLE.match(text, start):
        return False
    if _marked(text, start) or len(set(_IDENTIFIER.findall(text, start))) >= _LINES:
        return True
    dated = 0
    announced = False
    for line in _LINE.split(text[start:]):
        if len(line) <= _LONGEST_HEADING:
            heading = " ".join(_BARE.sub(" ", line).casefold().split())
            if _announces(heading):
                return True
            announced = announced or heading in _headings("notes")
        if len(line) > _SHORTEST and _YEAR.search(line):
            dated += sum(sign.search(line) is not None for sign in _SIGNS) > 1
        if dated >= _LINES or (dated and announced):
            return True
    return False


def _marked(text: str, start: int) -> bool:
    """Whether the text has the markup of a citation or a note."""
    low = text.lower()
    return any(
        any(literal in low for literal in literals) and _markup(pattern).search(text, start)
        for literals, pattern in _MARKUP
    )


@cache
def _markup(pattern: str) -> re.Pattern[str]:
    """A pattern of markup, compiled on demand, since most are never needed."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _announces(heading: str) -> bool:
    """Whether it is a list's heading, alone, after a numeral or with another ("references and notes")."""
    known = _headings("list")
    if heading in known or ((numeral := _NUMERAL.match(heading)) and heading[numeral.end() :] in known):
        return True
    return not known.isdisjoint(heading.split()) and heading_grade(heading) == STRONG


@cache
def _headings(kind: str) -> frozenset[str]:
    """Headings of lists, or of notes and further reading, in all languages."""
    return frozenset(word.casefold() for word in every("headings", kind)) - {""}
