"""What the tests here share."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refcheck.cli.main import main


def run(capsysbinary: pytest.CaptureFixture[bytes], *words: object) -> tuple[int, bytes, str]:
    code = main(["check", *map(str, words), "--locked"])
    out, err = capsysbinary.readouterr()
    return code, out, err.decode()


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]
