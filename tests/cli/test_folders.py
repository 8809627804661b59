"""Which files of a folder are articles, and what becomes of the others."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from refcheck.cli.folders import LIBRARY, OTHER, RENDERING, _libraries, files, git_top
from refcheck.config import Settings
from tests.test_main_job import ARTICLE, run

SUFFIXES = frozenset((".md", ".rmd", ".html", ".pdf", ".bib", ".tex", ".docx", ".qmd"))
LISTED = "Text.\n\n## References\n\nKolk, B. A. (2006). *Complex trauma*. New York: Guilford.\n"


def made(folder: Path, *names: str, text: str = LISTED) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def found(folder: Path, settings: Settings | None = None) -> dict[str, str]:
    """Name -> why it is passed over, "" for an article."""
    return {
        file.path.relative_to(folder).as_posix(): file.passed
        for file in files(folder, settings or Settings(), SUFFIXES)
    }


def articles(folder: Path) -> list[str]:
    return [name for name, passed in found(folder).items() if not passed]


def test_what_git_ignores_is_no_article(tmp_path: Path) -> None:
    subprocess.run(("git", "init", "-q"), cwd=tmp_path, check=True)
    made(tmp_path, "posts/a.md", "drafts/b.md", "posts/new.md")
    (tmp_path / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    assert articles(tmp_path) == ["posts/a.md", "posts/new.md"]
    assert articles(tmp_path / "drafts") == ["b.md"]  # named, it is meant
    assert git_top(tmp_path / "posts" / "a.md") == tmp_path


def test_readmes_licences_and_assets_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "README.md", "docs/CHANGELOG.md", "LICENSE.md", "article.md", "assets/x.html", "CODE_OF_CONDUCT.md")
    assert articles(tmp_path) == ["article.md"]
    assert set(found(tmp_path).values()) == {"", OTHER}


@pytest.mark.parametrize(
    ("source", "rendering"),
    [
        ("x.Rmd", "x.md"),
        ("post/index.Rmd", "post/index.html"),
        ("paper.tex", "paper.pdf"),
        ("issue/smith/master.md", "issue/smith/index.html"),
        ("content/posts/x.md", "docs/posts/x/index.html"),
        ("content/posts/x/index.md", "public/posts/x/index.html"),
        ("_posts/2020-01-02-trauma.md", "docs/2020/01/02/trauma.html"),
        ("posts/x/index.qmd", "docs/posts/x/index.html"),
        ("content/post.md", "docs/post.md"),
    ],
)
def test_a_rendering_is_checked_at_its_source(tmp_path: Path, source: str, rendering: str) -> None:
    made(tmp_path, source, rendering)
    (passed,) = [file for file in files(tmp_path, Settings(), SUFFIXES) if file.passed]
    assert (passed.path, passed.passed, passed.of) == (tmp_path / rendering, RENDERING, tmp_path / source)


@pytest.mark.parametrize(
    ("source", "rendering", "head"),
    [
        ("_R/2017-07-10-tibble.Rmd", "_posts/2017-07-10-tibble.md", "---\ntitle: A tour of tibble\n---\n\n"),
        ("vignettes/chuva.qmd", "artigos/chuva.html", "---\ntitle: 'A chuva de Lisboa'\n---\n\n"),
        ("analyse/regen.Rmd", "web/regen.md", "# Der Regen in Köln\n\n"),
    ],
)
def test_what_is_run_is_the_source_of_its_rendering_anywhere(
    tmp_path: Path, source: str, rendering: str, head: str
) -> None:
    made(tmp_path, source, text=head + LISTED)
    title = head.partition("title: ")[2].strip("'-\n")
    made(tmp_path, rendering, text=f"<title>{title}</title>{LISTED}" if rendering.endswith("html") else head + LISTED)
    assert articles(tmp_path) == [source]
    made(tmp_path, rendering, text="---\ntitle: Another matter\n---\n\n" + LISTED)
    assert set(articles(tmp_path)) == {source, rendering}


@pytest.mark.parametrize("index", ["docs/pkgdown.yml", "docs/search.json", "site/search/search_index.json"])
def test_a_site_that_a_generator_wrote_is_passed_over(tmp_path: Path, index: str) -> None:
    made(tmp_path, "article.md", index, "docs/reference/x.html", "site/x/index.html")
    top = index.split("/")[0]
    assert set(articles(tmp_path)) == {"article.md", "site/x/index.html", "docs/reference/x.html"} - {
        name for name in ("site/x/index.html", "docs/reference/x.html") if name.startswith(top)
    }


def test_the_page_of_a_folder_is_that_of_the_text_with_most_renderings(tmp_path: Path) -> None:
    made(tmp_path, *(f"issue/lee/{name}" for name in ("main.md", "main.tex", "main.docx", "table.tex", "index.html")))
    assert articles(tmp_path) == ["issue/lee/main.md", "issue/lee/table.tex"]


def test_the_page_at_the_top_is_a_rendering_too(tmp_path: Path) -> None:
    made(tmp_path, "index.html", "public/index.html")
    assert articles(tmp_path) == ["index.html"]


@pytest.mark.parametrize("cited", [":cite:`a`", "{cite:p}`a`", "[@a, p. 3]"])
def test_the_only_list_of_chapters_that_cite_keys_is_no_article(tmp_path: Path, cited: str) -> None:
    subprocess.run(("git", "init", "-q"), cwd=tmp_path, check=True)
    made(tmp_path, "chapters/one.md", text=f"Text {cited}.\n{LISTED}")
    made(tmp_path, "all.bib", text="@book{a, title = {A}}")
    assert articles(tmp_path) == ["chapters/one.md"]
    made(tmp_path, "chapters/one.md")
    assert articles(tmp_path) == ["all.bib", "chapters/one.md"]


def test_a_list_that_a_page_names_is_no_article(tmp_path: Path) -> None:
    made(tmp_path, "index.html", text='<d-bibliography src="bibliography.bib"></d-bibliography>' + LISTED)
    made(tmp_path, "data/bibliography.bib", text="@book{a, title = {A}}")
    assert articles(tmp_path) == ["index.html"]


def test_two_texts_of_one_name_are_two_articles(tmp_path: Path) -> None:
    made(tmp_path, "content/post.md")
    made(tmp_path, "docs/post.md", text=LISTED.replace("2", "3"))
    assert len(articles(tmp_path)) == 2


def test_a_source_without_a_list_hides_no_rendering(tmp_path: Path) -> None:
    made(tmp_path, "x.pdf")
    made(tmp_path, "x.md", text="An abstract.")
    assert articles(tmp_path) == ["x.md", "x.pdf"]


def test_articles_of_one_name_in_two_places_are_two(tmp_path: Path) -> None:
    made(tmp_path, "2019/index.md", "2020/index.md", "2020/other/index.html")
    assert articles(tmp_path) == ["2019/index.md", "2020/index.md", "2020/other/index.html"]


def test_an_open_document_of_word_leaves_a_mark_that_is_none(tmp_path: Path) -> None:
    made(tmp_path, "~$draft.docx", "article.md")
    assert set(found(tmp_path)) == {"article.md"}


def test_a_book_is_checked_in_its_chapters(tmp_path: Path) -> None:
    made(tmp_path, "01-moths.Rmd", "moths.tex", "moths.md", "lamps.tex", "other/_main.md")
    made(tmp_path, "_bookdown.yml", text='book_filename: "moths"\n')
    made(tmp_path, "other/_bookdown.yml", text="rmd_subdir: true\n")
    assert articles(tmp_path) == ["01-moths.Rmd", "lamps.tex"]


def test_a_copy_of_a_page_is_checked_once(tmp_path: Path) -> None:
    made(tmp_path, "thesis.pdf", "cdrom/final.pdf")
    made(tmp_path, "cdrom/other.pdf", text=LISTED.replace("2006", "2007"))
    assert articles(tmp_path) == ["cdrom/final.pdf", "cdrom/other.pdf"]


def test_the_folder_a_generator_writes_to_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "01-intro.Rmd", "book/introduction.html")
    (tmp_path / "_bookdown.yml").write_text('output_dir: "book"\n', encoding="utf-8")
    assert articles(tmp_path) == ["01-intro.Rmd"]


def test_a_library_that_articles_cite_from_is_no_article(tmp_path: Path) -> None:
    made(tmp_path, "refs.bib", "alone.bib", "main.tex", text="@book{a, title={T}}\n\\bibliography{refs}")
    assert found(tmp_path) == {"alone.bib": "", "main.tex": "", "refs.bib": LIBRARY}


def test_what_the_settings_include_is_an_article(tmp_path: Path) -> None:
    made(tmp_path, "README.md", "x.Rmd", "x.md")
    assert found(tmp_path, Settings(include=("*.md",))) == {"README.md": "", "x.md": ""}


def test_a_run_says_in_one_line_what_it_passed_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    made(tmp_path, "a.md", "b.md", "README.md", text="No list.")
    made(tmp_path, "c.Rmd", "c.md")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\nbroken")
    code, _, err = run(capsys, "check", tmp_path, "--locked", "--fail-on", "error")
    assert code == 3
    assert err.count("\n") == 3  # the PDF, the missing lock, the summary
    assert "2 files without a bibliography, 1 rendering checked at the source" in err
    assert "1 file of other kinds (README, licence, generated); --verbose names them" in err
    assert f"no refcheck.lock yet: run refcheck lock {tmp_path} with network access" in err
    _, _, err = run(capsys, "check", tmp_path, "--locked", "--verbose")
    assert f"{tmp_path / 'c.md'}: taken for a rendering of {tmp_path / 'c.Rmd'}" in err
    assert f"{tmp_path / 'a.md'}: no bibliography found" in err
    assert run(capsys, "check", tmp_path / "scan.pdf", "--locked")[0] == 2
    assert run(capsys, "check", tmp_path, "--locked", "--fail-on", "never")[0] == 0


def test_the_report_of_refcheck_is_no_article(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(ARTICLE.read_bytes())
    run(capsys, "check", tmp_path, "--locked", "--format", "html", "--output", tmp_path / "page.html")
    run(capsys, "check", tmp_path, "--locked", "--format", "markdown", "--output", tmp_path / "report.md")
    _, _, err = run(capsys, "check", tmp_path, "--locked", "--verbose")
    assert f"{tmp_path / 'page.html'}: no bibliography found" in err
    assert f"{tmp_path / 'report.md'}: no bibliography found" in err


def test_a_page_with_a_picture_in_it_is_searched_in_no_time(tmp_path: Path) -> None:
    """A picture in an address is a million letters without a blank: searched from each of them it takes an hour."""
    (tmp_path / "a.html").write_text(f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 150_000}'>", encoding="utf-8")
    (tmp_path / "b.tex").write_text("\\addbibresource{../lists/main.bib}", encoding="utf-8")
    assert _libraries([tmp_path / "a.html", tmp_path / "b.tex"]) == {"main"}


def test_a_library_may_be_called_bibtex_and_an_extension_holds_no_articles(tmp_path: Path) -> None:
    made(tmp_path, "a.qmd", text=f"---\nbibliography: refs.bibtex\n---\n{LISTED}")
    made(tmp_path, "refs.bibtex", text="@book{kolk, title = {Complex trauma}}\n")
    made(tmp_path, "_extensions/press/template.tex")
    named = files(tmp_path, Settings(), SUFFIXES | {".bibtex"})
    assert {file.path.name: file.passed for file in named} == {"a.qmd": "", "refs.bibtex": LIBRARY}
