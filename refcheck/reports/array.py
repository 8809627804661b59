"""A JSON array written item by item, byte for byte as ``json.dumps`` with an indent of two writes the whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


def array(items: Iterable[Any], indent: str = "") -> Iterator[str]:
    """The pieces of the array. indent: the white space that its own line begins with."""
    inner = f"\n{indent}  "
    opening = "["
    for item in items:
        yield opening + inner + json.dumps(item, ensure_ascii=False, allow_nan=False, indent=2).replace("\n", inner)
        opening = ","
    yield "[]" if opening == "[" else f"\n{indent}]"
