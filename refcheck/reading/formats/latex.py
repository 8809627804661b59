"""LaTeX -> blocks: paragraphs, sections, ``thebibliography``, footnotes, and the .bib files it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from refcheck import patterns as re
from refcheck.language.latex import ligatures, without_commands
from refcheck.reading.document import Block, Cited, Document, Kind, Writer, renumbered
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.latex_amsrefs import take_amsrefs
from refcheck.reading.formats.latex_items import closing, written_out
from refcheck.reading.project import LATEX_SOURCES, included, is_main, latex_sources
from refcheck.reading.sweave import without_chunks

_COMMENT = re.compile(r"(\\url\s*\{[^{}\n]*\}|https?://[^\s{}]*|\\%)|%[^\n]*")
_ITALIC = re.compile(r"\\(?:emph|textit|textsl|mkbibemph)\s*\{|\{\s*\\(?:em|it|itshape|sl)\b\s*")
_LINK = re.compile(
    r"\\(?:url|path|nolinkurl)\s*\{([^{}]{1,2000})\}|\\href\s*\{([^{}]{1,2000})\}\s*\{((?:[^{}]|\{[^{}]{0,500}\}){0,2000})\}|\\doi\s*\{([^{}]{1,500})\}"
)
_CITE = re.compile(r"\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?\s{0,9}(?:\[[^\]]{0,200}\]\s{0,9}){0,2}\{([^{}]{1,2000})\}")
_DEFINED = re.compile(r"(?:\\[gex]?def|\\[A-Za-z]{0,20}[cC]ommand\*?)\s{0,3}\{?$")  # "\renewcommand\citepunct{...}"
_SETS = re.compile(
    r"\\(?:(?:set)?cite(?:style|setup|text|index(?:type|field))|AtEveryCite)"
)  # style and words, no keys
_KEY = re.compile(r"[^\\#%{}~\"]{0,400}\w[^\\#%{}~\"]{0,400}|\*")
_SECTION = re.compile(
    r"\\(part|chapter|section|subsection|subsubsection|paragraph)\*?\s*(?:\[[^\]]{0,200}\])?\{((?:[^{}]|\{[^{}]{0,100}\}){0,300})\}"
)
_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
_LISTS = re.compile(r"\\bibliography\s*\{([^{}]{1,1000})\}")  # one for each chapter with chapterbib or bibunits
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{(\w+)\*?\}(?:\{[^{}]{0,50}\})?(?:\[[^\]]{0,100}\])?")
_ITEM = re.compile(
    r"\\(bibitem|item)\b\s*(?:\[((?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}){0,500})\])?(?:\{([^{}]{1,200})\})?",
    re.S,
)
_TABLES = frozenset({"tabular", "tabularx", "tabulary", "tabu", "longtable", "xltabular", "supertabular", "longtabu"})
_SKIPPED = _TABLES | {
    "verbatim", "lstlisting", "minted", "equation", "align", "tikzpicture", "figure", "comment", "filecontents",
}  # fmt: skip
_NUMERO = re.compile(r"\\(?:No|textnumero)(?![A-Za-z])\s?(?:\{\})?")
_FIRST_CELL = re.compile(r"^\s{0,20}\{?[\[(]?(\d{1,3})[\])]?\.?\}?\s{0,20}&\s{0,20}")  # the number of a row
_NEXT_CELL = re.compile(r"(?<!\\)&\s{0,20}")
_SILENT = re.compile(  # commands whose arguments are never printed
    r"\\(?:addcontentsline\s*\{[^{}\n]*\}\s*\{[^{}\n]*\}\s*\{[^{}\n]*\}|(?:label|index|vspace\*?|hspace\*?|pagestyle|color"
    r"|thispagestyle|bibliographystyle|pagenumbering|phantomsection|leavevmode|nocite|markboth\s*\{[^{}\n]*\}"
    r"|hang(?:indent|after)\s{0,9}=?\s{0,9}-?[\d.]{1,9}\s{0,9}\\?[a-z]{0,12}|setlength\s*\{[^{}\n]*\}|setcounter\s*\{[^{}\n]*\}|fontsize\s*\{[^{}\n]*\}|selectlanguage)\s*(?:\{[^{}\n]*\})?)"
)
_TARGET = re.compile(r"\\(?:hypertarget|hyperlink|hyperref\s*\[([^\]\n]{1,200})\])\s*(?:\{([^{}\n]{1,200})\})?")
_CITEPROC = re.compile(r"\\hypertarget\s*\{(ref-[^{}\n]{1,200})\}")  # an item of the list that pandoc prints
_CITEPROC_NUMBER = re.compile(r"\\CSLLeftMargin\{([^{}\n]{1,20})\}")
_REFERRED = re.compile(r"\\(?:page|eq|auto|name|c|C|v)?ref\*?\s*\{([^{}\n]{1,200})\}")
_VERB = re.compile(r"\\(?:verb|lstinline)\*?([^\w\s*{]).{0,300}?\1")
_VERBATIM = re.compile(
    r"\\begin\{(verbatim|lstlisting|minted|comment|filecontents)\*?\}.*?\\end\{\1\*?\}|\\verb\*?([^\w\s]).{0,300}?\2",
    re.S,
)
_FOOTNOTE = re.compile(r"\\footnote(?:text)?\s*(?:\[[^\]]{0,20}\])?\{")


def read_latex(text: str, path: str = "") -> Document:
    """LaTeX -> Document. path: the text's file; a main file is read with the files that it includes."""
    numbers: list[int] = []
    text = without_chunks(text)
    if is_main(text) and path and Path(path).is_file():
        text, numbers = included(text, Path(path))
    text = written_out(_NUMERO.sub("№", _COMMENT.sub(lambda m: m[1] or "", text)))
    text, entries = take_amsrefs(text)
    title = re.search(r"\\title\s*(?:\[[^\]]{0,200}\])?\{((?:[^{}]|\{[^{}]{0,200}\}){1,500})\}", text)
    when = re.search(r"\\date\s*\{([^{}]{1,100})\}", text)
    language = re.search(
        r"\\(?:usepackage|setdefaultlanguage|setmainlanguage)\s*(?:\[([\w=,\s]{1,100})\])?\{(babel|polyglossia|\w+)\}",
        text,
    )
    start = re.search(r"\\begin\s*\{document\}", text)
    body = ("\n" * text.count("\n", 0, start.end())) + text[start.end() :] if start else text
    body = re.split(r"\\end\s*\{document\}", body, maxsplit=1)[0]
    from refcheck.language.dates import find_day

    read = Document(
        "latex",
        tuple(_blocks(body)),
        title=plain(title[1]) if title else "",
        date=find_day(when[1]) if when else None,
        language=_babel(language[1] or "") if language and language[2] == "babel" else "",
        entries=entries,
        cited=tuple(_cited(text)),
        sources=latex_sources(text),
        parted=len(set(_LISTS.findall(text))) > 1,
    )
    return renumbered(read, numbers) if numbers else read


