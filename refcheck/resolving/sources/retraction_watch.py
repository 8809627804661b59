"""Verified works, in a local file.

The list of retractions, expressions of concern, corrections and reinstatements, as a file on this machine.

Get it from [gitlab.com/crossref/retraction-watch-data](https://gitlab.com/crossref/retraction-watch-data) (each
working day) and name it:

```toml
[tool.refcheck]
retraction-watch = "data/retraction_watch.csv"
```

- Asked for: the DOIs of verified works; without a network too, and with `--locked`.
- Read: `OriginalPaperDOI`, `RetractionDOI`, `RetractionDate`, `RetractionNature`; rows without a DOI are passed
  over.

Crossref's records hold the same notices within days. The file is for those who check without a network.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

from refcheck.config import Settings
from refcheck.errors import BadFile
from refcheck.files import open_regular
from refcheck.identifiers.find import bare_doi
from refcheck.model import Reference, Update, Work
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source, value_of

_COLUMNS = ("OriginalPaperDOI", "RetractionDOI", "RetractionDate", "RetractionNature")
_KINDS = {
    "retraction": "retraction",
    "expression of concern": "expression_of_concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}


class RetractionWatch(Source):
    """The Source ``retraction-watch``. path: the CSV file. Raises BadFile when it cannot be read."""

    name = "retraction-watch"
    title = "Retraction Watch"
    setting = ""  # it has no address
    batch = 1000
    turn = 0
    opinion = True

    def __init__(self, path: Path, transport: Transport) -> None:
        super().__init__("", transport)
        self._notices = _read(path, path.stat().st_mtime_ns if path.is_file() else 0)

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the file from the settings."""
        return cls(settings.retraction_watch, transport) if settings.retraction_watch else None

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``doi:``."""
        doi = value_of(question)
        notices = self._notices.get(doi)
        return [Work(self.name, doi=doi, updates=notices)] if notices else []


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> Mapping[str, tuple[Update, ...]]:
    """DOI -> notices. ``changed``: the file's time, so that a newer file is read again."""
    notices: dict[str, list[Update]] = {}
    try:
        with open_regular(path) as raw, io.TextIOWrapper(raw, "utf-8-sig", "replace", newline="") as file:
            rows = csv.DictReader(file)
            lacking = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
            if lacking:
                raise csv.Error(f"its first line names no {lacking[0]}")
            for row in rows:
                doi = bare_doi(row["OriginalPaperDOI"] or "")
                kind = _KINDS.get((row["RetractionNature"] or "").strip().lower())
                if doi.startswith("10.") and kind:
                    notice = bare_doi(row["RetractionDOI"] or "")
                    notices.setdefault(doi, []).append(
                        Update(
                            kind,
                            notice if notice.startswith("10.") else "",
                            _iso(row["RetractionDate"] or ""),
                            "retraction-watch",
                        )
                    )
    except (OSError, csv.Error) as error:
        raise BadFile(f"{path}: cannot be read as Retraction Watch's CSV: {error}") from error
    return {doi: tuple(dict.fromkeys(rows)) for doi, rows in notices.items()}


def _iso(date: str) -> str:
    """ "2/13/2014 0:00" (month first, as in the file) or an ISO date as "2014-02-13"; "" for anything else."""
    american = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", date)
    if american:
        return f"{american[3]}-{int(american[1]):02d}-{int(american[2]):02d}"
    iso = re.match(r"\d{4}-\d\d-\d\d", date)
    return iso[0] if iso else ""
