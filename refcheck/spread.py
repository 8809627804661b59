"""Work spread over any ``concurrent.futures.Executor``, in order or as completed, a bounded amount at a time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from refcheck.collector import seldom
from refcheck.errors import BadArgument

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

MOST = 256  # processes
Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    job: Callable[[Item], Result],
    items: Iterable[Item],
    executor: Executor | None = None,
    *,
    ahead: int = 16,
    ordered: bool = True,
    lost: Callable[[Item, Exception], Result] | None = None,
) -> Iterator[Result]:
    """The result of ``job`` for each item, computed in this process if there is no executor.

    ahead: how many items may be in progress or waiting to be consumed, so that neither a slow job nor a slow consumer
    makes memory grow. ordered: in the order of the items, or each as soon as it is ready. lost: gives the result for an
    item whose job raised or whose worker died; None raises the exception.
    """
    if executor is None:
        yield from map(partial(_alone, job, lost), items)
        return
    todo = iter(items)
    under_way: dict[Future[Result], Item] = {}

    def start(number: int) -> None:
        for item in islice(todo, number):
            under_way[executor.submit(job, item)] = item

    start(ahead)
    try:
        while under_way:
            first = next(iter(under_way))
            done = {first} if ordered else wait(under_way, return_when=FIRST_COMPLETED).done
            for future in done:
                result = _outcome(future, under_way[future], lost)
                del under_way[future]
                start(1)
                yield result
    finally:
        for future in under_way:
            future.cancel()


def _alone(job: Callable[[Item], Result], lost: Callable[[Item, Exception], Result] | None, item: Item) -> Result:
    try:
        return job(item)
    except Exception as error:
        if lost is None:
            raise
        return lost(item, error)


def _outcome(future: Future[Result], item: Item, lost: Callable[[Item, Exception], Result] | None) -> Result:
    try:
        return future.result()
    except Exception as error:
        if lost is None:
            raise
        return lost(item, error)


def processes(number: int) -> Executor | None:
    """A pool of ``number`` processes on this machine, which the caller closes; None for one, meaning this process.

    Processes are spawned, since a fork would lose this process's threads, so a script that calls this needs the usual
    ``if __name__ == "__main__":``. Raises BadArgument for more than ``MOST``.
    """
    if number > MOST:
        raise BadArgument(f"{str(number)[:20]} processes: at most {MOST}")
    return Workers(number) if number > 1 else None


class Workers(Executor):
    """A process pool that survives the death of a process: the jobs in progress are run again, each in a process of its
    own, and only a job that dies there too raises BrokenExecutor."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool = _pool(number)
        self._lock = threading.Lock()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As any executor's."""
        outer: Future[Any] = Future()
        job = partial(fn, *args, **kwargs)
        with self._lock:
            try:
                inner = self._pool.submit(job)
            except BrokenExecutor:
                self._pool = _pool(self._number)
                inner = self._pool.submit(job)
        outer.add_done_callback(lambda outer: outer.cancelled() and inner.cancel())
        inner.add_done_callback(partial(self._settle, outer, job))
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As any executor's."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _settle(self, outer: Future[Any], job: Callable[[], Any], inner: Future[Any]) -> None:
        if inner.cancelled():
            outer.cancel()
        if not outer.set_running_or_notify_cancel():  # a run that is stopped cancels what it waits for
            return
        error = inner.exception()
        if isinstance(error, BrokenExecutor):
            threading.Thread(target=self._again, args=(outer, job)).start()  # the pool's own thread must not wait
        elif error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def _again(self, outer: Future[Any], job: Callable[[], Any]) -> None:
        with self._lock, _pool(1) as alone:
            try:
                outer.set_result(alone.submit(job).result())
            except BaseException as error:
                outer.set_exception(error)


def _pool(number: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Set up a worker: it ignores Ctrl-C, which reaches every process of a terminal and is for the parent to handle,
    and it ends when the parent is killed, which a pool alone does not ensure."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
