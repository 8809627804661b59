"""Words of languages stand in ``refcheck/data/words``, each once, and nowhere in code.

Patterns may hold signs, markup, names of registers and formats, and the forms of one style manual in its own language,
where the words are part of the punctuation. ``SPARED`` lists those by file, with the reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from enum import EnumMeta
from functools import cache
from typing import Any

import pytest

from refcheck import model
from refcheck.language.lexicon import ORDER
from refcheck.language.words import FOLDER, files

PACKAGE = FOLDER.parents[1]
OTHERS_WORDS = ("language", "reports", "cli", "resolving", "reading/formats", "checks/duplicate.py")
"""Rooms whose words are those of formats, registers and messages, and the one that reads the files of words."""
NO_WORDS_OF_TEXTS = {"name", "speakers", "claim", "suggestion", "detect", "subjects", "templates"}
EVERYWHERE = {
    *("https", "http", "www", "org", "com", "uk", "pdf", "url", "html"),  # addresses
    *("doi", "pmid", "pmc", "pmcid", "pubmed", "arxiv", "isbn", "issn", "ieee", "iso"),  # numbers, and who gives them
    *("cite", "bibliography", "ref", "tr", "br", "em", "md", "amp", "dir", "text", "citation", "file", "key"),  # markup
    *("footnote", "index", "note", "box", "re", "ul", "it", "sc"),
    *("ii", "iii", "iv"),  # Roman numbers
}
SPARED: Mapping[str, tuple[str, set[str]]] = {
    "checks/base.py": ("headings of a check's page", {"how", "to"}),
    "checks/support/updates.py": ("fields of BibTeX", {"addendum"}),
    "citing/use.py": ("endings of Latin names of species", {"us", "um", "is", "or", "le"}),
    "comparing/names.py": ("letters that transcriptions write in several ways", {"ch", "ph", "ts"}),
    "exchange/bibtex_braces.py": ("the grammar of BibTeX's lists of names", {"and"}),
    "exchange/bibtex_people.py": (
        "the grammar of BibTeX's lists of names, parts of names in biblatex, Danish letters",
        {"and", "others", "et", "al", "ag", "ss", "jr", "sr", "given", "aa"},
    ),
    "exchange/bibtex_read.py": ("Mendeley's title of a file that it cannot read", {"no"}),
    "exchange/bibtex_titles.py": (
        "what ResearchGate prints on a cover",
        {"and", "at", "author", "for", "publication", "see", "this"},
    ),
    "exchange/bibtex_publishers.py": ("a publisher's name", {"sage", "publications"}),
    "exchange/bibtex_identifiers.py": ("Mendeley's address, the old form of pubmed's", {"papers", "de", "nih"}),
    "exchange/bibtex_write.py": ("the grammar of BibTeX's lists of names", {"and"}),
    "identifiers/find.py": (
        "buttons and paths of publishers' sites, arXiv's archives",
        {
            *("cross", "google", "science", "epub", "iss", "full", "met", "fig", "tab", "figures"),
            *("tables", "abstract", "summary", "preprint", "th", "ph", "ex", "cs", "bio", "nih", "id", "articles"),
            *("journal", "crossref", "scholar", "web", "of", "papers"),
        },
    ),
    "matching/coverage.py": ("United States law", {"pub"}),
    "parsing/doubt.py": ("languages of programs", {"select", "const"}),
    "parsing/kinds.py": ("LaTeX's plain style", {"volume", "of", "pages"}),
    "parsing/mending/east_asian.py": ("GB/T 7714", {"vol", "no"}),
    "parsing/mending/frames.py": (
        "ACM, ACS, AGLC, AMS, APA, Chicago, IEEE, ISO 690, OSCOLA; RFCs",
        {"article", "no", "st", "by", "vol", "pp", "of", "eds", "in", "std", "trans"},
    ),
    "parsing/mending/frames_of_works.py": (
        "AGLC, AMA, APA, Bluebook, Chicago, CSE, IEEE, LNCS, NLM; W3C",
        {
            *("inventors", "assignees", "no", "on", "tech", "rep", "memo", "at", "ds", "vol"),
            *("proposed", "working", "group", "audiobook", "podcast", "video", "st", "nd", "rd", "th", "ed"),
            *("in", "of", "by", "interview", "with", "pp", "paper", "thesis", "lecture"),
        },
    ),
    "parsing/mending/imprints.py": ("IEEE, LaTeX's plain style", {"tech", "rep", "memo", "no", "ep"}),
    "parsing/mending/law.py": (
        "OSCOLA, Bluebook",
        {
            *("of", "and", "on", "app", "at", "rev", "no", "vs", "plc", "others", "series", "jr", "sr", "the", "for"),
            *("st", "nd", "rd", "th", "ed", "edn", "eds", "vol", "supp", "pp", "ministry", "department", "office"),
            *("committee", "si", "doc", "rep"),
        },
    ),
    "parsing/mending/rules.py": ("names of labels", {"author", "date", "pages", "publisher", "volume"}),
    "parsing/mending/venues.py": ("endings of the names of sciences", {"gra", "ph"}),
    "parsing/people/forms.py": ("bodies that publish standards", {"iec", "itu", "din", "astm", "etsi"}),
    "parsing/tagging/features.py": ("names of features", {"first", "last", "part", "sign", "year"}),
    "parsing/unusual.py": (
        "drafts of the Internet, numbers of patents, neutral citations, American, British and European law",
        {"internet", "vs", "pub", "no", "si", "ep", "wo", "oj", "eu"},
    ),
    "reading/bibtex/values.py": ("the grammar of BibTeX's lists of names", {"and"}),
    "reading/citekeys.py": ("prefixes of cross-references", {"fig", "supp", "tab", "prp", "hal", "vid"}),
    "reading/first_look.py": ("front matter and markup", {"references"}),
    "reading/lists/look.py": ("how ISBNs are misread", {"is"}),
    "reading/lists/sections.py": ("German decades: 1990er", {"er"}),
    "reading/project.py": ("TeX's commands", {"begin"}),
    "topics/model.py": ("English endings, an academy's name", {"is", "ed", "nat"}),
}
_PATTERN = re.compile(r"\\[bsdwWSD]|\(\?|\[[^\]]+\][*+?{)]|[)\]]\?|\w\|\w|\.\*")
_NO_TEXT = re.compile(
    r"\(\?P[<=]\w+[>)]|\(\?\(\w+\)|\(\?[aiLmsux-]+[:)]|\\[uU][0-9a-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
)
"""Names of groups, flags, escapes and classes of a pattern."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all languages, by which texts are read."""
    tables = ({key: table[key] for key in table.keys() - NO_WORDS_OF_TEXTS} for table in files().values())
    return frozenset(word for table in tables for text in _texts(table) for word in _WORD.findall(text.casefold()))


