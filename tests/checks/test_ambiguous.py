from dataclasses import replace

from refcheck.model import Answer, Identity, Outcome, Resolution, Severity
from tests.checks.resolved import REF, WORK, absent, findings

BARE = replace(REF, doi="", doi_printed="")


def test_several_works_are_named() -> None:
    other = replace(WORK, doi="10.1/x", years=(2008,))
    answers = (Answer("crossref", "search:x", Outcome.FOUND, works=(WORK, other)),)
    complete = Resolution(BARE, Identity.AMBIGUOUS, answers=answers, candidates=(WORK, other))
    (finding,) = findings("ambiguous", complete)
    assert finding.severity is Severity.NOTE
    assert finding.message.startswith("2 works could be meant")
    assert "10.1/x" in finding.suggestion
    bare = Resolution(replace(BARE, year=None), Identity.AMBIGUOUS, candidates=(WORK, other))
    assert findings("ambiguous", bare)[0].severity is Severity.WARNING
    assert findings("ambiguous", absent(BARE, "crossref")) == []
