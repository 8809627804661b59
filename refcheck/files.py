"""Reading files of bounded size, and writing files so that none is ever left half written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from refcheck.errors import Unwritable

LONGEST_PATH = 4096
"""Characters; PATH_MAX of Linux, the longest of the systems refcheck runs on."""


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes.

    Raises OSError, with the reason in ``strerror``, also for a larger file and for a folder, a device, a pipe or a
    socket, which might never end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not a regular file")
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1_000_000} MB")
    return data


def write_atomically(path: Path, text: str | Iterable[str], encoding: str = "utf-8") -> None:
    """Write ``text``, a string or its pieces, to ``path``, all of it or nothing.

    A file beside it is written, synced and renamed over it, keeping the mode of a file that is replaced. Symbolic links
    are followed; a device, a pipe or a socket is written to directly. Raises Unwritable when it cannot be written.
    """
    pieces = [text] if isinstance(text, str) else text
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("w", encoding=encoding, newline="") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces, encoding)
    except OSError as error:
        raise Unwritable(f"{path}: cannot be written: {error.strerror or error}") from error
    except UnicodeEncodeError as error:
        raise Unwritable(f"{path}: cannot be written: {error.object[error.start]!r} is not in {encoding}") from error


def _replace(target: Path, pieces: Iterable[str], encoding: str) -> None:
    import tempfile

    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
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
