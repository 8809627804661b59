from dataclasses import replace

from refcheck.model import Evidence, Severity
from tests.checks.resolved import REF, WORK, findings, found


def test_a_missing_doi_is_a_note_with_the_doi() -> None:
    bare = replace(REF, doi="", doi_printed="")
    (finding,) = findings("doi-missing", found(reference=bare, evidence=Evidence.SEARCH))
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, f"https://doi.org/{WORK.doi}")
    assert findings("doi-missing", found()) == []
    assert findings("doi-missing", found(replace(WORK, doi=""), bare)) == []
