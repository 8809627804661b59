"""Checking one article, in this process or a worker, and the choice of workers."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refcheck.ahead import ToCheck
from refcheck.api import lock_of
from refcheck.cli.articles import Opened, opened, settings_for
from refcheck.cli.bar import Bar
from refcheck.cli.paths import Target
from refcheck.cli.resume import Earlier, run_of
from refcheck.config import Settings
from refcheck.errors import BadArgument, RefcheckError, fault
from refcheck.model import Reference, Report

if TYPE_CHECKING:
    from concurrent.futures import Executor


ARCHIVE = 32
"""Articles from which on it pays to start processes."""
_AHEAD = 16  # articles in progress for each worker, or waiting for an earlier one's report


@dataclass(frozen=True, slots=True)
class _Done:
    """The result for one article. Settings without a report mean that the earlier run's line is reused."""

    path: str
    report: Report | None = None
    settings: Settings | None = None
    said: tuple[str, ...] = ()
    bad: bool = False
    broken: bool = False  # refcheck failed with an internal error
    passed: str = ""  # why it is not an article (``cli.folders``)


def start(options: argparse.Namespace, job: tuple[Target, Earlier | None]) -> ToCheck[_Done] | _Done:
    """The article of one path, or the result if it is not to be checked; runs in any process."""
    target, earlier = job
    found = opened(options, target)
    said = (found.said,) if found.said else ()
    if found.article is None or found.settings is None:
        return _Done(target.path, said=said, bad=found.bad, passed=found.passed)
    article, settings = found.article, found.settings
    if earlier and (earlier.article, earlier.list) == (article.sha256, article.list_sha256):
        same = earlier.run == run_of(settings, lock_of(article, settings), options.baseline)
        if same and (settings.locked or not earlier.unchecked):
            return _Done(target.path, None, settings, said, found.bad)
    return ToCheck(article, partial(_finish, target.path, found, said))


def _finish(path: str, found: Opened, said: tuple[str, ...], references: Sequence[Reference] | None) -> _Done:
    from refcheck.api import check_article

    assert found.article is not None
    try:
        with closing(Bar()) as bar:
            report = check_article(found.article, settings=found.settings, progress=bar, references=references)
        return _Done(path, report, found.settings, said, found.bad)
    except RefcheckError as error:
        return _Done(path, said=(*said, str(error)), bad=True)


def lost(job: tuple[Target, Earlier | None], error: Exception) -> _Done:
    """The result for an article on which refcheck failed or a worker died; the run goes on without it."""
    from concurrent.futures import BrokenExecutor

    if os.environ.get("REFCHECK_DEBUG"):
        raise error
    path = job[0].path
    if isinstance(error, BrokenExecutor):
        said = f"{path}: internal error: the process that checked it died, twice"
        return _Done(path, said=(said,), bad=True, broken=True)
    said = f"{path}: {fault(error)} (please report it; REFCHECK_DEBUG=1 shows where)"
    return _Done(path, said=(said,), bad=True, broken=True)


@contextmanager
def open_executor(options: argparse.Namespace, some: Sequence[Target]) -> Iterator[tuple[Executor | None, int]]:
    """The executor on which to check articles (None: this process), and how many may be in progress."""
    if "-" in options.paths:  # workers cannot read this process's standard input
        yield None, 1
    elif options.scheduler:
        try:
            import distributed

            cluster: Any = distributed
            client = cluster.Client(options.scheduler, timeout=10)
        except ImportError:
            raise BadArgument(
                "--scheduler needs the package distributed: pip install 'refcheck-editorial[dask]'"
            ) from None
        except (OSError, ValueError) as error:
            raise BadArgument(f"--scheduler {options.scheduler}: {error}") from None
        with client:
            yield client.get_executor(pure=False), _AHEAD * max(1, sum(client.nthreads().values()))
    else:
        number = options.workers or _workers(options, some)
        from refcheck.spread import processes

        executor = processes(number)
        with executor or nullcontext():
            yield executor, _AHEAD * number


def _workers(options: argparse.Namespace, some: Sequence[Target]) -> int:
    """The number of processes: one per processor for an archive that is checked without a network; otherwise one, with
    a single request budget and no time lost in starting."""
    if len(some) < ARCHIVE:
        return 1
    settings = settings_for(options, Path(some[0].path))
    return 1 if any(settings.sources.values()) and not settings.locked else os.cpu_count() or 1
