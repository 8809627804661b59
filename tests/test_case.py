"""What the checks read of an article: the day of the newest answer."""

from datetime import date

from refcheck.case import Case
from refcheck.model import Answer, Article, Identity, Outcome, Reference, Resolution


def answered(*answers: tuple[Outcome, str]) -> Case:
    made = tuple(Answer("crossref", "doi:10.1/x", outcome, date=day) for outcome, day in answers)
    reference = Reference("x")
    return Case(Article("a.md", "markdown"), (reference,), (Resolution(reference, Identity.UNCHECKED, answers=made),))


def test_the_newest_answer_is_a_hit_or_a_miss() -> None:
    made = answered(
        (Outcome.FOUND, "2026-05-01"),
        (Outcome.ABSENT, "2026-06-02T10:00:00Z"),
        (Outcome.UNREACHABLE, "2026-07-03"),
    )
    assert made.newest_answer == date(2026, 6, 2)


def test_a_day_that_cannot_be_read_is_no_day() -> None:
    assert answered((Outcome.FOUND, "yesterday"), (Outcome.FOUND, "")).newest_answer is None
    assert answered((Outcome.FOUND, "yesterday"), (Outcome.FOUND, "2025-01-31")).newest_answer == date(2025, 1, 31)


def test_without_answers_there_is_no_day() -> None:
    assert answered().newest_answer is None
