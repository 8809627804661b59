"""TEI: lists of works, marked or as printed, notes, and what is no reference of the text."""

from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.first_look import may_hold_list
from refcheck.reading.formats.detect import guess
from refcheck.reading.formats.tei import read_tei
from tests.reading.formats.checking import A, B, W, checked, tied

NS = "xmlns='http://www.tei-c.org/ns/1.0'"


def tei(body: str = "", back: str = "", source: str = "") -> str:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Gärten der Stadt</title></titleStmt><publicationStmt>"
        f"<date when='2022-03-07'/></publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>"
        "<profileDesc><langUsage><language ident='de'>Deutsch</language></langUsage></profileDesc></teiHeader>"
    )
    return f"<?xml version='1.0'?>\n<TEI {NS}>{header}<text><body>{body}</body><back>{back}</back></text></TEI>"


def listed(*works: str) -> str:
    return f"<div type='bibliogr'><listBibl><head>Bibliographie</head>{''.join(works)}</listBibl></div>"


def test_a_header_says_what_the_text_is() -> None:
    document = read_tei(tei(f"<p>{W}</p>"))
    assert (document.title, document.language, str(document.date)) == ("Gärten der Stadt", "de", "2022-03-07")


@pytest.mark.parametrize(
    "works",
    [
        (A, B),
        ("Föhr, Pascal (2019): Historische Quellenkritik im Digitalen Zeitalter. Glückstadt: Hülsbusch.", B),
        ("Bünker\n   (o. J.):\n   <hi rend='italic'>Es wead ana kemmen</hi>. Klagenfurt: Heyn.", A),
        (
            "<author>Barthes, Roland</author>, <title level='m'>S/Z</title>, Paris: Seuil, 1970.",
            A,
        ),
        (
            "<ref target='https://example.org'>Iser, Wolfgang</ref> <ref target='#x'>(1976): Der Akt des Lesens.</ref>",
            B,
        ),
    ],
)
def test_each_bibl_of_a_list_is_one_entry_as_printed(works: tuple[str, str]) -> None:
    entries = read_tei(
        tei(f"<p>{W}</p>", listed(*(f"<bibl xml:id='b{n}'>{x}</bibl>" for n, x in enumerate(works))))
    ).entries
    assert [entry.key for entry in entries] == ["b0", "b1"]
    assert {entry.heading for entry in entries} == {"Bibliographie"}
    assert all("  " not in entry.raw and "<" not in entry.raw for entry in entries)


def test_marked_parts_are_fields() -> None:
    work = (
        "<biblStruct xml:id='b1'><analytic><title level='a'>Slice sampling</title><author><persName><forename>Radford"
        "</forename><forename>M</forename><surname>Neal</surname></persName></author></analytic><monogr>"
        "<title level='j'>Annals of Statistics</title><imprint><biblScope unit='volume'>31</biblScope>"
        "<biblScope unit='page' from='705' to='767'/><date type='published' when='2003-06'/></imprint></monogr>"
        "<idno type='DOI'>10.1214/aos/1056562461</idno></biblStruct>"
    )
    (entry,) = read_tei(tei(back=listed(work))).entries
    assert (entry.data["title"], entry.data["container-title"]) == ("Slice sampling", "Annals of Statistics")
    assert entry.data["author"] == [{"family": "Neal", "given": "Radford M"}]
    assert (entry.data["page"], entry.data["issued"]) == ("705-767", {"date-parts": [[2003]]})
    assert (entry.data["DOI"], entry.data["type"]) == ("10.1214/aos/1056562461", "article-journal")
    assert entry.raw.startswith("Neal, Radford M. (2003). Slice sampling.")


def test_the_raw_reference_is_what_was_printed() -> None:
    work = f"<biblStruct><monogr><title level='m'>S</title></monogr><note type='raw_reference'>{A}</note></biblStruct>"
    (entry,) = read_tei(tei(back=listed(work))).entries
    assert entry.raw == A


def test_the_source_of_an_edition_and_works_in_the_prose_are_no_list() -> None:
    source = f"<listBibl><bibl>{A}</bibl></listBibl>"
    assert not read_tei(tei(f"<p>{W} <bibl>{B}</bibl></p>", source=source)).entries


def test_works_within_a_work_are_one_entry() -> None:
    work = f"<bibl><title>Slice</title> <bibl>{A}</bibl></bibl>"
    assert len(read_tei(tei(back=listed(work))).entries) == 1


def test_citations_are_tied_by_name_and_by_link(tmp_path: Path) -> None:
    body = f"<p>{W} <ref type='bibr' target='#b0'>[1]</ref> and Press (1997).</p>"
    works = (f"<bibl xml:id='b{n}'>{x}</bibl>" for n, x in enumerate((A, B)))
    report = checked(tmp_path, "a.xml", tei(body, listed(*works)))
    assert (report.article.format, len(report.references), tied(report)) == ("tei", 2, {0, 1})


