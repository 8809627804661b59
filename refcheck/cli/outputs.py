"""Names of files, and numbers, on the command line; reports are never written over what the command reads."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from refcheck.errors import BadArgument
from refcheck.files import is_stream

_KEPT = ("refcheck.lock", "refcheck.toml", "pyproject.toml")


def file_name(word: str) -> Path:
    """The path of an option. Raises ArgumentTypeError for an empty name, which to Path is the working folder, and for
    one that no file can have."""
    if not word.strip() or "\0" in word:
        raise argparse.ArgumentTypeError("the name is empty" if not word.strip() else "the name has a null character")
    return Path(word)


def number(word: str) -> int:
    """The number of an option. Raises ArgumentTypeError for anything but 1 or more."""
    if not word.isdecimal() or not int(word):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1 up")
    return int(word)


def guard(outputs: Iterable[Path], inputs: Iterable[Path], is_read: Callable[[Path], bool] | None = None) -> None:
    """Raises BadArgument where a report would replace a file of ``inputs``, a lock, a configuration, an article, or
    another report of the run.

    is_read: says of a file that exists whether the command would read it as an article or as the library of one.
    """
    read = [path for path in inputs if is_file(path)]
    taken: set[str] = set()
    for output in outputs:
        if is_stream(output):
            continue
        place = os.path.realpath(output)
        if place in taken:
            raise BadArgument(f"{output}: two reports would be written there")
        taken.add(place)
        if not is_file(output):
            continue
        if output.name in _KEPT or any(output.samefile(path) for path in read) or (is_read and is_read(output)):
            raise BadArgument(f"{output}: is read by this command; write the report to another file")


def holds(folder: Path, file: Path) -> bool:
    """Whether a file is in a folder; False where ``folder`` is none."""
    with suppress(OSError, ValueError):
        return folder.is_dir() and file.resolve().is_relative_to(folder.resolve())
    return False


def is_file(path: Path) -> bool:
    """Whether there is a regular file; False for a name that no file can have."""
    with suppress(OSError, ValueError):  # a name of 300 characters, or with a null character
        return path.is_file()
    return False
