"""Results are remembered by the very objects asked about."""

import pytest

from refcheck.comparing import remembered as module
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


def test_results_are_dropped_when_twice_as_many_are_newer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_RESULTS", 2)
    asked: list[str] = []

    @remembered
    def raw(reference: Reference) -> str:
        asked.append(reference.raw)
        return reference.raw

    @remembered
    def both(reference: Reference, other: Reference) -> str:
        asked.append(reference.raw + other.raw)
        return reference.raw

    a, b, c, d, e = map(Reference, "abcde")
    assert [raw(one) for one in (a, b, c, a, d, e)] == ["a", "b", "c", "a", "d", "e"]
    assert asked == list("abcde")
    assert raw(a) == "a" and asked[-1] == "a" and len(asked) == 6  # since c, d and e it was not asked for
    asked.clear()
    assert [both(one, a) for one in (a, b, c, a, d, e, a)] == list("abcadea")
    assert asked == ["aa", "ba", "ca", "da", "ea", "aa"]
