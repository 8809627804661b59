"""Numbers, JSON, TOML and text from outside, none of it to be trusted: articles, configuration files, registers."""

from __future__ import annotations

import json
import math
import re
from typing import Any

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_PARTS = 60  # most parts of a dotted key
NOT_GIVEN = frozenset(("NA", "N/A", "n/a", "nan", "NaN", "null", "None", "undefined"))
"""What programs write for a value that they lack."""
LARGEST = 9999
"""Of a year, a label or a level, unless said otherwise."""


def number(text: object, largest: int = LARGEST) -> int | None:
    """The whole number that a text of decimal digits stands for, from 0 to ``largest``; None for anything else.

    Superscript and circled digits do not count, and a text of thousands of digits, for which int() raises ValueError,
    gives None.
    """
    if not isinstance(text, str):
        return None
    digits = text.strip().lstrip("0") or text.strip()[:1]
    if not digits.isdecimal() or len(digits) > len(str(largest)):
        return None
    value = int(digits)
    return value if value <= largest else None


def parse_json(text: str | bytes) -> Any:
    """The value of a JSON text; lone surrogates ("\\ud800") become "?", so that it can always be written again.

    Raises ValueError for anything but JSON as in RFC 8259, including NaN, Infinity, a number too large for a float, and
    nesting too deep for Python.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text), "surrogatepass")
        value = json.loads(writable(text), parse_constant=_refused, parse_float=_finite)
        return json.loads(writable(json.dumps(value, ensure_ascii=False))) if _HALF.search(text) else value
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ValueError for anything else, and for deep nesting, since the time to parse a
    dotted key grows with the square of its parts."""
    import tomllib

    if any(line.partition("=")[0].count(".") > _PARTS for line in text.splitlines()):
        raise ValueError("nested too deeply")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def writable(text: str) -> str:
    """``text`` with "?" for lone surrogates, which cannot be encoded."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _refused(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"the number {digits[:20]} is too large")
    return value
