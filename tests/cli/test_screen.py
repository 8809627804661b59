"""The two streams of the terminal."""

import sys
from pathlib import Path

import pytest

from refcheck.cli.screen import complain, deliver
from refcheck.errors import Unwritable


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
