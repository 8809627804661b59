"""Running text as paragraphs that remember their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.reading.sentences import Block, blocks, sentence_start, sentences


def made(text: str) -> list[Block]:
    return list(blocks(list(enumerate(text.split("\n"), 1))))


def said(text: str) -> list[str]:
    (block,) = made(text)
    return [block.text[start:end].strip() for start, end in sentences(block)]


def test_lines_of_a_paragraph_are_joined_and_remembered() -> None:
    first, second = made("One line\nand another.\n\nNext.")
    assert (first.text, second.text) == ("One line and another.", "Next.")
    assert [first.line(first.text.index(word)) for word in ("One", "line", "and", "another")] == [1, 1, 2, 2]
    assert second.line(0) == 4


def test_a_word_broken_at_the_end_of_a_line_is_whole() -> None:
    (block,) = made("The relation-\nship lasts.")
    assert block.text == "The relationship lasts."
    assert block.line(block.text.index("ship")) == 2
    assert made("The Bowlby-\nAinsworth view")[0].text == "The Bowlby- Ainsworth view"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! (Three.) Four", ["One.", "Two!", "(Three.)", "Four"]),
        ("See e.g. this one. Next.", ["See e.g. this one.", "Next."]),
        ("愛着。記憶。", ["愛着。", "記憶。"]),
        ("“One.” Two.", ["“One.”", "Two."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert said(text) == parts


def test_where_the_sentence_of_an_offset_begins() -> None:
    text = "One. Two three. Four."
    assert sentence_start(text, 0, text.index("three")) == text.index("Two")
    assert sentence_start(text, 0, 2) == 0
    assert sentence_start(text, 7, text.index("three")) == 7


def test_without_text_there_is_nothing() -> None:
    assert made("\n \n") == []


@given(st.text(alphabet="aB .-\n!é", max_size=80))
def test_every_offset_has_a_line_with_its_letter(text: str) -> None:
    rows = text.split("\n")
    for block in made(text):
        for offset, letter in enumerate(block.text):
            assert letter.isspace() or letter in rows[block.line(offset) - 1]
