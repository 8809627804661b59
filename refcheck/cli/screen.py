"""Exit codes and the two streams of the terminal: every command writes through these."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from refcheck.errors import UnreadableArticle, Unwritable
from refcheck.files import write_atomically

OK, FINDINGS, BAD_USE, UNCHECKED, BROKEN = 0, 1, 2, 3, 70
STOPPED = 128
"""To which the number of the signal is added, as a shell does."""


def deliver(text: str | Iterable[str], output: Path | None) -> None:
    """Write text, a string or its pieces, to a file (all or nothing), or to standard output piece by piece.

    It is always UTF-8, whatever the platform's encoding. Raises Unwritable when it cannot be written.
    """
    if output is not None:
        write_atomically(output, text)
        return
    if sys.stdout is None:  # the shell closed it: refcheck ... >&-
        raise Unwritable("standard output is closed")
    try:
        sys.stdout.flush()
        for piece in [text] if isinstance(text, str) else text:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or it would fail again on exit
        raise Unwritable(f"standard output: cannot be written: {error.strerror or error}") from error


def standard_input(most: int) -> bytes:
    """Up to ``most`` bytes of standard input. Raises UnreadableArticle where it is closed or cannot be read."""
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "closed")
        return sys.stdin.buffer.read(most)
    except OSError as error:
        raise UnreadableArticle(f"standard input: {error.strerror or error}") from error


def hold_streams() -> None:
    """Open the null device where the shell closed a standard stream (``2>&-``), so that no file opened later gets its
    number, and with it what is meant for the screen."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 2:
        pass
    if number > 2:
        os.close(number)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends


def complain(message: str) -> None:
    """Print one line on standard error, with control characters escaped."""
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in message)
    if sys.stderr is not None:
        with suppress(OSError):  # a full disk behind 2>: the exit code still tells
            print(f"refcheck: {line}", file=sys.stderr)
