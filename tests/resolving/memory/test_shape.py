"""An answer of the lock or the cache is used only when it is of the right shape."""

import math
from typing import Any

import pytest

from refcheck.model import Answer, Outcome, Update, Work
from refcheck.resolving.memory.shape import answer_of

WORK = {
    "source": "crossref",
    "titles": ["Stars"],
    "years": [2014],
    "updates": [{"kind": "retraction"}],
    "colour": "red",
}
ROW = {
    "source": "crossref",
    "question": "doi:10.1/x",
    "outcome": "found",
    "date": "2026-05-01",
    "obtained": "lock",
    "works": [WORK],
}


def test_a_row_is_the_answer_it_writes() -> None:
    work = Work("crossref", titles=("Stars",), years=(2014,), updates=(Update("retraction"),))
    assert answer_of(ROW) == Answer("crossref", "doi:10.1/x", Outcome.FOUND, "2026-05-01", "lock", works=(work,))
    assert answer_of(ROW | {"outcome": "absent", "works": []}).outcome is Outcome.ABSENT


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ([], "not a JSON object"),
        (ROW | {"source": ""}, "source must be a text"),
        (ROW | {"date": 3}, "date must be a text"),
        (ROW | {"outcome": "unreachable"}, 'not "unreachable"'),
        (ROW | {"works": []}, "a found answer has works"),
        (ROW | {"outcome": "absent"}, "a found answer has works"),
        (ROW | {"works": None}, "works must be a list"),
        (ROW | {"works": [{"titles": ["Stars"]}]}, "each with its source"),
        (ROW | {"works": [WORK | {"titles": "Stars"}]}, "works must be a list"),
        (ROW | {"works": [WORK | {"years": [True]}]}, "works must be a list"),
        (ROW | {"works": [WORK | {"years": [10**400]}]}, "works must be a list"),
        (ROW | {"works": [WORK | {"score": math.nan}]}, "works must be a list"),
        (ROW | {"works": [WORK | {"updates": [{}]}]}, "works must be a list"),
    ],
)
def test_a_row_of_another_shape_is_refused_with_the_reason(row: Any, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        answer_of(row)
