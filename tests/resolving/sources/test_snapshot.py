"""The snapshot as a register: asked first, by identifier and by search, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from refcheck.config import Settings
from refcheck.errors import BadFile
from refcheck.model import Evidence, Identity, Outcome
from refcheck.resolving import resolve
from refcheck.resolving.indexing.build import build
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import search_question
from refcheck.resolving.sources.snapshot import Snapshot
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import INVENTED, OFF, record, reference
from tests.resolving.snapshot.conftest import lines


@pytest.fixture(scope="session")
def index(records: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("snapshot")
    dated = [row | {"indexed": {"timestamp": 1_767_225_600_000}} for row in records]
    (folder / "dump.jsonl").write_bytes(lines(dated))
    build([folder / "dump.jsonl"], folder / "index")
    return folder / "index"


def settings(index: Path, sources: Mapping[str, str] = OFF, **other: Any) -> Settings:
    return Settings(sources=sources, snapshot=index, **other)


def test_by_identifier_and_by_search_with_every_other_register_off(index: Path, records: list[dict[str, Any]]) -> None:
    references = [reference(records[3]), reference(records[4], doi=False), INVENTED]
    found = resolve(references, settings(index))
    assert [r.identity for r in found] == [Identity.VERIFIED, Identity.VERIFIED, Identity.ABSENT]
    assert [r.evidence for r in found[:2]] == [Evidence.IDENTIFIER, Evidence.SEARCH]
    assert [r.work.doi for r in found[:2] if r.work] == ["10.5555/work.3", "10.5555/work.4"]
    assert {
        (a.source, a.date, a.obtained) for r in found for a in r.answers if a.outcome is not Outcome.NOT_ELIGIBLE
    } == {("snapshot", "2026-01-01", "snapshot")}


def test_it_answers_with_the_network_forbidden(index: Path, records: list[dict[str, Any]]) -> None:
    (found,) = resolve([reference(records[3])], settings(index, OFF | {"crossref": "http://127.0.0.1:9"}, locked=True))
    assert found.identity is Identity.VERIFIED
    (missed,) = resolve([INVENTED], settings(index, OFF | {"crossref": "http://127.0.0.1:9"}, locked=True))
    assert missed.identity is Identity.UNCHECKED


def test_what_it_verifies_is_asked_nowhere_else_and_what_it_misses_is(
    index: Path, records: list[dict[str, Any]]
) -> None:
    younger = record(77)
    with CrossrefServer([*records, younger]) as server:
        found = resolve(
            [
                reference(records[3]),
                reference(records[4], doi=False),
                reference(younger),
                reference(younger, doi=False),
            ],
            settings(index, OFF | {"crossref": server.url}, mailto="a@b.nl"),
        )
    assert [r.identity for r in found] == [Identity.VERIFIED] * 4
    assert [{a.source for a in r.answers} for r in found] == [
        {"snapshot"},
        {"snapshot"},
        *[{"snapshot", "crossref"}] * 2,
    ]


def test_a_printed_doi_of_another_work_is_seen(index: Path, records: list[dict[str, Any]]) -> None:
    wrong = replace(reference(records[3]), doi="10.5555/work.9")
    (found,) = resolve([wrong], settings(index))
    assert found.identity is Identity.OTHER_WORK
    assert [work.doi for work in found.candidates] == ["10.5555/work.3"]


def test_a_search_widens_where_the_rarest_words_mislead(tmp_path: Path, transport: Transport) -> None:
    """Eight misread words, each rare because another record happens to have it, hide the right ones at first."""
    meant = record(1)
    misread = "observatlon alphaa bravoo charliee deltaa populatlons confimed authorz".split()  # noqa: SIM905
    strays = [record(100 + i, title=[f"{word} unrelated"], author=[{"family": word}]) for i, word in enumerate(misread)]
    (tmp_path / "d.jsonl").write_bytes(lines([meant, *(record(i) for i in range(2, 40)), *strays]))
    build([tmp_path / "d.jsonl"], tmp_path / "index")
    source = Snapshot(tmp_path / "index", transport)
    noisy = reference(meant, doi=False)
    noisy = replace(noisy, raw=f"{noisy.raw} {' '.join(misread)}")
    answer = source.search(search_question(noisy), noisy)
    assert "10.5555/work.1" in [work.doi for work in answer.works]


def test_a_damaged_index_is_silence_and_never_a_miss(
    index: Path, records: list[dict[str, Any]], transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Snapshot(index, transport)

    def broken(*_: object) -> None:
        raise ValueError("a file is cut short")

    monkeypatch.setattr(source._store, "get", broken)
    monkeypatch.setattr(source._store, "search", broken)
    asked = source.look_up(["doi:10.5555/work.3"]), {"": source.search("search:zebras", INVENTED)}
    assert {answer.outcome for answers in asked for answer in answers.values()} == {Outcome.UNREACHABLE}


def test_no_index_there_is_one_clear_line(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    with pytest.raises(BadFile, match="no index here"):
        resolve([reference(records[3])], settings(tmp_path))


@pytest.mark.fault("the index on this machine is damaged", "one line; nothing is called missing", "2")
@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_an_index_that_does_not_open_is_one_clear_line(
    data: bytes, index: Path, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    shutil.copytree(index, tmp_path / "index")
    for meta in (tmp_path / "index").rglob("meta.json"):
        meta.write_bytes(data)
    with pytest.raises(BadFile, match="the index is damaged, build it again"):
        resolve([reference(records[3])], settings(tmp_path / "index"))
