"""refcheck check: check the bibliographies of articles, report the findings and set the exit code."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path

from refcheck.ahead import checked
from refcheck.api import lock_of
from refcheck.cli.articles import add_options, opened, settings_for, targets
from refcheck.cli.outputs import file_name, guard, holds, is_file, number
from refcheck.cli.passed import Passed
from refcheck.cli.paths import Target
from refcheck.cli.repeated import Repeated
from refcheck.cli.resume import Lines, run_of
from refcheck.cli.screen import BAD_USE, BROKEN, FINDINGS, OK, UNCHECKED, complain, deliver
from refcheck.cli.signoffs import SignOffs, with_findings
from refcheck.cli.work import ARCHIVE, lost, open_executor, start
from refcheck.config import LEVELS, Settings
from refcheck.files import is_stream, write_atomically
from refcheck.model import Report
from refcheck.reports import format_of, formats, stream
from refcheck.reports.spool import Spool


def fill(check: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    add_options(check)
    check.add_argument("--format", choices=formats(), default="text", help="format of the report (default: text)")
    check.add_argument(
        "--output", type=file_name, metavar="FILE", help="write the report to this file instead of the screen"
    )
    check.add_argument(
        "--also",
        action="append",
        default=[],
        type=_format_and_file,
        metavar="FORMAT=FILE",
        help="write another report from the same run; may be repeated",
    )
    network = check.add_mutually_exclusive_group()
    network.add_argument("--locked", action="store_true", help="use no network, only the answers in refcheck.lock")
    network.add_argument(
        "--only-missing",
        action="store_true",
        help="ask only about references missing from refcheck.lock; unreachable registers do not fail the run",
    )
    check.add_argument("--notes", action="store_true", help="show notes in full, not just their number (text)")
    check.add_argument("-q", "--quiet", action="store_true", help="print nothing: reports go to files only")
    check.add_argument(
        "--fail-on", choices=(*LEVELS, "never"), help="lowest severity that makes the exit code 1 (default: warning)"
    )
    check.add_argument("--language", default="", help="language of the HTML page (default: the article's)")
    check.add_argument("--changed-since", metavar="REV", help="check only articles changed since this git revision")
    check.add_argument(
        "--baseline", type=file_name, metavar="FILE", help="accept the findings of this earlier JSON report"
    )
    check.add_argument(
        "--workers",
        type=number,
        default=0,
        metavar="N",
        help="number of processes (default: 1; one per processor for many articles without network access)",
    )
    check.add_argument("--scheduler", metavar="ADDRESS", help="use the cluster of this dask scheduler (tcp://...)")
    check.add_argument(
        "--as-completed", action="store_true", help="report each article as soon as it is done, in any order"
    )
    check.add_argument(
        "--resume",
        type=file_name,
        metavar="FILE",
        help="reuse the results of an earlier --format jsonl for unchanged articles",
    )
    fixes = check.add_mutually_exclusive_group()
    fixes.add_argument("--diff", action="store_true", help="print possible corrections as a unified diff")
    fixes.add_argument("--fix", action="store_true", help="apply the certain corrections (identifiers) to the articles")


def _format_and_file(text: str) -> tuple[str, Path]:
    name, equals, file = text.partition("=")
    if name not in formats() or not equals or not file.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=FILE with a format of {', '.join(formats())}")
    return name, Path(file)


def run(options: argparse.Namespace) -> int:
    """Check, report and return the exit code. Raises BadArgument where a report would replace what is read."""
    _guard(options)
    run = _Run(options)
    with closing(run), closing(run.reports()) as reports:
        first = next(reports, None)
        if first is not None or not run.bad:
            _deliver(options, chain([first] if first else [], reports))
    for line in run.remarks():
        complain(line)
    if run.broken:
        return BROKEN
    if run.bad:
        return BAD_USE
    if run.failed:
        return FINDINGS
    return UNCHECKED if run.unchecked else OK


def _guard(options: argparse.Namespace) -> None:
    words = [Path(word) for word in options.paths]
    outputs = [file for file in (options.output, *(file for _, file in options.also)) if file is not None]

    def is_read(file: Path) -> bool:
        library = file.suffix == ".bib"
        if not library and not any(holds(word, file) for word in words):
            return False
        for target in targets(options, lambda _: None):
            if target.passed or not is_file(Path(target.path)):
                continue
            same = file.samefile(target.path)
            article = opened(options, target).article if same or library else None
            if article and (same or any(map(file.samefile, article.libraries))):
                return True
        return False

    guard(outputs, [*words, *filter(None, (options.config, options.lock))], is_read)


def _deliver(options: argparse.Namespace, reports: Iterator[Report]) -> None:
    """Write the reports to screen and files, as they come if every format can do that, else from a spool."""
    from refcheck.reports.formats.text import terminal

    if options.diff:
        deliver(map(_diff, reports), options.output)
        return
    shown = {"notes": options.notes or options.verbose or LEVELS[-1] == options.fail_on}
    if options.output is None:
        shown |= terminal(sys.stdout)
    wanted = [(options.format, options.output, shown), *((name, file, {}) for name, file in options.also)]
    skipped = [*_line_files(options), *([None] if options.quiet else [])]
    wanted = [(name, file, look) for name, file, look in wanted if file not in skipped]
    with closing(Spool()) as spool:
        if len(wanted) == 1 and format_of(wanted[0][0]).single_pass:
            several: Iterable[Report] = reports
        else:
            for report in reports:
                if wanted:  # JSON Lines are written by now
                    spool.append(report)
            several = spool
        for name, file, look in wanted:
            deliver(stream(several, name, language=options.language, **look), file)


def _line_files(options: argparse.Namespace) -> list[Path]:
    """The files for JSON Lines, which are written article by article."""
    wanted = [(options.format, options.output), *options.also]
    lines = [file for name, file in wanted if name == "jsonl" and file is not None and not options.diff]
    return [file for file in lines if not is_stream(file)]


class _Run:
    """One run over the articles: its reports, and what decides its exit code."""

    def __init__(self, options: argparse.Namespace) -> None:
        from refcheck.cli.baseline import read_baseline

        self.bad = self.broken = self.failed = self.unchecked = False
        self._options = options
        self._named = frozenset(options.paths)
        self._paths: list[str] = []
        self._passed = Passed(verbose=options.verbose)
        self._repeated = Repeated()
        self._lacking: set[Path | None] = set()  # the locks without which, or by which, not all could be checked
        self._known = read_baseline(options.baseline) if options.baseline else None
        self._earlier = Lines(options.resume, writing=False, keep=True) if options.resume else None
        self._lines = [Lines(file, writing=True, keep=_same(file, options.resume)) for file in _line_files(options)]

    def close(self) -> None:
        """Finish the JSON Lines files."""
        for lines in (*self._lines, *([self._earlier] if self._earlier else [])):
            lines.close()

    def reports(self) -> Generator[Report]:
        """The reports of all articles as they are done. Sign-offs that fit nothing are added to the first report of
        their configuration, so with sign-offs all reports are spooled first."""
        watch, number = SignOffs(), 0
        with closing(Spool()) as held:
            for report, settings in self._checked():
                self._note(report, settings)
                watched = self._sees_all and watch.see(report, settings, number)
                number += 1
                if watched or len(held):
                    held.append(report)
                else:
                    yield report
            added = dict(watch.unanswered(self._places(), partial(settings_for, self._options))) if not self.bad else {}
            for k, report in enumerate(held, number - len(held)):
                if k in added:
                    report = with_findings(report, added[k])
                    self._note(report, settings_for(self._options, Path(report.article.path)))
                yield report
        if not self.bad:
            for lines in self._lines:
                lines.close(self._paths)

    def remarks(self) -> Iterator[str]:
        """Messages about the whole run, for its end."""
        decides = self.unchecked and not self.failed  # else worse is reported, and this is known
        if None in self._lacking or (self._lacking and decides):
            words = " ".join(map(shlex.quote, self._options.paths))
            said = "no refcheck.lock yet" if None in self._lacking else "refcheck.lock does not have all answers"
            yield f"{said}: run refcheck lock {words} with network access, and commit the file"
        if self._passed.summary():
            yield self._passed.summary()

    @property
    def _sees_all(self) -> bool:
        return not (self._options.config or self._options.changed_since)

    def _places(self) -> set[Path]:
        return {Path(path).absolute() for path in self._paths} if self._sees_all else set()

    def _note(self, report: Report, settings: Settings) -> None:
        from refcheck.api import fails

        self.failed = self.failed or fails(report.findings, settings.fail_on)
        lenient = self._options.only_missing or settings.fail_on == "never"
        self.unchecked = self.unchecked or bool(report.unchecked and not lenient)
        if report.unchecked and settings.locked:
            self._lacking.add(lock_of(report.article, settings))
        for lines in self._lines:
            lines.add(report, run_of(settings, lock_of(report.article, settings), self._options.baseline))

    def _checked(self) -> Iterator[tuple[Report, Settings]]:
        """The articles' reports: checked here, by workers, or taken from an earlier run."""
        from refcheck.cli.baseline import against

        found = self._targets()
        some = list(islice(found, ARCHIVE))
        jobs = (
            (target, self._earlier.earlier(target.path) if self._earlier else None) for target in chain(some, found)
        )
        with open_executor(self._options, some) as (executor, ahead):
            ordered = not self._options.as_completed
            for done in checked(partial(start, self._options), jobs, executor, ahead=ahead, ordered=ordered, lost=lost):
                for said in done.said:
                    complain(said)
                self.bad, self.broken = self.bad or done.bad, self.broken or done.broken
                if done.passed:
                    self._pass_over(done.path, done.passed)
                if done.settings is None:
                    continue
                if done.report is None and self._earlier is not None:
                    report = self._earlier.report(done.path)
                elif done.report is not None:
                    report = against(done.report, self._known) if self._known else done.report
                if done.path not in self._named:
                    report = self._repeated.said_once(report)
                yield report, done.settings
                if self._options.fix:
                    _fix(report)

    def _targets(self) -> Iterator[Target]:
        for target in targets(self._options, self._complain):
            self._paths.append(target.path)
            if target.passed:
                self._pass_over(target.path, target.passed, target.of)
            else:
                yield target

    def _pass_over(self, path: str, reason: str, of: str = "") -> None:
        for line in self._passed.add(path, reason, of):
            complain(line)

    def _complain(self, said: str) -> None:
        complain(said)
        self.bad = True


def _same(file: Path, other: Path | None) -> bool:
    return other is not None and file.exists() and other.exists() and file.samefile(other)


def _diff(report: Report) -> str:
    from refcheck.reports.fix import diff, source_text

    text = source_text(report)
    return diff(text, report) if text is not None else ""


def _fix(report: Report) -> None:
    from refcheck.reading.encoding import encoding_of
    from refcheck.reports.fix import fix, source_text

    text = source_text(report)
    if text is None:
        complain(f"{report.article.path}: not corrected: not a text file, or changed while it was checked")
    elif (mended := fix(text, report)) != text:
        path = Path(report.article.path)
        write_atomically(path, mended, encoding_of(path.read_bytes()))
        complain(f"{report.article.path}: corrected")
