"""CSV: one row a reference, typed, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace

import pytest

from refcheck.reports import render
from refcheck.reports.formats.csv import COLUMNS, rows
from tests.reports import example


def test_csv_one_row_a_reference_and_one_for_the_article() -> None:
    table = list(csv.DictReader(io.StringIO(render([example.seed()], "csv"))))
    assert len(table) == 6
    assert tuple(table[0]) == COLUMNS
    assert table[0]["authors"].startswith("Berenz, E. C.; Vujanovic, A.")
    assert table[3]["authors"] == "Sperling, M. B.; Berman, W. H."
    assert table[4]["checks"] == "off-topic; doi-missing"
    assert (table[4]["warnings"], table[4]["notes"]) == ("1", "1")
    assert table[5]["number"] == ""
    assert table[5]["checks"] == "claim; claim-language"


def test_csv_rows_are_typed_for_dataframes() -> None:
    table = rows([example.seed(), example.clean()])
    assert [row["number"] for row in table] == [1, 2, 3, 4, 5, 1], "findings about the article have no row here"
    first = table[0]
    assert first["year"] == 2018
    assert first["isbn"] is None
    assert first["registered_doi"] == "10.1080/10926771.2017.1382636"
    assert all(tuple(row) == COLUMNS for row in table)


def test_dataframe_shows_the_same() -> None:
    pytest.importorskip("pandas", reason="pandas is an extra")
    frame = example.seed().to_dataframe()
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["identity"]) == ["verified", "verified", "unchecked", "verified", "verified"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_csv_no_cell_is_a_formula(start) -> None:
    report = example.seed()
    bad = tuple(replace(r, title=f"{start}HYPERLINK(1)", publisher=f"{start}1") for r in report.references)
    text = render([replace(report, references=bad), example.hostile()], "csv")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'refcheck-editorial\[dataframe\]'") as caught:
        example.seed().to_dataframe()
    assert (caught.value.name, "\n" in str(caught.value)) == ("pandas", False)
