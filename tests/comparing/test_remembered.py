"""Results are remembered by the very objects asked about."""

import pytest

from refcheck.comparing.remembered import remembered
from refcheck.model import Reference


def test_the_same_objects_are_asked_once_and_equal_ones_again() -> None:
    asked = []

    @remembered
    def length(reference: Reference, more: list[int]) -> int:
        asked.append(reference)
        return len(reference.raw) + len(more)

    one, other, more = Reference("abc"), Reference("abc"), [1]
    assert (length(one, more), length(one, more), length(other, more)) == (4, 4, 4)
    assert [reference is one for reference in asked] == [True, False]
    assert length(one, [1]) == 4 and len(asked) == 3  # a list has no hash, and needs none


def test_a_failure_is_not_remembered_and_the_name_is_kept() -> None:
    tries = []

    @remembered
    def failing(reference: Reference) -> int:
        """What it does."""
        tries.append(reference)
        raise ZeroDivisionError

    reference = Reference("abc")
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            failing(reference)
    assert len(tries) == 2
    assert (failing.__name__, failing.__doc__) == ("failing", "What it does.")
