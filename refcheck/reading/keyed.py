"""Entries for the works that a text cites by key, with fields from the files that it or its project names.

These are .bib files, the .bbl that biber made of them, CSL in the forms that Pandoc accepts (.json, .yaml), or
Hayagriva's (.yml). In Manubot the key itself is the identifier.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from refcheck.errors import RefcheckError
from refcheck.files import read_regular
from refcheck.model import Entry, Unread, UnreadReason
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.citekeys import is_built, is_cross_reference, is_dated, is_identifier
from refcheck.reading.document import Cited, Document, Kind
from refcheck.reading.encoding import MAX_BYTES, decode
from refcheck.reading.formats.bbl import written_back
from refcheck.reading.formats.hayagriva import hayagriva_entries
from refcheck.reading.formats.managers import csl_entries
from refcheck.reading.manubot import Manuscript, identified, manuscript
from refcheck.reading.project import project_sources, site_source, strayed_source, unnamed_sources
from refcheck.sentences import say

_NO_FILE = ("", "-", "<text>")
_BIB = (".bib", ".bibtex")
_MADE = ".bbl"
_CSL = (".json", ".yaml", ".yml")
_FOLDED = ("latex", "org")  # BibTeX does not tell capitals in keys apart
_STRAY = 4  # works cited by key, none of them in the .bib; with as many, it is that of another article
_NAMED = 3  # files of the list named in a message; a project may have thirty


@dataclass
class Library:
    """The content of the files from which an article's list is made.

    complete: all files of its project could be read; knitr writes some of a book's .bib files at build time.
    """

    known: dict[str, Entry] = field(default_factory=dict)  # by key
    files: list[Path] = field(default_factory=list)  # the files themselves
    missing: list[Unread] = field(default_factory=list)  # named files that could not be read
    complete: bool = True
    first: dict[str, Cited] = field(default_factory=dict)  # the first, and surest, citation of each key
    manuscript: Manuscript | None = None  # of Manubot

    @property
    def cited(self) -> bool:
        """Whether the article cites a work of the library by its key."""
        identifiers = self.manuscript is not None and any(map(self.manuscript.has, self.first))
        return "*" in self.first or identifiers or not self.known.keys().isdisjoint(self.first)

    def uncited(self) -> Iterator[str]:
        """People and year of the works in .bib files that the article does not cite by key, as written there."""
        for entry in self.known.values() if self.files else ():
            fields = (entry.data or {}).get("fields", {}) if entry.key not in self.first else {}
            if year := fields.get("year") or fields.get("date"):
                yield f"{fields.get('author') or fields.get('editor') or ''} {year}"


def library(document: Document, path: str) -> Library:
    """The works an article may cite by key.

    A file named in the article is opened beside, below or above it in its repository; a file named in its project, in
    or below the project's folder.
    """
    made = Library({entry.key: entry for entry in reversed(document.library)})
    own = {block.key for block in document.blocks if block.listed} - {""}
    for cited in document.cited:
        if cited.key not in made.first or (cited.sure and not made.first[cited.key].sure):
            made.first[cited.key] = cited
    for key in own & made.first.keys():  # the article itself prints them
        del made.first[key]
    if not made.first:
        return made
    files: list[_File] = []
    for name in document.sources:
        if "$" in name or "{" in name:  # a template's gap
            continue
        try:
            files.append(_File.read(_named(name, path, strayed=not _writes(document, name))))
        except (OSError, RefcheckError):
            if _writes(document, name):
                made.complete = False
                continue
            line = next(iter(made.first.values())).line
            made.missing.append(Unread(line, line, UnreadReason.NO_LIST, say("{name} cannot be read", name=name)))
    if document.format == "latex" and path not in _NO_FILE:
        with contextlib.suppress(OSError, RefcheckError):
            files.append(_File.read(Path(path).with_suffix(_MADE)))
    _add(made, files)
    if document.parted:
        homes = {entry.key: file.path.name for file in files if file.is_bib for entry in bib_entries(file.text)}
        made.known = {key: replace(entry, heading=homes.get(key, "")) for key, entry in made.known.items()}
    if path in _NO_FILE or own:
        return made
    made.manuscript = manuscript(Path(path))
    if not document.sources and not made.known:
        files = []  # of which even a bare "@key" cites
        for file in project_sources(Path(path), document.format):
            try:
                files.append(_File.read(file))
            except (OSError, RefcheckError):
                made.complete = made.complete and file.suffix == _MADE
        _add(made, files)
        cites = any(cited.sure for cited in made.first.values()) or _dated(made.first)
        for file in unnamed_sources(Path(path)) if cites and not made.known else ():
            _guess(made, file)
    return made


def _guess(made: Library, file: Path) -> None:
    """Takes a file that nothing names for the list, where it has most of the keys and none was taken; those it lacks
    may be elsewhere."""
    with contextlib.suppress(OSError, RefcheckError):
        if made.known:
            return
        guessed = Library()
        _add(guessed, [_File.read(file)])
        sure = [key for key, cited in made.first.items() if cited.sure]
        if sum(key in guessed.known for key in sure) * 2 > len(sure):
            made.known, made.files, made.complete = guessed.known, guessed.files, False


def keyed_entries(document: Document, works: Library, *, printed: bool) -> tuple[list[Entry], list[Unread]]:
    """The entries of the cited keys, in the order of first citation and with its line; and what could not be read.

    printed: the document prints its own list.
    """
    first, known = works.first, works.known
    named = bool(document.sources)
    keys = dict.fromkeys([*(key for key in first if key != "*"), *(known if "*" in first else ())])
    alike = {key.casefold(): entry for key, entry in known.items()} if document.format in _FOLDED else {}
    meant = {key: entry for key in keys if (entry := known.get(key) or alike.get(key.casefold()))}
    found = [
        replace(entry, line=line, end_line=line, key=key)
        for key, entry in meant.items()
        if (line := (first.get(key) or first["*"]).line)
    ]
    formed = named and _dated(known)
    left = [first[key] for key in keys if key not in meant and (first[key].sure or (formed and _dated([key])))]
    named_so = works.manuscript.has if works.manuscript else is_identifier
    own = [cited for cited in left if named_so(cited.key)]
    if works.manuscript:
        found += identified(own, works.manuscript)
    left = [
        cited
        for cited in left
        if cited not in own and not (is_cross_reference(cited.key) or is_built(cited.key) or "$" in cited.key)
    ]
    if not left:  # no missing file contains anything that is cited
        return found, [] if found else works.missing
    if works.missing:  # one of several files is no whole bibliography
        some = [replace(missing, reason=UnreadReason.UNREAD) for missing in works.missing]
        return found, some if found or printed else works.missing
    if not works.complete:
        return found, [] if known or printed else [_elsewhere(left)]
    if known:
        if not found and len(left) >= _STRAY:
            text = say(
                "none of the {n} works cited by key, {key} for one, is in {where}",
                n=len(left), key=left[0].key, where=_where(works),
            )  # fmt: skip
            return [], [Unread(left[0].line, left[0].line, UnreadReason.NO_LIST, text)]
        return found, list(_absent(left, _where(works)))
    if printed:
        return found, []
    return found, list(_absent(left, ", ".join(document.sources))) if named else [_elsewhere(left)]


def _where(works: Library) -> str:
    """The files of an article's list by name, where they are few."""
    names = list(dict.fromkeys(file.name for file in works.files))
    return ", ".join(names) if 0 < len(names) <= _NAMED else "the bibliography of this project"


