"""Articles checked by several processes, and a fault in one of them."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from refcheck.api import check_many
from refcheck.cli.main import command_line
from refcheck.cli.paths import Target
from refcheck.cli.work import lost, open_executor
from refcheck.config import Settings
from refcheck.reports import render
from refcheck.resolving.registers import addresses
from tests.cli.running import rows, run
from tests.conftest import ARTICLES


@pytest.mark.parametrize("format", ["jsonl", "html", "csv", "sarif"])
def test_workers_give_the_same_report_byte_for_byte(
    format: str, archive: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    here = run(capsysbinary, archive, "--format", format)
    there = run(capsysbinary, archive, "--format", format, "--workers", "2")
    assert here == there
    assert here[1]


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


@pytest.mark.parametrize(
    ("number", "sources", "locked", "workers"),
    [
        (31, {}, True, 1),
        (32, {}, True, os.cpu_count()),
        (32, {"crossref": "http://127.0.0.1:9"}, False, 1),
        (32, {}, False, os.cpu_count()),
    ],
)
def test_processes_are_started_for_many_articles_without_a_network(
    number: int, sources: dict[str, str], locked: bool, workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REFCHECK_CROSSREF_URL", raising=False)
    lines = "".join(f'{name} = "{sources.get(name, "")}"\n' for name in addresses())
    (tmp_path / "refcheck.toml").write_text(f"[sources]\n{lines}", encoding="utf-8")
    some = [Target(str(tmp_path / f"{i}.md"), named=False) for i in range(number)]
    words = ["check", str(tmp_path), *(["--locked"] if locked else [])]
    options = command_line(words).parse_args(words)
    with open_executor(options, some) as (executor, at_once):
        assert (executor is not None) is (workers > 1)
    assert at_once == 16 * workers


def test_standard_input_stays_in_this_process() -> None:
    words = ["check", "-", "--workers", "4"]
    with open_executor(command_line(words).parse_args(words), [Target("-", named=True)] * 40) as found:
        assert found == (None, 1)


def test_a_scheduler_that_is_not_there_is_one_line(archive: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    pytest.importorskip("distributed")
    code, out, err = run(capsysbinary, archive, "--scheduler", "nowhere")
    assert (code, out) == (2, b"")
    assert err.startswith("refcheck: --scheduler nowhere: ") and err.count("\n") == 1


def test_an_article_that_was_lost_is_told_and_can_be_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    job = (Target("a.md", named=True), None)
    died, failed = lost(job, BrokenProcessPool()), lost(job, ZeroDivisionError("by zero"))
    assert died.said == ("a.md: internal error: the process that checked it died, twice",)
    assert failed.said[0].startswith("a.md: internal error: ZeroDivisionError: by zero (please report it")
    assert died.broken and failed.broken
    monkeypatch.setenv("REFCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        lost(job, ZeroDivisionError())
