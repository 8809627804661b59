"""Every list is judged as it was approved: each finding with all its fields, word for word, and their order."""

import pytest

from tests import approved
from tests.checks.lists import LISTS

APPROVED = approved.read(approved.CHECKED)


def test_every_list_was_approved() -> None:
    assert list(APPROVED) == list(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_judged_as_it_was_approved(name: str) -> None:
    assert approved.checked(LISTS[name]) == APPROVED[name], "if it is meant: python -m tests.approved"
