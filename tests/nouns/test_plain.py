"""Nouns to JSON-ready data and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import (
    Article,
    Entry,
    Finding,
    Mention,
    MentionKind,
    Name,
    Reference,
    Relation,
    Severity,
    Update,
    Work,
)
from refcheck.nouns.plain import from_plain, to_plain

TEXT = st.text(max_size=5)
GIVEN = st.text(min_size=1, max_size=5)  # of a field without a default
WORKS = st.builds(
    Work,
    source=GIVEN,
    titles=st.lists(TEXT, max_size=2).map(tuple),
    authors=st.lists(st.builds(Name, family=TEXT, given=TEXT), max_size=2).map(tuple),
    score=st.none() | st.floats(0, 100),
    years=st.lists(st.integers(0, 2030), max_size=2).map(tuple),
    updates=st.lists(st.builds(Update, kind=GIVEN, date=TEXT), max_size=2).map(tuple),
    relations=st.lists(st.builds(Relation, kind=GIVEN, doi=GIVEN), max_size=1).map(tuple),
)


def test_a_prompt_prints_what_a_noun_has_cut_to_a_screen() -> None:
    who = (Name("Kolk", "B. A.", "van der"),)
    made = Reference("x" * 500, authors=who, confidence={"title": 0.98765}, entry=Entry("x", 7, 8))
    told = repr(made)
    assert "authors=(Name(family='Kolk', given='B. A.', particle='van der'),), confidence={'title': 0.988})" in told
    assert "editors" not in told and "entry" not in told and len(told) < 400
    assert "0" in repr(Finding("dated", Severity.NOTE, "Old.", reference=0)).partition("reference=")[2]
    assert len(repr(Reference("x", authors=who * 1000))) < 1500


def test_what_is_absent_is_left_out_and_the_rest_is_json() -> None:
    mention = Mention("(Kolk, 2014)", 3, MentionKind.AUTHOR_YEAR, ("Kolk",), 2014, (0,))
    made = to_plain(Article("a.md", "markdown", date=date(2022, 4, 21), mentions=(mention,)), skip=("format",))
    assert made == {
        "path": "a.md",
        "date": "2022-04-21",
        "mentions": [
            {
                "text": "(Kolk, 2014)",
                "line": 3,
                "kind": "author-year",
                "names": ["Kolk"],
                "year": 2014,
                "entries": [0],
            }
        ],
    }
    assert json.loads(json.dumps(made)) == made


def test_an_inner_mapping_stays_one() -> None:
    assert to_plain(Entry("x", 1, 2, data={"title": "Stars"}))["data"] == {"title": "Stars"}


def test_a_key_nobody_knows_is_ignored() -> None:
    data = {"family": "Kolk", "orcid": "0000", "given": "B."}
    assert from_plain(Name, data) == Name("Kolk", "B.")


@given(WORKS)
def test_there_and_back(work: Work) -> None:
    assert from_plain(Work, json.loads(json.dumps(to_plain(work)))) == work


def test_enums_dates_and_nouns_in_lists_come_back_by_the_types_of_the_fields() -> None:
    mention = Mention("(Kolk, 2014)", 3, MentionKind.AUTHOR_YEAR, ("Kolk",), 2014, (0,))
    article = Article("a.md", "markdown", date=date(2022, 4, 21), mentions=(mention,), entries=(Entry("x", 1, 2),))
    assert from_plain(Article, json.loads(json.dumps(to_plain(article)))) == article


@pytest.mark.parametrize(
    ("data", "error"),
    [({"text": "x", "line": 1, "kind": "guess"}, ValueError), ({"text": "x"}, TypeError), ({"names": "x"}, TypeError)],
)
def test_what_does_not_fit_is_refused(data: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        from_plain(Mention, data)
