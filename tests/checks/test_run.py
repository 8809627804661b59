"""All checks on one case: their order, and the severities the settings give them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from refcheck.case import Case
from refcheck.checks import run as running
from refcheck.checks.base import Check
from refcheck.checks.run import run
from refcheck.config import Settings
from refcheck.errors import fault
from refcheck.model import Finding, Severity
from tests.checks.cases import case, finding


def check(slug: str, find: Callable[[Case], object], *, last: bool = False) -> Check:
    return Check(slug, "a check", Severity.WARNING, True, find, "", last)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch) -> None:
    def judged(made: Case) -> list[Finding]:
        return [finding("judge", None, printed=" ".join(f.check for f in made.findings))]

    found = {
        "judge": check("judge", judged, last=True),
        "low": check("low", lambda _: [finding("low", 3), finding("low", 0)]),
        "bad": check("bad", lambda _: [finding("bad", 0, Severity.ERROR)]),
    }
    monkeypatch.setattr(running, "registry", lambda: found)


def test_findings_stand_by_line_the_worst_first_and_judges_see_the_others() -> None:
    found = run(case())
    assert [(f.check, f.line) for f in found] == [("judge", 1), ("bad", 100), ("low", 100), ("low", 103)]
    assert found[0].printed == "bad low low"


def test_an_error_names_the_check_that_raised_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Case) -> list[Finding]:
        raise KeyError("doi")

    monkeypatch.setattr(running, "registry", lambda: {"odd": check("odd", fails)})
    with pytest.raises(KeyError) as raised:
        run(case())
    assert fault(raised.value) == "internal error in the check odd: KeyError: 'doi'"


def test_settings_turn_a_check_off_or_down() -> None:
    made = replace(case(), settings=Settings(severities={"low": "off", "bad": "note"}))
    assert [(f.check, f.severity) for f in run(made)] == [("judge", "warning"), ("bad", "note")]
