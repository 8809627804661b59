"""Nouns to JSON-ready data and back, for every place that stores or prints them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

Noun = TypeVar("Noun")


def to_plain(noun: Any, skip: Sequence[str] = ()) -> dict[str, Any]:
    """A dataclass as JSON-ready data, enums and dates as text, without the fields in ``skip`` and absent values.

    Absent are "", None, (), {}, False, and 0 in a field whose default is not None.
    """
    out = {}
    for f in dataclasses.fields(noun):
        value = getattr(noun, f.name)
        nought = value == 0 and value is not False and f.default is None
        if f.name not in skip and (value or nought):
            out[f.name] = _value(value)
    return out


def _value(value: Any) -> Any:
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


def from_plain(noun: type[Noun], data: Mapping[str, Any], nested: Mapping[str, type]) -> Noun:
    """The noun that ``to_plain`` wrote; unknown keys are ignored.

    nested: the fields that hold tuples of other nouns, with the nouns' classes.
    """
    known = {f.name for f in dataclasses.fields(noun)}  # type: ignore[arg-type]
    made: dict[str, Any] = {}
    for key, value in data.items():
        if key in known:
            if isinstance(value, list):
                inner = nested.get(key)
                value = tuple(from_plain(inner, item, {}) if inner else item for item in value)
            made[key] = value
    return noun(**made)
