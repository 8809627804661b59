"""The articles a command works on."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import pytest

from refcheck.cli.articles import add_options, opened, read_articles, read_path, settings_for, targets
from refcheck.cli.folders import NO_LIST, OTHER
from refcheck.cli.paths import Target
from refcheck.errors import BadSettings, RefcheckError

LISTED = "# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal*, 4(2), 11-19.\n"


def options(*words: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return parser.parse_args([str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(LISTED)
    (tmp_path / "b.md").write_text("# B\n\nWords without a list.\n")
    return tmp_path


def test_each_file_once_and_what_the_user_named_is_named(folder: Path) -> None:
    bad: list[str] = []
    found = list(targets(options(folder / "a.md", folder, folder / "nothing*.md"), bad.append))
    assert [(Path(target.path).name, target.named) for target in found] == [("a.md", True), ("b.md", False)]
    assert len(bad) == 1 and "no file matches" in bad[0]


def test_a_file_without_a_list_is_passed_over_unless_it_was_named(folder: Path) -> None:
    path = str(folder / "b.md")
    found = opened(options(path), Target(path, named=False))
    assert (found.passed, found.article, found.bad) == (NO_LIST, None, False)
    named = opened(options(path), Target(path, named=True))
    assert named.bad and named.said == f"{path}: no bibliography found" and named.article is not None


def test_a_file_that_cannot_be_read_fails_only_what_was_named(folder: Path) -> None:
    path = str(folder / "c.docx")
    Path(path).write_bytes(b"PK\x03\x04 no archive")
    for named in (True, False):
        found = opened(options(path), Target(path, named=named))
        assert found.article is None and found.bad is named
    assert "c.docx" in opened(options(path), Target(path, named=True)).said


def test_the_command_line_comes_before_the_file_of_settings(folder: Path) -> None:
    (folder / "refcheck.toml").write_text('mailto = "file@example.org"\n')
    near = folder / "a.md"
    assert settings_for(options(near), near).mailto == "file@example.org"
    assert settings_for(options(near, "--mailto", "me@example.org"), near).mailto == "me@example.org"
    (folder / "refcheck.toml").write_text("colour = 3\n")
    with pytest.raises(BadSettings, match="unknown key colour"):
        settings_for(options(near), near)
    assert opened(options(near), Target(str(near), named=True)).bad


def test_articles_are_read_and_what_is_wrong_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles, bad = read_articles(options(folder))
    assert ([Path(article.path).name for article, _ in articles], bad) == (["a.md"], False)
    assert "1 file without a bibliography" in capsys.readouterr().err
    articles, bad = read_articles(options(folder / "a.md", folder / "gone.md"))
    assert (len(articles), bad) == (1, True)
    assert "gone.md: no such file" in capsys.readouterr().err


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LISTED.encode())))
    article = read_path("-")
    assert (article.path, len(article.entries)) == ("-", 1)
    with pytest.raises(RefcheckError):
        read_path("no/such/file.md")


def test_a_figure_in_a_folder_is_passed_over(folder: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    for name, pages in (("figure.pdf", 1), ("scan.pdf", 2)):
        document = pdfium.PdfDocument.new()
        for _ in range(pages):
            document.new_page(200, 200)
        document.save(folder / name)
    figure, scan = str(folder / "figure.pdf"), str(folder / "scan.pdf")
    assert opened(options(figure), Target(figure, named=False)).passed == OTHER
    assert "no text layer" in opened(options(figure), Target(figure, named=True)).said
    assert "no text layer" in opened(options(scan), Target(scan, named=False)).said
