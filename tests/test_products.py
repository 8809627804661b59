"""Products stay with one thread: what others do for it costs more than they save."""

from __future__ import annotations

import numpy as np
import pytest

from refcheck.products import rows_alone


@pytest.mark.parametrize(("size", "rows"), [(60 * 60, 72), (150 * 147, 11), (1, 1 << 18), (1 << 20, 1)])
def test_large_matrices_are_multiplied_by_fewer_rows(size: int, rows: int) -> None:
    assert rows_alone(size) == rows


def test_the_parts_make_the_product() -> None:
    left, right = np.random.default_rng(1).random((30, 150)), np.random.default_rng(2).random((150, 147))
    rows = rows_alone(right.size)
    parts = np.concatenate([part @ right for part in np.split(left, range(rows, len(left), rows))])
    assert rows < len(left)
    assert np.allclose(parts, left @ right, rtol=1e-12)
