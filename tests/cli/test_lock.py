"""The lock on the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import on_a_full_disk
from tests.crossref_server import CrossrefServer, Limits
from tests.resolving.conftest import record, reference
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


def _article(folder: Path, name: str, numbers: range) -> Path:
    lines = "".join(f"- {reference(record(number)).raw}\n" for number in numbers)
    (folder / name).write_text(f"# Rain\n\nIt rains.\n\n## References\n\n{lines}", encoding="utf-8")
    return folder / name


def _known(lock: Path) -> set[str]:
    return {json.loads(line)["question"] for line in lock.read_text(encoding="utf-8").splitlines()}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of runs that ask a Crossref of forty records."""
    with CrossrefServer([record(number) for number in range(40)], limits=Limits(1000, 1000, 50)) as server:
        yield os.environ | {"PYTHONPATH": str(ROOT), "REFCHECK_CROSSREF_URL": server.url, "REFCHECK_MAILTO": "a@b.nl"}


def test_four_runs_on_one_lock_lose_nothing(tmp_path: Path, service: dict[str, str]) -> None:
    runs = []
    for number in range(4):
        article = _article(tmp_path, f"{number}.md", range(number * 10, number * 10 + 10))
        own = service | {"XDG_CACHE_HOME": str(tmp_path / f"cache{number}")}
        command = [sys.executable, "-m", "refcheck", "lock", str(article), "--lock", str(tmp_path / "all.lock")]
        runs.append(subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL))
    assert [run.wait(timeout=240) for run in runs] == [0] * 4
    assert _known(tmp_path / "all.lock") == {f"doi:10.5555/work.{number}" for number in range(40)}


def test_on_a_full_disk_the_old_lock_stays(tmp_path: Path, service: dict[str, str]) -> None:
    lock = tmp_path / "refcheck.lock"
    article = _article(tmp_path, "a.md", range(5))
    subprocess.run(
        [sys.executable, "-m", "refcheck", "lock", str(article), "--lock", str(lock)], env=service, check=True
    )
    before, most = lock.read_bytes(), lock.stat().st_size
    more = _article(tmp_path, "b.md", range(5, 40))
    words = ["lock", str(more), "--lock", str(lock)]
    done = on_a_full_disk(words, most, env=service)
    assert done.returncode == 74
    assert done.stderr.splitlines()[-1] == f"refcheck: {lock}: cannot be written: File too large".encode()
    assert lock.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.fixture
def crossref(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrossrefServer]:
    """A Crossref of six records, asked by the commands of this process, which run in ``tmp_path``."""
    with CrossrefServer([record(number) for number in range(6)], limits=Limits(1000, 1000, 50)) as server:
        monkeypatch.setenv("REFCHECK_CROSSREF_URL", server.url)
        monkeypatch.setenv("REFCHECK_MAILTO", "a@b.nl")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.chdir(tmp_path)
        yield server


