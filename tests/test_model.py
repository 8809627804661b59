"""The nouns in one place: all of them, frozen, and named where people look for them."""

import dataclasses
from enum import StrEnum

import pytest

from refcheck import model
from refcheck.nouns import article, reference, report, work

NOUNS = {
    name: value
    for module in (article, reference, report, work)
    for name, value in vars(module).items()
    if isinstance(value, type)
    and value.__module__ == module.__name__
    and (dataclasses.is_dataclass(value) or issubclass(value, StrEnum))
}


def test_every_noun_is_exported() -> None:
    assert all(getattr(model, name) is noun for name, noun in NOUNS.items())


@pytest.mark.parametrize("noun", [n for n in NOUNS.values() if dataclasses.is_dataclass(n)], ids=lambda n: n.__name__)
def test_a_noun_cannot_be_changed(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert noun.__doc__


def test_a_noun_is_changed_by_making_another() -> None:
    one = model.Name("Kolk", "B.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.family = "Smith"  # type: ignore[misc]
    assert dataclasses.replace(one, family="Smith") != one
    assert hash(one) == hash(model.Name("Kolk", "B."))
