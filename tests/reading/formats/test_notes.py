"""Foot- and endnotes of every format: what cites is an entry, what explains is no missing item of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck import Report, Settings, check
from tests.articles.forms import docx, odt

W = "The workshop ran for two days, and those who came compared their notes afterwards, one table after the other."
WORK = (
    "Burrows, J. (2002). Delta: A measure of stylistic difference. Literary and Linguistic Computing, 17(3), 267-287."
)
SAID = "All lengths are in characters, blanks not counted."
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

MARKDOWN = f"# A\n\n{W} Old.[^1] Short.[^how]\n\n[^1]: {WORK}\n[^how]: {SAID}\n"
RST = f"A\n=\n\n{W} Old. [1]_ Short. [#how]_\n\n.. [1] {WORK}\n.. [#how] {SAID}\n"
LATEX = (
    f"\\documentclass{{article}}\\begin{{document}}\n{W} Old.\\footnote{{{WORK}}} Short.\\footnote{{{SAID}}}\n"
    "\\end{document}\n"
)
HTML = (
    f'<html><body><h1>A</h1><p>{W} Old.<sup id="r1"><a href="#fn1">1</a></sup> Short.<sup><a href="#fn2">2</a></sup>'
    "</p>"
    f'<hr><ol><li id="fn1">{WORK} <a href="#r1">↩</a></li><li id="fn2">{SAID}</li></ol></body></html>'
)
JATS = (
    f"<article><front><article-meta/></front><body><p>{W} Old.<xref ref-type='fn' rid='f1'>1</xref></p></body><back>"
    f"<fn-group><fn id='f1'><p>{WORK}</p></fn><fn id='f2'><p>{SAID}</p></fn></fn-group></back></article>"
)


def checked(folder: Path, name: str, data: str | bytes) -> Report:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return check(file, settings=Settings(locked=True))


def word(kind: str) -> bytes:
    run = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = f"<w:p><w:r><w:t>{W} Old.</w:t></w:r>{run.format(kind, 2)}{run.format(kind, 3)}</w:p>"
    notes = "".join(
        f'<w:{kind} w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>' for n, text in ((2, WORK), (3, SAID))
    )
    return docx(body, **{f"word/{kind}s.xml": f"<w:{kind}s {NS}>{notes}</w:{kind}s>"})


def office() -> bytes:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{0}</text:note-citation><text:note-body><text:p>{1}'
        "</text:p></text:note-body></text:note>"
    )
    return odt(f"<text:p>{W} Old.{note.format(1, WORK)} Short.{note.format(2, SAID)}</text:p>")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", MARKDOWN), ("a.rst", RST), ("a.tex", LATEX), ("a.html", HTML), ("a.xml", JATS),
        ("a.docx", word("footnote")), ("b.docx", word("endnote")), ("a.odt", office()),
    ],
)  # fmt: skip
def test_a_note_that_explains_is_not_missing(name: str, data: str | bytes, tmp_path: Path) -> None:
    report = checked(tmp_path, name, data)
    assert [reference.raw for reference in report.references] == [WORK]
    assert not [finding for finding in report.findings if finding.check in ("unlisted", "unread", "glued")]


@pytest.mark.parametrize("name", ["a.md", "a.rst", "a.tex", "a.html", "a.docx", "a.odt"])
def test_the_mark_of_a_note_cites_its_work(name: str, tmp_path: Path) -> None:
    data: dict[str, str | bytes] = {
        "a.md": MARKDOWN,
        "a.rst": RST,
        "a.tex": LATEX,
        "a.html": HTML,
        "a.docx": word("footnote"),
        "a.odt": office(),
    }
    report = checked(tmp_path, name, data[name])
    assert {index for mention in report.article.mentions for index in mention.entries} == {0}


@pytest.mark.parametrize(
    "note",
    [
        "Taylor Arnold and Lauren Tilton, “Humanities Data in R,” Springer (2015), https://example.org/r.",
        "Hans Thie: Rotes Grün. Pioniere und Prinzipien einer anderen Gesellschaft. In: Blätter 3 (2013), S. 99.",
        "Marie Curie et Pierre Langevin, « Sur le rayonnement du radium », Revue du mois, 1906, p. 12-30.",
        "Vgl. u. a. Monica Cure: Picturing the Postcard at the Turn of a Century. University of Minnesota Press, 2018.",
    ],
)
def test_notes_of_the_humanities_are_entries(note: str, tmp_path: Path) -> None:
    assert len(checked(tmp_path, "a.md", f"# A\n\n{W} It is so.[^1]\n\n[^1]: {note}\n").references) == 1


@pytest.mark.parametrize(
    "note",
    [
        "This was Gerry Neugebauer (1932–2014), one of the pioneers of infrared astrophysics.",
        "Vgl. Eger et al. 2015, Herb 2012 und Krönung 2010.",
        "Siehe Müller (2010), S. 12.",
        "Zo heette het nog in 1980, toen de bibliotheek net was verhuisd en niemand de weg wist.",
        "As [@smith2010] has it, the numbers of 1998 are of no use (New York: a private print).",
    ],
)
def test_remarks_and_short_citations_are_none(note: str, tmp_path: Path) -> None:
    assert checked(tmp_path, "a.md", f"# A\n\n{W} It is so.[^1]\n\n[^1]: {note}\n").references == ()


def test_a_wrapped_note_is_one(tmp_path: Path) -> None:
    note = "Osgyan, Verena (2015):\n    Eklatante Unterfinanzierung. Presse, 18.\n    November 2018. Online unter"
    text = f"# A\n\n{W} So.[^1]\n\n[^1]: {note}\n    <http://blog.osgyan.de/unter/>\n\n[^2]: {WORK}\n"
    report = checked(tmp_path, "a.md", text)
    assert [reference.raw[:6] for reference in report.references] == ["Osgyan", "Burrow"]


def test_a_note_that_is_not_defined_is_told(tmp_path: Path) -> None:
    report = checked(tmp_path, "a.md", f"{MARKDOWN}\nAnd one more.[^7]\n")
    assert ["[^7]" in f.message for f in report.findings if f.check == "unlisted"] == [True]


def test_foot_and_endnotes_are_numbered_apart(tmp_path: Path) -> None:
    both = {
        f"word/{kind}s.xml": f'<w:{kind}s {NS}><w:{kind} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        f"</w:{kind}></w:{kind}s>"
        for kind, text in (("footnote", SAID), ("endnote", WORK))
    }
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    report = checked(tmp_path, "a.docx", docx(f"<w:p><w:r><w:t>{W}</w:t></w:r>{marks}</w:p>", **both))
    assert [mention.text for mention in report.article.mentions if mention.entries] == ["[^e2]"]


def test_notes_behind_a_list_need_what_notes_need(tmp_path: Path) -> None:
    listed = f"## Literatur\n\n{WORK}\n\nBrünle, E. (2010). Bibliotheken. Harrassowitz.\n\n"
    text = f"# A\n\n{W} So.[^1] (Brünle 2010)\n\n{listed}"
    note = "[^1]: In diesem Text geht es um die Häuser seit den 1880er Jahren (siehe zu diesen Brünle 2010).\n"
    assert len(checked(tmp_path, "a.md", text + note).references) == 2


def linked(name: str, note: str, address: str, words: str) -> str | bytes:
    """An article with a note in which these words lead to an address, and a second note that explains."""
    before, _, after = note.partition(words)
    match name:
        case "a.rst":
            return (
                f"A\n=\n\n{W} Old. [1]_ Short. [2]_\n\n.. [1] {before}`{words} <{address}>`__{after}\n.. [2] {SAID}\n"
            )
        case "b.rst":
            target = f".. _{words}: {address}"
            return f"A\n=\n\n{W} Old. [1]_ Short. [2]_\n\n.. [1] {before}`{words}`_{after}\n.. [2] {SAID}\n\n{target}\n"
        case "a.tex":
            cited = f"\\footnote{{{before}\\href{{{address}}}{{\\emph{{{words}}}}}{after}}} Short.\\footnote{{{SAID}}}"
            return f"\\documentclass{{article}}\\begin{{document}}\n{W} Old.{cited}\n\\end{{document}}\n"
        case "a.xml":
            link = f"<ext-link xmlns:x='http://www.w3.org/1999/xlink' x:href='{address}'>{words}</ext-link>"
            fn = f"<fn id='f1'><p>{before}{link}{after}</p></fn><fn id='f2'><p>{SAID}</p></fn>"
            cited = "<xref ref-type='fn' rid='f1'>1</xref>"
            return f"<article><body><p>{W}{cited}</p></body><back><fn-group>{fn}</fn-group></back></article>"
        case "a.odt":
            space = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
            link = f'<text:a {space} xlink:href="{address}"><text:span>{words}</text:span></text:a>'
            body = f"<text:note-body><text:p>{before}{link}{after}</text:p></text:note-body>"
            return odt(f"<text:p>{W}<text:note><text:note-citation>1</text:note-citation>{body}</text:note></text:p>")
        case _:
            run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
            link = f"<w:hyperlink r:id='rId1'>{run.format(words)}</w:hyperlink>"
            part = f"<w:p>{run.format(before)}{link}{run.format(after)}</w:p>"
            space = f'{NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            rels = (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" TargetMode="External" Target="{address}"/></Relationships>'
            )
            notes = f'<w:footnotes {space}><w:footnote w:id="2">{part}</w:footnote></w:footnotes>'
            body = f'<w:p>{run.format(W)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
            return docx(
                body,
                **{
                    "word/footnotes.xml": notes,
                    "word/_rels/footnotes.xml.rels": rels,
                },
            )


NAMES = ("a.rst", "b.rst", "a.tex", "a.xml", "a.odt", "a.docx")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("John Gruber, Markdown philosophy", "Markdown philosophy"),
        ("Vgl. Jana Wolf, Kleine Schriften zur Stadt", "Kleine Schriften zur Stadt"),
        ("Voir La ville vue du fleuve", "La ville vue du fleuve"),
    ],
)
def test_a_title_that_is_a_link_is_a_reference_in_every_format(
    name: str, note: str, words: str, tmp_path: Path
) -> None:
    report = checked(tmp_path, name, linked(name, note, "https://example.org/one", words))
    assert [words in reference.raw and "example.org" in reference.raw for reference in report.references] == [True]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("It has been used in an early demo of ours", "early demo"),
        ("Die Daten liegen hier bei uns und anderswo bereit", "bei uns"),
    ],
)
def test_a_remark_with_a_link_is_none_in_every_format(name: str, note: str, words: str, tmp_path: Path) -> None:
    assert not checked(tmp_path, name, linked(name, note, "https://example.org/one", words)).references
