"""Input made to stall a reader: it is refused in one line or read as far as it goes, with a bounded amount of work."""

import io
import json
import os
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from refcheck.api import cite
from refcheck.errors import RefcheckError
from refcheck.exchange.references import parse_entries
from refcheck.reading import read
from refcheck.reading.formats.managers import csl_items, unprinted
from refcheck.reading.front import front_matter, plain_yaml

LIST = "## References\n\n- Rowe, T. (2001). A short history of rain. Weather Press.\n"
LIST += "- Sable, U. (2004). On fog. Mist Books.\n"


def test_yaml_aliases_are_not_unfolded() -> None:
    rows = ["a: &a [x,x,x,x,x,x,x,x,x]", *(f"{n}: &{n} [{','.join([f'*{p}'] * 9)}]" for p, n in pairwise("abcde"))]
    facts, _ = front_matter("---\n" + "\n".join([*rows, "lang: nl", "title: *e"]) + "\n---\n" + LIST)
    assert all(len(str(value)) < 400 for value in facts.values())
    assert facts["lang"] == "nl"
    assert len(read("---\n" + "\n".join([*rows, "title: *e"]) + "\n---\n# Rain\n\n" + LIST).entries) == 2


@pytest.mark.parametrize(
    "front",
    [
        "---\n{}\n---".format("[" * 20_000),
        "---\n{}\n---".format("{a: " * 12_000),
        "---\n{}x\n---".format("- " * 20_000),
        "+++\nx = {}\n+++".format("[" * 40_000),
        "+++\n{}b = 1\n+++".format("a." * 20_000),
        "+++\n[{}b]\n+++".format("a." * 20_000),
    ],
    ids=["brackets", "braces", "lists", "arrays", "keys", "tables"],
)
def test_front_matter_that_nests_without_end_is_given_up_soon(front: str) -> None:
    """The first of these took minutes."""
    assert len(read(f"{front}\n# Rain\n\n{LIST}").entries) == 2
    assert plain_yaml("[" * 51) is None
    assert plain_yaml("a: [[b], {c: [d]}]") == {"a": [["b"], {"c": ["d"]}]}


def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    pipe = tmp_path / "article.md"
    os.mkfifo(pipe)
    with pytest.raises(RefcheckError, match="not a regular file"):
        read(pipe)


@pytest.mark.parametrize("sign", ["[", "*", "_", "![", "[^", "**a"])
def test_signs_without_end_are_text(sign: str) -> None:
    article = read(f"# Rain\n\n{sign * 20_000}\n\n{LIST}", path="a.md")
    assert [entry.line for entry in article.entries] == [7, 8]


def test_entities_of_a_document_stay_unread() -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><article><body><p>&x;</p></body>'
        "<back><ref-list><ref><mixed-citation>Rowe, T. (2001). A short &x;history of rain. Weather Press."
        "</mixed-citation></ref></ref-list></back></article>"
    )
    assert [entry.raw for entry in read(text, path="a.xml").entries] == [
        "Rowe, T. (2001). A short history of rain. Weather Press."
    ]


HUGE = "9" * 5000
ODD_NUMBERS = [HUGE, "9" * 30, "²", "①", "x", "1.0", "-1", "", "0"]
CITED = "Rowe, T. (2001). A short history of rain. Weather Press."


@pytest.mark.parametrize("odd", ODD_NUMBERS)
def test_numbers_of_jats_of_any_size(odd: str) -> None:
    date = f"<pub-date><year>{odd}</year><month>{odd}</month><day>{odd}</day></pub-date>"
    named = (
        f"<element-citation><year>2001</year><month>{odd}</month><day>{odd}</day><volume>{odd}</volume>"
        "<article-title>A short history of rain</article-title><name><surname>Rowe</surname></name></element-citation>"
    )
    refs = f"<ref><label>{odd}</label><mixed-citation>{CITED}</mixed-citation></ref><ref>{named}</ref>"
    text = (
        f"<article><front>{date}</front><body><p>Rain [1].</p></body><back><ref-list>{refs}</ref-list></back></article>"
    )
    article = read(text, path="a.xml")
    references = parse_entries(article.entries)
    assert article.date is None
    assert article.entries[0].raw == CITED
    assert references[1].year == 2001
    assert references[1].month is None and references[1].day is None
    assert cite(article).entries == article.entries


def _zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


