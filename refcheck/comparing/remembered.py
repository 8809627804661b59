"""A decorator that caches a function's recent results by the identity of its arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_RESULTS = 1024
"""How many are kept: one for each reference of a long list, with room for what is tried on the way."""


class _Same:
    """Objects compared by identity, which is cheaper than comparing all the values of a reference or a work."""

    __slots__ = ("objects",)

    def __init__(self, *objects: object) -> None:
        self.objects = objects

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.objects)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(a is b for a, b in zip(self.objects, other.objects, strict=True))


def remembered(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function with its recent results cached; it must depend only on its positional arguments."""

    @lru_cache(maxsize=_RESULTS)
    def kept(same: _Same) -> Result:
        return function(*same.objects)  # type: ignore[arg-type, call-arg]

    @wraps(function)
    def asked(*objects: Arguments.args, **_: Arguments.kwargs) -> Result:
        return kept(_Same(*objects))

    return asked
