"""One article in several states: what is wrong with it is said once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.api import check_article
from refcheck.cli.repeated import Repeated
from refcheck.model import Severity
from refcheck.reading import read

WORKS = [
    f"- {name}, A. ({year}). *Of {name.lower()} and lamps*. London: Poyser."
    for name, year in (("Ash", 1990), ("Birch", 1994), ("Cedar", 1998), ("Dorn", 2002), ("Elm", 2006), ("Fir", 2010))
]
TEXT = "Lamps draw moths (Ash, 1990; Birch, 1994; Cedar, 1998; Dorn, 2002), as was seen long before (Gorse, 1985)."
GERMAN = "Lampen ziehen Motten an (Ash, 1990; Birch, 1994; Cedar, 1998; Dorn, 2002), wie bekannt ist (Gorse, 1985)."


def told(*articles: tuple[str, str, list[str]]) -> list[str]:
    repeated = Repeated()
    loud = []
    for path, text, works in articles:
        made = read("\n\n".join(("# Moths", text, "## References", "\n".join(works))), path=path)
        report = repeated.said_once(check_article(made))
        loud += [path for finding in report.findings if finding.severity is not Severity.NOTE]
        notes = [f.message for f in report.findings if f.check == "unlisted" and f.severity is Severity.NOTE]
        assert all(message.endswith("As in a.md.") for message in notes)
    return loud


def test_drafts_and_translations() -> None:
    assert told(("a.md", TEXT, WORKS), ("old/a_v1.md", TEXT, WORKS[:4]), ("de/a.md", GERMAN, WORKS[:5])) == ["a.md"]


def test_a_passage_in_a_book_and_its_chapter() -> None:
    more = [work.replace("lamps", "light") for work in WORKS]
    assert told(("a.md", TEXT, WORKS), ("book.md", TEXT.replace(" (Gorse", "\n(Gorse"), more)) == ["a.md"]


def test_another_article_lacks_it_for_itself() -> None:
    others = [work.replace("lamps", "light") for work in WORKS]
    assert told(("a.md", TEXT, WORKS), ("b.md", f"It is said: {GERMAN}", others)) == ["a.md", "b.md"]


def test_an_error_is_one_in_every_article() -> None:
    made = read("\n\n".join(("# Moths", TEXT, "## References", "\n".join(WORKS))), path="a.md")
    report = check_article(made)
    wrong = replace(report, findings=tuple(replace(one, severity=Severity.ERROR) for one in report.findings))
    repeated = Repeated()
    assert report.findings and repeated.said_once(wrong) == repeated.said_once(wrong) == wrong


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcheck.cli.repeated._REMEMBERED", 3)
    cited = "(Ash, 1990; Birch, 1994; Cedar, 1998; Dorn, 2002)"
    others = [
        (
            f"{name}.md",
            f"{name * 50} {cited} {name * 50} (Gorse, 1985).",
            [work.replace("lamps", name) for work in WORKS],
        )
        for name in "bcdef"
    ]
    assert told(("a.md", TEXT, WORKS), *others[:2], ("z.md", TEXT, WORKS)) == ["a.md", "b.md", "c.md"]
    assert told(("a.md", TEXT, WORKS), *others, ("a.md", TEXT, WORKS))[-1] == "a.md"


def test_a_chapter_and_the_book_that_has_more() -> None:
    more = [work.replace("19", "18").replace("20", "18").replace("lamps", "light") for work in WORKS]
    assert told(("a.md", TEXT, WORKS[:4]), ("book.md", f"{GERMAN} {TEXT}", [*WORKS, *more])) == ["a.md"]


def test_what_is_wrong_in_the_file_that_chapters_share(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{ash1990, author = {Ash, A}, title = {Lamps}, //note = {x}, year = 1990}\n"
    )
    repeated = Repeated()
    loud = []
    for name in ("one", "two"):
        file = tmp_path / f"{name}.md"
        file.write_text(f"---\nbibliography: refs.bib\n---\n\nIn {name} of [@ash1990] and [@gorse1985].\n")
        report = repeated.said_once(check_article(read(file)))
        loud += [(name, f.check) for f in report.findings if f.severity is not Severity.NOTE]
    assert loud == [("one", "unread"), ("one", "unread")]
