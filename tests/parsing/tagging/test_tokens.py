"""Tokens and the gaps between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.identifiers.find import find_identifiers
from refcheck.parsing.tagging.tokens import MAX_TOKENS, first_from, tokenize, words_in


def test_glued_fields_are_cut_apart() -> None:
    words = [token.text for token in tokenize("HoffmanDC. IEEETrans trauma27(7), McDonald O'Brien 제22권")]
    assert words == ["Hoffman", "DC", "IEEE", "Trans", "trauma", "27", "7", "McDonald", "O'Brien", "제", "22", "권"]


def test_an_identifier_is_one_token() -> None:
    raw = "Smith J. Title. doi:10.1000/a(b)c. End"
    tokens = tokenize(raw, find_identifiers(raw))
    assert [t.text for t in tokens if t.kind] == ["doi:10.1000/a(b)c"]
    assert tokens[-1].text == "End"


@given(st.text(max_size=300))
def test_tokens_and_gaps_cover_the_text(raw: str) -> None:
    tokens = tokenize(raw, find_identifiers(raw))
    if len(tokens) < MAX_TOKENS and tokens:
        assert "".join(t.gap + t.text for t in tokens) == raw[: tokens[-1].end]
    assert all(raw[t.start : t.end] == t.text for t in tokens)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Smith, J. (Ed.). PM2.5 at_home", {"smith", "j", "ed", "pm", "at", "home"}),
        ("EDİTÖR: Yılmaz", {"editör", "yılmaz"}),
        ("编 2010", {"编"}),
        ("2010", set()),
    ],
)
def test_the_words_of_a_text_in_lower_case(text: str, words: set[str]) -> None:
    assert words_in(text) == words


def test_a_token_is_found_by_its_place() -> None:
    raw = "Smith J. Title."
    tokens = tokenize(raw)
    assert [first_from(tokens, place) for place in range(len(raw) + 1)] == [0] + [1] * 6 + [2] * 3 + [3] * 6
