"""``python -m refcheck`` is the command, with its exit codes."""

import os
import subprocess
import sys
from pathlib import Path

from refcheck._version import __version__


def module(*words: str) -> tuple[int, str, str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-m", "refcheck", *words], capture_output=True, text=True, env=environment)
    return done.returncode, done.stdout, done.stderr


def test_the_module_runs_the_command() -> None:
    assert module("--version") == (0, f"refcheck-editorial {__version__}\n", "")


def test_its_exit_code_is_that_of_the_command() -> None:
    code, out, err = module("chekc")
    assert (code, out) == (2, "")
    assert err.startswith("refcheck") and err.count("\n") == 1
