"""Work over executors: in order or as completed, bounded, and with workers that die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from refcheck.spread import Workers, processes, spread
from tests.conftest import ROOT


def double(number: int) -> int:
    return 2 * number


def odd_ones_fail(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number


def dies_once(job: tuple[Path, int]) -> int:
    """The worker that comes to 3 first dies; the next one does not."""
    mark, number = job
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_dies(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_without_an_executor_it_is_map_and_lazy() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(5):
            taken.append(number)
            yield number

    results = spread(double, items())
    assert (next(results), taken) == (0, [0])
    assert list(results) == [2, 4, 6, 8]


def test_no_more_than_ahead_are_taken_before_they_are_wanted() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with ThreadPoolExecutor(2) as pool:
        results = spread(double, items(), pool, ahead=5)
        for done in range(1, 20):
            next(results)
            assert len(taken) <= done + 5
        results.close()  # type: ignore[attr-defined]


def test_in_order_or_as_completed() -> None:
    released = threading.Event()

    def first_waits(number: int) -> int:
        if number == 0:
            released.wait(10)
        return number

    with ThreadPoolExecutor(2) as pool:
        results = spread(first_waits, range(4), pool, ordered=False)
        early = [next(results), next(results), next(results)]
        released.set()
        assert (sorted(early), list(results)) == ([1, 2, 3], [0])
        assert list(spread(first_waits, range(4), pool)) == [0, 1, 2, 3]


def test_a_job_that_raises_costs_itself_only() -> None:
    with ThreadPoolExecutor(2) as pool:
        for executor in (None, pool):
            found = list(spread(odd_ones_fail, range(4), executor, lost=lambda n, error: -n))
            assert found == [0, -1, 2, -3]
            with pytest.raises(ValueError, match="1 is odd"):
                list(spread(odd_ones_fail, range(4), executor))


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    with Workers(2) as pool:
        jobs = [(tmp_path / "mark", number) for number in range(12)]
        assert list(spread(dies_once, jobs, pool)) == list(range(12))
        assert (tmp_path / "mark").exists()


def test_a_job_that_kills_every_worker_costs_itself_only() -> None:
    with Workers(2) as pool:
        found = list(spread(always_dies, range(8), pool, lost=lambda n, error: error))  # type: ignore[arg-type,return-value]
    assert isinstance(found.pop(3), BrokenExecutor)
    assert found == [0, 1, 2, 4, 5, 6, 7]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_what_is_cancelled_is_not_run_and_not_complained_of(caplog: pytest.LogCaptureFixture) -> None:
    with Workers(1) as executor:
        jobs = [executor.submit(time.sleep, 0.05) for _ in range(200)]
        assert all(job.cancel() for job in jobs[:-1])
        assert jobs[-1].result() is None
        assert all(job.cancelled() for job in jobs[:-1])
    assert not caplog.records


def test_workers_end_when_the_process_that_started_them_is_killed() -> None:
    program = (
        "import os, time; from refcheck.spread import Workers\n"
        "if __name__ == '__main__':\n"
        "    pool = Workers(2); print(pool.submit(os.getpid).result(), flush=True); time.sleep(60)"
    )
    words = [sys.executable, "-c", program]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    for _ in range(600):
        if not Path(f"/proc/{worker}").exists():
            break
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_one_process_is_this_one() -> None:
    assert processes(1) is None
    with processes(2) as pool:  # type: ignore[union-attr]
        assert pool is not None
        assert pool.submit(os.getpid).result() != os.getpid()
