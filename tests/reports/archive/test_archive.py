"""An archive counted over files of JSON Lines, as ``refcheck summary`` does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.config import load_settings
from refcheck.errors import BadFile
from refcheck.reports import render
from refcheck.reports.archive import archive_of

BIB = Path(__file__).parents[3] / "bib"


@pytest.fixture(scope="module")
def lines() -> str:
    import refcheck

    settings = replace(load_settings(BIB), locked=True)
    articles = [BIB / "hyperonafhankelijkheid.md", BIB / "hyperonafhankelijkheid.md"]
    return "".join(render([refcheck.check(path, settings=settings)], "jsonl") for path in articles)


def test_counts_over_several_files_without_the_line_that_was_being_written(lines: str, tmp_path: Path) -> None:
    whole, cut = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    whole.write_text(lines, encoding="utf-8")
    cut.write_text(lines[: len(lines) * 3 // 4], encoding="utf-8")
    found = archive_of([whole, cut])
    assert (found.articles, found.references) == (3, 15)
    assert found.checks[("off-topic", "warning")] == 3
    assert found.identities["verified"] % 3 == 0
    assert [bad.path for bad in found.worst_first] == [str(BIB / "hyperonafhankelijkheid.md")] * 3


def test_a_line_that_is_no_report_is_named(lines: str, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(lines + '{"article": 3}\n', encoding="utf-8")
    with pytest.raises(BadFile, match=r"a\.jsonl:3: not a line of a report"):
        archive_of([file])
    with pytest.raises(BadFile, match=r"gone\.jsonl: No such file"):
        archive_of([tmp_path / "gone.jsonl"])
