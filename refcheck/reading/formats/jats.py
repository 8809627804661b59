"""JATS XML -> blocks, and its ref-list as entries with separate fields (CSL-JSON)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from refcheck import patterns as re
from refcheck.foreign import number
from refcheck.identifiers.find import clean_doi
from refcheck.model import Entry, Markup
from refcheck.reading.document import Block, Document, Kind, Writer, clean
from refcheck.reading.formats.archive import local, named, parse_xml, root_at
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.managers import compose
from refcheck.reading.lists.look import LIKELY, likeness

_CITATIONS = ("mixed-citation", "element-citation", "nlm-citation", "citation")
_TYPES = {
    "journal": "article-journal", "book": "book", "chapter": "chapter", "confproc": "paper-conference",
    "conf-proc": "paper-conference",
    "thesis": "thesis", "report": "report", "web": "webpage", "webpage": "webpage", "newspaper": "article-newspaper",
    "preprint": "article",
    "software": "software", "data": "dataset", "patent": "patent", "standard": "standard", "legal-doc": "legislation",
}  # fmt: skip
_FIELDS = frozenset({
    "article-title", "chapter-title", "data-title", "part-title", "source", "volume", "issue", "fpage", "lpage",
    "page-range", "publisher-name", "publisher-loc", "edition", "elocation-id", "isbn", "issn", "year", "month", "day",
})  # fmt: skip
_XLINK = "http://www.w3.org/1999/xlink"
_OTHERS = ("sub-article", "response")
_TABLE_NOTES = ("table-wrap-foot", "table-wrap")  # a note under a table explains the table
_INLINE_SKIP = {"fn", "table", "disp-formula", "inline-formula", "math", "tex-math", "label"}


def read_jats(text: str) -> Document:
    """JATS -> Document; references outside <ref> (footnotes) are found like those of any other format."""
    root = parse_xml(_whole(text).encode("utf-8", "replace"))
    if root is None:
        return Document("jats")
    for other in [e for e in root.iter() if local(e.tag) in _OTHERS and e is not root]:
        other.getparent().remove(other)  # decision letters and responses have their own lists and citations
    entries = [entry for ref in named(root, "ref") for entry in _entries(ref)]
    when = [d for tag in ("pub-date", "date") for e in named(root, tag) if (d := _date(e))]
    titles = [e for group in named(root, "title-group") for e in group if local(e.tag) == "article-title"]
    title = clean("".join(titles[0].itertext())) if titles else ""
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Document("jats", tuple(_blocks(root)), title, when[0] if when else None, language, tuple(entries))


def _whole(text: str) -> str:
    """A part of an article (a list, its back) wrapped in an element, since it may have several roots and leave the
    prefix of its links undeclared."""
    begin = root_at(text)
    if re.search(r"<(?:\w{1,20}:)?article[\s>]", text[begin : begin + 4000]):
        return text
    bare = "\n" * text[:begin].count("\n") + text[begin:]
    return f'<part xmlns:xlink="{_XLINK}">{bare}</part>'


def _entries(ref: Any) -> Iterator[Entry]:
    """The citations in one <ref>; of alternatives, the printed one."""
    label = next((clean("".join(e.itertext())) for e in ref if local(e.tag) == "label"), "")
    found = list(_outermost(ref))
    fields: dict[Any, Any] = {}  # a printed citation -> its alternative with separate fields
    mixed = [e for e in found if local(e.tag) == "mixed-citation"]
    apart = [e for e in found if local(e.tag) in ("element-citation", "nlm-citation")]
    if mixed and apart:
        found, fields = mixed, dict(zip(mixed, apart, strict=False))
    elif any(local(e.getparent().tag) == "citation-alternatives" for e in found):
        found = mixed or found[:1]
    if not found and (text := clean(" ".join(_printed(e) for e in ref))) and likeness(text) >= LIKELY:
        line = ref.sourceline or 1
        yield Entry(text, line, line, label, _heading(ref), key=ref.get("id") or "")
    for citation in found:
        data = csl(fields.get(citation, citation))
        raw = _printed(citation) if local(citation.tag) in ("mixed-citation", "citation") else ""
        if len(raw) < 15:
            raw = compose(data) or raw or _printed(citation)
        if not raw:
            continue
        line = citation.sourceline or 1
        rich = "title" in data and ("author" in data or "issued" in data)
        italics = tuple(
            t
            for e in citation.iter()
            if local(e.tag) in ("italic", "source") and (t := clean("".join(e.itertext()))) and t in raw
        )
        end = line + "".join(citation.itertext()).rstrip().count("\n")
        yield Entry(
            raw,
            line,
            end,
            label,
            _heading(ref),
            italics,
            markup=Markup.CSL if rich else Markup.TEXT,
            data=data if rich else {},
            key=ref.get("id") or "",
        )


def _outermost(element: Any) -> Iterator[Any]:
    """The citations in an element, without those nested in another, whose text is printed with it."""
    for child in element:
        if local(child.tag) in _CITATIONS:
            yield child
        else:
            yield from _outermost(child)


def _heading(ref: Any) -> str:
    parent = ref.getparent()
    return (
        next((clean("".join(e.itertext())) for e in parent if local(e.tag) == "title"), "")
        if parent is not None
        else ""
    )


def _printed(citation: Any) -> str:
    """A mixed citation's text, with a blank between adjoining parts of names."""
    text = ""
    for piece, tag in _pieces(citation):
        if (
            text[-1:].isalnum()
            and piece[:1].isalnum()
            and tag in ("given-names", "surname", "year", "source", "article-title")
        ):
            text += " "
        text += piece
    return clean(text)


