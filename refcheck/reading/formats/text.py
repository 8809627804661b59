"""Plain text."""

from __future__ import annotations

from refcheck.reading.formats.base import Format
from refcheck.reading.lists.paragraphs import read_text

FORMAT = Format("text", (".txt", ".text", ".asc", ".eml"), read=lambda text, _: read_text(text))
