"""Chapters whose list is named by their book, their site or their main file."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck import Settings, check
from refcheck.reading import read

BIB = """@book{borges1944, author = {Borges, Jorge Luis}, title = {Ficciones}, year = {1944}, publisher = {Sur}}
@article{shannon1948, author = {Shannon, Claude E.}, title = {A mathematical theory of communication},
  journal = {Bell System Technical Journal}, year = {1948}}
"""
CHAPTER = "# Una biblioteca\n\nTodo está escrito ya [@borges1944, p. 12], también el ruido [@shannon1948].\n"
CONFIGURATIONS = {
    "_quarto.yml": "project:\n  type: book\nbibliography: lists/all.bib\n",
    "_bookdown.yml": "bibliography: [lists/all.bib]\n",
    "index.Rmd": "---\ntitle: Libro\nbibliography:\n  - lists/all.bib\n---\n\nPrólogo.\n",
    "myst.yml": "project:\n  bibliography:\n    - lists/all.bib\n",
    "_config.yml": "title: Libro\nsphinx:\n  config:\n    bibtex_bibfiles: [lists/all.bib]\n",
    "_config.yml ": "title: Diario\nscholar:\n  source: ./lists/\n  bibliography: all\n",
    "mkdocs.yml": "plugins:\n  - bibtex:\n      bib_dir: lists\n      bib_file: all.bib\nx: !!python/name:y\n",
    "conf.py": 'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["lists/all.bib"]\n',
    "config.ini": "[build]\nresources = img/\n\n[pdf]\nbibfile = lists/all.bib\n",
    "Makefile": "book.pdf: *.md\n\tpandoc --citeproc --bibliography=lists/all.bib *.md -o book.pdf\n",
}


def book(folder: Path, **files: str) -> Path:
    (folder / ".git").mkdir()
    (folder / "lists").mkdir()
    (folder / "lists" / "all.bib").write_text(BIB, "utf-8")
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_the_list_a_project_names(name: str, tmp_path: Path) -> None:
    book(tmp_path, **{name.strip(): CONFIGURATIONS[name], "chapters/uno.md": CHAPTER})
    article = read(tmp_path / "chapters" / "uno.md")
    assert [entry.key for entry in article.entries] == ["borges1944", "shannon1948"]
    assert not article.unread
    assert {index for mention in article.mentions for index in mention.entries} == {0, 1}


def test_a_chapter_of_which_no_file_names_the_list_says_so_once_as_a_note(tmp_path: Path) -> None:
    book(tmp_path, **{"uno.md": CHAPTER})
    report = check(tmp_path / "uno.md", settings=Settings(locked=True))
    assert [(finding.check, str(finding.severity)) for finding in report.findings] == [("unread", "note")]


def test_what_is_not_in_the_list_of_the_project_is_told_by_its_key(tmp_path: Path) -> None:
    text = CHAPTER + "\nY más [@nadie2020]; @quizas no es una cita.\n"
    book(tmp_path, **{"_quarto.yml": CONFIGURATIONS["_quarto.yml"], "uno.qmd": text})
    report = check(tmp_path / "uno.qmd", settings=Settings(locked=True))
    assert [f.line for f in report.findings if "nadie2020" in f.message] == [5]
    assert not [f for f in report.findings if "quizas" in f.message]


def test_a_book_some_of_whose_lists_are_written_when_it_is_built(tmp_path: Path) -> None:
    front = "---\nbibliography: [lists/all.bib, packages.bib]\n---\n"
    book(tmp_path, **{"index.Rmd": front, "02-uno.Rmd": CHAPTER + "\nHecho con R [@R-base].\n"})
    report = check(tmp_path / "02-uno.Rmd", settings=Settings(locked=True))
    assert len(report.references) == 2
    assert not [f for f in report.findings if "R-base" in f.message]


def test_a_list_above_the_repository_is_not_opened(tmp_path: Path) -> None:
    book(tmp_path, **{"_quarto.yml": CONFIGURATIONS["_quarto.yml"], "inner/.git/HEAD": "x", "inner/uno.md": CHAPTER})
    assert read(tmp_path / "inner" / "uno.md").entries == ()


def test_a_configuration_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.bib").write_text(BIB, "utf-8")
    inner = tmp_path / "book"
    inner.mkdir()
    book(inner, **{"_quarto.yml": "bibliography: ../secret.bib\n", "uno.md": CHAPTER})
    assert read(inner / "uno.md").entries == ()


def test_a_post_whose_site_keeps_all_lists_in_one_folder(tmp_path: Path) -> None:
    cite = '<d-cite key="shannon1948,borges1944"></d-cite>'
    post = f"---\ntitle: Noise\nbibliography: 2024-noise.bib\n---\n\nAs {cite}. @me\n"
    files = {"_config.yml": "title: blog\n", "_posts/2024-noise.md": post, "assets/bibliography/2024-noise.bib": BIB}
    article = read(book(tmp_path, **files) / "_posts" / "2024-noise.md")
    assert sorted(entry.key for entry in article.entries) == ["borges1944", "shannon1948"]
    assert not article.unread


def test_file_in_front_of_a_path_and_no_ending_behind_it(tmp_path: Path) -> None:
    book(tmp_path, **{"uno.md": f"---\nbibliography: file:lists/all\n---\n\n{CHAPTER}"})
    assert len(read(tmp_path / "uno.md").entries) == 2


MAIN = (
    "\\documentclass{book}\n\\begin{document}\n\\input{chapters/noise}\n%\\input{chapters/left}\n"
    "\\bibliography{lists/all}\n\\end{document}\n"
)
NOISE = "\\chapter{Noise}\nA word.\n\nSee \\cite{shannon1948}.\n"


def test_a_main_file_is_read_with_what_it_includes(tmp_path: Path) -> None:
    files = {"main.tex": MAIN, "chapters/noise.tex": NOISE, "chapters/left.tex": "\\cite{borges1944}"}
    article = read(book(tmp_path, **files) / "main.tex")
    assert [entry.key for entry in article.entries] == ["shannon1948"]
    assert article.entries[0].line == 3  # where the chapter is included
    assert "A word." in article.text


def test_a_chapter_is_read_with_the_list_of_its_main_file(tmp_path: Path) -> None:
    folder = book(
        tmp_path, **{"main.tex": MAIN, "chapters/noise.tex": NOISE, "chapters/left.tex": "\\cite{borges1944}"}
    )
    assert [entry.key for entry in read(folder / "chapters" / "noise.tex").entries] == ["shannon1948"]
    assert read(folder / "chapters" / "left.tex").entries == ()


def test_a_chapter_that_names_its_main_file(tmp_path: Path) -> None:
    root = f"% !TeX root = ../thesis.tex\n{NOISE}"
    files = {"thesis.tex": MAIN.replace("\\input{chapters/noise}", ""), "parts/noise.tex": root}
    assert [entry.key for entry in read(book(tmp_path, **files) / "parts" / "noise.tex").entries] == ["shannon1948"]


def test_a_file_that_includes_itself_ends(tmp_path: Path) -> None:
    text = "\\documentclass{article}\\begin{document}\n\\input{main}\nA.\n\\end{document}\n"
    assert "A." in read(book(tmp_path, **{"main.tex": text}) / "main.tex").text


def test_manubot_keys_are_entries_in_its_manuscript_only(tmp_path: Path) -> None:
    text = "Deep [@doi:10.1038/nature14539; @arxiv:1705.02315] and old [@tag:old]. See @fig:one.\n"
    files = {"content/metadata.yaml": "title: x\n", "content/02.md": text, "USAGE.md": text}
    folder = book(tmp_path, **files)
    raws = [entry.raw for entry in read(folder / "content" / "02.md").entries]
    assert raws == ["https://doi.org/10.1038/nature14539", "arXiv:1705.02315"]
    assert read(folder / "USAGE.md").entries == ()
    assert check(folder / "USAGE.md", settings=Settings(locked=True)).findings == ()


@pytest.mark.parametrize("name", ["src/index.md", "src/index.qmd"])
def test_paths_of_pandoc_are_relative_to_where_it_is_run(name: str, tmp_path: Path) -> None:
    book(tmp_path, **{name: "---\nbibliography: lists/all.bib\n---\n", "src/uno.md": CHAPTER})
    assert len(read(tmp_path / "src" / "uno.md").entries) == 2
    (tmp_path / ".git").rmdir()
    assert not read(tmp_path / "src" / "uno.md").entries


def test_a_list_beside_the_folder_of_the_configuration(tmp_path: Path) -> None:
    page = "Uno\n===\n\nYa :cite:`borges1944`.\n"
    book(tmp_path, **{"docs/conf.py": "bibtex_bibfiles = ['../lists/all.bib']\n", "docs/uno.rst": page})
    assert len(read(tmp_path / "docs" / "uno.rst").entries) == 1


def test_a_list_that_a_makefile_names_by_a_variable(tmp_path: Path) -> None:
    made = 'BIBFILE=$(INPUTDIR)/all.bib\n\npdf:\n\tpandoc --bibliography="$(BIBFILE)" *.md\n'
    book(tmp_path, **{"Makefile": made, "source/uno.md": CHAPTER})
    assert len(read(tmp_path / "source" / "uno.md").entries) == 2


def test_a_preamble_that_is_included_and_a_list_that_is_a_macro(tmp_path: Path) -> None:
    preamble = "\\documentclass{book}\n\\newcommand{\\refs}{lists/all}\n\\addbibresource{\\refs.bib}\n"
    main = "\\input{preamble}\n\\begin{document}\nVer \\cite{borges1944}.\n\\bibliography{\\refs}\n\\end{document}\n"
    book(tmp_path, **{"preamble.tex": preamble, "main.tex": main})
    assert len(read(tmp_path / "main.tex").entries) == 1


def test_files_named_without_braces_and_two_in_a_row(tmp_path: Path) -> None:
    main = (
        "\\documentclass{article}\n\\begin{document}\n\\input parts/uno \\input{parts/dos}\n\\input{parts/tres}"
        "\\bibliography{lists/all}\n\\end{document}\n"
    )
    parts = {f"parts/{name}.tex": text for name, text in (("uno", "Ya.\n"), ("dos", "\\cite{borges1944}\n"))}
    book(tmp_path, **{"main.tex": main, **parts, "parts/tres.tex": "\\cite{arendt1958}\n"})
    article = read(tmp_path / "main.tex")
    assert "Ya." in article.text and {entry.key for entry in article.entries} >= {"borges1944"}
    assert read(tmp_path / "parts" / "dos.tex").libraries


MADE = (
    "\\begin{thebibliography}{1}\n\\bibitem{b} J.~L. Borges. \\newblock Ficciones. \\newblock Sur, 1944.\n"
    "\\end{thebibliography}\n"
)
PAPER = "\\documentclass{article}\n\\begin{document}\nVer \\cite{b}.\n\\bibliography{%s}\n\\end{document}\n"


def test_the_list_that_bibtex_made_stands_for_files_that_are_not_there(tmp_path: Path) -> None:
    book(tmp_path, **{"main.tex": PAPER % "../mine/lost", "main.bbl": MADE})
    article = read(tmp_path / "main.tex")
    assert [(entry.key, entry.line) for entry in article.entries] == [("b", 4)]
    assert not article.unread
    (tmp_path / "main.tex").write_text((PAPER % "lists/all").replace("{b}", "{borges1944}"), "utf-8")
    assert [entry.key for entry in read(tmp_path / "main.tex").entries] == ["borges1944"]
    (tmp_path / "main.bbl").unlink()
    (tmp_path / "main.tex").write_text(PAPER % "../mine/lost", "utf-8")
    assert read(tmp_path / "main.tex").unread


def test_a_chapter_of_another_encoding(tmp_path: Path) -> None:
    main = "\\documentclass{article}\n\\begin{document}\n\\input{lista}\n\\end{document}\n"
    book(tmp_path, **{"main.tex": main})
    listed = (
        "\\begin{thebibliography}{9}\n\\bibitem{a} GARCÍA, José. Introdução à visão. São Paulo: Editora Ática, 1999.\n"
    )
    (tmp_path / "lista.tex").write_bytes(f"{listed}\\end{{thebibliography}}\n".encode("latin-1"))
    assert "Introdução à visão" in read(tmp_path / "main.tex").entries[0].raw


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("SUMMARY.md", "# Índice\n\n* [Uno](teil/eins.md)\n"),
        ("SUMMARY.md", "# Inhalt\n\n* [Eins](./teil/eins.md)\n"),
        ("_toc.yml", "format: jb-book\nroot: intro\nchapters:\n- file: teil/eins\n"),
        ("_quarto.yml", "project:\n  type: book\nbook:\n  chapters:\n    - teil/eins.md\n"),
        ("_bookdown.yml", 'rmd_files: ["index.Rmd", "teil/eins.md"]\n'),
    ],
)
def test_a_chapter_is_named_by_its_books_table_of_contents(tmp_path: Path, name: str, contents: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / name).write_text(contents)
    (tmp_path / "teil").mkdir()
    people = ("Abel", "Bohm", "Cohn", "Dorn", "Erler", "Falk", "Gries", "Hahn")
    cited = " ".join(f"Es ist so ({one}, {1990 + n})." for n, one in enumerate(people))
    for file in ("eins.md", "zwei.md"):
        (tmp_path / "teil" / file).write_text(f"# Teil\n\n{cited}\n")
    found = {file: check(tmp_path / "teil" / file, settings=Settings(locked=True)) for file in ("eins.md", "zwei.md")}
    said = {file: [(f.check, str(f.severity)) for f in report.findings] for file, report in found.items()}
    assert said == {"eins.md": [("unlisted", "note")], "zwei.md": [("unlisted", "warning")]}


def test_a_site_of_jekyll_has_its_list_in_a_place_of_its_own(tmp_path: Path) -> None:
    post = "---\ntitle: Un mapa\n---\n\nTodo está escrito ya {% cite borges1944 shannon1948 %}.\n"
    book(tmp_path, **{"_config.yml": "title: Diario\n", "_bibliography/references.bib": BIB, "_posts/uno.md": post})
    assert [entry.key for entry in read(tmp_path / "_posts" / "uno.md").entries] == ["borges1944", "shannon1948"]


def test_the_main_file_that_a_chapter_names_may_be_gone(tmp_path: Path) -> None:
    main = "\\documentclass{book}\\begin{document}\n\\include{uno}\n\\bibliography{lists/all}\n\\end{document}\n"
    book(tmp_path, **{"main.tex": main, "uno.tex": "%!TeX root = Old_Thesis.tex\nYa \\cite{borges1944}.\n"})
    assert [entry.key for entry in read(tmp_path / "uno.tex").entries] == ["borges1944"]


def test_a_main_file_may_be_run_from_the_folder_above(tmp_path: Path) -> None:
    main = "\\documentclass{book}\n\\addbibresource{all.bib}\n\\begin{document}\n\\input{tex/uno}\n\\end{document}\n"
    book(tmp_path, **{"tex/main.tex": main, "tex/uno.tex": "Ya \\cite{borges1944}.\n", "tex/all.bib": BIB})
    for name in ("main.tex", "uno.tex"):
        assert [entry.key for entry in read(tmp_path / "tex" / name).entries] == ["borges1944"]


def test_a_text_of_any_name_is_no_chapter() -> None:
    for name in ("a" * 5_000, "a/" * 3_000, "<text>", "-", "a\0b"):
        assert not read("# Teil\n\nEs ist so (Abel, 1990).\n", path=name).chapter
