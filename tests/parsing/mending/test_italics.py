"""What the reader's markup tells: italics, and a dash that repeats the authors."""

import pytest

from refcheck.exchange.references import parse_entries
from refcheck.model import Entry
from refcheck.parsing.mending.italics import with_repeated
from refcheck.parsing.references import read_fields


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("———. (1999). Trauma. Viking.", "Kolk, B. (1999). Trauma. Viking."),
        ("———, Trauma. Viking, 1999.", "Kolk, B, Trauma. Viking, 1999."),
        ("Ibid. Trauma, 1999.", "Kolk, B Trauma, 1999."),
        ("Trauma. Viking, 1999.", "Kolk, B Trauma. Viking, 1999."),
    ],
)
def test_a_dash_stands_for_the_authors_before(raw: str, whole: str) -> None:
    assert with_repeated(raw, "Kolk, B.") == whole


RAW = "Corey E. The light of the north. Stars of winter and rain. 1999."
WHOLE = ("The light of the north. Stars of winter and rain", "")


def title_and_container(raw: str, *italics: str) -> tuple[str, str]:
    (found,) = read_fields([raw], [italics])
    return found.get("title", ""), found.get("container", "")


def test_italics_behind_a_title_are_the_container() -> None:
    assert title_and_container(RAW) == WHOLE
    assert title_and_container(RAW, "Stars of winter and rain") == (
        "The light of the north",
        "Stars of winter and rain",
    )


def test_a_number_in_italics_stays_what_it_is() -> None:
    raw = "Corey E. Stars of the north. Sky letters, 27(3)."
    for italics in ("Sky letters", "Sky letters, 27"):
        (found,) = read_fields([raw], [[italics]])
        assert [found.get(name) for name in ("container", "volume", "issue")] == ["Sky letters", "27", "3"]


def test_italics_that_are_not_in_the_text_or_hold_no_word_change_nothing() -> None:
    assert title_and_container(RAW, "Moon") == title_and_container(RAW, "1999", "E.") == WHOLE


def test_one_foreign_word_inside_a_title_is_no_container() -> None:
    assert title_and_container(RAW, "light") == WHOLE


def test_an_entry_whose_book_is_in_italics() -> None:
    raw = "Arendt, H. The human condition. Chicago, 1958."
    (found,) = parse_entries([Entry(raw, 1, 1, italics=("The human condition",))])
    assert (found.title, found.container) == ("The human condition", "")
