"""An archive's counts -> a table for the terminal, CSV, or one self-contained page with plots (SVG, no script)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from refcheck._version import __version__
from refcheck.model import Identity, Severity
from refcheck.reports.archive import Archive
from refcheck.reports.formats.csv import cell
from refcheck.reports.words import clean, source_name

_YEARS = 60  # most recent years plotted
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}td,th{text-align:left;padding:.25rem .6rem;
border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);vertical-align:top;overflow-wrap:anywhere}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto;margin:.5rem 0 2rem}
svg text{font:11px system-ui,sans-serif;fill:currentColor}.a{fill:#3b7dd8}.b{fill:#e0a030}.c{fill:#8886}"""

Table = tuple[str, Sequence[str], list[tuple[Any, ...]]]
"""A title, the names of the columns, the rows."""


def written(found: Archive, form: str, most: int) -> str:
    """The summary as "text", "csv" (one table whose first column names the part) or "html". most: rows per table."""
    tables = list(_tables(found, most))
    return {"csv": _csv, "html": _html, "text": _text}[form](found, tables)


def _tables(found: Archive, most: int) -> Iterator[Table]:
    levels = [str(severity) for severity in Severity]
    totals = [("articles", found.articles), ("references", found.references)]
    totals += [(f"{level}s", found.findings[level]) for level in levels]
    yield "In all", ("what", "number"), totals
    identities = [(str(i), found.identities[i], _share(found.identities[i], found.references)) for i in Identity]
    yield "References", ("identity", "number", "share"), identities
    checks = sorted(found.checks.items(), key=lambda item: (-item[1], item[0]))
    yield "Findings", ("check", "severity", "number"), [(*name, number) for name, number in checks][:most]
    worst = [(b.path, b.references, b.errors, b.warnings, b.notes) for b in found.worst_first[:most]]
    yield "Worst articles", ("article", "references", "errors", "warnings", "notes"), worst
    cited = [
        (
            c.kind.replace("_", " "),
            c.doi,
            c.title,
            c.count,
            ", ".join(f"{path}:{line}" for path, line in c.places[:most]),
        )
        for c in found.retracted_first[:most]
    ]
    yield "Retracted works, and where they are cited", ("notice", "doi", "title", "times", "cited in"), cited
    years = [
        (year, n, found.with_doi[year], _share(found.with_doi[year], n), found.could_have[year])
        for year, n in sorted(found.years.items(), reverse=True)
    ]
    yield "DOIs by year", ("year", "references", "with a DOI", "share", "without, though there is one"), years
    names = dict.fromkeys(sorted(name for name, _ in found.registers))
    outcomes = ("found", "absent", "unreachable")
    asked = [(source_name(name), *(found.registers[name, outcome] for outcome in outcomes)) for name in names]
    yield "Registers asked", ("register", *outcomes), asked


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _text(_: Archive, tables: Sequence[Table]) -> str:
    out = []
    for title, columns, rows in tables:
        shown = rows[:30] if title.startswith("DOIs") else rows
        cells = [list(columns), *([clean(str(value))[:70] for value in row] for row in shown)]
        widths = [max(len(row[k]) for row in cells) for k in range(len(columns))]
        number = [all(isinstance(row[k], int) for row in shown) for k in range(len(columns))]
        lines = (
            "  ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in zip(row, widths, number, strict=True)).rstrip()
            for row in cells
        )
        out.append("\n".join([title, *(f"  {line}" for line in lines)]) + "\n" if shown else f"{title}: none\n")
    return "\n".join(out)


def _csv(_: Archive, tables: Sequence[Table]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("table", "row", "column", "value"))
    for title, columns, rows in tables:
        for number, row in enumerate(rows, 1):
            for name, value in zip(columns, row, strict=True):
                writer.writerow((title, number, name, cell(value)))
    return out.getvalue()


def _html(found: Archive, tables: Sequence[Table]) -> str:
    def safe(value: object) -> str:
        return escape(clean(str(value)))

    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>An archive of {found.articles} articles · refcheck</title><style>{_STYLE}</style></head><body>",
        f"<h1>An archive of {found.articles:,} articles</h1>",
    ]
    for title, columns, rows in tables:
        parts.append(f"<h2>{safe(title)}</h2>")
        if title.startswith("DOIs"):
            parts.append(_plot(found))
        numeric = [all(isinstance(row[k], int) for row in rows) for k in range(len(columns))]
        kinds = [' class="n"' if is_number else "" for is_number in numeric]
        head = "".join(f"<th{kind}>{safe(name)}</th>" for name, kind in zip(columns, kinds, strict=True))
        parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>" if rows else "<p>None.</p>")
        for row in rows:
            values = (f"{value:,}" if isinstance(value, int) and k else safe(value) for k, value in enumerate(row))
            cells = "".join(f"<td{kind}>{value}</td>" for value, kind in zip(values, kinds, strict=True))
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</tbody></table>" if rows else "")
    parts.append(f"<p><small>refcheck {safe(__version__)}</small></p></body></html>\n")
    return "\n".join(part for part in parts if part)


def _plot(found: Archive) -> str:
    """Bars, one per year: references that print a DOI, those that lack a registered one, and the rest."""
    years = sorted(found.years)[-_YEARS:]
    if not years:
        return ""
    high = max(found.years[year] for year in years)
    first, last, step = years[0], years[-1], 900 / (years[-1] - years[0] + 1)
    bars = []
    for year in years:
        y = 200.0
        rest = found.years[year] - found.with_doi[year] - found.could_have[year]
        for kind, number in (("a", found.with_doi[year]), ("b", found.could_have[year]), ("c", rest)):
            size = 180 * number / high
            y -= size
            x = 20 + (year - first) * step
            told = f"<title>{year}: {number}</title>"
            place = f'x="{x:.1f}" y="{y:.1f}" width="{step * 0.8:.1f}" height="{size:.1f}"'
            bars.append(f'<rect class="{kind}" {place}>{told}</rect>')
    marks = "".join(_mark(year, 20 + (year - first) * step) for year in _ticks(first, last))
    legend = (
        '<rect class="a" x="20" y="228" width="10" height="10"/><text x="35" y="237">with a DOI</text>'
        '<rect class="b" x="150" y="228" width="10" height="10"/>'
        '<text x="165" y="237">without, though there is one</text>'
        '<rect class="c" x="380" y="228" width="10" height="10"/><text x="395" y="237">others</text>'
    )
    label = f"References by year, {first} to {last}, {high} at most in a year"
    return f'<svg viewBox="0 0 940 245" role="img" aria-label="{label}">{"".join(bars)}{marks}{legend}</svg>'


def _ticks(first: int, last: int) -> Iterable[int]:
    return [year for year in range(first, last + 1) if year % (10 if last - first > 15 else 5) == 0] or [first]


def _mark(year: int, x: float) -> str:
    return f'<text x="{x:.1f}" y="216">{year}</text>'
