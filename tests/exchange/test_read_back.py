"""What refcheck writes, as the programs read it that people give it to."""

import json
import shutil
import subprocess
from typing import Any

import bibtexparser
import pybtex.database
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from refcheck.exchange import writer
from refcheck.exchange.references import parse_entries
from refcheck.model import Reference
from refcheck.reading.bibtex.entries import bib_entries

BIB = r"""
@article{O'Brien2020:a, author={{Astropy Collaboration} and M{\"u}ller, Jos\'e and van der Berg, A.},
  title={The {DNA} of $\beta$-cells},
  journal={\aap}, year=2013, month=oct, day=3, volume=558, number=2, pages={A33}, doi={10.1051/0004-6361/201322068},
  note={Working paper}, abstract={Text}, keywords={a, b}}
@misc{vaswani, author={Vaswani, Ashish}, title={Attention is all you need}, year=2017, eprint={1706.03762v5},
  archiveprefix={arXiv}, primaryclass={cs.CL}}
@book{knuth, author={Knuth, Donald E.}, title={Seminumerical algorithms}, year="{\noopsort{1973c}}1981", edition=2,
  publisher={Addison-Wesley}, address={Reading}, isbn={0-201-03822-6}, version={1.2}}
@online{acme, author={{Acme, Inc. \& Sons}}, title={Annual report}, date={2015-03-04}, url={https://example.org/a_b%20c},
  urldate={3 March 2016}}
@legislation{act, title={Human Rights Act}, date={1998}}
@jurisdiction{snail, title={Donoghue v Stevenson}, date={1932-05-26}}
@patent{engine, author={Diesel, Rudolf}, title={Verbrennungskraftmaschine}, number={DE 67207}, year=1893}
@mastersthesis{roe, author={Roe, Jane}, title={Soil}, school={University of York}, year=2004}
@incollection{doe, author={Doe, Jan and {\'E}mile Zola}, title={Part}, booktitle={A book}, editor={de la Cruz, Ana},
  publisher={Elm Press}, year=2001, pages={12--25}}
"""
KEYS = ["O'Brien2020:a", "vaswani", "knuth", "acme", "act", "snail", "engine", "roe", "doe"]


@pytest.fixture(scope="module")
def references() -> tuple[Reference, ...]:
    return parse_entries(bib_entries(BIB))


def program_pandoc() -> str:
    """The path of pandoc: that of this machine, or the one that the package pypandoc_binary brings."""
    if found := shutil.which("pandoc"):
        return found
    pypandoc = pytest.importorskip("pypandoc", reason="neither pandoc nor pypandoc is installed")
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        pytest.skip("pandoc is not installed")


def pandoc(text: str, format: str) -> dict[str, dict[str, Any]]:
    program = program_pandoc()
    known = subprocess.run([program, "--list-input-formats"], capture_output=True, text=True, check=True, timeout=60)
    if format not in known.stdout.split():
        pytest.skip(f"this pandoc does not read {format}; 3.0 and later do")
    done = subprocess.run(
        [program, "-f", format, "-t", "csljson"], input=text, capture_output=True, text=True, check=True, timeout=60
    )
    return {item["id"]: item for item in json.loads(done.stdout)}


def test_bibtexparser_reads_the_bibtex(references: tuple[Reference, ...]) -> None:
    library = bibtexparser.parse_string(writer("bibtex")(references))
    assert not library.failed_blocks and [entry.key for entry in library.entries] == KEYS
    article, preprint, book, page, act, snail, *_, chapter = library.entries
    assert (article["note"], article["abstract"], article["keywords"]) == ("Working paper", "Text", "a, b")
    assert (preprint["primaryclass"], book["version"], book["edition"]) == ("cs.CL", "1.2", "Second")
    assert (act.entry_type, snail.entry_type, snail["date"]) == ("legislation", "jurisdiction", "1932-05-26")
    assert (chapter["editor"], chapter["booktitle"], chapter["pages"]) == ("de la Cruz, Ana", "A book", "12--25")
    assert (page["urldate"], page["date"], page["url"]) == ("2016-03-03", "2015-03-04", "https://example.org/a_b%20c")


