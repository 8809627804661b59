"""Reports -> text for the terminal: a table of the references, the findings, what could not be checked, counts.

Findings print as ``path:line: severity[check] message``, which editors and CI logs turn into links. Only colour and
line breaks depend on the terminal; every verdict is also a word, so nothing is lost in a pipe or to a colour-blind
reader.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from refcheck import patterns as re
from refcheck.language.words import name_of
from refcheck.model import CriterionVerdict, Finding, Identity, Outcome, Report, Severity
from refcheck.reports.base import Format
from refcheck.reports.page.differing import differing
from refcheck.reports.summary import Tally
from refcheck.reports.words import clean, count, found_by, label, open_findings, prose, source_name

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_LONG = 40  # references; a longer list is shown in brief
_ASKS_FOR_A_LOOK = (Identity.OTHER_WORK, Identity.AMBIGUOUS, Identity.ABSENT)
_COLOR: Mapping[str, str] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold blue",
    CriterionVerdict.UPHELD: "green",
    CriterionVerdict.CONTRADICTED: "bold red",
    CriterionVerdict.NOT_ESTABLISHED: "yellow",
    Identity.VERIFIED: "green",
    Identity.OTHER_WORK: "bold red",
    Identity.AMBIGUOUS: "yellow",
    Identity.ABSENT: "bold red",
    Identity.UNCHECKED: "magenta",
    Identity.NOT_INDEXED: "cyan",
}
_SIGN: Mapping[str, str] = {
    CriterionVerdict.UPHELD: "✓",
    CriterionVerdict.CONTRADICTED: "✗",
    CriterionVerdict.NOT_ESTABLISHED: "?",
    Identity.VERIFIED: "✓",
    Identity.OTHER_WORK: "✗",
    Identity.AMBIGUOUS: "?",
    Identity.ABSENT: "✗",
    Identity.UNCHECKED: "…",
    Identity.NOT_INDEXED: "–",
}
_SAME = 3  # references; when more could not be checked for one reason, the reason is given once
_UNLIMITED = 100_000  # columns; no line of a report is longer
_NARROW = 76  # columns; a narrower table leaves out the register that found the work


def terminal(stream: TextIO | None) -> dict[str, Any]:
    """``color`` and ``width`` that suit ``stream``: NO_COLOR, FORCE_COLOR, TERM=dumb and COLUMNS are obeyed.

    Anything but a terminal gets neither colours nor line breaks, so that grep finds each finding on one line.
    """
    is_terminal = stream is not None and stream.isatty()
    if os.environ.get("NO_COLOR"):
        color = False
    elif os.environ.get("FORCE_COLOR"):
        color = True
    else:
        color = is_terminal and os.environ.get("TERM") != "dumb"
    return {"color": color, "width": shutil.get_terminal_size((100, 24)).columns if is_terminal else 0}


# What GitHub's runner obeys in the output of a step: "::name" at the start of a line, "##[name]" anywhere.
_OBEYED = re.compile(r"^\s*:(?=:)|##(?=\[)")


def pieces(reports: Iterable[Report], *, color: bool = False, width: int = 0, notes: bool = True) -> Iterator[str]:
    """The reports one after the other, then one line of counts.

    width: columns to wrap at, 0 = never. notes: False only counts the findings that are notes.
    """
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 40) if width else _UNLIMITED,
        height=25,  # where only a width is given, rich takes 80x25 for a dumb terminal
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    tally = Tally()

    def printed() -> str:
        text = "\n".join(_OBEYED.sub(r"\g<0> ", line.rstrip()) for line in out.getvalue().split("\n"))
        out.seek(0)
        out.truncate()
        return text

    for report in reports:
        tally.add(report)
        _article(console, report, notes)
        yield printed()
    console.print(_last_line(tally.counts))
    yield printed()


def _article(console: Console, report: Report, notes: bool) -> None:
    from rich.text import Text

    article = report.article
    about = [name_of(article.language)]
    about.append(f"{article.date.day} {article.date:%B %Y}" if article.date else "no date")
    about.append(count(len(report.references), "reference"))
    facts = "".join(f" · {clean(fact)}" for fact in about if fact)
    console.print(Text.assemble((clean(article.path), "bold"), (facts, "dim")))
    if article.title:
        console.print(Text(clean(article.title), "italic"))
    console.print()
    table = _table(console, report, notes)
    if table is not None:
        console.print(table)
        console.print()
    shown = _by_reference(report, notes)
    for index in [*range(len(report.references)), None]:
        findings = shown.get(index)
        if findings:
            title = f"{index + 1}  {label(report.references[index])}" if index is not None else "The article"
            console.print(Text(title, "bold"))
            for finding in findings:
                _finding(console, report, finding)
            console.print()
    hidden = 0 if notes else sum(finding.severity is Severity.NOTE for finding in open_findings(report))
    if hidden:
        console.print(Text(f"{count(hidden, 'note')} not shown (--notes shows them)", "dim"))
        console.print()
    _unchecked(console, report)
    _claim(console, report, [finding.message for found in shown.values() for finding in found])
    accepted = [finding for finding in report.findings if finding.accepted]
    if accepted:
        console.print(Text("Accepted", "bold"))
        for finding in accepted:
            place = f"{clean(report.article.path)}:{finding.line}: {clean(finding.check)}  "
            _row(console, 3, "", Text.assemble((place, "dim"), clean(finding.accepted)))
        console.print()


def _table(console: Console, report: Report, notes: bool) -> RenderableType | None:
    """A row per reference; of a long list shown without notes, only the references that have findings.

    References that could not be checked and have none are counted where they are many: ``_unchecked`` says why. None
    where no row is left.
    """
    from rich.text import Text

    narrow = console.width < _NARROW
    header = ("", "reference", "identity", *(() if narrow else ("found by",)), "findings")
    rows = [[Text(name, "dim") for name in header]]
    shown = _by_reference(report, notes)
    brief = not notes and len(report.references) > _LONG
    silent = {index for index in report.unchecked if index not in shown}
    silent = silent if len(silent) > _SAME and not (notes or brief) else set()
    quiet = 0
    for index, reference in enumerate(report.references):
        if index in silent:
            continue
        resolution = report.resolutions[index] if report.resolutions else None
        if brief and index not in shown and resolution and resolution.identity not in _ASKS_FOR_A_LOOK:
            quiet += 1
            continue
        checks: dict[str, Severity] = {}  # worst first
        for finding in shown.get(index, []):
            checks.setdefault(finding.check, finding.severity)
        marks = Text(", ").join(Text(clean(check), _COLOR[severity]) for check, severity in checks.items())
        identity = _verdict(resolution.identity, resolution.identity) if resolution else Text("–", "dim")
        by = Text(clean(found_by(resolution)) if resolution else "", "dim")
        rows.append([Text(str(index + 1)), Text(label(reference)), identity, *([] if narrow else [by]), marks])
    if silent and not rows[1:]:
        return None
    if quiet or silent:
        start = "and " if rows[1:] else ""
        why = "that could not be checked" if silent else "without a warning or an error"
        rest = f"{start}{quiet or len(silent)} of {count(len(report.references), 'reference')} {why}"
        row = [Text(""), Text(rest, "dim"), *(Text("") for _ in header[2:])]
        rows = [*rows, row] if rows[1:] else [row]
    return _lined_up(rows, console.width) if rows[1:] or quiet else None


def _lined_up(rows: Sequence[Sequence[Text]], width: int) -> RenderableType:
    """The rows, header first, in columns, the first right-aligned; cells that do not fit are wrapped."""
    from rich.text import Text

    widths = [max(cell.cell_len for cell in column) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * len(widths) <= width:  # rich's own table is slow for long lists
        lines = Text(no_wrap=True)
        for row in rows:
            for k, (cell, wide) in enumerate(zip(row, widths, strict=True)):
                blank = " " * (wide - cell.cell_len)
                lines.append(blank if k == 0 else "").append_text(cell).append("  " if k == 0 else blank + "  ")
            lines.append("\n")
        lines.right_crop(1)
        return lines
    from rich.table import Table  # takes 5 ms, and is not needed where lines are not wrapped

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(rows[0][0].plain, justify="right", no_wrap=True)
    for name in rows[0][1:]:
        table.add_column(name.plain, overflow="fold")
    for row in rows[1:]:
        table.add_row(*row)
    return table


def _by_reference(report: Report, notes: bool) -> Mapping[int | None, list[Finding]]:
    """The open findings, notes where wanted, under the index of their reference, None for those of the article."""
    grouped: dict[int | None, list[Finding]] = {}
    for finding in open_findings(report):
        if finding.severity is Severity.NOTE and not notes:
            continue
        grouped.setdefault(finding.reference, []).append(finding)
    return grouped


def _verdict(kind: str, word: str) -> Text:
    from rich.text import Text

    return Text(f"{_SIGN.get(kind, '·')} {word}", _COLOR.get(kind, ""))


def _finding(console: Console, report: Report, finding: Finding) -> None:
    from rich.text import Text

    color = _COLOR[finding.severity]
    head = Text.assemble(
        (f"{clean(report.article.path)}:{finding.line}: ", "dim"),
        (f"{finding.severity}[{clean(finding.check)}]", color),
        " ",
        clean(finding.message),
    )
    _row(console, 3 if console.width < _UNLIMITED else 0, "", head)  # in a pipe the place starts the line
    if finding.field and finding.printed and finding.registered:  # a value beside the record's
        least = 2 if finding.field in ("authors", "editors") else 1
        values = differing(clean(finding.printed), clean(finding.registered), least=least)
        for name, words, mark in zip(("printed", "registered"), values, ("red", "green"), strict=True):
            runs = ((run, f"bold {mark}" if differs else "") for run, differs in words)
            _row(console, 5, Text(f"{name:<12}", "dim"), Text.assemble(*runs))
    if finding.suggestion:
        _row(console, 5, Text("→ ", "bold cyan"), Text(clean(finding.suggestion)))


def _unchecked(console: Console, report: Report) -> None:
    from rich.text import Text

    if not report.unchecked:
        return
    console.print(Text("Could not be checked", "bold"))
    alike: dict[tuple[str, ...], list[int]] = {}
    for index in report.unchecked:
        alike.setdefault(tuple(_silence(report, index)), []).append(index)
    for indexes in alike.values():
        silent = [_silence(report, index) for index in indexes]
        if len(indexes) > _SAME:  # an article without a lock has one reason for all
            together = {why: [name for one in silent for name in one[why]] for why in silent[0]}
            _row(console, 0, f"{len(indexes)} references  ", Text(clean(_told(together))))
        else:
            for index, one in zip(indexes, silent, strict=True):
                _row(console, 0, f"{index + 1}  ", Text(f"{label(report.references[index])}: {clean(_told(one))}"))
    console.print()


def _silence(report: Report, index: int) -> dict[str, list[str]]:
    """Why a reference could not be checked: reason -> the registers that it names."""
    resolution = report.resolutions[index]
    reasons: dict[str, list[str]] = {}
    for name, detail in {
        source_name(a.source): a.detail or "no answer"
        for a in reversed(resolution.answers)
        if a.outcome is Outcome.UNREACHABLE
    }.items():
        reasons.setdefault(detail, []).insert(0, name)
    return reasons or {resolution.why or "no register was asked": []}


def _told(reasons: Mapping[str, Sequence[str]]) -> str:
    """The reasons, each after the registers that its own words do not name."""
    told = []
    for why, names in reasons.items():
        ahead = [name for name in dict.fromkeys(names) if name not in why]
        told.append(f"{', '.join(ahead)}: {why}" if ahead else why)
    return "; ".join(told)


def _claim(console: Console, report: Report, said: Sequence[str]) -> None:
    """The claim and its criteria, each with the evidence that was not already ``said`` above."""
    from rich.text import Text

    claim = report.claim
    if claim is None or claim.sentence is None:  # the page and the JSON have the four criteria of every article
        return
    console.print(Text(f"The claim, line {claim.sentence.line}", "bold"))
    _row(console, 3, "", Text(f"“{clean(claim.sentence.text)}”", "italic"))
    for criterion in claim.criteria:
        head = Text.assemble(f"{criterion.name:<13}", _verdict(criterion.verdict, criterion.verdict))
        head.pad_right(33 - len(head))
        body = Text(prose([piece for piece in criterion.evidence if not any(one in piece for one in said)]))
        body.append(f"  ({criterion.checked} of {criterion.total} checked)" if criterion.total else "", "dim")
        rows = [(3, "", head), (6, "", body)] if console.width < _NARROW else [(3, head, body)]
        for row in rows:
            _row(console, *row)
    if claim.suggestion and all(finding.suggestion != claim.suggestion for finding in open_findings(report)):
        _row(console, 3, Text("→ ", "bold cyan"), Text(clean(claim.suggestion)))
    console.print()


def _last_line(counts: Mapping[str, Any]) -> Text:
    from rich.text import Text

    line = Text(f"{count(counts['articles'], 'article')}, {count(counts['references'], 'reference')}: ")
    identities = [(name, number) for name, number in counts["identities"].items() if number]
    line.append_text(Text(", ").join(Text(f"{number} {name}", _COLOR[Identity(name)]) for name, number in identities))
    line.append(" · " if identities else "")
    found = [Text(count(many, name), _COLOR[name]) for name, many in counts["findings"].items() if many]
    passed = counts["references"] and not counts["unchecked"]
    nothing = Text("nothing to report", "green") if passed else Text("no findings")
    line.append_text(Text(", ").join(found or [nothing]))
    if counts["accepted"]:
        line.append(f" · {counts['accepted']} accepted", "dim")
    return line


def _row(console: Console, indent: int, head: Text | str, body: Text) -> None:
    """``body`` after ``head``, with its further lines aligned under the first."""
    from rich.text import Text

    first = Text.assemble(" " * indent, head)
    room = max(1, console.width - first.cell_len)
    fits = body.cell_len <= room and "\n" not in body.plain
    for line in [body] if fits else body.wrap(console, room, overflow="fold"):
        console.print(Text.assemble(first, line), soft_wrap=True)
        first = Text(" " * first.cell_len)


FORMAT = Format("for the terminal", pieces, options=("color", "width", "notes"), single_pass=True)
