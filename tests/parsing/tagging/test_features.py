"""Columns of features."""

import numpy as np
import pytest

from refcheck.parsing.tagging.features import COLUMNS, TEMPLATES, describe, flat, places, space
from refcheck.parsing.tagging.tokens import tokenize
from refcheck.parsing.tagging.words import alphabet_of, gap_of, numbers_of_gap, numbers_of_sort, word_of
from tests.parsing.tagging.examples import REFERENCES


def described(*raws: str) -> tuple[list[str], dict[str, np.ndarray]]:
    """The texts of all tokens, and their columns with an alphabet of all that stands in the references."""
    tokenized = [(tokenize(raw), ".") for raw in raws]
    words, gaps = flat(tokenized)
    alphabet = alphabet_of(sorted({word_of(word).sort.short for word in words}), sorted(set(map(gap_of, gaps))))
    word_rows = np.array([numbers_of_sort(word_of(word).sort, alphabet) for word in words])
    gap_rows = np.array([numbers_of_gap(gap_of(gap), alphabet) for gap in gaps])
    at, columns = describe(word_rows, gap_rows, np.array([len(tokens) for tokens, _ in tokenized]))
    for template, key in zip(TEMPLATES, places(alphabet) @ columns, strict=True):
        assert (key < space(template, alphabet)).all()
    return [words[i] for i in at.tolist()], dict(zip(COLUMNS, columns, strict=True))


@pytest.mark.parametrize("raw", REFERENCES)
def test_every_column_has_a_value_a_token(raw: str) -> None:
    words, columns = described(raw)
    assert words == [token.text for token in tokenize(raw)]
    assert {name for template in TEMPLATES for name in template} == set(COLUMNS)
    assert {len(values) for values in columns.values()} == {len(words)}


def test_columns_of_references_described_together_are_those_of_each_alone() -> None:
    raws = (*REFERENCES, "((„ [ 5", "a 1 ) b ( c 1999", *REFERENCES)
    _, together = described(*raws)
    alone = [described(raw)[1] for raw in raws]
    numbered_by_text = ("short", "gap")  # numbered anew for each alphabet
    for name, values in together.items():
        if not name.startswith(numbered_by_text):
            assert values.tolist() == [value for columns in alone for value in columns[name].tolist()], name


def test_a_number_ahead_is_counted_within_its_reference_only() -> None:
    words, columns = described("Kuhn, Structure", "1962, (12) „a“ b")
    assert words == ["Kuhn", "Structure", "1962", "12", "a", "b"]
    assert columns["distance"].tolist() == [7, 7, 1, 7, 7, 7]
    assert columns["dated"].tolist() == [1, 1, 1, 2, 2, 2]
    assert columns["inside"].tolist() == [1, 1, 1, 2, 3, 7]
