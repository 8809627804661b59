"""refcheck summary over the JSON Lines of an archive."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html

from refcheck.cli.main import main
from refcheck.model import (
    Answer,
    Article,
    Entry,
    Evidence,
    Finding,
    Identity,
    Outcome,
    Reference,
    Report,
    Resolution,
    Severity,
    Update,
    Work,
)
from refcheck.reports import render


def report(
    path: str, *, errors: int = 0, notes: int = 0, retracted: int = 0, year: int = 2001, doi: str = ""
) -> Report:
    count = max(1, errors, retracted)
    references = tuple(
        Reference(f"Smit {k}", title="Tides", year=year, doi=doi, entry=Entry(f"Smit {k}", 5 + k, 5 + k))
        for k in range(count)
    )
    gone = Work("crossref", doi="10.5555/gone", titles=("<b>Gone</b>",), updates=(Update("retraction", "10.5555/n"),))
    fine = Work("crossref", doi="10.5555/fine", titles=("Fine",))
    answer = Answer("crossref", "doi:10.5555/x", Outcome.FOUND, date="2026-01-01")
    return Report(
        Article(path, "text"),
        references,
        tuple(
            Resolution(r, Identity.VERIFIED, gone if k < retracted else fine, Evidence.SEARCH, (answer,))
            for k, r in enumerate(references)
        ),
        tuple(Finding("retracted", Severity.ERROR, "bad", reference=k) for k in range(errors))
        + tuple(Finding("doi-missing", Severity.NOTE, "note") for _ in range(notes))
        + (Finding("uncited", Severity.WARNING, "fine", accepted="so be it"),),
    )


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    reports = [
        report("a.txt", errors=1, retracted=1),
        report("b.txt", errors=3, retracted=2, year=2010),
        report("=cmd.txt", notes=2, doi="10.5555/fine"),
    ]
    (tmp_path / "reports.jsonl").write_text(render(reports, "jsonl") + '{"half a line', encoding="utf-8")
    return tmp_path / "reports.jsonl"


def run(capsysbinary: pytest.CaptureFixture[bytes], *words: object) -> tuple[int, str, str]:
    code = main(["summary", *map(str, words)])
    out, err = capsysbinary.readouterr()
    return code, out.decode(), err.decode()


def test_the_table(lines: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, err = run(capsysbinary, lines)
    assert (code, err) == (0, "")
    worst = out.partition("Worst articles\n")[2].splitlines()
    assert [line.split() for line in worst[1:4]] == [
        ["b.txt", "3", "3", "0", "0"], ["a.txt", "1", "1", "0", "0"], ["=cmd.txt", "1", "0", "0", "2"],
    ]  # fmt: skip
    assert "10.5555/gone" in out
    assert "b.txt:5, b.txt:6" in out.replace("a.txt:5, ", "")
    assert "Crossref      5" in out


def test_csv_holds_every_value_and_no_formula(lines: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out, _ = run(capsysbinary, lines, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    years = {(r["row"], r["column"]): r["value"] for r in rows if r["table"] == "DOIs by year"}
    assert [years["1", c] for c in ("year", "references", "with a DOI", "without, though there is one")] == [
        "2010", "3", "0", "3",
    ]  # fmt: skip
    assert [years["2", c] for c in ("year", "references", "with a DOI")] == ["2001", "2", "1"]
    assert "'=cmd.txt" in [r["value"] for r in rows]


def test_the_page_is_whole_escaped_and_asks_nothing(
    lines: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = tmp_path / "page.html"
    assert run(capsysbinary, lines, "--format", "html", "--output", page)[:2] == (0, "")
    text = page.read_text(encoding="utf-8")
    tree = html.fromstring(text)
    assert "<b>Gone</b>" not in text
    assert "&lt;b&gt;Gone&lt;/b&gt;" in text
    assert len(tree.xpath("//table")) == 7
    assert len(tree.xpath("//svg/rect")) > 4
    assert not tree.xpath("//script | //@src | //link")


def test_an_empty_archive(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "none.jsonl").write_bytes(b"")
    for form in ("text", "csv", "html"):
        assert run(capsysbinary, tmp_path / "none.jsonl", "--format", form)[0] == 0


def test_a_file_that_is_none_is_one_line(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "x.jsonl").write_text("nonsense\n")
    code, out, err = run(capsysbinary, tmp_path / "x.jsonl")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "x.jsonl:1" in err
    assert run(capsysbinary, tmp_path / "missing.jsonl")[0] == 2


def test_a_line_without_end_is_one_line(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refcheck.reports.archive.MAX_LINE", 1_000_000)
    code, out, err = run(capsysbinary, "/dev/zero")
    assert (code, out, err) == (2, "", "refcheck: /dev/zero: a line is longer than 1 MB\n")
