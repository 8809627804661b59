"""reStructuredText -> blocks: sections, lists, footnotes and citations, without directives and inline markup."""

from __future__ import annotations

from dataclasses import replace

from refcheck import patterns as re
from refcheck.language.dates import find_day
from refcheck.reading.citekeys import role_keys
from refcheck.reading.document import Block, Cited, Document, Kind, Line, clean
from refcheck.reading.formats.base import Format
from refcheck.reading.lists.markers import by_marker
from refcheck.reading.lists.paragraphs import read_text

_NOTE = re.compile(r"^\.\. \[(#?[^\]\s]{1,60}|#|\*)\]\s*(.*)$")
_KEPT = re.compile(r"\s*\.\. (note|container|rubric|only|epigraph|topic|seealso)::\s*")
_DIRECTIVE = re.compile(r"^(\s*)\.\. (?:[\w|:. -]{1,80}::.*|_[^:]{1,200}:.*|\|.*|(?!\[).*)$|^(\s*)\.\.$")
_CODE = re.compile(r"^\s*\.\. (?:code|code-block|sourcecode)::")
_FIELD = re.compile(r"^:(\w[\w -]{0,30}):\s+(.{1,200})$", re.M)
_BIBLIOGRAPHY = re.compile(r"^[ \t]*\.\. bibliography::[ \t]*(.*)$", re.M)
_LINK = re.compile(r"`([^`<>]{1,300})\s<([^<>`\s]{1,1000})>`__?")
_NAMED = re.compile(r"`([^`<>]{1,300})`__?")
_TARGET = re.compile(r"\.\. _`?([^`:\n]{1,300})`?:\s+(https?://\S+)")
_SUBSTITUTION = re.compile(
    r"^\.\. \|([^|\n]{1,100})\|\s{1,20}replace::[ \t]*(\S.{0,500}(?:\n[ \t]+\S.{0,500}){0,5})", re.M
)
_SUBSTITUTED = re.compile(r"\|([^|\s](?:[^|\n]{0,98}[^|\s])?)\|(__?(?!\w))?")
_INLINE = (
    (re.compile(r"^(\s*(?:[*+-]\s+)?)\|\s(?=.*[^|\s]\s*$)"), r"\1"),  # a row of a line block, not of a table
    (re.compile(r":[\w:+.-]{1,30}:`([^`<>]{1,300})(?:\s<[^<>`]{0,300}>)?`"), r"\1"),
    (re.compile(r"``([^`]{1,500})``"), r"\1"),
    (re.compile(r"`([^`<>]{1,300})`__?"), r"\1"),
    (re.compile(r"\*\*(\S(?:[^*]{0,300}\S)?)\*\*"), r"\1"),
)
_LITERAL = re.compile(r"``([^`]{1,500})``")
_ITALIC = re.compile(r"(?<![\w*\\])\*(\S(?:[^*]{0,300}?\S)?)\*(?![\w*])")
_RULE = re.compile(r"^([!-/:-@\[-`{-~])\1{2,}\s*$")


def read_rst(text: str) -> Document:
    """reStructuredText -> Document."""
    rows = text.split("\n")
    targets = _targets(rows)
    rows = _substituted(rows, targets, text)
    notes, codes_shown = _take(rows)
    links: dict[int, list[tuple[str, str]]] = {}
    plain, italics = _inline(rows, links, targets)
    read = read_text("\n".join(_underlined(plain)))
    codes = {number: found for number, row in enumerate(rows, 1) if (found := _LITERAL.findall(row))}
    items = (
        piece for block in read.blocks for piece in (by_marker(block) if block.kind is Kind.PARAGRAPH else [block])
    )
    blocks = [_dressed(block, links, italics, codes) for block in items]  # each with the links of its own lines
    blocks += codes_shown
    for start, label, body in notes:
        lines, slanted = _inline(body, links, targets, start)
        made = tuple(Line(start + index, clean(row)) for index, row in enumerate(lines) if clean(row))
        if made:
            note = Block(Kind.NOTE, made, marker=f"[{label}]", key=label)
            blocks.append(_dressed(note, links, {**italics, **slanted}, {}))
    fields = {match[1].lower(): match[2] for match in _FIELD.finditer(text[:5000])}
    sources = tuple(name for match in _BIBLIOGRAPHY.finditer(text) for name in match[1].split())
    cited = [Cited(key, number) for number, row in enumerate(text.split("\n"), 1) for key in role_keys(row)]
    return Document(
        "rst",
        tuple(sorted(blocks, key=lambda block: block.line)),
        date=next(
            (d for name in ("modified", "updated", "date") if name in fields and (d := find_day(fields[name]))), None
        ),
        language=fields.get("lang", ""),
        cited=tuple(cited),
        sources=sources,
    )


