"""Blocks of lines, and how pieces of markup are collected into one."""

from hypothesis import given
from hypothesis import strategies as st

from refcheck.reading.document import Block, Kind, Line, Pointer, Writer, clean, shifted


def test_white_space_is_folded_and_what_cannot_be_seen_is_gone() -> None:
    assert clean(" a\u00a0 b\t\nc ") == "a b c"
    assert clean("re\u00adla\u200btion e\u0301") == "relation é"
    assert clean("a\ud800b") == "a?b"
    assert clean("") == ""


@given(st.text())
def test_clean_text_stays_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


def test_a_block_is_its_lines_on_one() -> None:
    block = Block(Kind.ITEM, (Line(3, "one `x`", code=("`x`",)), Line(5, "two", end=6)))
    assert (block.text, block.said) == ("one `x` two", "one … two")
    assert (block.line, block.end_line) == (3, 6)


def test_a_piece_of_a_file_is_moved_down() -> None:
    block = Block(Kind.NOTE, (Line(1, "a"), Line(2, "b", end=4)), pointers=(Pointer("n", 2, "b"),))
    (moved,) = shifted([block], 10)
    assert [(line.number, line.last) for line in moved.lines] == [(11, 11), (12, 14)]
    assert moved.pointers[0].line == 12


def test_a_writer_keeps_lines_italics_and_links() -> None:
    writer = Writer(1)
    writer.write("  Kolk. ", 2)
    writer.slant()
    writer.write("The body", 2)
    writer.newline(hard=False)
    writer.write("keeps the score", 3)
    writer.upright()
    writer.link("https://example.org", "here")
    writer.link("https://example.org")
    writer.newline(hard=True)
    assert writer.broken
    writer.write("Viking", 4, code=True)
    assert not writer.broken
    block = writer.block(Kind.ITEM, marker="1.")
    assert block is not None
    assert [(line.number, line.text, line.indent, line.hard) for line in block.lines] == [
        (2, "Kolk. The body", 2, False),
        (3, "keeps the score", 0, False),
        (4, "Viking", 0, True),
    ]
    assert block.italics == ("The body keeps the score",)
    assert (block.links, block.linked) == (("https://example.org",), ("here",))
    assert block.said.endswith("…") and block.marker == "1."


def test_text_flows_over_lines_of_the_file() -> None:
    writer = Writer(3)
    assert writer.flow("Kolk. The body\nkeeps", 3) == 4
    assert writer.flow(" the\n\nscore", 4) == 6
    block = writer.block(Kind.PARAGRAPH)
    assert block is not None
    assert (block.text, block.line, block.end_line) == ("Kolk. The body keeps the score", 3, 6)


def test_nothing_written_is_no_block_and_a_number_alone_is_noticed() -> None:
    writer = Writer(1)
    writer.write(" \u200b ", 1)
    assert writer.block(Kind.PARAGRAPH) is None
    writer.write("[12]", 1)
    assert writer.numbered
    writer.write(" Kolk", 1)
    assert not writer.numbered
