"""What the tests here share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from refcheck.cli.main import main

ROOT = Path(__file__).parents[2]


def run(capsysbinary: pytest.CaptureFixture[bytes], *words: object) -> tuple[int, bytes, str]:
    code = main(["check", *map(str, words), "--locked"])
    out, err = capsysbinary.readouterr()
    return code, out, err.decode()


def on_a_full_disk(words: Sequence[str], most: int, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command where no file can grow beyond so many bytes, which the system reports like a full disk."""
    limited = (
        "import resource, signal, sys; from refcheck.cli.main import main; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); sys.exit(main({list(words)!r}))"
    )
    env = {"PYTHONPATH": str(ROOT)} | options.pop("env", os.environ)
    env = {name: value for name, value in env.items() if not name.startswith("COVERAGE")}  # its file would be cut too
    return subprocess.run([sys.executable, "-c", limited], capture_output=True, check=False, env=env, **options)


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]
