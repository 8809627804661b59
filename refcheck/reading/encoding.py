"""Bytes -> text by byte-order mark, declaration, or a library's guess, with composed characters and one line end."""

from __future__ import annotations

import codecs
import unicodedata

from refcheck import patterns as re
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
_WESTERN = frozenset("éèêëàâäáãåçñöôóõòøüùúûîïíìßæœÉÈÊËÀÂÄÁÃÅÇÑÖÔÓÕØÜÙÚÛÎÏÍÆŒ’‘“”„–—…«»€°·•§©®¿¡ºª´\xa0±×÷µ¶¼½¾¹²³")
_RARE = [
    "iso8859_3",
    "iso8859_4",
    "iso8859_10",
    "iso8859_14",
    "iso8859_16",
]  # not to be guessed, since they are nearly alike
# Letters of Central Europe read as if they were Western, and the bytes that are letters in cp1250 alone.
_SIGN_IN_WORD = re.compile(r"[a-z][¡¦±³¶¹»¼½¾¿][a-z]", re.IGNORECASE)
_ONLY_CP1250 = re.compile(rb"[a-zA-Z][\x8a-\x8f\x9a-\x9f]|[\x8a-\x8f\x9a-\x9f][a-zA-Z]")
# UTF-8 that was read as Windows-1252 and written again: "Ã©" is an e with an acute accent.
_DOUBLED = re.compile(
    "(?:[\xc2\xc3](?:[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ]|[’”](?=\\w))|[ÄÅ][\x80-\xbfˆš›œžŸƒ‚]|â€[\x80-\xbf˜™œ“”¢¦])+"
)
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
    name = best.encoding if best and _fits(data, best.encoding) else "cp1252"
    if _SIGN_IN_WORD.search(data[:200_000].decode(name, "replace")):  # "Wo¼niak"
        return "cp1250" if _ONLY_CP1250.search(data) else "iso8859_2"
    return name


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
    """Whether the few bytes above ASCII are all Western European letters, and signs that stand in no word, so that no
    guess is needed."""
    high = data.translate(None, bytes(range(128)))
    if len(high) * 2 >= len(data) or set(high.decode("cp1252", "replace")) - _WESTERN:
        return False
    return not _SIGN_IN_WORD.search(data.decode("cp1252", "replace"))


_CONTROL = re.compile("[\x7f-\x9f]")
_RIGHT = {"“": "–", "”": "—", "\x98": "‘", "™": "’", "њ": "“", "ќ": "”", "ћ": "„", "¦": "…"}
_CYRILLIC = re.compile(f"вЂ([{''.join(_RIGHT)}])")  # signs of Unicode taken for Windows-1251
_WINDOWS = re.compile("(?<![Â-ó])[\x82-\x84\x86\x8b\x91-\x97\x9b]")  # behind such a letter: one encoded twice


def undoubled(text: str) -> str:
    """``text`` with letters that were encoded twice ("GÃ¶del"), or more often, as they were meant, and with Windows'
    dashes and quotation marks in place of the control characters that Latin-1 has there."""
    if text.isascii():
        return text
    if "вЂ" in text:
        text = _CYRILLIC.sub(lambda match: _RIGHT[match[1]], text)
    if _WINDOWS.search(text):
        text = _WINDOWS.sub(lambda match: match[0].encode("latin-1").decode("cp1252"), text)
    while (meant := _DOUBLED.sub(_undoubled, text)) != text:
        text = meant
    return text


def _undoubled(match: re.Match[str]) -> str:
    try:
        meant = b"".join(char.encode("cp1252" if ord(char) > 255 else "latin-1") for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return match[0] if _CONTROL.search(meant) else meant  # "Â–" is no letter encoded twice


def normalise(text: str) -> str:
    """``text`` with one kind of line end, without byte-order mark, in composed Unicode (NFC)."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for separator in ("\u2028", "\u2029", "\x85", "\x0b"):
        text = text.replace(separator, " ")
    return text if text.isascii() else unicodedata.normalize("NFC", text)
