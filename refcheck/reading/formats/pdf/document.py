"""PDF: the text layer as laid out, without running heads and page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from refcheck import patterns as re
from refcheck.errors import Picture, UnreadableArticle
from refcheck.language.printable import JOINED_LETTERS
from refcheck.reading.document import Block, Document, Kind, Line, clean
from refcheck.reading.formats.pdf import text as pdf_text
from refcheck.reading.formats.pdf.hung import RULED
from refcheck.reading.formats.pdf.line import Placed
from refcheck.reading.formats.pdf.listing import placed
from refcheck.reading.formats.pdf.notes import note_block, without_notes
from refcheck.reading.formats.pdf.page import Row, all_laid_out
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.headings import STRONG, heading_core, heading_grade
from refcheck.reading.lists.look import has_year, is_caption
from refcheck.reading.lists.markers import BULLETS
from refcheck.reading.lists.paragraphs import read_text
from refcheck.reading.lists.scores import ADDRESS

_MANY = 0.4  # of the letters of the most common size
_LARGER = 1.08  # times the size of the running text, from which a row is a title
_MUCH_LARGER = 1.25  # no reference is set so in bold letters
_HUGE = 1.4  # ... or in any
_LONGEST_HEADING = 90  # characters
_HEADING_ROWS = 3
_EDGE = 12  # lines at the head or foot of a page
_LONG_FOOT = 40  # characters; of two pages both have it
_SURE_EDGE = 3  # of them may be a running head each
_CHAPTER = 3  # pages
_BULLET = re.compile(rf"^[{BULLETS}]\s+(?=\S)")
_PAGE_NUMBER = re.compile(r"\s*(?:[-–]?\s?\d{1,4}\s?[-–]?|\d{1,4}\s?[|│]\s?\S.*|\S.*\s?[|│]\s?\d{1,4})\s*")


def read(data: bytes, path: str) -> Document:
    """A PDF -> Document; lines are those of its text. Raises UnreadableArticle if pypdfium2 is missing, or the file has
    no text layer, is locked or damaged."""
    try:
        found = pdf_text.read(data)
    except ImportError:
        raise UnreadableArticle(
            f"{path}: reading PDF needs one more package: pip install 'refcheck-editorial[pdf]'"
        ) from None
    except pdf_text.Unreadable as error:
        raise UnreadableArticle(f"{path}: cannot be read as PDF ({error})") from None
    pages = list(all_laid_out(found.pages))
    if not any(row.text for page in pages for row in page):
        kind = UnreadableArticle if len(pages) > 1 else Picture
        raise kind(f"{path}: has no text layer (a scan?); run OCR over it first")
    body = _body_size(pages)
    texts, notes = list(_without_running_heads(pages)), list[list[Row]]()
    rows = [row for page in texts for row in _apart(page, body)]
    entries = placed(rows)
    if not entries and not any(heading_grade(row.text.strip()) == STRONG for row in rows):
        texts, notes = without_notes(texts, body)  # beside a list they explain more often than they cite
        rows = [row for page in texts for row in _apart(page, body)]
    taken = {index for one in entries for index in one.rows}
    text = read_text(_composed("\n".join("" if index in taken else row.text for index, row in enumerate(rows))))
    line = count(len(rows) + 1)
    noted = [note_block([(next(line), _composed(row.text)) for row in note]) for note in notes]
    blocks = sorted([*text.blocks, *_listed(entries, rows)], key=lambda block: block.line)
    return replace(
        text,
        format="pdf",
        blocks=(*_with_headings(blocks, rows, body), *(x for x in noted if not ADDRESS.fullmatch(x.text))),
        title=found.title if len(found.title) > 8 and " " in found.title else "",
        language=found.language,
    )


def _listed(entries: Sequence[Placed], rows: Sequence[Row]) -> Iterator[Block]:
    """References whose places on the page show where they begin and end, as blocks."""
    group = 0
    for entry in entries:
        lines = [Line(index + 1, text) for index in entry.rows if (text := clean(_composed(rows[index].text)))]
        if not lines:
            continue
        first = lines[0].text
        if entry.heads:
            yield Block(Kind.HEADING, tuple(lines), level=2)
            continue
        if not entry.marker:
            lines[0] = replace(lines[0], text=f"———{first}" if RULED.match(first) else _BULLET.sub("", first))
            yield Block(Kind.PARAGRAPH, tuple(lines), whole=True)
            continue
        group = lines[0].number if entry.marker.strip("[(.)]") in ("1", "¹") else group
        lines[0] = replace(lines[0], text=first.removeprefix(entry.marker).strip())
        kept = tuple(line for line in lines if line.text)
        if kept:
            yield Block(
                Kind.ITEM,
                kept,
                marker=entry.marker,
                group=group,
                listed=entry.listed or entry.marker.startswith("["),
                whole=True,
            )


def _body_size(pages: list[list[Row]]) -> float:
    """The size of most of the letters, or a larger one that many have, where the notes are longer than the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    most = sizes.most_common(1)[0][1]
    return max(size for size, letters in sizes.items() if letters >= most * _MANY)


def _heads(row: Row, body: float) -> bool:
    """Whether a row is a section's title: in larger or bold letters, and not part of a reference."""
    text = row.text.strip()
    if len(text) > _LONGEST_HEADING or not re.search(r"[^\W\d_]{3}", text):
        return False
    larger = row.size > body * _LARGER
    if row.size > body * (_MUCH_LARGER if row.bold else _HUGE):
        return True
    return (larger or row.bold) and not has_year(text) and text[-1] not in ",;" and author_points(text) < 2


