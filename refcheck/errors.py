"""What refcheck raises. Each message is a single line that a user can act on; each class has an exit code.

RefcheckError
  BadArgument          a call with a value it cannot take (also a ValueError)
  UnreadableArticle    an article that is missing, damaged or not an article
    Picture            a PDF of one page without text: a figure, or a scan
  BadSettings          a configuration that cannot be read, or a value it may not hold
  BadLock              a refcheck.lock that cannot be read
  BadFile              another file that cannot be read
    Unwritable         a file, or standard output, that cannot be written (exit code 74)
  BadPlugin            a plugin that cannot be loaded
"""

from __future__ import annotations


def fault(error: Exception) -> str:
    """An error of refcheck's own, or of a plugin, in one line: "internal error in the check dated: TypeError: ..."."""
    where = " ".join(("internal error", *getattr(error, "__notes__", ())))
    return f"{where}: {type(error).__name__}: {error}"[:300]


class RefcheckError(Exception):
    """Bad use or unreadable input."""

    exit_code = 2


class BadArgument(RefcheckError, ValueError):
    """A call with a value it cannot take; the message says what to pass instead."""


class UnreadableArticle(RefcheckError):
    """An article that is missing, too large, damaged, or not an article."""


class Picture(UnreadableArticle):
    """A PDF of one page without text: a figure, or a scan."""


class BadSettings(RefcheckError):
    """A configuration that cannot be read, an unknown key, or a value of the wrong kind."""


class BadLock(RefcheckError):
    """A refcheck.lock that cannot be read."""


class BadFile(RefcheckError):
    """A file other than an article, a configuration or a lock that cannot be read."""


class Unwritable(BadFile):
    """A file, or standard output, that cannot be written: a full disk, a folder without permission."""

    exit_code = 74  # EX_IOERR of sysexits.h


class BadPlugin(RefcheckError):
    """A plugin that cannot be loaded, or is not what its entry point promises."""
