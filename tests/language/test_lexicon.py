"""Words of references and their roles."""

import pytest

from refcheck.language.lexicon import ORDER, ROLES


@pytest.mark.parametrize(
    ("word", "role"),
    [("jahrg", "vol"), ("årg", "vol"), ("hrsg", "eds"), ("pp", "pp"), ("mei", "month"), ("und", "and"), ("in", "in")],
)
def test_a_word_has_its_role_in_any_language(word: str, role: str) -> None:
    assert ROLES[word] == role


def test_roles_are_those_of_the_order_and_words_are_bare() -> None:
    assert set(ROLES.values()) <= {*ORDER, "month"}
    assert all(word == word.lower() and not word.endswith("_") for word in ROLES)
    assert "trauma" not in ROLES
