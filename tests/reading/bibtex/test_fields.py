"""A broken BibTeX entry, field by field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.reading.bibtex.fields import Reader, parts_of


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("{The {DNA} of it}", "The {DNA} of it"),
        ('"quoted {"}x{"} text"', 'quoted {"}x{"} text'),
        ("2001", "2001"),
        ("jan", [("jan", True)]),
        ('"a" # b # {c}', [("a", False), ("b", True), ("c", False)]),
        ("{never closed", None),
        ('"never closed', None),
        ("{a} b", None),
    ],
)
def test_the_parts_of_a_value(value: str, parts: object) -> None:
    assert parts_of(value) == parts


def read(block: str) -> tuple[str, dict[str, str], list[str]]:
    reader = Reader(block, 0, len(block))
    key = reader.key()
    fields = {name: "".join(part for part, _ in value) for name, value in reader.fields()}
    return key, fields, [str(problem) for problem in reader.problems]


def test_a_whole_entry_has_no_problem() -> None:
    assert read("smith, title={Stars}, year=2010}") == ("smith", {"title": "Stars", "year": "2010"}, [])


@pytest.mark.parametrize(
    ("block", "fields", "problem"),
    [
        ("a title={Stars}, year=2010}", {"title": "Stars", "year": "2010"}, "a comma is missing after the key a"),
        ("a, title={Stars} year=2010}", {"title": "Stars", "year": "2010"}, "a comma is missing after title (line 1)"),
        ("a, title={Stars,\n year=2010}", {"title": "Stars", "year": "2010"}, "title is not closed (line 1)"),
        ("a, title={Stars}},\n year=2010}", {"title": "Stars", "year": "2010"}, "a brace too many before year"),
        (
            "a, title=Stars of it,\n year=2010}",
            {"title": "Stars of it", "year": "2010"},
            "title has no braces (line 1)",
        ),
        ("a, title={Stars}", {"title": "Stars"}, "not closed"),
        ("a, title=“Stars”, year=2010}", {"title": "Stars", "year": "2010"}, "title has no braces (line 1)"),
        ("a, title={Stars}, ? ?\n year=2010}", {"title": "Stars", "year": "2010"}, "unreadable: ? ?"),
        ("a, title={Stars}, no more}", {"title": "Stars"}, "the entry is not closed"),
    ],
)
def test_what_is_broken_is_recovered_and_said(block: str, fields: dict[str, str], problem: str) -> None:
    key, found, problems = read(block)
    assert (key, found) == ("a", fields)
    assert any(problem in said for said in problems), problems


def test_a_block_without_key_has_its_fields() -> None:
    assert read("title={Stars}}")[:2] == ("", {"title": "Stars"})


@given(st.text(alphabet='a=,{}"#% \n1\\', max_size=60))
def test_any_block_ends(block: str) -> None:
    key, fields, _ = read(block)
    assert len(key) <= len(block) and len(fields) <= len(block)
