"""References without a heading."""

from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.headless import carried_on, lone_reference, without_heading
from refcheck.reading.lists.sections import Section
from tests.reading.lists.examples import PROSE, REFERENCES

LONG = f"{PROSE} {PROSE}"


def blocks(*texts: str, kind: Kind = Kind.PARAGRAPH, **markup: object) -> list[Block]:
    return [Block(kind, (Line(number, text),), **markup) for number, text in enumerate(texts, 1)]  # type: ignore[arg-type]


def said(found: list[Block]) -> list[str]:
    return [block.text for block in found]


def test_several_close_together_are_a_list() -> None:
    assert said(without_heading(blocks(LONG, *REFERENCES))) == list(REFERENCES)
    assert without_heading(blocks(LONG, PROSE)) == without_heading([]) == []


def test_one_alone_or_two_far_apart_are_none() -> None:
    assert without_heading(blocks(LONG, REFERENCES[0], LONG)) == []
    assert without_heading(blocks(REFERENCES[0], *[LONG] * 4, REFERENCES[2])) == []


def test_the_one_at_the_end_behind_running_text() -> None:
    def lone(*texts: str) -> Block | None:
        return lone_reference([(Section(0, members=blocks(*texts)), ())])

    found = lone(LONG, LONG, REFERENCES[1])
    assert found is not None and found.text == REFERENCES[1]
    last = lone(LONG, REFERENCES[1], "J. Doe, 2020")  # who wrote it stands behind
    assert last is not None and last.text == REFERENCES[1]
    assert lone(REFERENCES[1]) is None  # nothing cites it
    assert lone(LONG, REFERENCES[1], LONG) is None


def test_a_group_right_behind_a_list_is_three_and_hardly_more() -> None:
    assert said(carried_on(Section(0, members=blocks(*REFERENCES)))) == list(REFERENCES)
    assert carried_on(Section(0, members=blocks(*REFERENCES[:2]))) == []
    assert carried_on(Section(0, members=blocks(*REFERENCES, LONG, LONG, LONG))) == []
