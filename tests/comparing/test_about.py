import pytest

from refcheck.comparing.about import is_about, other_title, reviewed_title, status, unmarked


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Erratum: Wound drains", "Wound drains"),
        ("Reply to Larsen: Sleep debt", "to Larsen: Sleep debt"),
        ("Minimum wages: Reply", "Minimum wages"),
        ("Publisher’s note: Silicon pillars", "Silicon pillars"),
        ("Rezension zu: Die Schule", "zu: Die Schule"),
        ("Fe de erratas: La escuela", "La escuela"),
        ("Responses of birds to light", ""),
        ("RETRACTED: Wound drains", ""),
        ("Comment", ""),
    ],
)
def test_the_title_named_by_a_title(title: str, other: str) -> None:
    assert other_title(title) == other


def test_a_notice_that_names_nothing() -> None:
    assert is_about("Corrigendum")
    assert not is_about("Corrigible robots")


@pytest.mark.parametrize(
    "mark", ["RETRACTED: ", "Retracted Article: ", "[Withdrawn] ", "WITHDRAWN ", "Wiley retracted: "]
)
def test_the_mark_of_a_retracted_work(mark: str) -> None:
    assert unmarked(f"{mark}Wound drains") == "Wound drains"


def test_a_title_that_begins_with_such_a_word_keeps_it() -> None:
    assert unmarked("Withdrawn children at school") == "Withdrawn children at school"
    assert unmarked("Removed organs and their owners") == "Removed organs and their owners"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("RETRACTED: Wound drains", "retraction"),
        ("[Withdrawn] Wound drains", "withdrawal"),
        ("REMOVED: Wound drains", "removal"),
        ("Wound drains", ""),
        ("", ""),
    ],
)
def test_the_status_that_a_mark_gives(title: str, said: str) -> None:
    assert status(title) == said


@pytest.mark.parametrize(
    ("title", "book"),
    [
        ("Rezension: Die Schule.", "Die Schule"),
        ("Book review: Wound drains –", "Wound drains"),
        ("Wound drains", ""),
        ("", ""),
    ],
)
def test_the_book_that_a_review_names(title: str, book: str) -> None:
    assert reviewed_title(title) == book
