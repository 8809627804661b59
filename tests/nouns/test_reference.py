"""An entry parsed: its kind, its problems, its JSON."""

import pickle

import pytest

from refcheck.model import Entry, Name, Problem, ProblemKind, Reference, WorkType
from refcheck.sentences import say


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (Name("Kolk", "B. A.", "van der"), "van der Kolk, B. A."),
        (Name("King", "M. L.", suffix="Jr."), "King, Jr., M. L."),
        (Name("Plato"), "Plato"),
        (Name("x", literal="WHO"), "WHO"),
        (Name(), ""),
    ],
)
def test_a_name_as_text(name: Name, printed: str) -> None:
    assert str(name) == printed


def test_a_problem_is_a_sentence_with_a_kind_also_after_a_pickle() -> None:
    problem = Problem.of(ProblemKind.SYNTAX, say("{field} is not closed", field="title"))
    again = pickle.loads(pickle.dumps(problem))
    for made in (problem, again):
        assert (made, made.kind, made.template) == ("title is not closed", "syntax", "{field} is not closed")


@pytest.mark.parametrize(
    ("type", "kind"),
    [("article", WorkType.ARTICLE), ("journal-article", WorkType.ARTICLE), ("nonsense", WorkType.UNKNOWN)],
)
def test_the_kind_of_a_type(type: str, kind: WorkType) -> None:
    assert Reference("x", type=type).kind is kind


def test_a_text_in_doubt_is_no_reference() -> None:
    assert Reference("x").is_reference
    assert Reference("x", confidence={"reference": 0.5}).is_reference
    assert not Reference("x", confidence={"reference": 0.49}).is_reference


def test_json_has_the_lines_of_the_entry_and_no_absent_field() -> None:
    made = Reference("x", title="Stars", confidence={"year": 0.12345, "title": 1.0}, entry=Entry("x", 7, 8))
    assert made.to_dict() == {
        "raw": "x",
        "type": "misc",
        "title": "Stars",
        "line": 7,
        "end_line": 8,
        "field_confidence": {"title": 1.0, "year": 0.123},
    }
    assert Reference("x").to_dict() == {"raw": "x", "type": "misc"}
