"""What the reader's markup tells: italics, and a dash that repeats the authors."""

import pytest

from refcheck.exchange.references import parse_entries
from refcheck.model import Entry
from refcheck.parsing.mending.italics import with_italics, with_repeated
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import tokenize


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


RAW = "Corey E. Stars of the north. Sky letters, 27(3)"
LABELS = [*["author"] * 2, *["title"] * 6, "volume", "issue"]


def relabelled(*italics: str) -> list[str]:
    tokens = tokenize(RAW)
    assert len(tokens) == len(LABELS)
    return list(with_italics(RAW, tokens, Tagged(list(LABELS), [0.9] * len(LABELS)), italics).labels)


def test_italics_behind_a_title_are_the_container() -> None:
    assert relabelled("Sky letters") == [*LABELS[:6], "container", "container", "volume", "issue"]
    assert relabelled("Sky letters, 27") == relabelled("Sky letters")  # a number stays what it is


def test_italics_that_are_not_in_the_text_or_hold_no_word_change_nothing() -> None:
    assert relabelled() == relabelled("Moon") == relabelled("27", "E.") == LABELS


def test_one_foreign_word_inside_a_title_is_no_container() -> None:
    assert relabelled("of") == LABELS


def test_an_entry_whose_book_is_in_italics() -> None:
    raw = "Arendt, H. The human condition. Chicago, 1958."
    (found,) = parse_entries([Entry(raw, 1, 1, italics=("The human condition",))])
    assert (found.title, found.container) == ("The human condition", "")
