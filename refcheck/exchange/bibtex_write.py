"""References written as BibTeX through bibtexparser: clean UTF-8 that reads back the same.

A reference from a .bib file keeps its key, its type and those of its fields that a Reference has no place for.
"""

from __future__ import annotations

import string
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from refcheck import patterns as re
from refcheck.exchange.bibtex_languages import BABEL
from refcheck.exchange.bibtex_read import read_bibtex
from refcheck.exchange.bibtex_types import type_of
from refcheck.exchange.dates import iso_date
from refcheck.exchange.extras import extras
from refcheck.foreign import NOT_GIVEN
from refcheck.language.lexicon import NTH, PARTICLES
from refcheck.language.printable import clean, printable
from refcheck.language.words import alternatives, every, subject
from refcheck.model import Markup, Name, Reference, WorkType
from refcheck.parsing.keys import with_keys
from refcheck.reading.encoding import undoubled

__all__ = ["read_bibtex", "write_bibtex"]

_CONTAINER_FIELD = {
    "article": "journal",
    "newspaper": "journal",
    "inbook": "booktitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "conference": "booktitle",
    "online": "organization",
}
# The types of which programs read a booktitle; "chapter" is one of a few managers only.
_WITH_BOOKTITLE = frozenset(
    ["inbook", "incollection", "inproceedings", "conference", "suppbook", "bookinbook", "suppcollection", "inreference"]
)
_PUBLISHER_FIELD = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}


def write_bibtex(references: Iterable[Reference]) -> str:
    """References as BibTeX, one block each, with keys made where missing; "" for no references.

    Braces are always balanced; ``& % # _ $`` are escaped in prose and left alone in doi and url; words whose capitals a
    style would change are put in braces.
    """
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat

    blocks: list[Block] = []
    for reference in with_keys(references):
        values = {name: value for name, value in _fields(reference) if value}
        values |= {name: _as_it_stands(value) for name, value in extras(reference).items() if name not in values}
        fields = [Field(name, value) for name, value in values.items()]
        blocks.append(Entry(_type(reference), _key(reference.key), fields))
    if not blocks:
        return ""
    shape = BibtexFormat()  # type: ignore[no-untyped-call]
    shape.indent, shape.value_column, shape.trailing_comma, shape.block_separator = "  ", "auto", True, "\n"
    return str(write_string(Library(blocks), bibtex_format=shape))


def _key(key: str) -> str:
    return re.sub(r"[\s,{}\"=@]", "", printable(key)) or "reference"


def _type(reference: Reference) -> str:
    """The entry's own type (letters, digits, hyphens) if it means the reference's type, else the reference's."""
    written = str(reference.entry.data.get("type", "")) if reference.entry else ""
    kind = written if written and type_of(written) == reference.type else reference.type
    if _CONTAINER_FIELD.get(reference.type) == "booktitle" and kind.lower() not in _WITH_BOOKTITLE:
        kind = reference.type
    if reference.kind is WorkType.NEWS and kind == reference.type:
        kind = "article"
    kind = re.sub(r"[^A-Za-z0-9-]", "", kind)
    return kind if kind.lower() not in ("", "string", "comment", "preamble") else "misc"


