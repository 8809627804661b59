"""Writes ``refcheck/data/words.json``, from which the words of all languages are read at once: a line for each file.

usage: python training/words_merge.py
"""

from __future__ import annotations

import json
import tomllib
import zlib

from refcheck.language.words import FOLDER, complete


def merged() -> str:
    """code -> [CRC-32 of the file's text, its tables with the words that their keys have from others], as JSON."""
    lines = []
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        words = complete(tomllib.loads(text))
        line = json.dumps([zlib.crc32(text.encode()), words], ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{path.stem}": {line}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    FOLDER.with_suffix(".json").write_text(merged(), encoding="utf-8", newline="\n")
