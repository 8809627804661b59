"""Sign-offs silence what they name, are shown, expire and go stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from refcheck.checks.stale_acceptance import find
from refcheck.model import Ignore, Severity
from tests.checks.cases import case, finding
from tests.checks.signed import acceptance, accepted, locked


def test_an_expired_sign_off_is_reported_at_its_reference() -> None:
    made = locked(case(accept=[acceptance("authorb2019", until=date(2026, 4, 30))], findings=[finding("not-found", 1)]))
    (found,) = find(made)
    assert (found.severity, found.reference, found.line) == (Severity.WARNING, 1, 101)
    assert "expired on 2026-04-30" in found.message


def test_a_sign_off_without_a_finding_is_stale() -> None:
    (found,) = find(case(accept=[acceptance("authorb2019")]))
    assert "no longer silences anything" in found.message
    assert not list(find(case(accept=[acceptance("authorb2019")], findings=[finding("not-found", 1)])))


def test_a_sign_off_for_another_article_is_left_alone() -> None:
    assert not list(find(case(accept=[acceptance("somebody1999"), acceptance("")])))


def test_a_sign_off_for_the_article_names_its_path() -> None:
    made = case(accept=[acceptance("example.md", "dated")])
    assert accepted(made, finding("dated", None)) == ["on my desk (J. Doe)"]
    assert len(list(find(made))) == 1


@pytest.mark.parametrize(
    ("names", "unknown", "near"),
    [
        (("offtopic",), "offtopic", "off-topic"),
        (("Off_Topic", "not-found"), "Off_Topic", "off-topic"),
        (("year-difers",), "year-difers", "year-differs"),
    ],
)
def test_a_comment_that_names_an_unknown_check_is_told_the_nearest(
    names: tuple[str, ...], unknown: str, near: str
) -> None:
    made = case(findings=[finding("not-found", 1)])
    line = made.references[1].entry.line  # type: ignore[union-attr]
    made = replace(made, article=replace(made.article, ignores=(Ignore(line, names, "seen"),)))
    (found,) = find(made)
    assert f"names {unknown}, but there is no such check; the nearest one is {near}." in found.message
    assert found.line == line
