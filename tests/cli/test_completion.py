"""Completion for the shell."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.test_main_job import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_commands_options_and_checks(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    code, out, err = run(capsys, "--completion", shell)
    assert (code, err) == (0, "")
    for word in ("explain", "fail-on", "off-topic", "sarif"):
        assert word in out


def test_completion_works_in_bash(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "refcheck").write_text(run(capsys, "--completion", "bash")[1], encoding="utf-8")
    for words, wanted in (("che", "check"), ("explain off", "off-topic"), ("check --fail", "--fail-on")):
        typed = ["refcheck", *words.split()]
        line = f"source ./refcheck; COMP_WORDS=({' '.join(typed)}); COMP_CWORD={len(typed) - 1}; _shtab_refcheck; "
        done = subprocess.run(
            ["bash", "-c", line + 'echo "${COMPREPLY[@]}"'], cwd=tmp_path, capture_output=True, text=True
        )
        assert wanted in done.stdout.split(), done
