"""The references of the cases beside records: those of their own case, and one that is another case's."""

from __future__ import annotations

from benchmarks.cases_verdicts import FILES, read_rows
from refcheck import parse
from refcheck.model import Reference, Work
from refcheck.resolving.sources.records import work_from_crossref

_OWN = 3  # records of a case at most
_MADE = [row for row in read_rows(FILES) if isinstance(row["input"].get("md"), str) and row["records"]]

ROWS: dict[str, tuple[Reference, list[Work]]] = {
    row["id"]: (
        parse(row["input"]["md"]),
        [work_from_crossref(record) for record in (*row["records"][:_OWN], after["records"][0])],
    )
    for row, after in zip(_MADE, [*_MADE[1:], _MADE[0]], strict=True)
}
