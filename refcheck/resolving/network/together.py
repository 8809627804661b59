"""Concurrent jobs in threads that can be abandoned, so that Ctrl-C and deadlines never wait for a slow service."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from refcheck.resolving.network.transport import Transport

T = TypeVar("T")
WORKERS = 8  # bounds the number of threads; the hosts' budgets allow fewer requests at once


def together(jobs: Sequence[Callable[[], T]], transport: Transport) -> Iterator[T]:
    """Run the jobs and yield their results as they arrive, until all are done or the transport's deadline has passed.

    A job must not raise; a late one is abandoned in its daemon thread. KeyboardInterrupt passes through within a
    fraction of a second.
    """
    todo: queue.SimpleQueue[Callable[[], T]] = queue.SimpleQueue()
    done: queue.SimpleQueue[T | BaseException] = queue.SimpleQueue()
    for job in jobs:
        todo.put(job)

    def work() -> None:
        while not transport.stopped.is_set():
            try:
                job = todo.get_nowait()
            except queue.Empty:
                return
            try:
                done.put(job())
            except BaseException as error:
                done.put(error)

    for _ in range(min(WORKERS, len(jobs))):
        threading.Thread(target=work, daemon=True).start()
    for _ in jobs:
        result = None
        while result is None:
            try:
                result = done.get(timeout=0.2)
            except queue.Empty:
                if not transport.remaining():
                    return
        if isinstance(result, BaseException):
            raise result
        yield result
