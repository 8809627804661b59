"""What the fuzzer of benchmarks/robustness.py found stays mended, and a few hundred inputs of its kind pass."""

from __future__ import annotations

import contextlib
import copy
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refcheck.errors import RefcheckError
from refcheck.model import Answer, Outcome
from refcheck.reading.formats.base import registry
from refcheck.resolving.memory.cache import Cache
from refcheck.resolving.memory.lock import read_lock, write_lock
from refcheck.resolving.registers import registers

ROOT = Path(__file__).parents[1]
FOUND = sorted(path for path in (ROOT / "tests" / "data" / "robustness").glob("*/*") if path.is_file())


def _fuzzer():
    spec = importlib.util.spec_from_file_location("robustness", ROOT / "benchmarks" / "robustness.py")
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


FUZZER = _fuzzer()


def run(name: str, data: bytes) -> None:
    with contextlib.suppress(RefcheckError):
        FUZZER.TARGETS[name](data)


@pytest.mark.parametrize("name", FUZZER.TARGETS)
def test_a_seed_is_read(name: str) -> None:
    """A fuzzer whose seeds are refused at once tries nothing."""
    assert FUZZER.seeds_of(name)
    for seed in FUZZER.seeds_of(name):
        FUZZER.TARGETS[name](seed.encode())


def test_every_reader_is_a_target() -> None:
    assert {FUZZER.SAME.get(name, name) for name in registry()} <= set(FUZZER.TARGETS)


def _answers_of(name: str) -> list[Path]:
    return [path for end in (".", "-") for path in FUZZER.SEEDS.glob(f"answers-{name}{end}*")]


@pytest.mark.parametrize("name", [name for name in registers() if _answers_of(name)])
def test_every_register_finds_something_in_a_seed(name: str) -> None:
    """A fuzzer of answers that a register refuses at its envelope tries nothing of that register."""
    seeds = _answers_of(name)
    answers = [answer for seed in seeds for answer in FUZZER.answers_of(seed.read_bytes())]
    assert name in {answer.source for answer in answers if answer.outcome is Outcome.FOUND}


ODD = (None, True, -1, 10**30, float("nan"), "", [], {}, [None], {"a": 1})
ANSWERS = {path.name: path.read_text() for path in sorted(FUZZER.SEEDS.glob("answers-*.json"))}
NONE = {"wayback": ([], [["timestamp", "original", "statuscode"]]), "openlibrary": ({},)}
"""What these registers say where they have nothing; with all others that is a count of zero, or a status."""


def _spoilt(node: object) -> Iterator[object]:
    """A register's answer with each of its values once of any other kind, and once left out."""
    yield from ODD
    for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        for value in _spoilt(node[key]):
            changed = copy.copy(node)
            changed[key] = value
            yield changed
        changed = copy.copy(node)
        del changed[key]
        yield changed


@pytest.mark.parametrize("name", ANSWERS)
def test_a_record_that_cannot_be_read_is_never_a_no(name: str, tmp_path: Path) -> None:
    """Nothing that is wrong with a found record makes it "no such work"; and whatever is found is read again from the
    lock and from the cache."""
    told, reference, registers_ = FUZZER._registers()
    (register,) = (r for r in registers_ if r.name == re.sub(r"answers-|-search|\.json", "", name))
    seed = json.loads(ANSWERS[name])
    questions = [q for q in FUZZER.ASKED if q.startswith("archived") == (register.name == "wayback")]

    def answers(data: object, asked: list[str]) -> list[Answer]:
        told.body = json.dumps(data).encode()
        return [register.look_up([q])[q] if q in questions else register.search(q, reference) for q in asked]

    asked = [a.question for a in answers(seed, [*questions, "search:rain"]) if a.outcome is Outcome.FOUND]
    assert asked
    kept = []
    for number, spoilt in enumerate(_spoilt(seed)):
        made = answers(spoilt, asked)
        assert Outcome.ABSENT not in {a.outcome for a in made} or spoilt in NONE.get(register.name, ()), spoilt
        kept += [replace(a, question=f"{a.question}/{number}") for a in made if a.outcome is Outcome.FOUND]
    write_lock(tmp_path / "lock", kept)
    assert sorted(read_lock(tmp_path / "lock"), key=str) == sorted(kept, key=str)
    cache = Cache(tmp_path / "cache.sqlite3")
    cache.put("here", kept)
    again = cache.get(register.name, "here", [answer.question for answer in kept])
    assert [replace(again[answer.question], obtained="network") for answer in kept] == kept


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    run(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("name", FUZZER.TARGETS)
@settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_inputs_of_its_kind(name: str, data: st.DataObject) -> None:
    run(name, data.draw(FUZZER.strategy(name)))
