"""What is said, word for word, of the cases and of pairs of a reference and a record, beside what was approved.

    python -m tests.approved        writes the files anew: read their diff before you commit it

``tests/cases/approved.jsonl`` has one line a case and form (``benchmarks/cases_verdicts.py``): identity, evidence, the
work, and every field of every finding. ``tests/comparing/approved.jsonl`` has one line a pair (``pairs.py``): what
comparing each field gives. ``tests/checks/approved.jsonl`` has one line a list (``lists.py``): every finding.
``tests/matching/approved.jsonl`` has one line a reference (``rows.py``): how each record fits it.
Other tests say which verdict is right; these notice any change of what an editor reads.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from refcheck.case import Case
from refcheck.checks.run import run
from refcheck.comparing import Comparison, compare
from refcheck.matching.score import score
from refcheck.model import Reference, Report, Work
from tests.checks.lists import LISTS
from tests.comparing.pairs import PAIRS
from tests.matching.rows import ROWS

TESTS = Path(__file__).parent
CASES = TESTS / "cases" / "approved.jsonl"
CHECKED = TESTS / "checks" / "approved.jsonl"
COMPARED = TESTS / "comparing" / "approved.jsonl"
SCORED = TESTS / "matching" / "approved.jsonl"


def said_of(report: Report) -> dict[str, Any]:
    """A report on a case as it is approved."""
    works = [
        [
            str(r.identity),
            str(r.evidence),
            r.work.doi if r.work else "",
            r.why,
            str(r.kinship),
            r.repaired_doi,
            [work.doi for work in r.candidates],
        ]
        for r in report.resolutions
    ]
    return {"resolutions": works, "findings": [finding.to_dict() for finding in report.findings]}


def checked(case: Case) -> dict[str, Any]:
    """The findings of all checks on a case, as they are approved."""
    return {"findings": [finding.to_dict() for finding in run(case)]}


def compared(reference: Reference, work: Work) -> dict[str, Any]:
    """What comparing each field gives, as it is approved."""
    beside = compare(reference, work)
    made = (beside.title, beside.authors, beside.year, beside.container, beside.locator)
    return {one.field: _plain(one) for one in made}


def _plain(one: Comparison) -> list[Any]:
    line: list[Any] = [str(one.verdict), str(one.kind), one.printed, one.registered, str(one.why), one.confidence]
    return [*line, *({part.field: _plain(part)} for part in one.parts)]


def scored(reference: Reference, works: Sequence[Work]) -> dict[str, Any]:
    """How each work fits a reference, as it is approved."""
    fits = [score(reference, work) for work in works]
    return {"fits": [[fit.work.doi, round(fit.log_odds, 2), " ".join(fit.levels.values())] for fit in fits]}


def read(path: Path) -> Mapping[str, Any]:
    """The lines of a file by their id."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row.pop("id"): row for row in rows}


def write(path: Path, rows: Mapping[str, Any]) -> None:
    lines = (json.dumps({"id": key} | row, ensure_ascii=False) + "\n" for key, row in rows.items())
    path.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    from benchmarks.cases_verdicts import FILES, cases_of, check, read_rows, server_of

    rows = read_rows(FILES)
    with server_of(rows) as server, tempfile.TemporaryDirectory() as folder:
        said = {f"{c.id}-{c.form}": said_of(check(c, server.url, Path(folder))) for c in cases_of(rows)}
    write(CASES, said)
    write(CHECKED, {name: checked(case) for name, case in LISTS.items()})
    write(COMPARED, {name: compared(*pair) for name, pair in PAIRS.items()})
    write(SCORED, {name: scored(*row) for name, row in ROWS.items()})


if __name__ == "__main__":
    main()
