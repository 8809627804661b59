"""An entry as a place to look registered values up in."""

import pytest

from refcheck.matching.printed import Printed, bare, content_of, printed, stands_in, words_of
from refcheck.model import Name, Reference

RAW = "Kolk, B. (2014). The body keeps the score. Trauma Quarterly, 007, 11T7. Vol. 3 7 41."
ENTRY = Reference(RAW, title="The body keeps the score", authors=(Name("Kolk", "B."),), container="Trauma Quarterly")


def test_numbers_stand_whole_broken_up_or_smudged() -> None:
    made = Printed(ENTRY)
    assert {"2014", "7"} <= made.numbers
    assert made.smudged("3741") and made.smudged("1167")
    assert not made.smudged("1168") and not made.smudged("11")


def test_content_is_neither_people_nor_venue_nor_furniture() -> None:
    assert set(Printed(ENTRY).content) == {"body", "keeps", "score"}


def test_a_region_of_letters_is_a_slice_of_words() -> None:
    made = Printed(ENTRY)
    start = made.letters.index("bodykeeps")
    assert made.words[made.region(start, start + len("bodykeeps"))] == ("body", "keeps")
    assert made.words[made.region(0, 0)] == ()


@pytest.mark.parametrize(
    ("word", "stands"),
    [("body", True), ("keepsthe", True), ("scorf", True), ("bodies", False), ("xyz", False)],
)
def test_a_word_stands_whole_glued_or_with_a_letter_wrong(word: str, stands: bool) -> None:
    words = ("body", "keeps", "the", "score")
    assert stands_in(word, words, "".join(words)) is stands


def test_words_and_their_content() -> None:
    assert words_of("The Body-Keeps!") == words_of("the body keeps")
    assert content_of(("of", "the", "stars", "x", "心")) == ("stars", "心")
    assert (bare("007"), bare("70"), bare("000"), bare("")) == ("7", "70", "0", "")


def test_an_entry_is_prepared_once() -> None:
    assert printed(ENTRY) is printed(ENTRY)
    assert printed(Reference(RAW)) is not printed(ENTRY)
