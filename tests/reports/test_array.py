"""A JSON array piece by piece."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.reports.array import array

LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(LEAVES, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=3), v, max_size=3))


@given(st.lists(VALUES, max_size=4))
def test_the_pieces_are_what_json_writes(items: list[object]) -> None:
    assert "".join(array(iter(items))) == json.dumps(items, ensure_ascii=False, indent=2)


def test_inside_another_value_it_is_indented() -> None:
    written = '{\n  "a": ' + "".join(array([{"b": 1}, 2], indent="  ")) + "\n}"
    assert written == json.dumps({"a": [{"b": 1}, 2]}, indent=2)


def test_items_are_taken_one_at_a_time_and_no_nan_is_written() -> None:
    pieces = array(iter([1, float("nan")]))
    assert next(pieces) == "[\n  1"
    with pytest.raises(ValueError, match="not JSON compliant"):
        next(pieces)
