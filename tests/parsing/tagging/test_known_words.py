"""What single words are known for."""

import pytest

from refcheck.parsing.tagging.known_words import codes, is_given_name, venue_score


@pytest.mark.parametrize(("word", "given"), [("Peter", True), ("maria", True), ("Smith", False), ("qzxkv", False)])
def test_a_given_name(word: str, given: bool) -> None:
    assert is_given_name(word) is given


def test_words_of_journals_and_of_titles() -> None:
    assert venue_score("journal") > 0 > venue_score("study")
    assert venue_score("qzxkv") == 0


def test_a_word_nobody_knows_has_no_code() -> None:
    assert codes("qzxkv") == ("", "")
    assert codes("smith")[0] in ("F", "f")
