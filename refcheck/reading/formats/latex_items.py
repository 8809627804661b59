"""The items of ``thebibliography`` as they are printed.

The styles of BibTeX write them with macros (``\\bibinfo{journal}{...}``, ``\\APACjournalVolNumPages``, ``\\mnras``),
people with their own (``\\npb{443}{1995}{85}``), and labels may be longer than the items.
"""

from __future__ import annotations

from collections.abc import Mapping

from refcheck import patterns as re
from refcheck.language.aas import JOURNALS
from refcheck.language.latex import without_commands

_LIST = re.compile(r"\\(begin|end)\s{0,9}\{thebibliography\}")
_ITEM = re.compile(r"\\bibitem(?![A-Za-z])\s{0,99}")
_DEFINITION = re.compile(
    r"\\(?:(?:(?:re)?new|provide)command\*?|DeclareRobustCommand\*?|[egx]?def)\s{0,9}\{?\s{0,9}\\([A-Za-z]{2,40})"
    r"\s{0,9}\}?\s{0,9}(?:\[(\d)\]|((?:#\d){1,9}))?\s{0,9}\{"
)
_NAME = re.compile(r"\\([A-Za-z@]{2,40})")
_PROGRAM = re.compile(r"@|\\(?:if|else|fi|expandafter|csname|begingroup|relax)(?![a-z])")
_GLUE = re.compile(
    r"\\hskip\s{0,9}-?[\d.]{1,9}em(?:\s{1,9}(?:plus|minus)\s{1,9}[\d.]{1,9}em){0,2}(?:\s{0,9}\\relax)?"
    r"|\\(?:begin|end)\s?\{(?!document|thebibliography)[A-Za-z]{1,30}\*?\}|\\(?=\n)"
)
_SIGN = re.compile(r"\\.|[{}\[\]]", re.S)
_BODY = 300  # characters of what a macro stands for
_LABEL = 20_000  # characters of a label; a collaboration has a thousand members
_DEEP = 4  # macros within macros
_GROWTH = 4  # times a list may grow

_Macro = tuple[int, str]  # how many arguments it takes, and what is printed
_STYLES: dict[str, _Macro] = {
    # REVTeX, ACM, elsarticle
    "bibinfo": (2, "#2"), "bibfield": (2, "#2"), "bibnamefont": (1, "#1"), "bibfnamefont": (1, "#1"),
    "citenamefont": (1, "#1"), "BibitemOpen": (0, ""), "BibitemShut": (1, ""), "Eprint": (2, "#2"),
    "doibase": (0, "https://doi.org/"), "href@noop": (1, ""), "natexlab": (1, "#1"), "enquote": (1, "``#1''"),
    "urlprefix": (0, ""), "TeX": (0, "TeX"), "LaTeX": (0, "LaTeX"), "showarticletitle": (1, "#1"),
    "showDOI": (1, "#1"), "showURL": (1, "#1"),
    # BioMed Central, agsm and others
    "betal": (0, "et al."), "doiurl": (1, "https://doi.org/#1"), "endbibitem": (0, ""), "bibAnnote": (2, ""),
    "bibAnnoteFile": (1, ""),
    # AASTeX, amsplain, plainnat
    "dodoi": (1, "https://doi.org/#1"), "doarXiv": (1, "arXiv:#1"), "doeprint": (1, "#1"), "bysame": (0, "---"),
    "MR": (1, ""), "BIBentryALTinterwordspacing": (0, ""), "BIBentrySTDinterwordspacing": (0, ""),
    # apacite
    "APACrefYearMonthDay": (3, "(#1, #2 #3)"), "APACrefYear": (1, "(#1)"), "APACrefatitle": (2, "#1"),
    "APACrefbtitle": (2, "\\emph{#1}"), "APACrefaetitle": (2, "[#1]"), "APACrefbetitle": (2, "[#1]"),
    "APACjournalVolNumPages": (4, "\\emph{#1}, #2(#3), #4"), "APACaddressPublisher": (2, "#1: #2"),
    "APACinsertmetastar": (1, ""), "APACmetastar": (0, ""), "PrintBackRefs": (1, ""), "PrintOrdinal": (1, "#1"),
    "BBOQ": (0, ""), "BBCQ": (0, ""), "BBA": (0, "&"), "BBAA": (0, "&"), "BBAB": (0, "&"), "BED": (0, "Ed."),
    "BEDS": (0, "Eds."), "BIn": (0, "In"), "BPG": (0, "p."), "BPGS": (0, "pp."), "BVOL": (0, "Vol."),
    "BVOLS": (0, "Vols."), "BNUM": (0, "No."), "BEd": (0, "ed."), "BTRANS": (0, "Trans."), "BCHAP": (0, "chap."),
    "BOthers": (1, "et al."), "BIP": (0, "in press"), "BPhD": (0, "Doctoral dissertation"),
    "BUMTh": (0, "Master's thesis"), "Bem": (1, "#1"),
}  # fmt: skip


