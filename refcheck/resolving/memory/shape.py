"""Validation of answers in JSON, from a lock or the cache: only those of the shape of ``Answer`` are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from refcheck.model import Answer, Outcome, Work

TEXTS = ("source", "question", "outcome", "date", "obtained")
_LARGEST = 10**15  # largest number; years and scores are far smaller, and a float holds it exactly


def answer_of(row: Any) -> Answer:
    """A row as an Answer. Raises ValueError, with the reason, for a row of another shape."""
    if not isinstance(row, Mapping):
        raise ValueError("not a JSON object")
    for name in TEXTS:
        if not isinstance(row.get(name), str) or not row[name]:
            raise ValueError(f"{name} must be a text that is not empty")
    if row["outcome"] not in (Outcome.FOUND, Outcome.ABSENT):
        raise ValueError(f'outcome must be "found" or "absent", not "{row["outcome"]}"')
    works: Any = row.get("works")
    if not _fits(works, tuple[Work, ...]):
        raise ValueError("works must be a list of records of the right shape, each with its source")
    if (row["outcome"] == Outcome.FOUND) != bool(works):
        raise ValueError("a found answer has works, an absent one has none")
    texts = {name: row[name] for name in TEXTS if name != "outcome"}
    return Answer(**texts, outcome=Outcome(row["outcome"]), works=tuple(Work.from_dict(work) for work in works))


def _fits(value: Any, hint: Any) -> bool:
    """Whether a JSON value has the shape of a type hint, as of the nouns' fields; unknown keys are ignored."""
    if get_origin(hint) is tuple:
        return isinstance(value, list) and all(_fits(item, get_args(hint)[0]) for item in value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = _hints(hint)
        return (
            isinstance(value, Mapping)
            and all(field.name in value for field in fields(hint) if field.default is field.default_factory is MISSING)
            and all(_fits(value[key], hints[key]) for key in value if key in hints)
        )
    kinds = (int, float) if float in get_args(hint) else hint
    if isinstance(value, bool) or not isinstance(value, kinds):
        return False
    return not isinstance(value, int | float) or abs(value) < _LARGEST  # which NaN is not


@cache
def _hints(noun: Any) -> Mapping[str, Any]:
    return get_type_hints(noun)
