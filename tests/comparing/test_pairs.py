"""Every field of every pair is compared as it was approved: verdict, kind, both values, and the words."""

import pytest

from tests import approved
from tests.comparing.pairs import PAIRS

APPROVED = approved.read(approved.COMPARED)


def test_every_pair_was_approved() -> None:
    assert list(APPROVED) == list(PAIRS)


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_compared_as_it_was_approved(name: str) -> None:
    assert approved.compared(*PAIRS[name]) == APPROVED[name], "if it is meant: python -m tests.approved"
