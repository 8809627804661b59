import pytest

from refcheck.comparing.editions import edition_number, edition_of


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