def _babel(options: str) -> str:
    names = {
        "english": "en", "british": "en", "american": "en", "dutch": "nl", "german": "de", "ngerman": "de",
        "french": "fr", "spanish": "es",
        "italian": "it", "portuguese": "pt", "brazil": "pt", "brazilian": "pt", "norsk": "no", "nynorsk": "no",
        "danish": "da", "swedish": "sv",
        "polish": "pl", "czech": "cs", "russian": "ru", "finnish": "fi", "hungarian": "hu", "turkish": "tr",
        "greek": "el", "catalan": "ca",
    }  # fmt: skip
    chosen = [word for word in re.findall(r"\w+", options) if word in names]
    return names[chosen[-1]] if chosen else ""


def _cited(text: str) -> Iterator[Cited]:
    text = _VERBATIM.sub(lambda m: "\n" * m[0].count("\n"), text)
    line, at = 1, 0
    for match in _CITE.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if _SETS.match(match[0]) or _DEFINED.search(text, max(0, at - 40), at):
            continue
        keys = (part.strip() for part in match[1].split(","))
        yield from (Cited(key, line) for key in keys if _KEY.fullmatch(key))


def _blocks(text: str) -> Iterator[Block]:
    """Blocks in order; footnotes follow their paragraph."""
    text = _VERB.sub("…", _SILENT.sub(_joint, text))
    kind, level, key, marker, listed = Kind.PARAGRAPH, 0, "", "", False
    environments: list[str] = []
    rows: list[tuple[int, str]] = []
    group = 0

    def finish() -> Iterator[Block]:
        yield from _block(rows, kind, level, key, marker, listed, group)
        rows.clear()

    for number, row in enumerate(text.split("\n"), 1):
        rest = _in_cells(row) if environments and environments[-1] in _TABLES else row
        if not row.strip():
            if kind is not Kind.ITEM or not listed:
                yield from finish()
                if kind is not Kind.ITEM:
                    kind, key, marker = Kind.PARAGRAPH, "", ""
            continue
        while rest:
            match = _next_sign(rest)
            if match is None:
                rows.append((number, rest))
                break
            if rest[: match.start()].strip():
                rows.append((number, rest[: match.start()]))
            yield from finish()
            rest = rest[match.end() :]
            if match.re is _ENVIRONMENT:
                name = match[2]
                if match[1] == "begin":
                    environments.append(name)
                    if name in _TABLES:
                        rest = _without_columns(rest)
                    if name == "thebibliography":
                        yield from _block([(number, "References")], Kind.HEADING, 2, "", "", False, 0)
                        group += 1
                    elif name in ("itemize", "enumerate", "description"):
                        group += 1
                elif environments:
                    environments.pop()
                kind, key, marker, listed = Kind.PARAGRAPH, "", "", False
                if any(name in _SKIPPED for name in environments):
                    kind = Kind.CODE
            elif match.re is _SECTION:
                yield from _block([(number, match[2])], Kind.HEADING, _LEVELS[match[1]], "", "", False, 0)
                kind, key, marker, listed = Kind.PARAGRAPH, "", "", False
            elif match.re is _ITEM:
                listed = match[1] == "bibitem"
                kind, level = Kind.ITEM, 1
                key, marker = (match[3] or "", plain(match[2] or "")) if listed else ("", plain(match[2] or "") or "•")
                if not listed and match[3]:
                    rest = "{" + match[3] + "}" + rest
    yield from finish()


