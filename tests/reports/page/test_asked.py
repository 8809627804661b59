"""What was asked of whom and when."""

from __future__ import annotations

from tests.reports import example
from tests.reports.page.reading import page, text


def test_what_was_asked_of_whom_and_when() -> None:
    root = page(example.seed())
    rows = root.get_element_by_id("a1-asked").getparent().findall(".//tbody/tr")
    assert [[text(cell) for cell in row] for row in rows] == [
        ["Crossref", "5", "3 found, 1 absent, 1 unreachable", "22 November 2026", "refcheck.lock, the network"],
        ["Open Library", "1", "1 found", "22 November 2026", "the network"],
    ]