def written_out(text: str) -> str:
    """LaTeX whose lists are as they are printed, line for line: macros replaced by what they stand for, labels on the
    line of their item, and no programming before the first item."""
    if "\\bibitem" not in text:
        return text
    macros = {**{name: (0, journal) for name, journal in JOURNALS.items()}, **_defined(text), **_STYLES}
    out, at = [], 0
    for match in _LIST.finditer(text):
        part = text[at : match.start()]
        out.append(_list(part, macros) if match[1] == "end" else part)
        at = match.start()
    return "".join(out) + (text[at:] if at and match[1] == "end" else _list(text[at:], macros))


def _defined(text: str) -> dict[str, _Macro]:
    """The macros that a text defines and that print something."""
    found: dict[str, _Macro] = {}
    for match in _DEFINITION.finditer(text):
        body = text[match.end() : closing(text, match.end(), limit=_BODY) - 1]
        takes = int(match[2]) if match[2] else len(match[3] or "") // 2
        if len(body) < _BODY - 1 and not _PROGRAM.search(body) and f"\\{match[1]}" not in body:
            found[match[1]] = (takes, body)
    return found


def _list(text: str, macros: Mapping[str, _Macro]) -> str:
    first = text.find("\\bibitem")
    if first < 0:
        return text
    head = text[:first]
    if _DEFINITION.search(head) or "\\providecommand" in head:
        kept = closing(head, head.find("thebibliography}{") + 17) if "thebibliography}{" in head else 0
        head = head[:kept] + "\n" * head.count("\n", kept)
    return head + _expanded(_GLUE.sub(_lines, _labelled(text[first:])), macros)


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _labelled(text: str) -> str:
    """The items with their labels, as plain text, and keys on one line each."""
    out, at = [], 0
    for match in _ITEM.finditer(text):
        if match.start() < at:
            continue
        end, label = match.end(), ""
        if text.startswith("[", end):
            close = closing(text, end + 1, "[]", limit=_LABEL)
            label = without_commands(text[end + 1 : close - 1])
            end = _blank(text, close)
        if not text.startswith("{", end):
            continue
        close = closing(text, end + 1, limit=_LABEL)
        key = text[end + 1 : close - 1]
        label = " ".join(re.sub(r"[\[\]{}]", "", label).split())[:_BODY]
        out += [text[at : match.start()], f"\\bibitem[{label}]" if label else "\\bibitem", "{", key.strip(), "}"]
        out.append("{}\n" * text.count("\n", match.start(), close))
        at = close
    return "".join(out) + text[at:]


def _expanded(text: str, macros: Mapping[str, _Macro], deep: int = 0) -> str:
    """A text with these macros replaced, and as many line breaks."""
    out, at, size = [], 0, 0
    while match := _NAME.search(text, at):
        out.append(text[at : match.start()])
        at = match.end()
        if match[1] not in macros or size > _GROWTH * len(text):
            out.append(match[0])
            continue
        takes, printed = macros[match[1]]
        at += 1 if printed.endswith("/") and text[at : at + 1] == " " else 0
        for number in range(1, takes + 1):
            argument, at = _argument(text, at)
            printed = printed.replace(f"#{number}", argument)
        if "\\" in printed and deep < _DEEP:
            printed = _expanded(printed, macros, deep + 1)
        size += len(printed)
        out += ["\n" * (text.count("\n", match.start(), at) - printed.count("\n")), printed.replace(",  )", ")")]
    return "".join(out) + text[at:]


def _argument(text: str, at: int) -> tuple[str, int]:
    """The next argument of a macro, and where it ends: a group, a command or a character."""
    at = _blank(text, at)
    if text.startswith("{", at):
        end = closing(text, at + 1)
        return text[at + 1 : end - 1], end
    command = _NAME.match(text, at)
    return (command[0], command.end()) if command else (text[at : at + 1], at + 1)


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def closing(text: str, start: int, pair: str = "{}", *, limit: int = 0) -> int:
    """The offset after the brace that closes the group open at ``start``, or after the bracket, which braces may hide.

    limit: characters that are looked at, 0 for all; behind them is where a group that stays open is taken to end.
    """
    depth, inner = 1, 0
    end = min(start + limit, len(text)) if limit else len(text)
    for match in _SIGN.finditer(text, start, end):
        sign = match[0]
        if pair != "{}" and sign in "{}":
            inner += 1 if sign == "{" else -1
        elif sign in pair and not inner:
            depth += 1 if sign == pair[0] else -1
        if depth == 0:
            return match.end()
    return end
