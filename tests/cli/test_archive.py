"""refcheck check over many articles: streamed, by workers, resumed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import rows, run
from tests.conftest import ARTICLES


def test_a_line_an_article_is_what_json_says(archive: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, lines, _ = run(capsysbinary, archive, "--format", "jsonl")
    _, whole, _ = run(capsysbinary, archive, "--format", "json")
    aside = ("version", "run", "locked", "suggestion")
    articles = [{k: v for k, v in row.items() if k not in aside} for row in rows(lines)]
    assert articles == json.loads(whole)["articles"]
    assert len(articles) == ARTICLES


def test_several_formats_from_one_run(
    archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    also = [word for name in ("html", "csv", "jsonl") for word in ("--also", f"{name}={tmp_path / name}")]
    _, text, _ = run(capsysbinary, archive, *also)
    assert text == run(capsysbinary, archive)[1]
    for name in ("html", "csv"):
        assert (tmp_path / name).read_bytes() == run(capsysbinary, archive, "--format", name)[1]
    assert [row["path"] for row in rows((tmp_path / "jsonl").read_bytes())] == sorted(map(str, archive.iterdir()))


def test_a_bad_article_stops_no_others(
    archive: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "3.md").write_bytes(b"PK\x03\x04 no archive")
    (archive / "3.md").rename(archive / "3.docx")
    code, out, err = run(capsysbinary, archive, "--format", "jsonl")
    assert (code, len(rows(out))) == (3, ARTICLES - 1)  # nothing is in a lock; a file that was only found is a line
    assert "3.docx" in err
    assert run(capsysbinary, archive, archive / "3.docx", "--format", "jsonl")[0] == 2


@pytest.mark.fault(
    "a run of several processes is stopped", "one line; every article in the JSON Lines is whole, and resumed", "143"
)
def test_a_run_of_several_processes_that_is_stopped(
    archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for number in range(200):
        (archive / f"more-{number}.md").write_bytes((archive / "3.md").read_bytes())
    out = tmp_path / "out.jsonl"
    words = ["check", str(archive), "--locked", "--workers", "2", "--format", "jsonl", "--output", str(out)]
    stopped = subprocess.Popen([sys.executable, "-m", "refcheck", *words], stderr=subprocess.PIPE, text=True)
    while not (out.exists() and out.stat().st_size) and stopped.poll() is None:
        time.sleep(0.01)
    stopped.send_signal(signal.SIGTERM)
    said = stopped.communicate(timeout=60)[1]
    assert said == "refcheck: stopped; what the registers answered so far is kept in the cache\n"
    assert stopped.returncode == 143
    assert 0 < len(rows(out.read_bytes())) < ARTICLES + 200
    run(capsysbinary, *words[1:2], *words[3:], "--resume", out)
    assert len({row["path"] for row in rows(out.read_bytes())}) == len(rows(out.read_bytes())) == ARTICLES + 200
