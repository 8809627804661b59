"""Org mode (https://orgmode.org/manual/) -> Markdown, line for line, with the citations of Org itself
(``[cite/t:@key p. 3]``), of org-ref (``citep:key``, ``cite:&key``) and of LaTeX in Pandoc's form."""

from __future__ import annotations

from dataclasses import replace

from refcheck import patterns as re
from refcheck.language.dates import find_day
from refcheck.reading.document import Cited, Document
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.markdown import read_markdown
from refcheck.reading.project import latex_sources

_KEYWORD = re.compile(r"^[ \t]*#\+(\w[\w-]{0,40}):[ \t]*(.{0,2000}?)[ \t]*$", re.M)
_ATTRIBUTE = re.compile(r"[ \t]*#\+\w[\w-]{0,40}(?:\[[^\]\n]{0,200}\])?:|[ \t]*#(?:[ \t]|$)|[ \t]*:[\w-]{1,40}:[ \t]*$")
_BLOCK = re.compile(r"[ \t]*#\+(begin|end)_(\w{1,30})", re.I)
_DRAWER = re.compile(r"[ \t]*:(?:[\w-]{1,40}):[ \t]*$")
_HEADING = re.compile(r"(\*{1,6})\**[ \t]+(.*?)(?:[ \t]+(:[\w@#%:]{1,100}:))?[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-+]|[ \t]\*|\d{1,4}[.)])[ \t]")
_RULE = re.compile(r"[ \t]*\|[-+|: \t]+$")
_DEFINED = re.compile(r"\[fn:([^\]\s:]{1,40})\][ \t]*(.*)$")
_MARK = re.compile(r"\[fn:([^\]\s:]{1,40})\]")
_NOTE = re.compile(r"\[fn:[\w-]{0,40}:[ \t\n]?((?:[^\[\]]|\[[^\[\]]{0,300}\]){1,3000})\]")
_CITE = re.compile(r"\[cite(?:/[\w/*-]{1,40})?:([^\[\]]{1,1500})\]")
_KEY = re.compile(r"@([^\s\[\];,{}]{1,200})")
_REF = re.compile(
    r"\[\[[A-Za-z]{0,8}[cC]ite[a-z]{0,8}\*?:([^\[\]]{1,1000})\](?:\[[^\[\]]{0,300}\])?\]"
    r"|(?<![\w:\[/])[A-Za-z]{0,8}[cC]ite[a-z]{0,8}\*?:((?:&?[\w:./+-]{0,150}\w)(?:[,;]&?[\w:./+-]{0,150}\w){0,50})"
    r"|\\[A-Za-z]{0,12}[cC]ite[a-z]{0,12}\*?(?:\[[^\[\]\n]{0,200}\]){0,2}\{([^{}\\]{1,1000})\}"
)
_FIRST = re.compile(r"\"([^\"\n]+)\"|([^\s\"]+)")  # a style and options may follow
_SOURCE = re.compile(r"(?<![\w#+])(?:nobibliography|bibliography|addbibresource):([\w./~,-]{1,500}\w)")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,2000})\](?:\[((?:[^\[\]]|\[[^\[\]]{0,100}\]){1,500})\])?\]")
_ADDRESS = re.compile(r"(?:https?|ftp)://|doi:")
_MARKUP = tuple(
    (re.compile(rf"(?<![\w{sign}:.<]){sign}(\S(?:[^{sign}\n]{{0,300}}?\S)?){sign}(?![\w{sign}])"), rf"{by}\1{by}")
    for sign, by in ((r"\*", "**"), ("/", "*"), ("=", "`"), ("~", "`"))
)
_CODE = ("src", "example", "export", "comment")


