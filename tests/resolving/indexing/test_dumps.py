from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from refcheck.errors import BadFile
from refcheck.resolving.indexing import dumps
from refcheck.resolving.indexing.dumps import batches, files_of
from refcheck.resolving.snapshot.manifest import Place
from tests.resolving.snapshot.conftest import SHAPES, Row, dated, items, lines, tar, write


def dois(path: Path, start: Place | None = None) -> list[str]:
    return [json.loads(raw)["DOI"] for batch in batches(path, start) for raw in batch.records]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_every_record_once_in_order(shape: str, dump: list[Row], tmp_path: Path) -> None:
    files = files_of([write(tmp_path, SHAPES[shape](dump))])
    assert [doi for path in files for doi in dois(path)] == [row["DOI"] for row in dump]


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_goes_on_from_any_place(
    shape: str, dump: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "BATCH", 3)
    for path in files_of([write(tmp_path, SHAPES[shape](dump))]):
        whole = dois(path)
        seen = 0
        for batch in batches(path):
            seen += len(batch.records)
            assert dois(path, batch.place) == whole[seen:]
        assert seen == len(whole)


@pytest.mark.parametrize("shape", ["items, gzipped", "items, indented", "an array", "answers of the API"])
def test_a_document_longer_than_memory_should_hold_is_read_through_a_window(
    shape: str, dump: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "WHOLE", 1500)
    monkeypatch.setattr(dumps, "_CHUNK", 700)
    files = files_of([write(tmp_path, SHAPES[shape](dump))])
    assert [doi for path in files for doi in dois(path)] == [row["DOI"] for row in dump]


def test_of_a_damaged_file_what_lies_before_the_damage_is_read_and_the_damage_named(tmp_path: Path) -> None:
    whole = gzip.compress(lines([dated(number) for number in range(3000)]))
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = list(batches(tmp_path / "cut.jsonl.gz"))
    assert sum(len(batch.records) for batch in found) > 100
    assert next(batch.trouble for batch in found if batch.trouble).startswith(f"{tmp_path / 'cut.jsonl.gz'}: damaged")
    assert found[-1].last


def test_a_document_that_breaks_off_gives_its_whole_records(dump: list[Row], tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_bytes(items(dump)[:-500])
    found = list(batches(tmp_path / "cut.json"))
    assert 15 < sum(len(batch.records) for batch in found) < 20
    assert any(batch.trouble for batch in found)


def test_a_damaged_member_does_not_hide_the_next(dump: list[Row], tmp_path: Path) -> None:
    broken = gzip.compress(items(dump[:7]))[:-30]
    (tmp_path / "d.tar").write_bytes(tar({"0.json.gz": broken, "1.json.gz": gzip.compress(items(dump[7:]))}, ""))
    assert dois(tmp_path / "d.tar")[-13:] == [row["DOI"] for row in dump[7:]]
    assert any("damaged" in batch.trouble for batch in batches(tmp_path / "d.tar"))


def test_a_line_without_end_is_passed_over(dump: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumps, "MAX_RECORD", 2000)
    monkeypatch.setattr(dumps, "_CHUNK", 500)
    text = lines(dump[:3]) + b'{"title": "' + b"x" * 9000 + b'"}\n' + lines(dump[3:])
    (tmp_path / "a.jsonl").write_bytes(text)
    raws = [raw for batch in batches(tmp_path / "a.jsonl") for raw in batch.records]
    assert [json.loads(raw)["DOI"] for raw in raws if raw] == [row["DOI"] for row in dump]
    assert raws.count(b"") == 1


def test_hidden_files_and_others_are_no_dump(dump: list[Row], tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": lines(dump), ".b.jsonl": b"x", "manifest": b"x", "notes.csv": b"x"})
    assert [path.name for path in files_of([tmp_path])] == ["a.jsonl"]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such file"):
        files_of([tmp_path / "nowhere"])
    with pytest.raises(BadFile, match="no dump in this folder"):
        files_of([tmp_path])


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"items": [' * 50_000, '{"DOI": ' + "[" * 100_000])
@pytest.mark.parametrize("name", ["r.json", "r.jsonl"])
def test_a_record_that_nests_without_end_stops_nothing(deep: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(deep + '\n{"DOI": "10.5555/after"}\n')
    found = [raw for batch in batches(tmp_path / name) for raw in batch.records]
    trouble = [batch.trouble for batch in batches(tmp_path / name) if batch.trouble]
    assert trouble or b"10.5555/after" in found[-1]
