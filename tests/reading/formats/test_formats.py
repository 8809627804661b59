"""Every format of one article gives the same entries."""

from itertools import pairwise
from pathlib import Path

import pytest

from refcheck.errors import RefcheckError
from refcheck.reading import read
from tests.articles.forms import FORMATS, Piece, packed, render

PIECE = Piece(
    title="A garden against worry",
    paragraphs=(
        "A garden is slow television, and it asks for little. Kaplan (1995) called this restoration and counted "
        "what it gives back.",
        "Those who look at trees heal faster, or so it was found in one hospital, and nobody has looked at a "
        "wall since.",
    ),
    heading="References",
    references=(
        "Kaplan, S. (1995). The restorative benefits of nature: Toward an integrative framework. *Journal of "
        "Environmental "
        "Psychology*, 15(3), 169-182. https://doi.org/10.1016/0272-4944(95)90001-2",
        "Ulrich, R. S. (1984). View through a window may influence recovery from surgery. *Science*, 224(4647), "
        "420-421.",
        "Wilson, E. O. (1984). *Biophilia*. Cambridge, MA: Harvard University Press.",
        "Kaplan, R., & Kaplan, S. (1989). *The experience of nature: A psychological perspective*. Cambridge "
        "University Press.",
    ),
    after=("This text is offered for information only and does not replace the advice of a professional.",),
)


@pytest.mark.parametrize("format", FORMATS)
def test_same_entries_in_every_format(format: str, tmp_path: Path) -> None:
    file = tmp_path / f"article.{format}"
    file.write_bytes(render(PIECE, format))
    article = read(file)
    assert tuple(entry.raw for entry in article.entries) == PIECE.plain
    assert article.items_seen == len(PIECE.references)
    assert article.unread == ()
    assert article.language == "en"
    assert "slow television" in article.text
    assert "Biophilia" not in article.text
    if format not in ("txt", "pdf"):
        assert article.title == PIECE.title
        assert article.entries[1].italics == ("Science",)


@pytest.mark.parametrize("format", FORMATS)
def test_lines_rise_and_do_not_overlap(format: str, tmp_path: Path) -> None:
    file = tmp_path / f"article.{format}"
    file.write_bytes(render(PIECE, format))
    entries = read(file).entries
    assert all(a.line <= a.end_line < b.line for a, b in pairwise(entries))


def test_jats_fields(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(
        '<article article-type="x"><front><article-meta/></front><back><ref-list><ref '
        'id="b1"><label>1</label><element-citation '
        'publication-type="journal"><person-group '
        'person-group-type="author"><name><surname>Ulrich</surname><given-names>RS</given-names>'
        "</name></person-group><article-title>View through a "
        "window</article-title><source>Science</source><year>1984</year>"
        "<volume>224</volume><fpage>420</fpage><lpage>421</lpage><pub-id "
        "pub-id-type='doi'>10.1126/science.6143402</pub-id>"
        "</element-citation></ref></ref-list></back></article>"
    )
    (entry,) = read(file).entries
    assert entry.markup == "csl"
    assert entry.key == "b1"
    assert entry.data == {
        "type": "article-journal",
        "title": "View through a window",
        "container-title": "Science",
        "page": "420-421",
        "volume": "224",
        "DOI": "10.1126/science.6143402",
        "issued": {"date-parts": [[1984]]},
        "author": [{"family": "Ulrich", "given": "RS"}],
    }
    assert "Ulrich, RS. (1984). View through a window." in entry.raw


def test_pandoc_keys_with_their_bib(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{one, title={One}}\n@book{two, title={Two}}\n@book{three, title={Three}}\n"
    )
    file = tmp_path / "a.md"
    file.write_text("---\nbibliography: refs.bib\n---\n\nAs @two says.\n\nSee [@one, p. 3; @missing].\n")
    article = read(file)
    assert [(entry.key, entry.line) for entry in article.entries] == [("two", 5), ("one", 7)]
    assert [(gap.reason, gap.line) for gap in article.unread] == [("unread", 7)]


def test_missing_bib_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.tex"
    file.write_text("\\begin{document}\nSee \\cite{one}.\n\\bibliography{nowhere}\n\\end{document}\n")
    article = read(file)
    assert article.entries == ()
    assert [gap.reason for gap in article.unread] == ["no-list"]


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/hosts", "x.txt"])
def test_only_bib_files_are_opened(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"---\nbibliography: {name}\n---\n\nSee [@root].\n")
    assert read(file).entries == ()


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    file.write_bytes(packed({"[Content_Types].xml": "", "word/document.xml": "<a>" + " " * 60_000_000 + "</a>"}))
    with pytest.raises(RefcheckError, match="more than an article may hold"):
        read(file)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "pdf", "ipynb"])
def test_damaged_packed_files_are_one_clear_line(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"bad.{suffix}"
    file.write_bytes(b"this is nothing of the kind")
    with pytest.raises(RefcheckError) as caught:
        read(file)
    assert "\n" not in str(caught.value)
    assert "bad" in str(caught.value)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    file = tmp_path / "laughs.xml"
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    file.write_text(
        f'<?xml version="1.0"?><!DOCTYPE article [{bomb}<!ENTITY x SYSTEM "file:///etc/hostname">]><article '
        f'article-type="x"><front><article-meta/>'
        "</front><body><p>&a11; and &x;</p></body></article>"
    )
    assert len(read(file).text) < 1000
