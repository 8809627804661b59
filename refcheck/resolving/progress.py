"""Progress of an article's questions: a line on standard error if it is a terminal, removed at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class Progress:
    """Counts questions. Shows nothing until the first is expected, and never in a pipe."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._expected = 0
        self._silent: list[str] = []

    def expect(self, questions: int) -> None:
        """Add this many questions in progress."""
        self._expected += questions
        if self._bar is None and questions and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("asking the registers", total=None)
            self._bar.start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._expected)

    def answered(self, questions: int) -> None:
        """Count this many as answered."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task, questions)

    def silent(self, title: str) -> None:
        """Say that a register does not answer and is not asked for now."""
        self._silent = [*self._silent, title]
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=f"asking the registers ({', '.join(self._silent)}: no answer)")

    def close(self) -> None:
        """Remove the line."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
