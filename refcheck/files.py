"""Reading files of bounded size, and writing files so that none is ever left half written."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from refcheck.errors import Unwritable

LONGEST_PATH = 4096
"""Characters; PATH_MAX of Linux, the longest of the systems refcheck runs on."""


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes.

    Raises OSError, with the reason in ``strerror``, also for a larger file and for a folder, a device, a pipe or a
    socket, which might never end.
    """
    with open_regular(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1_000_000} MB")
    return data


def open_regular(path: Path, mode: str = "rb") -> IO[bytes]:
    """A regular file, opened. Raises OSError for anything else, which might never end."""
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, "not a regular file")
        return path.open(mode)
    except ValueError as error:  # a null character in the name
        raise OSError(errno.EINVAL, str(error)) from error


def read_lines(path: Path, most: int) -> Iterator[bytes]:
    """The lines of a file, or of a pipe, each of at most ``most`` bytes; only the last may lack its end.

    Raises OSError, with its reason in ``strerror``, also for a longer line.
    """
    with path.open("rb") as file:
        yield from lines_of(file, most)


def lines_of(file: IO[bytes], most: int) -> Iterator[bytes]:
    """The lines of an open file, each of at most ``most`` bytes. Raises OSError for a longer one."""
    while line := file.readline(most + 1):
        if len(line) > most:
            raise OSError(errno.EFBIG, f"a line is longer than {most // 1_000_000} MB")
        yield line


def is_stream(path: Path) -> bool:
    """Whether there is something at the end of ``path`` that is written into and never replaced: a device, a pipe, a
    socket, or whatever this process has as standard output or standard error."""
    with suppress(OSError, ValueError):
        status = path.stat()
        return not stat.S_ISREG(status.st_mode) or _standard(status) is not None
    return False


def write_atomically(path: Path, text: str | Iterable[str], encoding: str = "utf-8") -> None:
    """Write ``text``, a string or its pieces, to ``path``, all of it or nothing.

    A file beside it is written, synced and renamed over it, keeping the mode of a file that is replaced, and its owner
    where this process may give files away. Symbolic links are followed; a stream (``is_stream``) is written directly.
    Raises Unwritable when it cannot be written.
    """
    pieces = [text] if isinstance(text, str) else text
    try:
        try:
            before = path.stat()
        except FileNotFoundError:
            before = None
        if before is not None and (standard := _standard(before)) is not None:
            file = os.fdopen(os.dup(standard), "w", encoding=encoding, newline="")
        elif before is not None and not stat.S_ISREG(before.st_mode):
            file = path.open("w", encoding=encoding, newline="")
        else:
            _replace(Path(os.path.realpath(path)), before, pieces, encoding)
            return
        with file:
            file.writelines(pieces)
    except UnicodeEncodeError as error:
        raise Unwritable(f"{path}: cannot be written: {error.object[error.start]!r} is not in {encoding}") from error
    except OSError as error:
        raise Unwritable(f"{path}: cannot be written: {error.strerror or error}") from error


def _standard(status: os.stat_result) -> int | None:
    """The number of standard output or standard error if that is the file of ``status``."""
    for number in (1, 2):
        with suppress(OSError):
            if os.path.samestat(status, os.fstat(number)):
                return number
    return None


def _replace(target: Path, before: os.stat_result | None, pieces: Iterable[str], encoding: str) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if before is not None and hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(name, before.st_uid, before.st_gid)
        Path(name).chmod(before.st_mode & 0o777 if before is not None else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """A context that only one run of refcheck can be in for a given folder; killed runs release it.

    Where a folder cannot be locked (Windows, some network file systems), no run waits.
    """
    handle = None
    with suppress(ImportError, OSError):
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
