"""The command line beyond the main job: outputs, baselines, mending, and what a user gets wrong."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import refcheck
from refcheck.cli.main import help_of, main
from tests.test_main_job import ROOT, run


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("check",),
        ("chekc", "x.md"),
        ("zzzzzz",),
        ("check", "x.md", "--format", "pdf"),
        ("check", "x.md", "--also", "html"),
        ("check", "x.md", "--diff", "--fix"),
    ],
)
def test_bad_use_is_one_line_and_code_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *words)
    assert code == 2
    assert out == ""
    assert err.startswith("refcheck")
    assert err.endswith("--help)\n") and err.count("\n") == 1, "one line that says what is wrong and where to look"


def test_a_damaged_pdf_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing that follows is one")
    done = subprocess.run([sys.executable, "-m", "refcheck", "check", damaged], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"refcheck: {damaged}: cannot be read as PDF")
    assert done.stderr.count("\n") == 1


def test_an_address_is_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "https://example.org/article.html")
    assert code == 2
    assert "save the page first" in err
    assert err.count("\n") == 1


def test_control_characters_of_a_name_are_shown_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "check", "no\x1b[31m\nsuch.md", "--locked")
    assert "\\x1b[31m\\nsuch.md" in err
    assert "\x1b" not in err


def test_a_fault_of_its_own_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, copy: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("refcheck.checks.run.run", broken)
    code, out, err = run(capsys, "check", copy, "--locked")
    assert (code, out, err.count("\n")) == (70, "", 1)
    assert "ZeroDivisionError: by zero" in err
    monkeypatch.setenv("REFCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(capsys, "check", copy, "--locked")


def test_a_fault_of_the_machine_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tmp/x")

    monkeypatch.setattr("refcheck.cli.explain.run", full)
    assert run(capsys, "explain", "claim") == (74, "", "refcheck: /tmp/x: No space left on device\n")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version")[:2] == (0, "refcheck-editorial 0.1.0\n")
    code, out, _ = run(capsys, "check", "--help")
    assert out == help_of("check")
    assert code == 0
    assert "--fail-on" in out
    assert main(["explain"]) == 0


def test_another_tool_of_the_same_name_is_said(tmp_path: Path) -> None:
    shutil.copytree(Path(refcheck.__file__).parent, tmp_path / "refcheck")
    (tmp_path / "refcheck_editorial-0.1.0.dist-info").mkdir()
    command = [sys.executable, "-m", "refcheck", "--version"]
    for other, lines in ((None, 0), ("refcheck-0.6.2.dist-info", 1)):
        if other:
            (tmp_path / other).mkdir()
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": ""}
        )
        assert done.stdout == "refcheck-editorial 0.1.0\n"
        assert done.stderr.count("another tool, the package refcheck,") == done.stderr.count("\n") == lines


def test_import_loads_no_client_model_or_parser() -> None:
    heavy = {
        "requests",
        "habanero",
        "httpx2",
        "numpy",
        "lxml",
        "rich",
        "bibtexparser",
        "docutils",
        "yaml",
    }
    script = f"import refcheck, sys; print(sorted({heavy!r} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chekc", "a.md"), "chekc is not a command; did you mean: refcheck check a.md?"),
        (("article.md",), "article.md is not a command; did you mean: refcheck check article.md?"),
        (("my article.md", "--locked"), "did you mean: refcheck check 'my article.md' --locked?"),
        (("check", "article.md", "--lockd"), "check does not take --lockd; did you mean --locked?"),
        (("check", "article.md", "--only"), "check does not take --only; did you mean --only-missing?"),
        (("lock", "article.md", "--formt=text"), "lock does not take --formt=text; did you mean --format?"),
        (("check", "article.md", "--zzz"), "check does not take --zzz (see refcheck check --help)"),
    ],
)
def test_a_word_that_is_no_command_is_told_what_was_meant(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err


def test_help_loads_nothing_that_checks() -> None:
    """What compares, parses and writes reports is loaded when a command needs it: --help answers at once."""
    asked = "import sys; from refcheck.cli.main import main; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    heavy = ("numpy", "lxml", "rich", "requests", "bibtexparser", "refcheck.comparing", "refcheck.reports.words")
    assert not set(heavy) & set(loaded)


@pytest.mark.parametrize(("given", "frozen"), [("", True), ("['--version']", False)])
def test_the_end_of_a_process_is_not_waited_for(given: str, frozen: bool) -> None:
    """Only of the command's own: a program that calls ``main`` keeps its collector as it is."""
    code = (
        "import atexit, gc, sys; from refcheck.cli.main import main\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.get_threshold()[0] > 1000))\n"
        f"sys.argv = ['refcheck', '--version']; main({given})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == f"{frozen} {frozen}"
