"""The garbage collector: seldom at work in a process of our own, and held while many objects are made in no cycle.

It would go through all of them again and again, for a third of the time of reading a large .bib file, a twentieth of
that of parsing a list, and a fortieth of that of checking an article.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_START = 150_000
"""New objects before the collector first looks for garbage: more than modules, words and a short run's articles make,
most of which stay (going through them is 7 % of such a run)."""
_GARBAGE = 100_000  # new objects before it looks again


def seldom() -> None:
    """For a process that is all ours, a command's or a worker's: what the start has made is gone through once, if the
    run is long enough, and from then on the collector works once in 100,000 new objects."""
    gc.set_threshold(_START)
    if _started not in gc.callbacks:
        gc.callbacks.append(_started)


def _started(phase: str, _: Mapping[str, int]) -> None:
    """Called by the collector, before and after its work."""
    if phase == "stop":
        gc.callbacks.remove(_started)
        gc.freeze()
        gc.set_threshold(_GARBAGE)


@contextmanager
def held() -> Iterator[None]:
    """Within this no garbage is collected; afterwards it is again, if it was before."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
