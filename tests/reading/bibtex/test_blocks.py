"""BibTeX blocks with their lines."""

from pathlib import Path

from refcheck.reading import read


def test_bibtex_blocks_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text(
        '@string{j = "Science"}\n% a comment\n@article{u84,\n  title = {View {through} a window},\n  journal = '
        "j\n}\n\n@book{w84, title={Biophilia}}\n"
    )
    first, second = read(file).entries
    assert (first.line, first.end_line, first.key, first.markup) == (3, 6, "u84", "bibtex")
    assert first.raw.startswith("@string{j") and first.raw.endswith("journal = j\n}")
    assert (second.line, second.end_line, second.key) == (8, 8, "w84")


def test_unclosed_bibtex_block_does_not_swallow_the_next() -> None:
    entries = read("@book{a, title={One},\n\n@book{b, title={Two}}\n", path="x.bib").entries
    assert [entry.key for entry in entries] == ["a", "b"]


def test_types_that_stand_in_a_list() -> None:
    text = "@['JournalArticle', 'Review']{a, title={One}}\n@['Book']{b, title={Two}}\n@[x]{c, title={Three}}\n"
    entries = read(text, path="x.bib").entries
    assert [(entry.key, entry.data["type"], entry.line) for entry in entries] == [
        ("a", "journalarticle", 1),
        ("b", "book", 2),
    ]


def test_the_name_of_a_type_may_have_any_sign_of_bibtexs_names() -> None:
    text = "@web.page{a, title={One}}\n@my:note{b, title={Two}}\nWrite to me@example.org (or call), please\n"
    entries = read(text, path="x.bib").entries
    assert [(entry.key, entry.data["type"]) for entry in entries] == [("a", "webpage"), ("b", "mynote")]
