"""The .bbl files that a LaTeX run leaves: BibTeX's are LaTeX, biber's have the fields of each work apart
(``\\entry{key}{article}{} ... \\endentry``, https://ctan.org/pkg/biblatex), and are read as the .bib they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refcheck import patterns as re
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.document import Document
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.latex import read_latex

_ENTRY = re.compile(r"\\entry\{([^{}\n]{1,300})\}\{(\w{1,40})\}")
_END = re.compile(r"\\(?:end)?entry\b")
_PART = re.compile(r"\\(name|list|field|verb|true)\b(?:\{(\w{1,40})\})?")
_BRACE = re.compile(r"(?<!\\)[{}]")
_VERB = re.compile(r"\s{0,9}\\verb\s([^\n]{1,3000})")
_NAMED = re.compile(r"(?:^|[\s,{])(family|given|prefix|suffix)=\{")
_MACRO = re.compile(r"\\bib(?:n?b?named|init|range|inithyphen)\w{2,10}(?![A-Za-z])\s?")
_PRINTED = {"rangedash": "--", "rangessep": ", ", "initperiod": ".", "inithyphendelim": ".-"}
_INTERNAL = re.compile(
    r"(?:sort|label|extra|clone|name|full|bib)\w*|\w*(?:hash|day|month|era|source)\b|unique\w*|url(?:year|end\w*)"
)
_PLACES = ("family", "", "given", "", "prefix", "", "suffix", "")  # of a name in biblatex before 3, by place
_WHOLE = 20_000  # characters of a field


def written_back(text: str) -> str:
    """The works in a .bbl of biber as BibTeX, each once, on the line on which it begins there; "" for any other."""
    rows = [""] * (text.count("\n") + 1) if "\\endentry" in text else []
    seen: set[str] = set()
    line, last = 0, 0
    for match in _ENTRY.finditer(text) if rows else ():
        line += text.count("\n", last, match.start())
        last = match.start()
        if match[1] not in seen:  # each section of references has a list of its own
            seen.add(match[1])
            end = _END.search(text, match.end())
            fields = (
                f"{name} = {{{value}}}" for name, value in _fields(text[match.end() : end.start() if end else None])
            )
            rows[line] = f"@{match[2]}{{{', '.join((match[1], *fields))}}}"
    return "\n".join(rows) if seen else ""


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of a work as BibTeX has them. text: what stands between the two ends of its entry."""
    made: dict[str, str] = {}
    more: set[str] = set()
    closing, done = _closing(text), 0
    for part in _PART.finditer(text):
        command, name = part[1], part[2] or ""
        if part.start() < done:
            continue
        if command == "true":
            more.add(name)
        elif command == "verb" and name and (said := _VERB.match(text, part.end())):
            made[name] = said[1].strip().replace("{", "").replace("}", "")
        elif command in ("name", "list"):
            several, done = _several(text, part.end(), closing)
            if several:
                made[name] = " and ".join(map(_person if command == "name" else _plain, several))
                made[name] += " and others" * (f"more{name}" in more)
        elif command == "field" and (value := _group(text, part.end(), closing)):
            made[name], done = _plain(value), part.end() + len(value)
    when = [made.get(f"url{part}", "") for part in ("year", "month", "day")]
    if all(when):
        made["urldate"] = "-".join(part.rjust(2, "0") for part in when)
    if "month" in made and "year" in made:
        yield "month", made["month"]
    yield from ((name, value) for name, value in made.items() if value and not _INTERNAL.fullmatch(name))


def _closing(text: str) -> Mapping[int, int]:
    """Where each brace closes."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            found[opened.pop()] = brace.start()
    return found


def _group(text: str, at: int, closing: Mapping[int, int]) -> str:
    """What is between the braces that open at ``at``; "" where they don't, or are not closed."""
    end = closing.get(at, at)
    return text[at + 1 : end] if end - at <= _WHOLE else ""


def _groups(text: str) -> Iterator[str]:
    """The contents of the outermost braces in a text."""
    depth = start = 0
    for brace in _BRACE.finditer(text):
        start = brace.end() if not depth else start
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            yield text[start : brace.start()]


def _several(text: str, at: int, closing: Mapping[int, int]) -> tuple[list[str], int]:
    """The items of a list of names or of literals, which is the last of the groups that open at ``at``: behind how many
    there are, and options. And where it ends."""
    inner = ""
    while at in closing:
        inner = _group(text, at, closing)
        at = closing[at] + 1
        if inner.startswith(("%", "{")) or "\n" in inner:
            break
    return list(_groups(inner.replace("%\n", "\n"))), at


def _person(text: str) -> str:
    """A name in BibTeX's form, "prefix family, suffix, given"."""
    parts: dict[str, str] = {}
    if "family=" in text:
        closing = _closing(text)
        parts = {match[1]: _plain(_group(text, match.end() - 1, closing)) for match in _NAMED.finditer(text)}
    else:
        groups = [_plain(group) for group in _groups(text)]  # in some versions a hash comes first
        parts = dict(zip(_PLACES, groups[-len(_PLACES) :], strict=False))
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family", ""))))
    if not parts.get("given"):
        return family if family.startswith("{") or " " not in family else f"{{{family}}}"
    return ", ".join(filter(None, (family, parts.get("suffix"), parts["given"])))


def _plain(text: str) -> str:
    """A value on one line, with characters for biblatex's own macros."""
    return " ".join(_MACRO.sub(lambda macro: _PRINTED.get(macro[0].strip()[4:], " "), text).replace("%\n", "").split())


def read_bbl(text: str, path: str = "") -> Document:
    """A .bbl file -> Document."""
    written = written_back(text)
    return Document("bibtex", entries=tuple(bib_entries(written))) if written else read_latex(text, path)


FORMAT = Format("bbl", (".bbl",), read=read_bbl)
