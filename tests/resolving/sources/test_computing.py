"""Which references are on computing."""

import pytest

from refcheck.model import Reference
from refcheck.resolving.sources.computing import ABOUT, KINDS


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("advances in neural information processing systems, neurips", True),
        ("proc. acm on programming languages", True),
        ("a theory of algorithms", True),
        ("acme press", False),
        ("grief in old age", False),
        ("", False),
    ],
)
def test_a_word_of_the_subject(words: str, about: bool) -> None:
    assert bool(ABOUT.search(words)) is about


def test_kinds_are_those_of_papers() -> None:
    assert Reference("x", type="inproceedings").kind in KINDS
    assert Reference("x", type="book").kind not in KINDS
