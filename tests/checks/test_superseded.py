from dataclasses import replace

from refcheck.model import Relation, Severity, Update
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
