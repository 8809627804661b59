"""Who signs, by the letters of the name."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.people.letters import BUCKETS, DATA, buckets, person_odds

ARTICLE = "{} (2010). Water and memory. Journal of Rural Studies, 12(3), 45–67."
BOOK = "{} (2010). Water and memory. London: Zed Books."


@pytest.mark.parametrize(
    "name",
    [
        "Okwuosa Nwachukwu",
        "Thandiwe Nkosi",
        "Mwangi wa Gĩthĩnji",
        "Bambang Sumardjono",
        "Thongchai Panyarachun",
        "Aizhan Bekturganova",
        "Kilisitina Moala",
    ],
)
def test_people_whom_no_list_knows_are_people(name: str) -> None:
    assert person_odds(name) > 0
    for printed in (name, " ".join(reversed(name.split()))):
        for frame in (ARTICLE, BOOK):
            (author,) = parse(frame.format(printed)).authors
            assert author.family and not author.literal


@pytest.mark.parametrize(
    "name", ["Polar Wind Project", "Canards Illimités Canada", "Nederlandse Zorgautoriteit", "Deutsche Umwelthilfe"]
)
def test_bodies_that_no_list_knows_are_bodies(name: str) -> None:
    assert person_odds(name) < 0
    (author,) = parse(BOOK.format(name)).authors
    assert author.literal == name


def test_people_sign_what_a_journal_prints() -> None:
    name = "Wiremu Parata"
    assert -3 < person_odds(name) < 0
    (author,) = parse(ARTICLE.format(name)).authors
    assert author.family


def test_the_doubt_is_said() -> None:
    assert parse(BOOK.format("Deutsche Umwelthilfe")).confidence["authors"] <= 0.8
    known = parse(BOOK.format("Human Rights Watch"))
    assert known.authors[0].literal and known.confidence["authors"] > 0.8


def test_capitals_and_apostrophes_are_told_apart_from_letters() -> None:
    assert list(buckets("Fa’anofo")) == list(buckets("Faʻanofo"))
    assert list(buckets("Wa")) != list(buckets("wa"))
    assert len(DATA.read_bytes()) == BUCKETS
