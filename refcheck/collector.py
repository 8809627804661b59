"""The garbage collector: seldom at work in a process of our own, and held while many objects are made in no cycle.

It would go through all of them again and again, for a third of the time of reading a large .bib file, a twentieth of
that of parsing a list, and a fortieth of that of checking an article.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_GARBAGE = 100_000
"""New objects after which the collector looks for garbage: more than a short run makes, which would be gone through
again and again (7 % of its time)."""


def seldom() -> None:
    """For a process that is all ours, a command's or a worker's: the collector works once in 100,000 new objects."""
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
