"""What the fuzzer of benchmarks/robustness.py found stays mended, and a few hundred inputs of its kind pass."""

from __future__ import annotations

import contextlib
import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refcheck.errors import RefcheckError
from refcheck.model import Outcome
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


def test_every_register_finds_something_in_a_seed() -> None:
    """A fuzzer of answers that a register refuses at its envelope tries nothing of that register."""
    answers = [answer for seed in FUZZER.seeds_of("answers") for answer in FUZZER.answers_of(seed.encode())]
    asked = {answer.source for answer in answers}
    assert asked == {name for name in registers() if registers()[name].setting}, "all but those on this machine"
    assert {answer.source for answer in answers if answer.outcome is Outcome.FOUND} == asked


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    run(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("name", FUZZER.TARGETS)
@settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_inputs_of_its_kind(name: str, data: st.DataObject) -> None:
    run(name, data.draw(FUZZER.strategy(name)))