def _joint(gone: re.Match[str]) -> str:
    """What stands for a command that is never printed: a blank, where the one before it would swallow the next word."""
    before, behind = gone.string[max(0, gone.start() - 1) : gone.start()], gone.string[gone.end() : gone.end() + 1]
    return " " if before.isalpha() and behind.isalpha() else ""


def _in_cells(row: str) -> str:
    """A row of a table as a line: "1 & Rain on roofs & 2010" as "1. Rain on roofs 2010"."""
    return _NEXT_CELL.sub(" ", _FIRST_CELL.sub(r"\1. ", row))


def _without_columns(text: str) -> str:
    """What follows the beginning of a table, without what its columns are like: "{lp{10cm}}"."""
    while text.startswith("{"):
        text = text[closing(text, 1) :]
    return text


def _next_sign(text: str) -> re.Match[str] | None:
    """The next beginning or end of a block: an environment, a section, an item, a list in another file."""
    found = (pattern.search(text) for pattern in (_ENVIRONMENT, _SECTION, _ITEM, LATEX_SOURCES))
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _block(
    rows: list[tuple[int, str]], kind: Kind, level: int, key: str, marker: str, listed: bool, group: int
) -> Iterator[Block]:
    if not rows:
        return
    notes: list[tuple[int, str, str]] = []
    text = _take_footnotes("\n".join(row for _, row in rows), [number for number, _ in rows], notes)
    if item := _CITEPROC.search(rows[0][1]):
        kind, key, listed = Kind.ITEM, item[1], True
        if printed := _CITEPROC_NUMBER.search(text):
            marker, text = printed[1].strip(), text.replace(printed[0], "", 1)
    writer = Writer(rows[0][0])
    slanted = False
    for index, (row, (number, _)) in enumerate(zip(text.split("\n"), rows, strict=False)):
        if index:
            writer.newline(False)
        for piece, italic in _slants(row, slanted):
            if italic and not slanted:
                writer.slant()
            elif slanted and not italic:
                writer.upright()
            slanted = italic
            _note_links(piece, writer)
            for target in _TARGET.finditer(piece):
                if target[0].startswith("\\hypertarget"):
                    writer.anchor(target[2] or "")
                elif target[0].startswith("\\hyperlink"):
                    writer.point(target[2] or "", number, "")
            piece = _TARGET.sub("", _REFERRED.sub("", piece))
            parts = re.split(r"\\\\(?:\[[^\]]{0,20}\])?|\\newline\b|\\par\b", piece)
            for position, part in enumerate(parts):
                if position:
                    writer.newline(True)
                writer.write(plain(part, keep_cites=not listed), number)
    is_item = kind is Kind.ITEM
    if block := writer.block(
        kind, level=level, marker=marker if is_item else "", group=group if is_item else 0, key=key, listed=listed
    ):
        yield block
    for number, label, note in notes:
        writer = Writer(number)
        _note_links(note, writer)
        writer.write(plain(note, keep_cites=True), number)
        if made := writer.block(Kind.NOTE, key=label, marker=f"[^{label}]"):
            yield made


