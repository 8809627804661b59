"""Ignore comments silence what they stand beside, are shown, and go stale."""

from __future__ import annotations

from pathlib import Path

import pytest

import refcheck
from refcheck.checks.support.ignoring import hushes
from refcheck.config import Settings
from refcheck.model import Finding, Ignore, Report, Severity
from tests.checks.cases import case

ARTICLE = (Path(__file__).parents[3] / "bib" / "hyperonafhankelijkheid.md").read_text(encoding="utf-8")
STRAY = "- Purshouse, R."


def checked(text: str) -> Report:
    return refcheck.check(text, settings=Settings(locked=True))


def accepted(report: Report) -> dict[tuple[str, int | None], str]:
    return {(f.check, f.reference): f.accepted for f in report.findings if f.accepted}


def test_a_comment_above_a_reference_silences_its_finding() -> None:
    comment = "<!-- refcheck: ignore[off-topic] cited for the metaphor -->"
    report = checked(ARTICLE.replace(STRAY, f"{comment}\n{STRAY}"))
    assert len(report.references) == 5
    line = report.article.ignores[0].line
    assert accepted(report) == {("off-topic", 4): f"cited for the metaphor (in the article, line {line})"}
    assert not [f for f in report.findings if f.check == "stale-acceptance"]


def test_a_comment_for_the_file_silences_all_of_its_kind() -> None:
    report = checked(ARTICLE.replace("## Bib", "<!-- refcheck: ignore-file[uncited] a reading list -->\n\n## Bib"))
    assert {f.accepted != "" for f in report.findings if f.check == "uncited"} == {True}
    assert not [f for f in report.findings if f.accepted and f.check != "uncited"]


def test_a_comment_that_silences_nothing_or_gives_no_reason_is_stale() -> None:
    for comment, said in (
        ("<!-- refcheck: ignore[retracted] checked by hand -->", "silences nothing here"),
        ("<!-- refcheck: ignore[off-topic] -->", "gives no reason"),
    ):
        report = checked(ARTICLE.replace(STRAY, f"{comment}\n{STRAY}"))
        stale = [f for f in report.findings if f.check == "stale-acceptance"]
        assert [said in f.message for f in stale] == [True]
        assert stale[0].line == report.article.ignores[0].line
        assert [f.accepted for f in report.findings if f.check == "off-topic"] == [""]


@pytest.mark.parametrize(
    ("line", "checks", "reason", "hushed"),
    [
        (20, ("unlisted",), "said so", True),
        (19, ("unlisted",), "said so", True),
        (10, ("unlisted",), "said so", False),
        (40, ("unlisted",), "said so", False),
        (20, ("uncited",), "said so", False),
        (20, ("unlisted",), "", False),
    ],
)
def test_a_comment_beside_a_line_of_the_text(line: int, checks: tuple[str, ...], reason: str, hushed: bool) -> None:
    """A finding about the text, not about a reference, is silenced by a comment at its lines."""
    found = Finding("unlisted", Severity.WARNING, "x", line=20, end_line=21)
    ignore = Ignore(line=line, checks=checks, reason=reason)
    assert hushes(ignore, found, case((2001,))) is hushed
    of_reference = Finding("unlisted", Severity.WARNING, "x", reference=0, line=20, end_line=21)
    assert not hushes(ignore, of_reference, case((2001,)))
