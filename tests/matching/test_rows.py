"""How a record fits an entry is scored as it was approved: every field's level, and what they weigh together."""

import pytest

from tests import approved
from tests.matching.rows import ROWS

APPROVED = approved.read(approved.SCORED)


def test_every_row_was_approved() -> None:
    assert list(APPROVED) == list(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_scored_as_it_was_approved(name: str) -> None:
    assert approved.scored(*ROWS[name]) == APPROVED[name], "if it is meant: python -m tests.approved"
