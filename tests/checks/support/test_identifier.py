"""A DOI does not exist only where doi.org itself says so, and no register has it."""

from refcheck.checks.support.identifier import unregistered
from refcheck.model import Answer, Identity, Outcome, Reference, Resolution, Work

PRINTED = Reference("x", doi="10.1/x")


def told(*answers: tuple[str, str, Outcome], reference: Reference = PRINTED) -> Resolution:
    made = [
        Answer(source, question, outcome, works=(Work(source),) if outcome is Outcome.FOUND else ())
        for source, question, outcome in answers
    ]
    return Resolution(reference, Identity.ABSENT, answers=tuple(made))


def test_a_clean_miss_of_the_registry_says_so() -> None:
    assert unregistered(told(("doi.org", "ra:10.1/x", Outcome.ABSENT), ("crossref", "doi:10.1/x", Outcome.ABSENT)))


def test_a_miss_of_another_register_or_a_silence_says_nothing() -> None:
    assert not unregistered(told(("crossref", "doi:10.1/x", Outcome.ABSENT)))
    assert not unregistered(told(("doi.org", "ra:10.1/x", Outcome.UNREACHABLE)))


def test_a_record_anywhere_outweighs_the_miss() -> None:
    assert not unregistered(told(("doi.org", "ra:10.1/x", Outcome.ABSENT), ("datacite", "doi:10.1/x", Outcome.FOUND)))


def test_a_miss_of_another_doi_and_an_entry_without_one_say_nothing() -> None:
    assert not unregistered(told(("doi.org", "ra:10.1/y", Outcome.ABSENT)))
    assert not unregistered(told(("doi.org", "ra:", Outcome.ABSENT), reference=Reference("x")))
