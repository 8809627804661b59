"""The values of BibTeX entries as texts: macros expanded, and the fields of parents inherited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bibtexparser.library import Library
from bibtexparser.middlewares.middleware import LibraryMiddleware
from bibtexparser.model import Block, Entry, Field, ParsingFailedBlock, Preamble, String

from refcheck import patterns as re
from refcheck.language.dates import MONTHS
from refcheck.model import Problem, ProblemKind
from refcheck.reading.bibtex.fields import Part
from refcheck.reading.bibtex.macros import STANDARD, expanded, macros_of, pattern_of
from refcheck.sentences import say

LONGEST = 1_000_000  # characters; macros are expanded up to this length of a value
STEPS = 100  # most entries whose fields one entry inherits


def blocks_in(library: Library) -> Iterator[Block]:
    """The blocks in order; those with a duplicate key or field are unwrapped."""
    for block in library.blocks:
        whole = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if whole is not None:
            yield whole


def entries_of(library: Library) -> Iterator[Entry]:
    """The entries of a library in order."""
    return (block for block in blocks_in(library) if isinstance(block, Entry))


def library_of(blocks: list[Block]) -> Library:
    """A library of these blocks, including duplicate keys."""
    return Library(blocks, fail_on_duplicate_key=False)


class Resolve(LibraryMiddleware):
    """Values as one text, with macros expanded if they are defined, those of LaTeX too; of a field given twice the
    first is kept, but names are joined.

    An undefined macro within a value is left out, as BibTeX does; a list of names then ends in "others". A value that
    is nothing but an undefined macro keeps the word, since people forget braces.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts  # that the library was read from

    def transform(self, library: Library) -> Library:
        """The library without its String and Preamble blocks."""
        # name -> its text, and the @string blocks behind it
        macros: dict[str, tuple[str, tuple[str, ...]]] = {name: (text, ()) for name, text in STANDARD.items()}
        entries: list[Block] = []
        told: set[str] = set()
        for block in blocks_in(library):
            used: dict[str, None] = {}
            about = block.parser_metadata
            if isinstance(block, String):
                macros[block.key] = (_joined(about["parts"], macros, used), (*used, about["raw"]))
            if not isinstance(block, Entry):
                continue
            fields: dict[str, Field] = {}
            for field in block.fields:
                value = field.value
                text = value if isinstance(value, str) else _joined(value, macros, used)
                if not isinstance(value, str) and (absent := _undefined(field.key, value, macros)):
                    about["problems"] += [_said(field.key, word) for word in absent if word not in told]
                    told.update(absent)
                    text += " and others" if text and len(value) > 1 and field.key in _PEOPLE else ""
                known = fields.setdefault(field.key, field)
                if known is field:
                    field.value = text
                elif not known.value.strip():
                    known.value = text
                elif known.value.split() != text.split():
                    if field.key in _PEOPLE and text.strip():  # as JabRef reads them
                        known.value += f" and {text}"
                    said = say("duplicate field {field}", field=field.key)
                    about["problems"].append(Problem.of(ProblemKind.DUPLICATE, said))
            block.fields = [field for field in fields.values() if field.value.strip()]
            about["macros"] = tuple(used)
            entries.append(block)
        self._expand(library)
        return library_of(entries)

    def _expand(self, library: Library) -> None:
        """Puts the text of LaTeX's macros in the place of their names, in all entries."""
        macros = macros_of(block.value for block in blocks_in(library) if isinstance(block, Preamble))
        used = [name for name in macros if any(f"\\{name}" in text for text in self._texts)]
        if not used:
            return
        pattern = pattern_of(used)
        for entry in entries_of(library):
            for field in entry.fields:
                if "\\" in field.value and pattern.search(field.value):
                    field.value = expanded(field.value, macros, pattern)


def _joined(parts: list[Part], macros: dict[str, tuple[str, tuple[str, ...]]], used: dict[str, None]) -> str:
    out = []
    for text, is_macro in parts:
        if is_macro and (known := macros.get(text.lower())):
            text = known[0]
            used.update(dict.fromkeys(known[1]))
        elif is_macro and len(parts) > 1 and text.lower() not in MONTHS:
            continue
        out.append(text)
    return "".join(out)[:LONGEST]


_PEOPLE = frozenset({"author", "editor", "translator"})