@pytest.mark.parametrize("odd", ODD_NUMBERS)
def test_levels_of_word_processors_of_any_size(odd: str) -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    mark = f"<t:bibliography-mark t:title='On rain and fog' t:year='{odd}' t:author='Rowe, T.'/>"
    heading = f"<t:h t:outline-level='{odd}'>References</t:h>"
    odt = f"<d xmlns:t='{text}'>{heading}<t:p>{CITED}</t:p><t:p>Rain {mark}.</t:p></d>"
    data = _zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=odt)
    assert read(data, path="a.odt").entries[0].raw == CITED
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    level = f"<w:pPr><w:outlineLvl w:val='{odd}'/></w:pPr>"
    docx = (
        f"<w:document xmlns:w='{word}'><w:body><w:p>{level}<w:r><w:t>References</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>{CITED}</w:t></w:r></w:p></w:body></w:document>"
    )
    read(_zipped(word__document_xml=docx), path="a.docx")


SHAPES = ["5", "true", "null", '"x"', "[]", "{}", "[5]", "[null]", '{"x": 5}', "NaN"]


@pytest.mark.parametrize("shape", SHAPES)
def test_citation_items_of_any_shape(shape: str) -> None:
    """What a reference manager keeps in a field is JSON that anyone can write."""
    names = ("author", "issued", "page", "volume", "DOI", "container-title", "type", "id")
    codes = [f'{{"citationItems": {shape}}}', shape]
    codes += [
        f'{{"citationItems": [{{"itemData": {{"title": "A short history of rain", "{name}": {shape}}}}}]}}'
        for name in names
    ]
    for code in codes:
        items = list(csl_items(f"ADDIN ZOTERO_ITEM CSL_CITATION {code} RND1x"))
        for entry in unprinted(items):
            assert parse_entries([entry])[0].title == "A short history of rain"


HALF = "\ud800"


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.xml", "a.tex", "a.rst", "a.txt", "a.bib", ""])
def test_half_a_character_is_replaced(name: str) -> None:
    text = f"{LIST}- Rowe{HALF}, T. (2001). Rain {HALF}. Press. https://doi.org/10.1000/ab{HALF}c\n"
    if name == "a.bib":
        text = f"@book{{a{HALF}, title={{On {HALF} rain}}, author={{Rowe, T.}}, year=2001, doi={{10.1000/ab{HALF}c}}}}"
    article = read(text, path=name)
    references = parse_entries(article.entries)
    assert references
    repr((article, references)).encode("utf-8")
    "".join(f"{r.raw}{r.title}{r.doi}{r.key}" for r in references).encode("utf-8")


def test_half_a_character_in_escapes_is_replaced() -> None:
    cell = {
        "cell_type": "markdown",
        "source": f"{LIST}- Rowe, T. (2001). Rain{HALF}. https://doi.org/10.1000/ab{HALF}c\n",
    }
    notebook = json.dumps({"nbformat": 4, "cells": [cell]})
    front = '---\ntitle: "On \\ud800 rain"\nlang: "\\ud800"\nbibliography: "\\ud800.bib"\n---\n' + LIST
    linked = r'<script type="application/ld+json">{"@type": "Article", "headline": "\ud800 rain"}</script>'
    page = f"<html><head>{linked}</head><body><h2>References</h2><p>{CITED}</p></body></html>"
    for text, name in ((notebook, "a.ipynb"), (front, "a.md"), (page, "a.html")):
        article = read(text, path=name)
        assert article.entries
        f"{article.title}{article.language}{article.text}{[e.raw for e in article.entries]}".encode()


def test_a_citation_within_a_citation_is_printed_with_it() -> None:
    text = (
        "<article><back><ref-list><ref><mixed-citation>Rowe, T. (2001). <mixed-citation>A short history of rain."
        "</mixed-citation> Weather Press.</mixed-citation></ref></ref-list></back></article>"
    )
    assert [entry.raw for entry in read(text, path="a.xml").entries] == [CITED]


@pytest.mark.parametrize("half", ["&#xD800;", "&#xdfff", "&#55296;", "&#x110000;", "&#0;", "\ud800"])
def test_half_a_character_of_a_word_processor_is_replaced(half: str) -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    odt = f"<d xmlns:t='{text}'><t:h t:outline-level='1'>References</t:h><t:p>{CITED} {half}</t:p></d>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", odt.encode("utf-8", "surrogatepass"))
    (entry,) = read(buffer.getvalue(), path="a.odt").entries
    assert entry.raw.encode().startswith(CITED.encode())
