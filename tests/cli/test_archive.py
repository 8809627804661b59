"""refcheck check over many articles: streamed, by workers, resumed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from refcheck.api import check_many
from refcheck.config import Settings
from refcheck.reports import render
from tests.cli.running import rows, run
from tests.conftest import ARTICLES


def test_a_line_an_article_is_what_json_says(archive: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, lines, _ = run(capsysbinary, archive, "--format", "jsonl")
    _, whole, _ = run(capsysbinary, archive, "--format", "json")
    aside = ("version", "run", "locked", "suggestion")
    articles = [{k: v for k, v in row.items() if k not in aside} for row in rows(lines)]
    assert articles == json.loads(whole)["articles"]
    assert len(articles) == ARTICLES


@pytest.mark.parametrize("format", ["jsonl", "html", "csv", "sarif"])
def test_workers_give_the_same_report_byte_for_byte(
    format: str, archive: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    here = run(capsysbinary, archive, "--format", format)
    there = run(capsysbinary, archive, "--format", format, "--workers", "2")
    assert here == there
    assert here[1]


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


def test_a_fault_in_one_article_is_told_and_stops_no_others(
    archive: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from refcheck.checks import run as checks

    real = checks.run

    def breaks(case: Any) -> Any:
        if case.article.path.endswith("3.md"):
            raise ZeroDivisionError("by zero")
        return real(case)

    monkeypatch.setattr(checks, "run", breaks)
    code, out, err = run(capsysbinary, archive, "--format", "jsonl")
    assert (code, len(rows(out))) == (70, ARTICLES - 1)
    assert "3.md: internal error: ZeroDivisionError: by zero" in err


def test_the_python_call_over_a_pool_and_on_a_cluster(archive: Path) -> None:
    distributed = pytest.importorskip("distributed")
    paths = sorted(archive.iterdir())
    here = [render([r], "jsonl") for r in check_many(paths, settings=Settings(locked=True))]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
        client.get_executor(pure=False) as executor,
    ):
        there = [render([r], "jsonl") for r in check_many(paths, settings=Settings(locked=True), executor=executor)]
    assert there == here