def _dated(keys: Iterable[str]) -> bool:
    """Whether keys mostly have the year of the work in them. A bare @word beside such keys is a name, unless it has one
    too; where keys are plain words nothing tells the two apart."""
    found = [is_dated(key) for key in keys]
    return sum(found) * 2 > len(found)


def _absent(left: Iterable[Cited], where: str) -> Iterable[Unread]:
    said = ((c.line, say("{key} is not in {where}", key=c.key, where=where)) for c in left)
    return (Unread(line, line, UnreadReason.UNREAD, text) for line, text in said)


def _elsewhere(left: list[Cited]) -> Unread:
    return Unread(left[0].line, left[0].line, UnreadReason.ELSEWHERE, left[0].key)


class _File(NamedTuple):
    """A bibliography's place, its text, and whether it is BibTeX."""

    path: Path
    text: str
    is_bib: bool

    @classmethod
    def read(cls, file: Path) -> _File:
        """A file's content. Raises OSError or RefcheckError if it cannot be read or is not a bibliography."""
        suffix = file.suffix.lower()
        if suffix == _MADE and (written := written_back(decode(read_regular(file, MAX_BYTES), file.name))):
            return cls(file, written, True)
        if suffix not in (*_BIB, *_CSL):
            raise OSError(f"{file.name} is not a bibliography")
        return cls(file, decode(read_regular(file, MAX_BYTES), file.name), suffix in _BIB)


def _add(made: Library, files: list[_File]) -> None:
    """Add the files' entries to the library; .bib files are read as one, since macros may be in a separate file."""
    made.files += [file.path for file in files]
    known = bib_entries(*(file.text for file in files if file.is_bib))
    others = (csl_entries(file.text) or hayagriva_entries(file.text) for file in files if not file.is_bib)
    for entry in (*known, *(entry for found in others for entry in found)):
        made.known.setdefault(entry.key, entry)


def _writes(document: Document, name: str) -> bool:
    """Whether the article's own code makes the file when it is run: ``knitr::write_bib(..., "packages.bib")``."""
    file = Path(name).name
    return any(block.kind is Kind.CODE and file in block.text for block in document.blocks)


def _named(name: str, path: str, *, strayed: bool) -> Path:
    """The file that an article names, for pandoc perhaps with "file:" before it or without its suffix.

    strayed: it may be elsewhere in the repository. Raises OSError if it is out of reach.
    """
    name = name.removeprefix("file:")
    if path in _NO_FILE:
        raise OSError(f"{name} is out of reach")
    name = name if name.lower().endswith((*_BIB, *_CSL)) else f"{name}.bib"
    file = Path(path).parent / name
    if Path(name).is_absolute() or not file.is_file():
        kept = site_source(Path(path), file.name) or (strayed_source(Path(path), name) if strayed else None)
        if kept is None:
            raise OSError(f"{name} is out of reach")
        file = kept
    return file
