"""The garbage collector is held, and works again afterwards."""

from __future__ import annotations

import gc

import pytest

from refcheck.collector import held, seldom


def test_nothing_is_collected_within_and_all_is_afterwards() -> None:
    assert gc.isenabled()
    with held(), held():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_lets_it_go() -> None:
    with pytest.raises(ValueError, match="broken"), held():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_caller_who_has_turned_it_off_finds_it_so() -> None:
    gc.disable()
    try:
        with held():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_in_a_process_of_our_own_it_works_when_much_is_made_and_then_seldom() -> None:
    before = gc.get_threshold()
    try:
        seldom()
        seldom()
        assert gc.get_threshold()[0] > 100_000
        gc.collect()  # stands for a run that is long enough
        assert gc.get_threshold() == (100_000, *before[1:])
        assert gc.get_freeze_count() > 1000
        assert all(call.__module__ != "refcheck.collector" for call in gc.callbacks)
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
