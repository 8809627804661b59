"""Headings of lists, in every language."""

import pytest

from refcheck.language.words import subject
from refcheck.reading import read
from refcheck.reading.lists.headings import STRONG, WEAK, heading_grade
from tests.reading.lists.examples import REFERENCES, raws, text

LEXICON = subject("headings")


def test_the_lexicon_knows_forty_languages() -> None:
    assert len(LEXICON) >= 40
    assert all(words["list"] for words in LEXICON.values())


@pytest.mark.parametrize("language", sorted(LEXICON))
def test_every_heading_of_every_language_heads_a_list(language: str) -> None:
    for word in LEXICON[language]["list"]:
        for heading in (word, word.upper(), f"{word}:", f"7. {word}"):
            assert heading_grade(heading) == STRONG, heading
        assert raws(read(text(word), path="x.txt")) == list(REFERENCES), word


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("Bronnen en verder lezen", STRONG),
        ("References & further reading", STRONG),
        ("Sources, notes", STRONG),
        ("REFERENCES (selected)", STRONG),
        ("📚 Literatuur", STRONG),
        ("Further reading", WEAK),
        ("Anmerkungen", WEAK),
        ("Bronnen van inkomsten in de middeleeuwen en daarna nog heel lang", 0),
        ("Conclusie", 0),
        ("", 0),
    ],
)
def test_heading_grades(heading: str, grade: int) -> None:
    assert heading_grade(heading) == grade
