"""Citation keys in lightweight markup: Pandoc's [@key], MyST's {cite}`key`, :cite:`key`, Distill's <d-cite>, Jekyll's
{% cite key %}.

Not every @word is one: Quarto, bookdown and pandoc-crossref refer to figures and sections in the same way, and Manubot
writes the identifier itself (@doi:10.1/x), which needs no list.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import takewhile

from refcheck import patterns as re

# https://quarto.org/docs/authoring/cross-references.html and pandoc-crossref's fig: tbl: sec: eq: lst:
_CROSS_REFERENCE = re.compile(
    r"(?:fig|supp-?fig|tbl|tab|sec|eq|lst|lem|thm|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|vid)[-:]\S",
    re.I,
)
# https://manubot.org/docs/citekeys: the prefix before the colon tells the kind of identifier
_IDENTIFIER = re.compile(
    r"(?:doi|pmid|pubmed|pmc|pmcid|arxiv|isbn|url|https?|wikidata|tag|raw|clinicaltrials|rrid|swh|hal|zotero):\S", re.I
)
_PANDOC = re.compile(r"(?<![\w@.`\\/])-?@\{?([A-Za-z0-9_][\w:.#$%&+?~/-]{0,200})")
_ROLE = re.compile(r"(?:\{(?:foot)?cite(?::?\w+)?\}|(?<![\w:`])(?::(?:foot)?cite){1,2}(?::\w+)?:)`([^`]{1,500})`")
_LATEX = re.compile(  # natbib's and biblatex's, which pandoc passes on to LaTeX
    r"\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\[\]]{0,200}\]){0,2}\{([^{}\\]{1,1000})\}"
)
_LIQUID = re.compile(r"\{%-?\s{0,9}(?:nocite|cite(?:_details)?)\s{1,9}([^%\n]{1,500})%\}")  # jekyll-scholar's
_RAW = re.compile(r"\{%-?\s{0,9}raw\s{0,9}-?%\}.{0,5000}?\{%-?\s{0,9}endraw", re.S)
_SCHOLAR_KEY = re.compile(r"(?:[^\W\d_]|\d{1,4}[^\W\d_])[\w:.+/-]{0,100}")
_AROUND_KEY = re.compile(r"\{[^{}]{0,200}\}")  # sphinxcontrib-bibtex 2.6: text before and behind a key
_DISTILL = re.compile(
    r"<d-?t?-cite[^<>]{0,100}?\s(?:bibtex-|citation-)?key\s*=\s*(?:\"([^\"<>]{1,500})|'([^'<>]{1,500}))", re.I
)
_BROKEN = re.compile(r"(<d-?t?-cite)[ \t]*\n\s{0,20}(key\s{0,3}=[^<>\n]{1,500}>)")  # at the end of a line
_EXAMPLE = re.compile(r"^ {0,3}\(@([\w-]{1,100})\)\s", re.M)  # a numbered example, not a key
_NAMES = re.compile(r" {0,3}\[@[^\]\s]{1,100}\]:\s")  # Manubot: "[@mash]: doi:10.1186/..." says what a key stands for
_PACKAGE = re.compile(r"R-[A-Za-z][\w.]*$")  # knitr::write_bib makes these keys and their entries at build time
_CODE = re.compile(r"(?<![}`])(`++).{1,500}?(?<!`)\1(?!`)")
_SHOWN = re.compile(r"(?<!`)(``+)(?!`).{1,500}?(?<!`)\1(?!`)")  # of two or more: a role between them is shown
_YEAR_IN_KEY = re.compile(r"[^\W\d_].*(?<!\d)(?:(?:1[5-9]|20)\d\d|\d\d)(?!\d)")
_BRACKET = re.compile(r"[\[\]]")
_FENCE = re.compile(
    r"^\s{0,16}(?:>\s?)?(```+(?=\s*\{|[^`]*$)|~~~+)"
)  # of a list's item, it stands at the indent of its text


def is_cross_reference(key: str) -> bool:
    """Whether a key leads to a figure, a table, a section or an equation of the document itself."""
    return _CROSS_REFERENCE.match(key) is not None


def is_dated(key: str) -> bool:
    """Whether a key has the year of the work in it, with two figures or four."""
    return _YEAR_IN_KEY.match(key) is not None


def is_built(key: str) -> bool:
    """Whether a key's entry is made when the document is built, as for R packages ("R-knitr")."""
    return _PACKAGE.match(key) is not None


