"""Entries with the faults of real .bib files, and exports, each with what must come out of it."""

import json
from typing import Any

import pytest

from benchmarks.bibtex import CASES, wrong

ROWS = [json.loads(line) for file in CASES if file.exists() for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", ROWS, ids=lambda case: str(case["id"]))
def test_entry(case: dict[str, Any]) -> None:
    assert wrong(case) == {}