def test_pybtex_reads_the_bibtex(references: tuple[Reference, ...]) -> None:
    data = pybtex.database.parse_string(writer("bibtex")(references), "bibtex")
    assert list(data.entries) == KEYS
    authors = data.entries["O'Brien2020:a"].persons["author"]
    assert [person.last_names for person in authors] == [["{Astropy Collaboration}"], ["Müller"], ["Berg"]]
    assert data.entries["knuth"].fields["year"] == "1981"
    editor = data.entries["doe"].persons["editor"][0]
    assert (editor.prelast_names, editor.last_names, editor.first_names) == (["de", "la"], ["Cruz"], ["Ana"])


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_pandoc_reads_the_bibtex(references: tuple[Reference, ...], format: str) -> None:
    items = pandoc(writer("bibtex")(references), format)
    assert sorted(items) == sorted(KEYS)
    assert items["O'Brien2020:a"]["author"][0] == {"literal": "Astropy Collaboration"}
    assert items["O'Brien2020:a"]["container-title"] == "Astronomy and Astrophysics"
    assert items["acme"]["author"] == [{"literal": "Acme, Inc. & Sons"}]
    assert items["doe"]["editor"][0]["family"] == "Cruz"
    if format == "biblatex":
        assert items["acme"]["accessed"] == {"date-parts": [[2016, 3, 3]]}
        assert items["acme"]["issued"] == {"date-parts": [[2015, 3, 4]]}


def test_pandoc_reads_the_ris(references: tuple[Reference, ...]) -> None:
    items = list(pandoc(writer("ris")(references), "ris").values())
    assert [item["title"] for item in items][:2] == ["The DNA of β-cells", "Attention is all you need"]
    people = items[0]["author"]
    assert people[0].get("family") or people[0].get("literal") == "Astropy Collaboration"
    assert "given" not in people[0] or not people[0]["given"]
    assert items[1]["URL"].endswith("arxiv.org/abs/1706.03762")


def test_rispy_reads_the_ris(references: tuple[Reference, ...]) -> None:
    article, preprint, _, page, act, snail, engine, thesis, chapter = rispy.loads(writer("ris")(references))
    kinds = [item["type_of_reference"] for item in (act, snail, engine, thesis, chapter)]
    assert kinds == ["STAT", "CASE", "PAT", "THES", "CHAP"]
    assert (chapter["start_page"], chapter["end_page"], chapter["secondary_title"]) == ("12", "25", "A book")
    assert article["authors"][:2] == ["Astropy Collaboration,", "Müller, José"]
    assert (article["doi"], article["start_page"], article["notes"]) == (
        "10.1051/0004-6361/201322068",
        "A33",
        ["Working paper"],
    )
    assert preprint["urls"] == ["https://arxiv.org/abs/1706.03762"]
    assert page["access_date"] == "2016/03/03"


def test_citeproc_sets_the_csl(references: tuple[Reference, ...]) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    items = json.loads(writer("csl")(references))
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for key in KEYS:
        bibliography.register(Citation([CitationItem(key.lower())]))
    printed = [str(entry) for entry in bibliography.bibliography()]
    assert len(printed) == len(KEYS)
    assert any("Astropy Collaboration" in entry and "Astronomy and Astrophysics" in entry for entry in printed)
    assert any("https://arxiv.org/abs/1706.03762" in entry for entry in printed)


def test_pandoc_sets_the_csl(references: tuple[Reference, ...]) -> None:
    items = pandoc(writer("csl")(references), "csljson")
    assert sorted(items) == sorted(KEYS)
    types = [items[key]["type"] for key in ("act", "snail", "engine", "roe", "doe")]
    assert types == ["legislation", "legal_case", "patent", "thesis", "chapter"]
    assert items["vaswani"]["number"] == "arXiv:1706.03762" and items["vaswani"]["publisher"] == "arXiv"
    assert items["acme"]["accessed"] == {"date-parts": [[2016, 3, 3]]}


def test_no_format_carries_what_a_terminal_obeys_or_what_reorders_text() -> None:
    hostile = "a\x1b[31mb\u202ec\x07d\u2066"
    text = f"@book{{k\u202e, title={{{hostile}}}, author={{{hostile}}}, note={{{hostile}}}, url={{http://e.org/{hostile}}}}}"
    for format in ("bibtex", "csl", "ris"):
        written = writer(format)(parse_entries(bib_entries(text)))
        assert not set(written) & set("\x1b\u202e\x07\u2066") and "\\u202e" not in written
        assert "\\u001b" not in written
