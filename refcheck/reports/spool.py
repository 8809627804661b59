"""Any number of reports kept on disk, re-readable at will, with one in memory at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from typing import overload

from refcheck.model import Report


class Spool(Sequence[Report]):
    """A list of reports in a temporary file. Closing it removes the file."""

    def __init__(self) -> None:
        import tempfile

        self._file = tempfile.TemporaryFile(prefix="refcheck-")  # noqa: SIM115
        self._starts: list[int] = []
        self._end = 0

    def append(self, report: Report) -> None:
        """Add one at the end."""
        self._file.seek(self._end)
        self._starts.append(self._end)
        pickle.dump(report, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()

    def close(self) -> None:
        """Remove the file; the reports are lost."""
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> list[Report]: ...
    def __getitem__(self, index: int | slice) -> Report | list[Report]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        self._file.seek(self._starts[index])
        report: Report = pickle.load(self._file)
        return report

    def __iter__(self) -> Iterator[Report]:
        return (self[i] for i in range(len(self)))