def _undefined(field: str, parts: list[Part], macros: Mapping[str, object]) -> list[str]:
    """The undefined macros in a value; those of months are always defined."""
    return [text for text, is_macro in parts if is_macro and text.lower() not in macros] if field != "month" else []


def _said(field: str, word: str) -> Problem:
    if word[0].isdigit():
        return Problem.of(ProblemKind.UNDEFINED, say("{field} has no braces", field=field))
    return Problem.of(ProblemKind.UNDEFINED, say("the abbreviation {name} is not defined", name=word))


_LINKS = "doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid hdl crossref xdata"
_NOTES = "xref ids pages pagetotal abstract keywords file note annote annotation addendum entryset label shorthand key"
_OWN = frozenset([*_LINKS.split(), *_NOTES.split()])
"""What a parent entry says of itself alone (biblatex's manual, appendix B, keeps the links and labels too)."""
# A parent names itself for its parts in these; BibTeX, which renames nothing, has it do so itself beside its title.
_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}


class Inherit(LibraryMiddleware):
    """Fields that an entry lacks, from the entries named in ``xdata`` and ``crossref``, over any number of steps.
    Fields that identify the parent are not inherited."""

    def transform(self, library: Library) -> Library:
        """The same library."""
        entries: dict[str, Entry] = {}
        for entry in entries_of(library):
            entries.setdefault(entry.key.lower(), entry)
        told: set[str] = set()
        shared = any(entry.entry_type == "xdata" for entry in entries.values())
        own = {key: {field.key: field.value for field in entry.fields} for key, entry in entries.items()}
        for entry in entries_of(library):
            for field in entry.fields if shared else ():
                if "xdata" in field.value:
                    field.value = _PART_OF_XDATA.sub(lambda match: _part_of(match, own), field.value)
            if any(field.key in ("crossref", "xdata") for field in entry.fields):
                fields = {field.key: field.value for field in entry.fields}
                for key in _keys(f"{fields.get('crossref', '')},{fields.get('xdata', '')}"):
                    if key not in own and key not in told:
                        said = say("the entry {key} that it refers to is not there", key=key)
                        entry.parser_metadata["problems"].append(Problem.of(ProblemKind.UNDEFINED, said))
                        told.add(key)
                entry.fields = [*entry.fields, *(Field(*item) for item in _inherited(fields, own).items())]
        return library


# biblatex's manual, 3.13.6: "publisher = {xdata=elm-publisher}", "author = {xdata=elm-author-2}"
_PART_OF_XDATA = re.compile(
    r"\bxdata\s{0,9}=\s{0,9}([^\s,{}=]{1,99})-([a-z]{3,20})(?:-(\d{1,3}))?(?=\s|\Z)", re.IGNORECASE
)


def _part_of(match: re.Match[str], own: Mapping[str, Mapping[str, str]]) -> str:
    """The field, or one item of the list in it, that a value takes from a block of data; unchanged if there is none."""
    value = own.get(match[1].lower(), {}).get(match[2].lower(), "")
    items = re.split(r"(?<!\s)\s+and\s+", value)
    if not match[3]:
        return value or match[0]
    return items[int(match[3]) - 1] if 0 < int(match[3]) <= len(items) else match[0]


_DATE = frozenset(("date", "year", "month", "day"))


def _inherited(fields: dict[str, str], own: dict[str, dict[str, str]]) -> dict[str, str]:
    added: dict[str, str] = {}
    dated = "date" in fields or "year" in fields  # a part's own date is whole: it has no month of the parent's year
    seen: set[tuple[str, bool]] = set()
    waiting = [(key, False) for key in _keys(fields.get("xdata", ""))]
    waiting += [(key, True) for key in _keys(fields.get("crossref", ""))]
    while waiting and len(seen) < STEPS:
        key, parent = waiting.pop(0)
        if (key, parent) in seen or key not in own:
            continue
        seen.add((key, parent))
        for name, value in own[key].items():
            if not parent and name not in ("xdata", "ids"):
                target = name
            elif name in _OWN or _TITLES.get(name) in own[key]:
                continue
            else:
                target = _TITLES.get(name, name)
            if target not in fields and not (parent and dated and target in _DATE):
                added.setdefault(target, value)
        waiting[:0] = [(k, parent) for k in _keys(own[key].get("xdata", ""))]
        waiting += [(k, True) for k in _keys(own[key].get("crossref", ""))]
    return added


def _keys(value: str) -> list[str]:
    return [key.strip().lower() for key in value.split(",") if key.strip()][:STEPS]
