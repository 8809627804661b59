"""Lists that are made from the keys a text cites: by Pandoc, Distill and Manubot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refcheck import Settings, check
from refcheck.model import Article, Markup, UnreadReason
from refcheck.reading import read

BIB = """@book{arendt1958, author = {Arendt, Hannah}, title = {The human condition}, year = {1958},
  publisher = {Chicago}}
@article{d'alembert1743, author = {d'Alembert, Jean}, title = {Traité de dynamique}, journal = {Paris}, year = {1743}}
"""
CSL = [
    {
        "id": "arendt1958",
        "type": "book",
        "title": "The human condition",
        "author": [{"family": "Arendt", "given": "Hannah"}],
        "issued": {"date-parts": [[1958]]},
        "publisher": "University of Chicago Press",
    }
]
TEXT = "Labour is not work [@arendt1958, p. 7].\n"


def keys(article: Article) -> list[str]:
    return [entry.key for entry in article.entries]


def written(folder: Path, **files: str) -> Path:
    """A repository with these files, "__" for "/" in their names."""
    (folder / ".git").mkdir()
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


@pytest.mark.parametrize("named", ["refs.json", "refs.yaml"])
def test_a_bibliography_in_csl(named: str, tmp_path: Path) -> None:
    (tmp_path / "refs.json").write_text(json.dumps(CSL))
    (tmp_path / "refs.yaml").write_text(
        "references:\n- id: arendt1958\n  title: The human condition\n  author:\n  - family: Arendt\n"
        "    given: Hannah\n  issued:\n  - year: 1958\n"
    )
    (tmp_path / "a.md").write_text(f"---\nbibliography: {named}\n---\n\n{TEXT}")
    report = check(tmp_path / "a.md", settings=Settings(locked=True))
    assert [(r.title, r.year) for r in report.references] == [("The human condition", 1958)]


def test_references_in_the_front_matter() -> None:
    front = "---\nreferences:\n- id: arendt1958\n  title: The human condition\n  issued: 1958\n---\n"
    article = read(front + TEXT)
    assert [(entry.key, entry.markup) for entry in article.entries] == [("arendt1958", Markup.CSL)]
    assert "(1958)" in article.entries[0].raw


@pytest.mark.parametrize("named", ["refs.bib", "../refs.bib", "/Users/me/book/refs.bib", "C:/work/refs.bib"])
def test_a_bib_file_that_lies_higher_in_the_repository(named: str, tmp_path: Path) -> None:
    book = written(tmp_path, refs_dot_bib=BIB, parts__one_dot_md=f"---\nbibliography: {named}\n---\n\n{TEXT}")
    assert keys(read(book / "parts/one.md")) == ["arendt1958"]


@pytest.mark.parametrize("place", ["data__refs_dot_bib", "src__lists__refs_dot_bib"])
def test_a_bib_file_that_a_script_brings_is_the_one_of_that_name(place: str, tmp_path: Path) -> None:
    page = '<p>Labour <d-cite key="arendt1958"></d-cite>.</p><d-bibliography src="refs.bib"></d-bibliography>'
    site = written(tmp_path, index_dot_html=page, **{place: BIB})
    assert keys(read(site / "index.html")) == ["arendt1958"]
    (site / "old").mkdir()
    (site / "old/refs.bib").write_text(BIB)
    assert [item.reason for item in read(site / "index.html").unread] == [UnreadReason.NO_LIST]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("Folien bei YouTube @hannah_a!", []),
        ("At @24:21, this got me thinking, says @Prof_Arendt.", []),
        ("Según @arendt1963, no.", ["arendt1963"]),
        ("Zie @vanGogh1888b en @NASA.", ["vanGogh1888b"]),
        ("Voir [@nasa].", ["nasa"]),
    ],
)
def test_a_bare_handle_beside_dated_keys_is_a_name(said: str, missing: list[str], tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "a.md").write_text(f"---\nbibliography: refs.bib\n---\n\n{TEXT}\n{said}\n")
    assert [item.text.split()[0] for item in read(tmp_path / "a.md").unread] == missing


def test_a_bare_key_beside_keys_of_plain_words_may_be_a_name(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{arendt, title = {The human condition}}\n@book{knuth, title = {Art}}\n")
    (tmp_path / "a.md").write_text("---\nbibliography: refs.bib\n---\n\nSee @arendt and @someone, [@other].\n")
    assert [item.text.split()[0] for item in read(tmp_path / "a.md").unread] == ["other"]


def test_a_bib_file_above_that_nothing_names_is_the_list_of_those_that_cite_its_keys(tmp_path: Path) -> None:
    book = written(
        tmp_path, all_dot_bib=BIB, chapters__a_dot_md=TEXT, chapters__b_dot_md="Wie [@arendt1958; @other2010].",
        chapters__c_dot_md="Ver [@foucault1975].",
    )  # fmt: skip
    assert keys(read(book / "chapters/a.md")) == ["arendt1958"]
    article = read(book / "chapters/c.md")
    assert (keys(article), [item.reason for item in article.unread]) == ([], [UnreadReason.ELSEWHERE])
    (book / "a_first.bib").write_text("@book{other2010, title={Other}}\n")  # without the keys of most
    assert keys(read(book / "chapters/a.md")) == ["arendt1958"]
    (book / "all.bib").rename(book / "chapters/thesis.bib")  # the nearest folder
    assert keys(read(book / "chapters/a.md")) == ["arendt1958"]


def test_a_bib_file_above_the_repository_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    inner = tmp_path / "inner"
    inner.mkdir()
    book = written(inner, one_dot_md=f"---\nbibliography: refs.bib\n---\n\n{TEXT}")
    article = read(book / "one.md")
    assert not article.entries
    assert [item.reason for item in article.unread] == [UnreadReason.NO_LIST]


def test_a_bib_file_that_the_text_writes_when_it_is_run_is_not_missed(tmp_path: Path) -> None:
    code = '```{r}\nknitr::write_bib("mgcv", file = "packages.bib")\n```\n'
    (tmp_path / "a.Rmd").write_text(f"---\nbibliography: [packages.bib]\n---\n\n{code}\nSee [@mgcv].\n")
    (tmp_path / "b.Rmd").write_text("---\nbibliography: [packages.bib]\n---\n\nSee [@mgcv].\n")
    assert [item.reason for item in read(tmp_path / "a.Rmd").unread] == [UnreadReason.ELSEWHERE]
    assert [item.reason for item in read(tmp_path / "b.Rmd").unread] == [UnreadReason.NO_LIST]


@pytest.mark.parametrize("cite", ["d-cite", "dt-cite"])
@pytest.mark.parametrize(
    "list_",
    [
        "<d-bibliography><script type='text/bibtex'>\n{}</script></d-bibliography>",
        '<script type="text/bibliography">\n{}</script>',
    ],
)
def test_bibtex_inside_a_distill_page(cite: str, list_: str) -> None:
    page = f'<html><body><p>Motion <{cite} key="d\'alembert1743"></{cite}>.</p>{list_.format(BIB)}</body></html>'
    assert keys(read(page)) == ["d'alembert1743"]


def test_a_distill_page_that_names_its_bib_file(tmp_path: Path) -> None:
    (tmp_path / "my.bib").write_text(BIB)
    cited = "<p>Work <d-cite key='arendt1958'></d-cite>.</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{cited}<d-bibliography src='my.bib'></d-bibliography></body></html>")
    assert keys(read(tmp_path / "a.html")) == ["arendt1958"]


def test_beside_a_list_of_keys_running_text_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    told = (
        "Arendt, H. (1958). *The human condition*. Chicago: University of Chicago Press.\n\n"
        "Arendt, H. (1963). *On revolution*. New York: Viking Press.\n"
    )
    (tmp_path / "a.md").write_text(f"---\nbibliography: refs.bib\n---\n\n{TEXT}\n{told}\nAnd so on.\n")
    assert keys(read(tmp_path / "a.md")) == ["arendt1958"]
    assert len(read(told + "\nAnd so on.\n").entries) == 2


def test_variables_of_a_template_are_no_files() -> None:
    template = (
        "\\documentclass{article}\\begin{document}\\cite{x}\\bibliography{$for(bibliography)$$bibliography$$endfor$}"
    )
    assert not any("cannot be read" in item.text for item in read(template, path="default.tex").unread)


def test_macros_in_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "abbrev.bib").write_text("@string{jf = {Journal of Fires}}\n")
    (tmp_path / "works.bib").write_text("@article{k, author = {Alder, Ann}, title = {Fires}, journal = jf}\n")
    article = tmp_path / "a.tex"
    article.write_text("\\documentclass{article}\\begin{document}\\cite{k}\\bibliography{abbrev,works}\\end{document}")
    (entry,) = read(article).entries
    assert (entry.data["fields"]["journal"], entry.data["problems"]) == ("Journal of Fires", ())


@pytest.mark.parametrize(("ending", "repeated"), [("\\bibliography{%s}", 0), ("", 1)])
def test_each_chapter_may_print_a_work_from_its_own_file(ending: str, repeated: int, tmp_path: Path) -> None:
    arendt = BIB[: BIB.index("@article")]
    for chapter, key in (("one", "arendt58"), ("two", "ha1958")):
        (tmp_path / f"{chapter}.bib").write_text(arendt.replace("arendt1958", key), "utf-8")
        said = f"\\chapter{{{chapter}}}\nLabour is no work \\cite{{{key}}}.\n"
        (tmp_path / f"{chapter}.tex").write_text(said + (ending % chapter if ending else ""), "utf-8")
    chapters = "\\include{one}\n\\include{two}\n"
    last = "" if ending else "\\bibliography{one,two}\n"
    main = tmp_path / "thesis.tex"
    main.write_text(f"\\documentclass{{book}}\n\\begin{{document}}\n{chapters}{last}\\end{{document}}\n", "utf-8")
    report = check(main, settings=Settings(locked=True))
    assert len(report.references) == 2
    assert sum(finding.check == "duplicate" for finding in report.findings) == repeated


def test_a_file_of_bibtex_may_have_that_suffix(tmp_path: Path) -> None:
    (tmp_path / "refs.bibtex").write_text(BIB)
    (tmp_path / "a.md").write_text(f"---\nbibliography: refs.bibtex\n---\n\n{TEXT}\n")
    article = read(tmp_path / "a.md", path=str(tmp_path / "a.md"))
    assert article.entries and not article.unread


def test_an_article_that_prints_its_list_takes_nothing_from_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    item = "\\begin{thebibliography}{1}\n\\bibitem{arendt1958} H. Arendt. The human condition. Chicago, 1958.\n"
    text = f"\\begin{{document}}\nWork \\cite{{arendt1958}}.\n{item}\\end{{thebibliography}}\n\\end{{document}}\n"
    (tmp_path / "a.tex").write_text(f"\\documentclass{{article}}\n{text}")
    (tmp_path / ".git").mkdir()
    article = read(tmp_path / "a.tex")
    assert [(entry.key, str(entry.markup)) for entry in article.entries] == [("arendt1958", "text")]


def test_a_file_that_has_none_of_the_keys_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    keys_ = ",".join(f"other{year}" for year in range(2000, 2007))
    text = f"\\begin{{document}}\nWork \\cite{{{keys_}}}.\n\\bibliography{{refs}}\n\\end{{document}}\n"
    (tmp_path / "a.tex").write_text(f"\\documentclass{{article}}\n{text}")
    (said,) = read(tmp_path / "a.tex").unread
    assert (said.reason, said.text) == (
        "no-list", "none of the 7 works cited by key, other2000 for one, is in refs.bib"
    )  # fmt: skip


def test_a_chapter_says_what_else_its_book_may_list(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB + "@book{keats, author={Keats, J{\\'a}n}, title={Odes}, date={1819-05}}\n")
    (tmp_path / "_quarto.yml").write_text("bibliography: refs.bib\n")
    (tmp_path / "one.qmd").write_text(
        f"# One\n\n{TEXT}\n\nSee (Kéats & Ján, 1819), and others (Ján, 1819; Poe, 1845).\n"
    )
    article = read(tmp_path / "one.qmd")
    assert [one for one in article.shelved if "Keats" in one] == ["Keats, J{\\'a}n 1819-05"]
    main = f"---\nbibliography: refs.bib\n---\n\n{TEXT}\n"
    (tmp_path / "two.qmd").write_text(main)
    assert read(tmp_path / "two.qmd").shelved == ()


def test_a_bare_key_cites_where_the_book_has_it(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{twocultures, author={Snow, Charles}, title={Two Cultures}, year={1959}}\n"
    )
    (tmp_path / "_quarto.yml").write_text("bibliography: refs.bib\n")
    (tmp_path / "one.qmd").write_text("# One\n\nAs @twocultures said, and @someone on a network, it is so.\n")
    article = read(tmp_path / "one.qmd")
    assert [entry.key for entry in article.entries] == ["twocultures"] and not article.unread
    (tmp_path / "_quarto.yml").unlink()
    assert not read(tmp_path / "one.qmd").entries


def test_one_of_several_files_that_is_missing_is_no_missing_bibliography(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    text = "---\nbibliography: [refs.bib, more.bib]\n---\n\nLabour is not work [@arendt1958; @weil1951].\n"
    (tmp_path / "a.md").write_text(text)
    report = check(tmp_path / "a.md", settings=Settings(locked=True))
    assert [reference.key for reference in report.references] == ["arendt1958"]
    assert [f.message for f in report.findings if f.check == "unread"] == ["more.bib cannot be read."]


@pytest.mark.parametrize(("name", "text"), [("a.tex", "\\cite{Arendt1958}"), ("a.org", "[cite:@Arendt1958]")])
def test_bibtex_does_not_tell_capitals_in_keys_apart(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / name).write_text(f"{text} \\cite{{weil}}\n\n\\bibliography{{refs}}\n")
    article = read(tmp_path / name)
    assert keys(article) == ["Arendt1958"]
    assert [item.text for item in article.unread] == ["weil is not in refs.bib"]
    assert [mention.entries for mention in article.mentions] == [(0,)]
