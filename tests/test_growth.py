"""No pattern and no reader takes time that grows faster than its input: benchmarks/growth.py measures each."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _growth():
    spec = importlib.util.spec_from_file_location("growth", ROOT / "benchmarks" / "growth.py")
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


GROWTH = _growth()


def test_a_pattern_that_is_quadratic_is_found() -> None:
    assert GROWTH.growth(GROWTH.all_of(re.compile(r"[\W\d_]+z")), longest=4000)[0] > 1.6
    assert GROWTH.growth(GROWTH.all_of(re.compile(r"[\W\d_]{1,300}x")))[0] < GROWTH.MOST


def test_every_pattern_of_the_package_is_measured() -> None:
    names = {name for name, _, _ in GROWTH.patterns()}
    assert len(names) > 500
    assert any(name.startswith("identifiers.find:") for name in names), "those written in a call as well"


def test_every_pattern_and_every_reader_is_linear() -> None:
    """A ratio of two times of one call, measured again before it counts: no other load makes it 4 ** 1.3."""
    worse = [row for row in GROWTH.measured() if row[1] > GROWTH.MOST]
    worse = [row for row in worse if max(row[1] for row in GROWTH.measured([row[0]])) > GROWTH.MOST]
    assert not worse


def test_the_edges_of_a_heading_are_cut_in_linear_time() -> None:
    from refcheck.reading.lists import headings

    assert headings.heading_core("## 3. " + "-" * 30_000 + " References " + "-" * 30_000 + " 7") == "references"
