"""The level of each field of a work in an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.matching import levels as module
from refcheck.matching.levels import Levels
from refcheck.model import Name, Reference, Work
from refcheck.parsing import parse
from tests.comparing.examples import RAW, WORK, cited, registered

JOURNAL = "American Journal of Orthopsychiatry"
REFERENCE = cited(raw=RAW.replace("Am. J. Orthopsychiatry", JOURNAL), container=JOURNAL)


def levels(reference: Reference, work: Work) -> dict[str, str]:
    return dict(Levels(reference, work))


def test_a_work_that_agrees_in_all_says_so_in_every_field() -> None:
    assert levels(REFERENCE, WORK) == {
        "title": "same",
        "rest": "none",
        "authors": "many",
        "year": "same",
        "container": "same",
        "volume": "same",
        "pages": "same",
    }


@pytest.mark.parametrize(
    ("field", "fields", "level"),
    [
        ("year", {"years": (2007,)}, "near"),
        ("year", {"years": (1987,)}, "other"),
        ("year", {"years": ()}, "silent"),
        ("volume", {"volume": "12"}, "other"),
        ("pages", {"pages": "9-10"}, "other"),
        ("pages", {"pages": "440-470"}, "inside"),
        ("authors", {"authors": (Name("Smith", "T."),)}, "none"),
        ("authors", {"authors": ()}, "silent"),
        ("container", {"containers": ("Physics of Fluids",)}, "other"),
    ],
)
def test_a_record_that_differs_in_one_field(field: str, fields: dict[str, object], level: str) -> None:
    assert levels(REFERENCE, registered(**fields))[field] == level


def test_what_was_parsed_wrongly_is_still_found_in_the_text() -> None:
    bare = Reference(raw=REFERENCE.raw)
    found = levels(bare, WORK)
    assert (found["title"], found["year"], found["container"], found["pages"]) == ("same",) * 4


def test_a_level_is_found_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "unexplained", lambda *_: pytest.fail("asked how much the record doesn't explain"))
    found = Levels(replace(REFERENCE), WORK)
    assert (found["title"], found["authors"], found["pages"]) == ("same", "many", "same")
    with pytest.raises(KeyError):
        found["colour"]


def test_a_short_name_within_another_word_is_not_printed_but_one_in_han_is() -> None:
    rain = "Gray, B. (2001). Rain on the roofs of the city. Weather, 1(2), 3-4."

    def authors(raw: str, name: Name) -> str:
        work = Work("crossref", titles=("Rain on the roofs of the city",), authors=(name,), years=(2001,))
        return levels(parse(raw), work)["authors"]

    assert authors(rain, Name("Ray", "A.")) == "none"
    assert authors(rain, Name("Gray", "B.")) == "only"
    assert authors("王小明 (2001). Rain on the roofs of the city. Weather, 1(2), 3-4.", Name("王", "小明")) == "only"


def test_a_first_author_with_letters_wrong_is_near() -> None:
    work = Work("crossref", titles=("Rain on the roofs of the city",), authors=(Name("Hollander", "V."),))
    assert levels(Reference("1 n. Hol landeW, Weather 45, 671 (1987)."), work)["authors"] == "near"
