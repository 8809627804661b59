from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from refcheck.errors import BadFile
from refcheck.resolving.indexing import build as building
from refcheck.resolving.indexing.build import build, verify
from refcheck.resolving.snapshot import store as storing
from refcheck.resolving.snapshot.manifest import NAME, read_manifest
from refcheck.resolving.snapshot.store import Store
from refcheck.spread import processes
from tests.conftest import ROOT
from tests.resolving.snapshot.conftest import SHAPES, Row, dated, lines, write


def dump_of(folder: Path, rows: list[Row], name: str = "a.jsonl") -> Path:
    return write(folder, {name: lines(rows)}) / name


def titles(root: Path, row: Row) -> tuple[str, ...]:
    (work,) = Store(root, read_manifest(root).shards).get(f"doi:{row['DOI']}")
    return work.titles


@pytest.mark.parametrize("shape", SHAPES)
def test_every_record_of_every_shape_is_found(shape: str, dump: list[Row], tmp_path: Path) -> None:
    root = tmp_path / "index"
    manifest = build([write(tmp_path / "dump", SHAPES[shape](dump))], root)
    assert (manifest.records, manifest.counts) == (20, {"added": 20})
    assert manifest.newest == "2026-01-02"
    for row in dump:
        assert titles(root, row) == tuple(row["title"])
    assert verify(root) == []


def test_the_same_files_again_change_nothing(dump: list[Row], tmp_path: Path) -> None:
    path, root = dump_of(tmp_path, dump), tmp_path / "index"
    assert build([path], root) == build([path], root)


def test_of_two_records_of_a_doi_the_later_one_counts_in_whatever_order_they_come(
    dump: list[Row], tmp_path: Path
) -> None:
    newer = [dated(number, 20, title=["Corrected"]) for number in range(5)]
    for first, second in ((dump, newer), (newer, dump)):
        root = tmp_path / f"index of {len(first)}"
        build([dump_of(tmp_path, first, f"{len(first)}-1.jsonl")], root)
        manifest = build([dump_of(tmp_path, second, f"{len(first)}-2.jsonl")], root)
        assert manifest.records == 20
        assert [titles(root, row) for row in newer] == [("Corrected",)] * 5
        assert manifest.newest == "2026-01-21"
        assert verify(root) == []


def test_duplicates_in_one_run_are_one_record(dump: list[Row], tmp_path: Path) -> None:
    rows = [*dump, *(dated(number, 9, title=["Later"]) for number in range(3)), *(dated(4) for _ in range(2))]
    manifest = build([dump_of(tmp_path, rows)], tmp_path / "index")
    assert manifest.counts == {"added": 20, "older": 2, "replaced": 3}
    assert manifest.records == 20
    assert titles(tmp_path / "index", rows[20]) == ("Later",)


def test_bad_records_are_counted_and_do_not_stop_the_others(dump: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(dump[:9]) + b"nonsense\n{}\n\xff\n" + lines(dump[9:]))
    assert build([path], tmp_path / "index").counts == {"added": 20, "unreadable": 3}


def test_a_damaged_file_is_named_in_the_manifest(dump: list[Row], tmp_path: Path) -> None:
    whole = gzip.compress(lines(dump * 40))
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    manifest = build([tmp_path / "cut.jsonl.gz", dump_of(tmp_path, dump)], tmp_path / "index")
    assert manifest.records == 20
    assert [bool(source.trouble) for source in manifest.inputs] == [True, False]


def test_a_run_that_breaks_off_is_resumed_without_loss(
    dump: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "COMMIT", 4)
    monkeypatch.setattr("refcheck.resolving.indexing.dumps.BATCH", 3)
    path, root = dump_of(tmp_path, dump), tmp_path / "index"
    seen = 0

    def stop(pace: object) -> None:
        nonlocal seen
        seen += 1
        if seen == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([path], root, progress=stop)
    assert verify(root)[0].endswith("run refcheck index again")
    assert read_manifest(root).inputs[0].place.record == 12
    manifest = build([path], root)
    assert manifest.records == 20
    assert sorted(titles(root, row) for row in dump) == sorted(tuple(row["title"]) for row in dump)
    assert verify(root) == []


def test_a_run_that_is_killed_is_resumed_without_loss(tmp_path: Path) -> None:
    rows = [dated(number) for number in range(3000)]
    path, root = dump_of(tmp_path, rows), tmp_path / "index"
    program = (
        "import sys; from pathlib import Path; from refcheck.resolving.snapshot import build, dumps;"
        "build.COMMIT, dumps.BATCH = 200, 50; build.build([Path(sys.argv[1])], Path(sys.argv[2]))"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", program, str(path), str(root)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    while run.poll() is None:  # killed as soon as something is committed
        if (root / NAME).exists() and read_manifest(root).inputs[0].place.record:
            run.send_signal(signal.SIGKILL)
            break
        time.sleep(0.001)
    run.wait()
    manifest = build([path], root)
    assert manifest.records == 3000
    store = Store(root, manifest.shards)
    assert all(len(store.get(f"doi:{row['DOI']}")) == 1 for row in rows)
    assert verify(root) == []


def test_verify_names_what_was_changed(dump: list[Row], tmp_path: Path) -> None:
    root = tmp_path / "index"
    build([dump_of(tmp_path, dump)], root)
    file = next((root / "shard-000").glob("*.store"))
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert verify(root) == [f"{file}: changed"]
    file.unlink()
    assert verify(root) == [f"{file}: missing"]


def test_one_writer_at_a_time(dump: list[Row], tmp_path: Path) -> None:
    root = tmp_path / "index"
    path = dump_of(tmp_path, dump)
    build([path], root)
    writer = storing.Writer(root, building.SHARDS)
    with pytest.raises(BadFile, match="another run is writing"):
        build([dump_of(tmp_path, dump, "b.jsonl")], root)
    writer.close()


def test_reduced_by_other_processes_it_is_the_same_index(dump: list[Row], tmp_path: Path) -> None:
    path = dump_of(tmp_path, dump)
    with processes(2) as pool:  # type: ignore[union-attr]
        there = build([path], tmp_path / "there", executor=pool)
    here = build([path], tmp_path / "here")
    assert (there.records, there.counts, there.newest) == (here.records, here.counts, here.newest)
    assert [titles(tmp_path / "there", row) for row in dump] == [titles(tmp_path / "here", row) for row in dump]


def test_a_notice_tells_of_the_work_it_is_about(tmp_path: Path) -> None:
    notice = dated(
        2,
        type="journal-article",
        **{"update-to": [{"DOI": "10.5555/WORK.1", "type": "retraction", "source": "publisher"}]},
    )
    root = tmp_path / "index"
    build([dump_of(tmp_path, [dated(1), notice])], root)
    (work,) = Store(root, building.SHARDS).get("doi:10.5555/work.1")
    assert [(update.kind, update.doi) for update in work.updates] == [("retraction", "10.5555/work.2")]
