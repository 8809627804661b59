"""JATS: citations with their fields apart, alternatives, notes and dates."""

from pathlib import Path

import pytest

from refcheck import Report, Settings, check
from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.formats.archive import parse_xml
from refcheck.reading.formats.jats import csl, read_jats
from tests.reading.formats.checking import A, B, W, checked, tied

X = "xmlns:xlink='http://www.w3.org/1999/xlink'"


def article(body: str = "", refs: str = "", front: str = "") -> str:
    listed = f"<back><ref-list><title>References</title>{refs}</ref-list></back>"
    return f"<article {X} xml:lang='en'><front>{front}</front><body>{body}</body>{listed}</article>"


def test_people_of_three_roles_bodies_and_identifiers() -> None:
    made = csl(
        parse_xml(
            f"<element-citation {X} publication-type='book'>"
            "<person-group person-group-type='author'><name><surname>Kolk</surname><given-names>B.</given-names>"
            "<suffix>Jr</suffix></name><collab><institution>WHO</institution> group</collab></person-group>"
            "<person-group person-group-type='editor'><name><surname>Orr</surname></name></person-group>"
            "<person-group person-group-type='translator'><string-name>Ann Lee</string-name></person-group>"
            "<chapter-title>Trauma</chapter-title><source>Handbook</source><year>2014b</year><month>5</month>"
            "<day>3</day><fpage>1</fpage><lpage>9</lpage><publisher-name>Viking</publisher-name>"
            "<pub-id pub-id-type='pmid'>123</pub-id><pub-id pub-id-type='other'>x</pub-id>"
            "<ext-link ext-link-type='doi' xlink:href='https://doi.org/10.1234/abc'/>"
            "<uri>https://example.org/x</uri></element-citation>".encode()
        )
    )
    assert made["author"] == [{"family": "Kolk", "given": "B.", "suffix": "Jr"}, {"literal": "WHO group"}]
    assert (made["editor"], made["translator"]) == ([{"family": "Orr"}], [{"literal": "Ann Lee"}])
    assert (made["type"], made["title"], made["container-title"]) == ("chapter", "Trauma", "Handbook")
    assert (made["issued"], made["page"]) == ({"date-parts": [[2014, 5, 3]]}, "1-9")
    assert (made["PMID"], made["DOI"], made["URL"]) == ("123", "10.1234/abc", "https://example.org/x")


def test_of_a_printed_and_a_tagged_citation_the_printed_one_is_the_entry() -> None:
    ref = (
        "<ref id='b1'><label>1</label><citation-alternatives>"
        "<mixed-citation>Kolk B. The body keeps the score. Viking; 2014.</mixed-citation>"
        "<element-citation publication-type='book'><name><surname>Kolk</surname></name><source>The body keeps the "
        "score</source><year>2014</year></element-citation></citation-alternatives></ref>"
    )
    (entry,) = read_jats(article(refs=ref)).entries
    assert entry.raw == "Kolk B. The body keeps the score. Viking; 2014."
    assert (entry.key, entry.marker, entry.heading, entry.data["title"]) == (
        "b1",
        "1",
        "References",
        "The body keeps the score",
    )


def test_tagged_alone_printed_alone_and_in_a_note() -> None:
    refs = (
        "<ref id='a'><element-citation publication-type='journal'><name><surname>Orr</surname></name><article-title>"
        "Sleep</article-title><source>Nature</source><year>2001</year><volume>3</volume></element-citation></ref>"
        "<ref id='b'><note><p>Smith, J. (2010). A study of stars. Journal of Stars, 4(2), 11-19.</p></note></ref>"
        "<ref id='c'><note><p>See above.</p></note></ref>"
        "<ref id='d'><mixed-citation></mixed-citation></ref>"
    )
    first, second = read_jats(article(refs=refs)).entries
    assert first.data["container-title"] == "Nature" and "Sleep" in first.raw
    assert second.raw.startswith("Smith, J. (2010)") and not second.data


def test_blocks_leave_out_tables_front_matter_and_other_articles() -> None:
    body = (
        "<sec><title>One</title><p>Text<xref ref-type='bibr' rid='a b'>1,2</xref>\nmore <ext-link "
        "xlink:href='https://example.org'>x</ext-link><p>inner</p></p></sec>"
        "<table-wrap><table-wrap-foot><fn><p>explains</p></fn></table-wrap-foot></table-wrap>"
        "<list><list-item><p>an item</p></list-item></list><fn id='f1'><p>a note</p></fn>"
        "<sub-article><p>a letter</p></sub-article>"
    )
    front = (
        "<article-meta><title-group><article-title>Name</article-title></title-group>"
        "<pub-date><day>40</day><month>1</month><year>2020</year></pub-date>"
        "<pub-date><day>4</day><month>1</month><year>2020</year></pub-date>"
        "<abstract><p>In short.</p></abstract></article-meta>"
    )
    document = read_jats(article(body, front=front))
    assert (document.title, str(document.date), document.language) == ("Name", "2020-01-04", "en")
    said = [(block.kind, block.text.split()[0]) for block in document.blocks]
    assert said == [
        (Kind.PARAGRAPH, "In"), (Kind.HEADING, "One"), (Kind.PARAGRAPH, "Text1,2"), (Kind.ITEM, "an"), (Kind.NOTE, "a"),
    ]  # fmt: skip