def patterns_of(source: str) -> Iterator[str]:
    """The literals of a module that are patterns, those within f-strings too; its docstrings apart."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from [node.value] if _PATTERN.search(node.value) else []


ROOMS_OF_TEXTS = ("parsing", "comparing", "matching", "citing", "claim", "topics", "reading/lists")
SPARED_BESIDE_TEXTS: Mapping[str, tuple[str, set[str]]] = {
    "citing/mentions.py": ("the code of a language", {"de"}),
    "comparing/names.py": ("how databases write that there is none", {"na"}),
    "comparing/venues.py": ("exceptions among small words: letters, and abbreviations of journals", {"am", "im"}),
    "comparing/years.py": ("a relation of DataCite", {"has"}),
    "matching/coverage.py": ("the code of a language, a key", {"en", "until"}),
    "parsing/access.py": ("the ending of a Finnish case", {"ta"}),
    "parsing/kinds.py": ("LaTeX's plain style", {"in"}),
    "parsing/mending/law.py": ("British law", {"si"}),
    "parsing/mending/places.py": ("a country's sign", {"usa"}),
    "parsing/people/forms.py": ("a site's name", {"youtube"}),
    "parsing/unusual.py": ("American and European law", {"pub", "eu"}),
}
_LABELS = ("author", "editor", "other", "title", "date", "place", "publisher", "id", "genre", "translator", "inst")
_METHODS = {"startswith", "endswith", "removeprefix", "removesuffix", "find", "count", "partition", "isdisjoint"}


@cache
def _names() -> frozenset[str]:
    """What is no word of a text: labels, roles, fields, groups of patterns, keys of the files of words, values."""
    tables = [part for table in files().values() for part in (table, *table.values()) if isinstance(part, dict)]
    keys = {key for table in tables for key in table}
    nouns = [noun for name, noun in vars(model).items() if name[0].isupper()]
    fields = {field.name for noun in nouns if is_dataclass(noun) for field in dataclass_fields(noun)}
    values = {str(member) for noun in nouns if isinstance(noun, EnumMeta) for member in noun.__members__.values()}
    return frozenset({*ORDER, *_LABELS, *keys, *fields, *values, "to", "group", "first", "legislation", "concern"})


def compared_with(source: str) -> Iterator[str]:
    """What a module compares texts with, word for word."""
    for node in ast.walk(ast.parse(source)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            sides = node.args if called in {*_METHODS, "frozenset", "set"} else []
        elif isinstance(node, ast.Set):
            sides = node.elts
        for literal in (part for side in sides for part in ast.walk(side)):
            if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                yield from [literal.value] if literal.value not in _names() else []


def words_of(patterns: Iterable[str]) -> set[str]:
    """The words of languages in patterns."""
    found = (word.casefold() for text in patterns for word in _WORD.findall(_NO_TEXT.sub(" ", text)))
    return {word for word in found if word in _vocabulary()}


MODULES = [
    path.relative_to(PACKAGE).as_posix()
    for path in sorted(PACKAGE.rglob("*.py"))
    if not path.relative_to(PACKAGE).as_posix().startswith(OTHERS_WORDS)
]


@pytest.mark.parametrize("module", MODULES)
def test_no_pattern_holds_a_word_of_a_language(module: str) -> None:
    found = (
        words_of(patterns_of((PACKAGE / module).read_text("utf-8"))) - EVERYWHERE - SPARED.get(module, ("", set()))[1]
    )
    assert not found, (
        f"{module}: {', '.join(sorted(found))}: read words from refcheck/data/words (every, alternatives), "
        "or say in SPARED whose form they are"
    )


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith(ROOMS_OF_TEXTS)])
def test_no_text_is_compared_with_a_word_of_a_language(module: str) -> None:
    beside = (text for text in compared_with((PACKAGE / module).read_text("utf-8")) if not _PATTERN.search(text))
    found = words_of(beside) - EVERYWHERE - _names() - SPARED_BESIDE_TEXTS.get(module, ("", set()))[1]
    assert not found, f"{module}: {', '.join(sorted(found))}: read words from refcheck/data/words"


@pytest.mark.parametrize("module", SPARED)
def test_what_is_spared_is_there(module: str) -> None:
    assert SPARED[module][1] <= words_of(patterns_of((PACKAGE / module).read_text("utf-8"))), module


def test_a_word_in_a_pattern_is_seen() -> None:
    source = 'import re\nA = re.compile(rf"\\b(?:{x}|Hrsg|uitgegeven)\\.(?P<pages>\\d+)")\nB = {"volume": "pages"}\n'
    assert words_of(patterns_of(source)) == {"hrsg", "uitgegeven"}


def test_a_word_that_a_text_is_compared_with_is_seen() -> None:
    source = 'if word == "uitgegeven" or text.startswith("Hrsg. ") or label in ("pages", "title"):\n    pass\n'
    assert words_of(compared_with(source)) - _names() == {"hrsg", "uitgegeven"}