def test_a_note_that_cites_a_work_is_a_reference_where_there_is_no_list(tmp_path: Path) -> None:
    body = f"<p>{W}<note place='foot' xml:id='ftn1' n='1'><p>{A}</p></note> More.</p><p>{W}</p>"
    report = checked(tmp_path, "a.xml", tei(body))
    assert [reference.raw for reference in report.references] == [A]


def test_a_list_of_items_below_a_heading_is_read(tmp_path: Path) -> None:
    back = f"<div><head>Literatur</head><list><item>{A}</item><item>{B}</item></list></div>"
    report = checked(tmp_path, "a.xml", tei(f"<p>{W}</p>", back))
    assert [reference.raw for reference in report.references] == [A, B]


def test_headings_paragraphs_and_items_are_blocks() -> None:
    body = f"<div><head>Text</head><p>{W}<lb/>x</p><list><item><p>One</p></item><item>Two</item></list></div>"
    kinds = [(block.kind, block.text[:3]) for block in read_tei(tei(body)).blocks]
    assert kinds == [(Kind.HEADING, "Tex"), (Kind.PARAGRAPH, "The"), (Kind.ITEM, "One"), (Kind.ITEM, "Two")]


def test_lines_are_those_of_the_file() -> None:
    text = tei(f"<p>\n<!-- a\nb --><hi\nrend='x'>So</hi>\n{W}\n</p>", listed(f"\n\n<bibl>{A}\n</bibl>"))
    lines = text.split("\n")
    document = read_tei(text)
    assert W in lines[document.blocks[0].lines[-1].number - 1] or W in lines[document.blocks[0].end_line - 1]
    assert A in lines[document.entries[0].line - 1]


@pytest.mark.parametrize("root", ["<TEI ", "<?xml version='1.0'?>\n<!-- x -->\n<tei:TEI ", "<teiCorpus ", "<TEI.2 "])
def test_its_root_tells_the_format(root: str) -> None:
    assert guess(f"{root}{NS}><p>x</p>", Path("a.xml")) == "tei"


def test_other_xml_is_no_article(tmp_path: Path) -> None:
    record = "<record><title>8. Tagung des Verbands</title><date>07.03.2022</date><place>Potsdam</place></record>\n"
    report = checked(tmp_path, "a.xml", f"<root>{record * 9}</root>")
    assert not report.references


def test_damaged_and_empty_files_give_nothing() -> None:
    assert not read_tei("").blocks
    assert not read_tei("<TEI><text>").entries
    assert not read_tei("<TEI><text><back><listBibl><bibl>x</bibl></listBibl></back></text></TEI>").entries


def test_the_first_look_sees_its_lists() -> None:
    assert may_hold_list(tei(back="<listBibl><bibl>x</bibl></listBibl>").encode())
    assert read(tei(back=listed(f"<bibl>{A}</bibl>"))).format == "tei"


def test_works_without_an_analytic_title_people_without_a_surname_and_what_is_too_short() -> None:
    book = (
        "<biblStruct><monogr><title level='m'>Der Garten</title><author>Amt für Gärten</author>"
        "<editor><persName/></editor><imprint><date>im Jahr 1998</date><biblScope unit='page' from='3' to='9'/>"
        "<biblScope unit='chapter'>2</biblScope><idno type='ISBN'>9783161484100</idno><idno type='local'>x</idno>"
        "</imprint></monogr></biblStruct>"
    )
    (entry,) = read_tei(tei("", listed(book, "<bibl>Kurz 1998.</bibl>"))).entries
    assert (entry.data["title"], entry.data["type"]) == ("Der Garten", "book")
    assert entry.data["author"] == [{"literal": "Amt für Gärten"}]
    assert (entry.data["issued"], entry.data["page"]) == ({"date-parts": [[1998]]}, "3-9")
    assert (entry.data["ISBN"], "editor" in entry.data) == ("9783161484100", False)


def test_what_stands_within_a_paragraph_is_printed_with_it_but_notes_and_tables_are_not() -> None:
    body = (
        "<p>Der Garten<note n='3'>Siehe Alder 1998.</note> ist <hi rend='italic'>alt</hi><lb/>und\n<table><row>"
        "<cell>7</cell></row></table> groß, <ref target='https://example.org/a'>sagt</ref> "
        "<ref target='#b1'>Alder</ref>.</p><p/>"
    )
    blocks = read_tei(tei(body)).blocks
    assert [(block.kind, block.text, block.key) for block in blocks] == [
        (Kind.PARAGRAPH, "Der Garten ist alt und groß, sagt Alder.", ""),
        (Kind.NOTE, "Siehe Alder 1998.", "3"),
        (Kind.ITEM, "7", ""),
    ]
    assert (blocks[0].italics, blocks[0].links) == (("alt",), ("https://example.org/a",))
    assert [(pointer.anchor, pointer.text) for pointer in blocks[0].pointers] == [("b1", "Alder")]
