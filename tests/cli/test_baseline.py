"""A baseline leaves only what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_main_job import run


def test_a_baseline_leaves_only_what_is_new(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    old = copy.parent / "old.json"
    run(capsys, "check", copy, "--locked", "--format", "json", "--output", old)
    code, out, _ = run(capsys, "check", copy, "--locked", "--baseline", old, "--format", "json")
    assert code == 3  # Muller et al. is not in the lock; nothing else is new
    assert {f["accepted"] for f in json.loads(out)["articles"][0]["findings"]} == {"known before (baseline)"}
    text = copy.read_text(encoding="utf-8")
    copy.write_text("\n\n" + text.replace("10.1037/", "10.1037."), encoding="utf-8")
    code, out, _ = run(capsys, "check", copy, "--locked", "--baseline", old, "--format", "json")
    new = [f for f in json.loads(out)["articles"][0]["findings"] if not f.get("accepted")]
    assert {f["reference"] for f in new} <= {1, None}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "articles": [3]}', None])
def test_a_baseline_that_is_none_is_one_line(
    capsys: pytest.CaptureFixture[str], copy: Path, content: str | None
) -> None:
    old = copy.parent / "old.json"
    if content is not None:
        old.write_text(content, encoding="utf-8")
    code, out, err = run(capsys, "check", copy, "--locked", "--baseline", old)
    assert (code, out, err.count("\n")) == (2, "", 1)
