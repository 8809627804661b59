from dataclasses import replace

from refcheck.model import Answer, Finding, Name, Outcome, Reference, Relation, Severity, Update, Work
from tests.checks.resolved import REF, WORK, findings, found, updated


def test_a_preprint_names_its_article() -> None:
    preprint = replace(WORK, relations=(Relation("is-preprint-of", "10.1/article"),))
    (finding,) = findings("superseded", found(preprint))
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, "https://doi.org/10.1/article")
    also = replace(REF, doi="10.1/article")
    assert findings("superseded", found(preprint), found(WORK, also)) == []


def test_other_relations_and_a_newer_edition() -> None:
    assert findings("superseded", found(replace(WORK, relations=(Relation("has-preprint", "10.1/p"),)))) == []
    assert findings("superseded", found(updated(Update("new_edition", "10.1/e2", "2020", "publisher"))))


BOOK = replace(WORK, type="book", titles=("Discovering statistics",), subtitles=(), edition="3", years=(2009,))
CITED = replace(REF, raw="", type="book", title="Discovering statistics", year=2009, edition="3rd ed.")
FOURTH = replace(BOOK, doi="10.1/fourth", edition="4", years=(2013,))
FIFTH = replace(BOOK, doi="10.1/fifth", edition="", titles=("Discovering statistics, Fifth Edition",), years=(2018,))


def answered(*works: Work, reference: Reference = CITED) -> list[Finding]:
    answers = (Answer("crossref", "search:x", Outcome.FOUND, works=works),)
    return findings("superseded", found(BOOK, reference, answers=answers))


def test_a_later_edition_that_a_source_has_is_a_note_about_the_latest() -> None:
    (finding,) = answered(BOOK, FOURTH, FIFTH)
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, "https://doi.org/10.1/fifth")
    assert "later edition" in finding.message
    assert answered(BOOK) == []


def test_an_earlier_edition_another_book_and_the_edition_cited_are_none() -> None:
    assert answered(replace(FOURTH, edition="2")) == []
    assert answered(replace(FOURTH, authors=(Name("Smith", "T."),))) == []
    assert answered(replace(FOURTH, titles=("Discovering calculus",))) == []
    assert answered(FOURTH, reference=replace(CITED, edition="4th ed.", year=2013)) == []


def test_an_entry_without_an_edition_cites_one_that_was_out() -> None:
    undated = replace(CITED, edition="")
    assert answered(FOURTH, reference=undated)
    assert answered(FOURTH, reference=replace(undated, year=2013)) == []
