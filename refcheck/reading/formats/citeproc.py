"""The list that pandoc's citeproc prints in Markdown: one division for each entry, named "ref-" and its key
(https://pandoc.org/MANUAL.html#citations)."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind

_FENCE = re.compile(r"^[ \t]*:{3,}[ \t]*(?:\{[^{}\n]{1,300}\})?[ \t]*$", re.M)
_ENTRY = re.compile(r"^[ \t]*(?:<div\s(?:[^<>\n]{0,200}\s)?id=\"|:{3,}[ \t]*\{#)ref-([^\"\s{}]{1,200})", re.M)


def unfenced(text: str) -> str:
    """Markdown without the fences of these divisions, line for line, where they are drawn with colons."""
    return _FENCE.sub("", text) if "{#ref-" in text else text


def marked(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in order; the paragraph that each division holds is an item of the list, whole and with its key."""
    out = list(blocks)
    lines = [block.line for block in out]
    for match in _ENTRY.finditer(text) if "ref-" in text else ():
        at = bisect.bisect_right(lines, text.count("\n", 0, match.start()) + 1)
        if at < len(out) and out[at].kind is Kind.PARAGRAPH:
            out[at] = replace(out[at], listed=True, key=match[1], anchors=(*out[at].anchors, f"ref-{match[1]}"))
    return out