def test_a_refresh_prints_what_changed_and_which_articles_it_concerns(
    tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [_article(tmp_path, "a.md", range(2)).name, _article(tmp_path, "b_1.md", range(1, 3)).name]
    assert run(capsys, "lock", *articles)[:2] == (0, "refcheck.lock: 3 answers\n")
    asked = len(crossref.log)
    assert run(capsys, "lock", *articles)[:2] == (0, "refcheck.lock: 3 answers\n")
    assert len(crossref.log) == asked, "what the lock holds is not asked again"
    crossref.index.replace(record(1, volume="99"))
    (title,) = record(1)["title"]
    where = f"crossref, doi:10.5555/work.1, “{title}”"
    assert run(capsys, "lock", *articles, "--refresh")[:2] == (
        0,
        f"refcheck.lock: 3 answers, 1 changed\n  {where}: the record changed in volume · a.md, b_1.md\n",
    )
    crossref.index.replace(record(1, volume="98"))
    code, out, _ = run(capsys, "lock", *articles, "--refresh", "--format", "markdown", "--fail-on", "note")
    assert code == 0, "a changed record is no notice"
    assert out.splitlines()[0] == "## `refcheck.lock`: 3 answers, 1 changed"
    assert out.splitlines()[1].startswith("- crossref, doi:10.5555/work.1") and r"b\_1.md" in out


@pytest.mark.parametrize(
    ("kind", "least"),
    [("retraction", "error"), ("expression_of_concern", "warning"), ("correction", "note")],
)
@pytest.mark.parametrize("level", ["error", "warning", "note", "never"])
def test_a_new_notice_fails_the_run_from_its_own_severity_on(
    kind: str, least: str, level: str, tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    article = _article(tmp_path, "a.md", range(1))
    run(capsys, "lock", article)
    notice = {"DOI": "10.5555/notice", "type": kind, "updated": {"date-parts": [[2026, 11, 1]]}}
    crossref.index.replace(record(0, **{"updated-by": [notice]}))
    code, out, _ = run(capsys, "lock", article, "--refresh", "--fail-on", level)
    levels = ("error", "warning", "note")
    assert code == (1 if level != "never" and levels.index(least) <= levels.index(level) else 0)
    assert f"new notice, {kind.replace('_', ' ')} (10.5555/notice, 2026-11-01" in out


def test_what_is_not_answered_leaves_the_old_line_and_exits_3(
    tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    article = _article(tmp_path, "a.md", range(1))
    run(capsys, "lock", article)
    before = (tmp_path / "refcheck.lock").read_bytes()
    crossref.fail(always="403")
    code, out, _ = run(capsys, "lock", article, "--refresh")
    assert (code, out) == (
        3,
        "refcheck.lock: 1 answer, 1 reference could not be checked (Crossref answered with HTTP 403)\n",
    )
    assert (tmp_path / "refcheck.lock").read_bytes() == before


def test_where_the_first_lock_is_written(
    tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("one/deep", "two/deep", "three"):
        (tmp_path / folder).mkdir(parents=True)
        _article(tmp_path / folder, "a.md", range(1))
    subprocess.run(["git", "init", "-q", tmp_path / "two"], check=True)
    run(capsys, "lock", "one", "two/deep", "three/a.md")
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("refcheck.lock")}
    assert made == {"one/refcheck.lock", "two/refcheck.lock", "three/refcheck.lock"}


def test_an_article_that_cannot_be_read_exits_2_and_the_others_are_locked(
    tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    article = _article(tmp_path, "a.md", range(1))
    (tmp_path / "b.docx").write_bytes(b"no docx")
    code, out, err = run(capsys, "lock", article, "b.docx")
    assert (code, out) == (2, "refcheck.lock: 1 answer\n")
    assert "b.docx" in err
    assert _known(tmp_path / "refcheck.lock") == {"doi:10.5555/work.0"}


def test_an_article_without_references_gets_an_empty_lock_and_exits_2(
    tmp_path: Path, crossref: CrossrefServer, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("# Rain\n\nIt rains.\n\n## References\n", encoding="utf-8")
    assert run(capsys, "lock", "a.md") == (2, "refcheck.lock: 0 answers\n", "refcheck: a.md: no bibliography found\n")
    assert (tmp_path / "refcheck.lock").read_bytes() == b""


@pytest.mark.fault(
    "a run is stopped with Ctrl-C, or by a SIGTERM", "one line; the answers received are in the lock", "130, 143"
)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_keeps_what_was_answered(tmp_path: Path, service: dict[str, str], number: signal.Signals) -> None:
    articles = [_article(tmp_path, f"{number}.md", range(number, number + 1)) for number in range(2)]
    with CrossrefServer([record(0), record(1)], limits=Limits(1000, 1000, 50)) as server:
        own = service | {"REFCHECK_CROSSREF_URL": server.url, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        # A background job of a shell ignores SIGINT, and so would what it starts.
        heed = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        heed += "from refcheck.cli.main import main; sys.exit(main())"
        command = [sys.executable, "-c", heed, "lock", *articles, "--lock", str(tmp_path / "refcheck.lock")]
        server.fail(None, always="timeout")
        run = subprocess.Popen(command, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while len(server.log) < 2 and run.poll() is None:  # the second article is being asked about
            time.sleep(0.02)
        run.send_signal(number)
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (128 + number, "")
    assert err == "refcheck: stopped; what the registers answered so far is kept in the cache\n"
    assert _known(tmp_path / "refcheck.lock") == {"doi:10.5555/work.0"}
