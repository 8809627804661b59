"""Bytes -> text by byte-order mark, declaration, or a library's guess, with composed characters and one line end."""

from __future__ import annotations

import codecs
import re
import unicodedata

from refcheck.errors import UnreadableArticle

MAX_BYTES = 50_000_000
"""Larger files are refused: no article is that long, and a hostile one may be."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?([A-Za-z0-9_.:-]{2,30})""")
_WESTERN = frozenset("éèêëàâäáãåçñöôóõòøüùúûîïíìßæœÉÈÊËÀÂÄÁÃÅÇÑÖÔÓÕØÜÙÚÛÎÏÍÆŒ’‘“”„–—…«»€°·•§©®¿¡ºª´\xa0")
_RARE = [
    "iso8859_3",
    "iso8859_4",
    "iso8859_10",
    "iso8859_14",
    "iso8859_16",
]  # not to be guessed, since they are nearly alike
_BINARY = re.compile(r"[\x00-\x06\x0e-\x1a]")


def decode(data: bytes, path: str) -> str:
    """The text of a file. Raises UnreadableArticle if it is binary."""
    name = encoding_of(data)
    text = data.decode(name, "replace")
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return normalise(text)
    sample = text[:20_000]
    if len(_BINARY.findall(sample)) > len(sample) // 500:
        raise UnreadableArticle(f"{path}: is a binary file, not an article")
    return normalise(text)


def encoding_of(data: bytes) -> str:
    """The codec of a file: by its byte-order mark, by being UTF-8, by its declaration, else by a guess."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if wide := _unmarked_utf16(data):
        return wide
    if _fits(data, "utf-8"):
        return "utf-8"
    if b"\0" in data[:4000]:
        return "latin-1"  # binary: the caller refuses it
    declared = _DECLARED.search(data[:2000])
    if declared and (name := declared[1].decode("ascii").lower()) not in ("utf-8", "utf8"):
        # HTML's latin-1 is Windows-1252 (WHATWG encoding standard)
        name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1") else name
        if _fits(data, name):
            return name
    if _western(data[:200_000]):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_exclusion=_RARE).best()
    return best.encoding if best and _fits(data, best.encoding) else "cp1252"


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return False
    return True


def _unmarked_utf16(data: bytes) -> str:
    """The codec of UTF-16 without a byte-order mark, or "": in Western text every second byte is zero, and no other."""
    even, odd = data[0:4000:2], data[1:4000:2]
    if len(data) % 2 or len(odd) < 20:
        return ""
    if odd.count(0) > len(odd) * 0.7 and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > len(even) * 0.7 and not odd.count(0) else ""


def _western(data: bytes) -> bool:
    """Whether the few bytes above ASCII are all Western European letters and signs, so that no guess is needed."""
    high = data.translate(None, bytes(range(128)))
    return len(high) * 2 < len(data) and not set(high.decode("cp1252", "replace")) - _WESTERN


def normalise(text: str) -> str:
    """``text`` with one kind of line end, without byte-order mark, in composed Unicode (NFC)."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for separator in ("\u2028", "\u2029", "\x85", "\x0b"):
        text = text.replace(separator, " ")
    return text if text.isascii() else unicodedata.normalize("NFC", text)
