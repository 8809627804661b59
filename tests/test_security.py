"""The threat model of docs/security.md names tests, files and commands that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests|benchmarks|refcheck)/[\w./]+?)(?:::(\w+))?`", TEXT)))
ROWS = [line for line in TEXT.partition("## What leaves")[0].splitlines() if line.startswith("|")][2:]


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 20
    assert {len(row.split(" | ")) for row in ROWS} == {5}


@pytest.mark.parametrize("row", ROWS)
def test_each_threat_is_shown_by_a_test_or_said_not_to_be_stopped(row: str) -> None:
    assert "`tests/" in row or ("**not stopped**" in row and row.endswith("| – |"))


@pytest.mark.parametrize(("path", "test"), NAMED)
def test_what_is_named_is_there(path: str, test: str) -> None:
    file = ROOT / path
    assert file.exists()
    if test:
        functions = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        assert test in {node.name for node in functions if isinstance(node, ast.FunctionDef)}