def is_identifier(key: str) -> bool:
    """Whether a key is itself the identifier of the work ("doi:10.1371/journal.pone.1"), or Manubot's tag for one."""
    return _IDENTIFIER.match(key) is not None


def cites_keys(text: str) -> bool:
    """Whether a text cites as Distill does, ``<d-cite key="...">``."""
    return _DISTILL.search(text) is not None


def _without_comments(text: str) -> str:
    """The text without its HTML comments, their line breaks kept."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join((*kept, text[at:]))


def cited_keys(text: str) -> Iterator[tuple[str, int, bool]]:
    """(key, line, surely) for the citations in a Markdown text. surely: it cannot be anything else ("[@key]", a
    role)."""
    text = _BROKEN.sub(r"\1 \2\n", _without_comments(text))
    text = _RAW.sub(lambda shown: "\n" * shown[0].count("\n"), text) if "endraw" in text else text
    pandoc = _DISTILL.search(text) is None  # in Distill's pages an @ is a name
    examples = frozenset(_EXAMPLE.findall(text))
    fence = ""
    for number, row in enumerate(text.split("\n"), 1):
        if match := _FENCE.match(row):
            if not fence:
                fence = match[1][:3]
            elif match[1].startswith(fence):
                fence = ""
            continue
        if fence or ("@" not in row and "cite" not in row) or _NAMES.match(row):
            continue
        for match in _DISTILL.finditer(row):
            yield from ((key, number, True) for key in _divided(match[1] or match[2]))
        yield from ((key, number, True) for key in (*role_keys(row), *_liquid_keys(row)))
        row = _CODE.sub(" ", _DISTILL.sub(" ", row))
        yield from ((key, number, False) for match in _LATEX.finditer(row) for key in _divided(match[1]))
        waiting = deque(_brackets(row) if pandoc and "@" in row else ())
        around: list[tuple[int, int]] = []
        for match in _PANDOC.finditer(row) if pandoc else ():
            while waiting and waiting[0][0] < match.start():
                around.append(waiting.popleft())
            while around and around[-1][1] < match.end():
                around.pop()
            key = match[1].partition("--")[0].rstrip(".:,;?-")  # a key ends before a dash: "@ruiz2019--the book"
            if key in examples:
                continue
            if around and row.startswith("(", around[-1][1] + 1):
                continue  # a link: "[@handle](https://...)"
            yield key, number, bool(around)


def _brackets(row: str) -> list[tuple[int, int]]:
    """Where the square brackets of a row open and close, those inside others too ("[@ruiz2019; [3.2](#3.2)]"), but not
    of the words under a picture; the first of those that are open at the end of the row may go on behind it."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(row):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            found.append((opened.pop(), match.start()))
    last = row.rfind("]")
    left = [(start, len(row)) for start in opened if start > last and row[max(0, start - 1)] != "!"]
    return sorted([*(span for span in found if row[max(0, span[0] - 1)] != "!"), *left[:1]])


def role_keys(row: str) -> Iterator[str]:
    """The keys cited by the roles in a row of MyST or reStructuredText, ``:cite:p:`{see}ruiz2019{p. 3}, chen2020```; a
    role that is itself set as code is shown."""
    row = _SHOWN.sub(" ", row)
    for match in _ROLE.finditer(row):
        if row.count("`", 0, match.start()) % 2 == 0:
            yield from _divided(_AROUND_KEY.sub(" ", match[1]))


def _liquid_keys(row: str) -> Iterator[str]:
    """The keys in the tags of a row, ``{% cite ruiz2019 chen2020 --locator 23 %}``."""
    for match in _LIQUID.finditer(_CODE.sub(" ", row)) if "{%" in row else ():
        yield from takewhile(_SCHOLAR_KEY.fullmatch, match[1].split())


def _divided(keys: str) -> list[str]:
    return [key for part in re.split("[,;]", keys) if (key := part.strip())]
