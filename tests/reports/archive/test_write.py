"""An archive's counts as text, CSV and a page."""

import csv
import io

import pytest
from lxml import html

from refcheck.reports.archive import Archive
from refcheck.reports.archive.write import written
from tests.reports import example


def of(*reports: object) -> Archive:
    found = Archive()
    for report in reports:
        found.add(report)  # type: ignore[arg-type]
    return found


def test_text_says_what_csv_counts() -> None:
    found = of(example.seed(), example.troubled())
    text = written(found, "text", 20)
    assert "Worst articles" in text and "Retracted works, and where they are cited" in text
    rows = list(csv.DictReader(io.StringIO(written(found, "csv", 20))))
    totals = {row["row"]: row["value"] for row in rows if row["table"] == "In all" and row["column"] == "number"}
    assert totals["1"] == "2" and totals["2"] == str(found.references)
    assert {row["table"] for row in rows} >= {"In all", "References", "Findings", "Worst articles"}


def test_each_table_has_as_many_rows_as_wanted() -> None:
    found = of(example.seed(), example.troubled())
    for most in (1, 2):
        rows = csv.DictReader(io.StringIO(written(found, "csv", most)))
        assert len({row["row"] for row in rows if row["table"] == "Findings"}) == most


def test_an_empty_archive_has_no_rows_and_no_plot() -> None:
    assert "Findings: none" in written(Archive(), "text", 9)
    page = written(Archive(), "html", 9)
    assert "<svg" not in page and "<p>None.</p>" in page


def test_hostile_text_is_escaped_on_the_page() -> None:
    page = html.fromstring(written(of(example.hostile()), "html", 9))
    assert page.xpath("//script") == []
    assert page.xpath("//rect") and page.xpath("//svg/@role") == ["img"]
    assert "\x1b" not in written(of(example.hostile()), "text", 9)


def test_another_form_is_an_error() -> None:
    with pytest.raises(KeyError):
        written(Archive(), "pdf", 9)
