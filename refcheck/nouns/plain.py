"""Nouns to JSON-ready data and back, for every place that stores or prints them."""

from __future__ import annotations

import dataclasses
import reprlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


class _Short(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxstring, self.maxtuple, self.maxdict, self.maxother = 200, 20, 40, 4000

    def repr_float(self, number: float, _: int) -> str:
        return f"{number:.3g}"


_SHORT = _Short()


def shown(noun: Any) -> str:
    """``Name(family='Kolk', given='B. A.')``: a noun as prompts and notebooks print it, without the fields that are
    empty, in a screen at most: long texts and lists are cut."""
    names = [field.name for field in dataclasses.fields(noun) if field.repr]
    given = {name: value for name, value in present(noun) if name in names}
    return f"{type(noun).__name__}({', '.join(f'{name}={_SHORT.repr(value)}' for name, value in given.items())})"


def present(noun: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a noun and their values, without absent ones: "", None, (), {}, False, and 0 in a field whose
    default is not None."""
    kind: Any = type(noun)
    for name, may_be_nought in _fields(kind):
        value = getattr(noun, name)
        if value or (may_be_nought and value == 0 and value is not False):
            yield name, value


def to_plain(noun: Any, skip: Sequence[str] = ()) -> dict[str, Any]:
    """A dataclass as JSON-ready data, enums and dates as text, without the fields in ``skip`` and absent values."""
    return {name: _value(value) for name, value in present(noun) if name not in skip}


@cache
def _fields(noun: Any) -> tuple[tuple[str, bool], ...]:
    """The names of a noun's fields, each with whether 0 is a value in it."""
    return tuple((f.name, f.default is None) for f in dataclasses.fields(noun))


def _value(value: Any) -> Any:
    if type(value) in (str, int, float, bool):  # as most are
        return value
    if dataclasses.is_dataclass(value):
        return to_plain(value)
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_plain(noun: type[Noun], data: Mapping[str, Any]) -> Noun:
    """The noun that ``to_plain`` wrote; unknown keys are ignored.

    Raises TypeError for a missing field or a list that is none, ValueError for a word that its enum does not have.
    """
    kind: Any = noun
    readers = _readers(kind)
    known = ((key, value, readers[key]) for key, value in data.items() if key in readers)
    return noun(**{key: read(value) if read else value for key, value, read in known})


@cache
def _readers(noun: Any) -> Mapping[str, Callable[[Any], Any] | None]:
    """Field -> the function that reads its JSON value; None for a value that is kept as it is."""
    return {name: _reader(hint) for name, hint in get_type_hints(noun).items()}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) is UnionType:  # a value or None, which is never written
        return _reader(next(one for one in get_args(hint) if one is not NoneType))
    if get_origin(hint) is tuple:
        return partial(_read_list, _reader(get_args(hint)[0]))
    if hint is date:
        return date.fromisoformat
    if not isinstance(hint, type):
        return None
    return hint if issubclass(hint, StrEnum) else partial(from_plain, hint) if dataclasses.is_dataclass(hint) else None


def _read_list(read: Callable[[Any], Any] | None, values: Any) -> tuple[Any, ...]:
    if not isinstance(values, list):
        raise TypeError(f"a list was expected, not {type(values).__name__}")
    return tuple(map(read, values)) if read else tuple(values)
