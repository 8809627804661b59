"""The lock on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_main_job import ARTICLE, ROOT, run


def test_a_lock_that_is_broken_is_one_line(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    (copy.parent / "refcheck.lock").write_text('{"source": 3}\n', encoding="utf-8")
    code, _, err = run(capsys, "check", copy, "--locked")
    assert code == 2
    assert "refcheck.lock:1:" in err
    assert err.count("\n") == 1


def test_without_a_lock_every_offline_check_still_runs(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    (copy.parent / "refcheck.lock").unlink()
    code, out, _ = run(capsys, "check", copy, "--locked", "--format", "json")
    article = json.loads(out)["articles"][0]
    assert code == 1
    assert "off-topic" in {f["check"] for f in article["findings"]}
    assert {row["identity"] for row in article["references"]} == {"unchecked"}


def test_a_locked_run_gives_the_same_bytes_anywhere_at_any_time(tmp_path: Path) -> None:
    later = tmp_path / "sitecustomize.py"  # the same files, read three years from now
    later.write_text("import time\nthen = time.time() + 1e8\ntime.time = lambda: then\n", encoding="utf-8")
    command = (sys.executable, "-m", "refcheck", "check", str(ARTICLE), "--locked", "--format", "json")
    here = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    far = {
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
    }
    first = subprocess.run(command, cwd=ROOT, env=here, capture_output=True, check=False).stdout
    again = subprocess.run(command, cwd=tmp_path, env={**os.environ, **far}, capture_output=True, check=False).stdout
    assert json.loads(first)["articles"][0]["certificate"]["criteria"]
    assert first == again