def _as_it_stands(value: str) -> str:
    """A field's LaTeX unchanged, but without its braces if they would break the block."""
    value = printable(value).strip()
    level = 0
    for brace in re.findall(r"(?<!\\)[{}]", value):
        level += 1 if brace == "{" else -1
        if level < 0:
            break
    return re.sub(r"(?<!\\)[{}]", "", value).rstrip("\\") if level or value.endswith("\\") else value


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    kind = reference.type
    yield "author", _people(reference.authors, reference.et_al)
    yield "editor", _people(reference.editors)
    yield "translator", _people(reference.translators)
    yield "title", _protected(reference.title, reference.language, _shielded(reference))
    yield "titleaddon", _prose(reference.translated_title)
    yield _container_field(reference), _prose(reference.container)
    yield "entrysubtype", "newspaper" if kind == "newspaper" else ""
    yield "series", _prose(reference.series)
    yield "year", f"{reference.year}{reference.year_suffix}" if reference.year else ""
    yield "month", str(reference.month or "")
    yield "day", str(reference.day or "")
    yield "date", _date(reference)
    yield "volume", _prose(reference.volume)
    yield "number", _prose(reference.issue or reference.number)
    yield "pages", _prose(reference.pages)
    yield "edition", _prose(_edition(reference.edition))
    yield _PUBLISHER_FIELD.get(kind, "publisher"), _AND.sub("{and}", _prose(reference.publisher))
    yield "address", _AND.sub("{and}", _prose(reference.place))
    yield "doi", _verbatim(reference.doi)
    yield "url", _verbatim(reference.url)
    yield "urldate", iso_date(reference.accessed) or _prose(reference.accessed)
    yield "isbn", _prose(reference.isbn)
    yield "issn", _prose(reference.issn)
    if reference.arxiv:
        yield "eprint", _verbatim(reference.arxiv)
        yield "archiveprefix", "arXiv"
    yield "pmid", _prose(reference.pmid)
    yield "pmcid", _prose(reference.pmcid)
    yield "hdl", _verbatim(reference.handle)
    yield "langid", BABEL.get(reference.language, "")


def _container_field(reference: Reference) -> str:
    """Where the container stands: programs read a journal in entries of every type, and styles print what is said of a
    work of no type in howpublished."""
    if reference.type in _CONTAINER_FIELD:
        return _CONTAINER_FIELD[reference.type]
    fields: Mapping[str, str] = reference.entry.data.get("fields", {}) if reference.entry else {}
    printed = reference.type in ("misc", "booklet") and "journal" not in fields and "journaltitle" not in fields
    return "howpublished" if printed else "journal"


_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)  # which separates several publishers or places in biblatex


def _date(reference: Reference) -> str:
    """The date in ISO 8601 if a day is known, for biblatex; BibTeX has no field for days."""
    if not (reference.year and reference.month and reference.day) or reference.year_suffix:
        return ""
    return f"{reference.year:04}-{reference.month:02}-{reference.day:02}"


_ORDINALS = [word.capitalize() for word in subject("compare")["en"]["ordinals"]]
_EDITION = re.compile(
    rf"(\d{{1,3}})(?:\.|{NTH})?(?:\s*(?:{alternatives(every('parts', 'editions'))})\.?)?\.?",
    re.IGNORECASE,
)


_EDITION_WORD = re.compile(
    rf"(?<=[^\W\d_]{{2}})\s+(?:{alternatives(every('parts', 'editions'))})\.?\s*$", re.IGNORECASE
)


def _edition(printed: str) -> str:
    """What BibTeX styles print before "edition" (btxdoc, 3.2): "2nd ed." -> "Second", "Revised ed." -> "Revised"."""
    match = _EDITION.fullmatch(printed.strip())
    if match is None or not (number := int(match[1])):
        return _EDITION_WORD.sub("", printed) or printed
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}{ending}"


def _people(names: Sequence[Name], et_al: bool = False) -> str:
    written = [_person(name) for name in names]
    if written and et_al:
        written.append("others")
    if written and written[0] in NOT_GIVEN:  # a name, not what programs write for none
        written[0] = f"{{{written[0]}}}"
    return " and ".join(written)


def _person(name: Name) -> str:
    """ "van der Kolk, Jr., B. A."; organisations, and family names with "and", a comma or a generation, in braces."""
    if name.literal:
        return f"{{{_prose(name.literal)}}}"
    family = _of_name(name.family)
    if _APART.search(family) or (" " in family and family[0].islower()):
        family = f"{{{family}}}"
    family = f"{_of_name(name.particle)} {family}".strip()
    given = re.sub(r"\band\b", "{and}", _of_name(name.given), flags=re.IGNORECASE)
    if given.rpartition(" ")[2] in PARTICLES:  # or it would be read as part of the family name
        given = f"{{{given}}}"
    return (
        ", ".join(part for part in (family, _of_name(name.suffix), given) if part)
        if given or name.suffix
        else f"{{{family}}}"
        if " " in family and family[0] != "{"
        else family
    )


