import pytest

from refcheck.comparing.editions import edition_number, edition_of, is_later_edition
from refcheck.model import Name, Reference, Work


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3rd ed.", 3),
        ("Third edition", 3),
        ("3., überarb. Aufl.", 3),
        ("derde druk", 3),
        ("2e", 2),
        ("10", 10),
        ("revised", 0),
        ("", 0),
        ("2009", 0),
        ("quatrième édition", 4),
        ("segunda edición", 2),
    ],
)
def test_the_number_of_an_edition(text: str, number: int) -> None:
    assert edition_number(text) == number


def test_an_edition_may_stand_in_the_title() -> None:
    assert edition_of("", "Discovering statistics, Fifth Edition") == 5
    assert edition_of("", "Discovering statistics (4th ed.)") == 4
    assert edition_of("2", "Discovering statistics (4th ed.)") == 2
    assert edition_of("", "A special edition of nature in 12 days") == 0


FIELD = (Name("Field", "A."),)


@pytest.mark.parametrize(
    ("cited", "registered", "years", "kind", "later"),
    [
        ("3rd ed.", "4th ed.", (2013,), "book", True),
        ("4th ed.", "4th ed.", (2013,), "book", False),
        ("5th ed.", "4th ed.", (2013,), "book", False),
        ("", "4th ed.", (2013,), "book", True),
        ("", "4th ed.", (2009,), "book", False),
        ("", "4th ed.", (2005,), "book", False),
        ("", "4th ed.", (2009, 2013), "book", False),
        ("", "4th ed.", (), "book", False),
        ("", "1st ed.", (2013,), "book", False),
        ("", "2nd ed.", (2013,), "book", True),
        ("3rd ed.", "4th ed.", (2013,), "journal-article", False),
    ],
)
def test_a_record_of_a_later_edition(
    cited: str, registered: str, years: tuple[int, ...], kind: str, later: bool
) -> None:
    """An entry without an edition, of 2009 here, means one that was out then."""
    title = "Discovering statistics using SPSS"
    reference = Reference(title, type="book", title=title, authors=FIELD, year=2009, edition=cited)
    work = Work("crossref", type=kind, titles=(title,), authors=FIELD, years=years, edition=registered)
    assert is_later_edition(reference, work) is later


def test_a_later_edition_of_another_book_is_none() -> None:
    reference = Reference("x", type="book", title="Discovering statistics", authors=FIELD, year=2009)
    for title, authors in (("Discovering psychology", FIELD), ("Discovering statistics", (Name("Miles", "J."),))):
        work = Work("crossref", type="book", titles=(f"{title}, Fourth Edition",), authors=authors, years=(2013,))
        assert not is_later_edition(reference, work)
    work = Work("crossref", type="book", titles=("Discovering statistics, 4th ed.",), authors=FIELD, years=(2013,))
    assert is_later_edition(reference, work)
