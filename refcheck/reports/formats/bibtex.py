"""Reports -> BibTeX: one block per reference, under a comment with its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refcheck.model import Report
from refcheck.reports.base import Format
from refcheck.reports.words import clean, found_by, open_findings


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """The references of all articles in order; findings about a whole article stand above its first block."""
    from refcheck.exchange.bibtex_write import write_bibtex

    between = ""
    for report in reports:
        out = []
        found = open_findings(report)
        head = [f"{clean(report.article.path)}"]
        head += [f"{f.severity}[{f.check}] {f.message}" for f in found if f.reference is None]
        out.append(_comment(head))
        for index, reference in enumerate(report.references):
            notes = []
            if report.resolutions:
                resolution = report.resolutions[index]
                by = found_by(resolution)
                notes.append(f"{resolution.identity}{f' ({by})' if by else ''}")
            for finding in found:
                if finding.reference == index:
                    suggestion = f" -> {finding.suggestion}" if finding.suggestion else ""
                    notes.append(f"{finding.severity}[{finding.check}] {finding.message}{suggestion}")
            out.append(_comment(notes) + write_bibtex([reference]).strip() + "\n")
        yield between + "\n".join(out)
        between = "\n"


def _comment(lines: Sequence[str]) -> str:
    """Comment lines. BibTeX starts an entry at any "@" between entries, even after "%", so "@" is written out."""
    return "".join(f"% {clean(line).replace('@', '(at)')}\n" for line in lines)


FORMAT = Format("the references, each with a comment that says what was found", pieces, single_pass=True)
