"""The tagger's own probabilities, corrected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Reference
from refcheck.parsing.confidence import FIELD_OF, calibrated


def test_words_are_less_sure_than_the_tagger_says_and_numbers_are_as_sure() -> None:
    assert calibrated("title", 0.95) == pytest.approx(0.8)
    assert calibrated("title", 0.925) == pytest.approx(0.75)  # half of the way between two steps
    assert calibrated("volume", 0.95) == calibrated("doi", 0.95) == 0.95


@given(st.floats(0, 1), st.floats(0, 1))
def test_surer_stays_surer_within_bounds(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated("authors", low) <= calibrated("authors", high) <= 1


def test_fields_of_labels_are_fields_of_a_reference() -> None:
    assert set(FIELD_OF.values()) <= set(Reference.__slots__)
