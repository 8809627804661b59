"""Markdown (CommonMark, tables, footnotes, front matter, Pandoc's [@key]) -> blocks, with the lines of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from refcheck import patterns as re
from refcheck.reading.bibtex.entries import bib_entries, bibtex_sources, inline_bibtex
from refcheck.reading.citekeys import cited_keys
from refcheck.reading.document import FRONT, Block, Cited, Document, Kind, Line, Writer, clean, shifted
from refcheck.reading.formats.citeproc import marked, unfenced
from refcheck.reading.formats.managers import csl_entries
from refcheck.reading.formats.myst import opened
from refcheck.reading.formats.shortcodes import linked
from refcheck.reading.formats.wikitext import with_notes
from refcheck.reading.front import front_date, front_language, front_matter, front_paths
from refcheck.reading.lists.headings import STRONG, heading_grade

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$")
_FENCE = re.compile(r"^ {0,3}(```+(?=[ \t]*\{|[^`]*$)|~~~+)")  # "```name``` is ..." is code in a sentence
_INLINE_NOTE = re.compile(
    r"(?<=[^\s\[`])\^\[((?=[^\[\]]{0,60}\s)(?:[^\[\]\n]|\n(?!\s*\n)|\[[^\[\]\n]{0,300}\]){12,3000})\](?!\()"
)
_SHOWN = re.compile(
    r"^ {0,3}(```+(?=[ \t]*\{|[^`\n]*$)|~~~+).*?^ {0,3}\1|(?<!`)(`+)(?!`)[^\n]{1,500}?(?<!`)\2(?!`)", re.M | re.S
)
_DIRECTIVE = re.compile(r"^ {0,3}(?:`{3,}|:{3,})\{bibliography\}[ \t]+(\S{1,300}\.bib)", re.M)  # MyST
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^<>]*)>")
_HREF = re.compile(r"""href\s*=\s*["']?(https?://[^"'\s>]+)""", re.I)
_INNER = re.compile(r"""href\s*=\s*["']?#([^"'\s>]+)""", re.I)
_NAMED = re.compile(r"""(?:name|id)\s*=\s*["']?([^"'\s>]+)""", re.I)
_ATTRIBUTES = re.compile(r"^[ \t]{0,9}\{:[^{}\n]{0,200}\}[ \t]*$", re.M)  # kramdown's, of the block around them
_DIVISION = re.compile(  # the fences of Pandoc's
    r"^[ \t]{0,9}:{3,}[ \t]*(?:\{[^{}\n]{0,200}\}[ \t]*:{0,9}|[\w-]{1,60})?[ \t]*$", re.M
)
_MARKED = re.compile(r"[\\`*_\[\]!<>&~]|\s\n|\n\s|^\s|\s$")  # where a parser's rule may begin, and line breaks
_MANY = 3_000
"""Brackets, stars or underlines in a paragraph; beyond, they are text: pairing them takes quadratic time."""
_SENTENCE = 40  # characters; a shorter value in the front matter is neither a sentence nor a reference
_PROGRAM = re.compile(r"\s*@[A-Za-z]{3,20}\s*\{")
_CODE_COMMENT = re.compile(r"^\s*(?:\{/\*.*\*/\}|import\s.+from\s.+|export\s.+)$")


def read_markdown(text: str) -> Document:
    """Markdown -> Document; its ``cited`` are the Pandoc citation keys, in order of appearance."""
    facts, prose = front_matter(text)
    prose = opened(with_notes(linked(prose)))
    plain, notes = _take_notes(_ATTRIBUTES.sub("", _DIVISION.sub("", unfenced(prose))))
    plain, inline = _take_inline_notes(plain)
    made = [*_said(facts, text), *_blocks(plain), *notes, *inline]
    blocks = marked(prose, sorted(made, key=lambda block: block.line))
    title = facts.get("title")
    first = next((block for block in blocks if block.kind is Kind.HEADING and block.level == 1), None)
    cited = [Cited(*found) for found in cited_keys(prose)]
    nocite = str(facts.get("nocite") or "")
    cited += [Cited("*", 1)] if "@*" in nocite else [Cited(key, 1) for key, _, _ in cited_keys(nocite)]
    return Document(
        "markdown",
        tuple(blocks),
        title=str(title) if title else (first.text if first else ""),
        date=front_date(facts),
        language=front_language(facts),
        cited=tuple(cited),
        library=(*bib_entries(inline_bibtex(prose)), *csl_entries(facts)),
        sources=front_paths(facts.get("bibliography"))
        or tuple(m[1] for m in _DIRECTIVE.finditer(prose))
        or bibtex_sources(prose),
    )


def _said(facts: Mapping[str, Any], text: str) -> Iterator[Block]:
    """Sentences in the front matter that the page prints ("review: All sources were ..."), as text beside the article;
    and a list of references there, as a list."""
    for key, value in facts.items():
        if key == "title":  # of a page that is nothing but a bibliography
            if isinstance(value, str) and heading_grade(value) == STRONG:
                yield Block(Kind.HEADING, (Line(1, clean(value)),))
            continue
        texts = value if isinstance(value, list) else [value]
        said = [text for text in texts if isinstance(text, str) and len(text) > _SENTENCE and " " in text][:500]
        listed = isinstance(value, list) and heading_grade(key) == STRONG
        lines = [Line(_line_of(sentence, text), clean(sentence)) for sentence in said]
        if listed and lines:
            yield Block(Kind.HEADING, (replace(lines[0], text=key),), level=2)
        for line in lines:
            if listed:
                yield Block(Kind.ITEM, (line,), level=1, group=FRONT)
            else:
                yield Block(Kind.PARAGRAPH, (line,), aside=1)


def _line_of(sentence: str, text: str) -> int:
    """The line on which a value of the front matter begins."""
    start = re.split(r"[\n\"'\\]", sentence.strip(), maxsplit=1)[0][:40].rstrip()
    return text.count("\n", 0, max(0, text.find(start, 0, 100_000))) + 1


def _take_notes(text: str) -> tuple[str, list[Block]]:
    """The text with footnote definitions blanked out, and the definitions as blocks."""
    if "[^" not in text:
        return text, []
    rows = text.split("\n")
    notes: list[Block] = []
    fence = ""
    index = 0
    while index < len(rows):
        if match := _FENCE.match(rows[index]):
            if not fence:
                fence = match[1][:3]
            elif match[1].startswith(fence):
                fence = ""
        match = None if fence else _NOTE.match(rows[index])
        if not match:
            index += 1
            continue
        end = index + 1
        while end < len(rows) and rows[end].strip() and not _NOTE.match(rows[end]) and not rows[end].startswith("#"):
            end += 1
        while end + 1 < len(rows) and not rows[end].strip() and re.match(r" {2,}\S|\t\S", rows[end + 1]):
            end += 2
            while end < len(rows) and rows[end].strip() and not _NOTE.match(rows[end]):
                end += 1
        body = [match[2], *(row.strip() for row in rows[index + 1 : end])]
        for block in _blocks("\n".join(body), index):
            notes.append(replace(block, kind=Kind.NOTE, marker=f"[^{match[1]}]", key=match[1], group=0))
        rows[index:end] = [""] * (end - index)
        index = end
    return "\n".join(rows), notes


def _take_inline_notes(text: str) -> tuple[str, list[Block]]:
    """The text without Pandoc's inline notes, ``^[See Smith (2010).]``, except for a mark, and the notes as blocks."""
    if "^[" not in text:
        return text, []
    notes: list[Block] = []
    hidden = [match.span() for match in _SHOWN.finditer(text)]

    def mark(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in hidden):
            return match[0]
        line = text.count("\n", 0, match.start())
        key = f"{line + 1}.{len(notes) + 1}"
        notes.extend(
            replace(block, kind=Kind.NOTE, marker=f"[^{key}]", key=key, group=0) for block in _blocks(match[1], line)
        )
        return f"[^{key}]" + "\n\u2060" * match[0].count("\n")

    return _INLINE_NOTE.sub(mark, text), notes


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    parser.core.ruler.at("inline", _read_inline)
    return parser


def _read_inline(state: StateCore) -> None:
    """The parser's step for paragraphs, with a shortcut for those without markup, which most are."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = token.children or []
        if _MARKED.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            continue
        for index, row in enumerate(token.content.split("\n")):
            if index:
                token.children.append(Token("softbreak", "br", 0))
            token.children.append(Token("text", "", 0, content=row))


def _tamed(text: str) -> str:
    """The text with the markup characters escaped in paragraphs that have too many, line for line."""
    if max(map(text.count, "[*_")) <= _MANY:
        return text
    paragraphs = re.split(r"(\n[ \t]*\n)", text)
    return "".join(
        re.sub(r"([\[*_])", r"\\\1", paragraph) if max(map(paragraph.count, "[*_")) > _MANY else paragraph
        for paragraph in paragraphs
    )


def _blocks(text: str, offset: int = 0) -> list[Block]:
    """Blocks of CommonMark. offset: lines of the file before the text."""
    tokens = _parser().parse(_tamed(text))
    out: list[Block] = []
    groups: list[tuple[int, str]] = []
    made = heading = 0
    markers: list[str] = []
    row: Writer | None = None
    item: Writer | None = None
    header = False
    ruled = -1  # number of blocks before the last rule
    for token in tokens:
        if ruled == len(out) - 1 >= 0:
            out[-1], ruled = replace(out[-1], ruled=True), -1
        kind = token.type
        start = (token.map[0] if token.map else 0) + 1 + offset
        if kind in ("heading_open", "heading_close"):
            heading = int(token.tag[1]) if kind == "heading_open" else 0
        elif kind in ("bullet_list_open", "ordered_list_open"):
            _close_item(item, out, groups, markers)
            item = None
            made += 1
            groups.append((made, token.markup))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            groups.pop()
        elif kind == "list_item_open":
            item = None
            markers.append(f"{token.info}{token.markup}" if token.info else token.markup)
        elif kind == "list_item_close":
            _close_item(item, out, groups, markers)
            item = None
            markers.pop()
        elif kind == "table_open":
            made += 1
        elif kind == "tr_open":
            row = Writer(start)
        elif kind == "th_open":
            header = True
        elif kind == "tr_close" and row is not None:
            _keep(out, row.block(Kind.PARAGRAPH) if header else row.block(Kind.ITEM, level=1, group=made))
            row, header = None, False
        elif kind == "inline" and row is not None:
            _inline(token, row, start)
            row.write(" ", start)
        elif kind == "inline" and markers and not heading:
            if item is None:
                item = Writer(start)
            else:
                item.newline(True)
            _inline(token, item, start)
        elif kind == "inline":
            _keep(out, _paragraph(token, start, heading))
        elif kind in ("fence", "code_block"):
            out.extend(_code(token, start, kind))
        elif kind == "hr":
            ruled = len(out)
        elif kind == "html_block":
            out.extend(_html(token.content, start))
    quoted = {n for token in tokens if token.type == "blockquote_open" for n in range(*(token.map or (0, 0)))}
    return [replace(block, quoted=block.line - 1 - offset in quoted) for block in out] if quoted else out


def _paragraph(token: Token, start: int, heading: int) -> Block | None:
    """A heading of level ``heading`` or, for 0, a paragraph."""
    writer = Writer(start)
    _inline(token, writer, start)
    if heading:
        return writer.block(Kind.HEADING, level=heading)
    return writer.block(Kind.CODE if _CODE_COMMENT.match(token.content) else Kind.PARAGRAPH)


def _close_item(item: Writer | None, out: list[Block], groups: list[tuple[int, str]], markers: list[str]) -> None:
    if item is not None and groups and markers:
        _keep(out, item.block(Kind.ITEM, level=len(groups), group=groups[-1][0], marker=markers[-1]))


def _keep(out: list[Block], block: Block | None) -> None:
    if block:
        out.append(block)


def _code(token: Token, start: int, kind: str) -> list[Block]:
    """Fenced code as code; indented text, which may be a list with hanging indents, as text unless it is BibTeX."""
    from refcheck.reading.lists.paragraphs import read_text

    if kind == "fence" or _PROGRAM.match(token.content):
        writer = Writer(start)
        for index, row in enumerate(token.content.split("\n")):
            writer.write(row, start + (kind == "fence") + index)
            writer.newline(False)
        block = writer.block(Kind.CODE)
        return [block] if block else []
    return list(shifted(read_text(token.content).blocks, start - 1))


def _html(content: str, start: int) -> list[Block]:
    from refcheck.reading.formats.html import read_html

    return list(shifted(read_html(content).blocks, start - 1))


def _inline(token: Token, writer: Writer, line: int) -> None:
    """Write a paragraph's text without its markup."""
    children = token.children or []
    for index, child in enumerate(children):
        kind = child.type
        if kind in ("text", "code_inline"):
            writer.write(child.content, line, code=kind == "code_inline")
        elif kind == "softbreak":
            line += 1
            writer.newline(False)
        elif kind == "hardbreak":
            line += 1
            writer.newline(True)
        elif kind == "em_open":
            writer.slant()
        elif kind == "em_close":
            writer.upright()
        elif kind == "link_open":
            href = str(child.attrs.get("href", ""))
            if href.startswith(("http://", "https://")):
                words = takewhile(lambda one: one.type != "link_close", children[index + 1 :])
                writer.link(href, " ".join(one.content for one in words))
            elif href.startswith("#"):
                writer.point(unquote(href[1:]), line, "")
        elif kind == "image":
            continue
        elif kind == "html_inline":
            line = _tag(child.content, writer, line)


def _tag(content: str, writer: Writer, line: int) -> int:
    match = _TAG.match(content)
    if match and (name := match[2].lower()) in ("i", "em", "cite", "br", "a", "span", "sup"):
        if name == "br":
            writer.newline(True)
        elif name in ("a", "span", "sup"):
            if href := _HREF.search(match[3]):
                writer.link(href[1])
            elif href := _INNER.search(match[3]):
                writer.point(href[1], line, "")
            if named := _NAMED.search(match[3]):
                writer.anchor(named[1])
        else:
            (writer.upright if match[1] else writer.slant)()
    return line + content.count("\n")
