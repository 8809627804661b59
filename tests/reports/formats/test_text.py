from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from refcheck.errors import RefcheckError
from refcheck.model import Identity
from refcheck.reports import render
from refcheck.reports.formats.text import terminal
from tests.reports import example

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_every_source_stands_in_the_table_with_its_identity() -> None:
    text = render([example.seed()], "text")
    assert re.search(r"^1 +Berenz et al\. 2018 +✓ verified +Crossref, by its DOI", text, re.M)
    assert re.search(r"^3 +Muller et al\. 2000 +… unchecked", text, re.M)
    assert re.search(r"^4 +Sperling & Berman \(eds\.\) 1994 +✓ verified +Open Library, by search", text, re.M)
    assert re.search(r"^5 +Purshouse & Fleming 2003 .*off-topic", text, re.M)


def test_in_a_pipe_a_finding_is_one_line_that_starts_with_its_place() -> None:
    lines = render([example.seed()], "text", width=0).splitlines()
    found = [line for line in lines if line.startswith("bib/hyperonafhankelijkheid.md:65: warning[off-topic] ")]
    assert len(found) == 1
    assert found[0].endswith("“relationships”.")


def test_differing_words_stand_side_by_side_and_only_they_are_coloured() -> None:
    plain = render([example.seed()], "text")
    assert "printed     Nye, Ben\n" in plain
    assert "registered  Nye, Becky\n" in plain
    colored = render([example.seed()], "text", color=True)
    assert "Nye, \x1b[1;31mBen\x1b[0m" in colored
    assert "Nye, \x1b[1;32mBecky\x1b[0m" in colored


def test_unchecked_says_why() -> None:
    text = render([example.seed()], "text", width=0)
    assert "Could not be checked" in text
    assert "3  Muller et al. 2000: Crossref: timed out\n" in text


def test_claim_shows_its_sentence_and_four_verdicts() -> None:
    text = render([example.seed()], "text", width=0)
    assert "The claim, line 67" in text
    for criterion, verdict in [
        ("quality", "✓ upheld"),
        ("reliability", "? not established"),
        ("currency", "✗ contradicted"),
        ("validity", "✗ contradicted"),
    ]:
        assert re.search(rf"{criterion} +{re.escape(verdict)} ", text)


def test_what_could_not_be_checked_is_not_called_nothing_to_report() -> None:
    unchecked = replace(example.clean().resolutions[0], identity=Identity.UNCHECKED, work=None)
    report = replace(example.clean(), resolutions=(unchecked,))
    assert render([report], "text", width=0).splitlines()[-1].endswith("1 unchecked · no findings")


def test_an_article_without_a_list_is_not_called_nothing_to_report() -> None:
    empty = replace(example.clean(), references=(), resolutions=())
    assert render([empty], "text", width=0).splitlines()[-1] == "1 article, 0 references: no findings"


def test_last_line_counts_what_decides_the_exit_code() -> None:
    last = render([example.seed()], "text", width=0).splitlines()[-1]
    assert last == "1 article, 5 references: 4 verified, 1 unchecked · 1 error, 3 warnings, 1 note · 1 accepted"
    assert (
        render([example.clean()], "text").splitlines()[-1] == "1 article, 1 reference: 1 verified · nothing to report"
    )


def test_accepted_findings_are_listed_apart() -> None:
    text = render([example.seed()], "text", width=0)
    assert "note[dated]" not in text
    assert "dated  a survey of the classics (A. de Vries, until 2027-01-01)" in text


@pytest.mark.parametrize("make", example.ALL)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"])
def test_no_line_is_wider_than_the_terminal(make, width, terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", terminal)
    text = ESCAPE.sub("", render([make()], "text", color=True, width=width))
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("make", example.ALL)
def test_colour_changes_nothing_but_colour(make) -> None:
    colored = render([make()], "text", color=True)
    lines = [line.rstrip() for line in ESCAPE.sub("", colored).splitlines()]
    assert lines == render([make()], "text").splitlines()


def test_hostile_text_carries_no_control_character() -> None:
    text = render([example.hostile()], "text")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    text.encode()


def test_unknown_format_is_refused_with_the_right_ones() -> None:
    with pytest.raises(RefcheckError, match=r"no such format: yaml .*json, .*text"):
        render([], "yaml")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "color", "width"),
    [
        ({}, io.StringIO(), False, 0),
        ({"COLUMNS": "72"}, Terminal(), True, 72),
        ({"COLUMNS": "72", "NO_COLOR": "1"}, Terminal(), False, 72),
        ({"COLUMNS": "72", "TERM": "dumb"}, Terminal(), False, 72),
        ({"FORCE_COLOR": "1"}, io.StringIO(), True, 0),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, io.StringIO(), False, 0),
    ],
)
def test_terminal_is_obeyed(monkeypatch, environment, stream, color, width) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal(stream) == {"color": color, "width": width}


def test_notes_are_counted_where_they_are_not_wanted() -> None:
    text = render([example.seed()], "text", notes=False)
    assert "note[" not in text
    assert "1 note not shown (--notes shows them)" in text
    assert "note[" in render([example.seed()], "text")


def test_references_that_nobody_was_asked_about_are_counted_and_not_listed() -> None:
    """As in the first run over a repository, without a lock."""
    report = example.seed()
    silent = replace(report.resolutions[2], work=None)
    for unasked, rows in ((4, 1), (3, 5)):
        shown = replace(report, resolutions=(*[silent] * unasked, *report.resolutions[unasked:]), findings=())
        table = render([shown], "text", notes=False).partition("Could not be checked")[0]
        assert ("and 4 of 5 references that could not be checked" in table) is (unasked == 4)
        assert len(re.findall(r"^ ?\d  ", table, re.MULTILINE)) == rows
    everything = replace(report, resolutions=(silent,) * 5, findings=())
    assert "identity" not in render([everything], "text", notes=False)
    assert len(re.findall(r"^\d  .*unchecked", render([everything], "text"), re.MULTILINE)) == 5


@pytest.mark.parametrize(("code", "name"), [("af", "Afrikaans"), ("hr", "Croatian"), ("nl", "Dutch"), ("qx", "qx")])
def test_any_language_that_is_known_has_its_name(code: str, name: str) -> None:
    report = example.seed()
    report = replace(report, article=replace(report.article, language=code))
    assert f" · {name} · " in render([report], "text")
