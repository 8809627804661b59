"""How much of an entry a record doesn't explain."""

import pytest

from refcheck.matching.rest import is_content, unexplained
from refcheck.model import Name, Reference, Work

RAW = "Kolk, B. (2014). The body keeps the score. Trauma Quarterly, 7, 11-17."
ENTRY = Reference(RAW, title="The body keeps the score", authors=(Name("Kolk", "B."),), container="Trauma Quarterly")


def left(title: str) -> int:
    rest = unexplained(ENTRY, Work("crossref", titles=(title,)))
    return next(count for count in range(9) if not rest.exceeds(count))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The body keeps the score", 0),
        ("The body keeps the scorf", 0),  # a letter is wrong
        ("The bodykeeps score", 0),  # glued
        ("A body of water", 2),
        ("The economy of medieval trading towns", 3),
    ],
)
def test_words_are_missing_unless_they_stand_glued_or_with_a_letter_wrong(title: str, words: int) -> None:
    assert left(title) == words


def test_people_venue_and_numbers_need_no_explaining() -> None:
    assert not unexplained(ENTRY, Work("crossref", titles=("Body keeps score",))).exceeds(0)


def test_words_are_counted_once_for_an_entry_and_a_record() -> None:
    work = Work("crossref", titles=("Sleep",))
    assert unexplained(ENTRY, work) is unexplained(ENTRY, work)
    assert unexplained(ENTRY, work).exceeds(2) and unexplained(ENTRY, work).exceeds(1)


def test_content_is_what_carries_meaning() -> None:
    assert [word for word in ("of", "the", "stars", "x", "心") if is_content(word)] == ["stars", "心"]
