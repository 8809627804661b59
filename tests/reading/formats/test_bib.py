"""Files of BibTeX."""

from pathlib import Path

from refcheck.reading import read
from refcheck.reading.formats.bib import FORMAT


def test_a_library_is_read_as_an_article_whose_entries_are_its_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.bibtex"
    path.write_text("@comment{kept}\n@book{rowe, title={Rain}}\n@article{li, title={Fog}}\n")
    article = read(path)
    assert (article.format, [(entry.key, entry.line) for entry in article.entries]) == (
        "bibtex",
        [("rowe", 2), ("li", 3)],
    )
    assert path.suffix in FORMAT.suffixes