def _take(rows: list[str]) -> tuple[list[tuple[int, str, list[str]]], list[Block]]:
    """Remove footnotes and citations, returned as (line, label, rows), literal text, and all directives from
    ``rows``."""
    notes = []
    literals: list[Block] = []
    index = 0
    while index < len(rows):
        if rows[index].rstrip().endswith("::") and not rows[index].lstrip().startswith(".."):
            literals += _literal(rows, index)
        note = _NOTE.match(rows[index])
        if _CODE.match(rows[index]):
            literals += _literal(rows, index)
        directive = None if note else _DIRECTIVE.match(rows[index])
        if not note and not directive:
            index += 1
            continue
        indent = len(directive[1] or directive[2] or "") if directive else 0
        end = index + 1
        while end < len(rows) and (not rows[end].strip() or len(rows[end]) - len(rows[end].lstrip()) > indent):
            if note and not rows[end].strip() and not (end + 1 < len(rows) and rows[end + 1].startswith(" ")):
                break
            end += 1
        if note:
            notes.append((index + 1, note[1], [note[2], *rows[index + 1 : end]]))
        if directive and (kept := _KEPT.match(rows[index])):
            rows[index] = "" if kept[1] in ("container", "only") else rows[index][kept.end() :]  # a class, a condition
            index += 1
            continue
        rows[index:end] = [""] * (end - index)
        index = end
    return notes, literals


def _literal(rows: list[str], index: int) -> list[Block]:
    """Remove the literal block that a row announces with "::": code, or a program's output."""
    indent = len(rows[index]) - len(rows[index].lstrip())
    end = index + 1
    lines: list[Line] = []
    while end < len(rows) and (not rows[end].strip() or len(rows[end]) - len(rows[end].lstrip()) > indent):
        if rows[end].strip():
            lines.append(Line(end + 1, clean(rows[end]), indent=len(rows[end]) - len(rows[end].lstrip())))
        rows[end] = ""
        end += 1
    return [Block(Kind.CODE, tuple(lines))] if lines else []


def _targets(rows: list[str]) -> dict[str, str]:
    """Words -> address, for addresses defined apart from their words: ``.. _The words: https://...``."""
    found = (match for row in rows if row.startswith(".. _") and (match := _TARGET.match(row)))
    return {clean(match[1]).casefold(): match[2] for match in found}


def _substituted(rows: list[str], targets: dict[str, str], text: str) -> list[str]:
    """The rows with the words and links that stand for names: "|name|", "|name|_"."""
    by_name = {match[1].casefold(): " ".join(match[2].split()) for match in _SUBSTITUTION.finditer(text)}

    def words(match: re.Match[str]) -> str:
        said, address = by_name.get(match[1].casefold()), targets.get(clean(match[1]).casefold())
        if said is None:
            return match[0]
        return f"`{said} <{address}>`_" if match[2] and address else said

    return [row if row.startswith("..") else _SUBSTITUTED.sub(words, row) for row in rows] if by_name else rows


def _inline(
    rows: list[str], links: dict[int, list[tuple[str, str]]], targets: dict[str, str], first: int = 1
) -> tuple[list[str], dict[int, list[str]]]:
    """Rows without inline markup; links and italics by line number."""
    out, italics = [], {}
    for number, row in enumerate(rows, first):
        for match in _LINK.finditer(row):
            if match[2].startswith("http"):
                links.setdefault(number, []).append((match[2], match[1]))
        row = _LINK.sub(r"\1", row)
        for match in _NAMED.finditer(row) if targets else ():
            if address := targets.get(clean(match[1]).casefold()):
                links.setdefault(number, []).append((address, match[1]))
        for pattern, by in _INLINE:
            row = pattern.sub(by, row)
        if found := _ITALIC.findall(row):
            italics[number] = found
        out.append(_ITALIC.sub(r"\1", row).replace("\\ ", ""))
    return out, italics


def _underlined(rows: list[str]) -> list[str]:
    """The rows with every underline in the form known to plain text, by level; overlines and field lists blanked."""
    out = list(rows)
    signs: list[str] = []
    for index, row in enumerate(rows):
        if _RULE.match(row):
            title = rows[index - 1].strip() if index else ""
            under = bool(title) and not _RULE.match(rows[index - 1]) and len(row.strip()) >= min(len(title), 4)
            if under and row[0] not in signs:
                signs.append(row[0])
            out[index] = "=-~"[min(signs.index(row[0]), 2)] * 4 if under else ""
        elif _FIELD.match(row) and index < 40:
            out[index] = ""
    return out


def _dressed(
    block: Block, links: dict[int, list[tuple[str, str]]], italics: dict[int, list[str]], codes: dict[int, list[str]]
) -> Block:
    numbers = [line.number for line in block.lines]
    found = [link for number in numbers for link in links.get(number, ())]
    return replace(
        block,
        lines=tuple(replace(line, code=tuple(map(clean, codes.get(line.number, ())))) for line in block.lines),
        links=tuple(address for address, _ in found),
        linked=tuple(clean(words) for _, words in found),
        italics=tuple(clean(text) for number in numbers for text in italics.get(number, ())),
    )


FORMAT = Format("rst", (".rst", ".rest"), read=lambda text, _: read_rst(text))
