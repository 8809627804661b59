"""Products stay with one thread: what others do for it costs more than they save."""

from __future__ import annotations

import pytest

from refcheck.products import rows_alone


@pytest.mark.parametrize(("size", "rows"), [(60 * 60, 72), (150 * 147, 11), (1, 1 << 18), (1 << 20, 1)])
def test_large_matrices_are_multiplied_by_fewer_rows(size: int, rows: int) -> None:
    assert rows_alone(size) == rows
