"""The index on disk: what is added is found, by identifier and by words, and the latest record counts."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

from refcheck.errors import BadFile
from refcheck.model import Work
from refcheck.resolving import snapshot
from refcheck.resolving.indexing.reduce import reduced
from refcheck.resolving.snapshot import store
from refcheck.resolving.snapshot.packed import Kept
from refcheck.resolving.snapshot.store import Store, Writer, folders, shard_of
from tests.resolving.snapshot.conftest import Row, dated

SHARDS = 2


def kept(row: Row) -> Kept:
    made = reduced(json.dumps(row).encode())
    assert made is not None
    return made


def written(root: Path, *rows: Row) -> list[str]:
    writer = Writer(root, SHARDS)
    said = [writer.add(kept(row)) for row in rows]
    writer.commit()
    writer.close()
    return said


def test_a_record_is_found_by_its_identifier(dump: list[Row], tmp_path: Path) -> None:
    assert written(tmp_path, *dump) == ["added"] * len(dump)
    made = Store(tmp_path, SHARDS)
    assert len(made) == len(dump)
    for row in dump:
        assert [work.titles for work in made.get(f"doi:{row['DOI']}")] == [tuple(row["title"])]
    assert made.get("doi:10.1/nothing") == made.get("pmid:1") == []
    assert {id for number in range(SHARDS) for id in made.ids(number, 99)} == {f"doi:{row['DOI']}" for row in dump}


def test_identifiers_are_looked_up_together(dump: list[Row], tmp_path: Path) -> None:
    written(tmp_path, *dump)
    made = Store(tmp_path, SHARDS)
    asked = [*(f"doi:{row['DOI']}" for row in dump), "doi:10.1/nothing", "pmid:1"]
    assert made.get_all(asked) == {id: made.get(id) for id in asked}
    assert [len(works) for works in made.get_all(asked).values()] == [1] * len(dump) + [0, 0]


def test_the_rarest_words_find_it(dump: list[Row], tmp_path: Path) -> None:
    written(tmp_path, *dump)
    made = Store(tmp_path, SHARDS)
    words = kept(dump[5]).words.split()
    found: list[Work] = made.search(words, 3, 8)
    assert found[0].doi == dump[5]["DOI"] and len(found) <= 3
    assert made.search(["qzxkv"], 3, 8) == made.search([], 3, 8) == []


def test_common_words_add_to_the_score_of_what_rare_ones_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ["Aardvark", "Zebra", "Zebra aardvark", *["Horse"] * 6]
    written(tmp_path, *(dated(k, title=[title]) for k, title in enumerate(titles, 1)))
    made = Store(tmp_path, SHARDS)
    monkeypatch.setattr(store, "CLOSE", 0.0)
    monkeypatch.setattr(store, "POSTINGS", 1)

    def found(*words: str) -> list[str]:
        return [work.titles[0] for work in made.search(words, 5, 8)]

    assert sorted(found("zebra", "aardvark")) == sorted(titles[:3])  # one of the two rarest words is enough
    assert found("zebra", "aardvark")[0] == "Zebra aardvark"
    assert sorted(found("horse", "zebra", "aardvark")) == sorted(titles[:3])
    assert found("horse") == ["Horse"] * 5


def test_the_latest_record_counts_whatever_the_order(tmp_path: Path) -> None:
    old, new = dated(1, 1, title=["Old"]), dated(1, 9, title=["New"])
    assert written(tmp_path, old, new) == ["added", "replaced"]
    assert written(tmp_path, old, new) == ["older", "older"]
    (work,) = Store(tmp_path, SHARDS).get(f"doi:{old['DOI']}")
    assert work.titles == ("New",)


def test_what_is_not_committed_is_not_there(tmp_path: Path) -> None:
    writer = Writer(tmp_path, SHARDS)
    writer.add(kept(dated(1)))
    assert len(Store(tmp_path, SHARDS)) == 0
    with pytest.raises(BadFile, match="another run is writing to it"):
        Writer(tmp_path, SHARDS)
    writer.close()


def test_a_record_has_one_shard_of_its_own(tmp_path: Path) -> None:
    names = [f"doi:10.1/{k}" for k in range(200)]
    assert {shard_of(name, 4) for name in names} == {0, 1, 2, 3}
    assert [shard_of(name, 4) for name in names] == [shard_of(name, 4) for name in names]
    assert shard_of("doi:\ud800", 1) == 0
    assert [folder.name for folder in folders(tmp_path, 2)] == ["shard-000", "shard-001"]


def test_without_its_packages_a_snapshot_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(BadFile, match=r"pip install 'refcheck-editorial\[index\]'"):
        importlib.reload(snapshot)
