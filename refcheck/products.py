"""Products of matrices that one thread makes.

OpenBLAS, behind numpy, shares a product among threads that wait for each other busily, also after it: on a machine with
other work ours, which take microseconds alone, took milliseconds, and what followed twice the processor's time.
"""

from __future__ import annotations

_ALONE = 1 << 18
"""Multiplications that it leaves to one thread (OpenBLAS, ``interface/gemm.c``: 65,536 times 4)."""


def rows_alone(size: int) -> int:
    """How many rows (or columns) one thread multiplies by a matrix of ``size`` numbers; at least one."""
    return max(1, _ALONE // size)