_APART = re.compile(r"\band\b|,| (?:[JS]r|I{2,3}|IV)\.?$", re.IGNORECASE)  # or it would be parted there


_ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# bibtexparser counts even escaped braces, so braces in the text become brackets.
_ESCAPES |= {"{": "(", "}": ")"}


def _prose(text: str) -> str:
    return _unlike_code(_prose_piece(clean(text)))


def _unlike_code(written: str) -> str:
    r"""Escaped text, its dollar signs by name where a backslash stands among them: ``\$..\textbackslash..\$`` is how
    managers escape a formula that they take for text, and is read as that formula. Letters that look as if they were
    encoded twice are kept apart by braces."""
    written = written.replace(r"\$", r"\textdollar{}") if r"\textbackslash" in written else written
    return written if undoubled(written) == written else _NOT_ASCII.sub("{}", written)


def _of_name(part: str) -> str:
    """As any text; a tie, which is left of somebody's BibTeX, is a blank."""
    return _prose(" ".join(part.replace("~", " ").split()))


def _verbatim(text: str) -> str:
    """For doi and url: unescaped, except braces, blanks and backslashes, which would break the block (as %XX)."""
    text = re.sub(r"[\s{}\\]", lambda match: f"%{ord(match[0]):02X}" if ord(match[0]) < 128 else "", clean(text))
    return text if undoubled(text) == text else quote(text, safe=string.punctuation)


_NOT_ASCII = re.compile(r"(?<=[^\x00-\x7f])(?=[^\x00-\x7f])")
_TITLE_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def _shielded(reference: Reference) -> frozenset[str]:
    """The words that stand in braces in the title of the .bib entry that this reference comes from."""
    fields: Mapping[str, str] = reference.entry.data.get("fields", {}) if reference.entry else {}
    title = fields.get("title", "")
    if "{" not in title or reference.entry is None or reference.entry.markup != Markup.BIBTEX:
        return frozenset()
    inner = title[1:-1] if title[0] == "{" and title[-1] == "}" and "}" not in title[1:-1] else ""
    groups = [inner] if inner else re.findall(r"(?:(?<![\\\w])|(?<=\\_))(?<![^{]\})\{([^{}\\]{1,300})\}", title)
    return frozenset(word[0] for group in groups for word in _TITLE_WORD.finditer(group))


def _protected(title: str, language: str, shielded: Collection[str] = ()) -> str:
    """A title with braces around words that must keep their capitals: DNA, mRNA, names in sentence case, and those
    ``shielded`` already."""
    title = clean(title)
    words = list(_TITLE_WORD.finditer(title))
    later = words[1:]
    capitals = sum(w[0][0].isupper() for w in later)
    sentence_case = capitals * 2 < len(later) and language != "de"
    kept = {word for word in shielded if word != word.lower()}
    for i, word in enumerate(words):
        starts = i == 0 or title[: word.start()].rstrip()[-1:] in (":", "?", "!", ".", "–", "—")
        if any(c.isupper() for c in word[0][1:]) or (sentence_case and not starts and word[0][0].isupper()):
            kept.add(word[0])  # at each of its places: whoever reads it again knows the word and not the place
    out, position = [], 0
    for word in words:
        out.append(_prose_piece(title[position : word.start()]))
        out.append(f"{{{_prose_piece(word[0])}}}" if word[0] in kept else _prose_piece(word[0]))
        position = word.end()
    out.append(_prose_piece(title[position:]))
    return _unlike_code(" ".join("".join(out).split()))


def _prose_piece(text: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in text)
