"""An article's file or text -> Article: its entries with their lines, and its facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from refcheck import patterns as re
from refcheck.errors import UnreadableArticle
from refcheck.files import read_regular
from refcheck.foreign import writable
from refcheck.language.detect import detect
from refcheck.model import Article, Entry, Mention, MentionKind, UnreadReason
from refcheck.reading.document import Block, Document, Kind
from refcheck.reading.encoding import MAX_BYTES as MAX_BYTES
from refcheck.reading.facts import printed_date, printed_title
from refcheck.reading.formats.detect import document
from refcheck.reading.formats.managers import unprinted, with_fields
from refcheck.reading.ignores import find_ignores
from refcheck.reading.keyed import keyed_entries, library
from refcheck.reading.lists.find import find
from refcheck.reading.lists.unread import Found
from refcheck.reading.project import is_chapter

_SOURCE_OF_QUOTATION = re.compile(r"[(\[–—-][^()\[\]–—]{0,100}[)\]]?\W{0,5}$")
_BY_KEY = 3  # works that an article cites by key; its running text is then no list, also where its .bib is lost
_LEFT = re.compile(r"\[\^([^\]\s]{1,40})\](?::|\s)")  # the definition of a note, in Markdown, perhaps without its colon


def read(source: str | bytes | Path, *, path: str = "", lists_only: bool = False) -> Article:
    """Read one article.

    source: a file (Path), its content (bytes, as from standard input), or the text of an article (str); without a file
    name the format is guessed. path: the article's name in reports; for a text "<text>" by default. lists_only: for a
    file without a list, return only path and format, not language or dates.
    Raises UnreadableArticle when the file is missing, a folder, binary, larger than 50 MB or an address. An empty file
    and an article without a list are not errors: their Article has no entries.
    """
    if isinstance(source, str):
        source = writable(source)
        data = source.encode()
        _check_size(len(data), path or "<text>")
        return _article(document(data, Path(path) if path else None, source), path or "<text>", data)
    if isinstance(source, bytes):
        _check_size(len(source), path or "<bytes>")
        return _article(document(source, Path(path) if path else None), path or "<bytes>", source)
    shown = path or str(source)
    data = _bytes(source, shown)
    return _article(document(data, source), shown, data, lists_only=lists_only)


def _bytes(source: Path, shown: str) -> bytes:
    if shown.startswith(("http:/", "https:/", "www.")):
        raise UnreadableArticle(
            f"{shown}: is an address, not a file; save the page first (browser: Save Page As, HTML only; or: "
            f"curl -o page.html ADDRESS)"
        )
    try:
        if source.is_dir():
            raise UnreadableArticle(f"{shown}: is a folder, not an article")
        if source.exists() and not source.is_file():  # to open a pipe or a device may never end
            raise UnreadableArticle(f"{shown}: is not a regular file")
        _check_size(source.stat().st_size, shown)
        return read_regular(source, MAX_BYTES)
    except FileNotFoundError:
        raise UnreadableArticle(f"{shown}: no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticle(f"{shown}: cannot be read ({reason})") from None


def _article(document: Document, path: str, data: bytes, *, lists_only: bool = False) -> Article:
    """The Article of a Document; this part is the same for all formats."""
    works = library(document, path)
    stated = [entry.raw for entry in document.entries]
    by_key = len({cited.key for cited in document.cited if cited.sure}) >= _BY_KEY
    found = find(document.blocks, keyed=works.cited or bool(stated) or by_key, known=stated)
    named, missing = keyed_entries(document, works, printed=bool(found.entries or document.entries))
    entries = (*document.entries, *named, *with_fields(found.entries, document.items))
    if not entries and document.items:
        entries = tuple(unprinted(document.items))
    if lists_only and not (entries or found.unread or missing):
        return Article(path=path, format=document.format)
    running = [block for block in found.rest if block.kind is not Kind.CODE]
    lines = tuple((line.number, line.said) for block in running for line in block.lines)
    body = "\n\n".join("\n".join(line.text for line in block.lines) for block in found.rest if not block.aside)
    listed = " ".join(entry.raw for entry in entries[:100])
    told = (
        body if len(body) > 120 or document.language else f"{body} {listed}"
    )  # titles are weak evidence against a declared language
    language = detect(told, document.language)
    return Article(
        path=path,
        format=document.format,
        language=language,
        date=document.date or printed_date(found.rest),
        title=writable(document.title) or printed_title(document.blocks),
        text=body,
        entries=entries,
        libraries=tuple(map(str, works.files)),
        shelved=() if document.sources else tuple(works.uncited()),
        lines=lines,
        apart=tuple(dict.fromkeys(filter(None, _apart(running)))),
        italics=tuple(dict.fromkeys(words for block in running for words in block.italics if len(words) > 2)),
        chapter=not entries and is_chapter(Path(path)),
        notes=tuple(dict.fromkeys(label for block in document.blocks for label in _notes(block) if label)),
        mentions=tuple(_stated(document, found, entries)),
        items_seen=found.seen + len(entries) - len(found.entries),
        # "The primary references are:", and keys that are in a .bib
        unread=(*(u for u in found.unread if u.reason is not UnreadReason.NO_LIST or not named), *missing),
        ignores=find_ignores(document.source or data.decode("utf-8", "replace")) if b"refcheck:" in data else (),
        sha256=hashlib.sha256(data).hexdigest(),
        list_sha256=hashlib.sha256("\n".join(entry.raw for entry in entries).encode("utf-8", "replace")).hexdigest(),
    )


def _notes(block: Block) -> Iterator[str]:
    """The labels of the notes that a block defines, also where a page has Markdown's own syntax left in it."""
    if block.kind is Kind.NOTE:
        yield block.key
    else:
        yield from (left[1] for line in block.lines if (left := _LEFT.match(line.text)))


def _apart(running: Iterable[Block]) -> Iterator[str]:
    """What in the running text is not, or not only, the author's own citing: links, quotations without their source."""
    for block in running:
        yield from block.linked
        if block.quoted:
            yield _SOURCE_OF_QUOTATION.sub("", block.said)


def _stated(document: Document, found: Found, entries: Sequence[Entry]) -> Iterator[Mention]:
    """The citations that the markup itself ties to an entry, by its key or by a link to it.

    If a LaTeX file prints its list with keys, a citation of a key missing from it is a mention without an entry.
    """
    places: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        places.setdefault(entry.key, []).append(index)
    keyed = document.format == "latex" and any(block.listed and block.key for block in document.blocks)
    for cited in document.cited:
        if cited.key in places or (keyed and cited.sure and cited.key != "*"):
            yield Mention(cited.key, cited.line, MentionKind.KEY, entries=tuple(places.get(cited.key, ())))
    first = len(entries) - len(found.entries)
    places |= {name: [first + index] for name, index in found.anchors.items()}
    for block in document.blocks:
        for pointer in block.pointers:
            if pointer.anchor and pointer.anchor in places and pointer.anchor not in block.anchors:
                yield Mention(pointer.text, pointer.line, MentionKind.KEY, entries=tuple(places[pointer.anchor]))


def _check_size(size: int, shown: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableArticle(
            f"{shown}: {size / 1e6:.0f} MB, more than the {MAX_BYTES // 1_000_000} MB an article may have"
        )
