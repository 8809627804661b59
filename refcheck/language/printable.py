"""Text that is safe to print, without characters that a terminal obeys or that reorder text on screen."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.foreign import writable

# C0 and C1 controls, which terminals obey, and the marks that reorder text on screen (bidi embeddings and isolates).
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
JOINED_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ", "ĳ": "ij"}
)
"""Signs that fonts and old encodings have for several letters -> those letters."""
_BLANKS = re.compile(r"\s+")
_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")  # blanks, except those that keep « and : with their word


def clean(text: str) -> str:
    """``text`` on one line, without characters that a terminal obeys or that reorder text on screen."""
    return _BLANKS.sub(" ", printable(text)).strip()


def printable(text: str) -> str:
    """Like ``clean``, but keeping a blank at either end, for pieces that are joined again, and no-break blanks."""
    return writable(_BREAKING.sub(" ", _UNPRINTABLE.sub("", text)))


def shorten(text: str, limit: int) -> str:
    """``text``, cut at a word to at most ``limit`` characters, with "…" where it was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:.") + "…"
