"""The two streams of the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from refcheck.cli.screen import complain, deliver
from refcheck.errors import Unwritable
from tests.cli.running import on_a_full_disk


def test_text_goes_out_in_utf8_whole_or_in_pieces(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    deliver("é\n", None)
    deliver(iter(["a", "\ud800", "ü\n"]), None)
    assert capsysbinary.readouterr() == ("é\na?ü\n".encode(), b"")


def test_a_file_gets_all_of_it_or_stays_as_it_was(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    target = tmp_path / "report.txt"
    deliver(["one ", "two\n"], target)
    assert target.read_text(encoding="utf-8") == "one two\n"

    def broken() -> object:
        yield "three"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deliver(broken(), target)  # type: ignore[arg-type]
    assert target.read_text(encoding="utf-8") == "one two\n"
    assert capsysbinary.readouterr() == (b"", b"")


def test_a_closed_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(Unwritable, match="standard output is closed"):
        deliver("x", None)


def test_a_complaint_is_one_line_that_no_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    complain("no\x1b[31m\nsuch file é")
    assert capsys.readouterr() == ("", "refcheck: no\\x1b[31m\\nsuch file é\n")


def test_a_closed_error_stream_is_silent(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", None)
        complain("x")
    assert capsys.readouterr() == ("", "")


ROOT = Path(__file__).parents[2]


@pytest.mark.fault("standard input, output or error is closed", "one line where it can be; nothing lost", "2 or 74")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("check - --locked <&-", 2),
        ("bib - <&-", 2),
        ("lock - <&-", 2),
        ("check a.md --locked <&- 2>&-", 3),
        ("check a.md --locked >&- 2>&- <&-", 74),
        ("check a.md --locked 2>/dev/full", 3),
        ("check missing.md --locked 2>/dev/full", 2),
        ("index records.jsonl --to i 2>&-", 0),
        ("lock a.md --lock new.lock 2>&-", 3),
    ],
)
def test_closed_streams(words: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## References\n\n- Rowe, T. (2001). Rain on the roofs. Weather Press.\n")
    (tmp_path / "records.jsonl").write_text('{"DOI": "10.5555/x", "title": ["Rain"]}\n')
    command = f"{sys.executable} -m refcheck {words}"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == code
    assert b"internal error" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


@pytest.mark.fault("the disk is full while a report, a lock or an index is written", "one line; no half file", "74")
@pytest.mark.parametrize(
    "words",
    [
        ["check", "a.md", "--locked", "--output", "r"],
        ["check", "a.md", "--locked", "--format", "jsonl", "--output", "r"],
        ["check", "a.md", "a.md", "--locked", "--format", "json"],
        ["bib", "a.md", "--output", "r"],
        ["index", "records.jsonl", "--to", "i"],
        ["init"],
    ],
)
def test_a_full_disk(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## References\n\n- Rowe, T. (2001). Rain on the roofs. Weather Press.\n")
    (tmp_path / "records.jsonl").write_text('{"DOI": "10.5555/x", "title": ["Rain"]}\n')
    done = on_a_full_disk(words, 0, cwd=tmp_path)
    assert done.returncode == 74, done.stderr
    assert b"internal error" not in done.stderr
    assert not list(tmp_path.rglob("*.part"))
