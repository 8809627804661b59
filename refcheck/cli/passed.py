"""The files that a run passed over, in one line: "312 files without a bibliography; --verbose names them"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from refcheck.cli.folders import LIBRARY, NO_LIST, OTHER, RENDERING

_NAMED = {
    NO_LIST: "{path}: no bibliography found",
    RENDERING: "{path}: taken for a rendering of {of}",
    LIBRARY: "{path}: articles cite from it, and are checked with it",
    OTHER: "{path}: not an article, by its name or its contents",
}


class Passed:
    """Counts the files that were passed over. verbose: also name each with its reason."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._count: Counter[str] = Counter()
        self._example = ""

    def add(self, path: str, reason: str, of: str = "") -> Iterator[str]:
        """Count one file and yield the line to print for it, if any."""
        self._count[reason] += 1
        if reason == RENDERING and not self._example:
            self._example = f" ({path} as {of})"
        if self._verbose:
            yield _NAMED[reason].format(path=path, of=of)

    def summary(self) -> str:
        """One line, "" where nothing was passed over."""
        said = {
            NO_LIST: f"{self._counted(NO_LIST, 'file')} without a bibliography",
            RENDERING: f"{self._counted(RENDERING, 'rendering')} checked at the source{self._example}",
            LIBRARY: f"{self._counted(LIBRARY, 'list')} that articles cite from",
            OTHER: f"{self._counted(OTHER, 'file')} of other kinds (README, licence, generated)",
        }
        shown = [part for reason, part in said.items() if self._count[reason]]
        return f"passed over: {', '.join(shown)}{'' if self._verbose else '; --verbose names them'}" if shown else ""

    def _counted(self, reason: str, noun: str) -> str:
        return f"{self._count[reason]} {noun}{'' if self._count[reason] == 1 else 's'}"
