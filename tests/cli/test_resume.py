"""A run that was stopped goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import on_a_full_disk, rows, run
from tests.conftest import ARTICLES, ROOT


class TestResume:
    def test_unchanged_articles_are_taken_over_and_changed_ones_are_not(
        self, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "reports.jsonl"
        run(capsysbinary, archive, "--format", "jsonl", "--output", file)
        before = file.read_bytes()
        (archive / "2.md").write_text((archive / "2.md").read_text().replace("Sea Letters", "Sea Messages"))
        checked = count_checks(monkeypatch)
        run(capsysbinary, archive, "--format", "jsonl", "--output", file, "--resume", file)
        assert checked == [str(archive / "2.md")]
        after = file.read_bytes()
        assert len(rows(after)) == ARTICLES
        same = [a == b for a, b in zip(before.splitlines(), after.splitlines(), strict=True)]
        assert same == [number != 2 for number in range(ARTICLES)]
        assert b"Sea Messages" in after.splitlines()[2]

    @pytest.mark.parametrize("change", ["settings", "lock", "version"])
    def test_nothing_is_taken_over_when_anything_else_changed(
        self,
        change: str,
        archive: Path,
        tmp_path: Path,
        capsysbinary: pytest.CaptureFixture[bytes],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        file = tmp_path / "reports.jsonl"
        run(capsysbinary, archive, "--format", "jsonl", "--output", file)
        if change == "settings":
            (archive / "refcheck.toml").write_text('severities = { uncited = "off" }\n')
        elif change == "lock":
            (archive / "refcheck.lock").write_text("")
        else:
            monkeypatch.setattr("refcheck.cli.resume.__version__", "99")
        checked = count_checks(monkeypatch)
        run(capsysbinary, archive, "--format", "jsonl", "--output", file, "--resume", file)
        assert len(checked) == ARTICLES

    def test_half_a_line_is_dropped_and_the_file_completed(
        self, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "reports.jsonl"
        run(capsysbinary, archive, "--format", "jsonl", "--output", file)
        whole = file.read_bytes()
        ends = [i for i, byte in enumerate(whole) if byte == 10]
        file.write_bytes(whole[: ends[3] + 100])
        checked = count_checks(monkeypatch)
        run(capsysbinary, archive, "--format", "jsonl", "--output", file, "--resume", file)
        assert len(checked) == ARTICLES - 4
        assert file.read_bytes() == whole

    def test_into_another_file_and_other_formats(
        self, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file, other = tmp_path / "reports.jsonl", tmp_path / "other.jsonl"
        expected = {name: run(capsysbinary, archive, "--format", name) for name in ("csv", "junit", "text", "html")}
        run(capsysbinary, archive, "--format", "jsonl", "--output", file)
        checked = count_checks(monkeypatch)
        for name, whole in expected.items():
            assert run(capsysbinary, archive, "--format", name, "--resume", file, "--also", f"jsonl={other}") == whole
        assert checked == []
        assert other.read_bytes() == file.read_bytes()

    def test_a_run_that_is_killed_is_completed(self, archive: Path, tmp_path: Path) -> None:
        for number in range(ARTICLES, 120):
            (archive / f"{number}.md").write_text((archive / f"{number % ARTICLES}.md").read_text())
        file, whole = tmp_path / "reports.jsonl", tmp_path / "whole.jsonl"
        words = [sys.executable, "-m", "refcheck", "check", str(archive), "--locked", "--format", "jsonl"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        first = subprocess.Popen([*words, "--output", str(file), "--workers", "2"], env=environment)
        while first.poll() is None:
            if file.exists() and file.stat().st_size:
                first.send_signal(signal.SIGKILL)
                break
            time.sleep(0.001)
        first.wait()
        begun = file.read_bytes().count(b"\n")
        subprocess.run([*words, "--output", str(file), "--resume", str(file)], env=environment, check=False)
        subprocess.run([*words, "--output", str(whole)], env=environment, check=False)
        assert 0 < begun <= 120
        assert file.read_bytes() == whole.read_bytes()

    @pytest.mark.fault(
        "the disk is full in the middle of a line of --format jsonl", "one line; --resume completes it", "74"
    )
    def test_a_run_on_a_full_disk_is_completed(
        self, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        file, whole = tmp_path / "reports.jsonl", tmp_path / "whole.jsonl"
        run(capsysbinary, archive, "--format", "jsonl", "--output", whole)
        most = whole.stat().st_size // 2
        words = ["check", str(archive), "--locked", "--format", "jsonl", "--output", str(file)]
        done = on_a_full_disk(words, most)
        assert (done.returncode, done.stderr.count(b"\n")) == (74, 1)
        assert f"{file}: cannot be written: ".encode() in done.stderr
        assert file.stat().st_size == most
        run(capsysbinary, archive, "--format", "jsonl", "--output", file, "--resume", file)
        assert file.read_bytes() == whole.read_bytes()

    def test_a_file_that_is_none_is_one_line(
        self, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        for text in ("nonsense\n", '{"path": 7}\n', "[]\n"):
            (tmp_path / "x.jsonl").write_text(text)
            code, out, err = run(capsysbinary, archive, "--resume", tmp_path / "x.jsonl")
            assert (code, out, err.count("\n")) == (2, b"", 1)
            assert "x.jsonl:1: not a line of a report" in err
        code, _, err = run(capsysbinary, archive, "--resume", tmp_path / "missing.jsonl")
        assert (code, err.count("\n")) == (2, 1)


def count_checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are checked from now on."""
    from refcheck import api

    real, checked = api.check_article, []

    def counted(article: Any, **other: Any) -> Any:
        checked.append(article.path)
        return real(article, **other)

    monkeypatch.setattr(api, "check_article", counted)
    return checked


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "links in a circle", "a device"])
def test_what_is_taken_up_is_a_file(
    kind: str, archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    place = tmp_path / "earlier.jsonl"
    if kind == "a pipe":
        os.mkfifo(place)
    elif kind == "a folder":
        place.mkdir()
    else:
        place.symlink_to("/dev/zero" if kind == "a device" else place)
    code, out, err = run(capsysbinary, archive, "--format", "jsonl", "--resume", place)
    assert (code, out, err.count("\n")) == (2, b"", 1)
