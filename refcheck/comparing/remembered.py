"""A decorator that caches a function's recent results by the identity of its arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_RESULTS = 1024
"""How many are kept at least: one for each reference of a long list, with room for what is tried on the way."""


def remembered(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function, of one or two arguments, with its recent results cached; it must depend only on them.

    Objects are compared by identity, which is cheaper than comparing all the values of a reference or a work.
    """
    one_of = _of_one if function.__code__.co_argcount == 1 else _of_two
    return cast("Callable[Arguments, Result]", wraps(function)(one_of(function)))


def _of_one(function: Callable[..., Result]) -> Callable[[Any], Result]:
    recent: dict[int, tuple[object, Result]] = {}  # with the objects, so that none takes another's id
    older = recent  # what was recent when there were enough: dropped together, so that none is looked for

    def asked(one: object) -> Result:
        nonlocal recent, older
        held = recent.get(id(one)) or older.get(id(one))
        if held is None:
            result = function(one)
            if len(recent) >= _RESULTS:
                recent, older = {}, recent
            held = recent[id(one)] = (one, result)
        return held[1]

    return asked


def _of_two(function: Callable[..., Result]) -> Callable[[Any, Any], Result]:
    recent: dict[int, tuple[object, object, Result]] = {}  # by both ids in one number, which is made sooner than a pair
    older = recent

    def asked(one: object, other: object) -> Result:
        nonlocal recent, older
        both = 1_000_003 * id(one) + id(other)
        held = recent.get(both) or older.get(both)
        if held is None or held[0] is not one or held[1] is not other:
            result = function(one, other)
            if len(recent) >= _RESULTS:
                recent, older = {}, recent
            held = recent[both] = (one, other, result)
        return held[2]

    return asked
