"""A spool gives every format what a list gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.api import check_many
from refcheck.config import Settings
from refcheck.reports import formats, render
from refcheck.reports.spool import Spool


@pytest.mark.parametrize("format", formats())
def test_a_spool_gives_every_format_what_a_list_gives(format: str, archive: Path) -> None:
    reports = list(check_many(sorted(archive.iterdir()), settings=Settings(locked=True)))
    spool = Spool()
    for report in reports:
        spool.append(report)
    assert render(spool, format) == render(reports, format)
    assert list(spool) == reports
    assert spool[-1] == reports[-1]
    spool.close()