def read_org(text: str) -> Document:
    """Org -> Document."""
    keywords: dict[str, list[str]] = {}
    for match in _KEYWORD.finditer(text):
        keywords.setdefault(match[1].lower(), []).append(match[2])
    named = (_FIRST.match(value) for value in keywords.get("bibliography", ()))
    names = [match[1] or match[2] for match in named if match]
    names += [name for match in _SOURCE.finditer(text) for name in match[1].split(",")]
    names += latex_sources(text)
    read = read_markdown(_in_markdown(text))
    listed = [key for value in keywords.get("nocite", ()) for key in _KEY.findall(value)]
    return replace(
        read,
        format="org",
        title=" ".join(keywords.get("title", ())) or read.title,
        date=next((day for value in keywords.get("date", ()) if (day := find_day(value))), None),
        language=keywords.get("language", [""])[0],
        cited=(*read.cited, *(Cited(key, 1) for key in listed)),
        sources=tuple(dict.fromkeys(name for name in names if not name.isdigit())),
    )


def _in_markdown(text: str) -> str:
    """The text as Markdown, on the same lines."""
    text = _NOTE.sub(r"^[\1]", text)
    rows = text.split("\n")
    block, drawer, listed, hidden = "", False, False, 0
    for index, row in enumerate(rows):
        heading = _HEADING.match(row) if not block else None
        if heading and (not hidden or len(heading[1]) <= hidden):
            kept = ":noexport:" not in (heading[3] or "") and not heading[2].startswith("COMMENT ")
            hidden = 0 if kept else len(heading[1])
        if hidden:
            rows[index] = ""
        elif (fence := _BLOCK.match(row)) and (not block or (fence[1].lower(), fence[2].lower()) == ("end", block)):
            block = fence[2].lower() if fence[1].lower() == "begin" else ""
            rows[index] = "```" if fence[2].lower() in _CODE else ""
        elif block in _CODE:
            rows[index] = row.replace("```", "")
        elif drawer or (_DRAWER.match(row) and any(":end:" in one.lower() for one in rows[index + 1 : index + 40])):
            drawer = ":end:" not in row.lower()
            rows[index] = ""
        elif _ATTRIBUTE.match(row):
            rows[index] = ""
        elif heading:
            rows[index], listed = f"{'#' * len(heading[1])} {_inline(heading[2])}", False
        elif note := _DEFINED.match(row):
            rows[index], listed = f"[^{note[1]}]: {_inline(note[2])}", False
        else:
            listed = _ITEM.match(row) is not None or (listed and (not row.strip() or row[:1].isspace()))
            row = row if listed else row.lstrip()  # what is indented is no code
            row = row.replace("+", "|") if _RULE.match(row) else _inline(row)
            rows[index] = f"> {row}" if block == "quote" else row
    return "\n".join(rows)


def _inline(row: str) -> str:
    """A row with its citations, links and emphasis in Markdown's form."""
    row = _CITE.sub(lambda cite: _cited(_KEY.findall(cite[1])), _REF.sub(_referred, row))
    row = _SOURCE.sub("", row)
    row = _LINK.sub(_linked, _MARK.sub(r"[^\1]", row))
    for pattern, by in _MARKUP:
        row = pattern.sub(by, row)
    return row


def _cited(keys: list[str]) -> str:
    return f"[{'; '.join(f'@{key}' for key in keys)}]" if keys else ""


def _referred(match: re.Match[str]) -> str:
    """A citation of org-ref: "key,key", "&key;&key", or with words around: "see;&key p. 3"."""
    said = match[1] or match[2] or match[3]
    marked = re.findall(r"&([^\s;,&]{1,200})", said)
    return _cited(marked or [key for part in re.split("[,;]", said) if (key := part.strip())])


def _linked(match: re.Match[str]) -> str:
    address, words = match[1], match[2]
    if not _ADDRESS.match(address):
        return words or ""  # to a file, a heading, a figure
    address = re.sub("^doi:", "https://doi.org/", address).replace(" ", "%20")
    return f"[{words}](<{address}>)" if words else f"<{address}>"


FORMAT = Format("org", (".org",), read=lambda text, _: read_org(text))
