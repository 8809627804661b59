"""Sign-offs that fit no article: the reference was dropped, its key renamed, or the words never matched.

Only a run over every article that a configuration governs can find them; a run over some of them reports nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from refcheck.cli.paths import expand
from refcheck.config import Acceptance, Settings, find_config
from refcheck.errors import RefcheckError
from refcheck.model import Finding, Report, Severity
from refcheck.sentences import say

CHECK = "stale-acceptance"


class SignOffs:
    """Collects the sign-offs of a run that no report has needed so far."""

    def __init__(self) -> None:
        self._open: dict[Path, dict[Acceptance, None]] = {}  # by configuration, in their order
        self._seen: dict[Path, dict[Acceptance, None]] = {}
        self._first: dict[Path, tuple[int, str]] = {}  # position of its first article, and the check's severity there

    def see(self, report: Report, settings: Settings, number: int) -> bool:
        """Take account of the ``number``-th report of the run; True if sign-offs are in force for it."""
        config = find_config(Path(report.article.path)) if settings.accept else None
        if config is None:
            return False
        from refcheck.case import Case
        from refcheck.checks.support.acceptance import about, silences

        self._first.setdefault(config, (number, settings.severities.get(CHECK, "warning")))
        seen = self._seen.setdefault(config, {})
        open_ones = self._open.setdefault(config, {})
        open_ones |= {one: None for one in settings.accept if one not in seen}
        seen |= dict.fromkeys(settings.accept)
        case = Case(report.article, report.references, report.resolutions, settings, report.findings)
        for one in [one for one in open_ones if one in settings.accept and one.reference]:
            named = any(about(one, case, k) for k in (None, *range(len(case.references))))
            if named or any(silences(one, finding, case) for finding in case.findings):
                del open_ones[one]
        return True

    def unanswered(
        self, places: Collection[Path], settings_for: Callable[[Path], Settings]
    ) -> Iterator[tuple[int, tuple[Finding, ...]]]:
        """For each configuration whose articles were all seen: the number of its first report, and the findings to add
        there.

        places: the absolute paths of all articles of the run. settings_for: gives the settings in force at a path.
        """
        for config, open_ones in self._open.items():
            number, level = self._first[config]
            if open_ones and level != "off" and _governed(config, settings_for) <= set(places):
                yield number, tuple(_finding(one, config, Severity(level)) for one in open_ones)


def with_findings(report: Report, found: tuple[Finding, ...]) -> Report:
    """The report with these findings added at the end."""
    return replace(report, findings=(*report.findings, *found))


def _governed(config: Path, settings_for: Callable[[Path], Settings]) -> set[Path]:
    """The absolute paths of all articles whose nearest configuration this is."""
    try:
        targets = [Path(target.path).absolute() for target in expand(str(config.parent), settings_for)]
    except RefcheckError:
        return set()
    return {path for path in targets if find_config(path) == config}


def _finding(one: Acceptance, config: Path, severity: Severity) -> Finding:
    signed = say(
        "The sign-off of {check} for “{reference}” by {by}", check=one.check, reference=one.reference, by=one.by
    )
    message = say("{signed} matches nothing in the articles {file} applies to.", signed=signed, file=config.name)
    return Finding(CHECK, severity, message, printed=one.reference)
