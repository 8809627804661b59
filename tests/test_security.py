"""Each row of the threat model of docs/security.md names a test (``test_docs.py``: that is there), or says what is not
stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.partition("## What leaves")[0].splitlines() if line.startswith("|")][2:]


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 20
    assert {row.count("|") for row in ROWS} == {6}


@pytest.mark.parametrize("row", ROWS)
def test_each_threat_is_shown_by_a_test_or_said_not_to_be_stopped(row: str) -> None:
    assert "`tests/" in row or ("**not stopped**" in row and row.endswith("| – |"))
