"""Registers that are searched by a few words: the words, and what is a whole answer."""

import pytest

from refcheck.model import Name, Reference
from refcheck.resolving.network.reply import Reply, Unavailable
from refcheck.resolving.registers import registers
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.fields import Fields
from refcheck.resolving.sources.searched import enough, listed, words_to_ask

TITLE = "The secondary effects of trauma: A clinician's guide"


def test_the_longest_words_of_the_main_title_in_its_order_and_a_name() -> None:
    reference = Reference("x", title=TITLE, authors=(Name("van der Kolk", "B."), Name("Smith")))
    assert words_to_ask(reference) == (["secondary", "effects", "trauma"], "Kolk")
    edited = Reference("x", title=TITLE, editors=(Name(literal="World Health Organization"),))
    assert words_to_ask(edited)[1] == "Organization"


def test_numbers_and_short_words_are_not_asked_for() -> None:
    assert words_to_ask(Reference("x", title="On 12 or x2")) == ([], "")
    assert words_to_ask(Reference("x")) == ([], "")


@pytest.mark.parametrize(
    ("words", "who", "told"),
    [
        (["sleep", "memory"], "", True),
        (["attachment"], "Bowlby", True),
        (["attachment"], "", False),
        (["the"], "Bowlby", False),
        ([], "Bowlby", False),
    ],
)
def test_two_words_or_one_and_a_name_say_which_work_is_meant(words: list[str], who: str, told: bool) -> None:
    assert enough(words, who) is told


def test_a_reply_without_a_count_or_without_its_rows_is_no_answer() -> None:
    rows = [Fields({"a": 1})]
    assert listed(Reply(200), 1, rows) == rows
    assert listed(Reply(200), 0, []) == []
    for reply, total, found in ((Reply(200), None, rows), (Reply(200), 3, []), (Reply(404), 0, [])):
        with pytest.raises(Unavailable, match="not a list of records"):
            listed(reply, total, found)


@pytest.mark.parametrize("kind", ["article", "book", "phdthesis", "techreport", "inproceedings", "online", "misc"])
@pytest.mark.parametrize("title", ["", "Die Würde des Menschen", "Deep learning for clinical trials of heart disease"])
def test_an_authority_is_what_covers_calls_one(kind: str, title: str) -> None:
    places = ({}, {"place": "Berlin", "language": "de"}, {"container": "Lancet", "volume": "3"})
    for reference in (Reference("x", type=kind, title=title, year=2010, **place) for place in places):  # type: ignore[arg-type]
        for source in registers().values():
            assert source.is_authority(reference) == (source.covers(reference) is Role.AUTHORITY), source.name
