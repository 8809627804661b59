"""References of awkward classes and the verdict that is right, each an article of its own (``cases/README.md``); and
what is said of them, word for word, as it was approved (``tests/approved.py``)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.cases_verdicts import FILES, Case, cases_of, check, read_rows, server_of, wrong
from tests import approved

ROWS = read_rows(FILES)
CASES = list(cases_of(ROWS))
APPROVED = approved.read(approved.CASES)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with server_of(ROWS) as server:
        yield server.url


def test_the_cases_are_many_and_of_both_kinds() -> None:
    assert len(ROWS) > 460
    assert sum(case.must for case in CASES) > 320


def _marked(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.open, strict=True)] if case.open else []
    return pytest.param(case, id=f"{case.id}-{case.form}", marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_the_verdict_is_the_right_one(case: Case, address: str, tmp_path: Path) -> None:
    report = check(case, address, tmp_path)
    assert wrong(case, report) == ""
    assert approved.said_of(report) == APPROVED[f"{case.id}-{case.form}"], "if it is meant: python -m tests.approved"
