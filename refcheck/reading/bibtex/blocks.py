"""BibTeX texts read once each by bibtexparser, with three middlewares: recovering what is broken, resolving values and
inheriting parents' fields (the last two in ``values.py``).

bibtexparser 2.1 takes every "@word{" at the beginning of a line for an entry, even within an abstract, accepts no types
with a hyphen or followed by a line break, and drops a block at its first fault. So every other "@" is covered before
the pass, and a block that failed, or whose values are not BibTeX, is read again here, field by field.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares.middleware import LibraryMiddleware
from bibtexparser.model import Block, Entry, Field, Preamble, String

from refcheck import patterns as re
from refcheck.model import Problem, ProblemKind
from refcheck.reading.bibtex.fields import (
    BRACE,
    CLOSING,
    FREE_TEXT,
    LEFT_OVER,
    NAME,
    SWALLOWED,
    Reader,
    parts_of,
)
from refcheck.reading.bibtex.values import Inherit, Resolve, entries_of, library_of
from refcheck.sentences import say

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # a block's problems report what it logs

COVER = "\ue000"  # replaces an "@" that does not begin an entry while bibtexparser reads (private use area)
# Some write "@article={"; Semantic Scholar may write "@['JournalArticle', 'Conference']{".
_HEAD = re.compile(
    r"@(\s{0,99}(?:\['(?=[^\n{}]{1,80}\]))?)([A-Za-z][\w.:+/-]{0,60})((?:'[^\n{}]{0,80}\])?\s{0,99}(?:=\s{0,9})?)([{(])"
)
_BLACK = re.compile(r"\S")
_SIGNS = re.compile(r"[\W_]")  # within the names of kinds
_SPECIAL = frozenset({"comment", "string", "preamble"})
# The head of an entry is followed by its key and a comma, or by the first field if the key is missing.
_ENTRY = re.compile(
    r"\s*+(?:(?![A-Za-z][\w-]{0,60}+\s*+=)[^\s,{}\"]{0,300}\s*+,|[^\s,{}=\"]{1,300}(?:\s++[^\s,{}=\"]{1,100}){0,3}\s*+,"
    r"|[A-Za-z][\w-]{0,60}\s*+=\s*+[{\"\d])"
)
LOOKS_AHEAD = 200  # look-aheads per file for a whole entry within a value, which bounds the time for hostile files
AHEAD = 20_000  # characters of an entry within a value


def blocks_of(*texts: str) -> list[Entry]:
    """The entries of BibTeX texts in order, with resolved values, including those with duplicate keys. Never raises.

    The texts are the files of one bibliography, which share macros and parents.

    Each has lower-case type and field names, and in ``parser_metadata``: ``raw`` and ``line`` (0-based), its text and
    its place, ``problems`` and ``macros`` (the @string blocks it uses).
    """
    library = library_of([block for text in texts for block in _recovered(text).blocks])
    return list(entries_of(Inherit().transform(Resolve(texts).transform(library))))


def _recovered(text: str) -> Library:
    starts, covered = _starts(text)
    recover = Recover(text, covered, starts)
    try:
        return parse_string(covered, parse_stack=[recover])
    except Exception:  # a fault of the parser: read every block here
        return recover.transform(Library())


def kinds_of(text: str) -> list[str]:
    """The kinds of all blocks of a BibTeX text in order: "article", "comment", "string"."""
    return [start.kind for start in _starts(text)[0]]


# ------------------------------------------------------------------------------------------ where entries begin


class _Start(NamedTuple):
    at: int  # offset of the "@"
    covered: int  # the same in the covered text, where blanks behind the "@" stand before it
    inner: int  # offset behind the opening brace
    kind: str  # lower case, without hyphens and other signs


def _starts(text: str) -> tuple[list[_Start], str]:
    """Where blocks begin, and a text of the same length in which every other "@" is covered and odd heads are rewritten
    for bibtexparser.

    An "@" begins a block if no brace is open. If one is, and the text looks like an entry on its own line, the block
    before was never closed, unless the entry lies completely within a value.
    """
    starts: list[_Start] = []
    pieces: list[str] = []
    done = depth = looked = 0
    ahead = LOOKS_AHEAD
    for match in _HEAD.finditer(text):
        at = match.start()
        if at < done:
            continue
        if starts:
            depth = max(0, depth + _opened(text, looked, at)) if starts[-1].inner <= at else depth
            looked = at
        line = text[text.rfind("\n", 0, at) + 1 : at].lstrip()
        kind = _SIGNS.sub("", match[2].lower())
        entry = kind in _SPECIAL or bool(_ENTRY.match(text, match.end()))
        if line.startswith("%"):
            begins = False
        elif depth == 0:
            begins = not line or not line[-1].isalnum()
        elif line or not entry:
            begins = False
        elif depth >= (1 if starts[-1].kind == "comment" else 2) and ahead:
            ahead -= 1
            begins = not _stands_within(text, match.end() - 1, depth)
        else:
            begins = True
        pieces.append(text[done:at])
        if begins:
            before, behind = (_BLACK.sub(" ", match[group]) for group in (1, 3))
            pieces.append(f"{before}@{_SIGNS.sub('_', match[2])}{match[4]}{behind}")
            starts.append(_Start(at, at + len(match[1]), match.end(), kind))
            depth, looked = 0, match.end() - 1
        else:
            pieces.append(COVER + match[0][1:])
        done = match.end()
    pieces.append(text[done:])
    return starts, "".join(pieces)


def _opened(text: str, start: int, end: int) -> int:
    """The number of braces opened minus those closed between two offsets."""
    opened = text.count("{", start, end) - text.count("}", start, end)
    if opened and text.find("\\", start, end) >= 0:
        opened = sum(1 if brace[0] == "{" else -1 for brace in BRACE.finditer(text, start, end))
    return opened


def _stands_within(text: str, opening: int, depth: int) -> bool:
    """Whether the block opened at ``opening`` is complete and all braces around it close before another block
    begins."""
    limit = min(len(text), opening + AHEAD)
    closed = False
    level = depth
    for brace in BRACE.finditer(text, opening, limit):
        level += 1 if brace[0] == "{" else -1
        if level == depth and not closed:
            closed = True
            following = re.compile(r"^[ \t]*@", re.MULTILINE).search(text, brace.end(), limit)
            limit = following.start() if following else limit
        if closed and brace.start() >= limit:
            return False
        if level == 0:
            return True
    return False


# ---------------------------------------------------------------------------------------------------- recovering


class Recover(LibraryMiddleware):
    """A String or an Entry for every block in the text; blocks that failed are read field by field.

    A field's value becomes its text, or a list of parts; ``parser_metadata["problems"]`` lists the faults. Comments and
    the text between blocks are left out.
    """

    def __init__(self, text: str, covered: str, starts: Sequence[_Start]) -> None:
        super().__init__()
        self._text, self._covered, self._starts = text, covered, starts

    def transform(self, library: Library) -> Library:
        """The recovered library, in the order of the text; duplicate keys and macros are kept."""
        read = self._by_offset(library)
        blocks: list[Block] = []
        line = counted = 0
        for number, start in enumerate(self._starts):
            line += self._text.count("\n", counted, start.at)
            counted = start.at
            end = self._starts[number + 1].at if number + 1 < len(self._starts) else len(self._text)
            if start.kind == "string":
                blocks.append(self._macro(start, end, line))
            elif start.kind == "preamble":
                blocks.append(Preamble(self._text[start.inner : end], line))
            elif start.kind not in _SPECIAL:
                blocks.append(self._entry(start, end, line, read.get(start.covered)))
        return library_of(blocks)

    def _by_offset(self, library: Library) -> dict[int, Entry]:
        """Offset of the "@" -> entry, for those that bibtexparser could read; blocks are in the order of the text."""
        out, position = {}, 0
        for entry in entries_of(library):
            at = self._covered.find(entry.raw or COVER, position)
            if at >= 0:
                out[at] = entry
                position = at + len(entry.raw or "")
        return out

    def _macro(self, start: _Start, end: int, line: int) -> String:
        reader = Reader(self._text, start.inner, end)
        name, parts = next(iter(reader.fields()), ("", []))
        closing = CLOSING.match(self._text, reader.at, end)
        macro = String(name.lower(), "", line)
        macro.parser_metadata.update(parts=parts, raw=self._text[start.at : closing.end() if closing else end].strip())
        return macro

    def _entry(self, start: _Start, end: int, line: int, found: Entry | None) -> Entry:
        problems: list[Problem] = []
        closed = start.covered + len(found.raw or "") if found is not None else 0
        if found and found.fields and _well_formed(found.fields) and not LEFT_OVER.match(self._text, closed, end):
            entry = found
            entry.key, entry.entry_type = found.key.strip(), start.kind
            raw = self._text[start.at : closed]
        else:
            reader = Reader(self._text, start.inner, end, line + self._text.count("\n", start.at, start.inner))
            entry = Entry(start.kind, reader.key(), [Field(name.lower(), value) for name, value in reader.fields()])
            problems += reader.problems
            raw = self._text[start.at : max(reader.at, start.inner)].rstrip()
        if "=" in self._text[start.at : start.inner]:
            problems.append(Problem.of(ProblemKind.SYNTAX, say("unreadable: {text}", text="=")))
        if not entry.key:
            problems.append(Problem.of(ProblemKind.SYNTAX, say("the entry has no key")))
        entry.parser_metadata.update(problems=problems, raw=raw, line=line)
        return entry


def _well_formed(fields: Sequence[Field]) -> bool:
    """Whether all names and values are BibTeX; also puts names in lower case and divides values into parts."""
    for field in fields:
        name, value = field.key.lower(), field.value
        if COVER in value:
            value = value.replace(COVER, "@")
        if "\n" in value and "=" in value and name not in FREE_TEXT and SWALLOWED.search(value):
            return False
        parts = parts_of(value) if value else ""
        if parts is None or not NAME.fullmatch(name):
            return False
        field.key, field.value = name, parts
    return True
