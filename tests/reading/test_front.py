"""Front matter before HTML, notes within a line, and BibTeX where a list is promised."""

from __future__ import annotations

from datetime import date

import pytest

from refcheck.reading import read
from refcheck.reading.front import front_paths

BIBTEX = "@book{a1990,\n  title={A},\n  author={Ash, Ann}\n}\n\n@misc{b1991,\n  title={B},\n  year={1991}\n}\n"


def test_a_page_of_a_site_generator_has_front_matter_and_html() -> None:
    page = (
        "---\ntitle: Über <i>Motten</i>\nlang: de\ndate: 2021-03-04\n---\n<h1>Motten</h1><p>Sie fliegen bei Nacht.</p>"
    )
    article = read(page, path="index.html")
    assert (article.title, article.language, article.date) == ("Über Motten", "de", date(2021, 3, 4))
    assert "lang: de" not in article.text


@pytest.mark.parametrize(
    "note",
    [
        "^[See Ash, A. (1990). *Of moths*. London: Poyser.]",
        "^[Ash, A. (1990). [Of moths](https://example.org/ash).\nLondon: Poyser.]",
    ],
)
def test_a_note_within_the_line_that_cites_is_an_entry(note: str) -> None:
    article = read(f"# Moths\n\nThey fly at night{note} and rest by day.\n\nMore.\n")
    (entry,) = article.entries
    assert (entry.raw[:15], entry.line) == ("Ash, A. (1990).", 3)
    assert "[^3.1] and" in article.text.replace("\n", "") or "rest by day" in article.text


@pytest.mark.parametrize(
    "text", ["`^[no note, only (1990) code here]`", "```\nx^[a b c 1990 d e f g]\n```", "x^[1](#fn1) and"]
)
def test_what_only_looks_like_such_a_note(text: str) -> None:
    assert not read(f"# A\n\nText {text}\n").notes


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", f"# A\n\nText.\n\n## References\n\n```bibtex\n{BIBTEX}```\n"),
        ("a.md", "# A\n\nText.\n\n## Bibliografie\n\n" + "\n".join(f"    {row}" for row in BIBTEX.split("\n"))),
        ("a.md", f"# A\n\nText.\n\n## Literatur\n\n{BIBTEX}"),
        ("a.html", f"<h1>A</h1><p>{'Text. ' * 99}</p><h2>Références</h2><pre><code>{BIBTEX}</code></pre>"),
        ("a.html", f"<h1>A</h1><h2>Referencias</h2><pre>{BIBTEX}</pre>"),
    ],
)
def test_bibtex_under_the_heading_of_a_list(path: str, text: str) -> None:
    article = read(text, path=path)
    assert [entry.raw.split("{")[1].split(",")[0] for entry in article.entries] == ["a1990", "b1991"]
    assert article.items_seen == 2


@pytest.mark.parametrize("heading", ["Citation", "How to cite", "Usage"])
def test_bibtex_under_another_heading_is_none_of_its_references(heading: str) -> None:
    assert not read(f"# A tool\n\nText.\n\n## {heading}\n\n```bibtex\n{BIBTEX}```\n").entries


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ("refs.bib", ("refs.bib",)),
        (["a.bib", "", "b.json"], ("a.bib", "b.json")),
        ("`r here::here('refs', \"a.bib\")`", ("refs/a.bib",)),
        ("`r bib_file`", ()),
        (None, ()),
    ],
)
def test_the_files_that_a_key_names(value: object, paths: tuple[str, ...]) -> None:
    assert front_paths(value) == paths


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ("date: 2020-01-02\nlastmod: 2021-03-04", (2021, 3, 4)),
        ("datum: 2020-01-02\naktualisiert: 2021-03-04", (2021, 3, 4)),
        ("Last-Updated: 2021-03-04\npublishDate: 2020-01-02", (2021, 3, 4)),
        ("fecha_de_publicación: 2020-01-02\nactualizado: no", (2020, 1, 2)),
        ("auteur: Roos", None),
    ],
)
def test_a_page_may_say_its_day_in_any_language(facts: str, day: tuple[int, int, int] | None) -> None:
    article = read(f"---\n{facts}\ntaal: nl\n---\n\n# A\n\nText.\n", path="a.md")
    assert (article.date, article.language) == (date(*day) if day else None, "nl")
