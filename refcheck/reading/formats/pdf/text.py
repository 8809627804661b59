"""The text of a PDF, line by line as its pages print it. Run as a program: PDFium is C++, and a PDF may be hostile.

``read(data)`` starts this file as a program of its own, with bounds on its time and memory, and gives it the PDF. A
file that PDFium fails on, or never finishes, then ends that program alone.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

MAX_PAGES = 2_000
_MAX_CHARACTERS = 10_000_000
_SECONDS = 60
_MEMORY = 2_000_000_000  # bytes
_NEWLINE = 0xA
_NEWLINES = (_NEWLINE, 0xD)
_BLANKS = (0x9, 0x20, 0xA0)
_HYPHENS = (0x2, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line, and of the line's end
_MAY_BE_ACCENT = ("Sk", "Sc", "Cc", "Lm", "Pc", "So", "Po", "Pd")
_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "^": "\u0302", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "¸": "\u0327", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "˚": "\u030a", "°": "\u030a", "˝": "\u030b",
    "˛": "\u0328",
}  # fmt: skip
_DIGITS, _SUPERSCRIPTS = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AFTER_DIGITS = frozenset(_DIGITS + _SUPERSCRIPTS)
_DIGITS_RAISED = str.maketrans(_DIGITS, _SUPERSCRIPTS)
_RAISED = 0.85  # of the size of the digit before it
_LIFTED = 0.1  # of the size of the letters behind it, at least
_LABEL = 3  # figures of a label
_BOLD = (b"bold", b"medi", b"-black", b"heavy", b"cmbx")
_CLOSE = 1.2  # points between two letters of one word, at most
_UPRIGHT = 0.7  # radians that a line of the running text may lean; a slanted font leans too


class Unreadable(ValueError):
    """PDFium cannot read a file; the message says why."""


class Printed(NamedTuple):
    """A line of a page: its words, where each begins (points from the left), points from the foot of the page, pairs
    of a size of letters and how many have it, and whether all of it is bold."""

    words: list[str]
    lefts: list[float]
    foot: float
    sizes: list[tuple[float, int]]
    bold: bool


class Pages(NamedTuple):
    """The lines of each page, and the title and the language that the file states ("" for neither)."""

    title: str
    language: str
    pages: list[list[Printed]]


def read(data: bytes) -> Pages:
    """The pages of a PDF. Raises Unreadable, and ImportError without pypdfium2."""
    import pypdfium2_raw  # noqa: F401

    try:
        done = subprocess.run(
            (sys.executable, "-P", __file__), input=data, capture_output=True, timeout=_SECONDS, check=False
        )
        made = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"not read in {_SECONDS} seconds") from None
    except (OSError, ValueError):
        raise Unreadable("damaged, or too large once unpacked") from None
    if "error" in made:
        raise Unreadable(made["error"])
    return Pages(made["title"], made["language"], [[Printed(*line) for line in page] for page in made["pages"]])


def _main() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    except (ImportError, ValueError, OSError):  # Windows; a stricter bound is set already
        pass
    json.dump(_document(sys.stdin.buffer.read()), sys.stdout)


def _document(data: bytes) -> dict[str, Any]:
    import pypdfium2_raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return {"error": "locked with a password" if locked else "damaged"}
    pages: list[list[Any]] = []
    left = _MAX_CHARACTERS
    for number in range(min(pdfium.FPDF_GetPageCount(document), MAX_PAGES)):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        count = pdfium.FPDFText_CountChars(text) if text else 0
        left -= count
        if left < 0:
            return {"error": "too long"}
        pages.append(list(_lines(pdfium, text, count)))
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)
    title, language = (
        _named(pdfium.FPDF_GetMetaText, document, b"Title"),
        _named(pdfium.FPDFCatalog_GetLanguage, document),
    )
    return {"title": title, "language": language, "pages": pages}


def _lines(pdfium: Any, text: Any, count: int) -> Iterator[Printed]:
    """The lines of a page in the order in which they are printed, without those that stand upright in its margin."""
    x, y = ctypes.c_double(), ctypes.c_double()
    bold_fonts: dict[bytes, bool] = {}
    words: list[dict[int, str]] = []  # each as the index of a letter -> the letter
    lefts: list[float] = []
    signs: list[int] = []
    sizes: Counter[float] = Counter()
    foot = size = 0.0
    bold = leaning = inside = False
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(text, index) if index < count else _NEWLINE
        if code in _NEWLINES or code in _HYPHENS:
            if code in _HYPHENS and inside:
                words[-1][index] = "-"
            if signs:
                _put_on(signs, words, lambda place: _box(pdfium, text, place))
            if words:
                _raise_label(words, lambda place: _height(pdfium, text, place))
            if not leaning:
                kept = [place for place, word in enumerate(words) if word]
                if kept:
                    made = ["".join(words[place].values()) for place in kept]
                    yield Printed(made, [lefts[place] for place in kept], foot, list(sizes.items()), bold)
            words, lefts, signs, sizes, inside = [], [], [], Counter(), False
        elif code in _BLANKS:
            inside = False
        else:
            if not inside:
                inside = True
                pdfium.FPDFText_GetCharOrigin(text, index, x, y)
                size, heavy = _set(pdfium, text, index, bold_fonts)
                if not words:
                    foot, bold, leaning = round(y.value, 2), True, _leans(pdfium.FPDFText_GetCharAngle(text, index))
                bold = bold and heavy
                words.append({})
                lefts.append(round(x.value, 2))
            letter = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            letter = "-" if letter == "\u00ad" else letter  # what a page shows of it is a hyphen
            after_digit = letter in _DIGITS and words[-1].get(index - 1, "") in _AFTER_DIGITS
            if after_digit and _set(pdfium, text, index, bold_fonts)[0] < size * _RAISED:
                letter = letter.translate(_DIGITS_RAISED)  # "1999²", a second edition, is no number of five digits
            words[-1][index] = letter
            sizes[size] += 1
            if letter in _COMBINING or (
                not letter.isalnum() and code > 0x7F and unicodedata.category(letter) in _MAY_BE_ACCENT
            ):
                signs.append(index)


def _put_on(signs: Sequence[int], words: Sequence[dict[int, str]], box: Callable[[int], tuple[float, float]]) -> None:
    """Put the accents that are printed over a letter on it, wherever in the line PDFium has them; an accent that the
    font does not name goes."""
    own = set(signs)
    letters = {index: word for word in words for index, letter in word.items() if letter.isalpha() and index not in own}
    places = {index: box(index) for index in letters}
    for sign in signs:
        left, right = box(sign)
        middle = (left + right) / 2
        under = next((index for index, (begin, end) in places.items() if begin < middle < end), None)
        if under is None:
            continue
        place = next(place for place, word in enumerate(words) if sign in word)
        mark = words[place].pop(sign)
        if mark in _COMBINING:
            letters[under][under] = unicodedata.normalize(
                "NFC", letters[under][under].replace("ı", "i") + _COMBINING[mark]
            )
    before: dict[int, str] = {}
    for word in filter(None, words):
        last, first = max(before, default=0), min(word)
        broken = any(last - 2 <= sign <= first + 1 for sign in signs)
        if before and broken and box(first)[0] - box(last)[1] < _CLOSE:
            before.update(word)  # "G´ omez": the blank is PDFium's
            word.clear()
        else:
            before = word


def _raise_label(words: Sequence[dict[int, str]], height: Callable[[int], tuple[float, float]]) -> None:
    """Turn the small raised figures that a line begins with, the number of a note or of a reference, into superscripts:
    "¹M. Born", not "1M. Born"."""
    letters = [(word, index) for word in words[:2] for index in word][: _LABEL + 1]
    label = list(takewhile(lambda one: one[0][one[1]] in _DIGITS, letters))
    if not label or len(label) == len(letters):
        return
    (foot, size), (own, usual) = height(label[0][1]), height(letters[len(label)][1])
    if size < usual * _RAISED and foot > own + usual * _LIFTED:
        for word, index in label:
            word[index] = word[index].translate(_DIGITS_RAISED)


def _height(pdfium: Any, text: Any, index: int) -> tuple[float, float]:
    """Where a letter stands above the foot of the page, and its size."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return y.value, _set(pdfium, text, index, {})[0]


def _box(pdfium: Any, text: Any, index: int) -> tuple[float, float]:
    """The left and the right edge of a letter."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, right.value


def _set(pdfium: Any, text: Any, index: int, bold_fonts: dict[bytes, bool]) -> tuple[float, bool]:
    """The size of a letter, and whether it is bold."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    buffer = ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), ctypes.c_int())
    font = buffer.value
    if font not in bold_fonts:
        bold_fonts[font] = any(sign in font.lower() for sign in _BOLD)
    return round(pdfium.FPDFText_GetFontSize(text, index) * (abs(matrix.d) or abs(matrix.b)), 1), bold_fonts[font]


def _leans(angle: float) -> bool:
    return _UPRIGHT < angle % 6.2832 < 6.2832 - _UPRIGHT


def _named(ask: Any, *about: Any) -> str:
    """A text that PDFium writes into a buffer, as UTF-16."""
    buffer = (ctypes.c_ushort * 1_000)()
    length = min(ask(*about, buffer, ctypes.sizeof(buffer)), ctypes.sizeof(buffer))
    return bytes(buffer)[:length].decode("utf-16-le", "ignore").rstrip("\0")


if __name__ == "__main__":
    _main()
