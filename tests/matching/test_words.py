"""A reference and its work are found by the same words."""

from refcheck.matching.words import words_of_work, words_parsed, words_printed
from refcheck.model import Name, Reference, Work
from tests.comparing.examples import REFERENCE, WORK, registered


def test_both_sides_are_folded_alike() -> None:
    shared = set(words_of_work(WORK)) & set(words_printed(REFERENCE))
    assert {"secondary", "traumatic", "effects", "couples", "kolk", "2006", "76", "451"} <= shared
    assert set(words_parsed(REFERENCE)) <= set(words_printed(REFERENCE))


def test_every_word_stands_once() -> None:
    for words in (words_of_work(WORK), words_printed(REFERENCE), words_parsed(REFERENCE)):
        assert len(words) == len(set(words)) > 5


def test_what_nobody_cites_has_no_words() -> None:
    assert words_of_work(registered(type="component")) == ()
    assert words_parsed(Reference("Kolk 2014", authors=(Name("Kolk"),))) == ()
    assert words_printed(Reference("")) == ()


def test_a_book_is_found_by_its_publisher_and_an_article_is_not() -> None:
    book = Work("crossref", type="book", titles=("Stars",), publisher="Elsevier")
    assert "elsevier" in words_of_work(book)
    assert "elsevier" not in words_of_work(registered(publisher="Elsevier"))
