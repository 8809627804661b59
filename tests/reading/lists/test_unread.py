"""The items of a list that gave no reference."""

from refcheck.model import UnreadReason
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.headings import STRONG
from refcheck.reading.lists.sections import Section
from refcheck.reading.lists.unread import Found, count_items
from tests.reading.lists.examples import PROSE, REFERENCES


def items(*texts: str, group: int = 1) -> list[Block]:
    return [Block(Kind.ITEM, (Line(number, text),), level=1, group=group) for number, text in enumerate(texts, 10)]


def counted(members: list[Block], kept: list[Block], grade: int = STRONG) -> Found:
    found = Found()
    count_items(Section(grade, "Bibliography", 9, members=members), kept, found)
    return found


def test_what_was_kept_is_counted() -> None:
    listed = items(*REFERENCES)
    found = counted(listed, listed)
    assert (found.seen, found.unread) == (3, [])


def test_an_item_between_two_that_was_not_kept_is_unread() -> None:
    listed = items(REFERENCES[0], "Smth (2011) unreadable thing", REFERENCES[2])
    found = counted(listed, [listed[0], listed[2]])
    assert found.seen == 3
    assert [(item.line, item.reason, item.text) for item in found.unread] == [
        (11, UnreadReason.UNREAD, "Smth (2011) unreadable thing")
    ]


def test_a_remark_and_an_item_of_another_list_are_not() -> None:
    listed = items(REFERENCES[0], "and so on", REFERENCES[2])
    assert counted(listed, [listed[0], listed[2]]).unread == []
    other = [listed[0], *items("Smth (2011) unreadable thing", group=2), listed[2]]
    assert counted(other, [listed[0], listed[2]]).unread == []


def test_two_references_in_one_item_are_glued() -> None:
    listed = items(f"{REFERENCES[2]} {REFERENCES[1]}", REFERENCES[0])
    assert [(item.line, item.reason) for item in counted(listed, listed).unread] == [(10, UnreadReason.GLUED)]


def test_a_list_that_was_promised_and_not_read_is_missed() -> None:
    promised = counted(items("Smth (2011) unreadable", "Jons (2012) unreadable"), [])
    assert [(item.line, item.end_line, item.reason) for item in promised.unread] == [(9, 11, UnreadReason.NO_LIST)]
    assert counted(items(PROSE, PROSE), []).unread == []
    assert counted(items("Smth (2011) unreadable", "Jons (2012) unreadable"), [], grade=0).unread == []
