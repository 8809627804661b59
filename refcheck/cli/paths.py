"""From the words on the command line to the articles: files, folders, globs, standard input, a git revision."""

from __future__ import annotations

import glob
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from refcheck.cli.folders import QUIET, files
from refcheck.config import Settings
from refcheck.errors import BadArgument


@dataclass(frozen=True, slots=True)
class Target:
    """One file. named: the user named this very file, so it is an article and should have a bibliography.

    passed: why a file in a folder is passed over, "" for an article. of: the source of a rendering (``cli.folders``).
    """

    path: str
    named: bool
    passed: str = ""
    of: str = ""


def expand(word: str, settings_for: Callable[[Path], Settings]) -> Iterator[Target]:
    """The files that one word of the command line leads to, including those passed over, sorted by path.

    settings_for: gives the settings in force at a path, whose ``include`` and ``exclude`` choose among the files of a
    folder. Raises BadArgument when a folder or glob contains nothing that could be an article.
    """
    path = Path(word)
    if not word.strip():
        raise BadArgument("the name of an article is empty")
    try:
        path.is_dir()
    except OSError as error:  # a name of 300 characters
        raise BadArgument(f"{word[:80]}…: {error.strerror}") from error
    if word != "-" and path.is_dir():
        found = (
            Target(str(file.path), False, file.passed, str(file.of or ""))
            for file in files(path, settings_for(path), _suffixes())
        )
        first = next(found, None)
        if first is None:
            raise BadArgument(f"{word}: no articles in this folder ({', '.join(sorted(_suffixes()))})")
        yield first
        yield from found
    elif glob.has_magic(word) and not path.exists():
        # Path.glob does not accept absolute patterns
        matches = sorted(match for match in glob.glob(word, recursive=True) if Path(match).is_file())  # noqa: PTH207
        if not matches:
            raise BadArgument(f"{word}: no file matches")
        yield from (Target(match, named=False) for match in matches)
    else:
        yield Target(word, named=True)


def changed_since(revision: str, near: Path) -> set[Path]:
    """The absolute paths of the files changed since a git revision, including untracked ones.

    Raises BadArgument when git is missing, ``near`` is not in a work tree or the revision is unknown.
    """
    folder = near if near.is_dir() else near.parent
    if revision.startswith("-"):
        raise BadArgument(f"--changed-since {revision}: not a revision")
    top = Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    names = _git(top, "diff", "--name-only", "-z", revision, "--")
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return {top / name for name in names.split("\0") if name}


def _git(folder: Path, *words: str) -> str:
    """What git prints, decoded like the names of files, which may hold any byte."""
    try:
        done = subprocess.run(("git", *QUIET, *words), cwd=folder, capture_output=True, check=True)
    except (OSError, ValueError) as error:  # no git, or a null character among the words
        raise BadArgument(f"--changed-since needs git: {error}") from error
    except subprocess.CalledProcessError as error:
        lines = os.fsdecode(error.stderr).strip().splitlines() or ["git failed"]
        raise BadArgument(f"--changed-since: {lines[0]}") from error
    return os.fsdecode(done.stdout)


def _suffixes() -> frozenset[str]:
    from refcheck.reading.formats.base import by_suffix

    return frozenset(by_suffix())