def _apart(page: list[Row], body: float) -> Iterator[Row]:
    """The rows of a page, with titles in larger letters and a list's heading set between blank lines, also where a page
    begins with one, or with a caption."""
    for above, row in zip([Row("", 0.0, 0.0), *page], page, strict=False):
        begins = row.text.startswith("\f")
        title = row.size > body * _LARGER and _heads(row, body)
        title = title or (begins and (heading_grade(row.text.strip()) == STRONG or is_caption(row.text.strip())))
        apart = title or (above.text and above.size > body * _LARGER)
        if apart and above.size != row.size and (above.text or begins):
            yield Row("", row.left, row.foot)
        yield row


def _with_headings(blocks: Sequence[Block], rows: Sequence[Row], body: float) -> Iterator[Block]:
    """The blocks, with paragraphs set as titles turned into headings; the larger their letters, the higher the level.

    Below a list's heading, only titles as large as that one count, since there may be a box between two references.
    """
    titled = {number: row for number, row in enumerate(rows, 1) if _heads(row, body)}
    sizes = sorted({row.size for row in titled.values()}, reverse=True)
    lowest = len(sizes)
    for block in blocks:
        own = [titled[line.number] for line in block.lines if line.number in titled]
        level = 1 + sizes.index(own[0].size) if own else 0
        whole = len(own) == len(block.lines) <= _HEADING_ROWS and block.kind in (Kind.PARAGRAPH, Kind.HEADING)
        if whole and level <= lowest:
            block = replace(block, kind=Kind.HEADING, level=level)
        if block.kind is Kind.HEADING:
            lowest = block.level if heading_grade(block.text) == STRONG else len(sizes)
        yield block


_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMED = re.compile(
    rf"/({'|'.join(_FIGURES)})(?:\.[a-z]{{2,16}})(?![a-z])"
)  # "/two.oldstyle", where a font says no more


def _composed(text: str) -> str:
    """Ligatures as letters, named figures as such."""
    if "/" in text:
        text = _NAMED.sub(lambda m: str(_FIGURES.index(m[1])), text)
    return text.translate(JOINED_LETTERS)


def _without_running_heads(pages: list[list[Row]]) -> Iterator[list[Row]]:
    """The pages without first and last lines that recur on many pages, apart from page numbers; a form feed precedes
    each page but the first.

    A line with a number at the very head or foot of some pages is that of a chapter.
    """
    edges = [_edges(page) for page in pages]
    keys, outer = Counter[str](), Counter[str]()
    for page, (head, foot) in zip(pages, edges, strict=True):
        keys.update({_key(page[i].text) for i in (*head, *foot)})
        outer.update({_key(page[i].text) for i in (*head[:1], *foot[:1]) if re.search(r"\d", page[i].text)})
    often = {key for key, count in keys.items() if count >= max(3, len(pages) * 0.3)}
    if len(pages) == 2:
        both = set.intersection(*(_feet(page, edge) for page, edge in zip(pages, edges, strict=True)))
        often |= {key for key, _ in both}
    often |= {key for key, count in outer.items() if count >= _CHAPTER and re.search(r"[^\W\d_]{3}", key)}
    lists: set[str] = set()  # headings on the page before, but in its table of contents: a list that goes on has one
    for number, (page, (head, foot)) in enumerate(zip(pages, edges, strict=True)):
        gone = {i for edge in (head, foot) for i in _gone(page, edge, often)}
        gone |= {i for i in head[:_SURE_EDGE] if heading_core(page[i].text) in lists}
        lists = {
            heading_core(row.text)
            for i, row in enumerate(page)
            if heading_grade(row.text.strip()) == STRONG and (i in head[:1] or not row.text[-1:].isdigit())
        }
        kept = [row for i, row in enumerate(page) if i not in gone]
        if number:
            first = kept[0] if kept else Row("", 0.0, 0.0)
            kept[:1] = [replace(first, text=f"\f{first.text}")]
        yield kept


def _feet(page: list[Row], edges: tuple[list[int], list[int]]) -> set[tuple[str, int]]:
    """The long lines at the edges of one of two pages, with their heights, that stand apart from the text or are in
    smaller letters: what two pages share may else be text."""
    usual = Counter(row.size for row in page if row.text).most_common(1)[0][0] if edges[0] else 0.0
    rows = [Row("", 0.0, 0.0), *page, Row("", 0.0, 0.0)]
    return {
        (_key(page[i].text), round(page[i].foot))
        for edge, inwards in zip(edges, (2, 0), strict=True)
        for i in edge[:_SURE_EDGE]
        if len(page[i].text) > _LONG_FOOT and (page[i].size < usual or not rows[i + inwards].text)
    }


def _edges(page: list[Row]) -> tuple[list[int], list[int]]:
    """The indexes of the first and of the last lines of a page that are not blank, from the edge inwards."""
    printed = [i for i, row in enumerate(page) if row.text]
    return printed[:_EDGE], printed[::-1][:_EDGE]


def _gone(page: list[Row], edge: list[int], often: set[str]) -> Iterator[int]:
    """The lines at an edge that belong to the page: any of the first, and those right behind that recur as they do."""
    gone = False
    for place, i in enumerate(edge):
        own = _key(page[i].text) in often or bool(_PAGE_NUMBER.fullmatch(page[i].text))
        if own and (gone or place < _SURE_EDGE):
            yield i
        gone = own


def _key(row: str) -> str:
    return re.sub(r"\d+", "#", clean(row))
