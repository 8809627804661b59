"""Jobs side by side."""

from __future__ import annotations

import threading
import time

import pytest

from refcheck.resolving.network.together import together
from refcheck.resolving.network.transport import Transport


def test_jobs_come_back_as_they_end(transport):
    def job(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    jobs = [lambda seconds=seconds: job(seconds) for seconds in (0.2, 0.0, 0.1)]
    assert list(together(jobs, transport)) == [0.0, 0.1, 0.2]
    assert list(together([], transport)) == []


def test_a_job_that_is_late_is_left_behind():
    never = threading.Event()
    assert list(together([lambda: 1, lambda: never.wait() or 2], Transport(0.3))) == [1]
    never.set()


def test_a_job_that_raises_is_not_swallowed(transport):
    def wrong() -> int:
        raise LookupError("a programming error")

    with pytest.raises(LookupError):
        list(together([wrong], transport))
