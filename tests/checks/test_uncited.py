"""Listed, and never mentioned in the text."""

from __future__ import annotations

from dataclasses import replace

from refcheck.checks import uncited, unlisted
from refcheck.model import Severity
from tests.checks.cases import case, dated, saying


def test_a_source_that_is_not_mentioned_is_a_note_at_its_entry() -> None:
    found = list(uncited.find(case(cited=(0, 1, 3))))
    assert [(f.reference, f.line, f.severity) for f in found] == [(2, 102, Severity.NOTE), (4, 104, Severity.NOTE)]


def test_a_page_without_running_text_mentions_nothing_and_that_is_no_fault() -> None:
    made = case(cited=())
    (finding,) = uncited.find(made)
    assert finding.message == "The text mentions none of the 5 references in the list."
    assert finding.reference is None
    assert not list(uncited.find(replace(made, article=replace(made.article, text="Sources"))))


def test_a_source_cited_with_a_wrong_year_is_mentioned_and_said_so() -> None:
    made = saying(case((2020, 2019)), dated("Authora", 2012))
    assert [f.reference for f in uncited.find(made)] == [1]
    (found,) = unlisted.find(made)
    assert (found.reference, found.line, found.field, found.registered) == (0, 7, "year", "")
    assert found.message == "The text cites “(Authora, 2012)”; the list has this reference with the year 2020."


def test_a_source_listed_without_a_year_is_said_to_be() -> None:
    (found,) = unlisted.find(saying(case((None, 2019)), dated("Authora", 2012)))
    assert found.message == "The text cites “(Authora, 2012)”; the list has this reference without a year."


def test_where_most_of_a_list_is_not_mentioned_one_note_says_so() -> None:
    (finding,) = uncited.find(case(cited=(2,)))
    assert finding.message == "The text mentions 1 of the 5 references in the list."
    assert [f.reference for f in uncited.find(case(cited=(0, 1, 2)))] == [3, 4]