def _pieces(element: Any) -> Iterator[tuple[str, str]]:
    tag = local(element.tag)
    if tag in ("label", "object-id"):
        return
    yield element.text or "", tag
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", ""


def csl(citation: Any) -> dict[str, Any]:
    """CSL-JSON of a citation's marked parts."""
    data: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for e in citation.iter():
        if (tag := local(e.tag)) in _FIELDS and tag not in texts and (printed := clean("".join(e.itertext()))):
            texts[tag] = printed
    kind = citation.get("publication-type") or citation.get("citation-type") or ""
    part, source = (
        texts.get("article-title") or texts.get("chapter-title") or texts.get("data-title") or texts.get("part-title"),
        texts.get("source"),
    )
    data["type"] = _TYPES.get(
        kind, "article-journal" if part and source and "volume" in texts else "book" if not part else "document"
    )
    if kind == "book" and part:
        data["type"] = "chapter"
    data["title"] = part or source or ""
    data["container-title"] = source if part and source else ""
    first_page, last_page = texts.get("fpage", ""), texts.get("lpage", "")
    data["page"] = texts.get("page-range") or (
        f"{first_page}-{last_page}" if last_page and last_page != first_page else first_page
    )
    for name, field in (
        ("volume", "volume"), ("issue", "issue"), ("publisher-name", "publisher"),
        ("publisher-loc", "publisher-place"), ("edition", "edition"),
        ("elocation-id", "number"), ("isbn", "ISBN"), ("issn", "ISSN"),
    ):  # fmt: skip
        data[field] = texts.get(name, "")
    data.update(_identifiers(citation))
    if year := re.search(r"\d{4}", texts.get("year", "")):
        months = [value for name in ("month", "day") if (value := number(texts.get(name), 31))]
        data["issued"] = {"date-parts": [[int(year[0]), *months]]}
    data.update(_people(citation))
    return {key: value for key, value in data.items() if value}