def test_no_xml_is_an_empty_document() -> None:
    assert read_jats("").blocks == ()
    assert (
        read(
            article(refs="<ref><mixed-citation>Kolk B. The body. Viking; 2014.</mixed-citation></ref>").encode(),
            path="a.xml",
        )
        .entries[0]
        .line
        == 1
    )


def of(report: Report, *checks: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.check in checks]


XREF = "<xref ref-type='bibr' rid='{0}'>[{1}]</xref>"


REF = "<ref id='r{0}'><label>{0}</label><mixed-citation>{1}</mixed-citation></ref>"


def jats(body: str, refs: str, more: str = "") -> str:
    return (
        f"<article><front><article-meta/></front><body>{body}</body><back><ref-list><title>References</title>{refs}"
        f"</ref-list></back>{more}</article>"
    )


def test_xrefs_of_jats_and_an_interval(tmp_path: Path) -> None:
    body = f"<p>{W} Seen {XREF.format('r1', 1)} and {XREF.format('r2', 2)}, between [140, 160] and [3].</p>"
    report = checked(tmp_path, "a.xml", jats(body, REF.format(1, A) + REF.format(2, B)))
    assert tied(report) == {0, 1}
    assert not of(report, "unlisted")


def test_a_decision_letter_is_another_article(tmp_path: Path) -> None:
    back = f"<back><ref-list>{REF.format(9, B)}</ref-list></back>"
    letter = f"<sub-article><body><p>As Jones and Miller (2001) have shown.</p></body>{back}</sub-article>"
    report = checked(tmp_path, "a.xml", jats(f"<p>{W} {XREF.format('r1', 1)}</p>", REF.format(1, A), letter))
    assert len(report.references) == 1 and not of(report, "unlisted", "unread")


def test_a_note_under_a_table_is_no_entry(tmp_path: Path) -> None:
    table = f"<table-wrap><table-wrap-foot><fn id='t1'><p>{B}</p></fn></table-wrap-foot></table-wrap>"
    report = checked(tmp_path, "a.xml", jats(f"<p>{W} {XREF.format('r1', 1)}</p>{table}", REF.format(1, A)))
    assert len(report.references) == 1


LINKED = (
    "<ref id='r{0}'><label>{0}</label><mixed-citation>{1} <ext-link xlink:href='https://doi.org/10.1000/{0}'>link"
    "</ext-link></mixed-citation></ref>"
)
PARTS = (
    "Burrows, J. (2002). Delta: A measure of stylistic difference. Literary and Linguistic Computing, 17(3), 267-287.",
    "Ärzte, A. (1999). Von Haus zu Haus. Bern: Haupt.",
)


@pytest.mark.parametrize(
    "form",
    [
        "<ref-list>{}</ref-list>",
        "<?xml version='1.0'?>\n<ref-list><title>Bibliographie</title>{}</ref-list>",
        "<back>\n<ack><p>Thanks to all of them.</p></ack><ref-list>{}</ref-list></back>",
        "{}",
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE ref-list PUBLIC '-//NLM//DTD JATS' 'a.dtd'>\n"
        "<ref-list>{}</ref-list>",
    ],
)
@pytest.mark.parametrize("name", ["list.xml", "list.nxml", ""])
def test_a_part_of_an_article_is_read(form: str, name: str) -> None:
    refs = "\n".join(LINKED.format(number, raw) for number, raw in enumerate(PARTS, 1))
    article = read(form.format(refs), path=name) if name else read(form.format(refs))
    assert article.format == "jats"
    assert [entry.raw.rpartition(" link")[0] for entry in article.entries] == list(PARTS)
    assert [entry.line for entry in article.entries] == [n + form.count("\n") for n in (1, 2)]


def test_a_web_page_with_an_article_is_none() -> None:
    page = "<article class='post'><p>A page about &lt;ref-list&gt; and what it holds.</p></article>"
    assert read(page, path="a.html").format == "html"


def test_a_citation_that_is_a_link_is_tied_on_whatever_line_of_its_paragraph(tmp_path: Path) -> None:
    file = tmp_path / "paper.xml"
    file.write_text(
        "<article><body><p>Moths fly at night, and so do\nbats. The counts are kept in\nLumen (<xref ref-type='bibr' "
        "rid='r1'><italic>Lumen</italic>,\n2009</xref>), and in others\n(Ash, 2001).</p></body><back><ref-list>"
        "<title>References</title><ref id='r1'><element-citation><source>Lumen</source><year>2009</year>"
        "<uri>https://lumen.example.org/</uri></element-citation></ref><ref id='r2'><mixed-citation>Ash, A. (2001). Of "
        "moths. Bird Study, 1, 2-3.</mixed-citation></ref></ref-list></back></article>",
        encoding="utf-8",
    )
    findings = check(file, settings=Settings(locked=True)).findings
    assert not [finding for finding in findings if finding.check == "unlisted"]


def test_a_title_that_is_the_root_is_no_articles() -> None:
    assert read_jats("<article-title>T<article /></article-title>").title == ""
    title = "<!-- of --><article-title>Rain <italic>here</italic></article-title>"
    assert read_jats(f"<article><front><title-group>{title}</title-group></front></article>").title == "Rain here"
