from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from refcheck.cli.index import _Meter
from refcheck.cli.main import main
from refcheck.resolving.indexing.build import Pace
from tests.resolving.conftest import record
from tests.resolving.snapshot.conftest import lines


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(lines([record(number) for number in range(10)]))
    return tmp_path / "a.jsonl"


def test_build_then_verify_then_check(dump: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    index = tmp_path / "index"
    assert main(["index", str(dump), "--to", str(index), "--workers", "1", "--verify"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == f"{index}: 10 records (10 added)\n{index}: as it was made\n"
    assert err == b""
    (tmp_path / "refcheck.toml").write_text('snapshot = "index"\n')
    (tmp_path / "article.md").write_text(
        "# References\n\n- Authord3, E. C., & Second3, B. (1983). Observation 3 of juliett delta juliett delta in "
        "confined populations. Journal of Juliett Delta, 4(2), 103-113. https://doi.org/10.5555/work.3\n"
    )
    main(["check", str(tmp_path / "article.md"), "--format", "json", "--locked"])
    assert b'"identity": "verified"' in capsysbinary.readouterr().out


def test_a_changed_index_exits_1(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = tmp_path / "index"
    assert main(["index", str(dump), "--to", str(index), "--workers", "1", "--shards", "1"]) == 0
    next((index / "shard-000").glob("*.store")).write_bytes(b"")
    assert main(["index", "--to", str(index), "--verify"]) == 1
    assert "changed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name a dump"),
        (["nowhere.jsonl"], "no such file"),
        (["--verify"], "no index here"),
        (["x.jsonl", "--shards", "1000"], "between 1 and 256"),
    ],
)
def test_bad_use_is_one_line_and_2(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", *words, "--to", str(tmp_path / "index"), "--workers", "1"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a dump to read, or give --verify"),
        (("a.jsonl", "--shards", "257"), "--shards 257: between 1 and 256"),
        (("gone.jsonl",), "gone.jsonl"),
    ],
)
def test_what_cannot_be_indexed_is_one_line(
    words: tuple[str, ...], said: str, dump: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(dump.parent)
    assert main(["index", *words, "--to", "index"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


def test_a_line_that_is_no_record_is_counted_and_a_dump_cut_short_exits_2(
    dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = gzip.compress(dump.read_bytes() + b"{not JSON\n")
    damaged = tmp_path / "b.jsonl.gz"
    for data, code, said in ((whole, 0, ""), (whole[:-12], 2, f"refcheck: {damaged}: damaged")):
        damaged.write_bytes(data)
        assert main(["index", str(damaged), "--to", str(tmp_path / f"index{code}"), "--workers", "1"]) == code
        out, err = capsys.readouterr()
        assert ("10 records (10 added, 1 unreadable)" in out) is (code == 0)
        assert err.startswith(said) and err.count("\n") == bool(code)


@pytest.mark.parametrize("terminal", [False, True])
def test_progress_is_one_line_in_place_on_a_terminal_and_a_line_a_minute_elsewhere(
    terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    screen.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", screen)
    meter = _Meter()
    for seconds in (0.1, 30.0, 61.0, 61.1):
        meter.show(Pace(records=round(seconds * 1000), bytes=round(seconds), total=7200, seconds=seconds))
    first, last = "30,000 records, 0%, 1,000 a second, 2.0 h left", "61,000 records, 1%, 1,000 a second, 2.0 h left"
    shown = f"\r\x1b[K{first}\r\x1b[K{last}" if terminal else f"refcheck: {last}\n"
    assert screen.getvalue() == shown