def _people(citation: Any) -> dict[str, list[dict[str, str]]]:
    """Authors, editors and translators in the form of CSL-JSON."""
    people: dict[str, list[dict[str, str]]] = {}
    for group in citation.iter():
        tag = local(group.tag)
        if tag in ("name", "string-name", "collab", "institution") and not any(
            local(a.tag) == "collab" for a in group.iterancestors()
        ):
            kinds = [a.get("person-group-type") for a in group.iterancestors() if local(a.tag) == "person-group"]
            role = {"editor": "editor", "translator": "translator"}.get(
                (kinds[0] if kinds else "") or "author", "author"
            )
            parts = {local(e.tag): clean("".join(e.itertext())) for e in group}
            if parts.get("surname"):
                person = {
                    "family": parts["surname"],
                    "given": parts.get("given-names", ""),
                    "suffix": parts.get("suffix", ""),
                }
                people.setdefault(role, []).append({k: v for k, v in person.items() if v})
            elif tag != "institution" and (literal := clean("".join(group.itertext()))):
                people.setdefault(role, []).append({"literal": literal})
    return people


def _identifiers(citation: Any) -> dict[str, str]:
    """DOI, PMID, PMCID, ISBN and address, from the elements meant for them."""
    data: dict[str, str] = {}
    for e in citation.iter():
        if local(e.tag) in ("pub-id", "object-id") and e.text:
            if field := {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN"}.get(
                e.get("pub-id-type") or "", ""
            ):
                data[field] = clean(e.text)
        elif local(e.tag) in ("ext-link", "uri"):
            href = e.get(f"{{{_XLINK}}}href") or clean("".join(e.itertext()))
            if "10." in href and "doi" in (href + (e.get("ext-link-type") or "")).lower():
                data.setdefault("DOI", clean_doi(href))
            elif href.startswith("http"):
                data.setdefault("URL", href)
    return data


def _date(element: Any) -> date | None:
    parts = {local(e.tag): e.text for e in element}
    try:
        return date(*(number(parts.get(name)) or 0 for name in ("year", "month", "day")))
    except ValueError:
        return None


def _blocks(root: Any) -> Iterator[Block]:
    """Titles, paragraphs and footnotes of the body and the back, in order, without the ref-list."""
    for element in root.iter():
        tag = local(element.tag)
        if tag not in ("p", "title", "fn"):
            continue
        above = [local(a.tag) for a in element.iterancestors()]
        if "ref-list" in above or "ref" in above or ("front" in above and "abstract" not in above):
            continue
        if tag == "fn" and not set(above).isdisjoint(_TABLE_NOTES):
            continue  # it explains the table
        if tag == "p" and "p" in above:
            continue
        kind, level = Kind.PARAGRAPH, 0
        if tag == "title":
            kind, level = Kind.HEADING, 1 + above.count("sec")
        elif tag == "fn":
            kind = Kind.NOTE
        elif "fn" in above:
            continue
        elif "list-item" in above:
            kind = Kind.ITEM
        writer = Writer(element.sourceline or 1)
        if tag == "fn" and (label := _named(element)):
            writer.write(f"{label}: ", element.sourceline or 1)
        _write(element, writer, element.sourceline or 1)
        if block := writer.block(kind, level=level, key=element.get("id") or "" if tag == "fn" else ""):
            # it is one line, so what it cites and what it links stand on the same
            yield replace(block, pointers=tuple(replace(one, line=block.line) for one in block.pointers))


def _named(note: Any) -> str:
    """The label of a note if it consists of words: "How to cite this article:"."""
    label = next((clean("".join(e.itertext())) for e in note if local(e.tag) == "label"), "").rstrip(": ")
    return label if " " in label else ""


def _write(element: Any, writer: Writer, line: int) -> int:
    line = writer.flow(element.text or "", line)
    for child in element:
        tag = local(child.tag)
        if tag in ("italic", "source"):
            writer.slant()
        if tag and tag not in _INLINE_SKIP:
            line = _write(child, writer, line)
        if tag in ("italic", "source"):
            writer.upright()
        if tag == "xref" and child.get("ref-type") == "bibr":
            for target in (child.get("rid") or "").split():
                writer.point(target, line, "".join(child.itertext()))
        if tag == "ext-link" and (href := child.get(f"{{{_XLINK}}}href") or "").startswith("http"):
            writer.link(href, "".join(child.itertext()))
        line = writer.flow(child.tail or "", line)
    return line


FORMAT = Format("jats", (".xml", ".nxml"), read=lambda text, _: read_jats(text))
