"""Typst (https://typst.app/docs/reference/) -> Markdown, line for line, without its code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from refcheck import patterns as re
from refcheck.reading.citekeys import is_dated
from refcheck.reading.document import Cited, Document, renumbered
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.markdown import read_markdown
from refcheck.reading.project import above, inside, small_text

_OPENS = re.compile(r"(`{3,6}|/\*)|`[^`\n]{1,500}`|(?<![:\\\w\"/])//[^\n]*")  # what is set as it is written, comments
_STRING = re.compile(r"\"([^\"\n]{1,500})\"")
_BIB = re.compile(r"\"([^\"\n]{1,300}\.bib)\"")
_LISTS = re.compile(r"\bbibliography\(((?:[^()]|\([^()]{0,1000}\)){1,2000})\)")
_ALL = re.compile(r"\bfull\s?:\s?true")
_TITLE = re.compile(r"\btitle\s?:\s?(?:\"([^\"\n]{1,300})\"|\[([^\[\]\n]{1,300})\])")
_LANGUAGE = re.compile(r"\blang(?:uage)?\s?:\s?\"(\w\w)\"")
_INCLUDE = re.compile(r"#include\s{1,9}\"([^\"\n]{1,300}\.typ)\"")
_KEY = re.compile(
    r"(?<![\w@.\\\"/])@([^\W_][\w:.-]{0,200})|\bcite\w{0,4}\([^()<>\"]{0,100}(?:\"[^\"\n<>]{0,40}\",\s{0,9})?<([^<>\s]{1,200})>"
    r"|\bcite\w{0,4}\(\s{0,9}(?:label\()?\"([^\"\n]{1,200})\""
)
_LABEL = re.compile(r"(?<!\()<([^\W\d_][\w:.-]{0,200})>(?![),])")  # an argument is no definition of one
_PAGE = re.compile(r"(?<![\w@.])(@[^\W_][\w:.-]{0,200})\[[^\[\]\n]{0,200}\]")
_CALL = re.compile(r"(?<!\\)#([A-Za-z_][\w-]{0,100}(?:\.[\w-]{1,100}){0,5})")
_STATEMENTS = frozenset(("let", "set", "show", "import", "include", "if", "else", "for", "while", "context", "return"))
_STOP = re.compile(r"[\n;()\[\]{}]")
_BRACKET = re.compile(r"[()\[\]{}]")
_HEADING = re.compile(r"(={1,6})[ \t]+(.*)$")
_ITEM = re.compile(r"([ \t]*)(?:[-+]|\d{1,4}\.|(/))[ \t]")
_STRONG = re.compile(r"(?<![\w*\\])\*(\S(?:[^*\n]{0,300}?\S)?)\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w\\])_(\S(?:[^_\n]{0,300}?\S)?)_(?!\w)")
_SIBLINGS, _INCLUDED = 60, 200  # files of a folder that are looked at; files that one may include


def read_typst(text: str, path: str = "") -> Document:
    """Typst -> Document. path: the text's file, which is read with the files that it includes, and whose list may be
    named by the file that includes it."""
    numbers: list[int] = []
    file = Path(path) if path and Path(path).is_file() else None
    if file and "#include" in text:
        rows = list(_with_included(text, file.resolve(), file.parent, {file.resolve()}))
        text, numbers = "\n".join(row for _, row in rows), [number for number, _ in rows]
    text = _shown(text)
    title, language = _TITLE.search(text), _LANGUAGE.search(text)
    read = read_markdown(_in_markdown(text))
    read = replace(
        read,
        format="typst",
        title=(title[1] or title[2]).strip() if title else read.title,
        date=None,
        language=language[1] if language else "",
        cited=tuple(_cited(text)),
        sources=tuple(_sources(text)) or (tuple(_of_main(file)) if file else ()),
    )
    return renumbered(read, numbers) if numbers else read


def _shown(text: str) -> str:
    """The text without its comments and what is set as it is written, line for line."""
    out: list[str] = []
    open_ended: set[str] = set()
    at = last = 0
    while match := _OPENS.search(text, at):
        at = match.end()
        closing = (match[1] or "").replace("/*", "*/")
        if closing and closing not in open_ended:
            end = text.find(closing, at)
            at = end + len(closing) if end >= 0 else at
            open_ended |= {closing} if end < 0 else set()
        if not closing or closing not in open_ended:
            kept = "`…`" if match[0].startswith("`") and not closing else ""
            out += [text[last : match.start()], kept, "\n" * text.count("\n", match.start(), at)]
            last = at
    return "".join((*out, text[last:]))


def _with_included(text: str, file: Path, top: Path, seen: set[Path]) -> Iterator[tuple[int, str]]:
    """The rows of a text with those of the files that it includes, each with its line in the text. seen: the files that
    were read so far."""
    for number, row in enumerate(text.split("\n"), 1):
        match = _INCLUDE.search(row) if not row.lstrip().startswith("//") else None
        named = ((top if match[1].startswith("/") else file.parent) / match[1].lstrip("/")).resolve() if match else file
        inner = small_text(named) if named not in seen and len(seen) < _INCLUDED and inside(named, top) else ""
        if inner:
            seen.add(named)
            yield from ((number, one) for _, one in _with_included(inner, named, top, seen))
        else:
            yield number, row


def _sources(text: str) -> Iterator[str]:
    """The bibliographies that a text names."""
    yield from dict.fromkeys(
        [
            *_BIB.findall(text),
            *(
                name
                for made in _LISTS.finditer(text)
                for name in _STRING.findall(made[1])
                if name.endswith((".yml", ".yaml"))
            ),
        ]
    )


def _of_main(file: Path) -> Iterator[str]:
    """The bibliographies that a file above, or beside, a chapter names, as paths from the chapter."""
    for folder in above(file.parent):
        for main in sorted(folder.glob("*.typ"))[:_SIBLINGS]:
            names = list(_sources(_shown(small_text(main)))) if main.name != file.name else []
            found = [main.parent / name.lstrip("/") for name in names]
            if any(one.is_file() for one in found):
                yield from (os.path.relpath(one, file.absolute().parent) for one in found)
                return


def _cited(text: str) -> Iterator[Cited]:
    """The keys of a text that are no labels in it. A bare key may be a label of another file, unless it has a year."""
    labels = frozenset(_LABEL.findall(text))
    if any(_ALL.search(made[1]) for made in _LISTS.finditer(text)):
        yield Cited("*", 1)
    line = last = 0
    for match in _KEY.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        bare = (match[1] or "").rstrip(".:-")
        if (key := bare or match[2] or match[3]) and key not in labels:
            yield Cited(key, line + 1, not bare or is_dated(bare))


# ------------------------------------------------------------------------------------------------ Markdown


def _in_markdown(text: str) -> str:
    """The text as Markdown, on the same lines."""
    rows = _without_code(_PAGE.sub(r"\1", text)).replace("~", " ").split("\n")
    listed = False
    for index, row in enumerate(rows):
        row = _LABEL.sub("", row)
        if heading := _HEADING.match(row.lstrip()):
            rows[index], listed = f"{'#' * len(heading[1])} {heading[2]}", False
            continue
        item = _ITEM.match(row)
        listed = item is not None or (listed and (not row.strip() or row[:1].isspace()))
        if item and item[2]:
            row = row.replace("/", "-", 1)  # a term with its description
        rows[index] = _ITALIC.sub(r"*\1*", _STRONG.sub(r"**\1**", row if listed else row.lstrip()))
    return "\n".join(rows)


def _without_code(text: str) -> str:
    """The text without its code; what stands in square brackets behind a call stays, and notes, links and citations
    become Markdown's."""
    pairs = _pairs(text)
    edits: list[tuple[int, int, str]] = []
    at = 0
    for match in _CALL.finditer(text):
        if match.start() < at:
            continue
        name, end = match[1], match.end()
        if name in _STATEMENTS:
            at = _statement_end(text, end, pairs)
            edits.append((match.start(), at, ""))
            continue
        given = ""
        if text.startswith("(", end) and end in pairs:
            given, end = text[end + 1 : pairs[end]], pairs[end] + 1
        content = end if text.startswith("[", end) and end in pairs else 0
        opened, closed = _printed(name, given, content > 0)
        at = end + (content > 0)
        edits.append((match.start(), at, opened))
        if content:
            edits.append((pairs[content], pairs[content] + 1, closed))
    out, last = [], 0
    for start, end, by in sorted(edits):
        out += [text[last:start], by, "\n" * text.count("\n", start, end)]
        last = end
    return "".join((*out, text[last:]))


def _printed(name: str, given: str, content: bool) -> tuple[str, str]:
    """What stands for a call in Markdown, before and behind its content."""
    said = _STRING.search(given)
    if name == "footnote" and content:
        return "^[", "]"
    if name == "link" and said and said[1].startswith("http"):
        return ("[", f"](<{said[1]}>)") if content else (f"<{said[1]}>", "")
    if name == "cite" and (key := re.search(r"<([^<>\s]{1,200})>", given)):
        return f"@{key[1]}", ""
    return "", ""


def _pairs(text: str) -> Mapping[int, int]:
    """Where each bracket closes."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([{":
            opened.append(match.start())
        elif opened and text[opened[-1]] == "([{"[")]}".index(match[0])]:
            pairs[opened.pop()] = match.start()
    return pairs


def _statement_end(text: str, at: int, pairs: Mapping[int, int]) -> int:
    """Where a statement ends: with its line, but not within brackets."""
    while stop := _STOP.search(text, at):
        if stop[0] in "([{" and stop.start() in pairs:
            at = pairs[stop.start()] + 1
        elif stop[0] in "([{":
            at = stop.end()
        else:
            return stop.start()
    return len(text)


FORMAT = Format("typst", (".typ",), read=read_typst)