def _note_links(text: str, writer: Writer) -> None:
    """Note a block's linked addresses: ``\\href{address}{words}``."""
    for link in _LINK.finditer(text):
        if link[2]:
            writer.link(link[2], plain(link[3]))


def _take_footnotes(text: str, numbers: list[int], notes: list[tuple[int, str, str]]) -> str:
    """Move footnotes from a paragraph's text to ``notes`` (line, label, text); their marks stay."""
    out, at = [], 0
    while match := _FOOTNOTE.search(text, at):
        end = closing(text, match.end())
        row = text.count("\n", 0, match.start())
        inner = text[match.end() : end - 1]
        number = numbers[min(row, len(numbers) - 1)]
        label = f"{number}.{len(notes) + 1}"
        mark = f"[^{label}]" if inner.strip() else ""
        if mark:
            notes.append((number, label, inner.replace("\n", " ")))
        out.append(f"{text[at : match.start()]}{mark}" + "\n" * inner.count("\n"))
        at = end
    return "".join(out) + text[at:]


def _slants(row: str, slanted: bool) -> Iterator[tuple[str, bool]]:
    """Pieces of a line, and whether each is in italics."""
    at = 0
    if slanted:
        end = closing(row, 0)
        yield row[: end - 1] if end < len(row) or row.endswith("}") else row, True
        at = end
    while match := _ITALIC.search(row, at):
        yield row[at : match.start()], False
        end = closing(row, match.end())
        closed = row[end - 1 : end] == "}"
        yield row[match.end() : end - 1 if closed else end], True
        at = end
        if not closed:
            return
    yield row[at:], False


def plain(text: str, keep_cites: bool = False) -> str:
    """LaTeX without commands and braces; accents, ties and dashes become characters."""
    if "\\" in text:
        kept: list[str] = []
        if keep_cites:
            text = _CITE.sub(lambda m: kept.append(m[0]) or f"\x00{len(kept) - 1}\x00", text)  # type: ignore[func-returns-value]
        text = _LINK.sub(lambda m: m[1] or m[3] or (f"https://doi.org/{m[4]}" if m[4] else ""), text)
        text = without_commands(text)
    else:
        kept = []
    text = ligatures(text).replace("$", "")
    return re.sub("\x00(\\d+)\x00", lambda m: kept[int(m[1])], text) if kept else text


FORMAT = Format("latex", (".tex", ".latex", ".ltx", ".rnw"), read=read_latex)
