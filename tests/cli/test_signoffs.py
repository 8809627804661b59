"""Sign-offs: what they silence, and those that nothing answers to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_main_job import run


def test_a_sign_off_silences_and_is_shown(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    (copy.parent / "refcheck.toml").write_text(
        '[[accept]]\ncheck = "off-topic"\nreference = "purshouse2003conflict"\nreason = "metaphor"\nby = "A. Editor"\n',
        encoding="utf-8",
    )
    _, out, _ = run(capsys, "check", copy, "--locked", "--format", "json")
    accepted = [f for f in json.loads(out)["articles"][0]["findings"] if f.get("accepted")]
    assert [(f["check"], f["accepted"]) for f in accepted] == [("off-topic", "metaphor (A. Editor)")]


def unanswered(out: str) -> list[str]:
    found = [f for article in json.loads(out)["articles"] for f in article["findings"]]
    return [f["message"] for f in found if f["check"] == "stale-acceptance"]


def test_a_sign_off_that_no_article_answers_to_is_told_once_by_a_run_over_all(
    capsys: pytest.CaptureFixture[str], copy: Path
) -> None:
    (copy.parent / "refcheck.toml").write_text(
        '[[accept]]\ncheck = "not-found"\nreference = "gone1999"\nreason = "on my desk"\nby = "A. Editor"\n',
        encoding="utf-8",
    )
    other = copy.with_name("other.md")
    other.write_bytes(copy.read_bytes())
    _, out, _ = run(capsys, "check", copy.parent, "--locked", "--format", "json")
    assert unanswered(out) == [
        "The sign-off of not-found for “gone1999” by A. Editor "
        "matches nothing in the articles refcheck.toml applies to."
    ]
    _, out, _ = run(capsys, "check", copy, other, "--locked", "--format", "json")
    assert len(unanswered(out)) == 1
    _, out, _ = run(capsys, "check", copy, "--locked", "--format", "json")
    assert unanswered(out) == []
    table = (copy.parent / "refcheck.toml").read_text(encoding="utf-8")
    (copy.parent / "refcheck.toml").write_text(table.replace("gone1999", "purshouse2003conflict"), encoding="utf-8")
    _, out, _ = run(capsys, "check", copy.parent, "--locked", "--format", "json")
    assert not any("matches nothing" in message for message in unanswered(out))
