"""The titles of an entry, and what it stands in."""

import pytest

from refcheck.exchange.bibtex_read import read_bibtex
from refcheck.exchange.bibtex_titles import name_of, titled


@pytest.mark.parametrize(
    ("title", "subtitle", "expected"),
    [
        ("Fires", "A study", "Fires: A study"),
        ("Fires?", "A study", "Fires? A study"),
        ("Fires…", "A study", "Fires… A study"),
        ('"Fires"', "", "Fires"),
        ("", "A study", "A study"),
        ("Fire atlas, https://example.org/a", "", "Fire atlas"),
        ("https://example.org/a", "", "https://example.org/a"),
        ("Fires, https://example.org/a; https://example.org/b", "", "Fires"),
        ("[1706.03762] [1706.03763] Fires", "", "Fires"),
    ],
)
def test_titles(title: str, subtitle: str, expected: str) -> None:
    assert titled(title, subtitle) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (r"{{\aap}}", "Astronomy and Astrophysics"),
        (r"\araa{}", "Annual Review of Astronomy and Astrophysics"),
        (r"\apj\ Letters", "Astrophysical Journal Letters"),
        (r"{\jhep}", "jhep"),
        (r"{\em Fire Science}", "Fire Science"),
        (r"\textit{Nature}", "Nature"),
    ],
)
def test_names_of_journals(printed: str, expected: str) -> None:
    assert name_of(printed) == expected


@pytest.mark.parametrize("field", ["journal", "series"])
def test_macros_of_journals_stand_in_other_fields_too(field: str) -> None:
    (reference,) = read_bibtex(f"@inproceedings{{k, title={{Stars}}, {field}={{\\procspie}}}}")
    assert "Proceedings of SPIE" in (reference.container, reference.series)


@pytest.mark.parametrize(
    ("printed", "journal"),
    [
        ("Submitted to Nature", "Nature"),
        ("in press, Cell", "Cell"),
        ("Accepted for publication in Fire Safety", "Fire Safety"),
        ("erscheint in Zeitschrift für Brände", "Zeitschrift für Brände"),
        ("à paraître dans Revue des feux", "Revue des feux"),
        ("In press", ""),
        ("Accepted Manuscripts Quarterly", "Accepted Manuscripts Quarterly"),
    ],
)
def test_the_journal_that_a_work_will_appear_in(printed: str, journal: str) -> None:
    (reference,) = read_bibtex(f"@article{{k, title={{Fires}}, journal={{{printed}}}}}")
    assert reference.container == journal
