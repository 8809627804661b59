"""A decorator that caches a function's recent results by the identity of its arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_RESULTS = 1024
"""How many are kept: one for each reference of a long list, with room for what is tried on the way."""


def remembered(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function with its recent results cached; it must depend only on its positional arguments.

    Objects are compared by identity, which is cheaper than comparing all the values of a reference or a work.
    """
    known: dict[tuple[int, ...], tuple[object, Result]] = {}  # with the objects, so that none takes another's id

    @wraps(function)
    def asked(*objects: Arguments.args, **_: Arguments.kwargs) -> Result:
        same = tuple(map(id, objects))
        held = known.get(same)
        if held is None:
            held = known[same] = (objects, function(*objects))  # type: ignore[call-arg]
            if len(known) > _RESULTS:
                known.pop(next(iter(known)), None)
        return held[1]

    return asked
