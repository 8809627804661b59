"""What has happened to a work: the union of what the registers say, and what the entry itself admits."""

from dataclasses import replace

from refcheck.checks.support.updates import RETRACTED, all_updates, cited_openly, latest, told
from refcheck.model import Answer, Entry, Outcome, Update
from tests.checks.resolved import RETRACTION, WORK, changed, found, updated

LATER = Update("retraction", "10.1/notice", "2011-01-01", "retraction-watch")


def answered(*works: object) -> tuple[Answer, ...]:
    return tuple(Answer("openalex", "doi:x", Outcome.FOUND, works=(work,)) for work in works)  # type: ignore[arg-type]


def test_every_register_counts_and_the_oldest_comes_first() -> None:
    resolution = found(updated(LATER), answers=answered(updated(RETRACTION)))
    assert all_updates(resolution, updated(LATER)) == (RETRACTION, LATER)
    assert latest(resolution, updated(LATER), RETRACTED) == "2011-01-01"
    assert latest(resolution, updated(LATER), ("correction",)) == ""


def test_a_notice_about_another_work_does_not_count() -> None:
    about_another = updated(replace(RETRACTION, about="10.1/another"))
    another = updated(RETRACTION, doi="10.1/another", pmid="")
    assert all_updates(found(about_another, answers=answered(another)), about_another) == ()


def test_a_registered_title_may_say_it_alone() -> None:
    work = replace(WORK, titles=("RETRACTED: Secondary traumatic effects in couples",))
    assert [(update.kind, update.source) for update in all_updates(found(work), work)] == [("retraction", "title")]


def test_who_says_so_and_when_is_told() -> None:
    assert told((RETRACTION, LATER)) == (
        "retraction of 2010-02-06 (notice 10.1/notice; says publisher, Retraction Watch)"
    )
    assert told((Update("erratum"),)) == "erratum"


def test_an_entry_that_says_retracted_cites_on_purpose() -> None:
    raw = "Kolk, B. (2006). Secondary effects [Retracted]. Am. J."
    assert cited_openly(found(reference=changed(raw=raw, title="Secondary effects")))
    assert not cited_openly(found(reference=changed(raw="Kolk, B. (2006). Secondary effects. Am. J.")))
    block = "@article{a, title={Secondary effects}, note = {Retracted in 2010}}"
    noted = changed(raw=block, title="Secondary effects", entry=Entry(block, 1, 1, markup="bibtex"))
    assert cited_openly(found(reference=noted))
