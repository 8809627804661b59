"""The calls of ``import refcheck``: what they take, and what they give."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import refcheck
from refcheck.api import check_many, cite, fails, lock_of, parse, parse_many, place_of
from refcheck.model import Article, Finding, Severity
from refcheck.resolving.registers import addresses

TEXT = "# A\n\nAs Smith (2010) said.\n\n## References\n\n- Smith, J. (2010). Stars. *Journal*, 4(2), 11-19.\n"
ARTICLE = refcheck.read(TEXT)
SETTINGS = refcheck.Settings(locked=True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"severities": {"retractd": "off"}}, "key severities.retractd; the nearest one is severities.retracted"),
        ({"sources": {"crosref": ""}}, "settings: unknown key sources.crosref; the nearest one is sources.crossref"),
        ({"accept": (refcheck.Acceptance("uncite", "k", "read", "A. B."),)}, "no check is called uncite"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_a_bad_setting(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(refcheck.BadSettings) as caught:
        refcheck.check("# A\n\n## References\n\nBorn, M. (1926). Zur Quantenmechanik. Berlin: Springer.\n",
                       settings=refcheck.Settings(locked=True, **wrong))  # fmt: skip
    assert said in str(caught.value)


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.md").write_text("# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal*, 4(2), 11-19.\n")
    assert len(refcheck.read("~/a.md").entries) == 1


def test_a_report_is_one_line_in_a_notebook_and_its_references_are_bibtex() -> None:
    report = refcheck.check(TEXT, settings=SETTINGS)
    assert repr(report).startswith("<Report <text>: 1 reference, 0 errors") and "\n" not in repr(report)
    assert report.to_bibtex().startswith("@article{smith2010")
    assert "<" in report._repr_html_() and report.locked


def test_one_reference_and_many_are_read_alike() -> None:
    raws = ["Smith, J. (2010). Stars. Journal, 4(2), 11-19.", "Kuhn TS. Structure. Chicago; 1962."]
    assert [r.title for r in parse_many(iter(raws))] == [parse(raw).title for raw in raws]
    assert parse_many([]) == []
    assert parse("TY  - BOOK\nTI  - Attachment\nER  - ").title == "Attachment"


def test_citations_are_tied_when_they_are_asked_for() -> None:
    article = refcheck.read(TEXT)
    assert article.mentions == ()
    assert [mention.entries for mention in cite(article).mentions] == [(0,)]
    assert cite(article, ()).mentions != cite(article).mentions


def test_a_bad_article_stops_no_others_when_somebody_listens(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.md", tmp_path / "b.md"
    good.write_text(TEXT)
    errors: list[str] = []
    paths = [good, bad, good]
    reports = list(check_many(paths, settings=SETTINGS, on_error=lambda path, error: errors.append(str(error))))
    assert len(reports) == 2 and len(errors) == 1 and "no such file" in errors[0]
    several = check_many(paths, settings=SETTINGS)
    assert next(several).article.path == str(good)
    with pytest.raises(refcheck.RefcheckError, match="no such file"):
        next(several)


class Heard(refcheck.Progress):
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.said: list[tuple[str, object]] = []

    def expect(self, questions: int) -> None:
        self.said.append(("expected", questions))

    def answered(self, questions: int) -> None:
        self.said.append(("answered", questions))


def test_progress_is_handed_in_and_a_call_without_it_draws_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shut = dict.fromkeys(addresses(), "") | {"crossref": "http://127.0.0.1:9"}
    settings = refcheck.Settings(sources=shut, cache=tmp_path, budget=5.0)
    article = tmp_path / "a.md"
    article.write_text(TEXT)
    heard, many = Heard(), Heard()
    refcheck.check(article, settings=settings, progress=heard)
    assert heard.said[:2] == [("expected", 1), ("answered", 1)]
    assert list(check_many([article], settings=settings, progress=many)) and many.said
    refcheck.check(article, settings=settings)
    assert capsys.readouterr() == ("", "")


def test_what_fails_a_run() -> None:
    note, warning = (Finding("x", severity, "Said.") for severity in (Severity.NOTE, Severity.WARNING))
    assert fails([note], "note") and not fails([note], "warning")
    assert fails([note, warning], "warning") and not fails([note, warning], "error")
    assert not fails([replace(warning, accepted="seen")], "note")
    assert not fails([note, warning], "never") and not fails([], "note")


def test_where_settings_and_locks_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refcheck.lock").write_text("")
    (tmp_path / "sub").mkdir()
    file = Article(str(tmp_path / "sub" / "a.md"), "markdown")
    assert place_of(file) == tmp_path / "sub" / "a.md"
    assert place_of(Article("-", "text")) == place_of(Article("<text>", "text")) == tmp_path
    assert lock_of(file, SETTINGS) == tmp_path / "refcheck.lock"
    named = tmp_path / "other.lock"
    assert lock_of(file, refcheck.Settings(lock=named)) == named
